"""Compares tables, cell by cell."""

from collections.abc import Sequence

from extractor.golden.entries import Comparison, Entry, Field, Gaps, note, shown
from extractor.golden.overlap import pair_up
from extractor.golden.score import ALL, Result
from extractor.golden.texts import listed, plain, same_text, wording
from schemas.document import Table
from schemas.golden import Golden, GoldenCell, GoldenTable


def compare_tables(golden: Golden, tables: Sequence[Table]) -> Result:
    """Return how tables agree: size, title, unit, and every cell that is not blank."""
    fields: tuple[Field[GoldenTable, Table], ...] = (
        plain("title", lambda g: g.title, lambda t: t.title),
        plain("unit", lambda g: g.unit, lambda t: t.unit),
        plain("magnitude", lambda g: g.magnitude, lambda t: t.magnitude),
        plain("n_rows", lambda g: str(g.n_rows), lambda t: str(t.n_rows)),
        plain("n_cols", lambda g: str(g.n_cols), lambda t: str(t.n_cols)),
        plain("total_rows", lambda g: listed(g.total_rows), lambda t: listed(t.total_rows)),
    )
    result = Result("tables")
    expected = [Entry(g, g.source, f"table {shown(g.title)}") for g in golden.tables]
    placed = [(t, t.anchor.source) for t in tables if t.anchor is not None]
    found = [Entry(table, source, f"table {shown(table.title)}") for table, source in placed]
    wrong_cells = _compare_cells(result, expected, found)
    comparison = Comparison(
        entry="table",
        fields=fields,
        essential=frozenset(),
        gaps=Gaps(
            known=lambda g, _: g.gap,
            closed=lambda g, wrong: ["table"] * (g.gap and not wrong and id(g) not in wrong_cells),
        ),
        extras=golden.extras,
    )
    comparison.run(result, expected, found)
    return result


def _compare_cells(
    result: Result, golden: Sequence[Entry[GoldenTable]], found: Sequence[Entry[Table]]
) -> set[int]:
    """Count and note the cells; return the identities of the tables that have wrong ones."""
    pairs = pair_up([e.pieces for e in golden], [e.pieces for e in found])
    wrong: set[int] = set()
    for at, entry in enumerate(golden):
        theirs = _cell_texts(found[pairs[at]].item) if at in pairs else {}
        ours = {_position(cell): cell for cell in entry.item.cells}
        right = [p for p, cell in ours.items() if p in theirs and same_text(cell, (theirs[p],))]
        (tally,) = result.tally(ALL, "cell")
        tally.expected += len(ours)
        tally.found += len(theirs)
        tally.right += len(right)
        tally.compared += len(ours)
        tally.agreed += len(right)
        for position in sorted((ours.keys() | theirs.keys()) - set(right)):
            wrong.add(id(entry.item))
            expected = wording(ours[position]) if position in ours else None
            said = shown(expected), shown(theirs.get(position))
            note(result, entry, f"cell {position}", said, known=entry.item.gap)
    unpaired = [e.item for at, e in enumerate(found) if at not in set(pairs.values())]
    for tally in result.tally(ALL, "cell"):
        tally.found += sum(len(_cell_texts(table)) for table in unpaired)
    return wrong


_Position = tuple[int, int, int, int]


def _position(cell: GoldenCell) -> _Position:
    return cell.row, cell.col, cell.row_span, cell.col_span


def _cell_texts(table: Table) -> dict[_Position, str]:
    return {(c.row, c.col, c.row_span, c.col_span): c.text for c in table.cells if c.text}
