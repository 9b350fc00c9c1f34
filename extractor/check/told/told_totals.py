"""Totals that a sentence, or a headline, tells by the name of their column or their table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, digits, is_round, printed
from extractor.check.prose.clauses import ASIDE_OF_AMOUNTS, DURING, Clause, telling_stems
from extractor.check.prose.sentences import ENDED, WORD, ends_with, word_list, words
from extractor.check.tables.grid import Held
from extractor.check.told.slips import (
    LONG,
    counts_alike,
    is_one_stage,
    is_other,
    is_slip,
    size,
)
from extractor.check.words import stems
from schemas.document import Table
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.02")  # of the total; what is further off, by no slip, is of something else
TELLING = 2  # words of a column's head that name it anywhere
KINDS = ("money", "count")
PROGRAMME = stems("program programme programa")  # all that a table has, as its plan or budget
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

    @property
    def when(self) -> str:
        """The time that it is of."""
        figure = self.held.figure
        return "" if figure.as_of is None else figure.as_of.value

    def is_alike(self, clause: Clause) -> bool:
        """Say whether it is in the unit of a number, and of the years that its sentence tells."""
        figure, cell = clause.figure, self.held.figure
        dated = all(year in f"{self.when} {self.about} {self.document}" for year in clause.years)
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
                for stem in titled:
                    self._by_title[stem].append(total)

    def named(self, clause: Clause) -> Iterator[Total]:
        """Yield the totals whose column, or table, a number is told by the name of.

        `214 wells were drilled`: the column *Wells drilled*; `The capital plan comes to
        11.5 million`: the largest total of the table *Capital plan*, or that of the year told.
        """
        for stem in () if clause.lasts else clause.stems:
            for head, totals in self._by_head.get(stem, {}).items():
                if head <= clause.stems and _ends_with(head, clause):
                    known = (t for t in totals if clause.says_only(stems(t.about)))
                    yield from (t for t in known if not _asks(clause) or _asks_for(t.about))
        told = _summed_up(clause)
        titled = self._by_title.get(min(told), ()) if told else ()
        alike = [total for total in titled if told <= stems(total.about)]
        own = [total for total in alike if clause.year and total.when == clause.year]
        yield from own or [total for total in alike if total.largest]


def _ends_with(head: frozenset[str], clause: Clause) -> bool:
    """Say whether nothing is told of a number behind the name of its column but that it is all.

    `135 wells drilled are in use` are some of those drilled.
    """
    told = [match.end() for match in WORD.finditer(clause.after) if stems(match[0]) & head]
    behind = words("in_all").sub("", clause.after[max(told, default=0) :])
    return ENDED.fullmatch(behind) is not None


def _asks(clause: Clause) -> bool:
    """Say whether somebody asks for so many, or needs them: `we need 135 wells drilled`."""
    return words("asks").search(clause.before) is not None


def _asks_for(about: str) -> bool:
    """Say whether a table is of what is asked for."""
    return words("asks").search(about) is not None or words("costed").search(about) is not None


def _summed_up(clause: Clause) -> frozenset[str]:
    """Return the stems of a subject of which a sentence says only what it comes to."""
    opened = clause.before.rstrip()
    short = clause.opens and len(opened.split()) <= MAX_SUBJECT and ends_with("amounts_to", opened)
    ends = short and ENDED.fullmatch(DURING.sub("", clause.said.after)) is not None
    named = telling_stems(opened) if ends else frozenset[str]()
    named -= stems(" ".join(word_list("tables")))
    return named - PROGRAMME or named


def told_totals(index: Index) -> Iterator[Finding]:
    """Yield numbers that are not the total whose name they are told by: `total_mismatch`."""
    totals = Totals(index)
    for paragraph in index.clauses if index.cells else ():
        for sentence in _sentences(paragraph):
            for clause in sentence:
                figure = clause.figure
                if figure.kind in KINDS and figure.per is None:
                    named = [total for total in totals.named(clause) if total.is_alike(clause)]
                    if named and _is_of_all(clause, sentence, named):
                        yield from _compared(index, clause, named)


def _sentences(paragraph: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    """Yield the clauses of each sentence."""
    starts = [at for at, clause in enumerate(paragraph) if at == 0 or clause.opens]
    yield from (paragraph[at:end] for at, end in pairwise([*starts, len(paragraph)]))


def _is_of_all(clause: Clause, sentence: Sequence[Clause], totals: Sequence[Total]) -> bool:
    """Say whether a sentence tells a number of all that there is, and of nothing else.

    What opens it says no more (`the plan foresaw 151 wells and 1,060 latrines`), and no other
    number of it counts the same, or does not say what (`we drilled 135 wells, others 18`).
    """
    opening, figure = sentence[0], clause.figure
    known = opening.says_only(frozenset[str]().union(*(stems(total.about) for total in totals)))
    others = [each.figure for each in sentence if each is not clause]
    again = any(f.kind == figure.kind and f.unit in (None, figure.unit) for f in others)
    aside = any(each.tells(ASIDE_OF_AMOUNTS) for each in (opening, clause))
    return (known or opening is clause) and not aside and (figure.kind == "money" or not again)


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
    verdicts = [compare(value, size(total.held)) for total in totals]
    if verdicts == ["truncated"] and digits(value) >= LONG:
        yield _cut_off(clause.figure, value, totals[0])
    if any(verdict != "differs" for verdict in verdicts):
        return
    near = [total for total in totals if _is_near(value, size(total.held))]
    if len(near) == 1 and not is_other(index, clause.figure, value, ()):
        yield _finding(clause.figure, value, near[0])


def _is_near(value: Term, total: Term) -> bool:
    long = min(digits(value), digits(total)) >= LONG
    return long and (abs(value.value - total.value) <= NEAR * total.value or is_slip(value, total))


def _severity(figure: Figure, value: Term) -> Severity:
    inexact = figure.modifier is not None or (figure.zone != "keyfigure" and is_round(value))
    return "info" if inexact else "warning"


def _cut_off(figure: Figure, value: Term, total: Total) -> Finding:
    message = (
        f"{shown(figure, value)} is the total of that name in a table, "
        f"{printed(size(total.held).value)}, cut off where it should have been rounded."
    )
    figures = (figure, total.held.figure)
    numbers = (value, size(total.held))
    return finding("truncated", _severity(figure, value), message, figures, numbers)


def _finding(figure: Figure, value: Term, total: Total) -> Finding:
    computed = size(total.held)
    message = (
        f"{shown(figure, value)} is {more_or_less(value, computed)} the total of that name in a"
        f" table, {printed(computed.value)}."
    )
    figures = (figure, total.held.figure)
    return finding("total_mismatch", _severity(figure, value), message, figures, (value, computed))
