"""The time that a sentence opens with: `On 28 March 2031, 172 boats left (31 of them at night)`.

It is also that of the sentences after it in its paragraph, as long as they go on reporting and tell
no time of their own: `From January to March, the fund gave 300 kits. It trained 40 teachers.`
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.bind.found import Binding, Found, inherited
from extractor.bind.passage import CLOSING, Sentence
from extractor.bind.times.comparing import is_compared
from extractor.bind.times.dating import MAX_OPENING, as_of, is_whole_before_part
from extractor.bind.times.reporting import goes_on, reports
from extractor.bind.words import is_auxiliary, is_preposition

Opened = Mapping[int, Binding]
"""The time of sentences that open with it, or go on in it, by where they begin."""
MAX_DATE_LINE = 12  # tokens of a bracket with date and place before a report
ENDS = frozenset("as the end close beginning start".split())
"""What stands in the lead of a date as of which things are so."""
PLANNED = frozenset({"targeted", "required"})
"""Statuses of what is to come."""


@dataclass(frozen=True, slots=True)
class _Lasting:
    """The time in which the next sentences may go on."""

    date: Found
    now: bool
    """Whether things are so at that date, rather than that they were done in that time."""


def opened_times(sentences: Iterable[Sentence]) -> Opened:
    """Return the time of each sentence that opens with one and tells no other, or goes on in it."""
    told: dict[int, Binding] = {}
    lasting: _Lasting | None = None
    passage = -1
    for sentence in sentences:
        if sentence.passage != passage:
            lasting, passage = None, sentence.passage
        dates = [found for found in sentence.founds if found.reading.kind == "date"]
        if not dates:
            going = dict(_going_on(sentence, lasting))
            told.update(going)
            lasting = lasting if going else None  # what is of another time ends it
            continue
        opening = _date_line(sentence, dates) or _opening(sentence)
        if opening is not None and len(dates) == 1:
            told[sentence.span[0]] = as_of(opening, "stated", "as_of.opening")
        lasting = _lasting(sentence, opening, dates)
    return told


def told_before(opened: Opened, found: Found, sentence: Sentence | None) -> Binding | None:
    """Return the time that a figure's sentence opens with, past brackets and other clauses."""
    date = opened.get(sentence.span[0]) if sentence is not None else None
    if sentence is None or date is None:
        return None
    tokens = sentence.tokens
    at = sentence.position_of(found)
    held_against = is_compared(tokens, at) or is_whole_before_part(tokens, at)
    return None if held_against or _is_to_come(found, date) else date


def _is_to_come(found: Found, date: Binding) -> bool:
    """Say whether a figure is planned, which is no report of what was done in an earlier time."""
    planned = found.status is not None and found.status.value in PLANNED
    return planned and date.state == "inherited"


def _lasting(sentence: Sentence, opening: Found | None, dates: list[Found]) -> _Lasting | None:
    """Return the time that a sentence with dates leaves to those after it."""
    if opening is not None and sentence.bracket_of(0) is not None:
        return _Lasting(opening, now=True)  # a date line is no part of its sentence
    date = opening or _holding(sentence, dates)
    if date is None:
        return None
    now = date.reading.role == "as_of"
    return _Lasting(date, now=now) if reports(sentence, now=now) else None


def _going_on(sentence: Sentence, lasting: _Lasting | None) -> Iterable[tuple[int, Binding]]:
    """Yield the time of an earlier sentence, where this one goes on in it."""
    if lasting is None or not goes_on(sentence, now=lasting.now):
        return
    told = inherited(as_of(lasting.date, "stated", "as_of.opening"), "as_of.paragraph")
    if told is not None:
        yield sentence.span[0], told


def _opening(sentence: Sentence) -> Found | None:
    """Return the date that a sentence opens with, which a comma ends."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[: MAX_OPENING + 1]):
        if token.found is None:
            continue
        ends = at + 1 < len(tokens) and tokens[at + 1].text == ","
        ends = ends and sentence.bracket_of(at) is None
        is_time = token.found.reading.kind == "date" and token.found.reading.role is not None
        return token.found if is_time and ends else None
    return None


def _date_line(sentence: Sentence, dates: list[Found]) -> Found | None:
    """Return the date of the bracket that a report opens with: `[12 May 2031, Lorn] Rains …`.

    Where the report tells another time at once, that one counts.
    """
    end = sentence.after_bracket(0)
    if len(dates) > 1 or not 0 < end <= min(MAX_DATE_LINE, len(sentence.tokens) - 1):
        return None
    closed = sentence.tokens[end - 1].text in CLOSING
    inside = [t.found for t in sentence.tokens[:end] if t.found is not None]
    return dates[0] if closed and inside == dates else None


def _holding(sentence: Sentence, dates: list[Found]) -> Found | None:
    """Return the one date as of which a clause opens: `Despite rain, as of 2 May 40 have left`."""
    only, tokens = dates[0], sentence.tokens
    if len(dates) > 1 or only.reading.role != "as_of":
        return None
    at = start = sentence.position_of(only)
    while start > 0 and (is_preposition(tokens[start - 1].text) or tokens[start - 1].lower in ENDS):
        start -= 1
    led = start == 0 or tokens[start - 1].text == ","
    subject = any(
        t.found or (t.is_word and not is_auxiliary(t.text)) for t in tokens[at + 1 : at + 2]
    )
    return only if led and subject else None
