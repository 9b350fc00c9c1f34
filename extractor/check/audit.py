"""The audit of one document: its checks, in order."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Context, localcontext

from extractor.check.again.contradictions import contradictions
from extractor.check.again.named_amounts import named_amounts
from extractor.check.again.told_again import told_again
from extractor.check.index import Index
from extractor.check.notes import notes, sources
from extractor.check.prose.breakdowns import breakdowns
from extractor.check.prose.changes import changes
from extractor.check.prose.earlier_bases import earlier_bases
from extractor.check.prose.enumerations import enumerations, periods
from extractor.check.prose.gaps import gaps
from extractor.check.prose.halves import halves
from extractor.check.prose.listed_shares import listed_shares
from extractor.check.prose.named_wholes import named_wholes
from extractor.check.prose.of_these import of_these
from extractor.check.prose.portions import portions
from extractor.check.prose.remaining import remaining
from extractor.check.prose.shares import shares
from extractor.check.prose.wholes import wholes
from extractor.check.sanity import ages, dated_later, dates, parts, ranges, targets
from extractor.check.tables.differences import differences
from extractor.check.tables.hundreds import hundreds
from extractor.check.tables.restated import restated
from extractor.check.tables.totals import table_totals
from extractor.check.tables.weighted import rates
from extractor.check.told.average_growth import average_growth
from extractor.check.told.components import components
from extractor.check.told.drawn import drawn
from extractor.check.told.headlines import headlines
from extractor.check.told.limits import limits
from extractor.check.told.named_rows import named_rows
from extractor.check.told.narrated import narrated
from extractor.check.told.period_shares import period_shares
from extractor.check.told.row_growth import row_growth
from extractor.check.told.row_shares import row_shares
from extractor.check.told.table_shares import table_shares
from extractor.check.told.told_rows import told_rows
from extractor.check.told.told_totals import told_totals
from extractor.check.told.yearly_growth import yearly_growth
from schemas.extraction import Extraction, Finding

EXACT = 400  # digits of a result; terms are far shorter, so that nothing is ever rounded

Check = Callable[[Index], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    table_totals,
    differences,
    headlines,
    limits,
    breakdowns,
    components,
    gaps,
    shares,
    wholes,
    named_wholes,
    portions,
    period_shares,
    changes,
    earlier_bases,
    yearly_growth,
    row_growth,
    average_growth,
    enumerations,
    of_these,
    remaining,
    periods,
    halves,
    rates,
    hundreds,
    listed_shares,
    restated,
    table_shares,
    row_shares,
    narrated,
    drawn,
    named_rows,
    told_rows,
    told_totals,
    contradictions,
    told_again,
    named_amounts,
    ranges,
    ages,
    parts,
    targets,
    dates,
    dated_later,
    notes,
    sources,
)
ORDER = ("error", "warning", "info")


def audit(extraction: Extraction) -> tuple[Finding, ...]:
    """Return what the checks find in one document, the gravest first."""
    index = Index(extraction)
    with localcontext(Context(prec=EXACT)):
        found = [*_first_told(check(index) for check in CHECKS)]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.severity)))


def _first_told(checks: Iterable[Iterator[Finding]]) -> Iterator[Finding]:
    """Yield findings; a fault that an earlier check found at the same number is not told again."""
    told: set[tuple[str, str]] = set()
    for check in checks:
        found = [each for each in check if (each.code, *each.figures[:1]) not in told]
        told.update((each.code, each.figures[0]) for each in found if each.figures)
        yield from found
