"""pdfplumber's tools on a page that PDFium read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import UnreadableSourceError, UsageError
from extractor.readers.pdf.plumbed import FilledPage, filled_page

PdfMaker = Callable[..., bytes]

GRID = (
    "BT /F1 12 Tf 30 150 Td (Wells) Tj 100 0 Td (40) Tj ET "
    "BT /F1 12 Tf 30 120 Td (Latrines built) Tj 100 0 Td (75) Tj ET "
    "20 165 180 0.5 re f 20 140 180 0.5 re f 20 110 180 0.5 re f "
    "20 110 0.5 55.5 re f 120 110 0.5 55.5 re f 200 110 0.5 55.5 re f"
)


def _page(data: bytes, number: int = 1) -> FilledPage:
    return filled_page(Path("plan.pdf"), data, number)


def test_its_table_finder_finds_the_cells_and_their_text(write_pdf: PdfMaker) -> None:
    assert _page(write_pdf(GRID)).extract_tables() == [[["Wells", "40"], ["Latrines built", "75"]]]


def test_its_words_stand_where_pdfplumber_sees_them(write_pdf: PdfMaker) -> None:
    words = _page(write_pdf(GRID)).extract_words()
    assert [word["text"] for word in words] == ["Wells", "40", "Latrines", "built", "75"]
    assert words[0]["x0"] == pytest.approx(30, abs=1)
    assert words[0]["top"] < 200 - 150 < words[0]["bottom"] + 1


def test_a_crop_keeps_what_lies_in_it(write_pdf: PdfMaker) -> None:
    cropped = _page(write_pdf(GRID)).crop((0, 0, 120, 62))
    assert cropped.extract_text() == "Wells"


def test_visual_debugging_draws_on_the_page(write_pdf: PdfMaker) -> None:
    picture = _page(write_pdf(GRID)).to_image(resolution=72).debug_tablefinder()
    assert picture.annotated.size == (300, 200)
    assert picture.annotated.tobytes() != picture.original.tobytes()


def test_a_cropped_and_turned_page_is_drawn_as_it_is_seen(write_pdf: PdfMaker) -> None:
    data = write_pdf(GRID, page="/CropBox [20 100 220 180] /Rotate 90")
    page = _page(data)
    assert (page.width, page.height) == (200, 300)
    picture = page.to_image(resolution=72)
    assert picture.annotated.size == (80, 200)


def test_a_page_that_is_not_there_is_named(write_pdf: PdfMaker) -> None:
    with pytest.raises(UsageError, match=r"plan\.pdf: has no page 2: its pages are 1 to 1"):
        _page(write_pdf(GRID), 2)


def test_a_page_that_is_broken_is_named(write_pdf: PdfMaker) -> None:
    data = write_pdf(GRID).replace(b"/Type /Page /Parent", b"/Type /Pane /Parent")
    with pytest.raises(UnreadableSourceError, match="page 1 is damaged"):
        _page(data)
