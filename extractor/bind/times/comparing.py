"""Figures that are held against others, and values at the two ends of a change."""

from dataclasses import replace
from itertools import pairwise

from extractor.bind.found import Binding
from extractor.bind.passage import Token
from extractor.bind.prose.governed import CHANGES
from extractor.bind.words import forms_of, word_class

COMPARING = frozenset("than compared relative versus".split())
MOVING = frozenset({"up", "down"})
DIFFERENCES = frozenset("difference gap".split())
"""What lies between two times and holds at neither."""
MODIFIERS = frozenset(
    "a about almost an approximately around at just least nearly only over some the".split()
)
MAX_LEAD = 6  # tokens before a figure in which `up from` or `compared with` stands
MAX_TO_END = 4  # tokens from the first value of a change to its last
SAME_PERIOD = frozenset("the same period month quarter year level in of fiscal figure".split())
"""What may stand between `from` and the date that a change is held against."""
AMOUNTS = frozenset("fewer less more rather greater higher lower other".split())
"""What `than` makes a limit of: `more than 300`."""


def is_compared(tokens: list[Token], at: int) -> bool:
    """Say whether a figure is what another is held against: `up from 12`, `compared with 12`.

    It holds at another time than that one, which its own words tell, or nothing does.
    """
    words = [t.lower for t in tokens[max(0, at - MAX_LEAD) : at]]
    while words and words[-1] in MODIFIERS:
        words.pop()
    leads, ties = words[-2:-1], words[-1:]
    if leads and ties == ["of"] and leads[0] in DIFFERENCES:
        return True
    if leads and ties == ["from"] and leads[0] in CHANGES:
        return True
    return bool(leads) and leads[0] in COMPARING | MOVING and ties[0] in {"from", "with", "to"}


def is_base_of(tokens: list[Token], at: int, date: int) -> bool:
    """Say whether a date is that of what a change is held against: `12 per cent more than in 2030`.

    `Prices rose by 12 per cent from 2030`: nor is the time at which a change begins.
    """
    words = [t.lower for t in tokens[at + 1 : date] if t.found is None]
    if not COMPARING.isdisjoint(words):
        return True
    found = tokens[date].found
    start = len(words) - words[::-1].index("from") if "from" in words else 0
    leads = start and SAME_PERIOD.issuperset(words[start:])
    if not leads or found is None or "/" in (found.reading.value or ""):
        return False
    around = {t.lower for t in tokens[max(0, at - MAX_LEAD) : at]} | set(words)
    return not around.isdisjoint(word_class("changes") | forms_of("change") | MOVING | AMOUNTS)


def at_end_of_change(tokens: list[Token], at: int, date: Binding) -> Binding:
    """Return the end of a time at which a value stands that changed over it, else the whole.

    `Between 2020 and 2030, it fell from 12 to 9`: 12 is that of 2020, 9 that of 2030. A value with
    a time of its own (`from 12 in the years 2020-2025`) holds over all of it.
    """
    first, slash, last = date.value.partition("/")
    if not slash or last == "..":
        return date
    lead = tokens[at - 1].lower if at else ""
    last_of = tokens[at + 1 : at + 1 + MAX_TO_END]
    if lead == "from" and _led(last_of, "to") and not _is_dated(last_of):
        return replace(date, value=first)
    before = tokens[max(0, at - 1 - MAX_TO_END) : at - 1]
    ends = lead == "to" and _led(before, "from") and not _is_dated(before)
    return replace(date, value=last) if ends else date


def _is_dated(tokens: list[Token]) -> bool:
    return any(t.found is not None and t.found.is_time for t in tokens)


def _led(tokens: list[Token], lead: str) -> bool:
    """Say whether a figure stands after a preposition: `from 12`, `to 9`."""
    return any(a.lower == lead and b.measured is not None for a, b in pairwise(tokens))
