"""Writes `cldr.json`: what CLDR knows of languages that have no pack, out of Babel's copy.

Run `python -m extractor.data.languages_from_cldr`. Of each language: how its numbers are pointed
and grouped, and its words for factors, months, stretches of time, per cent and money. The grammar
reads the file and not Babel, because loading Babel's locales costs more than reading a plan.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import regex
from babel import Locale
from babel.core import get_global
from babel.dates import get_month_names
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers
from babel.numbers import get_currency_name, get_territory_currencies
from babel.units import format_unit
from py3langid import rank

from extractor.data.currencies_from_cldr import SINCE, UNTIL
from extractor.figures.lexicon import load_measures

WORLD = ("USD", "EUR", "GBP", "CHF", "JPY", "CNY")
"""Moneys that plans of every country are in, besides those of the countries of a language."""
FORMS = (0, 1, 2, 5, 1.5)
"""Numbers that ask for all forms of a noun in the languages of Europe."""
STRETCHES = {
    "year": "1Y",
    "month": "1M",
    "week": "1W",
    "day": "1D",
    "hour": "T1H",
    "minute": "T1M",
    "second": "T1S",
}
SIGNS = frozenset(sign.casefold() for sign in load_measures().words("symbols"))
LEAST_FACTOR = 100
SHORTEST_NAME = 3  # characters of a month in Latin letters: `Ma` is none
SHORTEST_FACTOR = 2  # letters
SCRIPTS = {"sr": ("sr", "sr_Latn"), "no": ("nb", "nn"), "tl": ("fil",)}
"""Languages that CLDR has under other codes, or written in two ways."""

_PATTERN = regex.compile(r"(?P<before>[^0]*+)(?P<zeros>0++)(?:[.,]0++)?+(?P<behind>.*+)", regex.S)
_COUNTED = regex.compile(r"[0-9][0-9.,]*+\s*+(?P<word>[^\s0-9][^0-9]*+)")
_DAY_WITH_STOP = regex.compile(r"d\.\s*+M")
_LINK = regex.compile(r"(?<=d\s*+|MMMM\s*+)'(\p{L}++)'(?=\s*+[My])")
"""A word between day, month and year: `d 'de' MMMM 'de' y`."""
_MARKS = str.maketrans("", "", "'\u200e\u200f\u200c\u200d\u061c")


def languages() -> list[str]:
    """Return the languages without a pack that a text is found to be in, and CLDR knows."""
    known = {*locale_identifiers(), *SCRIPTS}.intersection(label for label, _ in rank("a text"))
    packs = {path.stem for path in Path(__file__).with_name("lang").glob("*.toml")}
    return sorted(known - packs)


def locales(language: str) -> Iterator[Locale]:
    """Yield what CLDR has of a language, in each way of writing it."""
    for name in SCRIPTS.get(language, (language,)):
        yield Locale.parse(name)


def factors(language: str) -> dict[str, list[str]]:
    """Return the words behind numbers that multiply them, by what they multiply with.

    None is the sign of a unit as well: `kM` is a thousand million in Catalan, `km` is not.
    """
    return _sole(_factors(language, _is_word))


def abbreviations(language: str) -> dict[str, list[str]]:
    """Return the capital letters behind numbers that multiply them: M is 10^9 in Indonesian."""
    return _sole(_factors(language, lambda word: len(word) < SHORTEST_FACTOR and word.isupper()))


def _is_word(word: str) -> bool:
    return len(word) >= SHORTEST_FACTOR and word.casefold() not in SIGNS


def _factors(language: str, is_one: Callable[[str], bool]) -> dict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for locale in locales(language):
        for width in ("long", "short"):
            table = locale.compact_decimal_formats.get(width, {})
            for form in table:
                for power, pattern in table[form].items():
                    told = _factor(int(power), str(pattern.pattern))
                    if told is not None and is_one(told[1]):
                        found[told[0]].add(told[1])
    return found


def _factor(power: int, pattern: str) -> tuple[int, str] | None:
    """Return a factor and its word of a pattern like `00 miliona`; None where it has no word."""
    match = _PATTERN.fullmatch(pattern.split(";", maxsplit=1)[0].translate(_MARKS))
    if match is None or match["before"].strip():
        return None
    word = match["behind"].replace("\u00a0", " ").strip()
    factor = power // 10 ** (len(match["zeros"]) - 1)
    return (factor, word) if factor >= LEAST_FACTOR and word[:1].isalpha() else None


def months(language: str) -> dict[str, list[str]]:
    """Return the names of the months, long and short, by their numbers."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for locale in locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, locale).items():
                    if _is_name(name):
                        found[number].add(name.translate(_MARKS))
    return _sole(found)


def _is_name(name: str) -> bool:
    letters = sum(char.isalpha() for char in name)
    return letters >= (SHORTEST_NAME if name.isascii() else SHORTEST_NAME - 1)


def stretches(language: str) -> dict[str, list[str]]:
    """Return the words for stretches of time, by ISO 8601."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for unit, code in STRETCHES.items():
        found[code].update(_units(language, f"duration-{unit}"))
    return _sole(found)


def _units(language: str, unit: str) -> Iterator[str]:
    """Yield the words of a unit in full, in each form."""
    for locale in locales(language):
        for number in FORMS:
            told = format_unit(number, unit, locale=locale, numbering_system="latn")
            match = _COUNTED.fullmatch(told.translate(_MARKS))
            if match is not None and match["word"] != unit:  # which is given where CLDR has no word
                yield match["word"].replace("\u00a0", " ")


def moneys(language: str) -> dict[str, list[str]]:
    """Return the names of the moneys of the world and of the language's countries."""
    countries = [
        country
        for country in get_global("territory_languages")
        if language in get_official_languages(country)
    ]
    own = {code for one in countries for code in get_territory_currencies(one, SINCE, UNTIL)}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for locale in locales(language):
        for code in {*WORLD, *own}:
            names = {get_currency_name(code, count, locale) for count in (*FORMS, None)}
            found[code] |= {one for one in names if one.casefold() != code.casefold()}
    return _sole({code: set(filter(_is_of_money, names)) for code, names in found.items()})


def _is_of_money(name: str) -> bool:
    return "(" not in name and len(name) >= SHORTEST_NAME


def facts(language: str) -> dict[str, Any]:
    """Return what CLDR knows of a language."""
    locale = next(locales(language))
    symbols = locale.number_symbols.get("latn", {})
    pattern = locale.date_formats["long"].pattern
    group = str(symbols.get("group", ","))
    return {
        "decimal": str(symbols.get("decimal", ".")),
        "group": " " if group.isspace() else group,
        "magnitudes": factors(language),
        "abbreviations": abbreviations(language),
        "months": months(language),
        "day_marks": ["."] if _DAY_WITH_STOP.search(pattern) else [],
        "of": sorted(set(_LINK.findall(pattern))),
        "durations": stretches(language),
        "percent": sorted(set(_units(language, "concentr-percent")) - {"%"}),
        "percent_before": locale.percent_formats[None].pattern.startswith("%"),
        "currencies": moneys(language),
    }


def _sole(found: Mapping[Any, set[str]]) -> dict[str, list[str]]:
    """Return words by what they mean; one that means two things is left out."""
    counted: defaultdict[str, set[Any]] = defaultdict(set)
    for meaning, words in found.items():
        for word in words:
            counted[word.casefold()].add(meaning)
    return {
        str(meaning): sorted(word for word in words if len(counted[word.casefold()]) == 1)
        for meaning, words in sorted(found.items())
        if any(len(counted[word.casefold()]) == 1 for word in words)
    }


def main() -> None:
    """Write the table beside this script."""
    every = languages()
    # Babel writes names of one locale into the root that others share: a process for each.
    with ProcessPoolExecutor(max_tasks_per_child=1) as apart:
        table = dict(zip(every, apart.map(facts, every), strict=True))
    target = Path(__file__).with_name("cldr.json")
    lines = (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in table.items())
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
