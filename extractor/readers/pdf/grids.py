"""Grids: the cells that the rules and filled boxes of a page enclose, as plain geometry."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from extractor.readers.source import Box, Grid, Rule, Shape

SNAP_PT = 2.5  # rules closer than this were drawn as one
GAP_PT = 4.0  # pieces of a rule closer than this are one rule
REACH_PT = 3.0  # a rule that ends this close to another meets it
MOST_LINES = 1_500  # level or upright lines of a page that are looked at, the longest first
MOST_POINTS = 5_000  # crossings of the lines of one grid
LEAST_CELLS = 4  # of a grid that explains the colours in it
SMALLEST_FILL_PT = 5.0
WHITE = "#ffffff"
DARK_BACKGROUND_SHARE = 0.8  # a fill over this share of the page is its background


Point = tuple[float, float]
Crossings = dict[Point, tuple[set[int], set[int]]]
"""By place, the numbers of the upright and of the level lines that cross there."""


class Line(NamedTuple):
    """A level or upright line: where it lies, and from where to where it runs."""

    at: float
    start: float
    end: float


def page_grids(rules: Sequence[Rule], shapes: Sequence[Shape], area: float) -> tuple[Grid, ...]:
    """Return the grids of a page, the topmost first.

    Filled boxes have edges too, but inside a grid of drawn lines they are only its colour.
    """
    drawn = connected_grids(*rule_lines(rules))
    fills = [
        shape.box
        for shape in shapes
        if has_edges(shape, area) and not any(_covers(grid, shape.box) for grid in drawn)
    ]
    grids = drawn
    if fills:
        level, upright = rule_lines(rules)
        for x0, y0, x1, y1 in fills:
            level += [Line(y0, x0, x1), Line(y1, x0, x1)]
            upright += [Line(x0, y0, y1), Line(x1, y0, y1)]
        grids = connected_grids(level, upright)
    return tuple(sorted(grids, key=lambda grid: (grid.box[1], grid.box[0])))


def connected_grids(level: Sequence[Line], upright: Sequence[Line]) -> list[Grid]:
    """Return the grids that lines enclose."""
    level, upright = merged_lines(level), merged_lines(upright)
    return [
        grid
        for members in _connected(level, upright)
        for grid in _grid([level[i] for i in members[0]], [upright[i] for i in members[1]])
    ]


def _covers(grid: Grid, box: Box) -> bool:
    """Whether a box lies in a grid that has cells of its own."""
    if len(grid.cells) * len(grid.cells[0]) < LEAST_CELLS:
        return False
    return (
        grid.box[0] - REACH_PT <= box[0]
        and grid.box[1] - REACH_PT <= box[1]
        and grid.box[2] + REACH_PT >= box[2]
        and grid.box[3] + REACH_PT >= box[3]
    )


def rule_lines(rules: Sequence[Rule]) -> tuple[list[Line], list[Line]]:
    """Return the rules as level and upright lines."""
    level: list[Line] = []
    upright: list[Line] = []
    for x0, y0, x1, y1 in (rule.box for rule in rules):
        if x1 - x0 >= y1 - y0:
            level.append(Line((y0 + y1) / 2, x0, x1))
        else:
            upright.append(Line((x0 + x1) / 2, y0, y1))
    return level, upright


def has_edges(shape: Shape, area: float) -> bool:
    """Whether the edges of a filled box can be seen."""
    x0, y0, x1, y1 = shape.box
    width, height = x1 - x0, y1 - y0
    return (
        shape.kind == "fill"
        and shape.color not in (None, WHITE)
        and min(width, height) >= SMALLEST_FILL_PT
        and width * height < DARK_BACKGROUND_SHARE * area
    )


def merged_lines(lines: Iterable[Line], gap_pt: float = GAP_PT) -> list[Line]:
    """Return the lines, those drawn beside or after each other made one, the longest kept.

    Args:
        lines: Level or upright lines, all of one kind.
        gap_pt: The white between two pieces of one line, at most.
    """
    merged: list[Line] = []
    for group in _close(sorted(lines, key=attrgetter("at")), SNAP_PT):
        if len(group) == 1:  # as most are
            merged += group
            continue
        at = sum(line.at for line in group) / len(group)
        runs: list[list[float]] = []
        for line in sorted(group, key=attrgetter("start")):
            if runs and line.start - runs[-1][1] <= gap_pt:
                runs[-1][1] = max(runs[-1][1], line.end)
            else:
                runs.append([line.start, line.end])
        merged += [Line(at, start, end) for start, end in runs]
    merged.sort(key=lambda line: line.start - line.end)
    return merged[:MOST_LINES]


def _close(lines: Sequence[Line], limit: float) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.at - groups[-1][0].at <= limit:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _connected(level: Sequence[Line], upright: Sequence[Line]) -> list[tuple[list[int], list[int]]]:
    """Return the lines that meet each other, as indices of level and of upright ones."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, one in enumerate(level):
        for j, other in enumerate(upright):
            if _meet(one, other):
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for i in range(len(parent)):
        members = groups.setdefault(root(i), ([], []))
        if i < len(level):
            members[0].append(i)
        else:
            members[1].append(i - len(level))
    return [members for members in groups.values() if len(members[0]) > 1 and members[1]]


def _meet(level: Line, upright: Line) -> bool:
    return (
        level.start - REACH_PT <= upright.at <= level.end + REACH_PT
        and upright.start - REACH_PT <= level.at <= upright.end + REACH_PT
    )


def _grid(level: list[Line], upright: list[Line]) -> list[Grid]:
    """Return the tables between lines that meet; pdfplumber tells which cells are of one table."""
    points = crossings(level, _with_open_sides(level, upright))
    if len(points) > MOST_POINTS:  # the search is quadratic in them
        return []
    return [_matrix(cells) for cells in hanging_together(cells_between(points))]


def crossings(level: Sequence[Line], upright: Sequence[Line]) -> Crossings:
    """Return where lines cross, and the numbers of the upright and of the level ones there."""
    rows = {line: number for number, line in enumerate(level)}
    columns = {line: number for number, line in enumerate(upright)}
    found: Crossings = {}
    for column, i in columns.items():
        for row, j in rows.items():
            if _meet(row, column):
                here = found.setdefault((column.at, row.at), (set(), set()))
                here[0].add(i)
                here[1].add(j)
    return found


def cells_between(points: Crossings) -> list[Box]:
    """Return from each crossing on the smallest box whose sides are all drawn.

    That is what pdfplumber's table finder takes for a cell; its own search is ten times slower.
    """
    found: list[Box] = []
    below: dict[float, list[Point]] = {}
    right: dict[float, list[Point]] = {}
    for point in sorted(points, reverse=True):
        columns, rows = points[point]
        under = [p for p in reversed(below.get(point[0], [])) if columns & points[p][0]]
        beside = [p for p in reversed(right.get(point[1], [])) if rows & points[p][1]]
        below.setdefault(point[0], []).append(point)
        right.setdefault(point[1], []).append(point)
        for corner in ((p[0], q[1]) for q in under for p in beside):
            other = points.get(corner)
            if (
                other
                and other[0] & points[corner[0], point[1]][0]
                and other[1] & points[point[0], corner[1]][1]
            ):
                found.append((*point, *corner))
                break
    return found[::-1]


def hanging_together(cells: Sequence[Box]) -> list[list[Box]]:
    """Return the cells in groups that share corners, the topmost first; none that is alone.

    >>> left, right, apart = (0, 0, 5, 5), (5, 0, 9, 5), (20, 20, 30, 30)
    >>> hanging_together([left, apart, right])
    [[(0, 0, 5, 5), (5, 0, 9, 5)]]
    """
    numbers: dict[Point, list[int]] = {}
    for number, cell in enumerate(cells):
        for corner in _corners(cell):
            numbers.setdefault(corner, []).append(number)
    groups: list[list[Box]] = []
    while numbers:
        waiting, members = numbers.popitem()[1], set[int]()
        while waiting:
            number = waiting.pop()
            members.add(number)
            for corner in _corners(cells[number]):
                waiting += numbers.pop(corner, ())
        groups.append([cells[number] for number in sorted(members)])
    groups.sort(key=lambda group: min((top, left) for left, top, _, _ in group))
    return [group for group in groups if len(group) > 1]


def _corners(cell: Box) -> tuple[Point, ...]:
    left, top, right, bottom = cell
    return (left, top), (left, bottom), (right, top), (right, bottom)


def _matrix(cells: Sequence[Box]) -> Grid:
    """Return the cells of a table by row and column, a spanning cell at each of its places."""
    xs = sorted({x for cell in cells for x in (cell[0], cell[2])})
    ys = sorted({y for cell in cells for y in (cell[1], cell[3])})
    column = {x: i for i, x in enumerate(xs)}
    row = {y: i for i, y in enumerate(ys)}
    boxes: list[list[Box | None]] = [[None] * (len(xs) - 1) for _ in ys[1:]]
    for cell in cells:
        for r in range(row[cell[1]], row[cell[3]]):
            for c in range(column[cell[0]], column[cell[2]]):
                boxes[r][c] = cell
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(tuple(line) for line in boxes))


def _with_open_sides(level: list[Line], upright: list[Line]) -> list[Line]:
    """Return the upright lines, with one at each end that the level ones reach beyond them.

    A table is often drawn without its outer sides: several level lines then end at one place.
    """
    if not level:
        return upright
    top, bottom = min(line.at for line in level), max(line.at for line in level)
    lines = list(upright)
    for ends, side in (
        ([line.start for line in level], min(line.at for line in upright)),
        ([line.end for line in level], max(line.at for line in upright)),
    ):
        edge = min(ends) if ends[0] == level[0].start and side >= min(ends) else max(ends)
        shared = sum(abs(end - edge) <= REACH_PT for end in ends)
        if abs(edge - side) > REACH_PT * 2 and shared >= max(2, len(level) // 2):
            lines.append(Line(edge, top, bottom))
    return lines
