"""All metrics of one document."""

from collections.abc import Callable

from pages.metrics import adjacency, headings, marks, reading_order, teds
from pages.metrics.tally import Tally
from pages.truth import Part, Reading

Score = dict[str, Tally]
METRICS: dict[str, Part] = {
    "reading order": "order",
    "headings": "headings",
    "TEDS": "tables",
    "TEDS-S": "tables",
    "adjacency F1": "tables",
    "footnotes F1": "notes",
    "marks F1": "notes",
    "captions F1": "captions",
    "caption kinds F1": "captions",
    "credits F1": "credits",
    "caption's table F1": "captions",
    "key figures F1": "keyfigures",
}
SINGLE: dict[str, Callable[[Reading, Reading], Tally]] = {
    "reading order": reading_order.reading_order,
    "headings": headings.headings,
    "footnotes F1": marks.footnotes,
    "marks F1": marks.marks,
    "captions F1": marks.captions,
    "caption kinds F1": marks.caption_kinds,
    "credits F1": marks.credit_lines,
    "caption's table F1": marks.captioned_tables,
    "key figures F1": marks.key_figures,
}


def score(truth: Reading, read: Reading) -> Score:
    """Return every metric that the reader can be held to."""
    found: Score = {}
    for name, metric in SINGLE.items():
        if METRICS[name] in read.gives:
            found[name] = metric(truth, read)
    if "tables" in read.gives:
        found["TEDS"], found["TEDS-S"] = teds.tables(truth.tables, read.tables)
        found["adjacency F1"] = adjacency.adjacency(truth.tables, read.tables)
    return found
