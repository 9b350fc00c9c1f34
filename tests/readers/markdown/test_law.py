"""The law of the reader: every character stands where it says it was read, and no word is lost."""

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.readers.markdown import read
from extractor.readers.source import Inline, MarkdownSource

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

MARKUP = "*_~`\\[]()!<>&#|-+=:;.'\"1a \t\n\r^$ü世"
FRAGMENTS = st.sampled_from(
    [
        "**",
        "*",
        "_",
        "~~",
        "`",
        "\\",
        "\\$",
        "\\*",
        "&amp;",
        "&nbsp;",
        "&#36;",
        "[a](b)",
        "![a](b)",
        "[^1]",
        "[^1]: ",
        "<b>",
        "</b>",
        "<sup>2</sup>",
        "<br>",
        "<p>",
        "</p>",
        "<table><tr><td>",
        "</td></tr></table>",
        "<https://a.b>",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "  \n",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "|",
        "|---|---|\n",
        "---\n",
        "    ",
        "```\n",
        "word",
        "5.3M",
        " ",
        "\\|",
        "<!-- x -->",
    ]
)
TEXTS = st.one_of(
    st.text(alphabet=MARKUP, max_size=80), st.lists(FRAGMENTS, max_size=30).map("".join)
)


def source_of(raw: str) -> MarkdownSource:
    return read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8")


def inlines(source: MarkdownSource) -> Iterator[Inline]:
    for block in source.blocks:
        yield block.inline
        for row in block.rows:
            yield from row


def spells(printed: str, character: str) -> bool:
    """Say whether a stretch of the file reads as a character."""
    if character == "\n":
        return any(sign in printed for sign in "\n\r") or printed.startswith("<")
    if character == "\N{REPLACEMENT CHARACTER}" and printed in {"\0", character}:
        return True
    return printed in {character, f"\\{character}"} or character in html.unescape(printed)


@settings(max_examples=400)
@given(TEXTS)
def test_every_character_stands_where_it_was_read(raw: str) -> None:
    for inline in inlines(source_of(raw)):
        text = inline.text
        for character, start, end in zip(text.text, text.starts, text.ends, strict=True):
            assert 0 <= start < end <= len(raw)
            assert spells(raw[start:end], character)


@settings(max_examples=200)
@given(TEXTS)
def test_characters_stand_in_the_order_of_the_file(raw: str) -> None:
    for inline in inlines(source_of(raw)):
        starts = list(inline.text.starts)
        assert starts == sorted(starts)


@settings(max_examples=200)
@given(TEXTS)
def test_spans_lie_within_their_text(raw: str) -> None:
    for inline in inlines(source_of(raw)):
        spans = [*inline.bold, *inline.italic, *inline.superscript]
        spans += [(link.start, link.end) for link in inline.links]
        assert all(0 <= start < end <= len(inline.text) for start, end in spans)


MARKED_WORDS = st.lists(
    st.sampled_from(
        [
            "# {}",
            "{}\n===",
            "{}\n---",
            "- {}",
            "1. {}",
            "  - {}",
            "> {}",
            "**{}**",
            "*{}*",
            "`{}`",
            "| {} |",
            "| {} |\n|---|",
            "{}\tx",
            "\t{}\t5",
            "[{}](u)",
            "![{}](u)",
            "<p>{}</p>",
            "<table><tr><td>{}</td></tr></table>",
            "[^n]: {}",
            "\\{}",
            "    {}",
            "```\n{}\n```",
            "{}  ",
            "> > - {}",
            "<div>{}",
            "{}*",
            "**{}",
            "[{}]",
            "<u>{}</u>",
            "~~{}~~",
        ]
    ),
    max_size=12,
)


@settings(max_examples=300)
@given(MARKED_WORDS, st.sampled_from(["\n", "\n\n", "\r\n\r\n"]))
def test_no_word_is_lost(forms: list[str], between: str) -> None:
    words = [f"w{i}x" for i in range(len(forms))]
    raw = between.join(form.format(word) for form, word in zip(forms, words, strict=True))
    found = " ".join(inline.text.text for inline in inlines(source_of(raw)))
    assert [word for word in words if word not in found] == []


@pytest.mark.parametrize("depth", [5, 60, 500])
def test_text_below_the_depth_that_the_parser_reads_is_kept(depth: int) -> None:
    raw = "> " * depth + "needs"
    assert "needs" in " ".join(inline.text.text for inline in inlines(source_of(raw)))
