"""An extraction given back as Markdown."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from extractor.render import escape, to_markdown
from schemas.document import Block, Table, TableCell

Sketching = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("2 * 3 is 6", "2 * 3 is 6"),
        ("*starred*", r"\*starred\*"),
        ("[1] note", r"\[1\] note"),
        ("1. no list", r"1\. no list"),
        ("2031 was dry", "2031 was dry"),
        ("- no bullet", r"\- no bullet"),
        ("-5 degrees", "-5 degrees"),
        ("# no heading", r"\# no heading"),
        ("#1 in the list", "#1 in the list"),
        ("a < b", "a < b"),
        ("a <b>", r"a \<b>"),
        ("Roe & Sons", "Roe & Sons"),
        ("&amp;", r"\&amp;"),
        ("C:\\plans", r"C:\\plans"),
    ],
)
def test_escapes(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def one_line(text: str) -> str:
    """Return text as a block holds it."""
    return " ".join(text.split())


@given(
    st.text(alphabet="ab1 .)-*_[]<>&;#\\`~+|=!", min_size=1, max_size=20).map(one_line).filter(bool)
)
def test_markdown_reads_escaped_text_as_it_stands(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escape(text))
    inline = [child for token in tokens for child in token.children or [token] if child.content]
    assert "".join(token.content for token in inline) == text
    assert {token.type for token in inline} <= {"text", "text_special"}


def test_blocks(sketch: Sketching) -> None:
    s = sketch("A Plan 1. Needs Towns need boats Boats Ropes Knots A pier by the sea, at dawn")
    s.block("title", "A Plan")
    s.heading("1. Needs", number="1", level=2)
    s.block("paragraph", "Towns need boats")
    s.block("list_item", "Boats", level=1)
    s.block("list_item", "Ropes", level=2)
    s.block("list_item", "Knots")
    s.block("caption", "A pier by the sea, at dawn")
    furniture = Block(id="f", type="furniture", text="7", anchor=None, section_id=None)
    s.blocks.insert(1, furniture)
    assert to_markdown(s.extraction()) == (
        "# A Plan\n\n## 1. Needs\n\nTowns need boats\n\n- Boats\n  - Ropes\n- Knots\n\n"
        "*A pier by the sea, at dawn*\n"
    )


@pytest.mark.parametrize(
    ("headers", "first"), [({0: "column"}, []), ({}, ["|  |  |", "| --- | --- |"])]
)
def test_a_table(
    sketch: Sketching, headers: dict[int, Literal["column"]], first: list[str]
) -> None:
    s = sketch("Sector\tUSD\nShelter|tents\t5\nTotal")
    s.block("table", s.text, table_id="t")
    texts = {(0, 0): "Sector", (0, 1): "USD", (1, 0): "Shelter|tents", (1, 1): "5"}
    cells = [
        TableCell(row=row, col=col, text=text, header=headers.get(row), anchor=s.anchor(text))
        for (row, col), text in texts.items()
    ]
    total = TableCell(row=2, col=0, col_span=2, text="Total", header=None, anchor=s.anchor("Total"))
    s.tables.append(
        Table(
            id="t",
            title=None,
            unit=None,
            magnitude=None,
            n_rows=3,
            n_cols=2,
            cells=(*cells, total),
            total_rows=(2,),
            notes=(),
            caption_id=None,
            continued_pages=(),
            anchor=s.anchor(s.text),
        )
    )
    assert to_markdown(s.extraction()).splitlines() == [
        *first,
        "| Sector | USD |",
        *([] if first else ["| --- | --- |"]),
        r"| Shelter\|tents | 5 |",
        "| Total |  |",
    ]


def test_footnotes(sketch: Sketching) -> None:
    s = sketch("Towns need boats, now.\nHarbour census\nFerry log\nNo mark")
    s.block("paragraph", "Towns need boats, now.")
    s.footnote("1", "Harbour census", mark_after="boats")
    s.footnote("1", "Ferry log", mark_after="now.")
    s.footnote("*", "No mark", mark_after="Towns")
    assert to_markdown(s.extraction()) == (
        "Towns[^note-1] need boats[^1], now.[^1-2]\n\n"
        "[^1]: Harbour census\n\n[^1-2]: Ferry log\n\n[^note-1]: No mark\n"
    )


def test_a_line_break_of_the_document_is_kept(sketch: Sketching) -> None:
    s = sketch("7 towns\nin need")
    s.block("key_figure", s.text)
    assert to_markdown(s.extraction()) == "7 towns\\\nin need\n"


def test_a_document_of_nothing(sketch: Sketching) -> None:
    assert to_markdown(sketch("x").extraction()) == ""
