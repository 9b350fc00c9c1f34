"""Laws of the dump segmenter: nothing is lost, everything points at itself, work is bounded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.mapped import NOWHERE
from extractor.segment.draft import Drafts

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

PIECES = st.sampled_from(
    "The wells|people1|1 NRA, Report.|• item|-|co-|ordination|12|1.2M|2.1 Needs|NEEDS".split("|")
    + "Lorn 1 2 3|https://x.example/a|a   b   1|*|* See.|ab*|\n|\n\n|\x0c|  |\t".split("|")
    + ["é", ".", "14F11", "[1]", "¹", "\u00ad", "( 5 )", "|"]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@given(TEXTS)
def test_nothing_is_lost(lost: Callable[[str], list[str]], raw: str) -> None:
    assert lost(raw) == []


@given(TEXTS)
def test_characters_point_at_themselves(segment: Callable[[str], Drafts], raw: str) -> None:
    for draft in segment(raw).blocks:
        texts = list(draft.table.cells) if draft.table is not None else [draft]
        for content in (text.content for text in texts):
            for character, start in zip(content.text, content.starts, strict=True):
                assert start == NOWHERE or raw[start] == character or character == " "


@given(TEXTS)
@example("\u00ad\npeople1")
def test_lines_and_marks_lie_inside_the_text(segment: Callable[[str], Drafts], raw: str) -> None:
    for draft in segment(raw).blocks:
        assert all(0 < at <= len(draft.content) for at in draft.lines)
        assert all(0 <= mark.at <= len(draft.content) for mark in draft.marks)
        assert draft.content.text == " ".join(draft.content.text.split())


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("word " * 200_000, id="one long line"),
        pytest.param("1 " * 200_000, id="numbers"),
        pytest.param("[1]" * 50_000, id="marks"),
        pytest.param("".join(f"{i % 90} Note\n" for i in range(20_000)), id="labels"),
        pytest.param("co-\n" * 20_000, id="hyphens"),
        pytest.param("." * 200_000, id="dots"),
        pytest.param("a  1  b\n" * 5_000, id="cells"),
        pytest.param("https://x.example/a\n" * 10_000, id="addresses"),
    ],
)
def test_hostile_text_is_read(lost: Callable[[str], list[str]], raw: str) -> None:
    assert lost(raw) == []


@pytest.mark.corpus
def test_nothing_of_a_real_dump_is_lost(
    lost: Callable[[str], list[str]], corpus_document: Callable[[str], Path]
) -> None:
    raw = corpus_document("004_0967aa4bb2a059cb.txt").read_text("utf-8")
    assert lost(raw) == []
