"""What became of a value: the same, rounded, or moved beyond what its printing explains."""

from decimal import Decimal
from functools import cache
from typing import Literal

from extractor.check.intervals import Term, meets, term
from extractor.data.tables import load
from extractor.editions.facets import Facet
from extractor.editions.lengths import days
from extractor.editions.lists import stems
from extractor.editions.stems import words
from schemas.figure import Figure

PER_CENT = Decimal(100)
TENTH = Decimal("0.1")
ONE_SIZE = 2  # times the smaller of two values that may be one, of kinds that are not told

Way = Literal["revised_up", "revised_down", "rounded"]


def are_bare(one: Figure, other: Figure) -> bool:
    """Say whether both are numbers of tables, of one size, one an amount of no currency.

    That it is an amount is told by a heading above the table, which may be another one next year.
    """
    both = {figure.kind: figure for figure in (one, other)}
    in_tables = one.cell is not None and other.cell is not None
    if not in_tables or both.keys() != {"money", "count"} or both["money"].unit is not None:
        return False
    low, high = sorted(abs(Decimal(figure.value or 0)) for figure in (one, other))
    return high <= ONE_SIZE * low


def is_one_unit(one: Figure, other: Figure) -> bool:
    """Say whether two units are one, told in other words.

    What is counted is named in many ways: only households in place of people are another unit.
    """
    if one.kind != other.kind or (one.per is None) != (other.per is None):
        return are_bare(one, other)
    if one.kind == "count":
        return len({_counts_homes(one), _counts_homes(other)} - {None}) <= 1
    if one.kind == "duration":
        return _measured_in(one) == _measured_in(other)
    untold = one.kind == "money" and None in (one.unit, other.unit)
    return untold or unit_named(one.unit) == unit_named(other.unit) or one.kind == "ratio"


def unit_named(unit: str | None) -> str | None:
    """Return the first name of a unit, of all that it goes by.

    >>> unit_named("kilometres"), unit_named("km"), unit_named("tons"), unit_named("tonnes")
    ('km', 'km', 'tons', 't')
    """
    return None if unit is None else _names().get(unit, unit)


@cache
def _names() -> dict[str, str]:
    lists = load("editions.toml")["units"]["same"]
    return {name: names[0] for names in lists for name in names}


def _measured_in(duration: Figure) -> str:
    """Return the letters of a duration: whether it is told in days or in weeks."""
    told = duration.value or duration.low or duration.high or ""
    return "".join(filter(str.isalpha, told))


def _counts_homes(figure: Figure) -> bool | None:
    return None if figure.unit is None else not stems("homes").isdisjoint(words(figure.unit))


def is_same_value(one: Facet, other: Facet) -> bool:
    """Say whether two figures can be one number, by their printed precision, or are one date."""
    a, b = one.figure, other.figure
    if one.term is not None and other.term is not None:
        return a.kind == b.kind and meets(one.term, other.term)
    return (a.kind, a.value, a.low, a.high) == (b.kind, b.value, b.low, b.high)


def is_far(one: Facet, other: Facet) -> bool:
    """Say whether one of two values is many times the other."""
    a, b = one.term, other.term
    if a is None or b is None:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return high > ONE_SIZE * low


def way(one: Facet, other: Facet) -> Way | None:
    """Return which way a value moved; None where it stood still, or neither can be measured."""
    a, b = _ends(one), _ends(other)
    if a is None or b is None:
        return None
    pairs = list(zip(a, b, strict=True))
    if all(x.value == y.value for x, y in pairs):
        return None
    if all(meets(x, y) for x, y in pairs):
        return "rounded"
    up = sum((y.value - x.value for x, y in pairs), Decimal(0))
    return "revised_up" if up > 0 else "revised_down"


def difference(one: Facet, other: Facet) -> tuple[Decimal | None, Decimal | None]:
    """Return by how much a value moved, and in per cent of the old one; None where not told."""
    a, b = one.term, other.term
    if a is None or b is None or a.value == b.value or not is_one_unit(one.figure, other.figure):
        return None, None
    moved = b.value - a.value
    return moved, (PER_CENT * moved / abs(a.value)).quantize(TENTH) if a.value else None


def _ends(facet: Facet) -> tuple[Term, Term] | None:
    """Return the lower and upper end of a value: of a single one, both are the same."""
    figure = facet.figure
    if facet.term is not None:
        return facet.term, facet.term
    told = figure.low or figure.value or figure.high, figure.high or figure.value or figure.low
    low, high = (_end(figure, each) for each in told)
    return None if low is None or high is None else (low, high)


def _end(figure: Figure, told: str | None) -> Term | None:
    if figure.kind != "duration":
        return term(told, figure.precision)
    length = days(told)
    return None if length is None else Term(length, Decimal(0))
