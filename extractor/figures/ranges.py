"""Ranges: `5-7 km`, `between 3 and 4 per cent`, `from 10 to 12 million`, `12- to 15-inch`."""

from decimal import Decimal

import regex

from extractor.figures.amount_reading import Amount
from extractor.figures.changes import Changes
from extractor.figures.lexicon import Pack
from extractor.figures.number import ONE
from extractor.figures.phrases import LazyPattern, any_of, before, joined
from extractor.figures.term import Term, Terms

_DASH = regex.compile(r"\ ?[-‑–—‒]\ ?|\ ?\.\.\.?\ ?|[~～](?=[0-9])")


class Ranges:
    """Reads ranges of one language."""

    def __init__(self, pack: Pack, terms: Terms, changes: Changes) -> None:
        self._terms, self._changes = terms, changes
        section = pack.section("range")
        to = any_of(section.words("to"))
        self._to = LazyPattern(rf"\ (?:{to})\ ", regex.I)
        self._suspended = LazyPattern(rf"-\ (?:{to})\ ", regex.I)  # 12- to 15-inch
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
            return None
        money = first.lead is not None
        last = self._terms.second(text, joint.end(), join_and=False, money=money)
        return _joined(first, last) if last else None

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


def _joined(first: Term, last: Term) -> Amount | None:
    """Return the range of two terms, unit and magnitude distributed; None where they make none."""
    shared = first.kind is None or (first.lead and last.kind is None)
    if (last.kind != first.kind and not shared) or _is_apart(first, last):
        return None
    if first.number.spelled != last.number.spelled and first.number.factor != ONE:
        return None
    factor = last.number.factor
    bare = first.number.factor == ONE and first.number.value <= last.number.value / factor
    if bare and factor != ONE and first.kind in (None, "money"):
        first = first.scaled(factor)
    if _size(first, last) > _size(last, last):
        return None
    return Amount(first, last, last.end)


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
