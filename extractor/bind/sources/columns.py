"""The column of a table that says of each row on whose word it stands."""

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding
from extractor.bind.sources.citing import citations
from extractor.bind.sources.works import address_in, cited_title
from extractor.bind.tables.headers import heads_sources
from extractor.segment.document import Cell


def column_sources(context: Context) -> None:
    """Bind the figures of a row that have no source to that which its column of sources names.

    What gives a sum may be its source too (`Source | Amount`): sums are left alone, and so is what
    names no body, data or work (`Hydropower`).
    """
    for index, founds in context.by_table.items():
        columns = {
            cell.col
            for cell in context.doc.tables[index].cells
            if cell.header == "column" and cell.col and heads_sources(cell.text)
        }
        if not columns:
            continue
        named = {
            row: cell
            for cell in context.doc.tables[index].cells
            if cell.col in columns and cell.header is None and citations(cell.text)
            for row in range(cell.row, cell.row + cell.row_span)
        }
        for found in founds:
            if found.cell is not None and found.cell[2] not in columns:
                _assign(found, named.get(found.cell[1]))


def _assign(found: Found, cell: Cell | None) -> None:
    if cell is None or cell.span is None or found.sources:
        return
    if found.is_time or found.reading.kind == "money":
        return
    title = cited_title(cell.text)
    url = address_in(cell.text)
    found.sources = [SourceBinding(title, "stated", "source.column", cell.span, url=url)]
