"""The report as one file of HTML: what the documents say is data in it, never markup or script."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic_core import to_json

from extractor.check.across import Named, across
from extractor.report.asked import Asked, asked
from extractor.report.data import part_data
from extractor.report.findings import Told, told_findings
from extractor.report.part import Part
from extractor.written import date
from schemas.figure import Kind

SCRIPTS = (
    *("dom", "data", "search", "store", "list", "pages", "text"),
    *("detail", "review", "print", "keys", "main"),
)
"""Modules of the page's program, in the order that they need each other."""
STYLES = ("base", "summary", "figures", "print")
KINDS: Mapping[Kind, tuple[str, str]] = {
    "money": ("amount of money", "amounts of money"),
    "percent": ("percentage", "percentages"),
    "count": ("count", "counts"),
    "ratio": ("ratio", "ratios"),
    "measure": ("measure", "measures"),
    "date": ("date", "dates"),
    "duration": ("duration", "durations"),
}
# What could end a script element, or a line of a script, where a document says it.
ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
ESCAPED = str.maketrans(ESCAPES)


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
    script, style = _assets("js", SCRIPTS), _assets("css", STYLES)
    environment = Environment(
        loader=PackageLoader("extractor.report", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    between = _between(parts)
    return environment.get_template("report.html.jinja").render(
        parts=[_shown(part) for part in parts],
        between=between,
        between_data=_json(
            [
                {"figures": f.ids, "code": f.code, "severity": f.severity, "message": f.message}
                for _, found in between
                for f in found
            ]
        ),
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
    )


def _shown(part: Part) -> Shown:
    document = part.extraction.document
    return Shown(
        part=part,
        asked=asked(part.extraction),
        findings=tuple(told_findings(part.findings, [part])),
        data=_json(part_data(part)),
        published=document.published and date(document.published),
        period=document.period and date(document.period),
    )


def _between(parts: Sequence[Part]) -> list[tuple[str, tuple[Told, ...]]]:
    """Return what each two of the documents say both."""
    return [
        (f"{one.name} and {other.name}", tuple(told_findings(found, parts)))
        for one, other, found in across([Named(each.name, each.extraction) for each in parts])
    ]


def _told(finding: Told) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "figures": finding.ids,
    }


def _json(data: object) -> str:
    """Return data as JSON in which nothing can end the element that it stands in."""
    return to_json(data).decode().translate(ESCAPED)


def _assets(folder: str, names: Iterable[str]) -> str:
    assets: Traversable = resources.files("extractor.report") / "assets" / folder
    return "\n".join((assets / f"{name}.{folder}").read_text("utf-8") for name in names)


def _hash(content: str) -> str:
    """Return what the page's policy allows a script or style by."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode('ascii')}'"
