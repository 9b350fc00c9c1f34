"""When two wordings say the same: one normal form for indicators, groups, places and names."""

import hashlib
import unicodedata

import regex

SHORTEST_PLURAL = 4  # letters; `gas` and `bus` are no plurals

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
_POSSESSIVE = regex.compile(r"['\u2019]s\b", regex.IGNORECASE)
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"))
_NO_PLURAL = ("ss", "us", "is")

# Words that carry no meaning of their own, in the languages that goldens are written in.
_STOP_WORDS = {
    "en": "a an the of in on at to for from by with and or as that which is are was were be been "
    "have has had their its his her this these those",
    "fr": "le la les l un une des du de d en au aux et ou pour par dans sur que qui est sont",
    "es": "el los las lo una unos unas del al y o para por con que se es son",
}
_UNTELLING = frozenset(word for words in _STOP_WORDS.values() for word in words.split())


def normal_form(wording: str) -> str:
    """Return a wording in lower case, without punctuation, stop words and simple plurals.

    >>> normal_form("The number of Refugees, and the cities")
    'number refugee city'
    """
    words = _WORD.findall(_POSSESSIVE.sub("", unicodedata.normalize("NFKC", wording)).casefold())
    telling = [word for word in words if word not in _UNTELLING] or words
    return " ".join(_singular(word) for word in telling)


def _singular(word: str) -> str:
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    for ending, single in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + single
    return word.removesuffix("s")


def one_spaced(text: str) -> str:
    """Return text with every run of white space made one space."""
    return " ".join(text.split())


def text_hash(text: str) -> str:
    """Return the hash that stands for a text in a golden: white space does not count."""
    return hashlib.sha256(one_spaced(text).encode()).hexdigest()
