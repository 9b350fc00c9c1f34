"""`planfacts view`: what was recognised, drawn on the page."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageStat

from extractor.cli import cli
from extractor.pipeline import extract
from extractor.view import STYLES
from schemas.base import BoxPiece
from schemas.extraction import Extraction

PLAN = Path(__file__).parents[2] / "corpus" / "norvia-2031" / "plan.pdf"
PAGE, DPI = 3, 72


def _view(*words: object) -> Result:
    return CliRunner().invoke(cli, ["view", *map(str, words)], catch_exceptions=False)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract(PLAN)


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    shown = _view(PLAN, "--page", PAGE, "--dpi", DPI)
    return Image.open(BytesIO(shown.stdout_bytes)).convert("RGB")


def test_the_picture_has_the_pages_size_and_a_legend_below(
    picture: Image.Image, extraction: Extraction
) -> None:
    page = extraction.document.pages[PAGE - 1]
    assert picture.width == pytest.approx(page.width, abs=1)
    assert picture.height > (page.height or 0) + 20


@pytest.mark.parametrize("kind", ["paragraph", "heading"])
def test_a_block_is_framed_in_the_colour_of_its_kind(
    picture: Image.Image, extraction: Extraction, kind: str
) -> None:
    style = STYLES[kind]
    boxes = [
        piece.bbox
        for block in extraction.blocks
        if block.type == kind and block.anchor
        for piece in block.anchor.source
        if isinstance(piece, BoxPiece) and piece.page == PAGE
    ]
    framed = [
        picture.getpixel((int((x0 + x1) / 2), int(bottom + style.margin)))
        for x0, _, x1, bottom in boxes
    ]
    near = [_distance(pixel, style.colour) for pixel in framed]
    assert boxes
    assert sorted(near)[len(near) // 2] < 60  # what is drawn over some of them does not matter


def test_figures_are_tinted(picture: Image.Image, extraction: Extraction) -> None:
    boxes = [
        piece.bbox
        for figure in extraction.figures
        for piece in figure.anchor.source
        if isinstance(piece, BoxPiece) and piece.page == PAGE
    ]
    tinted = 0
    for box in boxes:
        red, green, blue = ImageStat.Stat(picture.crop(tuple(map(round, box)))).mean
        tinted += red > green > blue + 20
    assert tinted == len(boxes) > 0


def test_the_picture_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "page.png"
    assert _view(PLAN, "--page", "1", "--dpi", "40", "-o", target).exit_code == 0
    with Image.open(target) as picture:
        assert picture.format == "PNG"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((PLAN, "--page", "99"), "plan.pdf: has no page 99: its pages are 1 to 8"),
        ((PLAN.with_suffix(".md"), "--page", "1"), "is no PDF"),
        (("absent.pdf", "--page", "1"), "absent.pdf: no such file"),
    ],
)
def test_what_cannot_be_drawn_is_one_clear_line(words: tuple[object, ...], message: str) -> None:
    result = _view(*words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_target_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    result = _view(PLAN, "--page", "1", "--dpi", "40", "-o", tmp_path / "no" / "page.png")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def _distance(pixel: object, colour: tuple[int, int, int]) -> int:
    assert isinstance(pixel, tuple)
    return max(abs(one - other) for one, other in zip(pixel, colour, strict=True))
