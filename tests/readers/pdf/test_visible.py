"""What nobody can see on a page is left out, and said; what somebody can see stays."""

from collections.abc import Callable

import pytest

from extractor.readers.source import PdfSource

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]

SHOWN = " 0 g BT /F1 10 Tf 30 160 Td (shown) Tj ET "
WORDS = "BT /F1 10 Tf 30 100 Td (secret) Tj ET "
BOX = "20 90 200 30 re "


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"0 0 0.5 rg {BOX} f {WORDS}", id="of the colour of its ground"),
        pytest.param(f"1 g {BOX} f 0.98 g {WORDS}", id="white on a white box"),
        pytest.param(f"0 g {BOX} f 1 g {BOX} f {WORDS}", id="white on what was whitened"),
        pytest.param(f"0 g {WORDS} {BOX} f", id="blackened"),
        pytest.param(f"0 g {WORDS} 0.9 g {BOX} f", id="painted over"),
        pytest.param(f"q 0 0 300 60 re W n {WORDS} Q", id="outside of its clip"),
        pytest.param(f"q 0 0 300 99 re W n 0 130 300 20 re W n {WORDS} Q", id="between clips"),
    ],
)
def test_hidden_text_is_left_out_and_said(content: str, write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf(content + SHOWN))
    assert [word.text for word in source.pages[0].words] == ["shown"]
    assert [(w.code, w.page) for w in source.warnings] == [("invisible-text", 1)]
    assert "6 invisible" in source.warnings[0].message


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"0 g {BOX} 21 91 198 28 re f* {WORDS}", id="in a frame of its colour"),
        pytest.param(f"0 0 0.5 rg {BOX} f 1 g {WORDS}", id="white on blue"),
        pytest.param(f"1 g {BOX} f 0 0 0.5 rg {BOX} f 1 g {WORDS}", id="white on blue on white"),
        pytest.param(f"0 g 20 90 m 220 90 l 120 140 l f 0 g {WORDS}", id="on a slanted shape"),
        pytest.param(f"q 0 0 300 120 re W n {WORDS} Q", id="inside of its clip"),
        pytest.param(f"0 g {WORDS} q 0 0 5 5 re W n {BOX} f Q", id="under a box that is clipped"),
        pytest.param(f"/G gs 0 g {WORDS} {BOX} f", id="under a box that lets it through"),
    ],
)
def test_text_that_shows_is_read(content: str, write_pdf: Maker, read_pdf: Reader) -> None:
    data = write_pdf(content + SHOWN).replace(
        b"/Resources << ", b"/Resources << /ExtGState << /G << /ca 0.4 >> >> "
    )
    source = read_pdf(data)
    assert [word.text for word in source.pages[0].words] == ["secret", "shown"]
    assert source.warnings == ()


def test_letters_of_one_object_are_hidden_one_by_one(write_pdf: Maker, read_pdf: Reader) -> None:
    half = "0 g BT /F1 10 Tf 30 100 Td (open secret) Tj ET 55 90 100 30 re f "
    source = read_pdf(write_pdf(half + SHOWN))
    assert [word.text for word in source.pages[0].words] == ["open", "shown"]
