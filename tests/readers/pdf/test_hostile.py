"""Hostile pages: a clear error or a result, in bounded work."""

import contextlib
import random
from collections.abc import Callable

import pytest

from extractor.errors import UnreadableSourceError
from extractor.readers.pdf.drawn import MOST_OBJECTS
from extractor.readers.pdf.links import MOST_ENTRIES
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


@pytest.mark.parametrize(
    "font",
    [
        pytest.param("/Type /Font /Subtype /Type1", id="no name"),
        pytest.param("/Subtype /TrueType /BaseFont /X /LastChar 2000000000", id="no widths"),
        pytest.param(f"/Subtype /TrueType /FirstChar 0 /Widths [{'1e30 ' * 256}]", id="wide"),
        pytest.param(f"/Subtype /TrueType /FirstChar 0 /Widths [{'-500 ' * 256}]", id="backward"),
        pytest.param("/Subtype /Type0 /Encoding /Identity-H /DescendantFonts []", id="no glyphs"),
        pytest.param("/Subtype /Type0 /Encoding 5 0 R /DescendantFonts [5 0 R]", id="of itself"),
        pytest.param("/Subtype /Type3 /CharProcs << /w 5 0 R >> /FontBBox [0 0 0 0]", id="drawn"),
    ],
)
def test_bad_fonts_end_in_a_result(font: str, write_pdf: Maker, read_pdf: Reader) -> None:
    itself = "<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /Encoding 5 0 R >>"
    content = f"{WORDS} BT /F2 10 Tf 50 100 Td (ill set) Tj ET"
    data = write_pdf(content.replace("/F1", "/F3"), content, more=(itself,))
    data = data.replace(b"/F2 << /Type /Font /Subtype /Type1", f"/F2 << {font}".encode())
    assert "words" in [word.text for word in read_pdf(data).pages[1].words]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("BT /F1 10 Tf nan inf Td (far) Tj ET", id="no number"),
        pytest.param("1e39 1e39 m -1e39 5 l S 0 0 1e38 1e38 re f", id="beyond all numbers"),
        pytest.param("q 1e20 0 0 1e20 1e30 1e30 cm 1 1 m 5 5 l S Q", id="a huge matrix"),
        pytest.param("q 0 0 0 0 5 5 cm BT /F1 9 Tf (flat) Tj ET Q", id="a flat matrix"),
        pytest.param("BT /F1 0 Tf 50 100 Td (none) Tj ET", id="type of no size"),
        pytest.param("BT /F1 -10 Tf 50 100 Td (mirrored) Tj ET", id="type upside down"),
        pytest.param("[" * 100_000 + "] TJ", id="arrays in arrays"),
        pytest.param("/P " + "<< /A " * 100_000, id="dictionaries in dictionaries"),
    ],
)
def test_bad_numbers_end_in_a_result(content: str, write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf(WORDS + content))
    assert "words" in [word.text for word in source.pages[0].words]
    assert layout.drafts(source).blocks


@pytest.mark.parametrize(
    "box",
    ["0 0 0 0", "300 200 0 0", "0 0 1e30 1e30", "nan inf 5 5", "0 0 300", "a b c d"],
)
def test_bad_pages_have_a_size(box: str, write_pdf: Maker, read_pdf: Reader) -> None:
    (page,) = read_pdf(write_pdf(WORDS, box=box)).pages
    assert [word.text for word in page.words] == ["words"]
    assert 0 < (page.page.width or 0) < 10_000


ENTRY = "<< /Title (One) /Parent 5 0 R /Dest [4 0 R /Fit]"


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([f"{ENTRY} /Next 6 0 R /First 6 0 R >>"], id="an entry after itself"),
        pytest.param(
            [f"{ENTRY} /Next 7 0 R /First 7 0 R >>", f"{ENTRY} /Next 6 0 R /First 6 0 R >>"],
            id="two after each other",
        ),
        pytest.param([f"{ENTRY} /First {7 + n} 0 R >>" for n in range(5_000)], id="deep"),
        pytest.param([f"{ENTRY} /Next {7 + n} 0 R >>" for n in range(20_000)], id="long"),
    ],
)
def test_outlines_end(entries: list[str], write_pdf: Maker, read_pdf: Reader) -> None:
    more = ("<< /First 6 0 R /Last 6 0 R >>", *entries)
    data = write_pdf(WORDS, more=more).replace(b"/Type /Catalog", b"/Type /Catalog /Outlines 5 0 R")
    outline = read_pdf(data).outline
    assert outline[0] == (1, "One", 1)
    assert len(outline) <= MOST_ENTRIES


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"/Root 1 0 R", b"/Root 99 0 R", id="no catalogue"),
        pytest.param(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 1 0 R", id="encrypted by nothing"),
        pytest.param(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /X >>", id="unknown lock"),
    ],
)
def test_broken_files_are_refused_in_one_line(
    old: bytes, new: bytes, write_pdf: Maker, read_pdf: Reader
) -> None:
    with pytest.raises(UnreadableSourceError, match=r"^plan\.pdf: [^\n]+$"):
        read_pdf(write_pdf(WORDS).replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"trailer << ", b"trailer << /Prev 9 ", id="a table before at no place"),
        pytest.param(b"00000 n", b"99999 n", id="a table of wrong numbers"),
        pytest.param(b"startxref\n", b"startxref\n9999999999", id="a table beyond the end"),
        pytest.param(b"/Kids [4 0 R]", b"/Kids [4 0 R 2 0 R]", id="pages in themselves"),
        pytest.param(b"/Count 1", b"/Count 2000000000", id="two thousand million pages"),
        pytest.param(b"/Count 1", b"/Count -5", id="fewer pages than none"),
    ],
)
def test_broken_tables_are_mended(
    old: bytes, new: bytes, write_pdf: Maker, read_pdf: Reader
) -> None:
    source = read_pdf(write_pdf(WORDS).replace(old, new))
    assert [word.text for word in source.pages[0].words] == ["words"]
