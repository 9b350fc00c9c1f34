"""Digits by the other engine, however they are turned, how small, and whatever is under them."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from extractor.verify import Verdict, verify

PAGE = "#set page(width: 300pt, height: 300pt)\n"
NEEDS = "The plan needs 1,133 boats and 4,411 sails for 7,700 people."

Proved = Callable[[bytes], Verdict]


@pytest.fixture
def proved(tmp_path: Path, written: Callable[[Path], Path]) -> Proved:
    """Extract a PDF and verify what was written."""

    def prove(pdf: bytes) -> Verdict:
        path = tmp_path / "made.pdf"
        path.write_bytes(pdf)
        return verify(written(path))

    return prove


def on_its_side(pdf: bytes, degrees: int) -> bytes:
    """Return a PDF whose pages are shown turned."""
    writer, turned = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))), io.BytesIO()
    for page in writer.pages:
        page.rotate(degrees)
    writer.write(turned)
    return turned.getvalue()


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_equal_digits_of_a_page_on_its_side_are_told_apart(degrees: int, proved: Proved) -> None:
    verdict = proved(on_its_side(typst.compile((PAGE + NEEDS).encode()), degrees))
    assert verdict.figures == 3
    assert verdict.failures == ()


@pytest.mark.parametrize("degrees", [90, -90])
def test_equal_digits_of_turned_text_are_told_apart(degrees: int, proved: Proved) -> None:
    sheet = f"{PAGE}#rotate({degrees}deg, reflow: true)[{NEEDS}]"
    verdict = proved(typst.compile(sheet.encode()))
    assert verdict.figures == 3
    assert verdict.failures == ()


@pytest.mark.parametrize("size", ["2pt", "1pt"])
def test_equal_digits_in_very_small_type_are_told_apart(size: str, proved: Proved) -> None:
    verdict = proved(typst.compile(f"{PAGE}#set text(size: {size})\n{NEEDS}".encode()))
    assert verdict.figures == 3
    assert verdict.failures == ()


@pytest.mark.parametrize("degrees", [0, 90])
def test_digits_drawn_twice_are_told_once(degrees: int, proved: Proved) -> None:
    twice = f"#place[{NEEDS}]#place(dx: 0.3pt)[{NEEDS}]"
    verdict = proved(on_its_side(typst.compile((PAGE + twice).encode()), degrees))
    assert verdict.figures == 3
    assert verdict.failures == ()
