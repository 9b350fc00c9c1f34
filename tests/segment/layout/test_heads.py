"""What heads over other heads span, where what stands below leaves nothing to go by."""

from extractor.readers.source import Word
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell, Table
from extractor.segment.layout.tables.heads import spread_heads

ROWS = [
    ["", "", "", "Nets", "Floats"],
    ["", "Port", "Crew", "", ""],
    ["Ostrel", "15", "12", "9", "4"],
    ["Kavenne", "18", "11", "7", "3"],
]
WIDTH = 50.0


def line(text: str, left: float, top: float) -> Line:
    box = (left, top, left + 5.0 * len(text), top + 10.0)
    word = Word(text, box, 10.0, "Plain", False, False, "#000000", 0, baseline=top + 8)  # noqa: FBT003
    return Line.of([word], 1)


def test_heads_that_stand_over_none_of_those_below_span_nothing() -> None:
    cells = [
        Cell(r, c, lines=[line(text, WIDTH * c, 12.0 * r)] if text else [])
        for r, row in enumerate(ROWS)
        for c, text in enumerate(row)
    ]
    table = Table((0.0, 0.0, 250.0, 48.0), 1, cells, n_rows=4, n_cols=5)
    spread_heads(table, [(WIDTH * c, WIDTH * c + 40.0) for c in range(5)], [])
    assert {cell.col_span for cell in table.cells} == {1}
