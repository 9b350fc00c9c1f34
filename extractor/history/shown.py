"""How points are told in words: what stands in the columns of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from extractor.check.intervals import term
from extractor.editions.shown import clean
from extractor.written import date
from schemas.figure import Kind
from schemas.history import History, HistoryPoint, HistorySeries

EXACT = "0"
UNKNOWN = "undated"
OWN_DATE = "the document's date"
CHARTED: frozenset[Kind] = frozenset({"money", "percent", "count", "ratio", "measure"})


@dataclass(frozen=True, slots=True)
class Row:
    """A point as a table shows it."""

    when: str
    value: str
    document: str
    where: str
    """Page, if it has one."""
    source: str
    notes: str
    """Whose date it is, and how other documents and other mentions stand to it."""


def rows(history: History, series: HistorySeries) -> Iterator[Row]:
    """Yield the points of a series as a table shows them."""
    names = short_names([each.name for each in history.documents])
    for point in series.points:
        page = point.figure.page
        yield Row(
            when=time(point.when),
            value=clean(point.shown),
            document=names[point.document],
            where=f"p. {page}" if page else "",
            source=clean("; ".join(point.sources)),
            notes="; ".join(_notes(names, series, point)),
        )


def short_names(names: Sequence[str]) -> list[str]:
    """Return names of files without the folders that all of them stand in.

    >>> short_names(["plans/2031/plan.pdf", "plans/2032/plan.pdf"])
    ['2031/plan.pdf', '2032/plan.pdf']
    >>> short_names(["plans/harbour.md"])
    ['harbour.md']
    """
    parted = [PurePath(name).parts for name in names]
    least = min((len(parts) for parts in parted), default=1) - 1
    same = next((at for at in range(least) if len({parts[at] for parts in parted}) > 1), least)
    return [clean(str(PurePath(*parts[same:]))) for parts in parted]


def _notes(names: Sequence[str], series: HistorySeries, point: HistoryPoint) -> Iterator[str]:
    if point.dated_by == "document":
        yield OWN_DATE
    others = [series.points[at] for at in point.others]
    if point.agreement == "borne_out":
        by = dict.fromkeys(names[other.document] for other in others)
        yield f"borne out by {', '.join(by)}"
    elif point.agreement == "disagrees":
        told = (f"{clean(other.shown)} in {names[other.document]}" for other in others)
        yield f"disagrees with {', '.join(told)}"
    if point.again:
        yield f"said {len(point.again) + 1} times"


def time(when: str | None) -> str:
    """Return a time as it is told; it may come from outside, as all of an extraction."""
    return clean(date(when or "")) or UNKNOWN


def label(series: HistorySeries) -> str:
    """Return what a series is of."""
    return clean(series.label).replace("in_need", "in need")


def summary(history: History) -> str:
    """Return what was asked for, and how much was found."""
    asked = history.asked
    told = (asked.place, asked.population, (asked.status or "").replace("_", " "), asked.kind)
    about = ", ".join([" or ".join(asked.indicators), *(each for each in told if each)])
    if not history.series:
        return f"{clean(about)}: no figure says it in {_number(len(history.documents), 'document')}"
    points = sum(len(series.points) for series in history.series)
    return (
        f"{clean(about)}: {_number(points, 'point')} in {len(history.series)} series"
        f" of {_number(len(history.documents), 'document')}"
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def values(series: HistorySeries) -> Sequence[Decimal] | None:
    """Return the values of a series for a chart, ranges by their middle; None for no numbers."""
    if series.kind not in CHARTED:
        return None
    return [_value(point) for point in series.points]


def _value(point: HistoryPoint) -> Decimal:
    figure = point.figure
    ends = (term(each, EXACT) for each in (figure.value, figure.low, figure.high))
    told = [each.value for each in ends if each is not None]
    return sum(told, Decimal(0)) / max(len(told), 1)
