"""Parts in tables: a row or column `of which` is of the one before it."""

from extractor.bind.context import Context
from extractor.bind.found import Found
from extractor.bind.tables.labels import opens_part
from extractor.segment.document import Cell


def bind_parts(context: Context) -> None:
    """Set the whole of each figure below a head or beside a label that opens with `of which`."""
    for index, founds in context.by_table.items():
        alone = _alone(founds)
        for (row, col), found in alone.items():
            what = context.collected.governed[index][row, col]
            if _is_part(what.columns[-1:]):
                before = ((row, c) for c in range(col - 1, -1, -1))
            elif _is_part(what.labels):
                before = ((r, col) for r in range(row - 1, -1, -1))
            else:
                continue
            found.of = next(
                (alone[at] for at in before if _is_whole(context, index, at, alone)), None
            )


def _alone(founds: list[Found]) -> dict[tuple[int, int], Found]:
    """Return the figure of each cell that has one, no date or duration."""
    cells: dict[tuple[int, int], list[Found]] = {}
    for found in founds:
        if found.cell is not None and not found.is_time:
            cells.setdefault(found.cell[1:], []).append(found)
    return {at: several[0] for at, several in cells.items() if len(several) == 1}


def _is_whole(
    context: Context, table: int, at: tuple[int, int], alone: dict[tuple[int, int], Found]
) -> bool:
    if at not in alone:
        return False
    what = context.collected.governed[table][at]
    return not _is_part(what.columns[-1:]) and not _is_part(what.labels)


def _is_part(cells: list[Cell]) -> bool:
    return any(opens_part(cell.text) for cell in cells)
