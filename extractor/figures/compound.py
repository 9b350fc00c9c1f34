"""Amounts that go on in a smaller unit: `two hours and 30 minutes`, `5 feet 2 inches`."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Context, Decimal
from typing import Final

import regex

from extractor.figures.lexicon import Pack, load_measures
from extractor.figures.number import ONE, Number, plain
from extractor.figures.phrases import any_of
from extractor.figures.units import MINOR, Unit

Amount = tuple[Number, Unit]
Second = Callable[[str, int], Amount | None]
"""Reads the amount that begins at a place."""

_TWELVE = Context(prec=12)
_IN = regex.compile(  # that it is no preposition shows by what is around it
    r"\ ?([0-9]{1,2}(?:\.[0-9]{1,2})?)(?:in(?![\p{L}0-9])|\ in(?!\ ?[\p{L}0-9]|\.[0-9]))"
)
_LETTERS: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")
_SECONDS: Final = dict(
    zip(_LETTERS, map(Decimal, (31557600, 2629800, 604800, 86400, 3600, 60, 1)), strict=True)
)


class Compounds:
    """Joins an amount with what stands of it in a smaller unit, in one language."""

    def __init__(self, pack: Pack) -> None:
        joins = any_of(pack.section("noun").words("coordinators"))
        self._joint = regex.compile(rf",?\ (?: {joins}\ )?+ (?=[0-9\p{{L}}])", regex.X | regex.I)
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
        joint = self._joint.match(text, unit.end) if unit.form != "adjective" else None
        rest = second(text, joint.end()) if joint else None
        if rest is None or rest[1].kind != unit.kind:
            return first
        join = {"duration": _time, "money": _money, "measure": self._measure}.get(unit.kind)
        return join(first, rest) if join else first

    def _measure(self, first: Amount, rest: Amount) -> Amount:
        (number, unit), (more, small) = first, rest
        parts, of_one = self._smaller.get((unit.name or "").casefold(), (frozenset(), ONE))
        if (small.name or "").casefold() not in parts or not 0 < more.value < of_one:
            return first
        value = _TWELVE.plus(number.value + more.value / of_one)
        return replace(number, value=value, quantum=ONE / of_one), replace(unit, end=small.end)


def _time(first: Amount, rest: Amount) -> Amount:
    (number, unit), (more, small) = first, rest
    letter, hand = _letter(unit), _letter(small)
    if unit.scale != ONE or small.scale != ONE or _SECONDS[hand] >= _SECONDS[letter]:
        return first
    if not 0 < more.value * _SECONDS[hand] < _SECONDS[letter]:
        return first
    time = "T" if hand[0] == "T" and letter[0] != "T" else ""
    letters = f"{unit.letter}{time}{plain(more.value)}{small.letter.removeprefix('T')}"
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


def _letter(unit: Unit) -> str:
    """Return the letter of ISO 8601 of a stretch of time, of several the first."""
    return unit.letter[:2] if unit.letter[0] == "T" else unit.letter[0]
