"""Charts of what the benchmarks found: docs/charts/*.svg from benchmarks/results/*.json.

usage: python benchmarks/charts.py [--results DIR] [--to DIR]

What all.py found is drawn, each result as the chart of its name; others have no chart.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from drawing import Axes, Bar, Head, Line, bars, lines
from results import ROOT
from stages import REFERENCE, STAGES

RESULTS = ROOT / "benchmarks" / "results"
CHARTS = ROOT / "docs" / "charts"

Found = Mapping[str, Any]


def _on(found: Found) -> str:
    """Return what it was measured on."""
    machine = found["machine"]
    return f"{machine['processor']}, {machine['cores']} cores, {machine['python']}"


def stages(found: Found) -> str:
    """Draw what each stage takes of a page, and what the whole is held against."""
    every = next(row for row in found["rows"] if row["file"] == "all")
    head = Head(
        title="Milliseconds of processor time a page, by stage",
        note=f"{every['pages']} pages; {_on(found)}",
    )
    drawn = [Bar(name, every[name]) for name in (*STAGES, "whole")]
    return bars(head, [*drawn, Bar("pdfplumber, characters only", every[REFERENCE], ours=False)])


def readers(found: Found) -> str:
    """Draw the pages a second of each reader."""
    head = Head(
        title="Pages a second of processor time, one process",
        note=f"{found['rows'][0]['pages']} pages, each reader as asked; {_on(found)}",
    )
    drawn = [
        Bar(_named(row), row["pages_a_second"], ours=row["reader"] == "planfacts")
        for row in found["rows"]
    ]
    return bars(head, drawn)


def _named(row: Found) -> str:
    return f"{row['reader']}: {row['does']}"


def memory(found: Found) -> str:
    """Draw the peak of memory over the pages of a document."""
    head = Head(title="Peak memory of extracting one PDF", note=_on(found))
    axes = Axes(across="pages", up="megabytes")
    kinds = dict.fromkeys(row["PDF"] for row in found["rows"])
    return lines(head, axes, [_line(found, kind) for kind in kinds])


def _line(found: Found, kind: str) -> Line:
    rows = (row for row in found["rows"] if row["PDF"] == kind)
    return Line(kind, [(row["pages"], row["peak_megabytes"]) for row in rows])


def corpus(found: Found) -> str:
    """Draw what batches cost over the number of documents: straight where cost is linear."""
    head = Head(
        title="Seconds of a batch, database and start included",
        note=f"PDFs of {found['asked']['pages']} pages; {_on(found)}",
    )
    axes = Axes(across="documents", up="seconds")
    told = {"clock": "by the clock, all cores", "processor": "of processor time"}
    drawn = [
        Line(name, [(row["documents"], _seconds(row, kind)) for row in found["rows"]])
        for kind, name in told.items()
    ]
    return lines(head, axes, drawn)


def _seconds(row: Found, kind: str) -> float:
    seconds: float = row["documents"] * row[f"{kind}_ms_a_document"] / 1000
    return seconds


def load(found: Found) -> str:
    """Draw the figures a second that each kind of database takes."""
    head = Head(title="Figures loaded a second", note=_on(found))
    return bars(head, [Bar(row["database"], row["figures_a_second"]) for row in found["rows"]])


def cores(found: Found) -> str:
    """Draw the pages a second of batches of one and of several documents at a time."""
    pages = found["rows"][0]["pages"]
    head = Head(title="Pages a second, by the clock", note=f"{pages} pages; {_on(found)}")
    told = {1: "one document at a time"}
    drawn = [
        Bar(told.get(row["jobs"], f"{row['jobs']} at a time"), row["pages_a_second"])
        for row in found["rows"]
    ]
    return bars(head, drawn)


DRAWN: dict[str, Callable[[Found], str]] = {
    each.__name__: each for each in (stages, readers, memory, corpus, load, cores)
}


def drawn(results: Path) -> Iterator[tuple[str, str]]:
    """Yield the chart of each result that has one: its file name and what is in it."""
    for name, draw in DRAWN.items():
        file = results / f"{name}.json"
        if file.is_file():
            yield f"{name}.svg", draw(json.loads(file.read_text("utf-8")))


def main() -> None:
    """Draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--to", type=Path, default=CHARTS)
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    for name, picture in drawn(asked.results):
        (asked.to / name).write_text(picture, encoding="utf-8")
        print(asked.to / name)


if __name__ == "__main__":
    main()
