"""Grids from lines: which cells they enclose."""

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import edges_to_intersections, intersections_to_cells

from extractor.readers.pdf.grids import (
    REACH_PT,
    Line,
    cells_between,
    crossings,
    merged_lines,
    page_grids,
)
from extractor.readers.source import Rule, Shape

AREA = 600.0 * 800.0
PLACES = st.integers(0, 6).map(lambda place: 20.0 * place)
SPANS = st.tuples(PLACES, PLACES, PLACES).map(
    lambda at: Line(at[0], min(at[1:]), max(at[1:]) + 10.0)
)


def level(y: float, x0: float, x1: float) -> Rule:
    return Rule((x0, y, x1, y), 0.5)


def upright(x: float, y0: float, y1: float) -> Rule:
    return Rule((x, y0, x, y1), 0.5)


def test_two_by_two() -> None:
    rules = [level(y, 0, 200) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (0, 100, 200)]
    (grid,) = page_grids(rules, [], AREA)
    assert grid.cells == (
        ((0, 0, 100, 20), (100, 0, 200, 20)),
        ((0, 20, 100, 40), (100, 20, 200, 40)),
    )


def test_cell_over_two_columns_is_one_box() -> None:
    rules = [level(y, 0, 200) for y in (0, 20, 40)]
    rules += [upright(0, 0, 40), upright(100, 20, 40), upright(200, 0, 40)]
    (grid,) = page_grids(rules, [], AREA)
    assert grid.cells[0] == ((0, 0, 200, 20), (0, 0, 200, 20))


def test_lines_drawn_in_pieces_and_twice_are_one() -> None:
    rules = [level(y, x, x + 50) for y in (0, 0.4, 20, 40) for x in (0, 50, 100, 150)]
    rules += [upright(x, y, y + 20) for x in (0, 100, 200) for y in (0, 20)]
    (grid,) = page_grids(rules, [], AREA)
    assert (len(grid.cells), len(grid.cells[0])) == (2, 2)


def test_open_sides_are_closed_where_the_level_lines_end() -> None:
    rules = [level(y, 0, 300) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (100, 200)]
    (grid,) = page_grids(rules, [], AREA)
    assert (len(grid.cells), len(grid.cells[0])) == (2, 3)


def test_filled_boxes_have_edges() -> None:
    fills = [
        Shape((x, y, x + 100, y + 20), "fill", color)
        for y, color in ((0, "#dddddd"), (20, "#eeeeee"))
        for x in (0, 100)
    ]
    (grid,) = page_grids([], fills, AREA)
    assert (len(grid.cells), len(grid.cells[0])) == (2, 2)


def test_colour_inside_drawn_cells_adds_no_lines() -> None:
    rules = [level(y, 0, 200) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (0, 100, 200)]
    fills = [Shape((5, 5, 95, 15), "fill", "#eeeeee")]
    (grid,) = page_grids(rules, fills, AREA)
    assert (len(grid.cells), len(grid.cells[0])) == (2, 2)


def test_lines_that_do_not_meet_are_no_grid() -> None:
    assert page_grids([level(0, 0, 200), level(50, 0, 200)], [], AREA) == ()


@given(st.lists(SPANS, max_size=7), st.lists(SPANS, max_size=7))
def test_cells_are_those_of_pdfplumber(level: list[Line], upright: list[Line]) -> None:
    level, upright = merged_lines(level), merged_lines(upright)
    edges = [
        {"x0": line.start, "x1": line.end, "top": line.at, "bottom": line.at, "orientation": "h"}
        for line in level
    ] + [
        {"x0": line.at, "x1": line.at, "top": line.start, "bottom": line.end, "orientation": "v"}
        for line in upright
    ]
    theirs = intersections_to_cells(edges_to_intersections(edges, REACH_PT, REACH_PT))
    assert cells_between(crossings(level, upright)) == theirs
