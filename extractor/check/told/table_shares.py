"""Shares told in a sentence of what a table tells: the part by its row, the whole by its total."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from extractor.check.findings import Severity, finding
from extractor.check.index import Index
from extractor.check.intervals import FINER, HUNDRED, Term, compare, plain, term
from extractor.check.words import telling_words
from schemas.document import Table
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.03")  # of a share; what is further off is the share of something else
NAMED = Decimal("0.6")  # of the words for the whole that the total, or its table's title, must say


@dataclass(frozen=True, slots=True)
class Share:
    """A share as told: of what, of which whole, in words, and of when."""

    figure: Figure
    stated: Term
    part: frozenset[str]
    whole: frozenset[str]
    when: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that states totals, and the words of its label."""

    table: Table
    at: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fraction:
    """A cell and a total of its column, and the share that the one is of the other."""

    part: Figure
    whole: Figure
    share: Term


def table_shares(index: Index) -> Iterator[Finding]:
    """Yield shares that are not those of the rows named: `share_mismatch`, `truncated`."""
    told = [each for figure in index.extraction.figures for each in _told(figure)]
    rows = _rows(index) if told else {}
    for share in told:
        fractions = list(_fractions(index, share, rows))
        if fractions:
            gaps = [abs(each.share.value - share.stated.value) for each in fractions]
            yield from _compared(share, fractions[gaps.index(min(gaps))])


def _told(figure: Figure) -> Iterator[Share]:
    """Yield a share that tells of what, of which whole and of when it is."""
    if figure.kind != "percent" or figure.cell is not None or figure.as_of is None:
        return
    stated = term(figure.value, figure.precision)
    named = [telling_words([b.value]) for b in (figure.indicator, figure.population) if b]
    if stated is not None and stated.step and len(named) > 1:
        yield Share(figure, stated, named[0], named[1], figure.as_of.value)


def _rows(index: Index) -> Mapping[str, Sequence[Row]]:
    """Return the rows of tables with totals by each word of their label."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for table in index.extraction.tables:
        if table.id in index.cells and table.total_rows:
            labels = {c.row: c.text for c in reversed(table.cells) if c.text and c.header == "row"}
            for at, label in labels.items():
                words = telling_words([label])
                for word in words if at not in table.total_rows else ():
                    found[word].append(Row(table, at, words))
    return found


def _fractions(index: Index, share: Share, rows: Mapping[str, Sequence[Row]]) -> Iterator[Fraction]:
    """Yield what the rows that a share names are of the totals that it names."""
    named = {(row.table.id, row.at): row for word in share.part for row in rows.get(word, ())}
    for row in named.values():
        if row.words == share.part:
            for total in row.table.total_rows:
                label = next((c.text for c in row.table.cells if c.row == total and c.text), "")
                said = share.whole & telling_words([row.table.title or "", label])
                if len(said) >= NAMED * len(share.whole):
                    yield from _of_column(index.cells[row.table.id], row.at, total, share.when)


def _of_column(
    cells: Mapping[tuple[int, int], Sequence[Figure]], row: int, total: int, when: str
) -> Iterator[Fraction]:
    """Yield what a row is of a total in the columns of a time."""
    for (at, col), parts in cells.items():
        both = [*parts, *cells.get((total, col), [])] if at == row else []
        dates = {None if figure.as_of is None else figure.as_of.value for figure in both}
        if len(parts) == 1 and len(both) == 2 and dates == {when}:  # noqa: PLR2004  # a fraction
            yield from _fraction(*both)


def _fraction(part: Figure, whole: Figure) -> Iterator[Fraction]:
    some, every = (term(each.value, each.precision) for each in (part, whole))
    alike = (part.kind, part.unit) == (whole.kind, whole.unit)
    if alike and some is not None and every is not None and every.value > every.half:
        share = some.value * HUNDRED / every.value
        half = (some.half * HUNDRED + share * every.half) / every.value
        yield Fraction(part, whole, Term(share, abs(half)))


def _compared(told: Share, fraction: Fraction) -> Iterator[Finding]:
    """Yield a finding if a share is not the fraction, but near enough to be meant so."""
    figure, stated, share = told.figure, told.stated, fraction.share
    verdict = compare(stated, share)
    if verdict in ("agrees", "rounded") or abs(share.value - stated.value) > NEAR * stated.value:
        return
    computed = Term(share.value.quantize(stated.step * FINER, ROUND_HALF_EVEN), share.half)
    start = (
        f"{figure.anchor.quote}: {fraction.part.anchor.quote} of {fraction.whole.anchor.quote} in "
        f"a table is {plain(computed.value)} per cent"
    )
    cut = verdict == "truncated"
    message = f"{start}, cut off where it should have been rounded." if cut else f"{start}."
    severity: Severity = "warning" if figure.modifier is None else "info"
    figures = (figure, fraction.part, fraction.whole)
    code = "truncated" if cut else "share_mismatch"
    yield finding(code, severity, message, figures, (stated, computed))
