"""The words that state a unit or a factor for many cells at once, in every language we know."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import regex

from extractor.data.packs import pack_tree
from extractor.data.tables import load

Meaning = tuple[Literal["unit", "name", "magnitude", "short", "anybodys", "filler"], str]
"""What a phrase says: a unit; a unit only beside a factor or after `in` (`real`, `Le` alone are
words); a factor; a factor only beside a unit (`m` alone is metres); anybody's money; nothing."""

CODE = 3  # letters of a currency's code
TOKEN = regex.compile(r"\p{L}++ (?: \.\p{L}++ )*+ | \d++ | [^\s.,]", regex.X)
LANGUAGES = ("ar", "ru", "uk")  # whose names of money CLDR's table does not hold
LATER = ("pt", "de", "it")  # whose table it holds but for some names
PACKS = ("en", "fr", "es", *LANGUAGES)
SHORT_NAME = 3  # letters of a measure's name that is a sign: `mq`, no `MQ`
OTHERS_TOO = frozenset(("once", "zoll", "ar"))  # names of measures that are other words in a head
MAX_TOKENS = 5  # of the longest phrase that means one thing

# Codes that are words in capitals too: they state a unit only beside a factor (`ALL million`).
WORDLIKE_CODES = frozenset("ALL SDG SOS TOP".split())

_MAGNITUDES = {
    "100": "hundred, hundreds",
    "1000": "thousand, thousands, 000, 000 s, 000 ' s, 000 ’ s, 000 ′ s, 1 000, 1000, milliers"
    ", 1 000 s, 1000 s, 1000 ' s, 1000 ’ s"
    ", tsd, milhares, milhares de, migliaia, migliaia di, mila"
    ", mille, en miles, miles de, mil"
    ", тыс, тысяч, тысячах, тис, тисяч, тисячах, tausend, ألف, آلاف, بالألف, بالآلاف, بآلاف",
    "100000": "lakh, lakhs",
    "1000000": "million, millions, 1 000 000, mn, mln, millón, millones, milhões, milioni"
    ", mio, 1000000, млн"
    ", миллионов"
    ", миллионах, мільйонів, мільйонах, millionen, مليون, ملايين, بالمليون"
    ", بالملايين, بملايين",
    "10000000": "crore, crores",
    "1000000000": "billion, billions, bn, bln, milliard, milliards, mil millones, миллиардов"
    ", миллиардах, млрд, мільярдів, мільярдах, milliarden, mrd"
    ", bilhões, mil milhões, miliardi, mld, مليار, مليارات"
    ", بالمليار, بالمليارات",
    "1000000000000": "trillion, trillions, tn, billones, trilhões, biliões, трлн",
}
_SHORT = {"1000": "k, miles", "1000000": "m, mm", "1000000000": "b, md, mds, mrds"}
_UNITS = {
    "USD": "$, $s, $ ’ s, $ ' s, us $, u.s. $, $ us, us dollar, us dollars, u.s. dollars"
    ", us - dollar, dólares americanos, dollari, dollari usa"
    ", united states dollars, dollar, dollars, dollars us, dólares"
    ", долл сша, долларов сша, доларів сша, الدولارات, بالدولار, الدولارات الأمريكية"
    ", بالدولار الأمريكي, بالدولارات الأمريكية",
    "EUR": "euro, euros, евро, євро, يورو",
    "percent": "%, per cent, percent, percentage, pour cent, por ciento"
    ", por cento, percentagem, per cento, prozent, процент, проценты"
    ", процентов, процентах, відсоток, відсотки, відсотків, відсотках",
}
_FILLERS = (
    "of, de, di, d, in, en, em, в, у, ', ’, ‘, ′, x, ×, constant, current, courants, constants"
    ", corrientes, constantes"
)
MIN_SIGN = 3  # letters of a sign of money that is no other word: FCFA, KSh
# Names of money that do not say whose it is tell no unit, but a factor may stand before them.
_ANYBODYS = (
    "peso, pesos, franc, francs, pound, pounds, rupee, rupees, shillings, جنيه, جنيها, ليرة, ريال"
    ", دينار, درهم"
)


@cache
def phrases() -> dict[str, Meaning]:
    """Return what each phrase means, by its tokens in lower case."""
    found: dict[str, Meaning] = {}
    table = load("currencies.json")
    for names in (table["signs"], *table["names"].values()):
        found.update((fold(name), (_kind_of(name), code)) for name, code in names.items() if code)
    found.update((fold(name), (_kind_of(name), code)) for name, code in _moneys_of_packs())
    signs = {name.rstrip("."): code for name, code in table["signs"].items() if code}
    found.update((fold(name), ("unit", signs[name])) for name in signs if len(name) >= MIN_SIGN)
    for code, names in _UNITS.items():
        found.update((fold(name), ("unit", code)) for name in names.split(", "))
    for factor, names in _MAGNITUDES.items():
        found.update((fold(name), ("magnitude", factor)) for name in names.split(", "))
    for factor, names in _SHORT.items():
        found.update((fold(name), ("short", factor)) for name in names.split(", "))
    found.update((fold(name), ("anybodys", "")) for name in _ANYBODYS.split(", "))
    found.update((name, ("filler", "")) for name in _FILLERS.split(", "))
    return found


def _moneys_of_packs() -> Iterator[tuple[str, str]]:
    """Yield the names of money that the packs of languages add, and what money they are."""
    for language in (*LANGUAGES, *LATER):
        for code, listed in pack_tree(language)["currencies"].items():
            if code != "$" and (language in LANGUAGES or code in codes()):
                yield from ((name, code) for name in listed if name.upper() != code)


def _kind_of(name: str) -> Literal["unit", "name"]:
    return "name" if name.replace(".", "").isalpha() else "unit"


@cache
def codes() -> frozenset[str]:
    """Return the codes of ISO 4217."""
    table = load("currencies.json")
    return frozenset(table["codes"])


def is_measure(words: str) -> bool:
    """Say whether words are a measure's sign or name, as they are printed.

    >>> is_measure("ha"), is_measure("Hectares"), is_measure("HA")
    (True, True, False)
    """
    return words in _signs_of_measures() or words.casefold() in _names_of_measures()


@cache
def _signs_of_measures() -> frozenset[str]:
    later = (w for code in LATER for w in _words(code))
    short = (w for w in later if len(w) <= SHORT_NAME and w.casefold() not in OTHERS_TOO)
    return frozenset((*load("measures.toml")["symbols"], *short))


@cache
def _names_of_measures() -> frozenset[str]:
    """Return the names of measures in every language; one letter is many things (`м`)."""
    least = [(code, 1) for code in PACKS] + [(code, SHORT_NAME) for code in LATER]
    named = ((w.casefold(), size) for code, size in least for w in _words(code) if len(w) > size)
    return frozenset(w for w, size in named if size == 1 or w not in OTHERS_TOO)


def _words(code: str) -> list[str]:
    listed: list[str] = pack_tree(code)["measures"]["words"]
    return listed


def fold(phrase: str) -> str:
    """Return the tokens of a phrase in lower case, a space between them."""
    return " ".join(TOKEN.findall(phrase.casefold()))
