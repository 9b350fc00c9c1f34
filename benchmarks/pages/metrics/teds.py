"""Tables by tree edit distance similarity, with text (TEDS) and without (Zhong and others 2020)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from pages.metrics.tally import Tally
from pages.metrics.text import squeezed
from pages.metrics.trees import Node, distance
from pages.truth import Cell, Table

LEAST_SHARED = 0.1  # of the words of two tables that may be one; below, no tree is compared


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of a table as HTML writes it."""

    name: str
    spans: tuple[int, int] = (1, 1)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """What two tables share."""

    truth: int
    read: int
    teds: float
    structure: float


def filled(table: Table) -> list[Cell]:
    """Return every cell of a table by row and column, with blank ones where it names none."""
    covered = {
        (row, col)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    }
    blank = [
        Cell(row, col, "")
        for row in range(table.n_rows)
        for col in range(table.n_cols)
        if (row, col) not in covered
    ]
    return sorted([*table.cells, *blank], key=lambda cell: (cell.row, cell.col))


def tree(table: Table) -> Node[Tag]:
    """Return a table as a tree: the table, its rows, their cells."""
    rows: dict[int, list[Node[Tag]]] = {row: [] for row in range(table.n_rows)}
    for cell in filled(table):
        tag = Tag("td", (cell.row_span, cell.col_span), squeezed(cell.text))
        rows.setdefault(cell.row, []).append(Node(tag))
    return Node(
        Tag("table"), tuple(Node(Tag("tr"), tuple(cells)) for _, cells in sorted(rows.items()))
    )


@lru_cache(maxsize=100_000)
def _texts_apart(one: str, other: str) -> float:
    return Levenshtein.normalized_distance(one, other)


def _rename(one: Tag, other: Tag) -> float:
    if (one.name, one.spans) != (other.name, other.spans):
        return 1.0
    return _texts_apart(one.text, other.text) if one.name == "td" else 0.0


def _rename_bare(one: Tag, other: Tag) -> float:
    return float((one.name, one.spans) != (other.name, other.spans))


def _size(node: Node[Tag]) -> int:
    return 1 + sum(_size(child) for child in node.children)


def teds(one: Table, other: Table) -> tuple[float, float]:
    """Return TEDS and TEDS-S of two tables."""
    a, b = tree(one), tree(other)
    largest = max(_size(a), _size(b))
    return (
        1 - distance(a, b, _rename) / largest,
        1 - distance(a, b, _rename_bare) / largest,
    )


def _shared_words(one: Table, other: Table) -> float:
    a, b = (Counter(w for c in t.cells for w in c.text.split()) for t in (one, other))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def matched(truth: Sequence[Table], read: Sequence[Table]) -> list[Matched]:
    """Match tables one to one, the most similar first."""
    pairs = [
        Matched(i, j, *teds(one, other))
        for i, one in enumerate(truth)
        for j, other in enumerate(read)
        if _shared_words(one, other) >= LEAST_SHARED
    ]
    kept: list[Matched] = []
    for pair in sorted(pairs, key=lambda pair: -pair.teds):
        if all(pair.truth != k.truth and pair.read != k.read for k in kept):
            kept.append(pair)
    return kept


def tables(truth: Sequence[Table], read: Sequence[Table]) -> tuple[Tally, Tally]:
    """Score the tables of a document by TEDS and TEDS-S; one without a partner scores nothing."""
    pairs = matched(truth, read)
    total = len(truth) + len(read) - len(pairs)
    return (
        Tally(sum(pair.teds for pair in pairs), total),
        Tally(sum(pair.structure for pair in pairs), total),
    )
