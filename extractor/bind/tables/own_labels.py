"""Cells that name their value themselves: `People to be reached: 36,000`."""

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.tables.headers import WORDS, counts_events, is_stage
from extractor.bind.tables.labels import bare_label
from extractor.bind.tables.naming import without_tails
from extractor.bind.tables.nouns import counted_noun

RULE = "table.own_label"
COLON = ":"
STOPS = "\n;•|."
MAX_LABEL = 80  # characters of a label and of what stands between it and its value
MAX_WORDS = 8  # of a label; a longer one is a clause
MAX_BETWEEN = 2  # words between a label and its value: `Cost: up to USD 300`
MIN_LETTERS = 3  # a shorter label only numbers: `1a: 300`


def bind_own_label(context: Context, found: Found, row: str = "") -> bool:
    """Bind what the cell of a figure says before it and a colon; say whether it says so.

    A label that only tells the stage (`Baseline: 31 %`) stands before that of the row.
    """
    cell = context.cell_of(found)
    span = label_span(context, found, cell.span[0]) if cell.span and COLON in cell.text else None
    if span is None:
        return False
    label = bare_label(context.doc.quote(span))
    label = without_tails(context, label, span) or label
    stage = is_stage(label)
    bare = found.reading.kind == "count" and found.unit is None
    if bare and not bind_counted(context, found, label, span) and not stage:
        return False  # it may be the number of a thing: `Fund: 101`
    value = f"{label}: {row}" if row and stage else label
    found.indicator = Binding(value, "stated", RULE, span)
    return True


def label_span(context: Context, found: Found, first: int) -> Span | None:
    """Return where the label stands that a colon parts from a figure, in a text from `first` on."""
    text = context.doc.text
    if found.reading.kind == "date":
        return None
    before = context.founds_in((first, found.span[0]))
    earlier = (f.span[1] for f in before if f.reading.kind != "date")
    start = max([first, found.span[0] - MAX_LABEL, *earlier])
    colon = text.rfind(COLON, start, found.span[0])
    if colon < 0 or len(WORDS.findall(text[colon : found.span[0]])) > MAX_BETWEEN:
        return None
    start = max(start, *(text.rfind(mark, start, colon) + 1 for mark in STOPS))
    while start < colon and not text[start].isalpha():
        start += 1
    words = WORDS.findall(text[start:colon])
    tells = 0 < len(words) <= MAX_WORDS and sum(map(len, words)) >= MIN_LETTERS
    return (start, start + len(text[start:colon].rstrip())) if tells else None


def bind_counted(context: Context, found: Found, label: str, span: Span) -> bool:
    """Bind unit and group of a bare count whose label says what is counted; say whether it does."""
    said = counted_noun(label, context.collected.language)
    if said is None:
        return False
    found.unit = said.noun
    if said.is_group and not counts_events(said.noun.lower()):
        found.population = Binding(said.noun, "stated", "table.people", span)
    return True
