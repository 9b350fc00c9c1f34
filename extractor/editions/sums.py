"""Figures that stand as several in the other edition, which make them up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import Literal

from extractor.check.intervals import Term, total
from extractor.editions.compared import NAMED
from extractor.editions.facets import Facet, value_of
from extractor.editions.pairing import Pair
from extractor.editions.parts import cosine
from extractor.editions.times import relation
from extractor.keys import key

MOST_PARTS = 6
MOST_APART = 40  # figures of a line of which any two are tried, not only neighbours
LEAST = 10  # a smaller sum is met by chance
FIRM = 0.7  # score of a pair; a sum that is met exactly is surer than one below it
ALIKE = 0.55  # of the words of a part and its whole
KINDS = frozenset({"money", "count", "measure", "percent"})
TIMES = frozenset({"same", "moment", "untold", "silent"})

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure of one edition, and those of the other that make it up, by position."""

    whole: int
    parts: tuple[int, ...]
    score: float
    """How much of their words they share, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Figures of one line, paragraph or indicator, which may be the parts of one."""

    parts: tuple[int, ...]
    sum: Term
    least: Decimal
    """The smallest of them."""
    common: Words
    """Words of all that stand in that line, which tell none of them; none if these are all."""


@dataclass(frozen=True)
class Sums:
    """Looks in one edition for the parts of the figures of the other."""

    ones: Sequence[Facet]
    """The edition of the wholes."""
    others: Sequence[Facet]
    """The edition of the parts."""
    partners: Mapping[int, int]
    """What each figure with the parts' edition is paired with in the wholes' one."""

    def wholes(self) -> Iterator[Whole]:
        """Yield the figures that stand as several; none of all these is paired with a third."""
        for at, facet in enumerate(self.ones):
            term = facet.term
            if term is None or facet.figure.kind not in KINDS or term.value < LEAST:
                continue
            told = (self._told(at, run) for run in self._summing_to(at, facet, term))
            found = [each for each in told if each is not None]
            if found:
                yield max(found, key=lambda each: (each.score, -len(each.parts)))

    def _summing_to(self, at: int, facet: Facet, term: Term) -> Iterator[_Run]:
        """Yield the figures whose sum, as printed, is a value: with its partner, if it has one."""
        measured = _measured(facet)
        if at in self._paired:
            for run in self._with_partner.get(at, ()):
                alike = _measured(self.others[run.parts[0]]) == measured
                if alike and _makes_up(run, term):
                    yield run
            return
        free = self._free.get(measured, [])
        lowest, highest = term.value - term.half, term.value + term.half
        for nth in range(bisect_left(free, lowest, key=_sum_of), len(free)):
            if _sum_of(free[nth]) > highest:
                return
            if _makes_up(free[nth], term):
                yield free[nth]

    def _told(self, at: int, run: _Run) -> Whole | None:
        """Return figures as the parts of another, if their places and words allow for it."""
        one = self.ones[at]
        places = {self.others[part].place for part in run.parts}
        if len(places) > 1 and one.place in places - {None}:
            return None  # what is of one place has no part in another
        shares = [self._share(one, self.others[part], run) for part in run.parts]
        return Whole(at, run.parts, min(shares)) if min(shares) >= ALIKE else None

    def _share(self, one: Facet, other: Facet, run: _Run) -> float:
        ours, theirs = told_words(one), told_words(other)
        apart = relation(value_of(one.figure.as_of), value_of(other.figure.as_of)) not in TIMES
        return 0.0 if apart or ours & theirs <= run.common else cosine(ours, theirs)

    @cached_property
    def _paired(self) -> frozenset[int]:
        """The wholes that have a partner."""
        return frozenset(self.partners.values())

    @cached_property
    def _free(self) -> Mapping[Hashable, Sequence[_Run]]:
        """What may be parts and has no partner, by what is measured, in the order of the sums."""
        found: defaultdict[Hashable, list[_Run]] = defaultdict(list)
        for run in self._runs:
            if self.partners.keys().isdisjoint(run.parts):
                found[_measured(self.others[run.parts[0]])].append(run)
        return {measured: sorted(runs, key=_sum_of) for measured, runs in found.items()}

    @cached_property
    def _with_partner(self) -> Mapping[int, Sequence[_Run]]:
        """What may be parts, one of which is paired with a figure, by that figure."""
        found: defaultdict[int, list[_Run]] = defaultdict(list)
        for run in self._runs:
            for part in run.parts:
                if part in self.partners:
                    found[self.partners[part]].append(run)
        return found

    @cached_property
    def _runs(self) -> Sequence[_Run]:
        found: dict[tuple[int, ...], _Run] = {}
        for line in self._lines().values():
            common = frozenset.intersection(*(told_words(self.others[at]) for at in line))
            for parts in self._parts(line):
                terms = [term for at in parts if (term := self.others[at].term) is not None]
                if _has_own_total(terms):
                    continue
                told = common if len(parts) < len(line) else frozenset()
                run = _Run(parts, total(terms), min(term.value for term in terms), told)
                found.setdefault(parts, run)
        return list(found.values())

    def _lines(self) -> Mapping[tuple[Hashable, Hashable], Sequence[int]]:
        """Return what stands in each row, column, paragraph or indicator, measured alike.

        Only where any of it has no partner: else it has no parts.
        """
        found: defaultdict[tuple[Hashable, Hashable], list[int]] = defaultdict(list)
        for at, facet in enumerate(self.others):
            if facet.term is not None and facet.figure.kind in KINDS:
                for line in _lines_of(facet):
                    found[_measured(facet), line].append(at)
        return {key: line for key, line in found.items() if not self.partners.keys() >= {*line}}

    def _parts(self, line: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield neighbours of a line, and any two of it, of which at most one has a partner."""
        for first in range(len(line)):
            taken = 0
            for last in range(first, min(first + MOST_PARTS, len(line))):
                taken += line[last] in self.partners
                if taken > 1:
                    break
                if last > first:
                    yield tuple(line[first : last + 1])
        pairs = combinations(line if len(line) <= MOST_APART else (), 2)
        yield from (two for two in pairs if not self.partners.keys() >= {*two})


def _has_own_total(terms: Sequence[Term]) -> bool:
    """Say whether one of three or more numbers is the sum of the others: 12, of them 7 and 5."""
    return len(terms) > 2 and total(terms).value == 2 * max(term.value for term in terms)  # noqa: PLR2004


def _makes_up(run: _Run, whole: Term) -> bool:
    """Say whether a sum is a value as printed; what only the rounding lets in is no part of it."""
    gap = abs(run.sum.value - whole.value)
    return not gap or gap <= whole.half < run.least


def _sum_of(run: _Run) -> Decimal:
    return run.sum.value


def _lines_of(facet: Facet) -> Iterator[Hashable]:
    cell = facet.figure.cell
    if cell is not None:
        yield from (("row", facet.home, cell.row), ("column", facet.home, cell.col))
        return
    yield facet.home
    if facet.figure.indicator is not None:
        yield "what", key(facet.figure.indicator.value)


def _measured(facet: Facet) -> Hashable:
    """Return what figures share that can be added up; what is counted is named in many ways."""
    kind = facet.figure.kind
    return kind, None if kind == "count" else facet.figure.unit


def told_words(facet: Facet) -> Words:
    """Return the words that tell what a figure is, other than codes and titles."""
    return frozenset(w for w, weight in facet.what.items() if weight >= NAMED and w.isalpha())


@dataclass(frozen=True, slots=True)
class Link:
    """A figure of the old edition, and one of the new that it became or has a part in."""

    old: int
    new: int
    score: float
    type: Literal["split", "merged"] | None = None
    """Whether the old one is the whole, or the new one; None if they are the same thing."""
    group: str | None = None
    """What the links of one whole have in common."""


def links(old: Sequence[Facet], new: Sequence[Facet], paired: Sequence[Pair]) -> list[Link]:
    """Return all links of two editions, those of wholes in place of what was paired with them.

    A figure has a part in one sum only: in that whose words are most alike.
    """
    firm = [pair for pair in paired if pair.score >= FIRM]
    partners = {pair.old: pair.new for pair in firm}
    back = {pair.new: pair.old for pair in firm}
    split = [(each, True) for each in Sums(old, new, back).wholes()]
    merged = [(each, False) for each in Sums(new, old, partners).wholes()]
    used: tuple[set[int], set[int]] = set(), set()
    found: list[Link] = []

    def turn(told: tuple[Whole, bool]) -> tuple[float, int, int, str]:
        """Return when a whole is looked at: not by which edition is the old one."""
        each, is_split = told
        whole = (old if is_split else new)[each.whole]
        return -each.score, len(each.parts), each.whole, whole.figure.id

    for each, is_split in sorted([*split, *merged], key=turn):
        ends = ({each.whole}, set(each.parts)) if is_split else (set(each.parts), {each.whole})
        if used[0].isdisjoint(ends[0]) and used[1].isdisjoint(ends[1]):
            used[0].update(ends[0])
            used[1].update(ends[1])
            found += _linked(each, is_split=is_split)
    kept = [p for p in paired if p.old not in used[0] and p.new not in used[1]]
    return sorted([*same(kept), *found], key=lambda link: (link.new, link.old))


def same(paired: Sequence[Pair]) -> list[Link]:
    """Return pairs as links."""
    return [Link(pair.old, pair.new, pair.score) for pair in paired]


def _linked(each: Whole, *, is_split: bool) -> Iterator[Link]:
    for part in each.parts:
        if is_split:
            yield Link(each.whole, part, each.score, "split", f"split-{each.whole + 1}")
        else:
            yield Link(part, each.whole, each.score, "merged", f"merged-{each.whole + 1}")
