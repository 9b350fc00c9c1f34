"""Ranges: `5-7 km`, `between 3 and 4 per cent`, `12- to 15-inch`, `two or three weeks`."""

from decimal import Decimal

import regex

from extractor.figures.amount_reading import Amount
from extractor.figures.changes import Changes
from extractor.figures.lexicon import Pack
from extractor.figures.number import ONE
from extractor.figures.phrases import LazyPattern, any_of, before, joined
from extractor.figures.term import Term, Terms

_DASH = regex.compile(r"\ ?[-‑–—‒]\ ?|\ ?\.\.\.?\ ?|[~～](?=[0-9])")
_TIMES = frozenset(("date", "clock"))
_NEAR = 10  # times that the numerals of two amounts of one magnitude differ at most


class Ranges:
    """Reads ranges of one language."""

    def __init__(self, pack: Pack, terms: Terms, changes: Changes) -> None:
        self._terms, self._changes = terms, changes
        section = pack.section("range")
        to = any_of(section.words("to"))
        self._to = LazyPattern(rf"\ (?:{to})\ ", regex.I)
        self._suspended = LazyPattern(rf"-\ (?:{to})\ ", regex.I)  # 12- to 15-inch
        self._or = LazyPattern(rf"\ (?:{any_of(section.words('alternatives'))})\ ", regex.I)
        # Where nouns come first a share takes the article: "entre el 20 y el 25 por ciento".
        article = any_of(pack.section("date").words("articles")) if pack.flag("noun_first") else ""
        gap = rf"\ {{1,2}} (?: {article} \  )?+" if article else r"\ {1,2}"
        the = rf"(?:{article}\ )?+" if article else ""
        self._pairs = [
            (before([opener], gap=gap), LazyPattern(rf"{joined(closer)}{the}", regex.I))
            for opener, closer in section.lists["pairs"]
        ]
        self._any_opener = before([opener for opener, _ in section.lists["pairs"]], gap=gap)
        self._between = next((opener for opener, _ in section.lists["pairs"]), None)

    def read(self, text: str, first: Term, floor: int) -> Amount | None:
        """Return the range that begins with a term, or None."""
        hanging = text[first.end : first.end + 2] == "- "
        suspended = self._suspended.match(text, first.end) if hanging else None
        joint = suspended or _DASH.match(text, first.end) or self._joint(text, first, floor)
        if joint is None:
            return self._alternatives(text, first)
        money = first.lead is not None
        last = self._terms.second(text, joint.end(), join_and=False, money=money)
        return _joined(first, last) if last else None

    def _alternatives(self, text: str, first: Term) -> Amount | None:
        """Return two numbers of which one follows on the other: `two or three weeks`."""
        either = self._or.match(text, first.end) if _may_be_either(first) else None
        last = self._terms.second(text, either.end(), join_and=False) if either else None
        if last is None or last.lead or last.number.spelled != first.number.spelled:
            return None
        if not (last.kind or last.number.spelled or last.number.factor != ONE) and (
            _TIMES & last.number.behind
        ):
            return None  # on 4 or 5 May, at 4 or 5 pm
        follows = last.number.value == (first.number.value + 1) * last.number.factor
        return _joined(first, last) if follows else None

    def opens_between(self, text: str, at: int, floor: int) -> bool:
        """Say whether "between" stands before a place: an "and" behind parts two numbers."""
        opener = self._any_opener.match(text, floor, at)
        return opener is not None and opener["phrase"].casefold() == self._between

    def _joint(self, text: str, first: Term, floor: int) -> "regex.Match[str] | None":
        """Return the word that joins a range; "rose from 5 to 9" are two figures."""
        opener = self._any_opener.match(text, floor, first.start)
        joint = self._to.match(text, first.end)
        for opening, closing in self._pairs:
            if joint is None and opener and opening.match(text, floor, first.start):
                joint = closing.match(text, first.end)
        between = opener is not None and opener["phrase"].casefold() == self._between
        if joint is None or between:
            return joint
        start = opener.start() if opener else first.start
        return None if (opener or first.kind) and self._changes.before(text, start) else joint


def _may_be_either(first: Term) -> bool:
    """Say whether a number may be the first of two that follow on each other."""
    number = first.number
    return not (first.unit or first.plus or number.is_year) and number.factor == number.quantum


def _joined(first: Term, last: Term) -> Amount | None:
    """Return the range of two terms, unit and magnitude distributed; None where they make none."""
    shared = first.kind is None or (first.lead and last.kind is None)
    if (last.kind != first.kind and not shared) or _is_apart(first, last):
        return None
    if first.number.spelled != last.number.spelled and first.number.factor != ONE:
        return None
    factor = last.number.factor
    numeral = last.number.value / factor
    unscaled = first.number.factor == ONE != factor
    if unscaled and first.number.value <= numeral and first.kind in (None, "money"):
        first = first.scaled(factor)
    falls = unscaled and numeral < first.number.value < _NEAR * numeral  # de 12 a 9 millones
    return (
        None if falls or _size(first, last) > _size(last, last) else Amount(first, last, last.end)
    )


def _is_apart(first: Term, last: Term) -> bool:
    """Say whether two amounts are no ends of a range: `8 m³/h at 30 m`, `$5` to `20 cents`."""
    if last.kind not in {"measure", "percent"} or first.unit is None or last.unit is None:
        return bool((first.lead and last.in_cents) or (last.lead and first.in_cents))
    return first.unit.name != last.unit.name


def _size(term: Term, other: Term) -> Decimal:
    unit = term.unit or other.unit
    days = {"Y": 365, "M": 30, "W": 7, "D": 1}
    scale = days.get(unit.letter[0], 1) if unit and unit.kind == "duration" else 1
    return term.number.value * scale * (unit.scale if unit else 1)
