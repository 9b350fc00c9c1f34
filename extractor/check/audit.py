"""The audit of one document: its checks, in order."""

from collections.abc import Callable, Iterator
from decimal import Context, localcontext

from extractor.check.breakdowns import breakdowns
from extractor.check.contradictions import contradictions
from extractor.check.differences import differences
from extractor.check.headlines import headlines
from extractor.check.index import Index
from extractor.check.sanity import dates, notes, parts, ranges
from extractor.check.shares import shares
from extractor.check.tables import table_totals
from extractor.check.weighted import rates
from schemas.extraction import Extraction, Finding

EXACT = 400  # digits of a result; terms are far shorter, so that nothing is ever rounded

Check = Callable[[Index], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    table_totals,
    differences,
    headlines,
    breakdowns,
    shares,
    rates,
    contradictions,
    ranges,
    parts,
    dates,
    notes,
)
ORDER = ("error", "warning", "info")


def audit(extraction: Extraction) -> tuple[Finding, ...]:
    """Return what the checks find in one document, the gravest first."""
    index = Index(extraction)
    with localcontext(Context(prec=EXACT)):
        found = [each for check in CHECKS for each in check(index)]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.severity)))
