"""Headings, tables, captions and footnotes of the truth, found in one form."""

from plan_content import Block, Line, Plan
from plan_places import Places
from truth_reading import Truth

from schemas.base import BoxPiece, OffsetPiece, Piece
from schemas.golden import (
    GoldenCaption,
    GoldenCell,
    GoldenFootnote,
    GoldenHeading,
    GoldenTable,
)

CAPTIONS = ("caption", "table_caption")
ONE_CELL = (1, 1)  # rows and columns


def headings(plan: Plan, places: Places) -> tuple[GoldenHeading, ...]:
    """The title and every heading."""
    return tuple(
        GoldenHeading(
            source=_merged([p for line in block.all_lines() for p in _whole(places, line)]),
            text=" ".join(line.text for line in block.all_lines()),
            type="title" if block.kind == "title" else "heading",
            level=block.fields.get("level"),
            number=block.number.text if block.number else None,
        )
        for block in plan.blocks
        if block.kind in ("title", "heading")
    )


def captions(plan: Plan, truth: Truth, places: Places) -> tuple[GoldenCaption, ...]:
    """Every caption, of tables too."""
    return tuple(
        GoldenCaption(
            source=_whole(places, block.lines[0]),
            text=block.lines[0].text,
            credit=truth.caption(block.id).get("credit"),
            credit_year=truth.caption(block.id).get("credit_year"),
        )
        for block in plan.blocks
        if block.kind in CAPTIONS
    )


def footnotes(plan: Plan, places: Places) -> tuple[GoldenFootnote, ...]:
    """Every footnote with its marks."""
    return tuple(
        GoldenFootnote(
            source=places.of_block(note.line.id),
            text=note.line.text,
            label=note.label,
            urls=(*note.addresses, *_printed_addresses(note.line)),
            references=places.of_marks(note.label),
        )
        for note in plan.footnotes
    )


def tables(plan: Plan, truth: Truth, places: Places) -> tuple[GoldenTable, ...]:
    """Every table, cell by cell."""
    return tuple(_table(block, truth, places) for block in plan.blocks if block.kind == "table")


def _table(block: Block, truth: Truth, places: Places) -> GoldenTable:
    said = truth.table(block.id)
    columns = len(block.fields["align"])
    source = places.of_block(block.id)
    spans = {} if places.spans_are_lost else _spans(block, columns)
    return GoldenTable(
        source=source,
        title=said["title"],
        unit=said.get("unit"),
        magnitude=said.get("magnitude"),
        n_rows=len(block.rows),
        n_cols=columns,
        cells=tuple(
            GoldenCell(
                row=row,
                col=column,
                row_span=spans.get((row, column), ONE_CELL)[0],
                col_span=spans.get((row, column), ONE_CELL)[1],
                text=cell.text,
            )
            for row, cells in enumerate(block.rows)
            for column, cell in enumerate(cells)
            if cell.text
        ),
        total_rows=tuple(said.get("total_rows", ())),
    )


def _spans(block: Block, columns: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Rows and columns covered by each cell that is not alone in its place."""
    groups = {(row, 0): (1, columns) for row, cells in enumerate(block.rows) if len(cells) == 1}
    merged = block.fields.get("spans", ())
    return groups | {(row, col): (rows, cols) for row, col, rows, cols in merged}


def _whole(places: Places, line: Line) -> tuple[Piece, ...]:
    return places.of_words(line.id, 0, len(line.text))


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces with the printed number of a heading joined to its first line."""
    if len(pieces) == 1:
        return tuple(pieces)
    first, second, *rest = pieces
    if isinstance(first, OffsetPiece) and isinstance(second, OffsetPiece):
        if second.start - first.end <= 1:
            return (OffsetPiece(start=first.start, end=second.end), *rest)
    elif isinstance(first, BoxPiece) and isinstance(second, BoxPiece):
        one, two = first.bbox, second.bbox
        if first.page == second.page and two[1] < one[3]:
            both = (
                min(one[0], two[0]),
                min(one[1], two[1]),
                max(one[2], two[2]),
                max(one[3], two[3]),
            )
            return (BoxPiece(page=first.page, bbox=both), *rest)
    return tuple(pieces)


def _printed_addresses(line: Line) -> tuple[str, ...]:
    return tuple(word.rstrip(";") for word in line.text.split() if word.startswith("https://"))
