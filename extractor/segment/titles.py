"""Table titles, units stated for a whole table, total rows, and notes below a table."""

from dataclasses import dataclass

import regex

BRACKETED = regex.compile(r"[(\[] (?P<inside> [^()\[\]]{1,60} ) [)\]]", regex.X)
IN_UNITS = regex.compile(
    r"\b (?: in | en ) \s+ (?P<inside> US\$ | USD | EUR | GBP | CHF | (?: thousands? | millions? | billions? | milliers | millones | miles | millions ) "
    r"(?: \s+ (?: of | de | d['’] ) \s* [\p{L} ]{2,30} )? )",
    regex.X | regex.I,
)
TOTAL = regex.compile(
    r"^ \W* (?: grand \s+ | sub-? \s? | overall \s+ )? (?: total (?: s | e | es )? | totaux | итого | всего | всього | разом | المجموع | الإجمالي )"
    r"(?: \s+ (?: g[eé]n[eé]ral(?:es)? | general | cost | costs | budget | amount | requirements? | population ) )? \b",
    regex.X | regex.I,
)

_MAGNITUDES = {
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
    "milliers": "1000",
    "miles": "1000",
    "millones": "1000000",
    "000": "1000",
    "mn": "1000000",
    "bn": "1000000000",
    "k": "1000",
    "m": "1000000",
}
_UNITS = {
    "us$": "USD",
    "$": "USD",
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "united states dollars": "USD",
    "dollars": "USD",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "%": "percent",
    "per cent": "percent",
    "percent": "percent",
    "percentage": "percent",
}
_CODES = frozenset(
    "USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK UAH PLN MDL KES NGN XOF XAF CDF INR NPR PKR AFN SGD ZAR BRL MXN CLP COP PEN CUP EGP CNY RUB TRY".split()
)


@dataclass(frozen=True, slots=True)
class StatedUnit:
    """A unit and a factor stated for many cells at once, and where in the text they stand."""

    unit: str | None
    magnitude: str | None
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
    >>> stated_unit("Needs (2031)") is None
    True
    """
    for match in (*BRACKETED.finditer(text), *IN_UNITS.finditer(text)):
        unit, magnitude = read_unit(match["inside"])
        if unit or magnitude:
            return StatedUnit(unit, magnitude, match.span("inside"))
    return None


def read_unit(words: str) -> tuple[str | None, str | None]:
    """Return the unit and the factor that a short phrase states; None for what it does not.

    >>> read_unit("in thousands of US dollars"), read_unit("%"), read_unit("Lorn")
    (('USD', '1000'), ('percent', None), (None, None))
    """
    folded = " ".join(words.casefold().split()).removeprefix("in ").removeprefix("en ")
    unit: str | None = None
    magnitude: str | None = None
    rest = folded
    for name in sorted(_UNITS, key=len, reverse=True):
        if name in rest:
            unit, rest = _UNITS[name], rest.replace(name, " ")
            break
    left: list[str] = []
    for token in regex.findall(r"[\p{L}\d$€£%]+", rest):
        single = token if token in _MAGNITUDES else token.removesuffix("s")
        if single in _MAGNITUDES and magnitude is None:
            magnitude = _MAGNITUDES[single]
        elif token.upper() in _CODES and unit is None:
            unit = token.upper()
        elif token not in {"of", "de", "d", "in", "en"}:
            left.append(token)
    return (None, None) if left else (unit, magnitude)
