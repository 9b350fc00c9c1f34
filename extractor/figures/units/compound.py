"""Amounts that go on in a smaller unit: `two hours and 30 minutes`, `5 feet 2 inches`."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Context, Decimal
from typing import Final

import regex

from extractor.figures.lexicon import Pack, load_measures
from extractor.figures.number import ONE, Number, plain
from extractor.figures.phrases import LazyPattern, any_of
from extractor.figures.units.unit import MINOR, Unit

Amount = tuple[Number, Unit]
Second = Callable[[str, int], Amount | None]
"""Reads the amount that begins at a place."""

_TWELVE = Context(prec=12)
_IN = regex.compile(  # that it is no preposition shows by what is around it
    r"""\ ?([0-9]{1,2}(?:\.[0-9]{1,2})?)
    (?: in(?![\p{L}0-9]) | \ in(?!\ ?[\p{L}0-9]|\.[0-9])
      | \ in(?=\ (?:long|wide|high|tall|deep|thick)
          (?: \s*+\Z | [.,;:)] | \ (?:by|x|is|are|was|were)\b ) ) )""",
    regex.X,
)
_LETTERS: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")
_SECONDS: Final = dict(
    zip(_LETTERS, map(Decimal, (31557600, 2629800, 604800, 86400, 3600, 60, 1)), strict=True)
)


class Compounds:
    """Joins an amount with what stands of it in a smaller unit, in one language."""

    def __init__(self, pack: Pack) -> None:
        joins = any_of(pack.section("noun").words("coordinators"))
        self._joint = LazyPattern(rf",?\ (?: {joins}\ )?+ (?=[0-9\p{{L}}])", regex.X | regex.I)
        self._smaller = {
            name.casefold(): (frozenset(parts), Decimal(number))
            for number, (names, parts) in load_measures().lists["smaller"].items()
            for name in names
        }

    def whole(self, text: str, first: Amount, second: Second) -> Amount:
        """Return an amount with what follows of it in a smaller unit; itself where nothing does."""
        number, unit = first
        if unit.kind == "measure" and (inches := _IN.match(text, unit.end)):
            small = Unit("measure", "in", inches.start(), inches.end(), "symbol")
            return self._measure(first, (replace(number, value=Decimal(inches[1])), small))
        if unit.kind == "duration":
            return self._times(text, first, second)
        rest = self._rest(text, unit, second)
        if rest is None:
            return first
        return _money(first, rest) if unit.kind == "money" else self._measure(first, rest)

    def _times(self, text: str, first: Amount, second: Second) -> Amount:
        """Return a stretch of time with its smaller ones: `1 year, 3 months and 5 days`."""
        whole, last = first, first[1]
        for _ in _LETTERS:
            rest = self._rest(text, whole[1], second)
            joined = _time(whole, last, rest) if rest else None
            if rest is None or joined is None:
                break
            whole, last = joined, rest[1]
        return whole

    def _rest(self, text: str, unit: Unit, second: Second) -> Amount | None:
        """Return the amount of the same kind behind a unit."""
        joint = self._joint.match(text, unit.end) if unit.form != "adjective" else None
        rest = second(text, joint.end()) if joint else None
        return rest if rest and rest[1].kind == unit.kind else None

    def _measure(self, first: Amount, rest: Amount) -> Amount:
        (number, unit), (more, small) = first, rest
        parts, of_one = self._smaller.get((unit.name or "").casefold(), (frozenset(), ONE))
        if (small.name or "").casefold() not in parts or not 0 < more.value < of_one:
            return first
        value = _TWELVE.plus(number.value + more.value / of_one)
        return replace(number, value=value, quantum=ONE / of_one), replace(unit, end=small.end)


def _time(whole: Amount, last: Unit, rest: Amount) -> Amount | None:
    """Return a stretch of time, whose `last` unit is known, with a smaller one; None for none."""
    (number, unit), (more, small) = whole, rest
    letter, hand = last.letter, small.letter
    if last.scale != ONE or small.scale != ONE:
        return None
    if not 0 < more.value * _SECONDS[hand] < _SECONDS[letter] or hand == letter:
        return None  # none, as many as one of the larger, or a second stretch of the same
    time = "T" if hand[0] == "T" and "T" not in unit.letter else ""
    letters = f"{unit.letter}{time}{plain(more.value)}{hand.removeprefix('T')}"
    return number, replace(unit, end=small.end, letter=letters)


def _money(first: Amount, rest: Amount) -> Amount:
    (number, unit), (more, small) = first, rest
    if (
        small.form != MINOR
        or unit.form == MINOR
        or number.quantum != ONE
        or more.value * small.scale >= ONE
    ):
        return first
    value = number.value + more.value * small.scale
    return replace(number, value=value, quantum=small.scale), replace(unit, end=small.end)
