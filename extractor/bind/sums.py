"""Bare numbers in millions that are sums of money: `tax revenue accounts for 331.0 billion`.

A text names its currency now and then only. What it measures says that a number is a sum.
"""

from dataclasses import replace
from decimal import Decimal

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.bind.sumwords import is_sum
from extractor.figures.number import THOUSAND
from extractor.figures.reading import Reading

ZONES = frozenset({"prose", "list", "footnote"})
HALF = Decimal("0.5")  # the precision of a number without a magnitude
HAVING = regex.compile(
    r"(?<! \p{L} ) (?: with | without | under | below | about | near ) \s $", regex.X | regex.I
)
"""What makes a sum a mark of those who are counted: `those without income`."""
WINDOW = 10  # characters before an indicator


def bind_sums(context: Context) -> None:
    """Read numbers with a magnitude and no noun as money where they measure a sum of money."""
    last: dict[int, Found] = {}
    language = context.collected.language or "en"
    printed = {found.reading.unit for found in context.founds if found.reading.kind == "money"}
    for found in context.founds if printed else ():
        if found.reading.kind == "money":
            last[found.block] = found
        elif found.indicator is None or not _is_bare(found):
            continue
        elif is_sum(found.indicator.value, language) and not _marks(context, found.indicator):
            before = last.get(found.block)
            if before is not None or len(printed) == 1:
                unit = before.reading.unit if before is not None else next(iter(printed))
                found.reading = replace(found.reading, kind="money", unit=unit)
                found.unit = unit


def _is_bare(found: Found) -> bool:
    """Say whether a number has a magnitude, and nothing says what it counts."""
    reading = found.reading
    if reading.kind != "count" or found.zone not in ZONES or found.cell is not None:
        return False
    counts = reading.unit or reading.noun or found.unit or found.population or reading.per
    return not counts and _is_in_thousands(reading)


def _is_in_thousands(reading: Reading) -> bool:
    """Say whether thousands or more are printed as a word: `3 or 4 million`, not `3 or 4`."""
    value = reading.value or reading.high
    scaled = reading.precision is not None and Decimal(reading.precision) > HALF
    return scaled and value is not None and abs(Decimal(value)) >= THOUSAND


def _marks(context: Context, indicator: Binding) -> bool:
    start = indicator.span[0] if indicator.span is not None else 0
    return HAVING.search(context.doc.text, max(0, start - WINDOW), start) is not None
