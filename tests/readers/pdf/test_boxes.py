"""The boxes of an anchor lie on the ink, one a line, inside the page."""

from collections.abc import Callable

import pypdfium2
import pytest
import typst

from extractor.readers.source import PdfSource

Reader = Callable[..., PdfSource]

SHEET = """
#set page(width: 300pt, height: 200pt, margin: 30pt)
#set text(size: 9pt)
In the seven districts of Norvia, 1,250 wells were dug before the winter of 2031, and each of them
serves some forty families on both banks of the river.
"""


@pytest.fixture
def sheet() -> bytes:
    data = typst.compile(SHEET.encode())
    assert isinstance(data, bytes)
    return data


def test_every_word_has_ink_under_its_box(sheet: bytes, read_pdf: Reader) -> None:
    source = read_pdf(sheet)
    picture = pypdfium2.PdfDocument(sheet)[0].render(scale=4).to_numpy()
    for word in source.pages[0].words:
        (piece,) = source.locator.pieces([(word.glyph, word.glyph + len(word.text))])
        x0, y0, x1, y1 = (int(v * 4) for v in piece.bbox)
        assert picture[y0:y1, x0:x1].min() < 100, word.text


def test_one_box_a_line(sheet: bytes, read_pdf: Reader) -> None:
    source = read_pdf(sheet)
    words = source.pages[0].words
    end = words[-1].glyph + len(words[-1].text)
    pieces = source.locator.pieces([(0, end)])
    assert len(pieces) == len({round(word.baseline) for word in words})
    assert [p.bbox[1] for p in pieces] == sorted(p.bbox[1] for p in pieces)


def test_boxes_are_hundredths_within_the_page(sheet: bytes, read_pdf: Reader) -> None:
    source = read_pdf(sheet)
    for word in source.pages[0].words:
        (piece,) = source.locator.pieces([(word.glyph, word.glyph + 1)])
        assert all(round(v, 2) == v for v in piece.bbox)
        assert 0 <= piece.bbox[0] < piece.bbox[2] <= 300
        assert 0 <= piece.bbox[1] < piece.bbox[3] <= 200


def test_words_on_two_pages_have_two_boxes(read_pdf: Reader) -> None:
    data = typst.compile(b"#set page(width: 200pt, height: 100pt)\none\n#pagebreak()\ntwo")
    assert isinstance(data, bytes)
    source = read_pdf(data)
    pieces = source.locator.pieces([(0, 6)])
    assert [piece.page for piece in pieces] == [1, 2]
