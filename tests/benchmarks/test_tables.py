"""Tables by TEDS, TEDS-S and cell adjacency."""

import pytest
from pages.metrics.adjacency import adjacency, relations
from pages.metrics.teds import matched, tables, teds
from pages.truth import Cell, Table

TWO_BY_TWO = Table(2, 2, (Cell(0, 0, "a"), Cell(0, 1, "b"), Cell(1, 0, "c"), Cell(1, 1, "d")))


def test_a_table_is_like_itself() -> None:
    assert teds(TWO_BY_TWO, TWO_BY_TWO) == (1, 1)


def test_a_wrong_text_costs_one_cell_and_no_structure() -> None:
    wrong = Table(2, 2, (*TWO_BY_TWO.cells[:3], Cell(1, 1, "x")))
    # 7 nodes: the table, two rows, four cells
    assert teds(TWO_BY_TWO, wrong) == (pytest.approx(1 - 1 / 7), 1)


def test_half_a_text_costs_half_a_cell() -> None:
    one, other = (Table(1, 1, (Cell(0, 0, text),)) for text in ("abcd", "abxy"))
    assert teds(one, other) == (pytest.approx(1 - 0.5 / 3), 1)


def test_a_row_too_few_costs_its_nodes() -> None:
    short = Table(1, 2, TWO_BY_TWO.cells[:2])
    assert teds(TWO_BY_TWO, short) == (pytest.approx(1 - 3 / 7), pytest.approx(1 - 3 / 7))


def test_a_span_read_as_two_cells_costs_both() -> None:
    spanned = Table(1, 2, (Cell(0, 0, "a", col_span=2),))
    split = Table(1, 2, (Cell(0, 0, "a"), Cell(0, 1, "")))
    # the cell is changed and another added, of 4 nodes
    assert teds(spanned, split)[1] == pytest.approx(1 - 2 / 4)


def test_cells_that_are_not_named_are_blank() -> None:
    sparse = Table(2, 2, (Cell(0, 0, "a"), Cell(1, 1, "d")))
    full = Table(2, 2, (Cell(0, 0, "a"), Cell(0, 1, ""), Cell(1, 0, ""), Cell(1, 1, "d")))
    assert teds(sparse, full) == (1, 1)


def test_tables_without_a_partner_score_nothing_on_either_side() -> None:
    other = Table(1, 2, (Cell(0, 0, "x"), Cell(0, 1, "y")))
    missed, added = tables([TWO_BY_TWO, other], [TWO_BY_TWO]), tables([other], [other, TWO_BY_TWO])
    assert missed[0].share == added[0].share == 0.5


def test_the_most_similar_tables_are_matched() -> None:
    near = Table(2, 2, (*TWO_BY_TWO.cells[:3], Cell(1, 1, "x")))
    pairs = {(pair.truth, pair.read) for pair in matched([near, TWO_BY_TWO], [TWO_BY_TWO, near])}
    assert pairs == {(0, 1), (1, 0)}


def test_relations_skip_blank_cells_and_count_a_span_once() -> None:
    table = Table(
        2,
        3,
        (Cell(0, 0, "Head", col_span=3), Cell(1, 0, "a"), Cell(1, 1, ""), Cell(1, 2, "b")),
    )
    assert dict(relations(table)) == {
        ("head", "a", "below"): 1,
        ("head", "b", "below"): 1,
        ("a", "b", "right"): 1,
    }


def test_adjacency_pools_the_relations_of_all_tables() -> None:
    wrong = Table(2, 2, (*TWO_BY_TWO.cells[:3], Cell(1, 1, "x")))
    # of 4 relations each, the two that do not touch the last cell are right
    assert adjacency([TWO_BY_TWO], [wrong]).share == 0.5
