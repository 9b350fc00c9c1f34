"""From blocks and cells to figures: the grammar is run over everything that is text."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

import regex

from extractor.bind.found import Found, Span
from extractor.bind.passage import Passage
from extractor.bind.printed import without_cited_counts, without_printed_numbers
from extractor.bind.tables.cells import read_cells
from extractor.bind.tables.celltext import is_running_text
from extractor.bind.tables.declared import declared_units, prints_factors
from extractor.bind.tables.governing import Governed, governing
from extractor.bind.tables.hints import Money
from extractor.entities.gazetteer import people_nouns
from extractor.figures import fiscal_year, formats_of, read_text
from extractor.figures.reading import Explained, Move, NumberFormat, Reading, Readings
from extractor.figures.timeframe import UNKNOWN, Timeframe, issued_on
from extractor.imprint import published
from extractor.language import language_of
from extractor.segment.document import Cell, Document
from extractor.segment.keyfigures import is_as_of_line
from schemas.document import BlockType
from schemas.figure import Zone

ZONES: dict[BlockType, Zone] = {
    "title": "heading",
    "heading": "heading",
    "paragraph": "prose",
    "list_item": "list",
    "key_figure": "keyfigure",
    "caption": "caption",
    "footnote": "footnote",
}
MAX_TERM = 3  # words in the longest known noun for people


@dataclass(slots=True)
class Collected:
    """What the grammar said of the whole document."""

    language: str | None = None
    """ISO 639-1 code of the language that it was read in; None for one that is not known."""
    published: str | None = None
    """When the document was published, at its own precision; None where that is not clear."""
    frame: Timeframe = UNKNOWN
    """What tells the year of a day that is printed without one."""
    founds: list[Found] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    governed: list[Governed] = field(default_factory=list)
    """For each table what governs its cells."""
    numbers: list[NumberFormat] = field(default_factory=list)
    """For each table how its numbers and dates are read."""


def collect(doc: Document) -> Collected:
    """Read every block and every cell of the document."""
    result = Collected(language=language_of(doc.text))
    written = [doc.quote(b.span) for b in doc.blocks]
    # The scales of charts state no figures, and yet show how the document writes numbers.
    drawn = [line.text for line in doc.furniture if not any(map(str.isalpha, line.text))]
    formats = formats_of([*written, *drawn], result.language)[: len(written)]
    declared = declared_units(doc)
    result.published = published(doc, formats)
    year = fiscal_year(doc.text)
    result.frame = Timeframe(issued_on(result.published), fiscal=year)
    for passage in _passages(doc):
        _read_passage(doc, passage, formats[passage.blocks[0]], result)
    if not prints_factors((found.reading for found in result.founds), declared):
        for found in result.founds:
            found.reading = declared.scaled(found.reading, found.block)
    currency = _only_currency(result.founds)
    for index, table in enumerate(doc.tables):
        money = declared.money(table.block, currency)
        _read_table(doc, index, money, formats[table.block], result)
    result.founds.sort(key=lambda f: f.span)
    return result


def _passages(doc: Document) -> Iterator[Passage]:
    number = 0
    run: list[int] = []
    for index, block in enumerate(doc.blocks):
        if run and (block.type != "key_figure" or block.group != doc.blocks[run[0]].group):
            yield _passage(doc, run, number)
            number += 1
            run = []
        if block.type == "key_figure":
            run.append(index)
        elif block.type in ZONES:
            yield _passage(doc, [index], number)
            number += 1
    if run:
        yield _passage(doc, run, number)


def _passage(doc: Document, indexes: list[int], number: int) -> Passage:
    blocks = [doc.blocks[i] for i in indexes]
    texts = [doc.quote(b.span) for b in blocks]
    starts = list(accumulate((len(t) + 1 for t in texts[:-1]), initial=0))
    return Passage(
        number=number,
        text=" ".join(texts),
        parts=tuple((at, b.span[0]) for at, b in zip(starts, blocks, strict=True)),
        zone=ZONES[blocks[0].type],
        blocks=tuple(indexes),
        breaks=tuple(at for at, t in zip(starts, texts, strict=True) if at and is_as_of_line(t)),
    )


def _opens_with_value(passage: Passage) -> bool:
    """Say whether a key figure's value stands apart from its label: it numbers no item."""
    if passage.zone != "keyfigure" or len(passage.parts) == 1:
        return False
    return LETTER.search(passage.text, 0, passage.parts[1][0]) is None


def _in_note(doc: Document, passage: Passage, known: Timeframe) -> Timeframe:
    """Return what tells the year of a passage's days; of a footnote's days its address does."""
    if passage.zone != "footnote":
        return known
    note = next((n for n in doc.footnotes if n.block == passage.blocks[0]), None)
    years = {m[0] for url in (note.urls if note else ()) for m in YEAR.finditer(url)}
    return Timeframe(year=int(years.pop())) if len(years) == 1 else UNKNOWN


DIGITS = regex.compile(r"\p{Nd}+")
LETTER = regex.compile(r"\p{L}")
YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _read_passage(
    doc: Document, passage: Passage, numbers: NumberFormat, result: Collected
) -> None:
    known = _in_note(doc, passage, result.frame)
    numbered = not _opens_with_value(passage)
    readings = read_text(passage.text, numbers, known, numbered=numbered)
    readings = without_printed_numbers(doc, passage, readings)
    readings = without_cited_counts(passage, readings)
    for reading in readings.figures:
        one = _in_one_block(passage, reading)
        moved = one.moved(passage.span)
        passage.founds.append(
            Found(
                reading=moved,
                block=_block_at(doc, passage, moved.span),
                zone=passage.zone,
                passage=passage.number,
                unit=_whole_term(reading, passage.text),
                read_to=passage.span(*reading.span)[1] if one is not reading else 0,
            )
        )
    result.founds.extend(passage.founds)
    result.explained.extend(_moved_explained(readings, passage.span))
    result.passages.append(passage)


def _in_one_block(passage: Passage, reading: Reading) -> Reading:
    """Return a key figure whose unit opens its label with its span in the block of its digits."""
    start, end = reading.span
    cut = next((at for at, _ in passage.parts if start < at < end), None)
    if cut is None or DIGITS.search(passage.text, cut, end):
        return reading
    return replace(reading, span=(start, cut - 1))


def _whole_term(reading: Reading, text: str) -> str | None:
    """Return the counted noun, whole where it is a term of several words (`displaced persons`)."""
    if reading.noun is None or reading.kind != "count":
        return reading.unit
    words = text[slice(*reading.noun)].split()
    for size in range(min(len(words), MAX_TERM), 1, -1):
        term = " ".join(words[-size:])
        if term.lower() in people_nouns():
            return term
    return reading.unit


def _only_currency(founds: list[Found]) -> str | None:
    """Return the one currency that the running text prints; None for none or several."""
    printed = {f.unit for f in founds if f.reading.kind == "money"}
    return printed.pop() if len(printed) == 1 else None


def _read_table(
    doc: Document, index: int, money: Money, numbers: NumberFormat, result: Collected
) -> None:
    table = doc.tables[index]
    governed = governing(table)
    result.governed.append(governed)
    result.numbers.append(numbers)
    for cell, readings in read_cells(table, governed, money, numbers, result.frame):
        whole = cell.span or (0, 0)
        told = _text_passage(cell, table.block, len(result.passages)) if readings.figures else None

        def move(start: int, end: int, whole: Span = whole) -> Span:
            span = whole[0] + start, whole[0] + end
            return whole if span == whole else span  # one object, as most cells are one number

        for reading in readings.figures:
            found = Found(
                reading=reading.moved(move),
                block=table.block,
                zone="table",
                passage=told.number if told else -1 - len(result.founds),
                cell=(index, cell.row, cell.col),
                unit=reading.unit,
            )
            result.founds.append(found)
            if told is not None:
                told.founds.append(found)
        if told is not None:
            result.passages.append(told)
        if readings.explained:
            result.explained.extend(_moved_explained(readings, move))


def _text_passage(cell: Cell, block: int, number: int) -> Passage | None:
    """Return a cell of running text as a passage, whose sentences tell what they count."""
    text = cell.text
    if cell.span is None or cell.header == "column" or not is_running_text(text):
        return None
    return Passage(number, text, ((0, cell.span[0]),), "table", (block,))


def _moved_explained(readings: Readings, move: Move) -> Iterator[Explained]:
    for one in readings.explained:
        yield Explained(move(*one.span), one.status)


def _block_at(doc: Document, passage: Passage, span: Span) -> int:
    """Return the block of a passage in which a span stands."""
    for index in passage.blocks:
        start, end = doc.blocks[index].span
        if start <= span[0] < end:
            return index
    return passage.blocks[0]
