"""Which figure became which: an assignment over both editions, never greedy.

Every figure of the old edition gets at most one of the new one, so that the sum of all scores is
the largest there is, and no pair scores below the threshold. Two rounds: what the first pairs tells
which tables, paragraphs and sections belong together, and the second takes that into account.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from extractor.editions.dates import governing
from extractor.editions.facets import Facet, value_of
from extractor.editions.likeness import Likeness
from extractor.editions.overlaps import Overlaps
from extractor.editions.times import is_moment

THRESHOLD = 0.5
TOGETHER = 0.15  # what it adds that figures stand in tables or paragraphs that belong together
BESIDE = 0.1  # for each neighbour that is paired with the neighbour of the other
GOVERNING = 0.5  # for two dates at which figures hold that are the same thing
IN_ORDER = 1e-6  # of assignments of one sum, for how far apart what they pair stands, squared

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that are the same thing: positions in both lists, and how sure that is."""

    old: int
    new: int
    score: float


def pairs(old: Sequence[Facet], new: Sequence[Facet], likeness: Likeness) -> list[Pair]:
    """Return the pairs of two editions, in order of the old one."""
    overlaps = Overlaps(old, new)
    scores = {
        (i, j): likeness.score(old[i], new[j]) * overlaps.left(old[i], new[j])
        for i, j in likeness.candidates(old, new)
    }
    first = assigned(scores, len(old), len(new))
    homes = _Homes(old, new, first)
    raised = {at: homes.raised(at, score, likeness) for at, score in scores.items()}
    for at in governing(old, new, ((pair.old, pair.new) for pair in first)):
        raised[at] = raised.get(at, 0.0) + GOVERNING
    second = assigned(raised, len(old), len(new))
    return sorted([*second, *_governed(old, new, second, raised)], key=lambda pair: pair.old)


def _governed(
    old: Sequence[Facet], new: Sequence[Facet], paired: Sequence[Pair], scores: Scores
) -> Iterator[Pair]:
    """Yield the dates left alone at which figures hold that were paired in the second round."""
    ours, theirs = ({getattr(p, side) for p in paired} for side in ("old", "new"))
    for i, j in governing(old, new, ((pair.old, pair.new) for pair in paired)):
        score = scores.get((i, j), 0.0) + GOVERNING
        if score > THRESHOLD and i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            yield Pair(i, j, score)


class _Homes:
    """Which tables and paragraphs of two editions belong together, by what was paired in them."""

    def __init__(self, old: Sequence[Facet], new: Sequence[Facet], paired: Sequence[Pair]) -> None:
        self._old, self._new = old, new
        self._both = Counter((old[p.old].home, new[p.new].home) for p in paired)
        self._ours = Counter(old[p.old].home for p in paired)
        self._theirs = Counter(new[p.new].home for p in paired)
        self._became = {p.old: p.new for p in paired}
        one_time = (p for p in paired if _when(old[p.old]) == _when(new[p.new]) is not None)
        self._of_one_time = {(old[p.old].home, new[p.new].home) for p in one_time}
        self._of_one_time.update(_overlapping(old, new, self._both))

    def _is_other_time(self, i: int, j: int) -> bool:
        """Say whether two cells hold at times that both tell, and that are not the same."""
        ours, theirs = _when(self._old[i]), _when(self._new[j])
        return ours is not None and theirs is not None and ours != theirs

    def raised(self, at: tuple[int, int], score: float, likeness: Likeness) -> float:
        """Return a score, raised by how far what the two stand in belongs together.

        Where they stand makes up the less, the more they tell what excludes each other.
        """
        i, j = at
        ours, theirs = self._old[i].home, self._new[j].home
        if (ours, theirs) in self._of_one_time and self._is_other_time(i, j):
            return 0.0
        near = self._nearness(i, j)
        return score + near * likeness.left(self._old[i], self._new[j]) ** 2 if near else score

    def _nearness(self, i: int, j: int) -> float:
        """Return what it adds where two figures stand."""
        beside = 0
        if self._old[i].figure.cell is self._new[j].figure.cell is None:  # in tables rows shift
            beside = sum(self._became.get(i + step) == j + step for step in (-1, 1))
        ours, theirs = self._old[i].home, self._new[j].home
        both = self._both[ours, theirs]
        if both < 2:  # noqa: PLR2004  # a pair says nothing of itself
            return BESIDE * beside
        return BESIDE * beside + TOGETHER * both / max(self._ours[ours], self._theirs[theirs])


def _overlapping(
    old: Sequence[Facet], new: Sequence[Facet], homes: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of tables over several periods that have a period in common."""
    ours, theirs = _periods(old), _periods(new)
    for one, other in homes:
        here, there = ours.get(one, set()), theirs.get(other, set())
        if min(len(here), len(there)) > 1 and not here.isdisjoint(there):
            yield one, other


def _periods(facets: Sequence[Facet]) -> Mapping[str, set[str]]:
    """Return the stretches of time that the cells of each table hold for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for facet in facets:
        when = _when(facet)
        if when is not None and not is_moment(when):
            found[facet.home].add(when)
    return found


def _when(facet: Facet) -> str | None:
    """Return when the cell of a table holds; None for what stands in none."""
    return value_of(facet.figure.as_of) if facet.figure.cell is not None else None


def assigned(scores: Scores, n_old: int, n_new: int) -> list[Pair]:
    """Return the pairs of the assignment with the largest sum of scores.

    Each figure of the old edition may also stay alone, at the threshold: then whoever pairs below
    it is better off alone. Of several such assignments it is that which keeps the order best, and
    the same one whichever edition is called the old one: both ways one matrix is solved.
    """
    told = sorted(
        (i, j, score - IN_ORDER * (i / n_old - j / n_new) ** 2)
        for (i, j), score in scores.items()
        if score > THRESHOLD
    )
    turned = sorted((j, i, score) for i, j, score in told)
    if (n_new, turned) < (n_old, told):
        solved = [(i, j) for j, i in _solved(turned, n_new, n_old)]
    else:
        solved = list(_solved(told, n_old, n_new))
    return [Pair(i, j, scores[i, j]) for i, j in sorted(solved)]


def _solved(
    scores: Sequence[tuple[int, int, float]], n_old: int, n_new: int
) -> Iterator[tuple[int, int]]:
    """Yield the pairs, found by the Jonker-Volgenant algorithm for sparse matrices."""
    if not scores:
        return
    rows, columns, gains = zip(*scores, strict=True)
    alone = np.arange(n_old)
    matrix = csr_matrix(
        (
            np.concatenate([np.array(gains), np.full(n_old, THRESHOLD)]),
            (np.concatenate([rows, alone]), np.concatenate([columns, n_new + alone])),
        ),
        shape=(n_old, n_new + n_old),
    )
    chosen = zip(*min_weight_full_bipartite_matching(matrix, maximize=True), strict=True)
    yield from ((int(i), int(j)) for i, j in chosen if j < n_new)
