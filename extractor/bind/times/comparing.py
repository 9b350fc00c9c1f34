"""Figures that are held against others, and values at the two ends of a change."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.bind.found import Binding
from extractor.bind.passage import Token
from extractor.bind.prose.governed import CHANGES
from extractor.bind.words import forms_of, word_class
from extractor.data.packs import pack_tree, packs

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
MAX_TO_BASE = 7  # tokens before a date in which it is said to be what another time is held against
MAX_BETWEEN = 3  # of them behind the words that say so: `im Vergleich zum ganzen Jahr`
MAX_PREPOSITION = (
    5  # letters of the last word of a comparison, which has its article: `rispetto allo`
)
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


def is_held_against(tokens: list[Token], date: int, language: str | None) -> bool:
    """Say whether a date is a base by the words before it: `rispetto al 2022`, `mehr als 2022`.

    English has its own words and order, which `is_base_of` knows.
    """
    if language in {None, "en"} or language not in packs():
        return False
    words, before = _words_before(tokens, date)
    heads, more, than = _comparisons(language)
    if any(_ends_in(words, *head) for head in heads):
        return True
    said = any(w in than for w in words[-MAX_BETWEEN - 1 :])
    return said and not more.isdisjoint((before, *words))


def _words_before(tokens: list[Token], date: int) -> tuple[list[str], str]:
    """Return the words between a date and what stands before it, and the word before a figure."""
    first = max(0, date - MAX_TO_BASE)
    stops = (i + 1 for i in range(date - 1, first - 1, -1) if not tokens[i].is_word)
    start = next(stops, first)
    words = [token.lower for token in tokens[start:date] if token.found is None]
    before = tokens[start - 2].lower if start > 1 and tokens[start - 1].measured else ""  # mais 4%
    return words, before


def _ends_in(words: list[str], head: tuple[str, ...], links: int) -> bool:
    """Say whether a comparison, its preposition left open, stands right before a date."""
    for end in range(max(0, len(words) - MAX_BETWEEN), len(words) + 1):
        start = end - len(head) - links
        tied = not links or (end > 0 and len(words[end - 1]) <= MAX_PREPOSITION)
        if start >= 0 and tied and tuple(words[start : end - links]) == head:
            return True
    return False


@cache
def _comparisons(
    language: str | None,
) -> tuple[tuple[tuple[tuple[str, ...], int], ...], frozenset[str], frozenset[str]]:
    """Return the words that compare: with their preposition left open, of more, and of than."""
    tree = pack_tree(str(language))
    phrases = [tuple(phrase.lower().split()) for phrase in tree["noun"]["compared"]]
    heads = tuple((p[:-1] or p, int(len(p) > 1)) for p in phrases)
    anchors = {phrase.lower() for phrase in tree["date"]["anchored"]}
    than = frozenset(w for w in tree["ratio"]["than"] if w not in anchors and len(w) > 1)
    return heads, frozenset(tree["ratio"]["more"]), than


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
