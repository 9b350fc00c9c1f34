"""Growth that a sentence tells of a row by its name, of two years that only its table has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.check.index import Index
from extractor.check.intervals import Term, compare
from extractor.check.prose.claims import PER_CENT, Claim, growth
from extractor.check.prose.clauses import ASIDE_OF_GROWTH, Clause
from extractor.check.prose.sentences import Said, ends_with, word_list
from extractor.check.prose.told_changes import direction
from extractor.check.tables.grid import Held
from extractor.check.told.row_names import Row, RowNames
from extractor.check.words import stems
from schemas.extraction import Finding

FAR = Decimal("0.3")  # of what is told; what is further off is the growth of something else
YEAR = 4  # letters
TWO = 2  # years


@dataclass(frozen=True, slots=True)
class Growth:
    """A change in per cent, the row that its clause names, and the row's two values."""

    clause: Clause
    row: Row
    base: Held
    level: Held
    computed: Term

    @property
    def agrees(self) -> bool:
        """Whether the row has changed by that."""
        return compare(self.clause.said.term, self.computed) != "differs"

    def finding(self) -> Finding | None:
        """Return what is wrong with the change told."""
        others = [Said.of(held.figure, held.term) for held in (self.base, self.level)]
        return Claim(
            stated=self.clause.said,
            computed=self.computed,
            others=others,
            how=f"from {others[0].quote} to {others[1].quote}",
            code="growth_mismatch",
            unit=PER_CENT,
            gravest="warning",
            far=FAR,
        ).finding()


def row_growth(index: Index) -> Iterator[Finding]:
    """Yield growth that is not that of the row it names: `growth_mismatch`.

    The paragraph tells the growth of another row of the table as it is.
    """
    for paragraph in index.clauses if index.cells else ():
        rising = list(_rising(paragraph))
        if len(rising) > 1:
            names = index.row_names
            yield from _compared([g for c, up in rising for g in _growth(c, names, up)])


def _rising(paragraph: Sequence[Clause]) -> Iterator[tuple[Clause, bool]]:
    """Yield what tells a change in per cent, and whether it rises.

    What follows with `by` goes on with the verb, and the years, of the change before it:
    `grew by 22 per cent between 2031 and 2033, those for roads by 29 per cent`.
    """
    last: tuple[Clause, bool] | None = None
    for clause in paragraph:
        if clause.figure.unit != "percent":
            continue
        rises = direction(clause.said.before, clause.said.after)
        if rises is None and last is not None and ends_with("by", clause.before):
            rises = None if clause.opens else last[1]
        if rises is not None:
            last = clause, rises
            yield last


def _growth(clause: Clause, names: RowNames, rises: bool) -> Iterator[Growth]:  # noqa: FBT001  # as told
    for row in names.named(clause.stems):
        for base, level in _ends(clause, row):
            computed = growth(base.term, level.term)
            grew = level.term.value > base.term.value > 0
            if computed is not None and base.term.value > 0 and grew == rises:
                yield Growth(clause, row, base, level, computed)


def _ends(clause: Clause, row: Row) -> Iterator[tuple[Held, Held]]:
    """Yield the values of a row in the first and last of two years: those told, or all it has."""
    by_year: dict[str, list[Held]] = {}
    for _, held in row.held():
        when = "" if held.figure.as_of is None else held.figure.as_of.value
        if len(when) == YEAR and held.figure.kind != "percent":
            by_year.setdefault(when, []).append(held)
    years = sorted(by_year)
    if len(clause.years) == TWO or (clause.years and len(years) > TWO):
        years = sorted(clause.years)
    if len(years) == TWO and clause.years <= set(years) <= set(by_year):
        first, last = (by_year[year] for year in years)
        if len(first) == len(last) == 1 and first[0].measured_in == last[0].measured_in:
            yield first[0], last[0]


def _compared(told: Sequence[Growth]) -> Iterator[Finding]:
    right = {each.clause.figure.id: each.clause.stems for each in told if each.agrees}
    said = stems(" ".join(word_list("up") | word_list("down"))).union(*right.values())
    followed = {each.row.table.id for each in told if each.agrees}
    for each in told:
        if each.clause.figure.id not in right and each.row.table.id in followed:
            clause, known = each.clause, each.row.known(each.clause.figure)
            aside = clause.tells(ASIDE_OF_GROWTH) or clause.lasts
            aside = aside or clause.names_a_document(each.row.stems)
            if not aside and clause.says_only(known | said):
                found = each.finding()
                yield from [found] if found is not None else []
