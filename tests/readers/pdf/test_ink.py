"""The box of a word lies on its glyphs, and all ink that is text lies in such a box."""

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import typst
from numpy.typing import NDArray

from extractor.readers.source import Box, PdfPage, PdfSource

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]
Picture = NDArray[np.int64]

SCALE = 3
SEEN = 40  # of 255: a part of a colour that differs as much from the rest of a box is ink
FAINT = 16
INKLESS = set(".,:;-–—_·…•|'\u200b")  # too little ink, or none
SAMPLED_PAGES = 4
DRAWN_MARGIN = 1.5  # points that a line's ends and corners reach beyond it

PLAIN = "BT /F1 10 Tf 60 100 Td (Seven wells in 2031) Tj ET "
ROOT = Path(__file__).parents[3]


def pictures(data: bytes) -> Callable[[int], Picture]:
    """Return what draws a page, the whole of its media box."""
    document = pypdfium2.PdfDocument(data)

    def draw(index: int) -> Picture:
        page = document[index]
        page.set_cropbox(*page.get_mediabox())
        bitmap = page.render(scale=SCALE)
        return bitmap.to_numpy()[:, :, :3].astype(np.int64)

    return draw


def part(picture: Picture, box: Box, margin: float = 0.0) -> Picture:
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = box
    return picture[
        max(int((y0 - margin) * SCALE), 0) : min(int((y1 + margin) * SCALE) + 1, height),
        max(int((x0 - margin) * SCALE), 0) : min(int((x1 + margin) * SCALE) + 1, width),
    ]


def without_ink(page: PdfPage, picture: Picture) -> list[str]:
    """Return the words that have nothing drawn under their box."""
    return [
        word.text
        for word in page.words
        if set(word.text) - INKLESS and np.ptp(part(picture, word.box), axis=(0, 1)).max() < SEEN
    ]


def left_over(page: PdfPage, picture: Picture) -> int:
    """Return how many inked points are in no box of a word, and are not drawn either."""
    rest = picture.copy()
    for shape in page.shapes:
        part(rest, shape.box, margin=DRAWN_MARGIN)[:] = 255
    for rule in page.rules:
        part(rest, rule.box, margin=DRAWN_MARGIN + rule.width)[:] = 255
    for word in page.words:
        x0, y0, x1, y1 = word.box
        part(rest, (x0, y0, x1, max(y1, word.initial)), margin=0.3 * word.size)[:] = 255
    return int((rest.min(axis=2) < 255 - FAINT).sum())


@pytest.mark.parametrize(
    ("content", "page"),
    [
        pytest.param(PLAIN, "", id="plain"),
        pytest.param(PLAIN, "/Rotate 90", id="turned right"),
        pytest.param(PLAIN, "/Rotate 180", id="upside down"),
        pytest.param(PLAIN, "/Rotate 270", id="turned left"),
        pytest.param(PLAIN, "/CropBox [50 80 280 190]", id="cropped"),
        pytest.param(PLAIN, "/CropBox [50 80 280 190] /Rotate 90", id="cropped and turned"),
        pytest.param(PLAIN.replace("60 100 Td", "0 1 -1 0 60 40 Tm"), "", id="text upwards"),
        pytest.param(PLAIN.replace("60 100 Td", "0 -1 1 0 60 180 Tm"), "", id="text downwards"),
        pytest.param(PLAIN.replace("60 100 Td", "1 0 0.3 1 60 100 Tm"), "", id="leaning"),
        pytest.param(PLAIN.replace("60 100 Td", "1 0.06 -0.06 1 60 100 Tm"), "", id="rising"),
        pytest.param(PLAIN.replace("(Seven", "4 Tc (Seven"), "", id="letters apart"),
        pytest.param(PLAIN.replace("(Seven", "60 Tz (Seven"), "", id="narrow letters"),
        pytest.param(PLAIN.replace(" in 2031", ") Tj /F1 6 Tf 4 Ts (2"), "", id="raised mark"),
        pytest.param(PLAIN.replace("/F1 10", "/F1 2"), "", id="tiny type"),
        pytest.param(PLAIN.replace("/F1 10 Tf 60", "/F2 30 Tf 5"), "", id="large type"),
        pytest.param(f"0.5 0 0 0.5 20 20 cm {PLAIN}", "", id="scaled"),
    ],
)
def test_boxes_lie_on_the_ink(content: str, page: str, write_pdf: Maker, read_pdf: Reader) -> None:
    data = write_pdf(content, page=page)
    made, picture = read_pdf(data).pages[0], pictures(data)(0)
    assert made.words
    assert without_ink(made, picture) == []
    assert left_over(made, picture) == 0


def test_boxes_lie_on_the_ink_of_a_set_page(read_pdf: Reader) -> None:
    sheet = (
        "#set page(width: 300pt, height: 240pt, margin: 30pt)\n#set text(size: 9pt)\n"
        "= Wells of the *north*\nOf the 1,250 wells#footnote[Counted in May.] some #emph[forty] "
        "serve both banks; $H_2 O$ is free. Щит і вода. Ωmega."
    )
    data = typst.compile(sheet.encode())
    assert isinstance(data, bytes)
    made, picture = read_pdf(data).pages[0], pictures(data)(0)
    assert without_ink(made, picture) == []


def sampled(source: PdfSource) -> Iterable[PdfPage]:
    dice = random.Random(len(source.pages))  # noqa: S311 - no secret
    pages = [page for page in source.pages if page.words]
    return dice.sample(pages, min(SAMPLED_PAGES, len(pages)))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "corpus").glob("*/*.pdf")), ids=lambda path: path.parent.name
)
def test_boxes_lie_on_the_ink_of_shipped_documents(path: Path, read_pdf: Reader) -> None:
    data = path.read_bytes()
    draw = pictures(data)
    for page in read_pdf(data).pages:
        picture = draw(page.page.number - 1)
        assert without_ink(page, picture) == [], page.page.number
        assert left_over(page, picture) == 0, page.page.number


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name",
    [
        "egypt_bank_financials_rotated_ar.pdf",
        "nyc_fy25_financial_plan_overview.pdf",
        "ocha_ebola_drc_update13_2014_fr.pdf",
        "unfpa_annual_report_2024_DPFPA2025-4.pdf",
    ],
)
def test_boxes_lie_on_the_ink_of_real_documents(
    name: str, corpus_document: Callable[[str], Path], read_pdf: Reader
) -> None:
    data = corpus_document(name).read_bytes()
    draw = pictures(data)
    for page in sampled(read_pdf(data)):
        assert without_ink(page, draw(page.page.number - 1)) == [], page.page.number
