"""Units and factors stated apart from a number: over a chart, in the label of a line."""

from dataclasses import replace
from decimal import Decimal

from extractor.bind.found import Found, Span
from extractor.bind.tables.declared import in_factor
from extractor.segment.titles import StatedUnit, read_unit
from extractor.segment.unit_words import is_measure

CURRENCY = 3  # letters of its code


def stated_in(text: str, place: Span) -> StatedUnit | None:
    """Return the unit and factor that a bracket states and nothing else; None if it says more.

    >>> stated_in("USD million", (0, 11)), stated_in("2031", (0, 4))
    (StatedUnit(unit='USD', magnitude='1000000', span=(0, 11)), None)
    """
    unit, magnitude = (text, None) if is_measure(text) else read_unit(text)
    return StatedUnit(unit, magnitude, place) if unit or magnitude else None


def scale(found: Found, stated: StatedUnit | None) -> None:
    """Read a number in the factor and the unit that are stated apart from it."""
    if stated is None:
        return
    reading, unit = found.reading, stated.unit
    if unit is not None and reading.kind == "count" and reading.unit is None and found.unit is None:
        if unit == "percent":
            reading = replace(reading, kind="percent", unit=unit)
        elif len(unit) == CURRENCY and unit.isupper():
            reading = replace(reading, kind="money", unit=unit)
        elif is_measure(unit):
            reading = replace(reading, kind="measure", unit=unit)
        found.unit = reading.unit
    own = Decimal(reading.precision or 1) > 1  # it has a factor of its own
    if stated.magnitude is not None and reading.kind in ("money", "count") and not own:
        reading = in_factor(reading, stated.magnitude)
    found.reading = reading
