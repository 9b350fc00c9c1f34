"""Two readers of characters: the same pages, the same boxes; where they differ it is said."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from extractor.pipeline import extract
from extractor.readers import pdf
from extractor.readers.pdf.chars import Chars
from extractor.readers.pdf.compared import disagreements
from extractor.readers.pdf.plumber import plumber_reader
from extractor.readers.pdf.view import View

Maker = Callable[..., bytes]
SHIPPED = Path(__file__).parents[3] / "corpus" / "norvia-2031" / "plan.pdf"

PROSE = "BT /F1 12 Tf 20 150 Td (In all 120 wells and 45 schools) Tj ET"
# A reader may take what the file says instead of what it draws; pdfplumber takes what is drawn.
REPLACED = (
    "BT /F1 12 Tf 20 150 Td (The plan needs USD ) Tj"
    " /Span << /ActualText (1,580) >> BDC (1,250) Tj EMC ( for 45 schools.) Tj ET"
)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        path = tmp_path / "plan.pdf"
        path.write_bytes(data)
        return path

    return write


def test_digits_that_two_engines_read_otherwise_are_a_finding(
    write_pdf: Maker, file: Callable[[bytes], Path]
) -> None:
    result = extract(file(write_pdf(REPLACED)), cross_check=True)
    assert [(f.code, f.severity) for f in result.findings] == [("engines-disagree", "warning")]
    (finding,) = result.findings
    assert finding.message == "page 1: PDFium reads 580, pdfplumber 250"
    (piece,) = finding.source
    assert piece.model_dump()["page"] == 1
    money = [figure.id for figure in result.figures if figure.kind == "money"]
    assert list(finding.figures) == money != []


def test_nothing_is_compared_unasked(write_pdf: Maker, file: Callable[[bytes], Path]) -> None:
    assert extract(file(write_pdf(REPLACED))).findings == ()


@pytest.mark.parametrize(
    ("engine", "value"), [("pdfium", "1580"), ("pdfplumber", "1250")], ids=["pdfium", "pdfplumber"]
)
def test_the_engine_that_is_asked_for_reads(
    engine: str, value: str, write_pdf: Maker, file: Callable[[bytes], Path]
) -> None:
    result = extract(file(write_pdf(REPLACED)), engine=engine)
    assert [f.value for f in result.figures if f.kind == "money"] == [value]
    roles = {component.name for component in result.engine if component.role == "characters"}
    assert roles == {"pypdfium2" if engine == "pdfium" else engine}


def test_both_engines_agree_on_every_digit_of_the_shipped_plan() -> None:
    assert extract(SHIPPED, cross_check=True).findings == ()


def test_the_shipped_plan_has_the_same_figures_by_either_engine() -> None:
    one, other = extract(SHIPPED), extract(SHIPPED, engine="pdfplumber")
    assert one.text == other.text
    assert [(f.value, f.unit) for f in one.figures] == [(f.value, f.unit) for f in other.figures]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("box", "page"),
    [
        ("0 0 300 200", ""),
        ("0 0 300 200", "/CropBox [10 20 290 190]"),
        ("-20 -10 280 190", ""),
        ("50 40 350 240", "/CropBox [60 50 300 230]"),
    ],
    ids=["whole", "cropped", "origin outside", "origin inside and cropped"],
)
def test_boxes_are_those_of_pdfplumber(turn: int, box: str, page: str, write_pdf: Maker) -> None:
    moved = PROSE.replace("20 150 Td", "65 150 Td")
    assert_boxes_agree(write_pdf(moved, box=box, page=f"{page} /Rotate {turn}"))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_by_an_inherited_media_box_are_those_of_pdfplumber(
    turn: int, write_pdf: Maker
) -> None:
    data = write_pdf(PROSE, page=f"/Rotate {turn}")
    own, inherited = b"/MediaBox [0 0 300 200]", b"/MediaBox [0 0 320 210]"
    data = data.replace(own, b" " * len(own)).replace(b"/Kids [", inherited + b" /Kids [")
    assert_boxes_agree(data)


@pytest.mark.parametrize("matrix", ["0 1 -1 0 60 40", "0 -1 1 0 60 190", "-1 0 0 -1 250 100"])
def test_boxes_of_turned_text_are_those_of_pdfplumber(matrix: str, write_pdf: Maker) -> None:
    assert_boxes_agree(write_pdf(PROSE.replace("20 150 Td", f"{matrix} Tm")))


def test_a_disagreement_does_not_depend_on_the_order_of_the_content(write_pdf: Maker) -> None:
    parts = [f"BT /F1 12 Tf {x} 150 Td ({text}) Tj ET" for x, text in ((20, "12"), (34, "000"))]
    chars = [_read(write_pdf(" ".join(order))) for order in (parts, parts[::-1])]
    assert disagreements(*chars) == []
    other = _read(write_pdf(" ".join(parts).replace("000", "008")))
    assert [(found.one, found.other) for found in disagreements(chars[0], other)] == [
        ("12000", "12008")
    ]


def test_a_page_that_pdfplumber_cannot_read_is_named(
    monkeypatch: pytest.MonkeyPatch, write_pdf: Maker
) -> None:
    def fails(_: object) -> list[object]:
        raise TypeError("a slip on a damaged file")

    monkeypatch.setattr("pdfplumber.page.Page.chars", property(fails))
    source = pdf.read(Path("plan.pdf"), write_pdf(PROSE), engine="pdfplumber")
    assert [(w.code, w.page) for w in source.warnings] == [("page-engine-failed", 1)]
    assert [word.text for word in source.pages[0].words][:2] == ["In", "all"]


def _read(data: bytes) -> Chars:
    with plumber_reader(Path("plan.pdf"), data) as reader:
        return reader.read(0, View.of((0, 0, 300, 200), (0, 0, 300, 200), 0))


def assert_boxes_agree(data: bytes) -> None:
    """Hold the boxes of the words against those that pdfplumber gives their characters."""
    words = pdf.read(Path("plan.pdf"), data).pages[0].words
    with pdfplumber.open(BytesIO(data)) as file:
        page = file.pages[0]
        x, y = page.mediabox[:2]  # it counts from there; a box on a page counts from its corner
        chars = [c for c in page.chars if c["text"].strip()]
    assert "".join(word.text for word in words) == "".join(c["text"] for c in chars)
    at = 0
    for word in words:
        own = chars[at : at + len(word.text)]
        at += len(word.text)
        box = (
            min(c["x0"] for c in own) - x,
            min(c["top"] for c in own) - y,
            max(c["x1"] for c in own) - x,
            max(c["bottom"] for c in own) - y,
        )
        assert word.box == pytest.approx(box, abs=0.5), word.text
