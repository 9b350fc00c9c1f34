"""Tables whose rows are ruled and whose columns are not: the white between texts parts these."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from extractor.readers.geometry import Range, shared, sideways
from extractor.readers.pdf.grids import (
    Line as Drawn,
)
from extractor.readers.pdf.grids import (
    connected_grids,
    has_edges,
    merged_lines,
    rule_lines,
)
from extractor.readers.source import Grid, PdfPage, Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import is_numeric
from extractor.segment.layout.tables.coloured import coloured_grid
from extractor.segment.layout.tables.extents import UNIT_NOTE
from extractor.segment.layout.tables.frames import SAME_END_PT
from extractor.segment.layout.tables.framing import columns_of, settled_columns, without_strays
from extractor.segment.layout.tables.interludes import holds_heading, holds_sentence, holds_text
from extractor.segment.layout.tables.labels import sublabels_at
from extractor.segment.layout.tables.levels import stand_years_over
from extractor.segment.layout.tables.opened import opened
from extractor.segment.layout.tables.reparted import reparted
from extractor.segment.layout.tables.rows import Row, parted, rows_of

SHORTEST_PT = 80.0  # a shorter rule bounds no table
SHORTEST_PIECE_PT = 20.0  # a shorter one is a dash of a rule
TOUCHING_PT = 1.0  # white between two pieces of what can be nothing but one rule, at most
LEAST_BANDS = 3
TALLEST_SHARE = 0.35  # of the page's height: a taller band is a part of the page, no row
FILLED_SHARE = 0.6  # of the bands have text in two columns or more
BETWEEN_SHARES = (0.5, 0.75, 0.9, 0.25, 0.1)  # of the white between columns
MOST_LINES = 9.0  # lines a band on average; more is text in columns between rules
STACKED = 0.5  # lines of numbers below another between two lines, for each of these
LEAST_NUMBERS = 3  # in a line that is a row beyond doubt


def banded_grids(page: PdfPage, lines: Sequence[Line]) -> list[Grid]:
    """Return the grids that level rules and the white between texts make together."""
    level = _level_lines(page)
    found: list[Grid] = []
    for group in _same_ends(level):
        held = list(_held(group[0], lines))
        for run in _runs(group, held, (page.page.height or 0.0) * TALLEST_SHARE):
            whole = opened(run, held)
            grid = coloured_grid(whole, page.grids, held) or _grid(whole, level, held)
            if grid is not None:
                found.append(grid)
    return found


def level_rules(page: PdfPage, rules: Sequence[Rule]) -> list[Rule]:
    """Return the level lines of a page, pieces joined, the edges of colours among them.

    Long pieces stand beside what they make together: each may be the rule under a head.
    """
    edges = _level_edges(page, rules)
    level = merged_lines(edges)
    joined = set(level)
    pieces = merged_lines(edges, TOUCHING_PT)
    level += [x for x in pieces if x.end - x.start >= SHORTEST_PIECE_PT and x not in joined]
    return [Rule((line.start, line.at, line.end, line.at), 1.0) for line in level]


def _level_lines(page: PdfPage) -> list[Drawn]:
    merged = merged_lines(_level_edges(page, page.rules))
    return sorted((x for x in merged if x.end - x.start >= SHORTEST_PT), key=lambda x: x.at)


def _level_edges(page: PdfPage, rules: Sequence[Rule]) -> list[Drawn]:
    level, _ = rule_lines(rules)
    area = (page.page.width or 0.0) * (page.page.height or 0.0)
    for x0, y0, x1, y1 in (shape.box for shape in page.shapes if has_edges(shape, area)):
        level += [Drawn(y0, x0, x1), Drawn(y1, x0, x1)]
    return level


def _same_ends(level: Sequence[Drawn]) -> list[list[Drawn]]:
    groups: list[list[Drawn]] = []
    for line in level:
        for group in groups:
            if (
                abs(group[0].start - line.start) <= SAME_END_PT
                and abs(group[0].end - line.end) <= SAME_END_PT
            ):
                group.append(line)
                break
        else:
            groups.append([line])
    return [group for group in groups if len(group) > 2]  # noqa: PLR2004 - two bands at least


def _held(level: Drawn, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines over or under a level line, in pieces those that reach beyond its ends.

    The row of another table may go on with them.
    """
    left, right = level.start - SAME_END_PT, level.end + SAME_END_PT
    for line in lines:
        start, _, end, _ = line.box
        if left <= start and end <= right:
            yield line
        elif start < right and left < end:
            yield from parted(line)


def _runs(group: Sequence[Drawn], lines: Sequence[Line], tallest: float) -> list[list[Drawn]]:
    """Return the lines of a group in runs that have text between each two."""
    runs: list[list[Drawn]] = [[group[0]]]
    bands = [[line for line in lines if _between(line, *pair)] for pair in pairwise(group)]
    headings = [holds_heading(bands, i) for i in range(len(bands))]
    for i, (above, below) in enumerate(pairwise(group)):
        text = headings[i] or holds_text(bands, i, len(runs[-1]))
        text = text or (i > 0 and headings[i - 1] and holds_sentence(bands[i]))
        if bands[i] and below.at - above.at <= tallest and not text:
            runs[-1].append(below)
        elif bands[i] or below.at - above.at > max(6.0, SAME_END_PT):
            runs.append([below])
    titled = [run[1:] if _holds_unit(run, lines) else run for run in runs]
    return [run for run in titled if len(run) > LEAST_BANDS]


def _holds_unit(run: Sequence[Drawn], lines: Sequence[Line]) -> bool:
    """Whether nothing but the unit of what follows stands between the first two lines."""
    band = [line for line in lines if len(run) > 1 and _between(line, *run[:2])]
    return len(band) == 1 and UNIT_NOTE.fullmatch(band[0].text) is not None


def _between(line: Line, above: Drawn, below: Drawn) -> bool:
    middle = line.baseline - 0.3 * line.size
    return (
        above.at < middle < below.at
        and above.start - SAME_END_PT <= line.left
        and line.right <= above.end + SAME_END_PT
    )


def _grid(run: Sequence[Drawn], level: Sequence[Drawn], lines: Sequence[Line]) -> Grid | None:
    held = [
        rows_of(line for line in lines if _between(line, above, below))
        for above, below in pairwise(run)
    ]
    every = iter(reparted([row for rows in held for row in rows]))
    bands = [list(islice(every, len(rows))) for rows in held]
    columns = _columns(bands)
    if len(columns) < 2 or not _reads_as_rows(bands, columns):  # noqa: PLR2004
        return None
    inside = [
        line
        for line in level
        if run[0].at <= line.at <= run[-1].at
        and line.start >= run[0].start - SAME_END_PT
        and line.end <= run[0].end + SAME_END_PT
        # The colour behind a line of text ends inside a cell; a rule runs to a side of the table.
        and (line.start <= run[0].start + SAME_END_PT or line.end >= run[0].end - SAME_END_PT)
    ]
    inside += [line for line in (run[0], run[-1]) if line not in inside]
    upright = [Drawn(x, run[0].at, run[-1].at) for x in (run[0].start, run[0].end)]
    for one, other in pairwise(columns):
        x = _least_crossed(one[1], other[0], bands)
        for (above, below), rows in zip(pairwise(run), bands, strict=True):
            if not any(p.left < x < p.right for row in rows for p in row.pieces):
                upright.append(Drawn(x, above.at, below.at))
    upright += _before_sublabels(run, bands, columns, inside)
    grids = connected_grids(inside, upright)
    return max(grids, key=lambda grid: len(grid.cells) * len(grid.cells[0]), default=None)


def _before_sublabels(
    run: Sequence[Drawn],
    bands: Sequence[Sequence[Row]],
    columns: Sequence[Range],
    inside: Sequence[Drawn],
) -> list[Drawn]:
    """Return the edges between labels and those of the next level, where both stand in a band."""
    every = [row for band in bands for row in band]
    rules = [Rule((line.start, line.at, line.end, line.at), 1.0) for line in inside]
    x = sublabels_at(every, columns, rules)
    if x is None:
        return []
    return [
        Drawn(x, above.at, below.at)
        for (above, below), rows in zip(pairwise(run), bands, strict=True)
        if any(x <= p.left < columns[0][1] for row in rows for p in row.pieces)
        and not any(p.left < x < p.right for row in rows for p in row.pieces)
    ]


def _least_crossed(left: float, right: float, bands: Sequence[Sequence[Row]]) -> float:
    """Return the place between two columns that the fewest texts reach over, the middle first."""
    pieces = [piece for band in bands for row in band for piece in row.pieces]
    places = [left + share * (right - left) for share in BETWEEN_SHARES]
    return min(places, key=lambda x: sum(piece.left < x < piece.right for piece in pieces))


def _columns(bands: Sequence[Sequence[Row]]) -> list[Range]:
    """Return the columns of the bands; those of the body where a header runs over them."""
    every = _without_years([row for band in bands for row in band])
    lower = [row for band in bands[1:] for row in band]
    columns, body = columns_of(every), columns_of(lower)
    if len(columns) > len(body) and _stand_over(bands, body):
        return without_strays(lower, body)
    columns = without_strays(every, body if len(body) > len(columns) else columns)
    return settled_columns(every, columns)


def _without_years(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without years that stand over the names of several columns each."""
    return [row for row, below in pairwise(rows) if not stand_years_over(row, below)] + [*rows[-1:]]


def _stand_over(bands: Sequence[Sequence[Row]], body: Sequence[Range]) -> bool:
    """Whether what the first band has in no column stands between two with heads in the second."""
    heads = [piece for row in bands[1] for piece in row.pieces]
    if any(is_numeric(piece.text) for piece in heads):
        return False
    headed = [any(shared(sideways(p.box), column) > 0 for p in heads) for column in body]
    for piece in (piece for row in bands[0] for piece in row.pieces):
        if any(shared(sideways(piece.box), column) > 0 for column in body):
            continue
        before = sum(column[1] <= piece.left for column in body)
        if not 0 < before < len(body) or not all(headed[before - 1 : before + 1]):
            return False
    return True


def _reads_as_rows(bands: Sequence[Sequence[Row]], columns: Sequence[Range]) -> bool:
    edges = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
    filled = sum(
        len({sum(p.left > edge for edge in edges) for row in band for p in row.pieces}) > 1
        for band in bands
    )
    if _part_groups(bands):
        return False
    lines = sum(len(band) for band in bands)
    return filled >= FILLED_SHARE * len(bands) and lines <= MOST_LINES * len(bands)


def _part_groups(bands: Sequence[Sequence[Row]]) -> bool:
    """Whether lines part groups of rows, not rows: several lines of numbers stand in a group."""
    counted = [
        sum(sum(is_numeric(p.text) for p in row.pieces) >= LEAST_NUMBERS for row in band)
        for band in bands[1:]
    ]
    return sum(max(count - 1, 0) for count in counted) > STACKED * len(counted)
