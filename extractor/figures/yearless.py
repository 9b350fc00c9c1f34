"""The year of a day or month that is told without one."""

from dataclasses import replace

import regex

from extractor.figures.calendar import Point
from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, any_of
from extractor.figures.timeframe import Timeframe

_SENTENCE = 150  # characters around a date in which its sentence is looked at
_COURSE = 60  # characters from what was reached to when: `590,000 displaced people in December`


class Yearless:
    """Finds the year of days and months, by what one language says around them."""

    def __init__(self, pack: Pack, until: LazyPattern) -> None:
        """Take the words of a language, and what finds a word of deadlines before a place."""
        date = pack.section("date")
        self._until = until
        self._recurring = LazyPattern(
            rf"(?<!\p{{L}}) (?: {any_of(date.words('recurring'))} ) (?!\p{{L}})", regex.X | regex.I
        )
        to = any_of(pack.section("range").words("to"))
        self._course = LazyPattern(
            rf"""(?r) (?<! [0-9] ) (?P<year> (?:19|20)[0-9]{{2}} ) ,?+ \ (?: {to} )
            \ (?: [^.;:!?\n] | [.] (?= [0-9] ) ){{1,{_COURSE}}}?""",
            regex.X | regex.I,
        )

    def dated(self, text: str, at: int, point: Point, floor: int, frame: Timeframe) -> Point:
        """Return a day or month with the year that the text tells; as it is where none is told.

        What was reached comes after what was before: `from 41 in January 2031 to 58 in December`.
        """
        if point.month is None or self._recurs(text, at, point.end):
            return point
        ahead = self._until.match(text, floor, at) is not None
        year = None if ahead else self._reached(text, at, point.month, point.day, frame)
        year = year or frame.year_of(at, point.month, point.day, ahead=ahead)
        return replace(point, year=year)

    def _reached(
        self, text: str, at: int, month: int, day: int | None, frame: Timeframe
    ) -> int | None:
        course = self._course.match(text, max(0, at - _SENTENCE), at)
        return frame.year_after(course.end("year"), month, day) if course is not None else None

    def _recurs(self, text: str, start: int, end: int) -> bool:
        """Say whether a day comes every year: `fiscal years end on 30 June`."""
        first, last = max(0, start - _SENTENCE), end + _SENTENCE
        begin = text.rfind(". ", first, start)
        stop = text.find(". ", end, last)
        return (
            self._recurring.search(text, max(begin, first), stop if stop >= 0 else last) is not None
        )
