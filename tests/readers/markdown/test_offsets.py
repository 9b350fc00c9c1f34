"""Pieces of a text file."""

import pytest

from extractor.readers.offsets import OffsetLocator
from schemas.base import OffsetPiece


def pieces(raw: str, *spans: tuple[int, int], bridge: bool = True) -> list[str]:
    found = OffsetLocator(raw, bridge=bridge).pieces(list(spans))
    assert all(isinstance(piece, OffsetPiece) for piece in found)
    return [raw[piece.start : piece.end] for piece in found]


def test_spans_that_touch_are_one_piece() -> None:
    assert pieces("Lorn", (0, 2), (2, 4)) == ["Lorn"]


@pytest.mark.parametrize("marks", ["**", "_", "~~", "`", "\\", "**_"])
def test_inline_marks_stay_inside_a_piece(marks: str) -> None:
    raw = f"T{marks}wo years"
    assert pieces(raw, (0, 1), (1 + len(marks), len(raw))) == [raw]


@pytest.mark.parametrize("gap", ["[^1]", "](#)", "<b>", "\n\n", " ", "*" * 40])
def test_what_is_no_inline_mark_parts_two_pieces(gap: str) -> None:
    raw = f"T{gap}wo"
    assert pieces(raw, (0, 1), (1 + len(gap), len(raw))) == ["T", "wo"]


def test_a_dump_has_no_marks_to_bridge() -> None:
    assert pieces("T**wo", (0, 1), (3, 5), bridge=False) == ["T", "wo"]


def test_spans_that_run_backwards_are_pieces_of_their_own() -> None:
    assert pieces("abcd", (2, 3), (0, 1)) == ["c", "a"]
