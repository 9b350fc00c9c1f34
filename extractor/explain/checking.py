"""The checks that a figure takes part in: what they found, and the sums that add up."""

from collections.abc import Sequence
from decimal import Context, localcontext

from extractor.check.audit import EXACT, audit
from extractor.check.index import Index
from extractor.check.intervals import plain, printed
from extractor.check.tables.lines import Sum
from extractor.check.tables.totals import table_sums
from extractor.explain.places import Places
from schemas.explanation import Check
from schemas.extraction import Extraction, Finding
from schemas.figure import Figure


def checking(extraction: Extraction, figure: Figure, places: Places) -> tuple[Check, ...]:
    """Return what was found of a figure, the gravest first, then the sums that it fits in."""
    index = Index(extraction)
    found = [one for one in (*extraction.findings, *audit(extraction)) if figure.id in one.figures]
    told = [set(one.figures) for one in found]  # a sum that a finding tells is not told again
    with localcontext(Context(prec=EXACT)):
        sums = [
            _agreeing(one, figure, places)
            for sums in table_sums(index)
            for one in sums
            if one.fits and figure.id in _ids(one) and not any(_ids(one) <= ids for ids in told)
        ]
    return (*(_found(one, figure, index, places) for one in found), *sums)


def _found(finding: Finding, figure: Figure, index: Index, places: Places) -> Check:
    others = (index.figures[one] for one in finding.figures if one in index.figures)
    return Check(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        stated=finding.stated,
        computed=finding.computed,
        tolerance=finding.tolerance,
        others=tuple(places.mention(one) for one in others if one.id != figure.id),
    )


def _agreeing(sum_: Sum, figure: Figure, places: Places) -> Check:
    stated, computed = sum_.stated.term, sum_.computed
    role = "is the total of" if sum_.stated.figure.id == figure.id else "is one of"
    rounded = ", but for the rounding of its parts" if sum_.verdict == "rounded" else ""
    message = (
        f"{sum_.label}: it {role} {len(sum_.parts)} parts that make "
        f"{printed(computed.value)}; stated is {printed(stated.value)}{rounded}."
    )
    return Check(
        code="total",
        severity="agrees",
        message=message,
        stated=plain(stated.value),
        computed=plain(computed.value),
        tolerance=plain(stated.half + computed.half),
        others=tuple(places.mention(one) for one in _figures(sum_) if one.id != figure.id),
    )


def _figures(sum_: Sum) -> Sequence[Figure]:
    return [held.figure for held in (sum_.stated, *sum_.parts)]


def _ids(sum_: Sum) -> set[str]:
    return {figure.id for figure in _figures(sum_)}
