"""Hostile pages: a clear error or a result, in bounded work."""

import contextlib
import random
from collections.abc import Callable

import pytest

from extractor.errors import UnreadableSourceError
from extractor.readers.pdf.drawn import MOST_OBJECTS
from extractor.readers.source import PdfSource
from extractor.segment import layout

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]

WORDS = "BT /F1 10 Tf 50 150 Td (words) Tj ET "


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("0 0 m 300 200 l S " * (MOST_OBJECTS + 10), id="too many paths"),
        pytest.param("q " * 100_000, id="deeply saved states"),
        pytest.param("0 0 m " + "300 200 l 0 0 l " * 80_000 + "S", id="one endless path"),
        pytest.param("BT /F1 1 Tf 10 100 Td (" + "x" * 100_000 + ") Tj ET", id="one endless word"),
        pytest.param("BT /F1 1e9 Tf 10 100 Td (big) Tj ET", id="type of a million kilometres"),
    ],
)
def test_extreme_pages_are_read(content: str, write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf(WORDS + content))
    assert "words" in [word.text for word in source.pages[0].words]
    assert layout.drafts(source).blocks


def test_a_page_with_too_many_drawings_says_so(write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf(WORDS + "0 0 m 300 200 l S " * (MOST_OBJECTS + 10)))
    assert [w.code for w in source.warnings] == ["page-too-rich"]


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bytes_give_an_error_or_a_result(
    seed: int, write_pdf: Maker, read_pdf: Reader
) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(write_pdf(WORDS, WORDS, WORDS))
    for _ in range(5 * (seed + 1)):
        data[dice.randrange(9, len(data))] = dice.randrange(256)
    # A file that is damaged beyond reading raises the one error that it may raise.
    with contextlib.suppress(UnreadableSourceError):
        layout.drafts(read_pdf(bytes(data)))


def test_a_page_tree_that_holds_itself_ends(write_pdf: Maker, read_pdf: Reader) -> None:
    data = write_pdf(WORDS).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(UnreadableSourceError):
        read_pdf(data)
