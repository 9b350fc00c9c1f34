"""Pieces of a table that colours and rules had parted."""

import pytest

from extractor.readers.source import Box, Rule, Word
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell, Table
from extractor.segment.layout.tables.headrows import mark_headers
from extractor.segment.layout.tables.stacked import join_stacked

HEADS = ["Stock", "Mill", "Quay"]
FIRST = ["Sacks held", "29", "27"]
SECOND = ["Sacks sold", "14", "16"]
LEFTS = (40.0, 140.0, 200.0)


def line(text: str, left: float, top: float) -> Line:
    box: Box = (left, top, left + 5.0 * len(text), top + 10.0)
    word = Word(text, box, 10.0, "Plain", False, False, "#000000", 0, baseline=top + 8)  # noqa: FBT003
    return Line.of([word], 1)


def table(top: float, *rows: list[str], lefts: tuple[float, ...] = LEFTS) -> Table:
    cells = [
        Cell(r, c, lines=[line(text, lefts[c], top + 12.0 * r)])
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    box = (40.0, top, 240.0, top + 12.0 * len(rows))
    made = Table(box, 1, cells, n_rows=len(rows), n_cols=len(HEADS))
    mark_headers(made)
    return made


@pytest.mark.parametrize(
    ("lower", "lines", "expected"),
    [
        pytest.param(table(126.0, SECOND), [], 1, id="right below"),
        pytest.param(table(150.0, SECOND), [], 2, id="further down"),
        pytest.param(table(126.0, HEADS, SECOND), [], 2, id="with heads of its own"),
        pytest.param(table(132.0, SECOND), [line("Sold", 40.0, 120.0)], 2, id="under a text"),
        pytest.param(table(126.0, SECOND, lefts=(40.0, 90.0, 300.0)), [], 2, id="of other columns"),
    ],
)
def test_pieces_are_one_table_where_nothing_parts_them(
    lower: Table, lines: list[Line], expected: int
) -> None:
    upper = table(100.0, HEADS, FIRST)
    joined = join_stacked([lower, upper], lines, [])
    assert len(joined) == expected
    if expected == 1:
        assert [cell.text for cell in joined[0].cells] == [*HEADS, *FIRST, *SECOND]
        assert joined[0].box == (40.0, 100.0, 240.0, 138.0)


@pytest.mark.parametrize(
    ("top", "expected"),
    [pytest.param(133.0, 2, id="white between"), pytest.param(126.0, 1, id="a double line")],
)
def test_lines_that_close_two_tables_keep_them_apart(top: float, expected: int) -> None:
    upper, lower = table(100.0, HEADS, FIRST), table(top, SECOND)
    assert len(join_stacked([table(100.0, HEADS, FIRST), lower], [], [])) == 1
    edges = [Rule((40.0, y, 240.0, y), 1.0) for y in (upper.box[3], top)]
    assert len(join_stacked([upper, lower], [], edges)) == expected
