"""The words of a language: a data file becomes a checked, frozen record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import regex

from extractor.data.packs import cldr, pack_tree, packs
from extractor.data.tables import load

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
        return {k.lower(): Decimal(v) for k, v in self.section(path).inverted().items()}


@cache
def load_pack(language: str | None) -> Pack:
    """Return the pack of a language (`fr`, `fr-BE`), else what CLDR has of it, else English."""
    code = (language or FALLBACK).split("-")[0].casefold()
    if code not in packs() and code not in cldr():
        code = FALLBACK
    tree = pack_tree(code)
    tree = _respelled(tree, Spelling(tree["bare"], tree["endings"]))
    if tree.get("code") != code:
        raise LexiconError(f"the pack {code}.toml calls itself {tree.get('code')!r}")
    return Pack(code, tree)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Letters that writers of a language write in two ways, wherever and at the ends of words."""

    bare: Sequence[Sequence[str]]
    endings: Sequence[Sequence[str]]

    def variants(self, phrase: str) -> list[str]:
        """Return a phrase in all its spellings, its own first.

        >>> Spelling([["ё", "е"]], []).variants("трёх")
        ['трёх', 'трех']
        """
        ended = [_ending(a).sub(b, phrase) for a, b in self.endings]
        every = [phrase, *ended]
        return list(dict.fromkeys([*every, *map(self._without, every)]))

    def _without(self, phrase: str) -> str:
        for letter, same in self.bare:
            phrase = phrase.replace(letter, same)
        return phrase


@cache  # a language has two, which are looked for in all of its words
def _ending(letters: str) -> "regex.Pattern[str]":
    return regex.compile(rf"{letters}(?![\p{{L}}\p{{M}}])")


def _respelled(table: Mapping[str, Any], spelling: Spelling) -> dict[str, Any]:
    """Return a table of a pack, and those in it, with every spelling of their words."""
    if not (spelling.bare or spelling.endings):
        return dict(table)
    return {
        key: _respelled(value, spelling) if isinstance(value, dict) else _listed(value, spelling)
        for key, value in table.items()
    }


def _listed(value: object, spelling: Spelling) -> object:
    """Return what a pack lists in every spelling; what is no list stays."""
    if not isinstance(value, list):
        return value
    if value and isinstance(value[0], list):  # of pairs both words are spelled in the same way
        return [list(pair) for one in value for pair in zip(*_alike(one, spelling), strict=True)]
    return list(dict.fromkeys(word for phrase in value for word in spelling.variants(phrase)))


def _alike(pair: Sequence[str], spelling: Spelling) -> list[list[str]]:
    spelled = [spelling.variants(word) for word in pair]
    most = max(map(len, spelled))
    return [words + words[-1:] * (most - len(words)) for words in spelled]


@dataclass(frozen=True, slots=True)
class Currencies:
    """How money is named: code, sign or name to ISO 4217; None where a name belongs to several."""

    codes: frozenset[str]
    signs: Mapping[str, str | None]
    names: Mapping[str, str | None]


@cache
def load_currencies(language: str) -> Currencies:
    """Return the money names of a language; signs and codes are the same in all."""
    table = load("currencies.json")
    names = table["names"]
    return Currencies(
        frozenset(table["codes"]), table["signs"], names[FALLBACK] | names.get(language, {})
    )


@cache
def load_measures() -> Section:
    """Return the signs of units that every language writes alike."""
    return Section("measures", load("measures.toml"))


def unit_words(pack: Pack) -> Words:
    """Return every word and sign of a unit that a language has of its own."""
    measures = pack.section("measures")
    doubtful = pack.section("doubtful_units").lists
    return (*measures.words("words"), *measures.words("symbols"), *doubtful)
