"""Laws that hold of the diff of any two documents."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
import regex
import typst
from pypdf import PdfReader, PdfWriter

from extractor.editions.compare import diff
from extractor.editions.pairing import assigned
from schemas.diff import Diff, FigureChange
from schemas.extraction import Extraction

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

CORPUS = Path(__file__).parents[2] / "corpus"
SHIPPED = [
    f"{name}/plan.{form}"
    for name in ("norvia-2031", "norvia-2032", "calvessa-2033")
    for form in ("md", "txt", "pdf")
]
PLANS = ("norvia-2031", "calvessa-2033")
OTHERS = (
    ("ocha_aa_nepal_floods_2024.pdf", "ocha_aa_nepal_floods_2025.pdf"),
    ("ocha_ebola_drc_update13_2014_en.pdf", "ocha_ebola_drc_update13_2014_fr.pdf"),
)
MIRRORED = {
    "revised_up": "revised_down",
    "revised_down": "revised_up",
    "split": "merged",
    "merged": "split",
    "added": "withdrawn",
    "withdrawn": "added",
}
PARTS = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
# Whether a past was over is judged by when the old edition came out, which is the other one then.
BY_ISSUE = frozenset({"restated"})

WRAPPED = regex.compile(r"(?<=[\p{L},.\d])\n(?=[\p{L}\d])")

Read = Callable[[str], Extraction]
Extracted = Callable[[Path], Extraction]


def assert_same(found: Diff) -> None:
    assert {change.types for change in found.figures} <= {("unchanged",)}
    assert (found.tables, found.sections, found.footnotes, found.sources) == ((), (), (), ())
    assert found.rolled == ()


def types_of(changes: Sequence[FigureChange], *, mirrored: bool) -> set[tuple[object, ...]]:
    """Return both ends and types of figures, read forwards or backwards."""
    told = set()
    for change in changes:
        types = frozenset(change.types) - BY_ISSUE
        ends = (change.old and change.old.id, change.new and change.new.id)
        if mirrored:
            types = frozenset(MIRRORED.get(each, each) for each in types)
            ends = (ends[1], ends[0])
        told.add((ends, types))
    return told


def parts_of(found: Diff, *, mirrored: bool) -> set[tuple[object, ...]]:
    """Return both ends and types of sections, tables, notes and sources, either way."""
    told = set()
    for change in (*found.tables, *found.sections, *found.footnotes, *found.sources):
        types: frozenset[str] = frozenset(change.types)
        ends = (change.old_id, change.new_id)
        if mirrored:
            types = frozenset(PARTS.get(each, each) for each in types)
            ends = (ends[1], ends[0])
        told.add((ends, types))
    return told


def lines_of(found: Diff, *, mirrored: bool) -> set[tuple[object, ...]]:
    """Return the rows and columns of each pair of tables that are not what they were."""
    told: set[tuple[object, ...]] = set()
    for table in found.tables:
        homes = (table.old_id, table.new_id)
        for line in table.lines:
            ends, type_ = (line.old, line.new), str(line.type)
            if mirrored:
                type_ = PARTS.get(type_, type_)
            both = (homes[::-1], ends[::-1]) if mirrored else (homes, ends)
            told.add((*both, line.axis, type_))
    return told


def assert_mirrored(one: Extraction, other: Extraction) -> None:
    there = diff(("one", one), ("other", other))
    back = diff(("other", other), ("one", one))
    assert types_of(there.figures, mirrored=False) == types_of(back.figures, mirrored=True)
    assert types_of(there.rolled, mirrored=False) == types_of(back.rolled, mirrored=True)
    assert parts_of(there, mirrored=False) == parts_of(back, mirrored=True)
    assert lines_of(there, mirrored=False) == lines_of(back, mirrored=True)
    assert there.relation == back.relation
    assert there.likeness == back.likeness


@pytest.mark.parametrize("name", SHIPPED)
def test_a_document_and_itself_differ_in_nothing(name: str, extracted: Extracted) -> None:
    extraction = extracted(CORPUS / name)
    found = diff(("old", extraction), ("new", extraction))
    assert_same(found)
    assert found.relation == "same"
    assert len(found.figures) == len(extraction.figures)


@pytest.mark.corpus
@pytest.mark.parametrize("name", [name for pair in OTHERS for name in pair])
def test_a_document_of_others_and_itself_differ_in_nothing(
    name: str, extracted: Extracted, corpus_document: Callable[[str], Path]
) -> None:
    extraction = extracted(corpus_document(name))
    assert_same(diff(("old", extraction), ("new", extraction)))


@pytest.mark.parametrize("form", ["md", "txt", "pdf"])
def test_a_diff_read_backwards_is_that_of_the_exchanged_editions(
    form: str, extracted: Extracted
) -> None:
    one, other = (extracted(CORPUS / f"norvia-{year}" / f"plan.{form}") for year in (2031, 2032))
    assert_mirrored(one, other)


@pytest.mark.parametrize("form", ["md", "txt"])
def test_a_diff_of_two_other_plans_is_the_same_read_backwards(
    form: str, extracted: Extracted
) -> None:
    """They share little, and much of it as well with one figure as with another."""
    one, other = (extracted(CORPUS / name / f"plan.{form}") for name in PLANS)
    assert_mirrored(one, other)


@pytest.mark.parametrize("seed", range(8))
def test_a_diff_of_shuffled_lines_is_the_same_read_backwards(
    seed: int, read: Read, harbour: Extraction, harbour_text: str
) -> None:
    rng, lines = Random(seed), harbour_text.split("\n")  # noqa: S311  # no secret
    for _ in range(6):
        one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[rng.randrange(len(lines))]
    assert_mirrored(harbour, read("\n".join(lines)))


@pytest.mark.parametrize("seed", range(8))
def test_an_assignment_of_several_best_ones_is_the_same_read_backwards(seed: int) -> None:
    rng = Random(seed)  # noqa: S311  # no secret
    size, other = rng.randint(2, 9), rng.randint(2, 9)
    scores = {(i, j): rng.choice((0.4, 0.7, 0.9)) for i in range(size) for j in range(other)}
    there = assigned(scores, size, other)
    back = assigned({(j, i): score for (i, j), score in scores.items()}, other, size)
    assert {(p.old, p.new) for p in there} == {(p.new, p.old) for p in back}


def test_what_is_told_alike_as_often_is_assigned_in_order() -> None:
    scores = {(i, j): 0.9 for i in range(6) for j in range(6)}
    assert [(pair.old, pair.new) for pair in assigned(scores, 6, 6)] == [(i, i) for i in range(6)]


@pytest.mark.corpus
@pytest.mark.parametrize("names", OTHERS)
def test_a_diff_of_others_read_backwards_is_that_of_the_exchanged_editions(
    names: tuple[str, str], extracted: Extracted, corpus_document: Callable[[str], Path]
) -> None:
    one, other = (extracted(corpus_document(name)) for name in names)
    assert_mirrored(one, other)


@pytest.mark.parametrize("order", [(0, 1, 2, 7, 3, 4, 5, 6), (0, 2, 1, 3, 4, 5, 6, 7)])
def test_pages_in_another_order_change_no_figure(
    order: Sequence[int], tmp_path: Path, extracted: Extracted
) -> None:
    """No page is moved away from the title of the table that it goes on with."""
    source = CORPUS / "norvia-2031" / "plan.pdf"
    pages = PdfReader(source).pages
    writer = PdfWriter()
    for at in order:
        writer.add_page(pages[at])
    writer.write(tmp_path / "plan.pdf")
    found = diff(("old", extracted(source)), ("new", extracted(tmp_path / "plan.pdf")))
    assert {each for change in found.figures for each in change.types} <= {"unchanged", "moved"}


def test_renumbered_sections_change_nothing(
    read: Read, harbour: Extraction, harbour_text: str
) -> None:
    numbers = {"1": "2", "2": "3", "3": "4"}
    heading = regex.compile(r"^(#{2,3}) (\d)", regex.M)
    text = heading.sub(lambda match: f"{match[1]} {numbers[match[2]]}", harbour_text)
    text = text.replace("Table 2.", "Table 12.").replace("Table 1.", "Table 11.")
    assert text != harbour_text
    assert_same(diff(("old", harbour), ("new", read(text))))


def test_other_line_breaks_change_nothing(
    read: Read, harbour: Extraction, harbour_text: str
) -> None:
    text = WRAPPED.sub(" ", harbour_text)
    assert text != harbour_text
    assert_same(diff(("old", harbour), ("new", read(text))))


def test_other_paragraphs_in_another_order_move_no_value(
    read: Read, harbour: Extraction, harbour_text: str
) -> None:
    """Sections in another order are told as such, and nothing else is."""
    before, _, piers = harbour_text.partition("### 2.1 Piers")
    piers, _, rest = piers.partition("### 2.2 Training")
    training, _, after = rest.partition("## 3 Partners")
    text = f"{before}### 2.1 Training{training}### 2.2 Piers{piers}## 3 Partners{after}"
    found = diff(("old", harbour), ("new", read(text)))
    assert {change.types for change in found.figures} == {("unchanged",)}
    assert {change.types for change in found.sections} == {("reordered",)}


@pytest.mark.parametrize("forms", [("md", "txt"), ("md", "pdf"), ("txt", "pdf")])
def test_two_forms_of_one_edition_have_the_same_figures(
    forms: tuple[str, str], extracted: Extracted
) -> None:
    one, other = (extracted(CORPUS / "norvia-2031" / f"plan.{form}") for form in forms)
    found = diff(("old", one), ("new", other))
    types = [each for change in found.figures for each in change.types]
    told = {each for each in types if each not in ("unchanged", "moved", "added", "withdrawn")}
    assert told == set()
    assert types.count("unchanged") > 0.97 * len(one.figures)


def test_other_widths_and_hyphens_of_a_pdf_change_nothing(
    tmp_path: Path, harbour_text: str, extracted: Extracted
) -> None:
    narrow, wide = (
        extracted(printed(harbour_text, tmp_path / f"{width}.pdf", width)) for width in (210, 460)
    )
    assert narrow.text.count("\n") >= wide.text.count("\n")
    assert_same(diff(("old", narrow), ("new", wide)))


def printed(markdown: str, target: Path, width: int) -> Path:
    """Print the prose of a plan in columns of a width, in points; words break in narrow ones."""
    lines = [line for line in markdown.splitlines() if not line.startswith(("|", "[^", "**"))]
    text = WRAPPED.sub(" ", regex.sub(r"\[\^\d\]", "", "\n".join(lines)))
    text = regex.sub(r"^#+", lambda match: "=" * len(match[0]), text, flags=regex.M)
    source = target.with_suffix(".typ")
    source.write_text(
        f"#set page(width: {width + 80}pt, height: 900pt, margin: 40pt)\n"
        f'#set text(lang: "en", hyphenate: {"true" if width < 300 else "false"})\n'
        f"#set par(justify: true)\n{text}",
        "utf-8",
    )
    typst.compile(str(source), output=str(target))
    return target
