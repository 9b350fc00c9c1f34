"""Key figures that the order of units tells: a value, and what it counts right after it."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.readers.geometry import around, downwards, shared, sideways
from extractor.segment.layout.charts.units import chart_units
from extractor.segment.layout.keyfigures.values import (
    HEADING_LABEL,
    LARGER,
    LONGEST_LABEL,
    LONGEST_VALUE,
    VALUE,
    YEAR,
    counts,
)
from extractor.segment.layout.lines import Line
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile

LEAST_EMPHATIC = 3  # on a page, for numbers that only their weight tells
LABEL_REACH = 2.6  # heights of the value between it and its label

AS_OF = regex.compile(
    r"\(? (?: as \s (?: of | at ) | au \s | al \s | by \s | since \s | source | \d{4} ) ",
    regex.X | regex.I,
)


def is_value(unit: Unit, profile: Profile) -> bool:
    """Whether a unit is a number in large type and nothing else."""
    text = " ".join(unit.text.split())
    return (
        len(unit.lines) == 1
        and unit.lines[0].size >= LARGER * profile.body
        and len(text) <= LONGEST_VALUE
        and VALUE.fullmatch(text) is not None
        and not YEAR.fullmatch(text)
    )


def split_values(units: Sequence[Unit]) -> list[Unit]:
    """Return the units, those of a key figure, a chart, a year with its amount cut into parts."""
    found: list[Unit] = []
    for unit in units:
        figure = unit.fixed.figure if unit.fixed else None
        chart = unit.fixed.chart if unit.fixed else None
        if chart is not None:
            found += chart_units(chart, unit.region)
        elif figure is not None:
            parts = [part for part in (figure.value, figure.label, figure.as_of) if part]
            found += [Unit(part, unit.region, role="key_figure") for part in parts]
        elif _is_stack(unit):
            found += [replace(unit, lines=[line], marker=None) for line in unit.lines]
        else:
            found.append(unit)
    return found


def _is_stack(unit: Unit) -> bool:
    """Whether a unit is a year with the amount of that year below it."""
    if unit.fixed or len(unit.lines) != len(("year", "amount")):
        return False
    first, second = (" ".join(line.text.split()) for line in unit.lines)
    return YEAR.fullmatch(first) is not None and _is_amount(second)


def key_figures(units: Sequence[Unit], profile: Profile) -> set[int]:
    """Return the indices of the units that are key figures: values and their labels."""
    found = {i for i, unit in enumerate(units) if unit.role == "key_figure"}
    emphatic = {i for i in range(len(units)) if _is_emphatic(units, i)}
    if len(emphatic) < LEAST_EMPHATIC:
        emphatic = set()
    for i, unit in enumerate(units):
        if not unit.fixed and is_yearly(unit.text):
            found.add(i)
            continue
        if not unit.fixed and _is_year_of(units, i):
            found |= {i, i + 1}
            continue
        if unit.fixed or unit.role or not (is_value(unit, profile) or i in emphatic):
            continue
        more = _labels(units, i) or _second_value(units, i)
        if not counts(unit.text) or _tells(units, more, profile):
            found.update([i, *more])
    return found


def _tells(units: Sequence[Unit], labels: Sequence[int], profile: Profile) -> bool:
    """Whether a small number has a label, and none in the type of a heading that it counts."""
    return any(units[i].lines[0].size < HEADING_LABEL * profile.body for i in labels)


def is_yearly(text: str) -> bool:
    """Whether a text is a year and the amount of that year, and nothing else.

    >>> is_yearly("2031 USD 55.3 million"), is_yearly("2031 was dry")
    (True, False)
    """
    year = YEAR.match(" ".join(text.split()))
    if year is None:
        return False
    value = " ".join(text.split())[year.end() :].strip()
    return _is_amount(value)


def _is_amount(value: str) -> bool:
    """Whether a text is a value with a unit or a magnitude, no bare number."""
    return (
        YEAR.fullmatch(value) is None
        and VALUE.fullmatch(value) is not None
        and any(c.isalpha() or c in "$€£%" for c in value)
    )


def _is_year_of(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit is a bare year right above the bare amount of that year."""
    if at + 1 >= len(units) or units[at + 1].fixed:
        return False
    year, amount = units[at], units[at + 1]
    if len(year.lines) != 1 or len(amount.lines) != 1 or year.page != amount.page:
        return False
    return (
        YEAR.fullmatch(year.text.strip()) is not None
        and _is_amount(" ".join(amount.text.split()))
        and _near(year.lines[0].box, amount.lines[0].box, year.lines[0].size)
    )


def _is_emphatic(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit is a bold number in the body's size with a label of words under its middle."""
    unit = units[at]
    if (
        unit.fixed
        or unit.role
        or len(unit.lines) != 1
        or not unit.lines[0].bold
        or at + 1 >= len(units)
    ):
        return False
    value, label = unit.lines[0], units[at + 1]
    if not VALUE.fullmatch(value.text) or YEAR.fullmatch(value.text) or label.fixed:
        return False
    box = around(line.box for line in label.lines if line.page == value.page or not line.page)
    apart = abs(box[0] + box[2] - value.left - value.right) / 2
    return (
        len(label.text) <= LONGEST_LABEL
        and any(c.isalpha() for c in label.text)
        and _near(value.box, box, _size(value))
        and min(apart, abs(box[0] - value.left)) < 2 * _size(value)
    )


def _labels(units: Sequence[Unit], at: int) -> list[int]:
    value = units[at].lines[0]
    labels: list[int] = []
    for i in range(at + 1, min(len(units), at + 4)):
        unit = units[i]
        if unit.fixed or unit.role or unit.page != value.page or len(unit.text) > LONGEST_LABEL:
            break
        if (
            VALUE.fullmatch(" ".join(unit.text.split()))
            or unit.marker
            or unit.lines[0].size > _size(value)
        ):
            break
        if labels and not AS_OF.match(unit.text):
            break
        above = units[labels[-1]].lines[-1] if labels else value
        if not _near(above.box, around(line.box for line in unit.lines), _size(value)):
            break
        labels.append(i)
    return labels


def _second_value(units: Sequence[Unit], at: int) -> list[int]:
    """Return the bare number right below a value that has no label, set in whatever size."""
    if at + 1 >= len(units) or units[at + 1].fixed or len(units[at + 1].lines) != 1:
        return []
    value, line = units[at].lines[0], units[at + 1].lines[0]
    bare = VALUE.fullmatch(" ".join(line.text.split())) and not YEAR.fullmatch(line.text)
    return [at + 1] if bare and _near(value.box, line.box, value.size) else []


def _size(value: Line) -> float:
    """Return the type size of a value; what follows it in brackets may be set smaller."""
    return max(word.size for word in value.words)


def _near(
    value: tuple[float, float, float, float], label: tuple[float, float, float, float], size: float
) -> bool:
    below = -0.5 * size <= label[1] - value[3] <= LABEL_REACH * size
    beside = shared(downwards(value), downwards(label)) > 0
    apart = -shared(sideways(value), sideways(label))
    return (below and apart < 0) or (beside and apart < 2 * LABEL_REACH * size)
