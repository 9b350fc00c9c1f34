"""Whether the types of a change are what the two figures say."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex
from change_sides import Figure

from schemas.golden import GoldenFigure

UNCOMPARED = {"next_period", "unit_changed", "currency_changed", "split", "merged"}
DURATION = regex.compile(r"P (?P<count> \d++ ) (?P<unit> [YMWD] )", regex.X)


@dataclass(frozen=True, slots=True)
class Entry:
    """An old and a new figure that are the same thing, or parts of it."""

    old: Figure
    new: Figure
    readings: tuple[tuple[str, ...], ...]
    """Sets of types that hold, the best first."""
    group: str | None
    """What joins the parts of a split or merge."""
    doubtful: bool = False
    """Whether two careful readers would differ on it."""

    @property
    def is_one_of(self) -> bool:
        """Whether its figures may stand in other entries too."""
        return self.doubtful or self.group is not None


@dataclass(frozen=True, slots=True)
class Lone:
    """A figure of one edition that has no partner in the other."""

    old: Figure | None
    new: Figure | None
    repeat: bool
    """Whether the other edition tells the same thing, in a mention that has a partner."""


def contradiction(entry: Entry) -> str | None:
    """What the figures say against the best types of an entry; None if nothing."""
    types, old, new = set(entry.readings[0]), entry.old.said, entry.new.said
    if ("modifier_changed" in types) != (old.modifier != new.modifier):
        return "modifier"
    if ("currency_changed" in types) != (old.kind == new.kind == "money" and old.unit != new.unit):
        return "currency"
    return None if types & UNCOMPARED or _fits(types, old, new) else "value"


def _fits(types: set[str], old: GoldenFigure, new: GoldenFigure) -> bool:
    """Whether types say of the value what it did."""
    moved = _movement(old, new)
    if moved is None:
        return "redated" in types or old.value == new.value
    told = types & {"revised_up", "revised_down", "rounded"}
    if not moved:
        return not told
    return len(told) == 1 and told <= {"revised_up" if moved > 0 else "revised_down", "rounded"}


def group_contradiction(entries: Sequence[Entry]) -> str | None:
    """Why the parts of a split or merge do not make up their whole; None if they do."""
    wholes = (
        {entry.old.said.value for entry in entries},
        {entry.new.said.value for entry in entries},
    )
    split = entries[0].readings[0][0] == "split"
    whole, _ = wholes if split else wholes[::-1]
    parts = [entry.new.said if split else entry.old.said for entry in entries]
    total = sum(Decimal(part.value or 0) for part in parts)
    return None if whole == {str(total)} else f"{whole} is not {total}"


def _movement(old: GoldenFigure, new: GoldenFigure) -> Decimal | None:
    """New less old; None where the two cannot be compared."""
    if old.kind != new.kind or old.kind == "date":
        return None
    before, after = _amount(old), _amount(new)
    return after[0] - before[0] if before[1] == after[1] else None


def _amount(figure: GoldenFigure) -> tuple[Decimal, str | None]:
    """A figure's value (the lower end of a range) and what it counts in."""
    value = figure.value or figure.low or ""
    if figure.kind == "duration" and (match := DURATION.fullmatch(value)):
        return Decimal(match["count"]), match["unit"]
    return Decimal(value), None if figure.kind == "ratio" else figure.unit
