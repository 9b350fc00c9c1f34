"""What cannot be: ranges upside down, days that no month has, parts above their whole."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

import regex

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import term
from extractor.entities.gazetteer import load
from schemas.document import Footnote
from schemas.extraction import Finding
from schemas.figure import Figure

DASHES = tuple("-–—‑")
MAX_TOLD = 50  # findings of one kind; a text with more is no plan
MAX_JOIN = 8  # characters between the ends of a range
MAX_GAP = 24  # characters between a part and its whole
MIN_NOTE = 20  # characters of a note; a shorter one (`Ibid.`) may well come twice


def ranges(index: Index) -> Iterator[Finding]:
    """Yield what ends before it begins: `range_reversed`, `period_reversed`."""
    text = index.extraction.text
    for one, other in pairwise(index.extraction.figures):
        gap = other.anchor.start - one.anchor.end
        if one.block_id != other.block_id or one.kind != other.kind or not 0 < gap <= MAX_JOIN:
            continue
        quote = text[one.anchor.start : other.anchor.end]
        between = text[one.anchor.end : other.anchor.start].strip()
        if one.kind == "date":
            if between in DASHES and _is_period(text, one, other) and _is_later(one, other):
                message = f"{quote} ends before it begins."
                yield finding("period_reversed", "error", message, (one, other))
        elif (
            between.casefold() in _words("joins")
            and _opens(text, one, "opens")
            and _is_more(one, other)
        ):
            message = f"Between {quote} runs from the larger number to the smaller."
            yield finding("range_reversed", "error", message, (one, other))


def _is_later(one: Figure, other: Figure) -> bool:
    """Say whether a date lies after another that is told as exactly."""
    dates = (one.value or "", other.value or "")
    return len(dates[0]) == len(dates[1]) and "/" not in "".join(dates) and dates[0] > dates[1]


def _is_period(text: str, one: Figure, other: Figure) -> bool:
    """Say whether a dash makes two dates a period: in tables `2031-2030` may be a difference.

    A dash between blanks parts two clauses, if no word opens the period.
    """
    between = text[one.anchor.end : other.anchor.start]
    parted = between[0].isspace() and between[-1].isspace()
    return one.cell is None and (not parted or _opens(text, one, "periods"))


def _opens(text: str, figure: Figure, name: str) -> bool:
    before = text[max(0, figure.anchor.start - MAX_GAP) : figure.anchor.start].casefold().split()
    return bool(before) and before[-1] in _words(name)


def _is_more(one: Figure, other: Figure) -> bool:
    """Say whether a range falls; one below zero may well be told from its end nearer to zero."""
    if one.unit is not None and one.unit != other.unit:
        return False
    terms = [term(each.value, each.precision) for each in (one, other)]
    values = [each.value for each in terms if each is not None]
    return len(values) == len(terms) and values[0] > values[1] > 0


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("totals.toml")["ranges"][name])


def parts(index: Index) -> Iterator[Finding]:
    """Yield parts that are more than the whole that they are said to be of: `part_over_whole`."""
    text = index.extraction.text
    for one, other in pairwise(index.extraction.figures):
        if one.kind == other.kind == "count" and _is_part(text, one, other):
            part, whole = term(one.value, one.precision), term(other.value, other.precision)
            if part is not None and whole is not None and part.value > whole.value + whole.half:
                message = f"{one.anchor.quote} is more than {other.anchor.quote}, of which it is."
                yield finding("part_over_whole", "warning", message, (one, other), (part, whole))


def _is_part(text: str, one: Figure, other: Figure) -> bool:
    between = text[one.anchor.end : other.anchor.start]
    near = one.block_id == other.block_id and len(between) <= MAX_GAP
    exact = one.modifier is None and other.modifier is None
    return near and exact and " ".join(between.split()).casefold() in _partings()


@cache
def _partings() -> frozenset[str]:
    return frozenset(load("totals.toml")["partings"]["words"])


def dates(index: Index) -> Iterator[Finding]:
    """Yield days that no month has: `impossible_date`."""
    text = index.extraction.text
    if not ("31 " in text or "30 " in text):
        return
    for match in islice(_no_day().finditer(text), MAX_TOLD):
        near = [f for f in index.extraction.figures if _meets(f, match.start(), match.end())]
        message = f"{match[0]} is no day of the calendar."
        yield finding("impossible_date", "error", message, near[:1])


def _meets(figure: Figure, start: int, end: int) -> bool:
    return figure.anchor.start < end and start < figure.anchor.end


@cache
def _no_day() -> "regex.Pattern[str]":
    months = load("totals.toml")["months"]
    thirty, fewer = ("|".join(months[name]) for name in ("thirty", "fewer"))
    return regex.compile(
        rf"(?<![\d.,/-]) (?: 31 \ (?:{thirty}) | 3[01] \ (?:{fewer}) ) (?!\p{{L}})",
        regex.X | regex.I,
    )


def notes(index: Index) -> Iterator[Finding]:
    """Yield notes that are there twice: `duplicate_note`."""
    by_text: defaultdict[str, list[Footnote]] = defaultdict(list)
    for note in index.extraction.footnotes:
        by_text[" ".join(note.text.split())].append(note)
    for text, same in by_text.items():
        if len(same) > 1 and len(text) >= MIN_NOTE:
            labels = " and ".join(note.label for note in same)
            source = tuple(piece for note in same for piece in note.anchor.source[:1])
            yield Finding(
                code="duplicate_note",
                severity="info",
                message=f"Notes {labels} say the same.",
                figures=(),
                source=source,
            )
