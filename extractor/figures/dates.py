"""Dates and intervals: points in time joined, with what the words before say of them."""

from dataclasses import replace
from typing import Literal

import regex

from extractor.figures.around import Around
from extractor.figures.calendar import Point
from extractor.figures.found import Found, explained
from extractor.figures.lexicon import Pack
from extractor.figures.marked import days_of_span, opening_days
from extractor.figures.phrases import LazyPattern, after, any_of, before, joined
from extractor.figures.points import Points
from extractor.figures.reading import Reading
from extractor.figures.timeframe import UNKNOWN, Timeframe
from extractor.figures.yearless import Yearless

Role = Literal["as_of", "since", "until", "period", "point"]

_DASH = regex.compile(r"\ ?[-‑–—‒]\ ?")
_YEARS = regex.compile(
    r"""
    (?P<first> (?:19|20)[0-9]{2} ) (?P<sep> \ ?[-‑–—]\ ? | / )
    (?P<last> (?:19|20)[0-9]{2} | [0-9]{2} ) (?: / (?P<upto> (?:20)?[0-9]{2} ) )?+
    (?! [0-9] | [.,/-][0-9] | \p{L} | \ ?% )
    """,
    regex.X,
)
_DAY_AND_YEAR = regex.compile(
    r"""
    (?P<day> 0?[1-9]|[12][0-9]|3[01]) (?:st|nd|rd|th)?+
    (?: ,?\ (?P<year> (?:19|20)[0-9]{2} ) )?+ (?! [0-9\p{L}%] | [.,:][0-9] )
    """,
    regex.X,
)
_LONG_AGO = regex.compile(r"1[5-8][0-9]{2}(?![0-9\p{L}%]|[.,:/-][0-9]|\ of\b|\ [0-9])")
_NAMES_ON = regex.compile(r"\ \p{L}")
_LONG_FORMS = frozenset(("season", "part", "decade", "fiscal"))  # take "the" by themselves
_FOLLOWED = ("month", "fiscal")
_MONTHS = ("month", "month_year")
_YEAR_MONTHS = 12
_CENTURY = 100
_TWO_YEARS = len("2031-2032")
_LONGEST_PERIOD = 60  # years; what lies further apart is no period of a plan


_BEGINS = regex.compile(r"(?r) (?: \A | [.;:!?»”)] \s{1,2} )", regex.X)


class Dates:
    """Reads dates of one language."""

    def __init__(self, pack: Pack, around: Around) -> None:
        date = pack.section("date")
        self.points = Points(pack)
        self._around = around
        pairs = pack.section("range").lists["pairs"]
        # Where nouns come first a day takes the article: "entre el 1 y el 30 de junio".
        article = any_of(date.words("articles")) if pack.flag("noun_first") else "(?!)"
        the = rf"(?:{article}\ )?+"
        self._pairs = [
            (
                before([opener], gap=rf"\ {{1,2}}(?:{article}\ )?+"),
                LazyPattern(rf"{joined(closer)}{the}", regex.I),
            )
            for opener, closer in pairs
        ]
        to = any_of((*pack.section("range").words("to"), *date.words("joiners")))
        self._to = LazyPattern(rf"\ (?:{to})\ ", regex.I)
        self._and = LazyPattern(rf"\ (?:{any_of(date.words('and'))})\ ?", regex.I)
        self._marked, self._days_from = opening_days(pack), days_of_span(pack)
        self._open = after((*date.words("to_date"), *date.words("onwards")), gap=r"\ ?[-–]?\ ?")
        self._year_word = after(date.words("year_words"))
        self._long_ago = before(date.words("long_ago"))
        self._anchor = before(date.words("anchored"))
        edges = any_of(date.words("edges"))
        articles = any_of(date.words("articles"))
        the = rf"(?: (?<! \p{{L}} ) {articles} \ ? )?+"
        gap = rf"\ {{0,2}} (?: (?<! \p{{L}} ) (?: {edges} )[\ -] )?+ {the}"
        self._in = before(date.words("anchored"), gap=gap)
        self._opening = before(date.words("opening"), gap=gap)
        self._compared = before(pack.section("noun").words("compared"), gap=gap)
        self._from = before(date.words("from"), gap=gap)
        # In `the 2022 invasion` the date qualifies what follows; where nouns come first it cannot,
        # nor where the article belongs to the date itself: `seit dem 1. Mai`.
        qualifies = not (pack.flag("noun_first") or pack.flag("nouns_capitalised"))
        self._article = before(date.words("articles")) if qualifies else None
        until = before(date.words("until"), gap=gap)
        self._yearless = Yearless(pack, until)
        self._roles: list[tuple[Role, LazyPattern]] = [
            ("as_of", before(date.words("as_of"), gap=gap)),
            ("since", before(date.words("since"), gap=gap)),
            ("until", until),
        ]

    def read_digits(self, text: str, at: int, floor: int, frame: Timeframe) -> Found | None:
        """Return the date that begins with digits; a bare year may yet be a count, and is left."""
        found = self.read(text, at, floor, frame)
        if found and found.figures and found.figures[0].rule == "date.year":
            return None
        return found

    def opens_marked(self, text: str, at: int) -> bool:
        """Say whether what looks like the number of an item is of a date: `31. März`."""
        return self._marked.match(text, at) is not None

    def anchored(self, text: str, at: int, floor: int) -> bool:
        """Say whether the word before makes a date of a year (`in 2022`)."""
        return self._anchor.match(text, floor, at) is not None

    def long_ago(self, text: str, at: int, floor: int) -> Found | None:
        """Return the year before 1900 whose digits stand at a place (`founded in 1865`)."""
        year = _LONG_AGO.match(text, at)
        if year is None or not self._long_ago.match(text, floor, at):
            return None
        point = Point(year.end(), int(year[0]))
        return self._single(text, at, point, floor, UNKNOWN)

    def says_year(self, text: str, end: int) -> bool:
        """Say whether a word after a number makes a year of it (`2022 года`)."""
        return self._year_word.match(text, end) is not None

    def read(self, text: str, at: int, floor: int, frame: Timeframe) -> Found | None:
        """Return the date or interval at a place; a day or month without year takes the frame's.

        One that stays without a year is explained only.
        """
        pair = self._years(text, at) or self._days(text, at)
        if pair is None:
            first = self.points.read(text, at)
            if first is None:
                return None
            last = self._last(text, at, first, floor)
            if last is None:
                return self._single(text, at, _in_months(first, frame), floor, frame)
            pair = first.completed(last), last
        elif year := _as_fiscal_year(text[at : pair[1].end], *pair, frame):
            return self._single(text, at, year, floor, frame)
        pair = _in_months(pair[0], frame), _in_months(pair[1], frame)
        if pair[1].year is None:
            pair = _ordered(*(self._yearless.dated(text, at, p, floor, frame) for p in pair))
        return self._interval(text, at, *pair, floor=floor)

    def _single(
        self, text: str, at: int, point: Point, floor: int, frame: Timeframe
    ) -> Found | None:
        if point.year is None:
            if not self._is_time(text, at, point, floor):
                return None
            point = self._yearless.dated(text, at, point, floor, frame)
        if not point.is_whole:
            return _yearless(text, at, point)
        if opened := self._open.match(text, point.end):
            value = f"{point.first()}/.."
            return self._found(text, (at, opened.end()), value, "date.open", floor)
        value, words_from = point.value(), floor
        if self._opening.match(text, floor, at) or self._opens(text, at, point, floor):
            compared = self._compared.match(text, floor, at)
            if compared or self._qualifies(text, at, point, floor):
                words_from = at  # the words before are not said of the date
            else:
                value = f"{point.first()}/.."
        return self._found(text, (at, point.end), value, f"date.{point.form}", words_from)

    def _opens(self, text: str, at: int, point: Point, floor: int) -> bool:
        """Say whether a sentence begins with the day from which on it holds: `From 1 May 2031`."""
        begins = self._from.match(text, floor, at) if point.day else None
        return bool(begins and _BEGINS.match(text, 0, begins.start("phrase")))

    def _is_time(self, text: str, at: int, point: Point, floor: int) -> bool:
        """Say whether a day or month is one; a month's name by itself may be another word."""
        if point.day is not None or point.months > 1:
            return True
        if self._qualifies(text, at, point, floor):
            return False
        said = (self._in, self._opening, *(words for _, words in self._roles))
        return any(words.match(text, floor, at) for words in said)

    def _qualifies(self, text: str, at: int, point: Point, floor: int) -> bool:
        """Say whether a date tells which of several is meant: `since the 2022 invasion`."""
        if self._article is None or point.form in _LONG_FORMS:
            return False
        named = _NAMES_ON.match(text, point.end)
        return named is not None and self._article.match(text, floor, at) is not None

    def _years(self, text: str, at: int) -> tuple[Point, Point] | None:
        match = _YEARS.match(text, at)
        last = _last_year(match) if match else None
        if match is None or last is None:
            return None
        first = int(match["first"])
        if not first < last < first + _LONGEST_PERIOD:
            return None
        return Point(match.start("sep"), first), Point(match.end(), last)

    def _days(self, text: str, at: int) -> tuple[Point, Point] | None:
        """Return `11-14 June 2023`, whose first end is a bare day."""
        match = self._days_from.match(text, at)
        if match is None:
            return None
        joint = _DASH.match(text, match.end()) or self._to.match(text, match.end())
        if joint is None and self._pairs:
            joint = self._pairs[0][1].match(text, match.end())
        if joint is None or joint.end() >= len(text) or not text[joint.end()].isdigit():
            return None
        last = self.points.read(text, joint.end())
        if last is None or last.day is None or last.month is None:
            return None
        return Point(match.end(), last.year, last.month, int(match["day"])), last

    def _last(self, text: str, at: int, first: Point, floor: int) -> Point | None:
        joint = self._joint(text, at, first, floor)
        if joint is None:
            return self._following(text, first)
        if first.form == "month_day" and (day := _DAY_AND_YEAR.match(text, joint.end())):
            year = int(day["year"]) if day["year"] else None
            return Point(day.end(), year, first.month, int(day["day"]))
        last = self.points.read(text, joint.end())
        if last is None or last.is_whole < first.is_whole:
            return None
        if first.form == "fiscal" and last.form == "year":
            last = replace(last, form="fiscal")
        first = first.completed(last)
        ordered = not (first.is_whole and last.is_whole) or first.first() <= last.last()
        return last if ordered else None

    def _joint(self, text: str, at: int, first: Point, floor: int) -> "regex.Match[str] | None":
        """Return what joins a point to the last one of an interval, past the word for year."""
        end = first.end
        if first.year is not None and (word := self._year_word.match(text, end)):
            end = word.end()
        joint = _DASH.match(text, end) or self._to.match(text, end)
        for opener, closer in self._pairs:
            if joint is None and opener.match(text, floor, at):
                joint = closer.match(text, end)
        return joint

    def _following(self, text: str, first: Point) -> Point | None:
        """Return the month or year behind `and` that follows on the first: `May and June 2031`."""
        joint = self._and.match(text, first.end) if first.form in _FOLLOWED else None
        last = self.points.read(text, joint.end()) if joint else None
        if last is None:
            return None
        if first.form == "fiscal" and first.year is not None and last.form == "year":
            return replace(last, form="fiscal") if last.year == first.year + 1 else None
        if last.form not in _MONTHS or first.month is None:
            return None
        return last if last.month == first.month % _YEAR_MONTHS + 1 else None

    def _interval(
        self, text: str, at: int, first: Point, last: Point, *, floor: int
    ) -> Found | None:
        if not (first.is_whole and last.is_whole):
            return _yearless(text, at, last) if last.year is None else None
        value = f"{first.first()}/{last.last()}"
        return self._found(text, (at, last.end), value, "date.interval", floor)

    def _found(self, text: str, span: tuple[int, int], value: str, rule: str, floor: int) -> Found:
        limit = self._around.modifier(text, span[0], floor, "date")
        if limit and limit[0] != "approx":
            limit = None  # "up to 2026" tells the role of the date, not how exact it is
        role = next((r for r, words in self._roles if words.match(text, floor, span[0])), None)
        if "/" in value and role != "until":
            role = "since" if value.endswith("..") else "period"
        return Found(
            span[1],
            (
                Reading(
                    span=span,
                    kind="date",
                    value=value,
                    modifier=limit[0] if limit else None,
                    modifier_span=limit[1] if limit else None,
                    rule=rule,
                    role=role or "point",
                ),
            ),
        )


def _in_months(point: Point, frame: Timeframe) -> Point:
    """Return a fiscal year as its months, where the document tells these."""
    return frame.fiscal.dated(point) if frame.fiscal and point.form == "fiscal" else point


def _as_fiscal_year(text: str, first: Point, last: Point, frame: Timeframe) -> Point | None:
    """Return `2031/32` as the fiscal year that it is in what a government publishes; else None."""
    short = len(text) < _TWO_YEARS or "/" in text
    if frame.fiscal is None or not (frame.fiscal.is_public and short) or first.month or last.month:
        return None
    if first.year is None or last.year != first.year + 1:
        return None
    return frame.fiscal.dated(Point(last.end, first.year, years=2, form="fiscal"))


def _last_year(match: "regex.Match[str]") -> int | None:
    """Return the last year of `2024-26`, `2023/24` or `2018-2023/2024`; None where it is none."""
    first, mark, year = int(match["first"]), match["sep"], int(match["last"])
    if year < _CENTURY:
        year += first - first % _CENTURY
        year += _CENTURY if year < first else 0
        if len(mark) > 1 or (mark == "/" and year != first + 1):
            return None
    if match["upto"] is None:
        return year
    return year + 1 if match["upto"].endswith(f"{(year + 1) % _CENTURY:02d}") else None


def _ordered(first: Point, last: Point) -> tuple[Point, Point]:
    """Return the ends of an interval; without their years where these put the last one first."""
    if first.is_whole and last.is_whole and first.first() > last.last():
        return replace(first, year=None), replace(last, year=None)
    return first, last


def _yearless(text: str, at: int, point: Point) -> Found:
    return replace(explained(text, at, point.end, "reference"), lacks_year=True)
