"""Blocks: what the markup tells, in several styles."""

from pathlib import Path

import pytest

from extractor.readers.markdown import markdown_marks, read
from extractor.readers.source import MarkdownBlock


def blocks_of(raw: str) -> list[MarkdownBlock]:
    return list(read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8").blocks)


def outline(raw: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.inline.text.text) for block in blocks_of(raw)]


def rows(block: MarkdownBlock) -> list[list[str]]:
    return [[cell.text.text for cell in row] for row in block.rows]


@pytest.mark.parametrize(
    ("raw", "level"),
    [
        pytest.param("# Needs", 1, id="atx"),
        pytest.param("### Needs ###", 3, id="closed atx"),
        pytest.param("Needs\n=====", 1, id="setext"),
        pytest.param("Needs\r\n-----\r\n", 2, id="setext with carriage returns"),
        pytest.param("     ## Needs", 2, id="set in: there is no indented code"),
        pytest.param("<h2>Needs</h2>", 2, id="html"),
    ],
)
def test_headings(raw: str, level: int) -> None:
    assert outline(raw) == [("heading", level, "Needs")]


def test_a_sentence_above_a_rule_is_no_heading() -> None:
    sentence = "The people of the northern counties of Lorn wait for the rain to come."
    assert [kind for kind, _, _ in outline(f"{sentence}\n---")] == ["paragraph", "rule"]


def test_list_items_have_depth_and_bullet() -> None:
    raw = "1. First\n   runs on\n2. Second\n   - Deep\n\n   A further paragraph.\n"
    assert outline(raw) == [
        ("list_item", 1, "First\nruns on"),
        ("list_item", 1, "Second"),
        ("list_item", 2, "Deep"),
        ("paragraph", 0, "A further paragraph."),
    ]
    labels = [block.label for block in blocks_of(raw)]
    assert labels == ["1.", "2.", "-", None]
    spans = [block.label_glyphs for block in blocks_of(raw) if block.label_glyphs]
    assert [raw[start:end] for start, end in spans] == ["1.", "2.", "-"]


def test_bullets_of_nested_items_on_one_line() -> None:
    raw = "- - Deep"
    assert [raw[slice(*b.label_glyphs)] for b in blocks_of(raw) if b.label_glyphs] == ["-"]
    assert blocks_of(raw)[0].label_glyphs == (2, 3)


def test_table_of_github() -> None:
    raw = "| Sector | 2031 |\n|:--|--:|\n| Shelter \\| NFI | **1,250** |\n| Health | | more |"
    [table] = blocks_of(raw)
    assert table.header_rows == 1
    assert rows(table) == [
        ["Sector", "2031"],
        ["Shelter | NFI", "1,250"],
        ["Health", "", "more"],
    ]


def test_rows_between_pipes_without_a_delimiter_row() -> None:
    [table] = blocks_of("| a | 1 |\n| b | 2 |")
    assert (table.kind, table.header_rows) == ("table", 0)
    assert rows(table) == [["a", "1"], ["b", "2"]]


def test_delimiter_row_of_another_width_still_heads_a_table() -> None:
    [table] = blocks_of("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |")
    assert table.header_rows == 1
    assert rows(table) == [["a", "b", "c"], ["1", "2", "3"]]


def test_rows_between_tabs_keep_their_blank_cells() -> None:
    [table] = blocks_of("\t\t2031\t2032\nHealth\t\\$5\t\t\\$6\n")
    assert rows(table) == [["", "", "2031", "2032"], ["Health", "$5", "", "$6"]]


def test_a_row_group_without_tabs_stays_in_its_table() -> None:
    [table] = blocks_of("Sector\t2031\nNorth\nHealth\t5\nWater\t6")
    assert rows(table) == [["Sector", "2031"], ["North"], ["Health", "5"], ["Water", "6"]]


def test_rows_below_a_line_of_text_are_a_table() -> None:
    kinds = [block.kind for block in blocks_of("Costs\n\t2031\t2032\n\t5\t6\nAll in all.")]
    assert kinds == ["paragraph", "table", "paragraph"]


@pytest.mark.parametrize(
    "raw", ["1.\tFirst\n2.\tSecond", "\tA line set in.\n\tAnother.", "One\ttab."]
)
def test_tabs_that_part_no_cells(raw: str) -> None:
    assert "table" not in {block.kind for block in blocks_of(raw)}


def test_html_table_with_spans_and_blank_lines() -> None:
    raw = (
        "<table><caption>Needs</caption>\n<tr><th rowspan=2>County</th><th colspan='2'>People</th>"
        "</tr>\n<tr><th>2031</th><th>2032</th></tr>\n\n<tr><td>North <b>Lorn</b></td>"
        "<td>1&nbsp;200</td><td>1,300</td></tr></table>\n"
    )
    caption, table = blocks_of(raw)
    assert caption.inline.text.text == "Needs"
    assert table.header_rows == 2
    assert rows(table) == [
        ["County", "People", ""],
        ["", "2031", "2032"],
        ["North Lorn", "1\N{NO-BREAK SPACE}200", "1,300"],
    ]


def test_html_that_is_not_closed_keeps_its_text() -> None:
    assert rows(blocks_of("<table><tr><td>5 wells")[0]) == [["5 wells"]]


def test_html_blocks() -> None:
    raw = "<div><p>One <em>small</em> step</p><ul><li>A<ul><li>B</li></ul></li></ul></div>"
    assert outline(raw) == [
        ("paragraph", 0, "One small step"),
        ("list_item", 1, "A"),
        ("list_item", 2, "B"),
    ]


def test_html_that_is_not_shown_is_no_text() -> None:
    assert outline("<!-- page 7 -->\n\n<script>var x = 5;</script>") == []


def test_footnotes() -> None:
    raw = (
        "Needs[^a] rise[1].\n\n[^a]: Office\nof Lorn\n[^b]: Other\n\n[1]: https://lorn.example/5\n"
    )
    notes = [block for block in blocks_of(raw) if block.kind == "footnote"]
    assert [(note.label, note.inline.text.text) for note in notes] == [
        ("a", "Office\nof Lorn"),
        ("b", "Other"),
        ("1", "https://lorn.example/5"),
    ]
    assert [raw[slice(*note.label_glyphs)] for note in notes if note.label_glyphs] == [
        "[^a]",
        "[^b]",
        "[1]",
    ]


def test_pictures_stand_apart_from_text() -> None:
    assert [(kind, text) for kind, _, text in outline("![Map](m.png) Roads ![Key](k.png)")] == [
        ("image", "Map"),
        ("paragraph", " Roads "),
        ("image", "Key"),
    ]


def test_front_matter_is_data_of_the_file() -> None:
    front, heading = blocks_of("---\ntitle: Plan\ndate: 2031\n---\n# Needs")
    assert (front.kind, front.label) == ("code", "front matter")
    assert heading.kind == "heading"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert [b.kind for b in blocks_of("---\n\nNeeds.\n\n---\n")] == ["rule", "paragraph", "rule"]


def test_blank_lines_before_a_block_are_counted() -> None:
    assert [block.blank_before for block in blocks_of("a\n\n \n\nb")] == [0, 3]


def test_a_block_quote_is_text() -> None:
    assert outline("> Needs\n> rise\n") == [("paragraph", 0, "Needs\nrise")]


@pytest.mark.parametrize(
    "line",
    [
        "# A",
        "**b** c",
        "_b_ c",
        "[a](b)",
        "![](b)",
        "|---|---|",
        "| a | b |",
        "```",
        r"\$5",
        "a[^1]",
        "<p>a</p>",
        "[^1]: a",
    ],
)
def test_marks_of_markdown_are_counted(line: str) -> None:
    assert markdown_marks(f"plain\n{line}\nplain") == 1


@pytest.mark.parametrize(
    "line", ["5 * 3 * 2", "snake_case_name", "refugees*, migrants*", "a < b > c", "#tag", "- item"]
)
def test_plain_text_has_no_marks(line: str) -> None:
    assert markdown_marks(line) == 0
