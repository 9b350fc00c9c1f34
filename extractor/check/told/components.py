"""Wholes that are broken down over several tables: whether the tables' totals make them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, is_round, meets, printed, term, total
from extractor.check.words import group, measured_in
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.02")  # of the whole; what is further off is not broken down so
MAX_TABLES = 12
TOLD = ("keyfigure", "heading", "prose", "list")

Matter = tuple[str, str | None, str | None, str, str]
Valued = tuple[Figure, Term]


def components(index: Index) -> Iterator[Finding]:
    """Yield wholes that are not the sum of the totals of several tables: `total_mismatch`."""
    totals = {
        matter: told for matter, told in _totals(index).items() if 1 < len(told) <= MAX_TABLES
    }
    for figure in index.extraction.figures if totals else ():
        matter, value = _matter(figure), term(figure.value, figure.precision)
        if figure.cell is None and figure.zone in TOLD and value is not None and matter in totals:
            yield from _compared((figure, value), totals[matter])


def _totals(index: Index) -> dict[Matter, list[Valued]]:
    """Return the totals that tables state, a table each that states one of that matter."""
    found: defaultdict[Matter, list[Valued]] = defaultdict(list)
    for table in index.extraction.tables:
        stated: defaultdict[Matter, list[Valued]] = defaultdict(list)
        for (row, _), figures in index.cells.get(table.id, {}).items():
            for figure in figures if row in table.total_rows else ():
                matter, value = _matter(figure), term(figure.value, figure.precision)
                if matter is not None and value is not None:
                    stated[matter].append((figure, value))
        for matter, told in stated.items():
            if len(told) == 1:
                found[matter] += told
    return found


def _matter(figure: Figure) -> Matter | None:
    """Return what is equal of a whole and the tables that part it; their places differ."""
    if figure.kind not in ("money", "count") or figure.status is None or figure.as_of is None:
        return None
    what = figure.kind, measured_in(figure), group(figure)
    return *what, figure.as_of.value, figure.status.value


def _compared(whole: Valued, totals: Sequence[Valued]) -> Iterator[Finding]:
    """Yield a finding if a whole is nearly the sum of all totals, and not that of any table."""
    figure, stated = whole
    computed = total([value for _, value in totals])
    alone = any(meets(stated, value) or stated.value <= value.value for _, value in totals)
    apart = not any(meets(one, other) for (_, one), (_, other) in combinations(totals, 2))
    near = abs(stated.value - computed.value) <= NEAR * abs(stated.value)
    verdict = compare(stated, computed)
    if alone or not apart or not near or verdict in ("agrees", "rounded"):
        return
    told = f"the totals of {len(totals)} tables, {printed(computed.value)}"
    figures = [figure, *(each for each, _ in totals)]
    inexact = figure.modifier is not None or (figure.zone != "keyfigure" and is_round(stated))
    severity: Severity = "info" if inexact else "warning"
    if verdict == "truncated":
        message = f"{shown(figure, stated)} is {told}, cut off where it should have been rounded."
        yield finding("truncated", severity, message, figures, (stated, computed))
    else:
        message = f"{shown(figure, stated)} is {more_or_less(stated, computed)} {told}."
        yield finding("total_mismatch", severity, message, figures, (stated, computed))
