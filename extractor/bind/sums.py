"""Bare numbers in millions that are sums of money: `tax revenue accounts for 331.0 billion`.

A text names its currency now and then only. What it measures says that a number is a sum.
"""

from dataclasses import replace
from functools import cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found
from extractor.entities.gazetteer import load

ZONES = frozenset({"prose", "list", "footnote"})
LETTER = regex.compile(r"\p{L}")
WORDS = regex.compile(r"[\p{L}\p{M}'’-]++")
MAX_NAME = 4  # words of the name of a sum


def bind_sums(context: Context) -> None:
    """Read numbers with a magnitude and no noun as money where they measure a sum of money."""
    last: dict[int, Found] = {}
    printed = {found.reading.unit for found in context.founds if found.reading.kind == "money"}
    for found in context.founds if printed else ():
        if found.reading.kind == "money":
            last[found.block] = found
        elif _is_bare(context, found) and _names_sum(found):
            before = last.get(found.block)
            if before is not None or len(printed) == 1:
                unit = before.reading.unit if before is not None else next(iter(printed))
                found.reading = replace(found.reading, kind="money", unit=unit)
                found.unit = unit


def _is_bare(context: Context, found: Found) -> bool:
    """Say whether a number has a magnitude, and nothing says what it counts."""
    reading = found.reading
    if reading.kind != "count" or found.zone not in ZONES or found.cell is not None:
        return False
    counts = reading.unit or reading.noun or found.unit or found.population or reading.per
    return not counts and LETTER.search(context.doc.quote(found.span)) is not None


def _names_sum(found: Found) -> bool:
    return found.indicator is not None and is_sum(found.indicator.value)


def is_sum(indicator: str) -> bool:
    """Say whether what is measured is a sum of money.

    >>> is_sum("Tax revenue of the state"), is_sum("budget cuts"), is_sum("cost of living crisis")
    (True, False, False)
    """
    said = indicator.lower().replace("’", "'")
    words = WORDS.findall(said)
    if any(said.startswith(other) for other in _words("others")):
        return False
    if any(said.startswith(phrase) for phrase in _words("phrases")):
        return True
    head = next((i for i, word in enumerate(words) if word in _words("prepositions")), len(words))
    names = (" ".join(words[start:head]) for start in range(max(0, head - MAX_NAME), head))
    return not _words("words").isdisjoint(names)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("sums.toml")["names"][name])
