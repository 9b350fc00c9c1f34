"""Nouns and units that are left out where the text has just printed them.

`Of 73 samples, 65 were tested`, `304 deaths, of which 26 in the north`, `against 19 in 2031`: the
later number counts what the earlier one does. In `rose from 41 to 46 per cent` and `1,850 x 600 mm`
the first has the unit of the last, and `(n=43)` counts what is named before it. In `USD 5 million,
of which 2 million is in hand` both are money.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, zip_longest

import regex

from extractor.figures.changes import Changes
from extractor.figures.intervals import Intervals
from extractor.figures.lexicon import Pack, Section
from extractor.figures.number import plain
from extractor.figures.paired import Paired
from extractor.figures.phrases import LazyPattern, after, any_of, before, longest_first
from extractor.figures.reading import Reading
from extractor.figures.wholes import BARE_RULES, Wholes, opened_by_whole, with_magnitude

_FARTHEST = 120  # characters from what was counted to the part of it that is told
_STOP = regex.compile(r"[.!?]\ ")
_END = regex.compile(r"[.;!?]\ ")
_OF_COUNT = regex.compile(r"(?r)[0-9]\ \(")
_NAMED = regex.compile(r"(?r) \p{Lu}[\p{L}\p{M}'’-]{1,30} \ \(", regex.X)  # Ituri (304)
_SAMPLE = regex.compile(r"(?r) (?<! \p{L} ) (?P<noun> \p{L}\p{Ll}{2,24} ) \ \( n \ ?=\ ?", regex.X)
_MOST_CHANGED = 1000  # times; what differs by more has a magnitude that only one end prints
_SHARED = frozenset(("percent", "count", "money", "measure"))
_MOST_BESIDE = 10  # times that a bare number may differ from the share that it is compared with
_STRETCH = regex.compile(r"(?P<time>PT?)(?P<number>[0-9.]++)(?P<letter>[A-Z])")
_BY = regex.compile(r"\ ?[x×]\ ?|\ (?:by|por|sur|на)\ ")
_TIMES = regex.compile(r"\ ?[x×]\ ?")
_YEAR = regex.compile(r"[0-9]{4}")
_NO_LENGTHS = frozenset(
    "ml mL cl dl l L g kg mg t lb lbs oz B KB kB MB GB TB W kW MW GW kWh MWh V A Ah mAh hp HP "
    "litre litres liter liters gallon gallons gram grams kilos tonnes tons".split()
)
"""Units in which no side is measured: `6 x 330 ml` counts bottles."""
_LEAST_SUM = Decimal(500)  # half a unit of the last digit; what is printed to the unit is a count
_CLOSED = (")", ",", ";")
_WHOLE_SHARE = 100
_SCALES = {"percent.mille": Decimal("0.1"), "percent.basis": Decimal("0.01")}
"""Shares that are read as parts of per cent."""
_MEASURED = frozenset(("duration", "measure", "money", "percent"))
_TO_OTHER = 5  # characters from a number to the other one of two: two or three weeks


class Elided:
    """Completes the counts of one language."""

    def __init__(self, pack: Pack) -> None:
        noun, span = pack.section("noun"), pack.section("range")
        self._wholes, self._intervals = Wholes(pack), Intervals(pack)
        self._paired = Paired(pack)
        self._parts = before(noun.words("inclusive"), gap=r"\ (?:\(\ ?)?+")
        self._others = after(noun.words("others"), gap=r"\ ")
        self._other_people = after(noun.words("other_people"), gap=r"\ ")
        self._people = noun.folded("people")
        compared = (*noun.words("compared"), *noun.words("further"))
        self._compared = before(compared, gap=r"\ ")
        self._against = before(noun.words("compared"), gap=r"\ ")
        self._further = before(noun.words("further"), gap=r"\ ")
        self._named = after((*noun.words("elliptic"), *noun.words("named_before")), gap=r"\ ")
        self._pronouns = noun.folded("pronouns")
        joins = (*noun.words("coordinators"), *noun.words("inclusive"), *compared)
        self._joined = before((*joins, ","), gap=r"\ (?:\(\ ?)?+")
        # Of which 12 million, of which only 12 million, из которых получено 12 млн.
        self._parted = before(noun.words("inclusive"), gap=r"\ (?:[\p{L}\p{M}]{2,15}+\ ){1,2}")
        self._of = before(noun.words("partitive"), gap=r"\ (?:\p{L}{1,6}\ ){0,2}")
        self._opened = opened_by_whole(pack)
        # 142 posts, only 87; of `schools in zone 4` no such word stands before the number.
        told = rf"{any_of(noun.words('only'))}|[\p{{L}}\p{{M}}'’]{{2,}}+{_told_endings(noun)}"
        self._behind = LazyPattern(rf",?\ (?:(?:{told})\ ){{0,2}}", regex.I)
        article = any_of(pack.section("date").words("articles"))
        closers = (closer for _, closer in span.lists["pairs"][1:])  # of what is no "between"
        to = any_of((*span.words("to"), *closers))
        self._to = LazyPattern(rf"\ {to}\ (?:{article}\ )?", regex.I)
        self._changes = Changes(pack)
        reached = rf"(?:{to}|{any_of(span.words('reached'))})"
        self._reached = LazyPattern(rf"(?r)(?<!\p{{L}}){reached}\ (?:{article}\ )?", regex.I)
        self._more = after(pack.section("ratio").words("more"), gap=r"\ ")
        per = pack.section("per")
        self._apart = after((*per.words("apart"), *per.words("apart_last")), gap=r"\ ")

    def completed(self, text: str, figures: Iterable[Reading]) -> tuple[Reading, ...]:
        """Return the figures with what is left out of them."""
        ends = self._with_ends(text, list(figures))
        ends = self._paired.completed(text, ends)
        return tuple(self._intervals.completed(text, tuple(self._with_whole(text, ends))))

    def _with_ends(self, text: str, figures: list[Reading]) -> list[Reading]:
        """Give the first end of a change, and each of some dimensions, the unit of the last."""
        for at in range(len(figures) - 2, -1, -1):
            if _is_side(text, *figures[at : at + 2]):
                figures[at] = _as_end(*figures[at : at + 2])
        for at, (first, last) in enumerate(pairwise(figures)):
            if _is_bare(first) and (_has_unit(last) or _is_scaled(last)):
                joint = self._to.fullmatch(text, first.span[1], last.span[0])
                ends = joint and not self._is_when(text, last)
                figures[at] = (ends and self._as_first(text, first, last)) or first
            if part := self._wholes.part(text, figures[at], last):
                figures[at] = part
            elif other := self._wholes.other(text, figures[at], last):
                figures[at + 1] = other
        return figures

    def _as_first(self, text: str, first: Reading, last: Reading) -> Reading | None:
        """Return the first end of a change as the last is printed; None if they are not alike."""
        if last.kind == "duration":
            stretch = _STRETCH.fullmatch(last.value or "")
            if stretch is None or not _is_like(first.value, stretch["number"]):
                return None
            value = f"{stretch['time']}{first.value}{stretch['letter']}"
            return replace(_as_end(first, last), value=value, precision=None)
        scaled = with_magnitude(text, first, last)
        falls = Decimal(scaled.value or 0) > Decimal(last.value or 0)
        if scaled != first and falls and self._changes.rises(text, first.span[0]):
            scaled = first  # views rose from 15 to 1.2 million
        scaled = _in_shares(scaled, last)
        return _as_end(scaled, last) if _is_like(scaled.value, last.value) else None

    def _with_whole(self, text: str, figures: list[Reading]) -> Iterator[Reading]:
        """Give a part of something counted, and the size of a sample, their noun."""
        whole: Reading | None = None
        money: Reading | None = None
        share: Reading | None = None
        for figure, other in zip_longest(figures, figures[1:]):
            if _is_bare(figure):
                sum_ = self._as_money(text, figure, money) or self._as_share(text, figure, share)
                share = share if sum_ else None
                told = sum_ or self._with_noun(text, figure, whole)
                if not self._is_further(text, told, other):
                    yield told
                continue
            if figure.unit in self._pronouns and whole:
                yield replace(figure, unit=whole.unit)  # 30 tall towers and 4 low ones
                continue
            if figure.kind not in {"date", "duration"}:
                share = figure if figure.kind == "percent" else None
            money = figure if figure.kind == "money" else money
            if figure.kind == "count" and figure.value and figure.noun:
                whole = figure
            yield figure

    def _with_noun(self, text: str, figure: Reading, whole: Reading | None) -> Reading:
        if sample := _SAMPLE.match(text, 0, figure.span[0]):
            return replace(figure, unit=sample["noun"], noun=sample.span("noun"))
        if whole and whole.noun and whole.span[1] < figure.span[0] < whole.noun[0]:
            return replace(figure, unit=whole.unit)  # twenty (out of 23) sites
        shares = whole is not None and (
            self._is_part(text, figure, whole) or self._wholes.is_whole_of(text, whole, figure)
        )
        return replace(figure, unit=whole.unit) if whole and shares else figure

    def _as_money(self, text: str, figure: Reading, money: Reading | None) -> Reading | None:
        """Return a bare number of millions as money that is joined to money in its sentence."""
        if money is None or Decimal(figure.precision or 0) < _LEAST_SUM:
            return None
        between = money.span[1], figure.span[0]
        near = between[1] - between[0] <= _FARTHEST and not _END.search(text, *between)
        if not near:
            return None
        joined = self._joined.match(text, *between) or self._parted.match(text, *between)
        if not (joined or self._opened.match(text, 0, money.span[0])):
            return None
        return replace(figure, kind="money", unit=money.unit, rule="money.elided")

    def _as_share(self, text: str, figure: Reading, share: Reading | None) -> Reading | None:
        """Return a bare number as a share that the one before is compared with: `against 9.8`."""
        value = share.value if share else None
        if share is None or not value or not figure.value:
            return None
        between = share.span[1], figure.span[0]
        against = self._against.match(text, *between)
        if not against or between[1] - between[0] > _FARTHEST or _END.search(text, *between):
            return None
        of_count = _OF_COUNT.match(text, 0, share.span[0])  # 41 (13%) were ill, against 9 of them
        least, other = abs(Decimal(value)), abs(Decimal(figure.value))
        near = max(least, other) <= _MOST_BESIDE * min(least, other)
        if not near or of_count or least <= _WHOLE_SHARE < other or self._is_of_change(text, share):
            return None
        return replace(figure, kind="percent", unit=share.unit, rule="percent.elided")

    def _is_of_change(self, text: str, share: Reading) -> bool:
        """Say whether a share tells by how much something changed: `rose 12 per cent`.

        What it is compared with may then be of anything; `rose to 12 per cent` tells a level.
        """
        if self._more.match(text, share.span[1]):
            return True
        start = min((share.modifier_span or share.span)[0], share.span[0])
        return self._changes.before(text, start) and not self._reached.match(text, 0, start)

    def _is_when(self, text: str, last: Reading) -> bool:
        """Say whether a stretch tells how far apart two times are: `rose to 45 days later`."""
        return last.kind == "duration" and self._apart.match(text, last.span[1]) is not None

    def _is_further(self, text: str, figure: Reading, other: Reading | None) -> bool:
        """Say whether a spelled number is of more, and nothing before says of what.

        In `another two or three weeks` the other one says it.
        """
        start, end = figure.span
        if not text[start].isalpha() or not self._further.match(text, 0, start):
            return False
        near = other is not None and other.span[0] - end <= _TO_OTHER
        if other is not None and near and other.kind in _MEASURED:
            return True
        return figure.unit is None and not self._named.match(text, end)

    def _is_part(self, text: str, figure: Reading, whole: Reading) -> bool:
        """Say whether a bare number tells how many of a whole in its sentence."""
        between = whole.span[1], figure.span[0]
        near = between[1] - between[0] <= _FARTHEST
        more = self._others.match(text, figure.span[1]) or self._compared.match(text, *between)
        if whole.unit and whole.unit.casefold() in self._people:  # no other cars: hurt four others
            more = more or self._other_people.match(text, figure.span[1])
        if near and more:
            return not _STOP.search(text, *between)
        if not near or _END.search(text, *between) or not _is_within(figure, whole):
            return False
        return self._is_told_part(text, figure, whole)

    def _is_told_part(self, text: str, figure: Reading, whole: Reading) -> bool:
        between = whole.span[1], figure.span[0]
        if self._parts.match(text, *between):
            return True
        if _NAMED.match(text, *between) and text[figure.span[1] : figure.span[1] + 1] in _CLOSED:
            return True
        noun_end = whole.noun[1] if whole.noun else whole.span[1]
        limit = figure.modifier_span  # at least 87
        start = min(limit[0], figure.span[0]) if limit else figure.span[0]
        follows = self._behind.fullmatch(text, noun_end, start) if noun_end < start else None
        return follows is not None and self._of.match(text, 0, whole.span[0]) is not None


def _told_endings(noun: Section) -> str:
    """Return the pattern of how words end that tell what became of a part: `заполнены 87`."""
    endings = "|".join(longest_first(noun.words("done_endings")))
    return rf"(?<={endings or '(?!)'})(?=\ )"


def _has_unit(last: Reading) -> bool:
    """Say whether the last end of a change may print the unit of both."""
    alone = last.kind in {"duration", "money"}  # of pesos it may not be known whose they are
    return alone or (last.unit is not None and last.kind in _SHARED)


def _is_scaled(last: Reading) -> bool:
    """Say whether a number by itself may print the magnitude of both: `from 8 to 9.7 billion`."""
    return _is_bare(last) and Decimal(last.precision or 0) >= _LEAST_SUM


def _is_bare(figure: Reading) -> bool:
    return figure.kind == "count" and figure.unit is None and figure.rule in BARE_RULES


def _is_side(text: str, first: Reading, last: Reading) -> bool:
    """Say whether a bare number is one of the dimensions whose unit the last one has."""
    yearly = first.kind == "date" and _YEAR.fullmatch(text, *first.span)  # 1920 x 1080 pixels
    if not (yearly or _is_bare(first)) or last.kind != "measure":
        return False
    if yearly:  # but it rose in 2031 by 20 cm
        return _TIMES.fullmatch(text, first.span[1], last.span[0]) is not None
    if last.unit in _NO_LENGTHS:
        return False  # two modules of 4 GB each
    return _BY.fullmatch(text, first.span[1], last.span[0]) is not None


def _is_within(part: Reading, whole: Reading) -> bool:
    return bool(part.value and whole.value) and Decimal(part.value or 0) <= Decimal(
        whole.value or 0
    )


def _in_shares(first: Reading, last: Reading) -> Reading:
    """Return a number of thousandths as the per cent that it is: `from 48 to 39 per thousand`."""
    scale = _SCALES.get(last.rule)
    if scale is None:
        return first
    value, precision = (n and plain(Decimal(n) * scale) for n in (first.value, first.precision))
    return replace(first, value=value, precision=precision)


def _is_like(first: str | None, last: str | None) -> bool:
    """Say whether two numbers are as large as the ends of one change."""
    if not (first and last):
        return False
    less, more = sorted((Decimal(first), Decimal(last)))
    return less > 0 and more < _MOST_CHANGED * less


def _as_end(first: Reading, last: Reading) -> Reading:
    rule = f"{last.kind}.{first.rule.partition('.')[2]}"
    ended = replace(first, kind=last.kind, unit=last.unit, rule=rule)
    return replace(ended, precision="0.5", role=None) if first.kind == "date" else ended
