"""Lists in two columns that nothing marks off: which are tables, and which are not."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

TERMS = [
    ["MUW", "Mill Union of the West"],
    ["OGB", "Ostrel Grain Board"],
    ["Quern", "Stone for milling by hand"],
]
AGES = [["Mills", "15 - 40 years"], ["Carts", "3 - 10 years"], ["Grain sacks", "5 years"]]
SIGNED = [["Ada Fenn", "Ben Sorel"], ["Miller", "Treasurer"], ["Ostrel Mill", "Grain Board"]]
DATED = [["2029", "The first mill was built"], ["2030", "The second"], ["2031", "The last mill"]]
COUNTED = [["1.", "The first mill was built"], ["2.", "The second mill"], ["3.", "The last mill"]]
SAID = [["It rained.", "All of the mills stood still"], ["We left.", "Few came"], ["No.", "Yes"]]


def tables(drafts: Drafts) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == "table"]


def listed(items: list[list[str]], align: str = "left") -> str:
    cells = ", ".join(f'text("{text}")' for row in items for text in row)
    wide = f"columns: (90pt, 180pt), align: (left, {align})"
    return f"= Mills\n#grid({wide}, row-gutter: 9pt, {cells})"


@pytest.mark.parametrize(
    ("items", "align"),
    [
        pytest.param(TERMS, "left", id="terms and what they mean"),
        pytest.param(AGES, "right", id="things and their numbers"),
    ],
)
def test_short_terms_with_texts_in_line_are_a_table(
    items: list[list[str]], align: str, lay_out: LayOut, rows: Rows
) -> None:
    (table,) = tables(lay_out(listed(items, align)))
    assert rows(table) == items


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(SIGNED, id="names and offices"),
        pytest.param(DATED, id="years"),
        pytest.param(COUNTED, id="numbered items"),
        pytest.param(SAID, id="sentences"),
        pytest.param(TERMS[:2], id="two lines"),
    ],
)
def test_other_texts_beside_each_other_are_none(items: list[list[str]], lay_out: LayOut) -> None:
    assert tables(lay_out(listed(items))) == []
