"""Demonyms: a country named by its people and things (`Afghan`, `Syrians`, `réfugiés maliens`).

They name the country, but place nothing: what is said of Afghan refugees in Pakistan holds there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from extractor.data.tables import load
from extractor.entities import gazetteer
from extractor.entities.mention import Mention, outside

LANGUAGES = ("en", "fr", "es")
"""What there is a list of; a text in another language may have English demonyms."""

CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}]*+", regex.X)
ANY_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*+", regex.X)
STARTS = regex.compile(r"(?<! [\p{L}\p{M}\d] | \p{L}- )", regex.X)
ENDS = regex.compile(r"(?! [\p{L}\p{M}\d] )", regex.X)
WORD_BEFORE = regex.compile(r"(?<! \p{L} ) (?P<word> \p{L}{1,10} ) [:\ \-] $", regex.X)
WORD_BEHIND = regex.compile(r"[\ \-] (?P<word> \p{L}++ )", regex.X)
BEFORE = 12  # characters in which the word before stands whole

NO_PLURAL = ("ese", "ish", "sh", "ch", "ss", "z", "tho", "wana", "bé", "be", "wazi", "gasy", "lao")
"""English demonyms that are their own plural, or have none."""

ENDINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "fr": {
        "ien": ("ien", "iens", "ienne", "iennes"),
        "éen": ("éen", "éens", "éenne", "éennes"),
        "c": ("c", "cs", "que", "ques"),
        "s": ("s", "se", "ses"),
        "e": ("e", "es"),
        "": ("", "s", "e", "es"),
    },
    "es": {
        "és": ("és", "eses", "esa", "esas"),
        "án": ("án", "anes", "ana", "anas"),
        "ol": ("ol", "oles", "ola", "olas"),
        "o": ("o", "os", "a", "as"),
        "": ("", "s", "es"),
    },
}
"""How the forms of a demonym end, by the ending of the first; what fits first counts."""


def demonyms(text: str, known: Sequence[Mention], language: str | None) -> Iterator[Mention]:
    """Yield the countries that demonyms of a language name, in order, outside of what is known."""
    named = Counter(mention.code for mention in known)
    yield from outside(_found(text, named, language if language in LANGUAGES else "en"), known)


def _found(text: str, named: Mapping[str | None, int], language: str) -> Iterator[Mention]:
    forms, codes, end = _by_first_word(language), _codes(language), 0
    for first in (CAPITALISED if language == "en" else ANY_WORD).finditer(text):
        candidates = forms.get(first[0])
        if candidates is None or first.start() < end:
            continue
        start = first.start()
        form = next((f for f in candidates if _stands(text, f, start)), None)
        if form is None or _is_other(text, (start, start + len(form)), language):
            continue
        code = _meant(codes[form], named, sure=form.lower() not in _unsure())
        if code is not None:
            place, end = gazetteer.countries()[code], start + len(form)
            yield Mention("place", (start, end), place.value, place.code)


def _stands(text: str, form: str, start: int) -> bool:
    whole = STARTS.match(text, start) and ENDS.match(text, start + len(form))
    return whole is not None and text.startswith(form, start)


def _meant(codes: Sequence[str], named: Mapping[str | None, int], *, sure: bool) -> str | None:
    """Return the country that a demonym names: of several the one that the text names most."""
    if len(codes) == 1 and sure:
        return codes[0]
    first, *others = sorted(codes, key=lambda code: named.get(code, 0), reverse=True)
    times = named.get(first, 0)
    return first if times > max((named.get(code, 0) for code in others), default=0) else None


def _is_other(text: str, span: tuple[int, int], language: str) -> bool:
    """Say whether a demonym names a wider region, money or a language."""
    before = WORD_BEFORE.search(text, max(0, span[0] - BEFORE), span[0])
    behind = WORD_BEHIND.match(text, span[1])
    words = {match["word"] for match in (before, behind) if match is not None}
    if words & _list("unless", "before") or words & _list("unless", "behind"):
        return True
    if text[slice(*span)].lower() not in _languages():
        return False
    as_noun = language == "en" and behind is None
    return as_noun or bool(
        words & _list("languages", "before") | words & _list("languages", "behind")
    )


# --- the names ------------------------------------------------------------------------------------


@cache
def _codes(language: str) -> Mapping[str, Sequence[str]]:
    """Return the countries of each form as printed; an English one is never in small letters."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, names in load("demonyms.toml")[language].items():
        for name in names:
            for form in _forms(name, language):
                for printed in {form, form[0].upper() + form[1:], form.upper()}:
                    found[printed].append(code)
    return found


def _forms(name: str, language: str) -> Sequence[str]:
    if language == "en":
        return (name,) if name.lower().endswith(NO_PLURAL) else (name, f"{name}s")
    ending = next(ending for ending in ENDINGS[language] if name.endswith(ending))
    stem = name.removesuffix(ending)
    return tuple(stem + each for each in ENDINGS[language][ending])


@cache
def _by_first_word(language: str) -> Mapping[str, Sequence[str]]:
    """Return the forms by their first word, the longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(_codes(language), key=len, reverse=True):
        first = ANY_WORD.match(form)
        if first is not None:
            found[first[0]].append(form)
    return found


@cache
def _languages() -> frozenset[str]:
    """Return the forms that are the name of a language too."""
    names = load("demonyms.toml")["languages"]["names"]
    return frozenset(name.lower() for name in names)


@cache
def _unsure() -> frozenset[str]:
    names = load("demonyms.toml")["unless"]["unsure"]
    return frozenset(form.lower() for name in names for form in _forms(name, "en"))


@cache
def _list(part: str, name: str) -> frozenset[str]:
    words: list[str] = load("demonyms.toml")[part][name]
    return frozenset(words)
