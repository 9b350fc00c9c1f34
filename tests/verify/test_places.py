"""Places by both engines: each of them finds by itself what the other would not say."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import typst

from extractor.pipeline import extract
from extractor.readers import read
from extractor.readers.source import PdfSource
from extractor.verify import verify
from extractor.verify.boxes import Glyphs
from extractor.verify.claims import claimed_by_blocks, marks
from extractor.verify.lines import Line, Printed
from extractor.verify.offsets import Offsets
from extractor.verify.second import SecondEngine
from extractor.verify.spelling import drawn
from schemas.base import BoxPiece, OffsetPiece
from schemas.extraction import Extraction

SHEET = (
    b"#set page(width: 200pt, height: 300pt)\n#set text(hyphenate: true)\n#set par(justify: true)\n"
    b"The plan needs USD 2.5 million#footnote[Harbour Office, 2030.] for extraordinarily"
    b" inaccessible neighbourhoods and 7 towns."
)
Made = tuple[Path, Extraction, Glyphs]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A PDF, its extraction, and the characters on its page."""
    path = tmp_path_factory.mktemp("made") / "plan.pdf"
    path.write_bytes(typst.compile(SHEET))
    extraction, source = extract(path), read(path)
    assert isinstance(source, PdfSource)
    return path, extraction, Glyphs(source, marks(extraction), claimed_by_blocks(extraction))


def test_a_mended_word_and_a_called_note_are_no_fault(made: Made) -> None:
    _, extraction, glyphs = made
    block = next(one for one in extraction.blocks if one.type == "paragraph")
    assert block.anchor
    assert "million for extraordinarily" in block.text
    assert len(block.anchor.source) > 2
    assert glyphs.fault(block.text, block.anchor.source) is None


@pytest.mark.parametrize(
    ("by", "proof"),
    [
        ((0.0, 0.0, 0.0, 0.0), None),
        ((0.05, 0.05, 0.05, 0.05), None),
        ((-0.5, 0.0, 0.0, 0.0), "box"),
        ((0.0, 0.0, 0.0, 0.7), "box"),
        ((12.0, 0.0, 12.0, 0.0), "printed"),
        ((0.0, 60.0, 0.0, 60.0), "printed"),
        ((300.0, 0.0, 300.0, 0.0), "box"),
        ((80.0, 0.0, -80.0, 0.0), "box"),
    ],
)
def test_a_box_is_as_tight_as_its_characters(
    by: tuple[float, ...], proof: str | None, made: Made
) -> None:
    _, extraction, glyphs = made
    figure = next(one for one in extraction.figures if one.kind == "money")
    (box,) = figure.anchor.source
    assert isinstance(box, BoxPiece)
    x0, top, x1, bottom = (side + shift for side, shift in zip(box.bbox, by, strict=True))
    fault = glyphs.fault(figure.anchor.quote, [BoxPiece(page=1, bbox=(x0, top, x1, bottom))])
    assert (fault and fault.proof) == proof


def test_a_page_that_is_not_there_is_told(made: Made) -> None:
    fault = made[2].fault("7", [BoxPiece(page=2, bbox=(0, 0, 9, 9))])
    assert fault
    assert (fault.proof, fault.found) == ("page", "2")


def test_pdfplumber_finds_another_digit_by_itself(made: Made) -> None:
    path, extraction, _ = made
    second = SecondEngine(path, None, list(marks(extraction)))
    assert list(second.failures(extraction.figures)) == []
    figure = next(one for one in extraction.figures if one.kind == "money")
    anchor = figure.anchor.model_copy(update={"quote": "USD 2.6 million"})
    (failure,) = second.failures([figure.model_copy(update={"anchor": anchor})])
    assert failure.fault.proof == "second engine"
    assert (failure.fault.expected, failure.fault.found) == ("26", "25")


@pytest.mark.parametrize(
    ("start", "end", "proof"),
    [(5, 18, None), (5, 17, "printed"), (5, 19, "printed"), (4, 18, "offset"), (5, 99, "offset")],
)
def test_an_offset_has_the_quote_and_markup_inside_of_it(
    start: int, end: int, proof: str | None
) -> None:
    raw = "need USD **2.5** m, for 7"
    fault = Offsets(raw).fault("USD 2.5 m", [OffsetPiece(start=start, end=end)])
    assert (fault and fault.proof) == proof


OVER = {
    "stop under the last digit": "The fleet has 44#h(-1.6pt). It sails in 2031.",
    "stop far under it": "The fleet has 44#h(-2pt). It sails in 2031.",
    "printed twice": (
        "In 2031#place(top + left)[44 boats]#h(1pt) sail. #place(top + left)[44 boats]"
    ),
    "on blanks to be filled in": (
        "#place[Since \\_\\_\\_\\_\\_\\_]#place(dx: 32pt)[2031]#v(20pt) It has 44."
    ),
}


@pytest.mark.parametrize("name", OVER)
def test_what_is_printed_over_or_beside_a_quote_is_no_part_of_it(
    name: str, tmp_path: Path, written: Callable[[Path], Path]
) -> None:
    page = f"#set page(width: 300pt, height: 250pt)\n{OVER[name]}"
    path = tmp_path / "made.pdf"
    path.write_bytes(typst.compile(page.encode()))
    verdict = verify(written(path))
    assert verdict.figures >= 2
    assert verdict.failures == ()


def test_a_raised_letter_that_is_told_as_a_mark_is_no_fault(
    tmp_path: Path, written: Callable[[Path], Path]
) -> None:
    path = tmp_path / "made.pdf"
    letter = "#text(size: 6pt, baseline: -4pt)[x]"
    path.write_bytes(typst.compile(f"The rate of waves{letter} is 4.5 in 7 towns.".encode()))
    given = written(path)
    assert [one.code for one in extract(path).warnings] == ["mark-without-note"]
    assert verify(given).failures == ()


def in_row(*texts: str, slanted: bool = False, parts: bool = False) -> list[Printed]:
    """Return words from left to right, ten points each."""
    return [
        Printed(
            text=text,
            drawn=drawn(text),
            sides=np.array([[10.0 * at], [0.0], [10.0 * at + 9], [9.0]]),
            shared=False,
            slanted=slanted,
            whole=not parts,
        )
        for at, text in enumerate(texts)
    ]


def test_a_leader_has_as_many_dots_as_it_has() -> None:
    wanted = drawn("Nets, etc. ..... 12")
    assert Line.of(in_row("Nets,", "etc.", *"......", "12")).read(wanted, 0)
    assert Line.of(in_row("Nets,", "etc. ....", "12")).read(wanted, 0)
    assert Line.of(in_row("Nets,", "etc.", *"......", "13")).read(wanted, 0) is None
    assert Line.of(in_row("Nets,", "etc.", *"...", "12")).read(wanted, 0) is None


def test_two_lines_may_have_the_dots_of_one_leader(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(typst.compile(b"Nets . . \\ . . . 12.5"))
    source = read(path)
    assert isinstance(source, PdfSource)
    sides = np.array([word.box for word in source.pages[0].words])
    rows = [sides[sides[:, 3] < sides[0, 3] + 1], sides[sides[:, 3] > sides[0, 3] + 1]]
    around = [(*row[:, :2].min(axis=0), *row[:, 2:].max(axis=0)) for row in rows]
    glyphs = Glyphs(source, (), ())
    pieces = [BoxPiece(page=1, bbox=tuple(map(float, box))) for box in around]
    assert glyphs.fault("Nets . . . . . 12.5", pieces) is None
    assert glyphs.fault("Nets . . . . . 13.5", pieces)
    assert glyphs.fault("Nets . . . . . 1.25", pieces)
    assert glyphs.fault("Nets . . . . . 125", pieces)
    assert glyphs.fault("Nets . 12.5", pieces)


def test_of_two_equal_words_that_of_another_block_is_left() -> None:
    bracket, *own = in_row(").", "been", "be", "].")
    assert Line.of([replace(bracket, shared=True), *own]).read("beenbe.", 0)
    assert Line.of([bracket, *own]).read("beenbe.", 0) is None


def test_brackets_part_dots_that_are_no_leader() -> None:
    assert Line.of(in_row("[[a,", "...", "],", "...]", ".")).read(drawn("[[a, ...], ...]."), 0)


def test_beside_slanted_words_parts_of_others_stand_in_the_box() -> None:
    label, beside = in_row("Nets", "2031", slanted=True), in_row("12", slanted=True, parts=True)
    assert Line.of([*beside, *label]).read("Nets2031", 0)
    assert Line.of(beside).read("12", 0)
    assert Line.of(in_row("12", "Nets")).read("Nets", 0) is None
    assert Line.of(in_row("Nets", "12", "2031")).read("Nets2031", 0) is None
