"""Shared by the tests of the dump segmenter: a text in, its blocks, marks or losses out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.readers.dump import read
from extractor.segment.draft import Draft, Drafts, DraftText
from extractor.segment.dump import drafts


def _segment(raw: str) -> Drafts:
    """Return the drafts of a text."""
    return drafts(read(Path("plan.txt"), raw, sha256="0" * 64, encoding="utf-8"))


def _blocks(raw: str) -> list[tuple[str, str]]:
    """Return the type and the text of each block."""
    return [(draft.type, draft.content.text) for draft in _segment(raw).blocks]


def _texts_of(draft: Draft) -> list[DraftText]:
    """Return the texts of a block: its own, or those of its cells."""
    return list(draft.table.cells) if draft.table is not None else [draft]


def _marks(raw: str) -> list[tuple[str, str]]:
    """Return each mark's label, with the word before it."""
    return [
        (mark.label, text.content.text[: mark.at].split(" ")[-1])
        for draft in _segment(raw).blocks
        for text in _texts_of(draft)
        for mark in text.marks
    ]


def _lost(raw: str) -> list[str]:
    """Return the characters that are nowhere in the result, hyphens at a line's end left out."""
    found = bytearray(len(raw))
    result = _segment(raw)
    for draft in result.blocks:
        spans = [span for text in _texts_of(draft) for span in text.content.glyph_spans()]
        spans += [mark.glyphs for text in _texts_of(draft) for mark in text.marks]
        spans += [span for span in (draft.label_glyphs, draft.bullet) if span is not None]
        for start, end in spans:
            found[start:end] = b"\1" * (end - start)
    for piece in (piece for furniture in result.furniture for piece in furniture.pieces):
        found[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    return [
        character
        for at, character in enumerate(raw)
        if not (found[at] or character.isspace() or _is_hyphen_at_line_end(raw, at))
    ]


def _is_hyphen_at_line_end(raw: str, at: int) -> bool:
    if raw[at] in "\u00ad\ufffe\u0002" and raw[at - 1 : at].isalpha():
        return True  # some dumps leave it inside the line
    return raw[at] in "-\u2010\u00ad\ufffe\u0002" and raw[at + 1 : at + 2].isspace()


@pytest.fixture(scope="session")
def segment() -> Callable[[str], Drafts]:
    """Give the function from a text to its drafts."""
    return _segment


@pytest.fixture(scope="session")
def blocks() -> Callable[[str], list[tuple[str, str]]]:
    """Give the function from a text to the type and text of each block."""
    return _blocks


@pytest.fixture(scope="session")
def marks() -> Callable[[str], list[tuple[str, str]]]:
    """Give the function from a text to its marks: label, and the word before."""
    return _marks


@pytest.fixture(scope="session")
def lost() -> Callable[[str], list[str]]:
    """Give the function from a text to the characters that its drafts lost."""
    return _lost
