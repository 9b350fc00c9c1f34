"""The names of sums of money in each language: what is measured, or what a row is of, is money."""

from functools import cache

import regex

from extractor.data.tables import load

WORDS = regex.compile(r"[\p{L}\p{M}'’-]++")
MAX_NAME = 4  # words of the name of a sum


def is_sum(indicator: str, language: str) -> bool:
    """Say whether what is measured is a sum of money, by a name of its language.

    >>> is_sum("Tax revenue of the state", "en"), is_sum("budget cuts", "en")
    (True, False)
    >>> is_sum("recettes fiscales", "fr"), is_sum("hogares con deudas", "es")
    (True, False)
    """
    said = indicator.lower().replace("’", "'")
    if language not in load("sums.toml") or said.startswith(_words(language, "others")):
        return False
    if language != "en":
        return any(f"{said} ".startswith(f"{name} ") for name in _words(language, "words"))
    words = WORDS.findall(said)
    head = next((i for i, word in enumerate(words) if word in _words("en", "ends")), len(words))
    names = {" ".join(words[start:head]) for start in range(max(0, head - MAX_NAME), head)}
    return not names.isdisjoint(_words("en", "words"))


@cache
def _words(language: str, name: str) -> tuple[str, ...]:
    return tuple(load("sums.toml")[language][name])
