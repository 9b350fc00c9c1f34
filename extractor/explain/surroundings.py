"""Where in the document a figure stands: sections, table, the line around it."""

from collections.abc import Iterator, Sequence

from extractor.explain.places import Places
from schemas.document import Header, Section, Table, TableCell
from schemas.explanation import Standing, TablePlace
from schemas.extraction import Extraction
from schemas.figure import CellRef, Figure

AROUND = 160  # characters of the line on either side of a figure
BARE = 30  # characters; a block with fewer beside its figure is shown with its neighbours
CUT = "…"


def standing(extraction: Extraction, figure: Figure, places: Places) -> Standing:
    """Return where a figure stands."""
    page = figure.anchor.page
    labels = {one.number: one.label for one in extraction.document.pages}
    before, after = _around(extraction, figure)
    return Standing(
        where=places.of(figure.anchor),
        page=page,
        page_label=None if page is None else labels.get(page),
        zone=figure.zone,
        sections=_path(extraction.sections, figure.section_id),
        table=_table_place(extraction.tables, figure.cell),
        before=before,
        after=after,
    )


def _around(extraction: Extraction, figure: Figure) -> tuple[str, str]:
    """Return what stands before and after a figure: in a table its row, else its block, cut.

    A block that holds little more than the figure tells nothing without those beside it.
    """
    start, end, text = figure.anchor.start, figure.anchor.end, extraction.text
    block = next((one for one in extraction.blocks if one.id == figure.block_id), None)
    anchor = figure.anchor if block is None or block.anchor is None else block.anchor
    first, last = anchor.start, anchor.end
    if figure.cell is not None:
        row = max(text.rfind("\n", first, start) + 1, first)
        close = text.find("\n", end, last)
        first, last = row, last if close < 0 else close
    elif (last - first) - (end - start) < BARE:
        first, last = max(0, start - BARE), end + BARE
        first, last = text.rfind("\n", 0, first) + 1, _line_end(text, last)
    return _last_words(text[first:start]), _first_words(text[end:last])


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _last_words(text: str) -> str:
    if len(text) <= AROUND:
        return text
    kept = text[-AROUND:]
    return f"{CUT} {kept.partition(' ')[2] or kept}"


def _first_words(text: str) -> str:
    if len(text) <= AROUND:
        return text
    kept = text[:AROUND]
    return f"{kept.rpartition(' ')[0] or kept} {CUT}"


def _path(sections: Sequence[Section], innermost: str | None) -> tuple[str, ...]:
    """Return the headings from the top down to a section."""
    by_id = {section.id: section for section in sections}
    path: list[Section] = []
    while innermost is not None and (section := by_id.pop(innermost, None)) is not None:
        path.append(section)
        innermost = section.parent_id
    return tuple(f"{one.number} {one.title}" if one.number else one.title for one in path[::-1])


def _table_place(tables: Sequence[Table], cell: CellRef | None) -> TablePlace | None:
    table = next((one for one in tables if cell is not None and one.id == cell.table_id), None)
    if cell is None or table is None:
        return None
    return TablePlace(
        id=table.id,
        title=table.title,
        row=cell.row + 1,
        col=cell.col + 1,
        row_heads=(*_heads(table, cell, "row"), *_label(table, cell)),
        column_heads=tuple(_heads(table, cell, "column")),
    )


def _heads(table: Table, at: CellRef, kind: Header) -> Iterator[str]:
    """Yield the heads of a cell of a kind, the outermost first."""
    for cell in table.cells:
        own = cell.row == at.row and cell.col == at.col
        covers = _covers_row(cell, at.row) if kind == "row" else _covers_column(cell, at)
        if cell.header == kind and cell.text and covers and not own:
            yield cell.text


def _label(table: Table, at: CellRef) -> Iterator[str]:
    """Yield the first words of a row whose heads hold none, be it that it has no head."""
    heads = _heads(table, at, "row")
    if any(_holds_letters(head) for head in heads):
        return
    row = (cell for cell in table.cells if _covers_row(cell, at.row) and cell.col < at.col)
    label = next((cell.text for cell in row if _holds_letters(cell.text)), None)
    if label is not None:
        yield label


def _holds_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _covers_row(cell: TableCell, row: int) -> bool:
    return cell.row <= row < cell.row + cell.row_span


def _covers_column(cell: TableCell, at: CellRef) -> bool:
    return cell.row <= at.row and cell.col <= at.col < cell.col + cell.col_span
