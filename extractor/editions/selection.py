"""Which changes are asked for, and which of them make two editions different."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal, get_args

from extractor.errors import UsageError
from schemas.diff import ChangeType, Diff, FigureChange

Part = Literal["tables", "sections", "footnotes", "sources"]
Asked = ChangeType | Part | Literal["revised"]

PARTS: tuple[Part, ...] = get_args(Part)
REVISED: tuple[ChangeType, ...] = ("revised_up", "revised_down")
ASKED: tuple[Asked, ...] = (*get_args(ChangeType), "revised", *PARTS)
VALUED = frozenset({*REVISED, "unit_changed", "currency_changed"})
"""What says that a value is another one, whether or not it tells by how much."""
MOVED = frozenset({"moved", "reordered"})
"""What became of parts that say the same, only elsewhere."""


def asked_types(text: str | None) -> frozenset[str] | None:
    """Return the types that a comma-separated list names; None for no list.

    >>> sorted(asked_types("revised,moved"))
    ['moved', 'revised_down', 'revised_up']

    Raises:
        UsageError: One of them is no type, or none is named.
    """
    if text is None:
        return None
    names = [name.strip().replace("-", "_") for name in text.split(",") if name.strip()]
    if not names:
        raise UsageError(f"{text!r}: names no type of change; there are {', '.join(ASKED)}")
    for name in names:
        if name not in ASKED:
            raise UsageError(f"{name}: no type of change; there are {', '.join(ASKED)}")
    return frozenset(each for name in names for each in (REVISED if name == "revised" else [name]))


def asked_percent(text: str | None) -> Decimal | None:
    """Return a share in per cent; None for none.

    >>> asked_percent("5%"), asked_percent("0.5")
    (Decimal('5'), Decimal('0.5'))

    Raises:
        UsageError: It is no share.
    """
    if text is None:
        return None
    try:
        percent = Decimal(text.strip().removesuffix("%").rstrip())
    except InvalidOperation:
        percent = Decimal("NaN")
    if not percent.is_finite() or percent < 0:
        raise UsageError(f"{text}: no share in per cent, as 5% is")
    return percent


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown of a diff, and what of it counts as a difference."""

    only: frozenset[str] | None = None
    """Types of changes, and parts, that are shown; None for all."""
    min_change: Decimal | None = None
    """Per cent by which values changed that are shown; None for all."""
    fail_on: frozenset[str] | None = None
    """Types of changes, and parts, that make a difference; None for all but moves."""

    def of(self, diff: Diff) -> Diff:
        """Return what is shown of a diff."""
        kept: dict[str, object] = {
            "figures": tuple(self._shown(diff.figures)),
            "rolled": tuple(self._shown(diff.rolled)),
        }
        if self.only is not None:
            kept |= {part: () for part in PARTS if part not in self.only}
        return diff.model_copy(update=kept)

    def _shown(self, changes: Iterable[FigureChange]) -> Iterator[FigureChange]:
        for change in changes:
            named = self.only is None or not self.only.isdisjoint(change.types)
            if named and (self.min_change is None or is_as_large(change, self.min_change)):
                yield change

    def is_different(self, shown: Diff) -> bool:
        """Say whether what is shown of a diff makes the editions different."""
        if shown.relation == "unrelated":
            return True
        types = {each for change in shown.figures for each in change.types}
        if self.fail_on is not None:
            parts = {part for part in PARTS if getattr(shown, part)}
            return not self.fail_on.isdisjoint(types | parts)
        return not types <= {"unchanged", "moved"} or any(_is_told(shown))


def _is_told(shown: Diff) -> Iterator[bool]:
    """Yield for each part that changed whether it says anything else now."""
    yield from (not MOVED.issuperset(each.types) for each in shown.sections)
    yield from (bool(each.types) for each in (*shown.footnotes, *shown.sources))
    for table in shown.tables:
        yield not MOVED.issuperset((*table.types, *(line.type for line in table.lines)))


def is_as_large(change: FigureChange, percent: Decimal) -> bool:
    """Say whether a value changed by so much, or whether that cannot be told.

    What came, went or has another unit cannot be told; nor can what was nothing.
    """
    if change.old is None or change.new is None:
        return True
    if change.percent is not None:
        return abs(Decimal(change.percent)) >= percent
    return not VALUED.isdisjoint(change.types)
