"""Invented plans: the same from the same seed, and nothing in a truth that is not printed."""

from collections import Counter

import pypdfium2
import pytest
from pages.generator import make
from pages.generator.inline import Note, NoteBook, Rich
from pages.generator.words import LANGUAGES
from pages.metrics import score
from pages.metrics.text import lettered
from pages.truth import Mark, Table

SEEDS = range(41, 56)


def covered(table: Table) -> Counter[tuple[int, int]]:
    return Counter(
        (row, col)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    )


def test_a_seed_gives_the_same_plan_twice() -> None:
    one, other = make(41), make(41)
    assert one.truth == other.truth
    assert one.pdf == other.pdf


def test_seeds_differ() -> None:
    assert make(41).truth != make(42).truth


@pytest.mark.parametrize("seed", SEEDS)
def test_all_that_a_truth_says_is_printed(seed: int) -> None:
    plan = make(seed)
    with pypdfium2.PdfDocument(plan.pdf) as pdf:
        assert len(pdf) == plan.pages
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)
    missing = Counter(lettered("".join(plan.truth.order))) - Counter(lettered(printed))
    assert not missing


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cells_of_a_table_fill_it_without_overlap(seed: int) -> None:
    for table in make(seed).truth.tables:
        whole = [(row, col) for row in range(table.n_rows) for col in range(table.n_cols)]
        assert covered(table) == Counter(whole)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_part_of_a_truth_stands_in_its_order(seed: int) -> None:
    truth = make(seed).truth
    texts = set(truth.order)
    assert {heading.text for heading in truth.headings} <= texts
    assert {note.text for note in truth.footnotes} <= texts
    assert {caption.text for caption in truth.captions} <= texts
    assert {mark.label for mark in truth.marks} == {note.label for note in truth.footnotes}
    for other in truth.alternatives:
        assert Counter(lettered("".join(other))) == Counter(lettered("".join(truth.order)))


def test_a_truth_read_back_gains_everything() -> None:
    truth = make(43).truth
    shares = [tally.share for tally in score(truth, truth).values() if tally.share is not None]
    assert shares == pytest.approx([1] * len(shares))


def test_a_mark_knows_the_text_before_it() -> None:
    note = Note("n1", "1", "A survey.", "foot")
    text = Rich(("Of 40,000 people", note, " some", note, " stayed."))
    assert text.plain == "Of 40,000 people some stayed."
    assert text.marks == (Mark("1", "Of 40,000 people"), Mark("1", "Of 40,000 people some"))


def test_symbols_come_to_an_end() -> None:
    from random import Random

    book = NoteBook(Random(1), "foot", "symbols", ["A survey"])  # noqa: S311
    labels = [note.label for _ in range(9) if (note := book.note())]
    assert labels[:3] == ["*", "†", "‡"]
    assert len(labels) == len(set(labels)) < 9


def test_the_languages_have_the_same_fixed_words() -> None:
    assert len({frozenset(words.labels) for words in LANGUAGES}) == 1
