"""Amounts that something may be at most: whether the total of a table keeps to them."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.check.findings import finding, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, printed, term
from extractor.check.words import initials, telling_words
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.05")  # of the limit; what is further off is limited by something else
MIN_INITIALS = 3  # letters of a name's initials that are no other's by chance


def limits(index: Index) -> Iterator[Finding]:
    """Yield limits (`up to 2.7 million`) that a total exceeds: `total_mismatch`, `truncated`."""
    told = [f for f in index.extraction.figures if _is_limit(f)]
    totals = _totals(index) if told else []
    for figure in told:
        limit = term(figure.value, figure.precision)
        name = "" if figure.indicator is None else figure.indicator.value
        there = [(cell, size) for words, cell, size in totals if _is_named(name, words)]
        alike = [(c, s) for c, s in there if (c.kind, c.unit) == (figure.kind, figure.unit)]
        if limit is not None and len({size.value for _, size in alike}) == 1:
            yield from _exceeded(figure, limit, *alike[0])


def _is_limit(figure: Figure) -> bool:
    told = figure.cell is None and figure.modifier == "at_most" and figure.indicator is not None
    return told and figure.kind in ("money", "count")


def _totals(index: Index) -> list[tuple[frozenset[str], Figure, Term]]:
    """Return the totals that tables state, with the words for what each is of."""
    found = []
    for table in index.extraction.tables:
        for (row, _), figures in index.cells.get(table.id, {}).items():
            for figure in figures if row in table.total_rows else ():
                size = term(figure.value, figure.precision)
                if size is not None and figure.indicator is not None:
                    found.append((telling_words([figure.indicator.value]), figure, size))
    return found


def _is_named(name: str, words: frozenset[str]) -> bool:
    """Say whether a total is of what a name says, in full or by its initials."""
    short, full = initials(name).lower(), telling_words([name])
    return (len(short) >= MIN_INITIALS and short in words) or (len(full) > 1 and full <= words)


def _exceeded(figure: Figure, limit: Term, cell: Figure, size: Term) -> Iterator[Finding]:
    over = size.value - limit.value
    if limit.half + size.half < over <= NEAR * limit.value:
        code = "truncated" if compare(limit, size) == "truncated" else "total_mismatch"
        message = (
            f"{shown(figure, limit)} is told as the most, but the total of a table is "
            f"{printed(size.value)}."
        )
        yield finding(code, "info", message, (figure, cell), (limit, size))
