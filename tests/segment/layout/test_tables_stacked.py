"""Pieces of a table that colours and rules had parted."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

HEADS = "[Stock], [Mill], [Quay], [Total]"
FIRST = "[Sacks held], [29], [27], [56], [Sacks bought], [57], [36], [93]"
SECOND = "[Sacks sold], [14], [16], [30], [Sacks lost], [3], [7], [10]"
COLUMNS = "columns: (3fr, 1fr, 1fr, 1fr)"


def tables(drafts: Drafts) -> list[list[str]]:
    return [
        [cell.content.text for cell in draft.table.cells]
        for draft in drafts.blocks
        if draft.table is not None
    ]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param("", 1, id="right below"),
        pytest.param("#v(2cm)", 2, id="further down"),
        pytest.param("#v(9pt)\n\nWhat they sold and lost:\n\n#v(9pt)", 2, id="a text"),
    ],
)
def test_pieces_are_one_table_where_nothing_parts_them(
    lay_out: LayOut, between: str, expected: int
) -> None:
    shaded = f"#table({COLUMNS}, fill: luma(220), stroke: none, {HEADS}, {FIRST})"
    ruled = f"#table({COLUMNS}, {SECOND})"
    drafts = lay_out(f"#set par(spacing: 0pt)\n#set block(spacing: 0pt)\n{shaded}{between}{ruled}")
    assert len(tables(drafts)) == expected
