"""From blocks and cells to figures: the grammar is run over everything that is text."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.bind.found import Found, Span
from extractor.bind.passage import Passage
from extractor.bind.tables import hints
from extractor.figures import number_format, read_cell, read_text
from extractor.figures.reading import Explained, NumberFormat, Reading, Readings
from extractor.segment.document import Document
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


@dataclass(slots=True)
class Collected:
    """What the grammar said of the whole document."""

    founds: list[Found] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


def collect(doc: Document) -> Collected:
    """Read every block and every cell of the document."""
    numbers = number_format((doc.quote(b.span) for b in doc.blocks), None)
    result = Collected()
    for passage in _passages(doc):
        _read_passage(doc, passage, numbers, result)
    currency = _only_currency(result.founds)
    for index in range(len(doc.tables)):
        _read_table(doc, index, currency, numbers, result)
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
    start, end = blocks[0].span[0], blocks[-1].span[1]
    text = doc.text[start:end]
    if len(blocks) > 1:
        text = text.replace("\n\n", "  ")
    return Passage(number, text, start, ZONES[blocks[0].type], tuple(indexes))


def _read_passage(
    doc: Document, passage: Passage, numbers: NumberFormat, result: Collected
) -> None:
    readings = read_text(passage.text, numbers)
    for reading in readings.figures:
        moved = shifted(reading, passage.shift)
        found = Found(
            reading=moved,
            block=_block_at(doc, passage, moved.span),
            zone=passage.zone,
            passage=passage.number,
            unit=reading.unit,
        )
        passage.founds.append(found)
    result.founds.extend(passage.founds)
    result.explained.extend(_moved(readings, passage.shift))
    result.passages.append(passage)


def _only_currency(founds: list[Found]) -> str | None:
    """Return the one currency that the running text prints; None where it prints none or several."""
    printed = {f.unit for f in founds if f.reading.kind == "money"}
    return printed.pop() if len(printed) == 1 else None


def _read_table(
    doc: Document, index: int, currency: str | None, numbers: NumberFormat, result: Collected
) -> None:
    table = doc.tables[index]
    hinted = hints(table, currency)
    for cell in table.cells:
        if cell.span is None:
            continue
        hint = hinted[cell.row, cell.col]
        readings = read_cell(cell.text, hint, numbers)
        for reading in readings.figures:
            result.founds.append(
                Found(
                    reading=shifted(reading, cell.span[0]),
                    block=table.block,
                    zone="table",
                    passage=-1 - len(result.founds),
                    cell=(index, cell.row, cell.col),
                    unit=reading.unit,
                )
            )
        result.explained.extend(_moved(readings, cell.span[0]))


def _moved(readings: Readings, shift: int) -> Iterator[Explained]:
    for one in readings.explained:
        yield Explained((one.span[0] + shift, one.span[1] + shift), one.status)


def shifted(reading: Reading, shift: int) -> Reading:
    """Return a reading whose spans point into the canonical text."""

    def move(span: Span | None) -> Span | None:
        return (span[0] + shift, span[1] + shift) if span else None

    start, end = reading.span
    return replace(
        reading,
        span=(start + shift, end + shift),
        modifier_span=move(reading.modifier_span),
        noun=move(reading.noun),
        per_span=move(reading.per_span),
    )


def _block_at(doc: Document, passage: Passage, span: Span) -> int:
    """Return the block of a passage in which a span stands."""
    for index in passage.blocks:
        start, end = doc.blocks[index].span
        if start <= span[0] < end:
            return index
    return passage.blocks[0]
