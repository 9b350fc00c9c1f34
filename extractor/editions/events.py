"""Events that are named by their dates: the floods of October 2031 are not those of May 2032."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import regex

from extractor.entities.gazetteer import load
from schemas.figure import Figure

BETWEEN = 16  # characters between an event and its date: ` of early `
OF = regex.compile(
    r"\s++(?:of|du|de\s++la|de|del|d['’])\s*+(?:(?:early|mid|late)[\s-]++)?$", regex.I
)
"""What joins an event and its date; one that happened `in May` may be one of many."""


class Event(NamedTuple):
    """An event, where it is named, and the date that tells it from others of its kind."""

    start: int
    kind: str
    date: str

    def is_other(self, than: "Event | None") -> bool:
        """Say whether both are of one kind, and the date of neither is within that of the other."""
        if than is None or self.kind != than.kind:
            return False
        return not (self.date.startswith(than.date) or than.date.startswith(self.date))


class Events:
    """The events that a document names by their dates."""

    def __init__(self, text: str, figures: Iterable[Figure]) -> None:
        """Look at what stands before each date of a sentence."""
        dates = (f for f in figures if f.kind == "date" and f.value and f.cell is None)
        named = (_named(text, figure) for figure in dates)
        self._text = text
        self._events = [event for event in named if event is not None]

    def __bool__(self) -> bool:
        """Say whether the document names any."""
        return bool(self._events)

    def told(self, start: int, end: int, at: int) -> Event | None:
        """Return the event that a figure of a sentence is of; None where that is not clear.

        It is the one that the sentence names, of several the last before the figure; else the only
        one that was named before of the kind that the sentence speaks of.
        """
        here = [event for event in self._events if start <= event.start < end]
        if here:
            before = [event for event in here if event.start < at]
            return before[-1] if before else here[0] if len(here) == 1 else None
        kinds = {_kinds()[word.casefold()] for word in _words().findall(self._text, start, end)}
        so_far = [event for event in self._events if event.start < start and event.kind in kinds]
        return so_far[-1] if len({event.date for event in so_far}) == 1 else None


def _named(text: str, figure: Figure) -> Event | None:
    """Return the event that a date is of."""
    at = figure.anchor.start
    joined = OF.search(text, max(0, at - BETWEEN), at)
    if joined is None:
        return None
    word = regex.search(r"\p{L}++$", text[max(0, joined.start() - BETWEEN) : joined.start()])
    kind = None if word is None else _kinds().get(word[0].casefold())
    return None if kind is None else Event(joined.start(), kind, figure.value or "")


@cache
def _kinds() -> dict[str, str]:
    """Return of each word that names an event what kind it is."""
    return {word: kind for kind, words in load("editions.toml")["events"].items() for word in words}


@cache
def _words() -> regex.Pattern[str]:
    told = "|".join(sorted(map(regex.escape, _kinds()), key=len, reverse=True))
    return regex.compile(rf"(?<!\p{{L}})(?:{told})(?!\p{{L}})", regex.I)
