"""Drawings and paragraphs that tell values of a table: whether they were rounded or cut off."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractor.check.findings import Severity, finding, shown
from extractor.check.index import Index
from extractor.check.intervals import compare, is_round, term
from extractor.check.tables.grid import Held
from extractor.check.told.columns import ALIKE, Column, Columns
from extractor.check.words import telling_words
from schemas.extraction import Finding
from schemas.figure import Figure

TELLING = 1000  # times its last digit a drawn value must be, or it may be in a table by chance
TELLING_NAMED = 100  # the same, where the words beside a value must name its row as well
SUMMED = ("money", "count")
PROSE = ("prose", "list")


@dataclass(frozen=True, slots=True)
class Passage:
    """A drawing, or a paragraph, with its values and what is said of them."""

    values: Sequence[Held]
    words: frozenset[str]
    named: bool
    """Whether the words beside a value must name the row that it is held against."""


def drawn(index: Index) -> Iterator[Finding]:
    """Yield values that were cut off where a table, told again, has them finer: `truncated`."""
    passages = [*_drawings(index), *_paragraphs(index)]
    columns = Columns(index) if passages else None
    for passage in passages:
        telling = TELLING_NAMED if passage.named else TELLING
        column = columns.told(passage.values, passage.words, telling) if columns else None
        if column is not None:
            yield from _cut_off(passage, column)


def _drawings(index: Index) -> Iterator[Passage]:
    """Yield the key figures of one measure that stand together and say the same but for a name."""
    keys = [f for f in index.extraction.figures if f.zone == "keyfigure" and f.kind in SUMMED]
    for _, run in groupby(keys, key=_drawing_of):
        values = _values(run)
        if len(values) > ALIKE:
            words = telling_words([_what(each.figure) for each in values])
            yield Passage(values, words, named=False)


def _drawing_of(figure: Figure) -> tuple[object, ...]:
    """Return what the values of one drawing have in common: what is measured, but for a name."""
    what = None if figure.indicator is None else figure.indicator.anchor
    return figure.kind, figure.unit, figure.section_id, what


def _paragraphs(index: Index) -> Iterator[Passage]:
    """Yield the paragraphs that tell three amounts and more."""
    texts = {block.id: block.text for block in index.extraction.blocks}
    told = [f for f in index.extraction.figures if f.kind == "money" and f.zone in PROSE]
    for block, run in groupby(told, key=lambda figure: figure.block_id):
        values = _values(run)
        if len(values) > ALIKE:
            yield Passage(values, telling_words([texts.get(block, "")]), named=True)


def _values(figures: Iterable[Figure]) -> list[Held]:
    read = [(figure, term(figure.value, figure.precision)) for figure in figures]
    return [Held(f, t) for f, t in read if t is not None and t.value >= TELLING_NAMED * t.step > 0]


def _what(figure: Figure) -> str:
    return "" if figure.indicator is None else figure.indicator.value


def _cut_off(passage: Passage, column: Column) -> Iterator[Finding]:
    """Yield the values that a column has finer, and that were not rounded as they should be."""
    for each in passage.values:
        verdicts = [compare(each.term, held.term) for held, _ in column.held]
        if verdicts.count("truncated") == 1 and "agrees" not in verdicts:
            held, label = column.held[verdicts.index("truncated")]
            row, said = telling_words([label]), telling_words([_what(each.figure)])
            if not passage.named or (row and row <= said):
                yield _finding(each, held, column)


def _finding(each: Held, held: Held, column: Column) -> Finding:
    where = "a chart" if column.is_drawn else "a table"
    message = (
        f"{shown(each.figure, each.term)} ({_what(each.figure)}) is {held.figure.anchor.quote} in "
        f"{where} that has others beside it, cut off where it should have been rounded."
    )
    prose = each.figure.zone in PROSE
    inexact = each.figure.modifier is not None or (prose and is_round(each.term))
    severity: Severity = "info" if inexact else "warning"
    figures = (each.figure, held.figure)
    return finding("truncated", severity, message, figures, (each.term, held.term))
