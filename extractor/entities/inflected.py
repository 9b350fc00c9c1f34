"""Countries in the forms that a sentence gives to their names: `в Украине`, `з Польщі`, `بالعراق`.

A Russian or Ukrainian name stands in one of six cases, each word of it in the same one; an Arabic
name is written together with "and", "in", "to", and often without the signs of its letters.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import regex

from extractor.data.tables import load
from extractor.entities import gazetteer
from extractor.entities.mention import Mention

INFLECTING = regex.compile(r"[\p{Cyrillic}\p{Arabic}]")
CYRILLIC = regex.compile(r"\p{Cyrillic}")
WORD = regex.compile(r"[\p{L}\p{M}]++")
ENDS = regex.compile(r"(?! [\p{L}\p{M}\d] )", regex.X)
CASES = 6
ARTICLE = "ال"
BARE = str.maketrans("أإآ", "ااا")
FEWEST = 3  # letters of a form; shorter ones are other words


def inflected(text: str) -> Iterator[Mention]:
    """Yield the countries that a text in Cyrillic or Arabic letters names, in order.

    >>> [m.code for m in inflected("Помощь Украины, по Южному Судану, وبالعراق")]
    ['UA', 'SS', 'IQ']
    """
    if INFLECTING.search(text) is None:
        return
    forms, end = _by_first_word(), 0
    for first in WORD.finditer(text):
        if first.start() < end:
            continue
        for form, code, at in forms.get(first[0], ()):
            start, stop = first.start() + at, first.start() + len(form)
            if text.startswith(form, first.start()) and ENDS.match(text, stop):
                place = gazetteer.countries()[code]
                yield Mention("place", (start, stop), place.value, place.code)
                end = stop
                break


@cache
def _by_first_word() -> Mapping[str, Sequence[tuple[str, str, int]]]:
    """Return the forms by their first word, the longest first: form, code, where the name begins.

    What is also the form of another country is none.
    """
    codes: defaultdict[str, set[str]] = defaultdict(set)
    begins: dict[str, int] = {}
    for name, code in _names():
        for form, at in _forms(name):
            codes[form].add(code)
            begins[form] = at
    found: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for form in sorted(codes, key=len, reverse=True):
        first = WORD.match(form)
        if first is not None and len(codes[form]) == 1 and len(form) >= FEWEST:
            found[first[0]].append((form, min(codes[form]), begins[form]))
    return found


def _names() -> Iterator[tuple[str, str]]:
    """Yield every name of a country in one of these scripts, with the country's code."""
    for name, place in gazetteer.places().items():
        if place.code is not None and INFLECTING.match(name):
            yield name, place.code
    for code, names in load("cases.toml")["names"].items():
        yield from ((name, code) for name in names)


def _forms(name: str) -> Iterator[tuple[str, int]]:
    """Yield the forms of a name, each with where the name begins in it."""
    cases = load("cases.toml")
    if CYRILLIC.match(name) is None:
        yield from _prefixed(name, cases["arabic"])
        return
    for language in ("ru", "uk"):
        declined = [_declined(word, cases[language], cases["fixed"]) for word in name.split(" ")]
        yield from ((" ".join(words), 0) for words in zip(*declined, strict=True))


def _declined(
    word: str, endings: Mapping[str, Sequence[str]], fixed: Mapping[str, Any]
) -> Sequence[str]:
    """Return a word in its six cases."""
    ending = next((e for e in endings if word.endswith(e)), "")
    vowel = word[-1:] in "оеуюэиіїєйь" and ending == ""
    if word in fixed["words"] or vowel or not word[-1:].isalpha():
        return [word] * CASES
    return [word.removesuffix(ending) + each for each in endings[ending]]


def _prefixed(name: str, rule: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for spelled in {name, name.translate(BARE)}:
        yield spelled, 0
        if len(spelled) < rule["shortest"]:
            continue
        for prefix in rule["prefixes"]:
            if prefix.endswith("ل") and spelled.startswith(ARTICLE):
                yield prefix + spelled[1:], len(prefix) - 1
            else:
                yield prefix + spelled, len(prefix)
