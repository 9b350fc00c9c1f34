"""The shipped plans: their forms are what their source gives, and their goldens fit the forms."""

import hashlib
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
import regex

from schemas.base import BoxPiece, OffsetPiece, Piece
from schemas.golden import Golden

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = sorted(path.parent for path in (ROOT / "corpus").glob("*/content.toml"))
FORMS = [
    path for folder in FOLDERS for path in sorted(folder.glob("plan.*")) if path.suffix != ".typ"
]
WRITTEN = [path for path in FORMS if path.suffix != ".pdf"]
PRINTED = [path for path in FORMS if path.suffix == ".pdf"]
DUMPS = [path for path in FORMS if path.suffix == ".txt"]
PAPER = ROOT / "corpus" / "calvessa-2033"
FIELDS = ("printed", "kind", "value", "low", "high", "unit", "indicator", "place", "as_of")

pytestmark = pytest.mark.corpus

Stretch = tuple[int, int]


def golden_of(form: Path) -> Golden:
    path = ROOT / "golden" / f"{form.parent.name}{form.suffix}.json"
    return Golden.model_validate_json(path.read_text("utf-8"))


def named(form: Path) -> str:
    return f"{form.parent.name}{form.suffix}"


def stretch(piece: Piece) -> Stretch:
    assert isinstance(piece, OffsetPiece)
    return piece.start, piece.end


def one_spaced(text: str) -> str:
    return " ".join(text.split())


def run_script(name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "corpus" / name), "--check"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.parametrize("script", ["build.py", "truth.py", "changes.py"])
def test_committed_files_are_what_their_source_gives(script: str) -> None:
    run = run_script(script)

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_golden_is_of_the_committed_form(form: Path) -> None:
    assert golden_of(form).sha256 == hashlib.sha256(form.read_bytes()).hexdigest()


@pytest.mark.parametrize("form", WRITTEN, ids=named)
def test_every_figure_is_printed_where_the_golden_says(form: Path) -> None:
    text = form.read_bytes().decode()

    for figure in golden_of(form).figures:
        read = "".join(text[start:end] for start, end in map(stretch, figure.source))
        assert one_spaced(read.replace("\\", "")) == figure.printed


@pytest.mark.parametrize("form", WRITTEN, ids=named)
def test_every_digit_is_in_one_figure_or_explained_once(form: Path) -> None:
    text = form.read_bytes().decode()
    golden = golden_of(form)
    pieces: list[Piece] = [piece for figure in golden.figures for piece in figure.source]
    pieces.extend(digits.source for digits in golden.digits)
    claims = Counter(at for start, end in map(stretch, pieces) for at in range(start, end))

    odd = {at: claims[at] for at, c in enumerate(text) if c.isdecimal() and claims[at] != 1}

    assert odd == {}
    for digits in golden.digits:
        start, end = stretch(digits.source)
        assert text[start:end] == digits.digits


@pytest.mark.parametrize("form", PRINTED, ids=named)
def test_every_digit_of_a_page_is_in_the_box_of_one_entry(form: Path) -> None:
    golden = golden_of(form)
    entries = [(figure.printed, figure.source) for figure in golden.figures]
    entries.extend((digits.digits, (digits.source,)) for digits in golden.digits)
    with pdfplumber.open(form) as pdf:
        printed = [list(digits_with_centres(page)) for page in pdf.pages]
    claims: Counter[tuple[int, int]] = Counter()

    for words, pieces in entries:
        inside = [place for piece in pieces for place in inside_of(piece, printed)]
        claims.update(inside)
        read = "".join(printed[page][at][0] for page, at in inside)
        assert read == "".join(regex.findall(r"\d", words)), words

    every = {(page, at) for page, digits in enumerate(printed) for at in range(len(digits))}
    assert claims == Counter(every)


def digits_with_centres(page: pdfplumber.page.Page) -> Iterator[tuple[str, float, float]]:
    for char in page.chars:
        if char["text"].isdecimal():
            middle = (char["top"] + char["bottom"]) / 2
            yield char["text"], (char["x0"] + char["x1"]) / 2, middle


def inside_of(
    piece: Piece, printed: list[list[tuple[str, float, float]]]
) -> Iterator[tuple[int, int]]:
    assert isinstance(piece, BoxPiece)
    left, top, right, bottom = piece.bbox
    for at, (_, x, y) in enumerate(printed[piece.page - 1]):
        if left <= x <= right and top <= y <= bottom:
            yield piece.page - 1, at


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_all_forms_hold_the_same_figures(folder: Path) -> None:
    forms = [form for form in FORMS if form.parent == folder]

    counts = [
        Counter(repr([getattr(f, name) for name in FIELDS]) for f in golden_of(form).figures)
        for form in forms
    ]

    assert len(counts) == 3
    assert counts[0] == counts[1] == counts[2]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_planted_faults_are_printed(folder: Path) -> None:
    faults = tomllib.loads((folder / "truth.toml").read_text("utf-8"))["fault"]
    text = one_spaced((folder / "plan.txt").read_text("utf-8"))

    for fault in faults:
        for printed in fault["printed"].split(" and "):
            assert printed in text, fault["kind"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_cover_says_that_the_document_is_invented(folder: Path) -> None:
    with pdfplumber.open(folder / "plan.pdf") as pdf:
        cover = pdf.pages[0].extract_text()

    assert regex.search(r"This (?:plan|paper) is invented\.", cover)


@pytest.mark.parametrize("form", DUMPS, ids=named)
def test_footnotes_are_written_where_the_golden_says(form: Path) -> None:
    text = form.read_bytes().decode()

    for note in golden_of(form).footnotes:
        read = "".join(text[start:end] for start, end in map(stretch, note.source))
        assert unbroken(read) == unbroken(note.label + (note.text or ""))


def unbroken(text: str) -> str:
    """A text without what a line's end may add to it."""
    return regex.sub(r"[\s-]", "", text)


def test_a_note_of_the_paper_goes_on_over_the_page() -> None:
    (printed,) = (n for n in golden_of(PAPER / "plan.pdf").footnotes if n.label == "10")
    (dumped,) = (n for n in golden_of(PAPER / "plan.txt").footnotes if n.label == "10")
    text = (PAPER / "plan.txt").read_text("utf-8")

    assert {piece.page for piece in printed.source if isinstance(piece, BoxPiece)} == {2, 3}
    (_, end), (start, _) = map(stretch, dumped.source)
    assert text.count("\f", end, start) == 1


def test_the_paper_has_its_notes_in_two_columns() -> None:
    notes = golden_of(PAPER / "plan.pdf").footnotes
    boxes = [piece for note in notes for piece in note.source if isinstance(piece, BoxPiece)]
    with pdfplumber.open(PAPER / "plan.pdf") as pdf:
        middle = float(pdf.pages[0].width) / 2

    assert {box.page for box in boxes if box.bbox[2] < middle} == {1, 2, 3, 4, 5}
    assert {box.page for box in boxes if box.bbox[0] > middle} == {1, 2, 3, 4}


def test_the_paper_has_a_table_of_merged_headers_and_brackets() -> None:
    golden = golden_of(PAPER / "plan.pdf")
    (costs,) = (table for table in golden.tables if table.magnitude == "1000")
    spans = {(c.row_span, c.col_span) for c in costs.cells if c.row == 0}

    assert spans == {(2, 1), (1, 4)}
    assert {f.value for f in golden.figures if f.printed == "(21,370)"} == {"-21370000"}
