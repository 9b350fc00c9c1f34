"""What the figures of a table are bound to: `title or column: row label`, and who is counted."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.bind.governing import Governing, is_label
from extractor.bind.headers import counts_people
from extractor.bind.labels import Repeated, is_running_text, repeated_labels, row_label, telling
from extractor.bind.naming import head_of

PLURAL = regex.compile(r"^ \p{L}{5,}+ (?<=s) $", regex.X)
PEOPLE_HEAD = regex.compile(
    r"""
    ^ (?:
        (?: total | number | no\.? | \# | estimated | overall | nombre | n[uú]mero | nbre ) \s+
        (?: (?: of | de | des | d['’] | de\slos | de\slas ) \s*+ )?
      | (?: кількість | число | количество | численность | عدد | n° | nº ) \s+
    )*
    (?P<head> [\p{L}\p{M}\-]++ (?: \s [\p{L}\p{M}\-]++ ){0,2} )
    """,
    regex.X | regex.I,
)


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
            _bind_people(found, what)


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
    head, head_span = head_of(context, index, what.columns)
    parts = [part for part in (head, row_label(what, labels, index, repeated)) if part]
    if parts:
        span = labels[-1].span if labels else head_span
        found.indicator = Binding(": ".join(parts), "inherited", "table.header_and_label", span)


# --- people ---------------------------------------------------------------------------------------


def _bind_people(found: Found, what: Governing) -> None:
    """Bind unit and population of a bare count whose column or row says who is counted."""
    for cell in what.heads:
        match = PEOPLE_HEAD.match(cell.text)
        if match is None or cell.span is None:
            continue
        group = next((n for n in _heads(match["head"]) if counts_people(n.lower())), None)
        if group is not None:
            found.unit = group
            span = (cell.span[0], cell.span[0] + match.end("head"))
            found.population = Binding(group, "inherited", "table.people", span)
            return
        if cell.header == "column" and PLURAL.match(cell.text):
            found.unit = cell.text.lower()
            return


def _heads(words: str) -> list[str]:
    """Return the runs of words that may be the noun, the longest first."""
    parts = words.split()
    return [" ".join(parts[:n]) for n in range(len(parts), 0, -1)]
