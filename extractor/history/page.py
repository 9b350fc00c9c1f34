"""A history as one page of HTML that asks nothing of the network and runs no script."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from extractor.history import chart as charts
from extractor.history import shown
from schemas.diff import FigureSide
from schemas.history import Agreement, History, HistorySeries


@dataclass(frozen=True, slots=True)
class Line:
    """A point as the page tells it."""

    row: shown.Row
    agreement: Agreement
    before: str
    """What is printed before the figure, in its line."""
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Part:
    """A series as the page shows it."""

    label: str
    chart: charts.Chart | None
    lines: tuple[Line, ...]
    documents: int


def page(history: History) -> str:
    """Return a history as HTML, with a chart and a table for each series."""
    environment = Environment(
        loader=PackageLoader("extractor.history", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    assets = resources.files("extractor.history") / "assets"
    style = (assets / "history.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return environment.get_template("history.html.jinja").render(
        asked=" or ".join(history.asked.indicators),
        summary=shown.summary(history),
        parts=list(_parts(history)),
        documents=[
            (each, shown.time(each.published or each.reported or each.period))
            for each in history.documents
        ],
        style=style,
        style_hash=f"'sha256-{digest}'",
        size=(charts.WIDTH, charts.HEIGHT),
        frame=(charts.LEFT, charts.WIDTH - charts.RIGHT, charts.HEIGHT - charts.BOTTOM),
        radius=charts.RADIUS,
    )


def _parts(history: History) -> Iterator[Part]:
    for series in history.series:
        yield Part(
            label=shown.label(series),
            chart=charts.chart(series),
            lines=tuple(_lines(history, series)),
            documents=series.documents,
        )


def _lines(history: History, series: HistorySeries) -> Iterator[Line]:
    for point, row in zip(series.points, shown.rows(history, series), strict=True):
        before, quote, after = _printed(point.figure)
        yield Line(row, point.agreement, before, quote, after)


def _printed(figure: FigureSide) -> tuple[str, str, str]:
    """Return the line of a figure, parted where the figure stands."""
    quote = " ".join(figure.quote.split())
    before, found, after = figure.line.partition(quote)
    return (before, found, after) if found else ("", quote, "")
