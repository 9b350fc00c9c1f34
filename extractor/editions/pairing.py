"""Which figure became which: an assignment over both editions, never greedy.

Every figure of the old edition gets at most one of the new one, so that the sum of all scores is
the largest there is, and no pair scores below the threshold. Two rounds: what the first pairs tells
which tables, paragraphs and sections belong together, and the second takes that into account.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from extractor.editions.alike import Alike
from extractor.editions.facets import Facet
from extractor.editions.times import Time

THRESHOLD = 0.5
NEAREST = 24  # candidates of a figure, by the words that they share
COMMON = 400  # figures beside which a word stands that finds no candidates any more
TOGETHER = 0.15  # what it adds that figures stand in tables or paragraphs that belong together
BESIDE = 0.1  # for each neighbour that is paired with the neighbour of the other

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that are the same thing: positions in both lists, and how sure that is."""

    old: int
    new: int
    score: float


def pairs(
    old: Sequence[Facet],
    new: Sequence[Facet],
    alike: Alike,
    time_of: Callable[[Facet, Facet], Time],
) -> list[Pair]:
    """Return the pairs of two editions, in order of the old one."""
    if not old or not new:
        return []
    scores = {
        (i, j): alike.score(old[i], new[j], time_of(old[i], new[j]))
        for i, j in candidates(old, new, alike)
    }
    first = assigned(scores, len(old), len(new))
    homes = _Homes(old, new, first)
    return assigned(
        {at: homes.raised(at, score) for at, score in scores.items()}, len(old), len(new)
    )


class _Homes:
    """Which tables and paragraphs of two editions belong together, by what was paired in them."""

    def __init__(self, old: Sequence[Facet], new: Sequence[Facet], paired: Sequence[Pair]) -> None:
        self._old, self._new = old, new
        self._both = Counter((old[p.old].home, new[p.new].home) for p in paired)
        self._ours = Counter(old[p.old].home for p in paired)
        self._theirs = Counter(new[p.new].home for p in paired)
        self._became = {p.old: p.new for p in paired}

    def raised(self, at: tuple[int, int], score: float) -> float:
        """Return a score, raised by how far what the two stand in belongs together."""
        i, j = at
        beside = sum(self._became.get(i + step) == j + step for step in (-1, 1))
        score += BESIDE * beside
        ours, theirs = self._old[i].home, self._new[j].home
        both = self._both[ours, theirs]
        if both < 2:  # noqa: PLR2004  # a pair says nothing of itself
            return score
        return score + TOGETHER * both / max(self._ours[ours], self._theirs[theirs])


def candidates(old: Sequence[Facet], new: Sequence[Facet], alike: Alike) -> list[tuple[int, int]]:
    """Return the pairs that are worth a score: figures that share the rarest of their words."""
    ours, theirs = _posted(old), _posted(new)
    found: set[tuple[int, int]] = set()
    for at, facet in enumerate(old):
        found.update((at, j) for j in _nearest(facet, theirs, alike))
    for at, facet in enumerate(new):
        found.update((i, at) for i in _nearest(facet, ours, alike))
    return sorted(found)


def _told(facet: Facet) -> Mapping[str, float]:
    told = dict(facet.where)
    for words in (facet.near, facet.what):
        for word, weight in words.items():
            told[word] = max(told.get(word, 0.0), weight)
    told[f"={facet.figure.value}"] = 1.0
    return told


def _posted(facets: Sequence[Facet]) -> Mapping[str, list[int]]:
    """Return which figures each word stands beside."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, facet in enumerate(facets):
        for word in _told(facet):
            found[word].append(at)
    return found


def _nearest(facet: Facet, posted: Mapping[str, list[int]], alike: Alike) -> list[int]:
    shared: defaultdict[int, float] = defaultdict(float)
    told = sorted(_told(facet).items(), key=lambda item: len(posted.get(item[0], ())))
    for word, weight in told:
        figures = posted.get(word, ())
        if len(figures) > COMMON and shared:
            break
        worth = weight * alike.rarity.get(word, 1.0)
        for at in figures[: 4 * COMMON]:
            shared[at] += worth
    best = sorted(shared, key=lambda at: (-shared[at], abs(at - facet.order)))
    return best[:NEAREST]


def assigned(scores: Scores, n_old: int, n_new: int) -> list[Pair]:
    """Return the pairs of the assignment with the largest sum of scores.

    Each figure of the old edition may also stay alone, at the threshold: then whoever pairs below
    it is better off alone. Solved by the Jonker-Volgenant algorithm for sparse matrices.
    """
    rows, columns, gains = [], [], []
    for (i, j), score in scores.items():
        if score > THRESHOLD:
            rows.append(i)
            columns.append(j)
            gains.append(score)
    if not rows:
        return []
    alone = np.arange(n_old)
    matrix = csr_matrix(
        (
            np.concatenate([np.array(gains), np.full(n_old, THRESHOLD)]),
            (np.concatenate([rows, alone]), np.concatenate([columns, n_new + alone])),
        ),
        shape=(n_old, n_new + n_old),
    )
    chosen = zip(*min_weight_full_bipartite_matching(matrix, maximize=True), strict=True)
    return [Pair(int(i), int(j), scores[int(i), int(j)]) for i, j in chosen if j < n_new]
