"""What governs a table: its title, its unit and factor, its total rows, the notes below it."""

import regex

from extractor.segment.captions import kind_of
from extractor.segment.document import Block, Document, Table
from extractor.segment.keyfigures import AS_OF
from extractor.segment.titles import is_total, stated_unit

MAX_TITLE = 160  # characters; a longer paragraph above a table is body text

NOTE = regex.compile(
    r"^ (?: notes? | sources? | nota | fuente | source \s* ) \s? [:.] | ^ [*†] ", regex.X | regex.I
)


def govern(doc: Document) -> None:
    """Find for every table of the document what governs it."""
    captions = {caption.block: caption for caption in doc.captions}
    for table in doc.tables:
        table.total_rows = _total_rows(table)
        above = _above(doc, table)
        if above is not None:
            _take_title(doc, table, above)
            caption = captions.get(above)
            table.caption_id = caption.id if caption else None
        _take_heading(doc, table)
        _take_unit(doc, table, above)
        _take_notes(doc, table)


def _total_rows(table: Table) -> list[int]:
    rows: list[int] = []
    first: dict[int, str] = {}
    for cell in table.cells:
        if cell.text and cell.header != "column" and cell.row not in first:
            first[cell.row] = cell.text
    for row, label in sorted(first.items()):
        if is_total(label):
            rows.append(row)
    return rows


def _above(doc: Document, table: Table) -> int | None:
    """Return the block right above a table when it reads as its title or a note on its unit."""
    index = table.block - 1
    if index < 0:
        return None
    block = doc.blocks[index]
    text = doc.quote(block.span)
    if block.type == "caption" and kind_of(text) in {"table", "figure", None}:
        return index
    below = table.block + 1
    if (
        block.type != "paragraph"
        and below < len(doc.blocks)
        and doc.blocks[below].type == "caption"
    ):
        return below if kind_of(doc.quote(doc.blocks[below].span)) == "table" else None
    if (
        block.type == "paragraph"
        and len(text) <= MAX_TITLE
        and not text.rstrip().endswith((".", ":", ";"))
    ):
        return index
    return None


def _take_title(doc: Document, table: Table, above: int) -> None:
    block = doc.blocks[above]
    text = doc.quote(block.span)
    if block.type == "caption" or not _is_note(text):
        table.title, table.title_span = text, block.span
    else:
        table.note_span = block.span


def _is_note(text: str) -> bool:
    """Say whether a line above a table only states a unit or a date (`As of 30 June, in USD`)."""
    unit = stated_unit(text)
    rest = text[: unit.span[0]] + text[unit.span[1] :] if unit else text
    return AS_OF.match(text) is not None or (unit is not None and not WORDS.search(rest))


WORDS = regex.compile(r"[\p{L}]{3,}")


def _take_heading(doc: Document, table: Table) -> None:
    block = doc.blocks[table.block]
    if table.title is None and block.section is not None:
        section = doc.sections[block.section]
        table.title, table.title_span = section.title, section.span


def _take_unit(doc: Document, table: Table, above: int | None) -> None:
    spans = [doc.blocks[above].span] if above is not None else []
    if table.title_span and table.title_span not in spans:
        spans.append(table.title_span)
    corner = next((c.span for c in table.cells if c.row == 0 and c.col == 0 and c.span), None)
    if corner:
        spans.append(corner)
    for span in spans:
        found = stated_unit(doc.quote(span))
        if found:
            table.unit = table.unit or found.unit
            table.magnitude = table.magnitude or found.magnitude
            table.unit_span = (span[0] + found.span[0], span[0] + found.span[1])
            return


def _take_notes(doc: Document, table: Table) -> None:
    for block in _following(doc, table):
        if block.type not in {"paragraph", "caption"} or not NOTE.match(doc.quote(block.span)):
            return
        table.notes.append(block.id)


def _following(doc: Document, table: Table) -> list[Block]:
    return doc.blocks[table.block + 1 : table.block + 4]
