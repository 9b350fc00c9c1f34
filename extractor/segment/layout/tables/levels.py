"""The lines of a header: those of one head, and those of heads that stand over several others."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import YEARS, is_numeric
from extractor.segment.layout.tables.going_on import reads_on
from extractor.segment.layout.tables.rows import Row, counts_columns, label, step

OVERLAP = 0.8  # type sizes between baselines: nearer lines stand beside each other
HEADER_LEADING = 1.6  # type sizes between lines of one head, at most
LEAST_REPEATED = 2  # more names that all begin again are no ends of wrapped heads
IN_LINE = 0.6  # type sizes between the ends or the middles of the lines of one head
CENTRED = 0.8  # type sizes between the middle of a text and that of those below it


def one_header(above: Row, row: Row) -> bool:
    """Whether a line of the header goes on with the words of the line above it."""
    if any(span > 1 for span in above.spans.values()):
        return False
    if step(above, row) > HEADER_LEADING * row.size or heads_several(above, row):
        return False
    stub = set(row.cells) == {0} != set(above.cells) and step(above, row) >= OVERLAP * row.size
    if stub and not reads_on(label(above), label(row)):
        return False
    return all(span == 1 for span in row.spans.values()) and not _stands_off(above, row)


def heads_several(above: Row, row: Row) -> bool:
    """Whether the texts of a line each name several of the columns that the next line names."""
    again = stand_years_over(above, row) or _stand_over_names(above, row)
    counted = counts_columns(row) and len(row.pieces) > len(above.pieces)
    return again or counted or _spread_evenly(above, row) or _stands_over_several(above, row)


def _stands_over_several(above: Row, row: Row) -> bool:
    """Whether a text of a line, no label, stands over the middle of neighbours below and of none.

    The lines of one head stand in line with each other, by an end or the middle.
    """
    under = [piece for column in sorted(row.cells) for piece in row.cells[column]]
    if len(under) <= len(above.pieces) - (0 in above.cells):
        return False
    return any(
        not _has_under(piece, under)
        and any(
            abs(one.left + other.right - piece.left - piece.right) / 2 <= CENTRED * piece.size
            for one, other in pairwise(under)
        )
        for column, pieces in above.cells.items()
        for piece in pieces
        if column
    )


def _stand_over_names(above: Row, row: Row) -> bool:
    """Whether the names of a line begin again under each text of the line above it."""
    names = [piece.text for column in sorted(row.cells) if column for piece in row.cells[column]]
    over = [piece for column, pieces in above.cells.items() if column for piece in pieces]
    if len(over) < 2 or len(names) < 2:  # noqa: PLR2004 - one text has no other beside it
        return False
    share, rest = divmod(len(names), len(over))
    again = share > LEAST_REPEATED and not rest and names == names[:share] * len(over)
    # Beside heads whose last lines stand on one line the label would stand there too.
    labelled = 0 in above.cells and 0 not in row.cells and share >= LEAST_REPEATED
    if again or labelled or 0 in above.cells or len(names) <= len(over):
        return again or labelled
    under = [piece for pieces in row.cells.values() for piece in pieces]
    wraps = all(_has_under(piece, under) for piece in over)
    return names.count(names[0]) == len(over) and not wraps


def stand_years_over(above: Row, row: Row) -> bool:
    """Whether a line has nothing but years, each another, over more words than there are years."""
    years = {piece.text for piece in above.pieces if YEARS.fullmatch(piece.text)}
    if len(years) != len(above.pieces):
        return False
    worded = not any(is_numeric(piece.text) for piece in row.pieces)
    return worded and len(row.pieces) > len(years) > 1


def _spread_evenly(above: Row, row: Row) -> bool:
    """Whether the texts of a line, no label among them, halve or third those below evenly."""
    under = [piece for column in sorted(row.cells) if column for piece in row.cells[column]]
    share, rest = divmod(len(under), len(above.pieces))
    if rest or share < 2 or 0 in above.cells or 0 not in row.cells:  # noqa: PLR2004 - one is no level
        return False
    blocks = [under[i : i + share] for i in range(0, len(under), share)]
    off = [
        abs(block[0].left + block[-1].right - piece.left - piece.right) / 2
        for piece, block in zip(above.pieces, blocks, strict=True)
    ]
    alone = len(above.pieces) == 1 and _has_under(above.pieces[0], under)
    return not alone and max(off) <= CENTRED * row.size


def _has_under(piece: Line, under: Sequence[Line]) -> bool:
    """Whether a text stands in line with one below it, by an end or the middle."""
    return any(
        min(
            abs(piece.left - other.left),
            abs(piece.right - other.right),
            abs(piece.left + piece.right - other.left - other.right) / 2,
        )
        <= IN_LINE * piece.size
        for other in under
    )


def _stands_off(above: Row, row: Row) -> bool:
    """Whether a lone text below several heads is in line with none in its column: a unit of all."""
    over = above.cells.get(min(row.cells), [])
    if len(row.pieces) > 1 or len(above.pieces) == 1 or not over:
        return False
    return not _has_under(row.pieces[0], over[-1:])
