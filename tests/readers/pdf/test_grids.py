"""Grids from lines: which cells they enclose."""

from extractor.readers.pdf.grids import page_grids
from extractor.readers.source import Rule, Shape

AREA = 600.0 * 800.0


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
