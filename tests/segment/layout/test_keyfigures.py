"""Key figures: panels, bars and maps; and what is none."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts
from extractor.segment.layout.keyfigures.values import reads_as_value

LayOut = Callable[[str], Drafts]

BODY = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain to the market"
    " wait on both banks until it comes; nobody has counted them since the flood of last spring."
)


def figures(drafts: Drafts) -> list[str]:
    return [d.content.text for d in drafts.blocks if d.type == "key_figure"]


def panel(cells: list[str], more: str = "") -> str:
    body = ", ".join(f"[{cell}]" for cell in cells)
    return f"{BODY}\n\n#grid(columns: (1fr, 1fr), inset: 8pt, {more}{body})\n\n{BODY}"


PAIRS = [("1,250", "wells dug"), ("64%", "of mills at work")]
EXPECTED = [text for pair in PAIRS for text in pair]


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("#text(20pt)[{v}]\\ #text(9pt)[{k}]", id="below"),
        pytest.param("#text(9pt)[{k}]\\ #text(20pt)[{v}]", id="above"),
        pytest.param(
            "#grid(columns: 2, gutter: 8pt, text(20pt)[{v}], align(horizon, text(9pt)[{k}]))",
            id="right",
        ),
    ],
)
@pytest.mark.parametrize("box", ["", "stroke: 0.5pt, ", "fill: luma(235), "])
def test_a_value_and_its_label(lay_out: LayOut, cell: str, box: str) -> None:
    cells = [cell.format(v=value, k=label) for value, label in PAIRS]
    drafts = lay_out(panel(cells, box))
    assert figures(drafts) == EXPECTED
    assert [d for d in drafts.blocks if d.type == "table"] == []


def test_a_unit_that_wraps_belongs_to_the_value(lay_out: LayOut) -> None:
    cells = [f"#text(20pt)[{v}\\ million]\\ #text(9pt)[{k}]" for v, k in (("12", "a"), ("3", "b"))]
    cells = [cell.replace("[a]", "[wells dug]").replace("[b]", "[mills]") for cell in cells]
    assert figures(lay_out(panel(cells))) == ["12 million", "wells dug", "3 million", "mills"]


def test_numbers_at_bars_have_the_names_before_them(lay_out: LayOut) -> None:
    bars = ", ".join(
        f"[{name}], [#box(rect(width: {count}pt, height: 9pt, fill: blue))#h(4pt){count}%]"
        for name, count in (("Grain", 80), ("Timber", 45), ("Salt", 60))
    )
    drafts = lay_out(f"{BODY}\n\n#grid(columns: (80pt, 1fr), row-gutter: 8pt, {bars})\n\n{BODY}")
    assert figures(drafts) == ["80%", "Grain", "45%", "Timber", "60%", "Salt"]


def test_a_name_beside_a_bar_keeps_its_first_words(lay_out: LayOut) -> None:
    bars = ", ".join(
        f"[{name}], [#box(rect(width: {count}pt, height: 9pt, fill: blue))#h(4pt){count}%]"
        for name, count in (("Grain#h(6pt)and#h(6pt)seeds", 80), ("Timber", 45), ("Salt", 60))
    )
    right = f"#grid(columns: (90pt, 1fr), row-gutter: 8pt, {bars})"
    beside = f"#grid(columns: (1fr, 1.4fr), gutter: 14pt, [{BODY}], [{right}])"
    assert figures(lay_out(beside)) == ["80%", "Grain and seeds", "45%", "Timber", "60%", "Salt"]


@pytest.mark.parametrize("first", ["412", "1.", "(b)", "iv)", "7%"])
def test_a_number_before_the_name_beside_a_bar_is_none_of_it(lay_out: LayOut, first: str) -> None:
    bars = ", ".join(
        f"[{first}#h(6pt){name}],"
        f" [#box(rect(width: {count}pt, height: 9pt, fill: blue))#h(4pt){count}%]"
        for name, count in (("Grain and seeds", 80), ("Phase 3 up", 45), ("Salt", 60))
    )
    right = f"#grid(columns: (90pt, 1fr), row-gutter: 8pt, {bars})"
    beside = f"#grid(columns: (1fr, 1.4fr), gutter: 14pt, [{BODY}], [{right}])"
    assert figures(lay_out(beside)) == [
        "80%",
        "Grain and seeds",
        "45%",
        "Phase 3 up",
        "60%",
        "Salt",
    ]


def test_a_label_beside_a_value_may_end_in_brackets(lay_out: LayOut) -> None:
    cells = [
        f"#grid(columns: 2, column-gutter: 6pt, align: horizon, text(20pt)[{v}], text(8pt)[{k}])"
        for v, k in (("74,6 %", "wells \\ (hill farms)"), ("612", "mills \\ (river)"))
    ]
    assert figures(lay_out(panel(cells))) == [
        "74,6 %",
        "wells (hill farms)",
        "612",
        "mills (river)",
    ]


@pytest.mark.parametrize("size", [9, 12])
def test_a_bracket_or_a_sign_in_smaller_type_is_of_its_value(lay_out: LayOut, size: int) -> None:
    cell = "#text(20pt)[{v}] #text({size}pt)[{unit}]\\ #text(9pt)[{k}]"
    units = ["(USD million)", "(thousand)", "(bn)", "(km)", "(women)", "(in 2031)", "km", "XOF"]
    cells = [
        cell.format(v=at + 120, size=size, unit=unit, k=("wells dug", "mills at work")[at % 2])
        for at, unit in enumerate(units)
    ]
    told = figures(lay_out(panel(cells)))
    assert told[::2] == [f"{at + 120} {unit}" for at, unit in enumerate(units)]
    assert told[1::2] == ["wells dug", "mills at work"] * 4


def test_words_in_smaller_type_on_a_values_line_are_its_label(lay_out: LayOut) -> None:
    words = ["men fed", "TOP mills", "tables set"]
    cells = [f"#text(20pt)[{at + 120}] #text(9pt)[{label}]" for at, label in enumerate(words)]
    assert figures(lay_out(panel(cells)))[1::2] == words


def test_the_caption_under_a_chart_names_no_bar(lay_out: LayOut) -> None:
    bars = ", ".join(
        f"align(bottom, stack(dir: ttb, spacing: 3pt, [{count}%],"
        f" rect(width: 20pt, height: {count}pt, fill: blue)))"
        for count in (80, 45, 60)
    )
    columns = "columns: (20pt,) * 3, column-gutter: 60pt, row-gutter: 5pt"
    chart = f"#pad(left: 60pt, grid({columns}, {bars}, [Rye], [Oats], [Salt]))"
    caption = "Figure 1. Sales of the mill by good"
    drafts = lay_out(f"{BODY}\n\n{chart}\n#v(-9pt)\n#text(9pt)[{caption}]\n\n{BODY}")
    assert sorted(figures(drafts)) == sorted(["80%", "Rye", "45%", "Oats", "60%", "Salt"])
    assert caption in [draft.content.text for draft in drafts.blocks]


def test_text_in_the_column_beside_a_chart_is_no_name(lay_out: LayOut) -> None:
    bars = ", ".join(
        f"[{name}], [#box(rect(width: {count}pt, height: 9pt, fill: blue))#h(4pt){count}%]"
        for name, count in (("Grain", 80), ("Timber", 45), ("Salt", 60))
    )
    chart = f"#grid(columns: 2, gutter: 6pt, {bars})"
    beside = f"#grid(columns: (1fr, 1fr), gutter: 16pt, [{BODY}], [{chart}])"
    found = figures(lay_out(f"{BODY}\n\n{beside}\n\n{BODY}"))
    assert sorted(found) == sorted(["Grain", "80%", "Timber", "45%", "Salt", "60%"])


def test_two_bars_for_one_name_leave_a_doubt(lay_out: LayOut) -> None:
    def bar(height: int) -> str:
        rect = f"rect(width: 20pt, height: {height}pt, fill: blue)"
        return f"stack(dir: ttb, spacing: 3pt, [{height}%], {rect})"

    years = ", ".join(
        f"align(bottom, stack(dir: ltr, spacing: 6pt, {bar(a)}, {bar(b)}))"
        for a, b in ((80, 45), (60, 30), (25, 70))
    )
    names = "[Grain], [Timber], [Salt]"
    drafts = lay_out(f"{BODY}\n\n#grid(columns: 3, row-gutter: 5pt, {years}, {names})\n\n{BODY}")
    assert figures(drafts) == []


def test_names_over_numbers_on_a_map(lay_out: LayOut) -> None:
    spots = "\n".join(
        f"#place(dx: {x}pt, dy: {y}pt, stack(spacing: 3pt, text(8pt)[{name}], [*{count}*]))"
        for name, count, x, y in (("Ostrel", "1,250", 30, 20), ("Kavenne", "940", 150, 60))
    )
    ground = "polygon(fill: luma(230), (0pt, 10pt), (250pt, 0pt), (260pt, 120pt), (20pt, 140pt))"
    sheet = f"{BODY}\n\n#block(width: 270pt, height: 150pt)[#place({ground})\n{spots}]\n\n{BODY}"
    assert figures(lay_out(sheet)) == ["1,250", "Ostrel", "940", "Kavenne"]


def test_the_number_of_a_heading_is_no_key_figure(lay_out: LayOut) -> None:
    heads = f"#text(18pt)[1.2#h(14pt)Roads]\n\n{BODY}\n\n#text(18pt)[1.3#h(14pt)Wells]\n\n{BODY}"
    assert figures(lay_out(heads)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USD 12 million", True),
        ("207,8 millones USD", True),
        ("5.2M", True),
        ("64 %", True),
        ("12 wells", False),
        ("2031", False),
        ("2031-2033", False),
    ],
)
def test_what_reads_as_a_value(text: str, expected: bool) -> None:  # noqa: FBT001
    assert reads_as_value(text) is expected


def row(cells: list[str], more: str = "") -> str:
    body = ", ".join(f"[{cell}]" for cell in cells)
    return f"{BODY}\n\n#grid(columns: (1fr,) * {len(cells)}, {more}{body})\n\n{BODY}"


def test_a_row_of_labels_in_capitals_over_its_values(lay_out: LayOut) -> None:
    over = "#text(7pt)[{k}] \\ #text(18pt)[{v}]"
    under = "#text(18pt)[{v}] \\ #text(7pt)[{k}]"
    first = row([over.format(k=k, v=v) for k, v in [("IN NEED", "4.1 M"), ("TARGETED", "2.9 M")]])
    more = [("WOMEN", "53%"), ("CHILDREN", "58%"), ("ELDERS", "6%"), ("OTHERS", "1%")]
    second = row([under.format(k=k, v=v) for k, v in more])
    found = figures(lay_out(f"{first}\n\n== By group\n\n{second}"))
    assert found[:4] == ["4.1 M", "IN NEED", "2.9 M", "TARGETED"]
    assert found[4:] == [text for k, v in more for text in (v, k)]


def test_labels_of_neighbours_that_nearly_touch_stay_apart(lay_out: LayOut) -> None:
    values = "#text(18pt)[3.1 M] #h(18pt) #text(18pt)[2.3 M] \\ "
    labels = "#text(7pt)[in need in the north#h(7pt)targeted]"
    assert figures(lay_out(f"{BODY}\n\n{values}{labels}\n\n{BODY}")) == [
        *("3.1 M", "in need in the north"),
        *("2.3 M", "targeted"),
    ]


def test_a_unit_in_smaller_type_stands_between_a_value_and_its_label(lay_out: LayOut) -> None:
    cell = "#text(22pt)[{v}] \\ #text(12pt)[million] \\ #text(8pt)[{k}]"
    pairs = [("3.1", "children"), ("1.7", "women")]
    found = figures(lay_out(row([cell.format(k=k, v=v) for v, k in pairs], "align: center, ")))
    assert found == ["3.1 million", "children", "1.7 million", "women"]


def test_labels_in_a_column_stand_clear_of_the_longest_value(lay_out: LayOut) -> None:
    pairs = [("372,140", "people treated"), ("19", "births"), ("$3", "of costs")]
    cells = ", ".join(f"text(18pt)[\\{v}], text(9pt)[{k}]" for v, k in pairs)
    sheet = (
        f"{BODY}\n\n#grid(columns: (auto, 1fr), gutter: 16pt, align: horizon, {cells})\n\n{BODY}"
    )
    assert figures(lay_out(sheet)) == [text for pair in pairs for text in pair]


def test_a_value_with_its_signs_in_small_type_is_as_large_as_its_digits(lay_out: LayOut) -> None:
    cell = "[#text(9pt)[US\\$] #text(24pt)[{v}] #text(9pt)[million] \\ #text(8pt)[{k}]]"
    cells = ", ".join(cell.format(v=v, k=k) for v, k in [("4.2", "asked"), ("1.1", "received")])
    sheet = f"{BODY}\n\n#grid(columns: (1fr, 1fr), {cells})\n\n{BODY}"
    found = [text.replace(" ", "") for text in figures(lay_out(sheet))]
    assert found == ["US$4.2million", "asked", "US$1.1million", "received"]


def test_a_label_is_of_the_value_on_its_own_tile(lay_out: LayOut) -> None:
    tile = "block(fill: aqua, width: 100%, inset: 6pt)[*{k}* \\ #text(22pt)[{v}]]"
    pairs = [("9,300", "Families"), ("23%", "Ill"), ("417", "Schools"), ("88%", "Open")]
    cells = ", ".join(tile.format(k=k, v=v) for v, k in pairs)
    sheet = f"{BODY}\n\n#grid(columns: (1fr, 1fr), gutter: 4pt, {cells})\n\n{BODY}"
    assert figures(lay_out(sheet)) == [text for pair in pairs for text in pair]


def test_a_small_number_beside_larger_ones_is_a_key_figure(lay_out: LayOut) -> None:
    cells = panel(["#text(20pt)[5]\\ provinces", "#text(20pt)[1,250]\\ wells"])
    assert figures(lay_out(cells)) == ["5", "provinces", "1,250", "wells"]


def test_a_number_over_a_title_counts_chapters(lay_out: LayOut) -> None:
    sheet = f"{BODY}\n\n#text(24pt)[2]\n\n#text(16pt)[Response]\n\n{BODY}"
    assert figures(lay_out(sheet)) == []


CARD = "#text(10pt)[{over}]\\ #text(20pt)[{value}]\\ #text(8pt)[{under}]"


@pytest.mark.parametrize(
    ("over", "under", "label"),
    [
        pytest.param(("Food", "Health"), ("people fed", "beds set up"), 1, id="heads"),
        pytest.param(("people fed", "beds set up"), ("+4% on 2030", "no change"), 0, id="changes"),
    ],
)
def test_what_stands_over_a_value_in_larger_type_heads_it_with_its_label(
    lay_out: LayOut, over: tuple[str, str], under: tuple[str, str], label: int
) -> None:
    parts = zip(over, ("1,250", "640"), under, strict=True)
    cells = [CARD.format(over=a, value=value, under=b) for a, value, b in parts]
    first, second = (over, under)[label]
    assert figures(lay_out(panel(cells))) == ["1,250", first, "640", second]
