"""Summaries: tables without heads whose rows name values of many sorts (`Budget`, `Lead time`)."""

from extractor.bind.context import Context

COLUMNS = 2  # a name and its value


def is_summary(context: Context, index: int) -> bool:
    """Say whether the rows of a table say themselves what each value is, of several kinds.

    What stands over such a table is no measure; over values of one kind it may be.
    """
    table = context.doc.tables[index]
    if table.n_cols != COLUMNS or any(cell.header == "column" for cell in table.cells):
        return False
    kinds = {f.reading.kind for f in context.by_table.get(index, ()) if f.reading.kind != "date"}
    return len(kinds) > 1
