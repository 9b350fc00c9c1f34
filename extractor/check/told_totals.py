"""Totals that a sentence, or a headline, tells by the name of their column or their table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from extractor.check.clauses import DURING, Clause, plain_stems
from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.grid import Held
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, is_round, printed
from extractor.check.sentences import ENDED, ends_with
from extractor.check.slips import ASIDE, counts_alike, digits, is_one_stage, is_other, is_slip, size
from extractor.check.words import stems
from schemas.document import Table
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.02")  # of the total; what is further off, by no slip, is of something else
TELLING = 2  # words of a column's head that name it anywhere
FINE = 3  # digits of numbers of which one is another, with a slip, by no chance
KINDS = ("money", "count")
MAX_SUBJECT = 6  # words of a clause that says no more than what a table comes to


@dataclass(frozen=True, slots=True)
class Total:
    """The total of a column."""

    table: Table
    head: str
    held: Held
    largest: bool
    """Whether no other column of its unit has a larger one."""
    document: str
    """The title of the document."""

    @property
    def about(self) -> str:
        """What the table and the column say of it."""
        return f"{self.table.title or ''} {self.head} {self.held.figure.unit or ''}"

    def is_alike(self, clause: Clause) -> bool:
        """Say whether it is in the unit of a number, and of the years that its sentence tells."""
        figure, cell = clause.figure, self.held.figure
        when = "" if cell.as_of is None else cell.as_of.value
        dated = all(year in f"{when} {self.about} {self.document}" for year in clause.years)
        alike = figure.kind == "money" or counts_alike(figure, cell, self.about)
        staged = is_one_stage(figure, cell) and (figure.status is None) == (cell.status is None)
        return dated and alike and staged and self.held.measured_in == clause.said.sort


class Totals:
    """The totals of all tables, by the stems of their columns' heads and of their titles."""

    def __init__(self, index: Index) -> None:
        """Take the last line of totals of each table."""
        self._by_head: defaultdict[str, dict[frozenset[str], list[Total]]] = defaultdict(dict)
        self._by_title: defaultdict[str, list[Total]] = defaultdict(list)
        for table in index.extraction.tables:
            titled = stems(table.title or "")
            for total in _totals(index, table):
                head = stems(total.head)
                if len(head) >= TELLING:
                    self._by_head[min(head)].setdefault(head, []).append(total)
                for stem in titled if total.largest else ():
                    self._by_title[stem].append(total)

    def named(self, clause: Clause) -> Iterator[Total]:
        """Yield the totals whose column, or table, a number is told by the name of.

        `214 wells were drilled`: the column *Wells drilled*; `The capital plan comes to
        11.5 million`: the largest total of the table *Capital plan*.
        """
        for stem in clause.stems:
            for head, totals in self._by_head.get(stem, {}).items():
                known = (t for t in totals if head <= clause.stems)
                yield from (t for t in known if clause.says_only(stems(t.about)))
        told = _summed_up(clause)
        titled = self._by_title.get(min(told), ()) if told else ()
        yield from (total for total in titled if told <= stems(total.about))


def _summed_up(clause: Clause) -> frozenset[str]:
    """Return the stems of a subject of which a sentence says only what it comes to."""
    opened = clause.before.rstrip()
    short = clause.opens and len(opened.split()) <= MAX_SUBJECT and ends_with("amounts_to", opened)
    ends = short and ENDED.fullmatch(DURING.sub("", clause.said.after)) is not None
    return stems(opened) - plain_stems() if ends else frozenset()


def told_totals(index: Index) -> Iterator[Finding]:
    """Yield numbers that are not the total whose name they are told by: `total_mismatch`."""
    totals = Totals(index)
    for paragraph in index.clauses if index.cells else ():
        for clause in paragraph:
            figure = clause.figure
            if figure.kind in KINDS and figure.per is None:
                named = [total for total in totals.named(clause) if total.is_alike(clause)]
                if named and not clause.tells(ASIDE):
                    yield from _compared(index, clause, named)


def _totals(index: Index, table: Table) -> Iterator[Total]:
    """Yield the totals that the last line of totals of a table states."""
    for across, down in pairwise(index.grids(table)):
        document = index.extraction.document.title or ""
        lines = [line for line in across.lines if line.role == "total"]
        held = [] if not lines else [*zip(down.lines, lines[-1].cells, strict=True)]
        cells = [(line.label, cell) for line, cell in held if isinstance(cell, Held)]
        for head, cell in cells:
            most = max(c.term.value for _, c in cells if c.measured_in == cell.measured_in)
            yield Total(table, head, cell, cell.term.value == most, document)


def _compared(index: Index, clause: Clause, totals: Sequence[Total]) -> Iterator[Finding]:
    """Yield a finding if a number is none of the totals of its name, but nearly one."""
    value = clause.said.printed
    if any(compare(value, size(total.held)) != "differs" for total in totals):
        return
    near = [total for total in totals if _is_near(value, size(total.held))]
    if len(near) == 1 and not is_other(index, clause.figure, value, ()):
        yield _finding(clause.figure, value, near[0])


def _is_near(value: Term, total: Term) -> bool:
    long = min(digits(value), digits(total)) >= FINE
    return long and (abs(value.value - total.value) <= NEAR * total.value or is_slip(value, total))


def _finding(figure: Figure, value: Term, total: Total) -> Finding:
    inexact = figure.modifier is not None or (figure.zone != "keyfigure" and is_round(value))
    severity: Severity = "info" if inexact else "warning"
    computed = size(total.held)
    message = (
        f"{shown(figure, value)} is {more_or_less(value, computed)} the total of that name in a"
        f" table, {printed(computed.value)}."
    )
    figures = (figure, total.held.figure)
    return finding("total_mismatch", severity, message, figures, (value, computed))
