"""Events that are named by their dates: the floods of October 2031 are not those of May 2032."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex

from extractor.data.tables import load
from extractor.days import days
from schemas.figure import Figure

BETWEEN = 16  # characters between an event and its date: ` of early `
NEAR = 31  # days: a date that is corrected is no further from what it was
JOIN = 60  # characters from the date of an event to that of another: ` and the floods of `
OF = regex.compile(
    r"\s++(?:of|du|de\s++la|de|del|d['’])\s*+(?:(?:early|mid|late)[\s-]++)?$", regex.I
)
"""What joins an event and its date; one that happened `in May` may be one of many."""
JOINED = regex.compile(r"\s*+(?:,\s*+)?(?:and|or|et|ou|y|e|o)\s[^,.;:]*+", regex.I)
"""What stands between the dates of events that did a thing together."""


class Event(NamedTuple):
    """An event, where it is named, and the date that tells it from others of its kind."""

    start: int
    kind: str
    date: str
    is_joined: bool = False
    """Whether another one is told together with it: `the floods of May and those of June`."""

    def is_other(self, than: "Event | None") -> bool:
        """Say whether both are of one kind, and of dates that no correction explains."""
        if than is None or self.kind != than.kind:
            return False
        if self.date.startswith(than.date) or than.date.startswith(self.date):
            return False
        first, last = sorted(days(each)[0] or "" for each in (self.date, than.date))
        return not first or (date.fromisoformat(last) - date.fromisoformat(first)).days > NEAR


class Events:
    """The events that a document names by their dates."""

    def __init__(self, text: str, figures: Iterable[Figure]) -> None:
        """Look at what stands before each date of a sentence."""
        dates = [f for f in figures if f.kind == "date" and f.value and f.cell is None]
        joined = _joined(text, dates)
        named = (_named(text, figure, is_joined=figure.id in joined) for figure in dates)
        self._text = text
        self._events = [event for event in named if event is not None]

    def __bool__(self) -> bool:
        """Say whether the document names any."""
        return bool(self._events)

    def told(self, start: int, end: int, at: int) -> Event | None:
        """Return the event that a figure of a sentence is of; None where that is not clear.

        It is the one that the sentence names, of several the last before the figure; else the only
        one that was named before of the kind that the sentence speaks of. Of two that are joined,
        it is neither.
        """
        event = self._told(start, end, at)
        return None if event is None or event.is_joined else event

    def _told(self, start: int, end: int, at: int) -> Event | None:
        here = [event for event in self._events if start <= event.start < end]
        if here:
            before = [event for event in here if event.start < at]
            return before[-1] if before else here[0] if len(here) == 1 else None
        kinds = {_kinds()[word.casefold()] for word in _words().findall(self._text, start, end)}
        so_far = [event for event in self._events if event.start < start and event.kind in kinds]
        return so_far[-1] if len({event.date for event in so_far}) == 1 else None


def _joined(text: str, dates: Iterable[Figure]) -> set[str]:
    """Return the ids of dates that `and` joins to the next or to the last."""
    found: set[str] = set()
    for one, other in pairwise(dates):
        start, end = one.anchor.end, other.anchor.start
        if end - start <= JOIN and JOINED.fullmatch(text, start, end):
            found |= {one.id, other.id}
    return found


def _named(text: str, figure: Figure, *, is_joined: bool) -> Event | None:
    """Return the event that a date is of."""
    at = figure.anchor.start
    joined = OF.search(text, max(0, at - BETWEEN), at)
    if joined is None:
        return None
    word = regex.search(r"\p{L}++$", text[max(0, joined.start() - BETWEEN) : joined.start()])
    kind = None if word is None else _kinds().get(word[0].casefold())
    if kind is None:
        return None
    return Event(joined.start(), kind, figure.value or "", is_joined)


@cache
def _kinds() -> dict[str, str]:
    """Return of each word that names an event what kind it is."""
    return {word: kind for kind, words in load("editions.toml")["events"].items() for word in words}


@cache
def _words() -> regex.Pattern[str]:
    told = "|".join(sorted(map(regex.escape, _kinds()), key=len, reverse=True))
    return regex.compile(rf"(?<!\p{{L}})(?:{told})(?!\p{{L}})", regex.I)
