"""What a title, a header or a label says of many cells: their unit and factor, or `total`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.segment.unit_words import (
    MAX_TOKENS,
    TOKEN,
    WORDLIKE_CODES,
    Meaning,
    codes,
    fold,
    phrases,
)

BRACKETED = regex.compile(r"[(\[] (?P<inside> [^()\[\]]{1,60} ) [)\]]", regex.X)
OPENING = regex.compile(r"(?: in | en | em | в | у ) \s", regex.X | regex.I)
IN_UNITS = regex.compile(
    r"""
    \b (?: (?: in | en | em | в | у ) \s+ (?= [^\s] ) | (?= بال ) )
    [\p{L}$€£¥₴₽₹'’%0.]++ (?: \s [\p{L}$€£¥₴₽₹'’%.]++ ){0,4}
    """,
    regex.X | regex.I,
)
TRAILING = regex.compile(r"[,:;–—-] \s (?P<inside> [^,:;–—]{1,60}+ ) \Z", regex.X)
TOTAL = regex.compile(
    r"""
    ^ \W*+
    (?: grand \s+ | sub [-\s]? | overall \s+ )?
    (?: total (?: s | e | es )? | totaux | gesamt | insgesamt
      | итого | всего | всього | разом | المجموع | الإجمالي
    )
    (?: \s+ (?: g[eé]n[eé]ral (?: es )? | costs? | budget | amount | requirements? | population ) )?
    \b
    """,
    regex.X | regex.I,
)


@dataclass(frozen=True, slots=True)
class StatedUnit:
    """A unit and a factor stated for many cells at once, and where in the text they stand."""

    unit: str | None
    """ISO 4217 or `percent`; None where only a factor is stated."""
    magnitude: str | None
    """The factor in plain digits; None where only a unit is stated."""
    span: tuple[int, int]


def is_total(label: str) -> bool:
    """Say whether a row label announces a total.

    >>> is_total("GRAND TOTAL"), is_total("Total general"), is_total("Totally new")
    (True, True, False)
    """
    return TOTAL.match(label) is not None


def stated_unit(text: str) -> StatedUnit | None:
    """Return the unit that a title, a header or a note states for the cells it governs.

    >>> stated_unit("Requirements (USD thousand)")
    StatedUnit(unit='USD', magnitude='1000', span=(14, 26))
    >>> stated_unit("Revenue, in millions of US dollars").magnitude
    '1000000'
    >>> stated_unit("New needs, $’s in millions")
    StatedUnit(unit='USD', magnitude='1000000', span=(11, 26))
    >>> stated_unit("Needs (2031)") is None
    True
    """
    for start, end in _phrases(text):
        unit, magnitude = read_unit(text[start:end])
        if unit or magnitude:
            return StatedUnit(unit, magnitude, (start, end))
    return None


def _phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands in brackets, at the end, then what follows an `in`, the longest first."""
    for match in BRACKETED.finditer(text):
        yield match.span("inside")
    trailing = TRAILING.search(text)
    if trailing is not None:
        yield trailing.span("inside")
    for match in IN_UNITS.finditer(text):
        start, end = match.span()
        while end > start:
            yield start, end
            end = start + max(0, text[start:end].rfind(" "))


@lru_cache(maxsize=4096)  # a header governs many cells
def read_unit(words: str) -> tuple[str | None, str | None]:
    """Return the unit and the factor that a short phrase states; None for what it does not.

    A phrase states something only when each of its words belongs to a unit or a factor.

    >>> read_unit("in thousands of US dollars"), read_unit("%"), read_unit("Lorn")
    (('USD', '1000'), ('percent', None), (None, None))
    """
    tokens = TOKEN.findall(words)
    said = _meanings(tokens)
    magnitude = said.get("magnitude")
    unit = said.get("unit")
    if magnitude is not None or OPENING.match(words):
        unit = unit or said.get("name")
    if unit is not None and magnitude is None:
        magnitude = said.get("short")
    if magnitude is None and unit in WORDLIKE_CODES:
        unit = None
    return unit, magnitude


def _meanings(tokens: list[str]) -> dict[str, str]:
    """Return what the tokens say by kind; nothing where one is unknown or a kind comes twice."""
    said: dict[str, str] = {}
    kind = "filler"
    while tokens:
        size, (kind, value) = _longest(tokens)
        if size == 0 or kind in said:
            return {}
        if kind != "filler":
            said[kind] = value
        tokens = tokens[size:]
    return {} if kind == "filler" else said


def _longest(tokens: list[str]) -> tuple[int, Meaning]:
    """Return the meaning of the longest phrase that opens the tokens, and its size; 0 for none."""
    for size in range(min(MAX_TOKENS, len(tokens)), 0, -1):
        meaning = phrases().get(fold(" ".join(tokens[:size])))
        if meaning is not None:
            return size, meaning
    if tokens[0] in codes():
        return 1, ("unit", tokens[0])
    return 0, ("filler", "")
