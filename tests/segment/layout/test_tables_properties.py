"""Which lines of a table head it, where words stand beside numbers: properties, policies, needs."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

GRID = "#set text(10pt)\n#set table(stroke: 0.5pt)\n"
TWO = "#table(columns: (150pt, 250pt), "


def headed(drafts: Drafts) -> dict[str, str | None]:
    """Return what each cell of the one table heads, by its text."""
    (table,) = (block.table for block in drafts.blocks if block.table is not None)
    return {cell.content.text: cell.header for cell in table.cells}


@pytest.mark.parametrize("first", ["[Protocol], [EAP2031NR02]", "[Country], [Norvia]"])
def test_no_line_heads_a_list_of_properties(first: str, lay_out: LayOut) -> None:
    rest = "[Budget], [USD 412,300], [Reach], [25,000 people (5,000 families)], [Term], [5 years])"
    heads = headed(lay_out(f"{GRID}{TWO}{first}, {rest}"))
    assert set(list(heads.values())[::2]) == {"row"}
    assert set(list(heads.values())[1::2]) == {None}


@pytest.mark.parametrize("bold", [True, False], ids=["names in bold", "names as values"])
def test_no_line_heads_what_words_with_numbers_are_told_of(lay_out: LayOut, *, bold: bool) -> None:
    told = {
        "Hazard": "Storms of category 3 and above",
        "Area": "14 towns of the western coast",
        "Reach": "1,200 people (600 women)",
        "Budget": "USD 4.2 million",
        "Lead time": "72 to 120 hours before it comes",
    }
    cells = [
        f"[*{name}*], [{value}]" if bold else f"[{name}], [{value}]" for name, value in told.items()
    ]
    heads = headed(lay_out(f"{GRID}{TWO}{', '.join(cells)})"))
    assert set(list(heads.values())[::2]) == {"row"}
    assert set(list(heads.values())[1::2]) == {None}


def test_a_line_set_apart_heads_a_list_of_properties_alone(lay_out: LayOut) -> None:
    rest = "[Capital], [Norvik], [People], [2.1 million], [Literacy], [84 %], [Term], [5 years])"
    heads = headed(lay_out(f"{GRID}{TWO}[*Indicator*], [*Value*], {rest}"))
    assert [text for text, heads_what in heads.items() if heads_what == "column"] == [
        "Indicator",
        "Value",
    ]


def test_a_table_of_two_columns_with_numbers_of_one_kind_is_headed(lay_out: LayOut) -> None:
    rest = "[North], [25,000], [South], [n/a], [East], [3,100], [West], [Unknown])"
    heads = headed(lay_out(f"{GRID}{TWO}[Area], [People in need], {rest}"))
    assert (heads["Area"], heads["People in need"], heads["North"]) == ("column", "column", "row")


THREE = "#table(columns: (200pt, 90pt, 90pt), "
POLICIES = "[Policy adopted], [No], [Yes], [Schools open], [34 %], [50 %], [Teachers], [12], [40])"


def test_words_set_as_the_numbers_are_no_heads_under_heads_in_bold(lay_out: LayOut) -> None:
    heads = headed(lay_out(f"{GRID}{THREE}[*Indicator*], [*Baseline*], [*Target*], {POLICIES}"))
    assert (heads["Target"], heads["Policy adopted"], heads["Yes"]) == ("column", "row", None)


def test_heads_under_a_head_in_bold_are_heads_also_where_they_are_not_bold(lay_out: LayOut) -> None:
    below = "[In need], [Target], [Shelter], [5,100], [1,200], [Water], [2,100], [740])"
    upper = "table.cell(rowspan: 2)[*Sector*], table.cell(colspan: 2)[*2031*]"
    heads = headed(lay_out(f"{GRID}{THREE}{upper}, {below}"))
    assert (heads["In need"], heads["Target"], heads["Shelter"]) == ("column", "column", "row")


def test_millions_in_words_are_numbers_below_a_head(lay_out: LayOut) -> None:
    rows = "[Shelter], [5.1 million], [12.4 milliards], [Water], [310,000], [740,000])"
    heads = headed(lay_out(f"{GRID}{THREE}[Sector], [In need], [Cost], {rows}"))
    assert (heads["In need"], heads["5.1 million"]) == ("column", None)


@pytest.mark.parametrize(
    ("first", "last", "heads_below"),
    [
        pytest.param("15 million crowns", "4,510 of hemp", 0, id="a sum in words"),
        pytest.param("420 000 people of the coast", "4,510 of hemp", 0, id="a count"),
        pytest.param("2 million crowns", "4,510", 1, id="a unit of bare numbers"),
        pytest.param("1,000 tonnes", "4,510 (dry)", 1, id="a thousand"),
        pytest.param("100 000 habitants", "4,510 (dry)", 1, id="a unit in groups"),
        pytest.param("1 million crowns", "4,510 (dry)", 1, id="a million"),
        pytest.param("5 years", "4,510", 1, id="a term may head numbers"),
        pytest.param("30 June 2031", "4,510", 1, id="a day"),
    ],
)
def test_no_line_with_an_amount_in_words_heads_a_short_list(
    first: str, last: str, heads_below: int, lay_out: LayOut
) -> None:
    rows = f"[Agreed], [{first}], [Boats], [1,200], [Nets], [{last}])"
    heads = headed(lay_out(f"{GRID}{TWO}{rows}"))
    assert sum(of == "column" for of in heads.values()) == 2 * heads_below
