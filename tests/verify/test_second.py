"""Digits by the other engine, however they are turned, how small, and whatever is under them."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject

from extractor.pipeline import extract
from extractor.verify import Verdict, verify
from extractor.verify.second import SecondEngine
from schemas.base import BoxPiece

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


BOXES = {
    "offset": ("/MediaBox", (-12, 12, 288, 312)),
    "upside down": ("/MediaBox", (0, 300, 300, 0)),
    "back to front": ("/MediaBox", (300, 0, 0, 300)),
    "cropped": ("/CropBox", (20, 30, 280, 290)),
}


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("box", BOXES)
def test_digits_are_found_whatever_the_boxes_of_the_page_are(
    box: str, degrees: int, proved: Proved
) -> None:
    pdf = typst.compile((PAGE + NEEDS).encode())
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))), io.BytesIO()
    name, corners = BOXES[box]
    for page in writer.pages:
        page[NameObject(name)] = ArrayObject(map(NumberObject, corners))
        page[NameObject("/Rotate")] = writer._add_object(NumberObject(degrees))  # noqa: SLF001
    writer.write(made)
    verdict = proved(made.getvalue())
    assert verdict.figures == 3
    assert verdict.failures == ()


def test_a_page_without_a_box_is_no_crash(proved: Proved) -> None:
    pdf = typst.compile(b'#set page(paper: "us-letter")\nIt needs 7 towns and USD 2.5 million.')
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))), io.BytesIO()
    for page in writer.pages:
        del page["/MediaBox"]
    writer.write(made)
    verdict = proved(made.getvalue())
    assert verdict.figures == 2
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


COVERED = PAGE + (
    "#place[It has 7 towns.]#place(dx: 110pt)[2,581]"
    "#place(dx: 110pt, rect(fill: white, width: 30pt, height: 10pt))#place(dx: 112pt)[38 boats.]"
)


def test_digits_under_a_white_box_are_told_and_no_fault(proved: Proved) -> None:
    verdict = proved(typst.compile(COVERED.encode()))
    assert verdict.figures == 2
    assert verdict.failures == ()
    assert verdict.notes == ("pdfplumber finds more digits on page 1, which cannot be seen there",)


@pytest.mark.parametrize(
    ("quote", "hiding", "failed"),
    [("38", {1}, []), ("38", {2}, ["38"]), ("39", {1}, ["39"]), ("83", {1}, ["83"])],
)
def test_more_digits_pass_only_where_some_are_hidden_and_those_of_the_figure_are_there(
    quote: str, hiding: set[int], failed: list[str], tmp_path: Path
) -> None:
    (tmp_path / "made.pdf").write_bytes(typst.compile(COVERED.encode()))
    figure = next(one for one in extract(tmp_path / "made.pdf").figures if one.value == "38")
    anchor = figure.anchor.model_copy(update={"quote": quote})
    told = figure.model_copy(update={"anchor": anchor})
    second = SecondEngine(tmp_path / "made.pdf", None, (), hiding)
    assert [failure.fault.expected for failure in second.failures([told])] == failed
    assert second.covered == (set() if failed else {1})


@pytest.mark.parametrize("read", ["39", "28", "25"])
def test_a_changed_digit_over_hidden_ones_is_found(
    read: str, tmp_path: Path, proved: Proved
) -> None:
    verdict = proved(typst.compile(COVERED.encode()))
    given = verdict.extraction.read_text("utf-8")
    tampered = tmp_path / "tampered.json"
    tampered.write_text(given.replace('"38"', f'"{read}"').replace("38 boats", f"{read} boats"))
    failures = verify(tampered, source=verdict.source).failures
    assert any(one.what.startswith("figure") and one.fault.proof == "printed" for one in failures)


@pytest.mark.parametrize(
    ("read", "failed", "missed"),
    [((), [], {1}), (("3", "9"), ["38"], set()), (("3",), ["38"], set())],
    ids=["nothing", "another digit", "one of two"],
)
def test_where_it_reads_nothing_no_figure_fails(
    read: tuple[str, ...],
    failed: list[str],
    missed: set[int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(typst.compile((PAGE + "It has 38 boats.").encode()))
    (figure,) = extract(path).figures
    piece = figure.anchor.source[0]
    assert isinstance(piece, BoxPiece)
    x0, top, x1, bottom = piece.bbox
    half = (x0 + x1) / 2
    sides = ((x0, top, half, bottom), (half, top, x1, bottom))
    told = [(1, tuple(zip(read, sides, strict=False)))]
    monkeypatch.setattr("extractor.verify.second.digits_by_plumber", lambda *_, **__: told)
    second = SecondEngine(path, None, ())
    assert [failure.fault.expected for failure in second.failures([figure])] == failed
    assert second.missed == missed


def test_digits_of_a_stamp_across_the_page_are_none_of_a_figure(proved: Proved) -> None:
    stamp = "#place(dx: 10pt, dy: -6pt, rotate(-20deg, text(size: 50pt, fill: silver)[1111]))"
    rows = "".join(f"In {year} it has {year - 1990} boats.\n\n" for year in range(2001, 2006))
    verdict = proved(typst.compile((PAGE + stamp + rows).encode()))
    assert verdict.figures >= 10
    assert verdict.failures == ()


def test_the_mark_of_a_note_in_very_small_type_takes_no_digit_with_it(proved: Proved) -> None:
    text = "#set text(size: 1.6pt)\nThe plan needs 4,413#footnote[A survey of boats.] sails."
    verdict = proved(typst.compile((PAGE + text).encode()))
    assert verdict.figures == 1
    assert verdict.failures == ()


@pytest.mark.parametrize(("row", "failed"), [("3844", []), ("3944", ["38"])])
def test_digits_that_it_puts_elsewhere_on_their_line_are_told_by_their_order(
    row: str, failed: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(typst.compile((PAGE + "It has 38 boats and 44 sails.").encode()))
    figure = extract(path).figures[0]
    piece = figure.anchor.source[0]
    assert isinstance(piece, BoxPiece)
    x0, top, _, bottom = piece.bbox
    told = [(digit, (x0 - 5 + 6 * at, top, x0 + 6 * at, bottom)) for at, digit in enumerate(row)]
    monkeypatch.setattr("extractor.verify.second.digits_by_plumber", lambda *_, **__: [(1, told)])
    second = SecondEngine(path, None, (), row=lambda _: "3844")
    assert [failure.fault.expected for failure in second.failures([figure])] == failed
    assert second.elsewhere == (set() if failed else {1})
