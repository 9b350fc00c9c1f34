"""Which section, table, row or column of one edition became which of another."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Self

from extractor.editions.order import out_of_order
from extractor.editions.pairing import assigned
from extractor.editions.titles import letters, spoken, worded
from schemas.diff import PartChange

NAMED = 0.45  # what a title says that both have
IN_TURN = 0.1  # what is added where as many have that title in both, and it is their turn
ALIKE = 0.45  # what titles say that share their words
HOLDING = 0.25  # what stands in two parts of one title says
HELD = 0.9  # what stands in two parts says, whatever their titles are
ABOVE, ORDER = 0.1, 0.02  # what the headings above say, and the place in the document
COMMON = 30  # parts in which a thing stands that tells none of them
MOST = 0.5  # of what stands in a part, for it to be split off another one
FEWEST = 3  # things that stand in a part that is split off


@dataclass(frozen=True, slots=True)
class Part:
    """A section, a table, or a line of one, and what stands in it."""

    id: str
    title: str
    inside: frozenset[Hashable]
    """What stands in it: runs of words, and pairs of figures."""
    page: int | None = None
    parent: str | None = None
    """Id of the section that it stands in; None for one at the top."""
    above: str = ""
    """Title of that section."""
    is_outer: bool = False
    """Whether all that stands in it stands in the parts below it."""

    @property
    def named(self) -> str:
        """Its title as titles are compared to find it again."""
        return letters(self.title)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of two editions, and which became which."""

    old: Sequence[Part]
    new: Sequence[Part]
    became: Mapping[str, str]
    """The id of the new part by that of the old one, one to one."""
    came_from: Mapping[str, str] = field(init=False)
    """The id of the old part by that of the new one."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "came_from", {new: old for old, new in self.became.items()})

    @classmethod
    def matched(cls, old: Sequence[Part], new: Sequence[Part]) -> Self:
        """Find out which part became which: the assignment with the largest sum of scores."""
        likeness = _Likeness(old, new)
        scores = {(i, j): likeness(i, j) for i, j in _related(old, new)}
        paired = assigned(scores, len(old), len(new))
        return cls(old, new, {old[pair.old].id: new[pair.new].id for pair in paired})

    def pairs(self) -> Iterator[tuple[Part, Part]]:
        """Yield the parts that stand in both editions, in the order of the old one."""
        there = {part.id: part for part in self.new}
        for part in self.old:
            if part.id in self.became:
                yield part, there[self.became[part.id]]

    @property
    def gone(self) -> list[Part]:
        """The parts of the old edition that became none of the new one."""
        return [part for part in self.old if part.id not in self.became]

    @property
    def come(self) -> list[Part]:
        """The parts of the new edition that none of the old one became."""
        return [part for part in self.new if part.id not in self.came_from]

    def reordered(self) -> Collection[str]:
        """Return the old ids of parts that changed places with others of the same section."""
        there = {part.id: at for at, part in enumerate(self.new)}
        siblings: defaultdict[tuple[str | None, str | None], list[Part]] = defaultdict(list)
        for ours, theirs in self.pairs():
            siblings[ours.parent, theirs.parent].append(ours)
        found: set[str] = set()
        for parts in siblings.values():
            places = [there[self.became[part.id]] for part in parts]
            found.update(parts[at].id for at in out_of_order(places))
        return found


def is_moved(ours: Part, theirs: Part, sections: Parts) -> bool:
    """Say whether a part stands in another section, where both sections stand in both editions."""
    if ours.parent is not None and ours.parent not in sections.became:
        return False
    if theirs.parent is not None and theirs.parent not in sections.came_from:
        return False
    return (ours.parent and sections.became[ours.parent]) != theirs.parent


Became = tuple[Part | None, Part | None, list[PartChange]]
"""A part in the old and in the new edition, and what became of it."""


def changes(parts: Parts, sections: Parts) -> Iterator[Became]:
    """Yield every part with what became of it; parts that were split or merged are not lost."""
    # Ids tell the parts of one edition apart: lines of both go by the same numbers.
    split = _taken(parts.come, parts.old, {ours.id: theirs for ours, theirs in parts.pairs()})
    merged = _taken(parts.gone, parts.new, {theirs.id: ours for ours, theirs in parts.pairs()})
    halved, joined = ({whole.id for _, whole in told} for told in (split, merged))
    for ours, theirs, types in _kept(parts, sections):
        # Of a whole that goes by another name now, what took its place is a part like the others.
        if "renamed" in types and ours.id in halved:
            types.append("split")
        if "renamed" in types and theirs.id in joined:
            types.append("merged")
        yield ours, theirs, types
    yield from (_only(whole, part, "split") for part, whole in split)
    yield from (_only(part, whole, "merged") for part, whole in merged)
    told = halved | {part.id for part, _ in merged}
    yield from (_only(part, None, "removed") for part in parts.gone if part.id not in told)
    told = joined | {part.id for part, _ in split}
    yield from (_only(None, part, "added") for part in parts.come if part.id not in told)


def _only(old: Part | None, new: Part | None, what: PartChange) -> Became:
    return old, new, [what]


def _kept(parts: Parts, sections: Parts) -> Iterator[tuple[Part, Part, list[PartChange]]]:
    reordered = parts.reordered()
    for ours, theirs in parts.pairs():
        types: list[PartChange] = []
        if spoken(ours.title) != spoken(theirs.title):
            types.append("renamed")
        if is_moved(ours, theirs, sections):
            types.append("moved")
        elif ours.id in reordered:
            types.append("reordered")
        yield ours, theirs, types


def _taken(
    lost: Sequence[Part], wholes: Sequence[Part], partners: Mapping[str, Part]
) -> list[tuple[Part, Part]]:
    """Return the parts that are most of what a whole held, and its partner does not, with it."""
    holding: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, whole in enumerate(wholes):
        if whole.is_outer:
            continue
        kept = partners[whole.id].inside if whole.id in partners else frozenset()
        for held in whole.inside - kept:
            holding[held].append(at)
    found = []
    for part in lost:
        if part.is_outer:
            continue
        shared = Counter(at for held in part.inside for at in holding.get(held, ())[:COMMON])
        best = min(shared, key=lambda at: (-shared[at], at), default=None)
        least = max(FEWEST, MOST * len(part.inside))
        if best is not None and shared[best] >= least and _hold_one(part, wholes[best]):
            found.append((part, wholes[best]))
    return found


def _hold_one(part: Part, whole: Part) -> bool:
    """Say whether two parts share a figure, if both hold any: many tables name the same rows."""
    ours, theirs = _figures(part), _figures(whole)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _related(old: Sequence[Part], new: Sequence[Part]) -> set[tuple[int, int]]:
    """Return the parts that share a title in turn, a word of it, or what stands in few others."""
    ours, theirs = _posted(old), _posted(new)
    found: set[tuple[int, int]] = set()
    for told, places in ours.items():
        others = theirs.get(told, ())
        if max(len(places), len(others)) <= COMMON:
            found.update((i, j) for i in places for j in others)
    return found


def _posted(parts: Sequence[Part]) -> dict[Hashable, list[int]]:
    """Return which parts each thing stands in, or in the title of."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, (part, turn) in enumerate(zip(parts, _turns(parts), strict=True)):
        for told in {*part.inside, ("title", part.named), (part.named, turn), *worded(part.title)}:
            found[told].append(at)
    return found


def _turns(parts: Sequence[Part]) -> list[int]:
    """Return how many parts of its title stand before each."""
    seen = Counter[str]()
    turns = []
    for part in parts:
        turns.append(seen[part.named])
        seen[part.named] += 1
    return turns


class _Likeness:
    """Says how far two parts are one, from 0 to 1."""

    def __init__(self, old: Sequence[Part], new: Sequence[Part]) -> None:
        self._old, self._new = old, new
        self._turns = _turns(old), _turns(new)
        self._counts = [Counter(part.named for part in parts) for parts in (old, new)]
        self._figures = [[_figures(part) for part in parts] for parts in (old, new)]

    def __call__(self, i: int, j: int) -> float:
        one, other = self._old[i], self._new[j]
        if self._are_both_in_both(one.named, other.named):
            return 0.0
        held = max(cosine(one.inside, other.inside), self._told(i, j))
        # Parts below a heading move about: they must agree more for the heading to be the same.
        score = max(self._titled(i, j, held), HELD * held ** (1 + one.is_outer + other.is_outer))
        if not score:
            return 0.0
        far = abs(i / len(self._old) - j / len(self._new))
        return score + ABOVE * _alike(one.above, other.above) + ORDER * (1 - far)

    def _told(self, i: int, j: int) -> float:
        """Return how many of the figures are the same, of some: the words around may be new."""
        ours, theirs = self._figures[0][i], self._figures[1][j]
        return cosine(ours, theirs) if min(len(ours), len(theirs)) >= FEWEST else 0.0

    def _are_both_in_both(self, one: str, other: str) -> bool:
        """Say whether two titles each stand in both editions: then neither became the other."""
        ours, theirs = self._counts
        return one != other and bool(one and other and theirs[one] and ours[other])

    def _titled(self, i: int, j: int, held: float) -> float:
        """Return what the titles say; if they only share words, what stands below must agree."""
        one, other = self._old[i], self._new[j]
        is_empty = not one.inside and not other.inside
        if one.named == other.named:
            is_told = bool(one.named) or is_empty
            return (NAMED if is_told else 0.0) + HOLDING * held + IN_TURN * self._in_turn(i, j)
        return ALIKE * (_alike(one.title, other.title) + held) if held or is_empty else 0.0

    def _in_turn(self, i: int, j: int) -> bool:
        """Say whether two parts of one title stand in turn, of as many in both editions."""
        named = self._old[i].named
        ours, theirs = self._counts
        return ours[named] == theirs[named] and self._turns[0][i] == self._turns[1][j]


def _figures(part: Part) -> frozenset[Hashable]:
    """Return what stands in a part but for runs of words."""
    return frozenset(held for held in part.inside if not isinstance(held, tuple))


def _alike(one: str, other: str) -> float:
    return cosine(worded(one), worded(other))


def cosine(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> float:
    """Return how much two sets share, by their mean size; 0 if they share nothing.

    >>> cosine({"wells"}, {"wells", "need", "of", "repair"})
    0.5
    """
    return len(one & other) / (len(one) * len(other)) ** 0.5 if one and other else 0.0
