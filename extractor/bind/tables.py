"""What the figures of a table are bound to: `title or column: row label`, and who is counted."""

from extractor.bind.context import Context
from extractor.bind.counted import bind_count
from extractor.bind.found import Binding, Found
from extractor.bind.governing import Governing, is_label
from extractor.bind.labels import Repeated, is_running_text, repeated_labels, row_label, telling
from extractor.bind.naming import head_of


def bind_cells(context: Context) -> None:
    """Bind indicator and group of every figure in a table that is no date or duration."""
    repeated = repeated_labels(context)
    for found in context.founds:
        if found.cell is None:
            continue
        what = context.governing_of(found)
        if not found.is_time and found.indicator is None:
            _bind_indicator(context, found, what, repeated)
        if found.reading.kind == "count" and found.unit is None:
            bind_count(context, found, what)


# --- indicators -----------------------------------------------------------------------------------


def _bind_indicator(context: Context, found: Found, what: Governing, repeated: Repeated) -> None:
    """Bind what a cell measures: `title or column: row label`."""
    cell = context.cell_of(found)
    if found.cell is None or cell.header == "column" or is_running_text(cell.text):
        return  # what a sentence in a cell counts is not what its column is headed by
    index = found.cell[0]
    labels = telling(context, index, what.labels)
    if not labels and is_label(cell) and cell.span is not None and found.span[0] > cell.span[0]:
        return  # a number within a label is no value of its row
    head, head_span = head_of(context, index, what.columns, labelled=bool(labels))
    parts = [part for part in (head, row_label(what, labels, index, repeated)) if part]
    if parts:
        span = labels[-1].span if labels else head_span
        found.indicator = Binding(": ".join(parts), "inherited", "table.header_and_label", span)
