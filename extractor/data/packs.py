"""The words of each language as its file lists them, or as CLDR has them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from extractor.data.tables import load

UNSPACED = frozenset(("dz", "ja", "km", "lo", "my", "th", "yue", "zh"))
"""Languages written without blanks: digits beside letters are not read there."""
KEPT = {"names": ("fixed",)}
"""Lists of the English pack that hold in every language: `G20`."""


@cache
def packs() -> tuple[str, ...]:
    """Return the languages that have a pack of their own."""
    every = (file.name for file in files(__package__).joinpath("lang").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in every if name.endswith(".toml")))


@cache  # several readers look into each pack, and that of CLDR is made
def pack_tree(code: str) -> Mapping[str, Any]:
    """Return the tables of a language's pack, shared: nobody may change them.

    A language without a file of its own has the words that CLDR knows of it, and no others.

    Raises:
        KeyError: There is neither.
    """
    return load(f"lang/{code}.toml") if code in packs() else _of_cldr(code)


def cldr() -> Mapping[str, Any]:
    """Return what CLDR knows of languages that have no pack, by their codes."""
    return load("cldr.json")


def _of_cldr(code: str) -> Mapping[str, Any]:
    """Return a pack with the words that CLDR has of a language; all its other lists are empty."""
    known = cldr()[code]
    tree: dict[str, Any] = {name: _emptied(name, value) for name, value in pack_tree("en").items()}
    signs = ["%"] if known["percent_before"] else []
    return tree | {
        "code": code,
        "noun_by_place": True,
        "format": {"decimal": known["decimal"], "group": known["group"]},
        "magnitudes": known["magnitudes"],
        "abbreviations": tree["abbreviations"] | known["abbreviations"],
        "currencies": known["currencies"],
        "durations": tree["durations"] | known["durations"],
        "percent": tree["percent"] | {"words": known["percent"], "before": signs},
        "date": tree["date"] | {name: known[name] for name in ("months", "day_marks", "of")},
    }


def _emptied(name: str, value: object, kept: tuple[str, ...] = ()) -> object:
    """Return a table of a pack without the words of its language."""
    if isinstance(value, dict):
        own = KEPT.get(name, kept)
        return {key: one if key in own else _emptied(key, one) for key, one in value.items()}
    return False if isinstance(value, bool) else [] if isinstance(value, list) else value
