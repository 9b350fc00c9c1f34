"""The report as one file of HTML: what the documents say is data in it, never markup or script."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.check.across import Named, across
from extractor.report.asked import Asked, asked
from extractor.report.data import part_data
from extractor.report.findings import Told, told_findings
from extractor.report.part import Part
from extractor.web.page import as_data, asset, environment, policy
from extractor.written import date
from schemas.figure import Kind

HERE = "extractor.report"
SCRIPTS = (
    *("data", "search", "store", "list", "pages", "text"),
    *("detail", "review", "print", "keys", "main"),
)
"""Modules of the page's program, in the order that they need each other."""
STYLES = ("summary", "figures", "print")
KINDS: Mapping[Kind, tuple[str, str]] = {
    "money": ("amount of money", "amounts of money"),
    "percent": ("percentage", "percentages"),
    "count": ("count", "counts"),
    "ratio": ("ratio", "ratios"),
    "measure": ("measure", "measures"),
    "date": ("date", "dates"),
    "duration": ("duration", "durations"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One document as the template shows it."""

    part: Part
    asked: Asked
    findings: tuple[Told, ...]
    data: str
    published: str | None
    period: str | None

    @property
    def title(self) -> str:
        """The document's own title, or the name of its file."""
        return self.part.extraction.document.title or self.part.name

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """How many figures of each kind there are, the commonest first."""
        counts = Counter(KINDS[figure.kind] for figure in self.part.extraction.figures)
        return [(one if count == 1 else many, count) for (one, many), count in counts.most_common()]

    def count(self, severity: str) -> int:
        """Return how many findings are so grave."""
        return sum(finding.severity == severity for finding in self.findings)


def report_page(parts: Sequence[Part]) -> str:
    """Return the report of documents as HTML that needs nothing else."""
    script = asset("extractor.web", "js", ("dom",)) + asset(HERE, "js", SCRIPTS)
    style = asset("extractor.web", "css", ("base",)) + asset(HERE, "css", STYLES)
    between = _between(parts)
    return (
        environment(HERE)
        .get_template("report.html.jinja")
        .render(
            parts=[_shown(part) for part in parts],
            between=between,
            between_data=as_data([_told(finding) for _, found in between for finding in found]),
            script=script,
            style=style,
            script_hash=policy(script),
            style_hash=policy(style),
        )
    )


def _shown(part: Part) -> Shown:
    document = part.extraction.document
    return Shown(
        part=part,
        asked=asked(part.extraction),
        findings=tuple(told_findings(part.findings, [part])),
        data=as_data(part_data(part)),
        published=document.published and date(document.published),
        period=document.period and date(document.period),
    )


def _between(parts: Sequence[Part]) -> list[tuple[str, tuple[Told, ...]]]:
    """Return what each two of the documents say both."""
    return [
        (f"{one.name} and {other.name}", tuple(told_findings(found, parts)))
        for one, other, found in across([Named(each.label, each.extraction) for each in parts])
    ]


def _told(finding: Told) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "figures": finding.ids,
    }
