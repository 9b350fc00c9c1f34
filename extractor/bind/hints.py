"""What a table's headers, title and notes say of the unit and factor of each cell."""

from collections.abc import Iterable
from functools import lru_cache

import regex

from extractor.bind.governing import Governed, Governing, Place
from extractor.figures.reading import CellHint
from extractor.segment.document import Table
from extractor.segment.titles import StatedUnit, read_unit, stated_unit

MONEY_TITLE = regex.compile(
    r"""
    \b
    (?: financial | budget\p{L}*+ | funding | funded | requirements? | expenditures? | expenses?
      | revenues? | income | costs? | cash | assets? | liabilities
      | presupuest\p{L}*+ | ingresos | gastos | co[ûu]ts? | d[ée]penses | recettes
    )
    \b
    """,
    regex.X | regex.I,
)
COUNTED = regex.compile(
    r"""
    \b
    (?: number | persons? | people | beneficiaries | households? | staff | projects? | partners?
      | targeted | reached | share | ratio | rate
      | nombre | n[uú]mero | personnes | personas | m[ée]nages | hogares
    )
    \b
    | [\#%№]
    """,
    regex.X | regex.I,
)


def hints(table: Table, governed: Governed, currency: str | None) -> dict[Place, CellHint]:
    """Return the unit and factor that govern each cell, from the nearest header that states one.

    A table that speaks of money without naming a currency is counted in the document's only one.
    """
    money = currency if _speaks_of_money(table) else None
    found: dict[Place, CellHint] = {}
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
        if said is not None:
            unit = unit or said.unit
            magnitude = magnitude or said.magnitude
    if unit is None or unit == table.unit:
        # The table's factor is said of its own unit: people beside it are not counted in thousands.
        return table.unit, magnitude or table.magnitude
    return unit, magnitude


def _nearest_first(what: Governing) -> Iterable[str]:
    yield from (c.text for c in reversed(what.labels))
    yield from (c.text for c in reversed(what.columns))
    if what.group is not None:
        yield what.group.text


@lru_cache(maxsize=4096)  # a header governs many cells
def _unit_in(text: str) -> StatedUnit | None:
    unit, magnitude = read_unit(text)
    if unit is None and magnitude is None:
        return stated_unit(text)
    return StatedUnit(unit, magnitude, (0, len(text)))


def _counts_other(what: Governing) -> bool:
    """Say whether a header says that something else than money is counted."""
    return any(COUNTED.search(text) for text in _nearest_first(what))


def _speaks_of_money(table: Table) -> bool:
    heads = " ".join(c.text for c in table.cells if c.header == "column")
    return MONEY_TITLE.search(f"{table.title or ''} {heads}") is not None
