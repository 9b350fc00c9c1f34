"""What glyphs mean: the file says so, or it is not guessed."""

from collections.abc import Callable

import pytest
import typst

from extractor.readers.source import PdfSource
from extractor.segment import layout

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]

SHEET = b"#set page(width: 300pt, height: 100pt, margin: 20pt)\nThere were 1,250 wells in 2031."


@pytest.fixture(scope="module")
def unnamed() -> bytes:
    """A PDF that draws its text rightly and does not say what the glyphs mean."""
    data = typst.compile(SHEET)
    assert isinstance(data, bytes)
    return data.replace(b"/ToUnicode", b"/ToUnicodX")


def test_what_glyphs_mean_is_not_guessed(unnamed: bytes, read_pdf: Reader) -> None:
    page = read_pdf(unnamed).pages[0]
    assert {character for word in page.words for character in word.text} == {"\ufffd"}


def test_the_font_without_meanings_is_named(unnamed: bytes, read_pdf: Reader) -> None:
    (warning,) = read_pdf(unnamed).warnings
    assert (warning.code, warning.page) == ("glyphs-without-unicode", 1)
    assert "31 characters of the font LibertinusSerif-Regular" in warning.message


def test_a_ligature_is_its_letters_side_by_side(read_pdf: Reader) -> None:
    data = typst.compile(b"#set page(width: 300pt, height: 100pt)\nThe office staff fled.")
    assert isinstance(data, bytes)
    source = read_pdf(data)
    office = source.pages[0].words[1]
    assert office.text == "office"
    pieces = [source.locator.pieces([(office.glyph + i, office.glyph + i + 1)]) for i in range(6)]
    lefts = [piece.bbox[0] for (piece,) in pieces]
    assert lefts == sorted(lefts)


@pytest.mark.parametrize("width", [300, 74])
def test_a_soft_hyphen_is_no_letter(width: int, read_pdf: Reader) -> None:
    text = f"#set page(width: {width}pt, height: 100pt, margin: 10pt)\nThe govern\u00adment went"
    data = typst.compile(text.encode())
    assert isinstance(data, bytes)
    (block,) = layout.drafts(read_pdf(data)).blocks
    assert block.content.text == "The government went"


TABLE = (
    "begincmap 1 begincodespacerange <00> <FF> endcodespacerange"
    " 1 beginbfchar <61> <{code}> endbfchar endcmap"
)


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        pytest.param("Symbol", "F0B7", "•", id="a bullet"),
        pytest.param("ABCDEF+Wingdings-Regular", "F0FC", "✔", id="a check mark"),
        pytest.param("Wingdings2", "F050", "✔", id="another check mark"),
        pytest.param("Symbol", "F033", "3", id="a digit"),
        pytest.param("PlanIcons", "F0FC", "\uf0fc", id="an icon of a font of one's own"),
        pytest.param("Wingdings", "F041", "\uf041", id="a picture without a letter"),
    ],
)
def test_glyphs_of_symbol_fonts_are_what_they_show(
    font: str, code: str, shown: str, write_pdf: Maker, read_pdf: Reader
) -> None:
    table = TABLE.format(code=code)
    stream = f"<< /Length {len(table)} >>\nstream\n{table}\nendstream"
    data = write_pdf("BT /F1 10 Tf 50 150 Td (a) Tj ET", more=(stream,))
    data = data.replace(b"/BaseFont /Helvetica ", f"/BaseFont /{font} /ToUnicode 5 0 R ".encode())
    assert [word.text for word in read_pdf(data).pages[0].words] == [shown]
