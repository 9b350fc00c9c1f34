"""The comparing form of a phrase: lower case, without stop words, nouns in the singular."""

from functools import cache, lru_cache

import regex

WORD = regex.compile(r"[\p{L}\p{N}]+(?:['’][\p{L}]+)?")

STOP_WORDS = frozenset(
    (
        "a an the of in on at to for from by with and or is are was were be been being"
        " has have had their its our"
    ).split()
)
IRREGULAR = {
    "people": "person",
    "persons": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
    "idps": "idp",
    "crises": "crisis",
    "analyses": "analysis",
}
MIN_STEM = 3  # letters; `gas` is no plural
NO_PLURAL = ("ss", "us", "is")
PLURAL_ENDINGS = {"ies": "y", "sses": "ss", "shes": "sh", "ches": "ch", "xes": "x", "zes": "z"}


@lru_cache(maxsize=8192)  # one header names many figures
def key(phrase: str) -> str:
    """Return the comparing form of a phrase.

    >>> key("Internally Displaced Persons in need of shelters")
    'internally displaced person need shelter'
    """
    words = [word.lower() for word in WORD.findall(phrase)]
    if "’" in phrase or "'" in phrase:  # as in few
        words = [word.replace("’", "'").removesuffix("'s") for word in words]
    kept = [_lemma(w) for w in words if w not in STOP_WORDS]
    return " ".join(kept) or phrase.lower().strip()


@cache
def _lemma(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= MIN_STEM or not word.endswith("s") or word.endswith(NO_PLURAL):
        return word
    for plural, singular in PLURAL_ENDINGS.items():
        if word.endswith(plural) and len(word) > MIN_STEM + 1:
            return word.removesuffix(plural) + singular
    return word[:-1]
