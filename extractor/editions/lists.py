"""The lists of words by which editions are compared (data/editions.toml), as stems."""

from functools import cache

from extractor.data.tables import load
from extractor.editions.stems import words


@cache
def stems(name: str) -> frozenset[str]:
    """Return the stems of a list's words."""
    return frozenset(stem for each in load("editions.toml")[name]["words"] for stem in words(each))
