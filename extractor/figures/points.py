"""Reads points in time: `24 February 2022`, `mid-April 2022`, `Q3 2024`, `winter of 2022-2023`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.figures.calendar import Point
from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, any_of

_YEAR = r"(?P<year> (?: 19 | 20 ) [0-9]{2} | 2100 ) (?! [0-9] | [.,][0-9]{3}(?![0-9]) )"
_YEAR_PAIR = r"(?P<year> (?:19|20)[0-9]{2} ) [-–/] (?: (?:19|20)[0-9]{2} | [0-9]{2} )"
_NUMERIC = r"""
    (?P<a> [0-9]{1,2} ) (?P<sep> [./-] ) (?P<b> [0-9]{1,2} ) (?P=sep)
    (?P<year> (?:19|20)[0-9]{2} ) (?![0-9])
"""
_NUMBERED = r"(?P<number> [1-4] ) (?P<letter> [QT] )"
_SHORT = r"(?P<short> [0-9]{2} ) (?! [0-9\p{L}%] | [.,:/-][0-9] )"
_LETTERED = r"(?P<letter> [QHST] ) (?P<number> [1-4] )"
_NEXT = r"(?P<next> (?:20)?[0-9]{2} )"
_DAY = r"(?P<day> 0?[1-9] | [12][0-9] | 3[01] )"
_FIRST_WORD = regex.compile(r"\P{L}")
_DIGITS = regex.compile(r"[0-9]++")
_LETTERS = regex.compile(r"\p{L}++")
_YEAR_DIGITS = 4
_Groups = Mapping[str, str | None]
_CENTURY = 100
_YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a point in time."""

    name: str
    head: LazyPattern
    """All of it; where a month is named, what stands before the name."""
    tail: LazyPattern | None = None
    """What stands behind the name of the month."""


def _compiled(case: str, name: str, head: str, *tail: str) -> _Form:
    """Return a form of its source; a month is written in the case that its language gives it."""
    flags = case if tail else "(?i)"
    return _Form(name, *(LazyPattern(flags + part, regex.X) for part in (head, *tail)))


class Points:
    """The patterns of points in time of one language, the most specific first."""

    def __init__(self, pack: Pack) -> None:
        date = pack.section("date")
        self._months = {w.casefold(): int(v) for v, w in _spelled(pack, "date.months")}
        self._seasons = {w.casefold(): int(v) for v, w in _spelled(pack, "date.seasons")}
        self._ordinals = {w.casefold(): int(v) for v, w in _spelled(pack, "date.ordinals")}
        self._date = date
        self._parts = {w.casefold(): int(v) for v, w in _spelled(pack, "date.parts")}
        case = "" if pack.flag("months_capitalised") else "(?i)"
        lower = [month for month in self._months if month not in date.folded("homonyms")]
        spelled = list(self._months) if case else [*_capitalised(self._months), *lower]
        of, marks = any_of(date.words("of")), any_of(date.words("day_marks"))
        mid = any_of(date.words("mid"))
        fiscal = any_of(date.words("fiscal"))
        # Half of the forms name a month, and its many names are compiled once for all of them.
        self._month = LazyPattern(
            rf"{case} (?P<month> {any_of(spelled)} ) (?![\p{{L}}0-9]) \.?", regex.X
        )
        mids = rf"(?: (?: {mid} ) [-‑\ ] )?+"
        link = rf"\ {{1,2}} (?: (?: {of} ) \  )?+"
        wide = rf"\ {{1,2}} (?: {any_of((*date.words('of'), *date.words('inside')))} \  )?+"
        comma_year = rf"(?: ,? {wide} | ,\ ? | [-/] ) {_YEAR}"
        day = rf"{_DAY} (?: st | nd | rd | th | er | º | ° | {marks} )?+"
        first = rf"(?P<first> {any_of(date.words('first_day'))} ) {link}"
        ordinal = any_of(self._ordinals)
        part = any_of(self._parts)
        season = any_of(self._seasons)
        second = r"0?[1-9] | [12][0-9] | 3[01]"
        forms = [
            ("iso", rf"{_YEAR} - (?P<month> 0?[1-9] | 1[0-2] ) - (?P<day> {second} ) (?![0-9-])"),
            ("iso", rf"{_YEAR} - (?P<month> 0[1-9] | 1[0-2] ) (?! [0-9\p{{L}}%] | [-/.,][0-9] )"),
            ("day_month_year", rf"{day} (?: {link} | - )", comma_year),
            ("month_day_year", "", rf"\ {day} (?: ,\ ? | \ (?: {of} \ )? ) {_YEAR}"),
            ("first_day", first, rf"(?: {comma_year} )?+"),
            ("month_year", mids, comma_year),
            ("numeric", _NUMERIC),
            ("day_month", rf"{day} {link}", ""),
            ("day_month", _numbered(date.words("numbered_after"))),
            ("month_day", "", rf"\ {day} (?! [0-9] | [.,][0-9] | \ ? % )"),
            ("season", rf"(?P<season> {season} ) {wide} {_YEAR_PAIR} (?![0-9])"),
            ("season", rf"(?P<season> {season} ) {wide} {_YEAR}"),
            ("part", rf"(?P<nth> {ordinal} ) [\ -] (?P<part> {part} ) ,? {wide} {_YEAR}"),
            ("part", rf"(?P<part> {part} ) \  (?P<nth> {ordinal} ) ,? {wide} {_YEAR}"),
            ("part", rf"{_LETTERED} (?: \ | {wide} | [-/,'] \ ? ) {_YEAR}"),
            ("part", rf"{_YEAR} [\ -]? {_LETTERED} (?![0-9])"),
            ("part", rf"{_NUMBERED} (?: [\ ']? {_YEAR} | '? {_SHORT} )"),
            ("part", rf"{_LETTERED} \ ?' {_SHORT}"),
            ("fiscal", rf"{fiscal} \ ? {_YEAR} (?: [/–-] {_NEXT} )?+ (?![0-9])"),
            ("fiscal", rf"{fiscal} [\ ']? (?P<short> [0-9]{{2}} ) (?: [/–-] {_NEXT} )?+ (?![0-9])"),
            ("decade", rf"{mids} (?P<year> (?:19|20)[0-9]0 ) ['’]?s (?![\p{{L}}0-9])"),
            ("year", rf"{mids} {_YEAR} (?![\p{{L}}0-9])"),
            ("month", mids, ""),
        ]
        made = [_compiled(case, *form) for form in forms]
        # Most short numbers are no day: one pattern tells it where five would be tried.
        named = any_of((*self._months, *self._parts))
        self._like_day = LazyPattern(
            rf"""[1-4] [QT] [\ '0-9] | [0-9]{{1,2}} (?: [./-] [0-9]{{1,2}} [./-]
            | (?: \.?[\p{{L}}º°]{{1,3}} | {marks} )? (?: {link} | - ) {named} )""",
            regex.X | regex.I,
        )
        self._at_day = [one for one in made if one.name in _FROM_DAY]
        self._at_year = [one for one in made if one.name in _FROM_YEAR]
        self._at_other = [one for one in made if one.name not in _FROM_DIGIT]

    @cached_property
    def _at_month(self) -> list[_Form]:
        return [one for one in self._at_other if one.name in _FROM_MONTH]

    @cached_property
    def _month_words(self) -> frozenset[str]:
        """The words that only a month begins with, in lower case."""
        others = [*self._seasons, *self._ordinals, *self._parts]
        for words in ("first_day", "mid", "fiscal"):
            others += self._date.folded(words)
        return _first_words(self._months) - _first_words(others)

    @property
    def openers(self) -> frozenset[str]:
        """The words that a point may begin with, in lower case."""
        return _first_words(
            (
                *self._months,
                *self._seasons,
                *self._ordinals,
                *self._parts,
                *self._date.words("first_day"),
            )
        )

    def read(self, text: str, at: int) -> Point | None:
        """Return the point in time that stands at a place."""
        for form in self._forms_at(text, at):
            got = self._groups(form, text, at)
            if got and (point := self._point(form.name, *got)):
                return point
        return None

    def _groups(self, form: _Form, text: str, at: int) -> tuple[_Groups, int] | None:
        """Return the parts of a form that stands at a place, and its end."""
        head = form.head.match(text, at)
        if head is None or form.tail is None:
            return head and (head.groupdict(), head.end())
        month = self._month.match(text, head.end())
        tail = form.tail.match(text, month.end()) if month else None
        if month is None or tail is None:
            return None
        end = tail.end()
        end -= text[end - 1] == "."  # a full stop ends the sentence, too
        return head.groupdict() | month.groupdict() | tail.groupdict(), end

    def _forms_at(self, text: str, at: int) -> Sequence[_Form]:
        """Return the forms that may match at a place: digits are a day or a year by length."""
        digits = _DIGITS.match(text, at)
        if digits is None:
            word = _LETTERS.match(text, at)
            is_month = word is not None and word[0].casefold() in self._month_words
            return self._at_month if is_month else self._at_other
        if digits.end() - at == _YEAR_DIGITS:
            return self._at_year if text[at] in "12" else ()
        return self._at_day if self._like_day.match(text, at) else ()

    def _point(self, form: str, got: _Groups, end: int) -> Point | None:
        year = int(said) if (said := got.get("year")) else None
        match form:
            case "season":
                month = self._seasons[str(got["season"]).casefold()]
                point: Point | None = Point(end, year, month, months=3, form=form)
            case "part":
                point = self._part(end, got, year)
            case "fiscal":
                point = _fiscal(end, got, year)
            case "decade":
                point = Point(end, year, years=10, form=form)
            case "numeric":
                point = _numeric(end, got, year)
            case _:
                point = self._dated(form, end, got, year)
        return point

    def _dated(self, form: str, end: int, got: _Groups, year: int | None) -> Point | None:
        name = got.get("month") or ""
        month = int(name) if name.isdigit() else self._months.get(name.casefold())
        said = got.get("day")
        day = 1 if got.get("first") else int(said) if said else None
        point = Point(end, year, month, day, form=form)
        return point if year is None or point.is_whole else None

    def _part(self, end: int, got: _Groups, year: int | None) -> Point | None:
        year = 2000 + int(short) if (short := got.get("short")) else year
        if nth := got.get("nth"):
            months = self._parts[str(got["part"]).casefold()]
            number = min(self._ordinals[nth.casefold()], _YEAR_MONTHS // months)
        else:
            months = {"Q": 3, "T": 3}.get(str(got["letter"]).upper(), 6)
            number = int(got["number"] or 0)
        if number * months > _YEAR_MONTHS:
            return None
        return Point(end, year, (number - 1) * months + 1, months=months, form="part")


# Forms that begin with a digit, and those that begin with a word; the others with either.
_FROM_DAY = frozenset(("day_month_year", "numeric", "day_month", "part"))
_FROM_YEAR = frozenset(("iso", "part", "decade", "year"))
_FROM_DIGIT = frozenset(("iso", "day_month_year", "numeric", "day_month"))
_FROM_MONTH = frozenset(("month_day_year", "month_year", "month_day", "month"))


def _numbered(words: Iterable[str]) -> str:
    """Return the pattern of a day and a month in figures that a word before tells: `am 5.2.`."""
    return rf"""(?<= (?<!\p{{L}}) {any_of(words)} \ ) {_DAY} \.
        (?P<month> 0?[1-9] | 1[0-2] ) \. (?! [0-9] | \ ?[%‰] )"""


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(_FIRST_WORD.split(phrase, 1)[0] for phrase in phrases)


def _spelled(pack: Pack, path: str) -> Iterator[tuple[str, str]]:
    for word, value in pack.section(path).inverted().items():
        yield value, word


def _capitalised(words: Iterable[str]) -> list[str]:
    return [spelling for word in words for spelling in (word.capitalize(), word.upper())]


def _fiscal(end: int, got: _Groups, year: int | None) -> Point | None:
    if year is None:
        year = 2000 + int(got["short"] or 0)
    upto = got.get("next")
    if not upto:
        return Point(end, year, form="fiscal")
    follows = (int(upto) - year) % _CENTURY == 1
    return Point(end, year, years=2, form="fiscal") if follows else None


def _numeric(end: int, got: _Groups, year: int | None) -> Point | None:
    """Return the day of `24/02/2022`, day first unless only the other order gives a date."""
    a, b = int(got["a"] or 0), int(got["b"] or 0)
    day, month = (a, b) if b <= _YEAR_MONTHS else (b, a)
    if not (1 <= month <= _YEAR_MONTHS and day >= 1):
        return None
    point = Point(end, year, month, day, form="numeric")
    return point if point.is_whole else None
