"""Compares two lists of entries, paired by place, field by field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.golden.overlap import overlap, pair_up
from extractor.golden.score import Difference, Result
from schemas.base import Piece
from schemas.golden import GoldenExtra

G = TypeVar("G")
F = TypeVar("F")
T = TypeVar("T")

NOTHING = "nothing"
GAP = "a known gap"
CLOSED = "right: the gap is closed, take it out of the golden"
SHOWN = 80  # characters of a text that a difference quotes


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """An item, where it stands, and the group it is counted in."""

    item: T
    pieces: tuple[Piece, ...]
    label: str
    group: str = "all"


@dataclass(frozen=True, slots=True)
class Field(Generic[G, F]):
    """One field: what each side says of it (None: unbound) and when they agree."""

    name: str
    expected: Callable[[G], str | None]
    found: Callable[[F], str | None]
    agrees: Callable[[G, F], bool]


@dataclass(frozen=True, slots=True)
class Gaps(Generic[G]):
    """What the golden marks as known to be wrong."""

    known: Callable[[G, str], bool]
    """Whether a field of an entry, or the entry itself, is a known gap."""
    closed: Callable[[G, set[str]], Sequence[str]]
    """The gaps of an entry that are none any more, given the fields that are wrong."""


@dataclass(frozen=True, slots=True)
class Comparison(Generic[G, F]):
    """How the entries of one part are compared."""

    entry: str
    """The name of the entry itself among the fields: `figure`, `heading`."""
    fields: tuple[Field[G, F], ...]
    essential: frozenset[str]
    """The fields that must be right for the entry to count as found."""
    gaps: Gaps[G]
    extras: tuple[GoldenExtra, ...]

    def run(
        self, result: Result, golden: Sequence[Entry[G]], found: Sequence[Entry[F]]
    ) -> dict[int, int]:
        """Fill a result; return the pairs by index."""
        pairs = pair_up([e.pieces for e in golden], [e.pieces for e in found])
        for at, expected in enumerate(golden):
            if at in pairs:
                self._pair(result, expected, found[pairs[at]])
            else:
                self._missing(result, expected)
        paired = set(pairs.values())
        self._unexpected(result, [e for at, e in enumerate(found) if at not in paired])
        return pairs

    def _pair(self, result: Result, golden: Entry[G], found: Entry[F]) -> None:
        wrong: set[str] = set()
        for field in self.fields:
            agrees = field.agrees(golden.item, found.item)
            _count_pair(result, field, golden, found, agrees=agrees)
            if not agrees:
                wrong.add(field.name)
                said = shown(field.expected(golden.item)), shown(field.found(found.item))
                known = self.gaps.known(golden.item, field.name)
                note(result, golden, field.name, said, known=known)
        whole = not wrong & self.essential
        for tally in result.tally(golden.group, self.entry):
            tally.expected += 1
            tally.compared += 1
            tally.right += whole
            tally.agreed += whole
        for tally in result.tally(found.group, self.entry):
            tally.found += 1
        for name in self.gaps.closed(golden.item, wrong):
            note(result, golden, name, (GAP, CLOSED))

    def _missing(self, result: Result, golden: Entry[G]) -> None:
        for tally in result.tally(golden.group, self.entry):
            tally.expected += 1
        for field in self.fields:
            for tally in result.tally(golden.group, field.name):
                tally.expected += field.expected(golden.item) is not None
        known = self.gaps.known(golden.item, self.entry)
        note(result, golden, self.entry, ("one", NOTHING), known=known)

    def _unexpected(self, result: Result, found: Sequence[Entry[F]]) -> None:
        extras = [extra for extra in self.extras if extra.part == result.part]
        hit: set[int] = set()
        for entry in found:
            known = [at for at, e in enumerate(extras) if overlap(e.source, entry.pieces) > 0]
            hit.update(known)
            for tally in result.tally(entry.group, self.entry):
                tally.found += 1
            for field in self.fields:
                for tally in result.tally(entry.group, field.name):
                    tally.found += field.found(entry.item) is not None
            note(result, entry, self.entry, (NOTHING, "one"), known=bool(known))
        for at, extra in enumerate(extras):
            if at not in hit:
                stale = Entry(extra, extra.source, self.entry)
                note(result, stale, "extras", (GAP, CLOSED))


def _count_pair(
    result: Result, field: Field[G, F], golden: Entry[G], found: Entry[F], *, agrees: bool
) -> None:
    bound = field.expected(golden.item) is not None
    for tally in result.tally(golden.group, field.name):
        tally.expected += bound
        tally.found += field.found(found.item) is not None
        tally.right += bound and agrees
        tally.compared += 1
        tally.agreed += agrees


def note(
    result: Result, entry: Entry[T], name: str, said: tuple[str, str], *, known: bool = False
) -> None:
    """List a difference; `said` is what was expected and what was found."""
    expected, found = said
    result.differences.append(
        Difference(
            part=result.part,
            field=name,
            label=entry.label,
            at=entry.pieces[0],
            expected=expected,
            found=found,
            known=known,
        )
    )


def shown(text: str | None) -> str:
    """Return a text for a difference, in quotation marks and not too long."""
    if text is None:
        return NOTHING
    return repr(text if len(text) <= SHOWN else f"{text[:SHOWN]}...")
