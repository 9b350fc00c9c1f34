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
    is_measure,
    phrases,
)

BRACKETED = regex.compile(r"[(\[] (?P<inside> [^()\[\]]{1,60} ) [)\]]", regex.X)
MAX_MEASURE = 3  # words of its name
OPENING = regex.compile(r"\A \s*+ (?: in | en | em | в | у ) \s", regex.X | regex.I)
IN_UNITS = regex.compile(
    r"""
    \b (?: (?: in | en | em | в | у ) \s+ (?= [^\s] ) | (?= بال | بآلاف | بملايين ) )
    [\p{L}$€£¥₴₽₹'’%0.]++ (?: \s [\p{L}$€£¥₴₽₹'’%.]++ ){0,4}
    """,
    regex.X | regex.I,
)
IN_THOUSANDS = regex.compile(
    r"""
    (?<! \d \s | \b (?: one|two|three|four|five|six|seven|eight|nine|ten ) \s
      | \b (?: une? | un[ao] | uma? | eine?r? ) \s )
    \b (?: in | en | em | в | у ) \s+ 1 (?: [.,\s]?000 ){1,3} (?! [.,]?\d )
    (?: ['’]?s \b )? (?: \s [^\s\d,;:()\[\]]++ ){0,4} (?= \s*+ (?: \Z | [,;:(\[] ) )
    """,
    regex.X | regex.I,
)
"""A factor in figures, and what it is of: `Population in 1,000`; `one in 1,000` is a share."""
LED = regex.compile(
    r"(?<! [\p{L}\d] ) (?P<scale> [TMkK] ) (?= (?P<code> [A-Z]{3} | [€$£] ) (?! \p{L} ) )", regex.X
)
"""A factor that stands before its money: `TEUR`, `T€`, `MUSD`."""
ENDS_OF_WORDS = frozenset("ANG COP CUP GEL LAK MAD MOP PEN RON TRY".split())  # `TRON`
SCALES = {"T": "thousand ", "k": "thousand ", "K": "thousand ", "M": "million "}
FUSED = regex.compile(
    r"(?<! \p{L} ) (?P<code> [A-Z]{3} ) (?= (?: bn | mn | m | k ) (?! \p{L} ) )", regex.X
)
"""A code that a factor follows without a space: `EURbn`."""
RATE = regex.compile(
    r"""
    (?P<what> [^/]{1,40}? ) \s*+ (?: / | (?<= \s ) (?: per | par | por ) (?= \s ) ) \s*+
    (?P<per> \p{L}[\p{L}³²23]{0,19} ) (?: \s*+ (?: / | per \s ) \s*+ (?P<next> \p{L}{1,20} ) )?
    """,
    regex.X | regex.I,
)
"""A unit that is counted on another: `EUR/ha`, `kg per person per month`."""
TRAILING = regex.compile(r"[,:;–—-] \s (?P<inside> [^,:;–—]{1,60}+ ) \Z", regex.X)
PARENTHETIC = regex.compile(
    r", \s (?P<inside> (?= [^\d,] ) [^,.;:()\[\]]{1,40}+ ) (?= , \s )", regex.X
)
"""What stands between two commas: `Pupils in school, per cent, by region`; no number opens it."""
LETTER = regex.compile(r"\p{L}")  # in every title and name: a figure alone is none
TOTAL = regex.compile(
    r"""
    ^ \W*+
    (?: grand \s+ | sub [-\s]? | overall \s+ )?
    (?: total (?: s | e | es )? | totaux | gesamt | insgesamt
      | (?: soma | totali ) (?= \W*+ (?: $ | geral \b | generali \b ) )  # else a name
      | (?: zwischen | gesamt )? summe
      | итого | всего | всього | разом | المجموع | الإجمالي
    )
    (?: \s+ (?: g[eé]n[eé]ral (?: es | e )? | geral
      | complessivo | (?P<sums> costs? | budget | amount | requirements? )
      | (?P<counted> population ) ) )?
    \b
    """,
    regex.X | regex.I,
)


Stated = tuple[str | None, str | None]
"""A unit and a factor, in plain digits; either may be None."""


@dataclass(frozen=True, slots=True)
class StatedUnit:
    """A unit and a factor stated for many cells at once, and where in the text they stand."""

    unit: str | None
    """ISO 4217, `percent` or a measure; None where only a factor is stated."""
    magnitude: str | None
    """The factor in plain digits; None where only a unit is stated."""
    span: tuple[int, int]


def is_total(label: str) -> bool:
    """Say whether a row label announces a total.

    >>> is_total("GRAND TOTAL"), is_total("Total general"), is_total("Totally new")
    (True, True, False)
    >>> is_total("Soma"), is_total("Soma Oil")
    (True, False)
    """
    return TOTAL.match(label) is not None


def named_by_total(label: str) -> str:
    """Return what the label of a total names, in lower case; nothing for words of totals alone.

    >>> named_by_total("Total men"), named_by_total("Grand total (USD):")
    ('men', '')
    """
    total = TOTAL.match(label)
    if total is None:
        return label.lower()
    start = total.end() if total["counted"] is None else total.start("counted")
    return BRACKETED.sub("", label[start:]).strip(" :,.*").lower()


def is_bare_total(label: str) -> bool:
    """Say whether a label is the words of a total alone, also with a number: it names nothing.

    >>> is_bare_total("Grand total"), is_bare_total("Total: 1,250"), is_bare_total("Total costs")
    (True, True, False)
    """
    total = TOTAL.match(label)
    if total is None or total["sums"] is not None or total["counted"] is not None:
        return False
    return LETTER.search(label, total.end()) is None


def stated_unit(text: str) -> StatedUnit | None:
    """Return the unit that a title, a header or a note states for the cells it governs.

    >>> stated_unit("Requirements (USD thousand)")
    StatedUnit(unit='USD', magnitude='1000', span=(14, 26))
    >>> stated_unit("Revenue, in millions of US dollars").magnitude
    '1000000'
    >>> stated_unit("New needs, $’s in millions")
    StatedUnit(unit='USD', magnitude='1000000', span=(11, 26))
    >>> stated_unit("Pupils in school, per cent, by region").unit
    'percent'
    >>> stated_unit("Needs (2031)") is None
    True
    """
    for start, end in _set_apart(text):
        said = read_quantity(text[start:end])
        if said != (None, None):
            return StatedUnit(*said, (start, end))
    between = [match.span("inside") for match in PARENTHETIC.finditer(text)]
    stated = [
        StatedUnit(*said, at) for at in between if any(said := read_quantity(text[slice(*at)]))
    ]
    if len(stated) == 1:  # several are a list of units
        return stated[0]
    return _behind_in(text)


def _behind_in(text: str) -> StatedUnit | None:
    """Return the unit that an `in` states: `in 1,000 t`, `in thousands of US dollars`."""
    for match in IN_THOUSANDS.finditer(text):
        said = read_quantity(match[0])
        if said != (None, None):
            return StatedUnit(*said, match.span())
    for start, end in _named_in(text):
        ends = not text[end:].strip()  # `Investment in foot and mouth disease` is in no feet
        said = read_quantity(text[start:end]) if ends else read_unit(text[start:end])
        if said != (None, None):
            return StatedUnit(*said, (start, end))
    return None


def _set_apart(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands in brackets, then what stands at the end."""
    for match in BRACKETED.finditer(text):
        yield match.span("inside")
    trailing = TRAILING.search(text)
    if trailing is not None:
        yield trailing.span("inside")


def _named_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield what follows an `in`, the longest first."""
    for match in IN_UNITS.finditer(text, overlapped=True):  # `in this table in euros`
        start, end = match.span()
        while end > start:
            yield start, end
            end = start + max(0, text[start:end].rfind(" "))


@lru_cache(maxsize=4096)  # a header governs many cells
def read_quantity(words: str) -> Stated:
    """Return the unit and factor that a phrase states which stands apart: also of measures, rates.

    >>> read_quantity("1 000 tonnes"), read_quantity("EUR/ha"), read_quantity("boats")
    (('tonnes', '1000'), ('EUR', None), (None, None))
    """
    said = read_unit(words)
    if said == (None, None):
        said = _read_measure(words)
    rate = rate_in(words) if said == (None, None) else None
    return said if rate is None else read_quantity(rate[0])


def rate_in(words: str) -> tuple[str, str] | None:
    """Return what a rate counts and what it is counted on; None for what is no rate.

    >>> rate_in("kg/year"), rate_in("USD per person per month"), rate_in("km/h")
    (('kg', 'year'), ('USD', 'person/month'), None)
    """
    said = RATE.fullmatch(words) if "/" in words or " " in words else None
    if said is None or _read_measure(words) != (None, None):
        return None
    what = said["what"].strip()
    if read_unit(what)[0] is None and _read_measure(what)[0] is None:
        return None
    return what, said["per"] if said["next"] is None else f"{said['per']}/{said['next']}"


def _read_measure(words: str) -> Stated:
    """Return the measure that a phrase states with the factor before it, and nothing else."""
    tokens = OPENING.sub("", words).split()
    for size in range(min(MAX_MEASURE, len(tokens)), 0, -1):
        unit, before = " ".join(tokens[-size:]), " ".join(tokens[:-size])
        if not is_measure(unit):
            continue
        other, magnitude = read_unit(before)
        alone = not before and len(unit) > 1  # one letter is many things (`Height (m)`)
        if alone or (other is None and magnitude is not None):
            return unit, magnitude
    return None, None


@lru_cache(maxsize=4096)  # a header governs many cells
def read_unit(words: str) -> Stated:
    """Return the unit and the factor that a short phrase states; None for what it does not.

    A phrase states something only when each of its words belongs to a unit or a factor.

    >>> read_unit("in thousands of US dollars"), read_unit("%"), read_unit("Lorn")
    (('USD', '1000'), ('percent', None), (None, None))
    """
    tokens = TOKEN.findall(FUSED.sub(r"\g<code> ", LED.sub(_scaled, words)))
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


def _scaled(led: "regex.Match[str]") -> str:
    """Return the factor of a money by its word; letters that make a word (`MALL`) stay."""
    money = len(led["code"]) == 1 or led["code"] in codes() - WORDLIKE_CODES - ENDS_OF_WORDS
    return SCALES[led["scale"]] if money else led[0]


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
    money = said.get("unit") in codes() and said.get("name", said.get("unit")) != said.get("unit")
    return {} if kind == "filler" or money else said  # two monies are none: `S/N` counts rows


def _longest(tokens: list[str]) -> tuple[int, Meaning]:
    """Return the meaning of the longest phrase that opens the tokens, and its size; 0 for none."""
    for size in range(min(MAX_TOKENS, len(tokens)), 0, -1):
        meaning = phrases().get(fold(" ".join(tokens[:size])))
        if meaning is not None:
            return size, meaning
    if tokens[0] in codes():
        return 1, ("unit", tokens[0])
    return 0, ("filler", "")
