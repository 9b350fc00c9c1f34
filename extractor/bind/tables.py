"""Tables: what governs each cell, and what its figures are bound to.

A cell is governed by the header cells above it (the nearest last), the label of its row, the label of the
row group it stands in, the table's title and the unit stated for its column, its group or the table.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import regex

from extractor.bind.found import Binding, Found, Span
from extractor.entities.gazetteer import people_nouns
from extractor.figures.reading import CellHint
from extractor.segment.document import Cell, Document, Table
from extractor.segment.titles import StatedUnit, is_total, read_unit, stated_unit

YEAR = regex.compile(r"^\s*(?:FY\s?)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?\s*$")
NUMERIC = regex.compile(r"^[\s\d.,()%$€£+\-−–'’*A-Z]{0,4}\d[\s\d.,()%+\-−–'’]*[%\p{L}]{0,3}$")
MONEY_TITLE = regex.compile(
    r"\b (?: financial | budget\p{L}* | funding | funded | requirements? | expenditures? | expenses? | revenues? | income | costs? | cash | assets? "
    r"| liabilities | presupuest\p{L}* | ingresos | gastos | co[ûu]ts? | d[ée]penses | recettes ) \b",
    regex.X | regex.I,
)
GENERIC_LABEL = regex.compile(r"^(?:no\.?|#|№|n°|item|code|ref\.?)$", regex.I)


@dataclass(slots=True)
class Governing:
    """What governs one cell."""

    columns: list[Cell] = field(default_factory=list)
    """Header cells above it, the outermost first."""
    labels: list[Cell] = field(default_factory=list)
    """Label cells of its row, from the left."""
    group: Cell | None = None
    """The label of the row group it stands in."""


def governing(table: Table) -> dict[tuple[int, int], Governing]:
    """Return what governs each body cell of a table, by row and column."""
    headers = [c for c in table.cells if c.header == "column" and c.span]
    groups = _groups(table)
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            by_row.setdefault(row, []).append(cell)
    found: dict[tuple[int, int], Governing] = {}
    for cell in table.cells:
        if cell.header == "column":
            found[cell.row, cell.col] = Governing()
            continue
        columns = [h for h in headers if _covers(h, cell)]
        labels = [c for c in by_row[cell.row] if c.col < cell.col and _is_label(c)]
        columns.sort(key=lambda h: (h.row, h.col))
        found[cell.row, cell.col] = Governing(columns, labels, groups.get(cell.row))
    return found


def _covers(header: Cell, cell: Cell) -> bool:
    over = header.col <= cell.col < header.col + header.col_span
    return over and header.row < cell.row


def _is_label(cell: Cell) -> bool:
    if cell.header == "column" or is_numeric(cell.text) or PLACEHOLDER.match(cell.text):
        return False
    return _says(cell.text)


PLACEHOLDER = regex.compile(
    r"^\s*(?:n\.?/?a\.?|tbc|tbd|nil|none|n\.?d\.?|s/o|\p{P}+|[✓✔☑✗✘x×]|\.{2,})?\s*$", regex.I
)


def _says(text: str) -> bool:
    return (any(c.isalpha() for c in text) and len(text) > 1) or cell_is_word(text)


def cell_is_word(text: str) -> bool:
    """Say whether a one-letter text is a label all the same (a list letter)."""
    return len(text) == 1 and text.isalpha() and text.isupper()


def is_numeric(text: str) -> bool:
    """Say whether a cell holds a number rather than words.

    >>> is_numeric("$1,250"), is_numeric("(3.4%)"), is_numeric("Shelter 2")
    (True, True, False)
    """
    return NUMERIC.match(text) is not None


def _groups(table: Table) -> dict[int, Cell]:
    """Return for each row the group it stands in: the last row above it that has a label only."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text:
            by_row.setdefault(cell.row, []).append(cell)
    group: Cell | None = None
    found: dict[int, Cell] = {}
    for row in range(table.n_rows):
        cells = by_row.get(row, [])
        body = [c for c in cells if c.header != "column"]
        alone = (
            len(cells) == 1 and len(body) == 1 and body[0].col == 0 and not is_numeric(body[0].text)
        )
        if alone and table.n_cols > 1:
            group = body[0]
        elif group is not None:
            found[row] = group
    return found


def hints(table: Table, currency: str | None) -> dict[tuple[int, int], CellHint]:
    """Return the unit and factor that govern each cell, from the nearest header that states one.

    A table that speaks of money without naming a currency is counted in the document's only one.
    """
    governed = governing(table)
    money = currency if _speaks_of_money(table) else None
    found: dict[tuple[int, int], CellHint] = {}
    for at, what in governed.items():
        unit, magnitude = _nearest_unit(what, table)
        if unit is None and money and not _counts_other(what):
            unit = money
        found[at] = CellHint(unit=unit, magnitude=magnitude)
    for cell in table.cells:
        if cell.header == "column":
            found[cell.row, cell.col] = CellHint(is_year_column=True)
    return found


def _nearest_unit(what: Governing, table: Table) -> tuple[str | None, str | None]:
    unit: str | None = None
    magnitude: str | None = None
    for text in _nearest_first(what):
        said = _unit_in(text)
        if said is None:
            continue
        unit = unit or said.unit
        magnitude = magnitude or said.magnitude
    table_unit = table.unit if unit is None or unit == table.unit else None
    if unit is None or unit == table.unit:
        magnitude = magnitude or table.magnitude
    return unit or table_unit, magnitude


def _nearest_first(what: Governing) -> Iterable[str]:
    yield from (c.text for c in reversed(what.labels))
    yield from (c.text for c in reversed(what.columns))
    if what.group is not None:
        yield what.group.text


def _unit_in(text: str) -> StatedUnit | None:
    whole = read_unit(text)
    if whole != (None, None):
        return StatedUnit(whole[0], whole[1], (0, len(text)))
    return stated_unit(text)


COUNTED = regex.compile(
    r"\b (?: number | persons? | people | beneficiaries | households? | staff | projects? | partners? | targeted | reached | share | ratio | rate "
    r"| nombre | n[uú]mero | personnes | personas | m[ée]nages | hogares ) \b | [#%№]",
    regex.X | regex.I,
)


def _counts_other(what: Governing) -> bool:
    """Say whether a header says that something else than money is counted."""
    return any(COUNTED.search(text) for text in _nearest_first(what))


def _speaks_of_money(table: Table) -> bool:
    heads = " ".join(c.text for c in table.cells if c.header == "column")
    return MONEY_TITLE.search(f"{table.title or ''} {heads}") is not None


def bind_cell(doc: Document, found: Found, what: Governing) -> None:
    """Bind the indicator of a figure in a table: `title or column: row label`."""
    if found.cell is None or found.is_time:
        return
    table = doc.tables[found.cell[0]]
    columns = [c for c in what.columns if _names_measure(c.text)]
    labels = [
        c for c in what.labels if not (GENERIC_LABEL.match(c.text) or CODE_LABEL.match(c.text))
    ]
    head, head_span = _head(table, columns)
    label = _label(what, labels)
    parts = [p for p in (head, label) if p]
    if not parts:
        return
    span = labels[-1].span if labels and labels[-1].span else head_span
    found.indicator = Binding(": ".join(parts), "inherited", "table.header_and_label", span)


CODE_LABEL = regex.compile(r"^(?:\p{Lu}{0,3}\d{1,2}\p{L}?(?:\.\d{1,2}){0,3}|\d{1,3})\.?$")


def _label(what: Governing, labels: list[Cell]) -> str:
    """Return the row's label, with its group where the label says nothing but `total`."""
    if not labels:
        return what.group.text if what.group is not None else ""
    label = " ".join(labels[-1].text.split()).strip(" :;")
    bare_total = is_total(label) and len(label.split()) == 1
    return f"{what.group.text}: {label}" if what.group is not None and bare_total else label


def _head(table: Table, columns: list[Cell]) -> tuple[str, Span | None]:
    if columns:
        text = " ".join(_without_unit(c.text) for c in columns)
        return " ".join(text.split()), columns[-1].span
    if table.title:
        return plain_title(table.title), table.title_span
    return "", None


LABEL_OF_TABLE = regex.compile(r"^\p{L}{3,9}\.?\s(?:\d{1,3}|[A-Z])(?:[.\-–]\d{1,3})*\s?[.:–—-]\s+")
DIMENSIONS = regex.compile(r"[\s,]+(?:by|par|por)\s+(?:(?!\bby\b)[\p{L}\-]+[\s,]*){1,6}$", regex.I)


def plain_title(title: str) -> str:
    """Return what a table's title says is measured: without label, unit and the dimensions it lists.

    >>> plain_title("Table 2. Requirements by outcome and year (USD thousand)")
    'Requirements'
    """
    text = _without_unit(LABEL_OF_TABLE.sub("", title))
    return DIMENSIONS.sub("", text).strip(" ,;:–—-") or text


def _without_unit(text: str) -> str:
    said = stated_unit(text)
    if said is None:
        return text
    return (text[: said.span[0]].rstrip(" (,[") + text[said.span[1] :].lstrip(" )]")).strip()


def _names_measure(text: str) -> bool:
    """Say whether a column header names what is measured, more than a year, a unit or `total`."""
    if YEAR.match(text) or is_total(text) or read_unit(text) != (None, None):
        return False
    return any(c.isalpha() for c in text)


def bind_people(found: Found, what: Governing) -> None:
    """Bind unit and population of a bare count whose column or row says who is counted."""
    if found.reading.kind != "count" or found.unit is not None:
        return
    for cell in (*reversed(what.columns), *reversed(what.labels)):
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


PLURAL = regex.compile(r"^\p{L}{4,}s$")
PEOPLE_HEAD = regex.compile(
    r"^(?:(?:total|number|no\.?|#|estimated|overall)\s+(?:of\s+)?)*(?P<head>[\p{L}\-]+(?:\s[\p{L}\-]+){0,2})",
    regex.I,
)


def _heads(words: str) -> list[str]:
    """Return the runs of words that may be the noun, the longest first."""
    parts = words.split()
    return [" ".join(parts[:n]) for n in range(len(parts), 0, -1)]
