"""Tables whose rows name values of many sorts: summaries without heads, lists of indicators."""

from extractor.bind.context import Context
from extractor.bind.tables.headers import MAX_HEADER, WORDS
from extractor.data.tables import load
from extractor.segment.document import Table

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


def lists_indicators(table: Table, title: str) -> bool:
    """Say whether title and head of a table announce indicators: its labels then are what they are.

    Such are rows below `Indicator` in `Key indicators of harbour safety`.
    """
    announcing = load("tables.toml")["indicators"]
    several = frozenset(announcing["several"])
    heads = (c.text for c in table.cells if c.header == "column" and c.col < COLUMNS)
    return _says_one_of(several, title) and any(
        len(head) <= MAX_HEADER and _says_one_of(several.union(announcing["one"]), head)
        for head in heads
    )


def _says_one_of(words: frozenset[str], text: str) -> bool:
    return not words.isdisjoint(WORDS.findall(text.lower()))
