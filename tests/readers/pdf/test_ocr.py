"""Pages that are only a picture."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from extractor.errors import UnreadableSourceError, UsageError
from extractor.pipeline import extract
from extractor.readers.pdf import ocr, reading
from extractor.readers.pdf.ocr import ReadLine, ReadWord
from schemas.base import BoxPiece, OcrPiece

if TYPE_CHECKING:
    from extractor.readers.pdf.ocr import Picture

PdfMaker = Callable[..., bytes]
PLAN = Path(__file__).parents[3] / "corpus" / "norvia-2031" / "plan.pdf"


def _scanned(data: bytes, pages: list[int], *, scale: float = 2.0) -> bytes:
    """Return a PDF of the pictures of some pages (from 0) of another."""
    document = pypdfium2.PdfDocument(data)
    pictures = [document[page].render(scale=scale).to_pil().convert("RGB") for page in pages]
    out = BytesIO()
    pictures[0].save(
        out, format="PDF", resolution=72 * scale, save_all=True, append_images=pictures[1:]
    )
    document.close()
    return out.getvalue()


class TwoLines:
    """Reads the same two lines in every picture."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []

    def lines(self, picture: "Picture") -> list[ReadLine]:
        self.shapes.append(picture.shape)
        height, width = picture.shape[:2]
        rows = [(("1,250", 0.91), ("wells", 0.99)), (("were", 1.0), ("dug", 0.5))]
        return [
            ReadLine(
                (0.1 * width, top, 0.9 * width, top + 0.05 * height),
                tuple(
                    ReadWord(
                        text,
                        (
                            (0.1 + 0.4 * i) * width,
                            top,
                            (0.45 + 0.4 * i) * width,
                            top + 0.05 * height,
                        ),
                        sure,
                    )
                    for i, (text, sure) in enumerate(row)
                ),
            )
            for row, top in zip(rows, (0.2 * height, 0.26 * height), strict=True)
        ]


@pytest.fixture
def two_lines(monkeypatch: pytest.MonkeyPatch) -> TwoLines:
    engine = TwoLines()
    monkeypatch.setattr(reading, "ocr_engine", lambda: engine)
    return engine


@pytest.fixture
def mixed(write_pdf: PdfMaker, tmp_path: Path) -> Path:
    """A page with text and one that is a picture, cropped and turned on its side."""
    words = "BT /F1 12 Tf 30 150 Td (Wells were counted in 2031.) Tj ET"
    path = tmp_path / "mixed.pdf"
    path.write_bytes(write_pdf(words, "0.5 g 40 40 100 50 re f"))
    return path


@pytest.mark.usefixtures("two_lines")
def test_only_pages_without_text_are_read_and_say_so(mixed: Path) -> None:
    read = extract(mixed, ocr=True)
    assert [page.ocr for page in read.document.pages] == [False, True]
    assert [(w.code, w.page) for w in read.warnings] == [("page-read-by-ocr", 2)]
    assert "OCR read 4 words in its picture, 0.50 to 1.00 sure" in read.warnings[0].message


@pytest.mark.usefixtures("two_lines")
def test_a_box_tells_how_sure_its_least_sure_word_is(mixed: Path) -> None:
    read = extract(mixed, ocr=True)
    (wells,) = [figure for figure in read.figures if figure.value == "1250"]
    (piece,) = wells.anchor.source
    assert isinstance(piece, OcrPiece)
    assert piece.confidence == 0.91
    by_page = {
        piece.page: isinstance(piece, OcrPiece)
        for block in read.blocks
        if block.anchor
        for piece in block.anchor.source
        if isinstance(piece, BoxPiece)
    }
    assert by_page == {1: False, 2: True}


@pytest.mark.usefixtures("two_lines")
def test_words_stand_where_the_picture_shows_them(write_pdf: PdfMaker, tmp_path: Path) -> None:
    path = tmp_path / "cropped.pdf"
    path.write_bytes(write_pdf("0.5 g 0 0 9 9 re f", page="/CropBox [100 50 300 150]"))
    (figure,) = (f for f in extract(path, ocr=True).figures if f.value == "1250")
    (piece,) = figure.anchor.source
    assert isinstance(piece, BoxPiece)
    # The crop box begins 100 points from the left and 50 from the top of the media box.
    assert piece.bbox == pytest.approx((100 + 20, 50 + 20, 100 + 90, 50 + 25), abs=0.6)


def test_a_poster_is_read_in_a_picture_of_bounded_size(
    two_lines: TwoLines, write_pdf: PdfMaker, tmp_path: Path
) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(write_pdf("0.5 g 0 0 9 9 re f", box="0 0 9000 9000"))
    extract(path, ocr=True)
    (shape,) = two_lines.shapes
    assert shape[0] * shape[1] <= ocr.MOST_PIXELS * 1.01


def test_a_scan_is_refused_and_told_what_would_read_it(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(_scanned(PLAN.read_bytes(), [1], scale=0.5))
    with pytest.raises(UnreadableSourceError, match=r"scan\.pdf: no page .* needs OCR \(--ocr"):
        extract(path)


def test_without_the_extra_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, mixed: Path
) -> None:
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    ocr.ocr_engine.cache_clear()
    with pytest.raises(UsageError, match=r"pip install 'planfacts\[ocr\]'"):
        extract(mixed, ocr=True)


def test_the_words_of_a_scan_are_those_that_were_printed(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(_scanned(PLAN.read_bytes(), [2]))
    read = set(extract(path, ocr=True).text.split())
    printed = set(_page_text(2).split())
    assert len(printed) > 60
    assert len(read & printed) >= 0.9 * len(printed)


def _page_text(index: int) -> str:
    """Return the text of a page (from 0) as PDFium gives it, hyphens at line ends mended."""
    document = pypdfium2.PdfDocument(PLAN)
    page = document[index]
    text: str = page.get_textpage().get_text_bounded()
    document.close()
    return text.replace("\ufffe", "-").replace("\r\n", " ")
