"""Paragraphs that tell a column of a table, row by row: whether each number is its row's."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.check.findings import Severity, finding, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, digits, is_round, meets
from extractor.check.prose.clauses import ASIDE_OF_AMOUNTS, Clause
from extractor.check.prose.sentences import ends_with
from extractor.check.tables.grid import Held
from extractor.check.tables.restated import why
from extractor.check.told.row_names import Column, Row, RowNames
from extractor.check.told.slips import (
    LONG,
    counts_alike,
    is_one_stage,
    is_other,
    is_slip,
    size,
)
from extractor.check.words import stems
from schemas.extraction import Finding
from schemas.figure import Figure

AMOUNTS = ("money", "count")
COARSE = 2  # the fewest digits of a number that is held against a row
DONE = ("funded", "reached")  # stages of which a table that tells none is not
NONE: frozenset[str] = frozenset()

At = tuple[str, int]
"""A column of a table."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number, the row that its clause names, and the cells that it may be."""

    clause: Clause
    row: Row
    cells: Sequence[tuple[Column, Held]]

    agreeing: Sequence[At]
    """The columns in which the row holds the number."""


@dataclass(frozen=True, slots=True)
class Right:
    """What a paragraph tells as its table has it."""

    digits: Mapping[At, int]
    """How many digits tell each column."""
    stems: frozenset[str]
    """What is said of these numbers."""
    stages: frozenset[str]
    """Whether they are needed, received ..."""

    @classmethod
    def of(cls, told: Sequence[Told]) -> "Right":
        """Take the numbers that are those of their rows."""
        found: defaultdict[At, dict[str, int]] = defaultdict(dict)
        clauses = [each.clause for each in told if each.agreeing]
        for each in told:
            for at in each.agreeing:
                found[at][each.clause.figure.id] = digits(each.clause.said.printed)
        return cls(
            {at: sum(of.values()) for at, of in found.items()},
            NONE.union(*(c.stems | stems(c.subject) for c in clauses)),
            frozenset(c.figure.status.value for c in clauses if c.figure.status is not None),
        )


def told_rows(index: Index) -> Iterator[Finding]:
    """Yield numbers told of a row that are its number but for a slip: `contradiction`.

    The paragraph tells numbers of other rows of the same column as they are.
    """
    for paragraph in index.clauses if index.cells else ():
        told = _told(paragraph, index.row_names)
        right = Right.of(told)
        agreeing = {each.clause.figure.id for each in told if each.agreeing}
        for each in told if agreeing else ():
            if each.clause.figure.id not in agreeing:
                yield from _slipped(index, each, right)


def _told(paragraph: Sequence[Clause], names: RowNames) -> Sequence[Told]:
    """Return the rows that clauses name, with their cells of the sort of each number.

    Only rows of tables of which the paragraph names two.
    """
    amounts = [clause for clause in paragraph if clause.figure.kind in AMOUNTS]
    named = [
        (clause, row)
        for clause in (amounts if len(amounts) > 1 else ())
        if digits(clause.said.term) >= COARSE
        for row in names.named(clause.stems)
    ]
    many = Counter(row.table.id for _, row in named)
    found = []
    for clause, row in named:
        if many[row.table.id] > 1:
            cells = [(c, held) for c, held in row.held() if _is_alike(clause, row, c, held)]
            if cells:
                agreeing = _agreeing(clause.said.printed, row, cells)
                found.append(Told(clause, row, cells, agreeing))
    return found


def _agreeing(value: Term, row: Row, cells: Sequence[tuple[Column, Held]]) -> Sequence[At]:
    sizes = [(column.at, size(held)) for column, held in cells]
    return [
        (row.table.id, at)
        for at, held in sizes
        if meets(value, held) or compare(value, held) != "differs"
    ]


def _is_alike(clause: Clause, row: Row, column: Column, held: Held) -> bool:
    """Say whether a cell holds what a number tells: in its unit, and of a year of its sentence."""
    figure, cell = clause.figure, held.figure
    if held.measured_in != clause.said.sort or not is_one_stage(figure, cell):
        return False
    when = "" if cell.as_of is None else cell.as_of.value
    years = {clause.year} if clause.year else clause.years
    if years and not any(year in f"{when} {row.table.title}" for year in years):
        return False
    name = " ".join(row.stems)
    return counts_alike(figure, cell, f"{name} {column.head} {row.table.title or ''}")


def _slipped(index: Index, told: Told, right: Right) -> Iterator[Finding]:
    """Yield a finding if a number is that of its row but for a slip, and of nothing else."""
    value = told.clause.said.printed
    slips = [
        held
        for column, held in told.cells
        if (at := (told.row.table.id, column.at)) in right.digits
        and _is_slip(value, size(held), right.digits[at])
    ]
    if len(slips) == 1 and _is_of_row(index, told, slips[0], right):
        yield _finding(told.clause.figure, value, slips[0])


def _is_of_row(index: Index, told: Told, held: Held, right: Right) -> bool:
    """Say whether nothing tells that a number is of more, or less, than its row."""
    clause, figure = told.clause, told.clause.figure
    known = right.stems | told.row.known(figure)
    aside = figure.per is not None or clause.tells(ASIDE_OF_AMOUNTS)
    aside = aside or clause.is_of_which or not clause.says_only(known)
    aside = aside or clause.names_a_document(told.row.stems)
    # `254 schools` there are, and of the row *Schools built* are those that were built.
    aside = aside or (figure.kind == "count" and not told.row.stems <= clause.stems)
    stage = None if figure.status is None else figure.status.value
    done = held.figure.status is None and stage in DONE and stage not in right.stages
    done = done and not ends_with("receives", clause.before)  # what it `receives` is its part
    return not (aside or done or _is_other(index, told))


def _is_slip(value: Term, held: Term, followed: int) -> bool:
    """Say whether a number is another but for a slip; a short one, where much else is right."""
    long = min(digits(value), digits(held)) >= LONG
    alike = value.value.adjusted() == held.value.adjusted()
    told = followed >= COARSE and (long or (alike and followed >= 2 * LONG))
    return told and is_slip(value, held)


def _is_other(index: Index, told: Told) -> bool:
    said = told.clause.said
    line = (held for _, held in told.row.held() if held.measured_in == said.sort)
    return is_other(index, said.figure, said.printed, line)


def _finding(figure: Figure, value: Term, held: Held) -> Finding:
    inexact = figure.modifier is not None or is_round(value)
    severity: Severity = "info" if inexact else "warning"
    message = (
        f"{shown(figure, value)} is {held.figure.anchor.quote} in the row of that name in a table, "
        f"while the numbers beside it are those of their rows."
    )
    numbers = (value, size(held))
    found = finding("contradiction", severity, message, (figure, held.figure), numbers)
    return found.model_copy(update={"type": why(*numbers)})
