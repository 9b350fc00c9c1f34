"""The law of the segmenter: no word of the file is lost, and each stands where it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.readers.markdown import read
from extractor.segment.draft import Draft, Drafts, DraftText
from extractor.segment.markdown import drafts
from schemas.base import OffsetPiece

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

BLOCKS = [
    "# {}",
    "**{}**",
    "{}",
    "{} of the people who wait in the counties of Lorn for",
    "and {} goes on.",
    "- {}",
    "1. {}\n   - 5",
    "**5M**  \n{}",
    "**5M**\n\n{}",
    "8,870\n15\n\n{}",
    "{}\t5\n{}\t6",
    "| {} |\n|---|\n| 5 |",
    "![{}](x.png)",
    "*{}. © LRA 2031*",
    "{}[^1]\n\n[^1]: {}",
    "{}\\*\n\n\\*{}",
    "{}<sup>1</sup>\n\n<sup>1</sup> {}",
    "---\n\n{}",
    ".....\n\n{}",
    "<table><tr><td>{}</td></tr></table>",
    "LOGO\n\nOGO\n\n{}",
    "> {}",
    "12",
]
DOCUMENTS = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=14)


def written(forms: list[str]) -> tuple[str, list[str]]:
    words: list[str] = []
    parts: list[str] = []
    for form in forms:
        new = [f"w{len(words) + i}x" for i in range(form.count("{}"))]
        words += new
        parts.append(form.format(*new))
    return "\n\n".join(parts), words


def texts(found: Drafts) -> Iterator[DraftText]:
    for draft in found.blocks:
        yield draft
        if draft.table:
            yield from draft.table.cells


@settings(max_examples=300)
@given(DOCUMENTS)
def test_no_word_is_lost_or_said_twice(forms: list[str]) -> None:
    raw, words = written(forms)
    found = drafts(read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8"))
    said = [text.content.text for text in texts(found)] + [item.text for item in found.furniture]
    whole = f" {' '.join(said)} "
    assert [word for word in words if whole.count(word) != 1] == []


@settings(max_examples=300)
@given(DOCUMENTS)
def test_the_file_has_the_digits_of_every_text(forms: list[str]) -> None:
    raw, _ = written(forms)
    source = read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8")
    for text in texts(drafts(source)):
        pieces = source.locator.pieces(text.content.glyph_spans())
        printed = "".join(raw[p.start : p.end] for p in pieces if isinstance(p, OffsetPiece))
        assert digits(printed) == digits(text.content.text)


@settings(max_examples=300)
@given(DOCUMENTS)
def test_what_hangs_on_a_text_lies_within_it(forms: list[str]) -> None:
    raw, _ = written(forms)
    found = drafts(read(Path("plan.md"), raw, sha256="0" * 64, encoding="utf-8"))
    for text in texts(found):
        size = len(text.content)
        assert text.content.text == " ".join(text.content.text.split())
        assert all(0 <= mark.at <= size for mark in text.marks)
        assert all(0 <= start < end <= size for start, end in text.bold)
        assert all(0 <= link.start < link.end <= size for link in text.links)
        if isinstance(text, Draft):
            assert all(0 < at < size for at in text.lines)


def digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
