"""The unit that a head or label states: of money, of a share, or of a measure (`Rainfall (mm)`)."""

from functools import cache, lru_cache

import regex

from extractor.figures.lexicon import load_measures
from extractor.segment.titles import StatedUnit, read_unit, stated_unit

LAST_BRACKET = regex.compile(r"[(\[] (?P<inside> [^()\[\]]{1,20} ) [)\]] [\s*†‡]*+ $", regex.X)
AFTER_COMMA = regex.compile(r", \s++ (?P<inside> [^\s,]{1,8}+ ) $", regex.X)
COUNTED = regex.compile(
    r"\s* [(\[] (?: n | N | n[bo°]\.? | \# | number | nombre | n[úu]mero | count ) [)\]] [*†‡]*+ $",
    regex.X,
)
"""What says that a head counts, not what: `Contacts seen (n)`."""
MAX_TAIL = 3  # words of a sum's unit at the end of a head: `Cost US$ million`
MARKS = " *†‡"


@lru_cache(maxsize=4096)  # a header governs many cells
def unit_of_head(text: str) -> StatedUnit | None:
    """Return the unit and factor that a head or label states.

    >>> unit_of_head("Rainfall (mm)").unit, unit_of_head("Cost US$ million").magnitude
    ('mm', '1000000')
    >>> unit_of_head("Share of women") is None
    True
    """
    return stated_unit(text) or _measure(text) or _money_at_end(text)


@lru_cache(maxsize=4096)
def without_unit(text: str) -> str:
    """Return a head, label or title without the unit that it states, and without marks of notes.

    >>> without_unit("Price (US$)"), without_unit("Rainfall (mm)*"), without_unit("Seen (n)")
    ('Price', 'Rainfall', 'Seen')
    """
    said = unit_of_head(text)
    if said is not None:
        before = text[: said.span[0]].rstrip(" (,[")
        text = (before + text[said.span[1] :].lstrip(" )]")).strip()
    return COUNTED.sub("", text).rstrip(MARKS)


def _measure(text: str) -> StatedUnit | None:
    said = LAST_BRACKET.search(text) or AFTER_COMMA.search(text)
    if said is None or said["inside"].strip() not in _symbols():
        return None
    return StatedUnit(said["inside"].strip(), None, said.span("inside"))


@cache
def _symbols() -> frozenset[str]:
    return frozenset(load_measures().words("symbols"))


def _money_at_end(text: str) -> StatedUnit | None:
    """Return the unit of money, with its factor, that a head ends in without a bracket."""
    words = text.split()
    for size in range(min(MAX_TAIL, len(words) - 1), 0, -1):
        tail = " ".join(words[-size:])
        unit, magnitude = read_unit(tail)
        if unit is not None and unit.isupper() and text.endswith(tail):
            return StatedUnit(unit, magnitude, (len(text) - len(tail), len(text)))
    return None
