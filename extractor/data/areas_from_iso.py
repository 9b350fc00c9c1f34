"""Writes `areas.json`: the names of first-level areas of each country, by ISO 3166-2 code.

Run `python -m extractor.data.areas_from_iso ISO CLDR`, where ISO is `iso3166-2.json` of the package
iso3166-2 1.8.4 on PyPI (MIT, Copyright (c) 2024 AJ) and CLDR is `subdivisions/en/en.json` of
cldr-subdivisions-full 48.2.0 on npm (Unicode licence). An area's first name stands for it.
"""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import regex

SOURCES = ["iso3166-2 1.8.4 (MIT)", "cldr-subdivisions-full 48.2.0 (Unicode licence)"]
SMALL = (
    "municipality",
    "parish",
    "town",
    "commune",
    "quarter",
    "popularate",
    "borough",
    "local council",
    "urban municipality",
    "rural municipality",
    "city with county rights",
    "special municipality",
    "state city",
    "outlying area",
    "island council",
)
"""Kinds of first-level areas that are towns: too many, and named like others elsewhere."""

PARTED = "geographical unit"
"""The kind of first-level area that only groups those that are meant: theirs are taken too."""
DEPARTMENTS = ("metropolitan department",)

LANGUAGES = ("eng", "fra", "spa", "por", "ukr", "rus", "ara")
NAMED = regex.compile(r"\s* (?P<name> [^(),]+? ) \s* \( (?P<language> [a-z]{3} ) \)", regex.X)
BRACKETED = regex.compile(r"\s* [\[(] [^\])]* [\])]", regex.X)
TYPE_WORD = regex.compile(
    r"""
    \s (?: Province | Region | Oblast | oblast | Governorate | District | Department | Prefecture
         | County | State | Division | Voivodeship ) $
    """,
    regex.X,
)
ARABIC_TYPE = regex.compile(r"^(?: محافظة | منطقة | ولاية ) \s", regex.X)
ARABIC_MARKS = regex.compile(r"[\u064B-\u0652\u0670\u0640]")
MARKS = regex.compile(r"[\p{M}‘ʻʼ]")
ALEF_WASLA = "\u0671"
USUAL = regex.compile(r"[\p{L}\p{M}’'‘ʼ.\- ]+")
LAST_USUAL = "\u017f"  # of the Latin letters that texts print without a thought
ALIKE = 0.6  # of a second name and a first one, 0 to 1; nicknames are not (`Land of Beauty`)
SHORTEST = 3  # letters


def areas(iso: Mapping[str, Any], english: Mapping[str, str]) -> dict[str, dict[str, list[str]]]:
    """Return the names of the areas of each country by the code's second part."""
    found: dict[str, dict[str, list[str]]] = {}
    for country, entries in sorted(iso.items()):
        for code, entry in sorted(entries.items()):
            if _is_wanted(entry, entries):
                names = list(_names(entry, english.get(code.replace("-", "").lower())))
                if names:
                    found.setdefault(country, {})[code.partition("-")[2]] = names
    return found


def _is_wanted(entry: Mapping[str, Any], entries: Mapping[str, Any]) -> bool:
    kind = entry["type"].lower()
    if kind in SMALL:
        return False
    above = entries.get(entry["parentCode"])
    return above is None or kind in DEPARTMENTS or above["type"].lower() == PARTED


def _names(entry: Mapping[str, Any], english: str | None) -> Iterator[str]:
    """Yield an area's names, each once: the usual English one, the official and further ones."""
    official = BRACKETED.sub("", entry["name"]).strip()
    others = [(m["name"], m["language"]) for m in NAMED.finditer(entry["localOtherName"] or "")]
    latin = [name for name, language in others if language in LANGUAGES[:4]]
    first = next((n for n in latin if _is_stem(n, english, official)), None) or english or official
    near = [name for name in latin if _are_alike(name, first) or _are_alike(name, official)]
    foreign = list(_first_each((n, lang) for n, lang in others if lang in LANGUAGES[4:]))
    candidates = (first, english or "", official, *near, *foreign)
    forms = (form for name in candidates for form in _forms(name))
    yield from dict.fromkeys(form for form in forms if len(form) >= SHORTEST)


def _is_stem(name: str, english: str | None, official: str) -> bool:
    """Say whether English has a plain name where CLDR has a Ukrainian one (`Luhanshchyna`)."""
    return english is not None and english.endswith("yna") and _are_alike(name, official)


def _first_each(named: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the first name of each language, and those that begin like it (`Одещина`)."""
    first: dict[str, str] = {}
    for name, language in named:
        if name[:3] == first.setdefault(language, name)[:3]:
            yield name


def _forms(name: str) -> Iterator[str]:
    """Yield a name as texts print it: without its type, its rare letters plain, marks left out."""
    plain = ARABIC_MARKS.sub("", name).replace(ALEF_WASLA, "ا").replace("'", "’").strip()
    plain = ARABIC_TYPE.sub("", TYPE_WORD.sub("", plain.strip("‘’ʼ")))
    if not USUAL.fullmatch(plain):
        return
    if all(c <= LAST_USUAL or not c.isalpha() or _is_foreign(c) for c in plain):
        yield plain
    folded = _folded(plain)
    if folded != plain:
        yield folded


def _is_foreign(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CYRILLIC", "ARABIC"))


def _folded(name: str) -> str:
    if any(map(_is_foreign, name)):
        return name
    decomposed = unicodedata.normalize("NFD", name.replace("ı", "i").replace("ł", "l"))
    plain: str = MARKS.sub("", decomposed)
    return plain


def _are_alike(one: str, other: str) -> bool:
    first, second = (_folded(TYPE_WORD.sub("", name)).lower() for name in (one, other))
    return SequenceMatcher(None, first, second).ratio() >= ALIKE


def main(arguments: list[str]) -> None:
    """Write the table beside this script."""
    iso, cldr = (json.loads(Path(path).read_text("utf-8")) for path in arguments)
    english = cldr["subdivisions"]["localeDisplayNames"]["subdivisions"]
    lines = (
        f"  {json.dumps(country)}: {json.dumps(named, ensure_ascii=False)}"
        for country, named in areas(iso, english).items()
    )
    content = f'{{\n "sources": {json.dumps(SOURCES)},\n "areas": {{\n' + ",\n".join(lines)
    Path(__file__).with_name("areas.json").write_text(content + "\n }\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
