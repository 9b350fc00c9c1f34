"""What the PDF reader sees on a page, and what it says when it cannot."""

import io
from collections.abc import Callable

import pypdf
import pytest

from extractor.errors import UnreadableSourceError
from extractor.readers.source import PdfSource, Word

Maker = Callable[..., bytes]
Reader = Callable[..., PdfSource]


def texts(source: PdfSource, page: int = 0) -> list[str]:
    return [word.text for word in source.pages[page].words]


def word(source: PdfSource, text: str) -> Word:
    return next(w for w in source.pages[0].words if w.text == text)


def test_words_and_where_they_stand(write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf("BT /F1 10 Tf 50 150 Td (Seven wells) Tj ET"))
    assert texts(source) == ["Seven", "wells"]
    seven = word(source, "Seven")
    assert (seven.size, seven.bold, seven.baseline) == (10.0, False, 50.0)
    assert seven.box[0] == pytest.approx(50.0, abs=0.6)
    assert seven.box[3] - seven.box[1] == pytest.approx(10.0)
    assert seven.box[1] < 45
    assert seven.box[3] > 50


@pytest.mark.parametrize(
    ("turn", "size", "corner"),
    [
        pytest.param(90, (200.0, 300.0), (150.0, 50.0), id="clockwise"),
        pytest.param(180, (300.0, 200.0), (220.0, 145.0), id="upside down"),
        pytest.param(270, (200.0, 300.0), (40.0, 220.0), id="counter-clockwise"),
    ],
)
def test_rotated_page_is_seen_as_shown(
    turn: int,
    size: tuple[float, float],
    corner: tuple[float, float],
    write_pdf: Maker,
    read_pdf: Reader,
) -> None:
    source = read_pdf(write_pdf("BT /F1 10 Tf 50 150 Td (Seven) Tj ET", page=f"/Rotate {turn}"))
    assert (source.pages[0].page.width, source.pages[0].page.height) == size
    seven = source.pages[0].words[0]
    assert not seven.upright
    assert seven.box[:2] == pytest.approx(corner, abs=12)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param("[(Nor) 20 (via)] TJ", ["Norvia"], id="kerning is no space"),
        pytest.param("[(two) -300 (wells)] TJ", ["two", "wells"], id="a gap is a space"),
        pytest.param("1 Tc (Norvia) Tj", ["Norvia"], id="letters set apart"),
        pytest.param("(14.6 million) Tj", ["14.6", "million"], id="a point is no gap"),
    ],
)
def test_words_by_gap(shown: str, expected: list[str], write_pdf: Maker, read_pdf: Reader) -> None:
    prose = "BT /F1 10 Tf 20 20 Td (in the plain of the river there are many) Tj ET "
    source = read_pdf(write_pdf(f"{prose}BT /F1 10 Tf 20 150 Td {shown} ET"))
    assert [w.text for w in source.pages[0].words if w.baseline < 100] == expected


def test_bold_by_font_makes_its_own_word_that_is_glued(write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf("BT /F1 10 Tf 50 150 Td (Shel) Tj /F2 10 Tf (ter) Tj ET"))
    assert [(w.text, w.bold, w.glued) for w in source.pages[0].words] == [
        ("Shel", False, False),
        ("ter", True, True),
    ]


def test_text_drawn_twice_for_boldness_is_read_once(write_pdf: Maker, read_pdf: Reader) -> None:
    twice = "BT /F1 10 Tf 50 150 Td (Total) Tj ET BT /F1 10 Tf 50.3 150 Td (Total) Tj ET"
    assert texts(read_pdf(write_pdf(twice))) == ["Total"]


def test_doubled_letters_stay(write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf("BT /F1 10 Tf 50 150 Td (offices allow success) Tj ET"))
    assert texts(source) == ["offices", "allow", "success"]


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("BT 3 Tr /F1 10 Tf 50 100 Td (secret) Tj ET", id="neither filled nor stroked"),
        pytest.param("1 1 1 rg BT /F1 10 Tf 50 100 Td (secret) Tj ET", id="white on white"),
        pytest.param("BT /F1 10 Tf 50 400 Td (secret) Tj ET", id="off the page"),
    ],
)
def test_what_cannot_be_seen_is_left_out_and_said(
    hidden: str, write_pdf: Maker, read_pdf: Reader
) -> None:
    source = read_pdf(write_pdf(f"BT /F1 10 Tf 50 150 Td (plain) Tj ET {hidden}"))
    assert texts(source) == ["plain"]
    assert [w.code for w in source.warnings] == ["invisible-text"]


def test_white_text_on_a_colour_is_read(write_pdf: Maker, read_pdf: Reader) -> None:
    bar = "0 0 0.5 rg 40 90 100 30 re f 1 1 1 rg BT /F1 10 Tf 50 100 Td (Header) Tj ET"
    assert texts(read_pdf(write_pdf(bar))) == ["Header"]


def test_the_text_layer_of_a_scan_is_read(write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf("BT 3 Tr /F1 10 Tf 50 150 Td (scanned words) Tj ET"))
    assert texts(source) == ["scanned", "words"]
    assert [w.code for w in source.warnings] == ["text-layer-of-scan"]


def test_page_without_text_is_named(write_pdf: Maker, read_pdf: Reader) -> None:
    source = read_pdf(write_pdf("BT /F1 10 Tf 50 150 Td (one) Tj ET", "0 0 m"))
    assert [(w.code, w.page) for w in source.warnings] == [("page-without-text", 2)]


def test_link_leads_to_its_address(write_pdf: Maker, read_pdf: Reader) -> None:
    action = "<< /S /URI /URI (https://norvia.example/p) >>"
    note = f"<< /Subtype /Link /Rect [50 145 90 162] /A {action} >>"
    data = write_pdf("BT /F1 10 Tf 50 150 Td (source) Tj ET", page=f"/Annots [{note}]")
    link = read_pdf(data).pages[0].links[0]
    assert link.url == "https://norvia.example/p"
    assert link.box == (50.0, 38.0, 90.0, 55.0)


def test_rules_and_pictures_of_the_page(write_pdf: Maker, read_pdf: Reader) -> None:
    drawn = "20 100 m 200 100 l S 0.9 0.8 0.7 rg 20 20 50 40 re f 30 120 100 0.5 re f"
    page = read_pdf(write_pdf(f"{drawn} BT /F1 10 Tf 50 150 Td (x) Tj ET")).pages[0]
    assert [tuple(round(v) for v in rule.box) for rule in page.rules] == [
        (20, 100, 200, 100),
        (30, 80, 130, 80),
    ]
    assert [(shape.kind, shape.color) for shape in page.shapes] == [("fill", "#e6ccb3")]


def encrypted(data: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")  # noqa: S106
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_password_opens(write_pdf: Maker, read_pdf: Reader) -> None:
    data = encrypted(write_pdf("BT /F1 10 Tf 50 150 Td (locked) Tj ET"), "open")
    assert texts(read_pdf(data, "open")) == ["locked"]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        pytest.param(lambda d: encrypted(d, "open"), "needs a password", id="encrypted"),
        pytest.param(lambda d: d[: len(d) // 2], "truncated", id="cut in half"),
        pytest.param(lambda d: d[:-30], "truncated", id="cut at the end"),
        pytest.param(lambda _: b"%PDF-1.7\nendobj\n%%EOF", "damaged", id="nothing in it"),
        pytest.param(lambda d: d.replace(b"Tj", b"  "), "needs OCR", id="no text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    damage: Callable[[bytes], bytes], says: str, write_pdf: Maker, read_pdf: Reader
) -> None:
    data = damage(write_pdf("BT /F1 10 Tf 50 150 Td (words) Tj ET"))
    with pytest.raises(UnreadableSourceError) as error:
        read_pdf(data)
    assert str(error.value).startswith("plan.pdf: ")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_wrong_password_is_said(write_pdf: Maker, read_pdf: Reader) -> None:
    data = encrypted(write_pdf("BT /F1 10 Tf 50 150 Td (locked) Tj ET"), "open")
    with pytest.raises(UnreadableSourceError, match="password is wrong"):
        read_pdf(data, "shut")
