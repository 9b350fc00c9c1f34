"""Findings with their arithmetic laid open and the figures that they are about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.report.part import Part
from extractor.written import is_number, number, with_unit, written
from schemas.extraction import Finding
from schemas.figure import Figure

MOST_FIGURES = 40  # of a finding that are listed; the page leads to all


@dataclass(frozen=True, slots=True)
class About:
    """A figure that a finding is about."""

    id: str
    shown: str
    indicator: str
    where: str
    document: str | None
    """Its document, where the finding is about several."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it is shown."""

    code: str
    severity: str
    message: str
    figures: tuple[About, ...]
    left_out: int
    sums: tuple[tuple[str, str], ...]
    """Names and numbers: stated, computed, difference, tolerance."""
    ids: tuple[str, ...]

    @property
    def name(self) -> str:
        """The code in words."""
        words = self.code.replace("_", " ").replace("-", " ")
        return words[:1].upper() + words[1:]


def told_findings(findings: Iterable[Finding], parts: Sequence[Part]) -> Iterator[Told]:
    """Yield findings as they are shown, about figures of the documents given."""
    known = {figure.id: (part, figure) for part in parts for figure in part.extraction.figures}
    for finding in findings:
        about = [known[each] for each in finding.figures if each in known]
        yield Told(
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            figures=tuple(
                _about(part, figure, named=len(parts) > 1) for part, figure in about[:MOST_FIGURES]
            ),
            left_out=max(0, len(about) - MOST_FIGURES),
            sums=tuple(_sums(finding, [figure for _, figure in about])),
            ids=finding.figures,
        )


def _about(part: Part, figure: Figure, *, named: bool) -> About:
    bound = figure.indicator or figure.population or figure.place
    return About(
        id=figure.id,
        shown=written(figure),  # in full, to be added up
        indicator=bound.value if bound else "",
        where=part.place(figure.anchor.source),
        document=part.label if named else None,
    )


def _sums(finding: Finding, figures: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    if finding.stated is None or finding.computed is None:
        return
    first = figures[0] if figures else None
    alike = first is not None and {(first.kind, first.unit)} == {(f.kind, f.unit) for f in figures}

    def shown(digits: str) -> str:
        value = number(digits)
        return with_unit(value, first) if alike and first else value

    yield "Stated", shown(finding.stated)
    yield "Computed", shown(finding.computed)
    if not (is_number(finding.stated) and is_number(finding.computed)):
        return  # from outside: shown as it is told
    difference = Decimal(finding.stated) - Decimal(finding.computed)
    yield "Difference", f"{'−' if difference < 0 else ''}{shown(f'{abs(difference):f}')}"
    if finding.tolerance:
        yield "Tolerance", f"± {shown(finding.tolerance)}"
