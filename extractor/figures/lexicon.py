"""The words of a language: a data file becomes a checked, frozen record."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
FALLBACK = "en"

Words = tuple[str, ...]


class LexiconError(ValueError):
    """A data file of ours that contradicts itself."""


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a pack: lists of words, read by name; a missing list stops us."""

    name: str
    lists: Mapping[str, Any]

    def words(self, key: str) -> Words:
        """Return the words of a list."""
        try:
            return tuple(self.lists[key])
        except KeyError as missing:
            raise LexiconError(f"no list {missing} in [{self.name}]") from missing

    def folded(self, key: str) -> frozenset[str]:
        """Return the words of a list in lower case, for look-ups."""
        return frozenset(word.casefold() for word in self.words(key))

    def inverted(self) -> dict[str, str]:
        """Return spelling to value; a spelling of two values stops us."""
        found: dict[str, str] = {}
        for value, spelling in self._spellings():
            if found.setdefault(spelling, value) != value:
                raise LexiconError(f"{spelling!r} has two values in [{self.name}]")
        return found

    def _spellings(self) -> Iterator[tuple[str, str]]:
        for value, spellings in self.lists.items():
            if isinstance(spellings, list):
                for spelling in spellings:
                    yield value, spelling


@dataclass(frozen=True, slots=True)
class Pack:
    """The words of one language."""

    code: str
    tree: Mapping[str, Any]

    def section(self, path: str) -> Section:
        """Return a table of the pack by its dotted name."""
        node: Any = self.tree
        for key in path.split("."):
            if key not in node:
                raise LexiconError(f"no table [{path}] in the pack {self.code!r}")
            node = node[key]
        return Section(path, node)

    def flag(self, name: str) -> bool:
        """Return a yes-or-no trait of the language."""
        return bool(self.tree[name])

    def numbers(self, path: str) -> dict[str, Decimal]:
        """Return spelling (lower case) to number of a table keyed by numbers."""
        return {k.casefold(): Decimal(v) for k, v in self.section(path).inverted().items()}


def pack_codes() -> tuple[str, ...]:
    """Return the languages that have a pack."""
    return tuple(sorted(path.stem for path in (DATA / "lang").glob("*.toml")))


@cache
def load_pack(language: str | None) -> Pack:
    """Return the pack of a language (`fr`, `fr-BE`), the English one where there is none."""
    code = (language or FALLBACK).split("-")[0].casefold()
    if code not in pack_codes():
        code = FALLBACK
    tree = tomllib.loads((DATA / "lang" / f"{code}.toml").read_text("utf-8"))
    if tree.get("code") != code:
        raise LexiconError(f"the pack {code}.toml calls itself {tree.get('code')!r}")
    return Pack(code, tree)


@dataclass(frozen=True, slots=True)
class Currencies:
    """How money is named: code, sign or name to ISO 4217; None where a name belongs to several."""

    codes: frozenset[str]
    signs: Mapping[str, str | None]
    names: Mapping[str, str | None]


@cache
def load_currencies(language: str) -> Currencies:
    """Return the money names of a language; signs and codes are the same in all."""
    table = json.loads((DATA / "currencies.json").read_text("utf-8"))
    names = table["names"]
    return Currencies(
        frozenset(table["codes"]), table["signs"], names[FALLBACK] | names.get(language, {})
    )


@cache
def load_measures() -> Section:
    """Return the signs of units that every language writes alike."""
    return Section("measures", tomllib.loads((DATA / "measures.toml").read_text("utf-8")))
