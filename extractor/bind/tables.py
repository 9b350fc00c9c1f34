"""What the figures of a table are bound to: `title or column: row label`, and who is counted."""

from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.governing import Governing
from extractor.entities.gazetteer import people_nouns
from extractor.segment.document import Cell, Table
from extractor.segment.titles import is_total, read_unit, stated_unit

YEAR = regex.compile(
    r"^ \s*+ (?: FY\s? )? (?: 19 | 20 ) \d\d (?: \s? [-–/] \s? (?: 19 | 20 )? \d\d )? \s*+ $",
    regex.X,
)
GENERIC_LABEL = regex.compile(
    r"^ (?: no\.? | \# | № | n° | item | code | ref\.? ) $", regex.X | regex.I
)
CODE_LABEL = regex.compile(
    r"^ (?: \p{Lu}{0,3} \d{1,2} \p{L}? (?: \.\d{1,2} ){0,3} | \d{1,3} ) \.? $", regex.X
)
LABEL_OF_TABLE = regex.compile(
    r"""
    ^ \p{L}{3,9} \.? \s
    (?: \d{1,3} | [A-Z] ) (?: [.\-–] \d{1,3} )*+
    \s? [.:–—-] \s+
    """,
    regex.X,
)
DIMENSIONS = regex.compile(
    r"""
    (?<! [\s,] ) [\s,]++
    (?: by | par | por ) \s++
    (?: (?! by\b ) [\p{L}\-]++ [\s,]*+ ){1,6}+ $
    """,
    regex.X | regex.I,
)
PLURAL = regex.compile(r"^ \p{L}{5,}+ (?<=s) $", regex.X)
PEOPLE_HEAD = regex.compile(
    r"""
    ^ (?: (?: total | number | no\.? | \# | estimated | overall ) \s+ (?: of \s+ )? )*
    (?P<head> [\p{L}\-]++ (?: \s [\p{L}\-]++ ){0,2} )
    """,
    regex.X | regex.I,
)


def bind_cells(context: Context) -> None:
    """Bind indicator and group of every figure in a table that is no date or duration."""
    for found in context.founds:
        if found.cell is None:
            continue
        what = context.governing_of(found)
        if not found.is_time:
            _bind_indicator(found, what, context.doc.tables[found.cell[0]])
        if found.reading.kind == "count" and found.unit is None:
            _bind_people(found, what)


# --- indicators -----------------------------------------------------------------------------------


def _bind_indicator(found: Found, what: Governing, table: Table) -> None:
    """Bind what a cell measures: `title or column: row label`."""
    labels = [c for c in what.labels if not _is_number_of_row(c.text)]
    head, head_span = _head(table, [c for c in what.columns if _names_measure(c.text)])
    parts = [part for part in (head, _label(what, labels)) if part]
    if parts:
        span = labels[-1].span if labels else head_span
        found.indicator = Binding(": ".join(parts), "inherited", "table.header_and_label", span)


@lru_cache(maxsize=4096)
def _is_number_of_row(text: str) -> bool:
    return (GENERIC_LABEL.match(text) or CODE_LABEL.match(text)) is not None


def _label(what: Governing, labels: list[Cell]) -> str:
    """Return the row's label, with its group where the label says nothing but `total`."""
    group = what.group.text if what.group is not None else ""
    if not labels:
        return group
    label = " ".join(labels[-1].text.split()).strip(" :;")
    bare_total = is_total(label) and len(label.split()) == 1
    return f"{group}: {label}" if group and bare_total else label


def _head(table: Table, columns: list[Cell]) -> tuple[str, Span | None]:
    """Return what the columns, or else the table's title, say is measured."""
    if columns:
        text = " ".join(_without_unit(c.text) for c in columns)
        return " ".join(text.split()), columns[-1].span
    if table.title:
        return plain_title(table.title), table.title_span
    return "", None


@lru_cache(maxsize=256)
def plain_title(title: str) -> str:
    """Return what a title says is measured: without label, unit and the dimensions it lists.

    >>> plain_title("Table 2. Requirements by outcome and year (USD thousand)")
    'Requirements'
    """
    text = _without_unit(LABEL_OF_TABLE.sub("", title))
    return DIMENSIONS.sub("", text).strip(" ,;:–—-") or text


@lru_cache(maxsize=4096)  # a header governs many cells
def _without_unit(text: str) -> str:
    said = stated_unit(text)
    if said is None:
        return text
    return (text[: said.span[0]].rstrip(" (,[") + text[said.span[1] :].lstrip(" )]")).strip()


@lru_cache(maxsize=4096)
def _names_measure(text: str) -> bool:
    """Say whether a column header names what is measured, more than a year, a unit or `total`."""
    if YEAR.match(text) or is_total(text) or read_unit(text) != (None, None):
        return False
    return any(c.isalpha() for c in text)


# --- people ---------------------------------------------------------------------------------------


def _bind_people(found: Found, what: Governing) -> None:
    """Bind unit and population of a bare count whose column or row says who is counted."""
    for cell in what.heads:
        match = PEOPLE_HEAD.match(cell.text)
        if match is None or cell.span is None:
            continue
        group = next((n for n in _heads(match["head"]) if n.lower() in people_nouns()), None)
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
