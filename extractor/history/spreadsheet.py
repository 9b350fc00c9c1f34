"""A history as CSV: a row for each point, none of which a spreadsheet runs."""

import csv
from io import StringIO

from extractor.cells import safe
from schemas.history import History, HistoryPoint, HistorySeries

SIDE = (
    *("kind", "value", "low", "high", "unit", "modifier", "label", "as_of", "quote", "page"),
    *("line", "id"),
)
HEAD = (
    *("series", "exactness", "place", "status", "when", "dated_by", "document", "sources"),
    *("agreement", "others", "times_said", *SIDE),
)


def spreadsheet(history: History) -> str:
    """Return every point of a history as CSV with a head."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for at, series in enumerate(history.series, start=1):
        for point in series.points:
            cells = _cells(history, series, point) | {"series": at}
            writer.writerow([safe(cells[name]) for name in HEAD])
    return out.getvalue()


def _cells(history: History, series: HistorySeries, point: HistoryPoint) -> dict[str, object]:
    named = [history.documents[series.points[at].document].name for at in point.others]
    return {
        "exactness": series.exactness,
        "place": series.place,
        "status": series.status,
        "when": point.when,
        "dated_by": point.dated_by,
        "document": history.documents[point.document].name,
        "sources": "; ".join(point.sources),
        "agreement": point.agreement,
        "others": "; ".join(dict.fromkeys(named)),
        "times_said": len(point.again) + 1,
        **{name: getattr(point.figure, name) for name in SIDE},
    }
