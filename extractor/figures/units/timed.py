"""Adjectives that say a stretch of time: `пятилетний` with its number, `летний` behind digits."""

from collections.abc import Mapping
from functools import cache

from extractor.figures.lexicon import Pack, load_pack


def timed(pack: Pack) -> Mapping[str, str]:
    """Return the adjectives that say number and unit, with number and letter of ISO 8601.

    >>> timed(load_pack("ru"))["двухнедельного"]
    '2W'
    """
    return _timed(pack.code)


def unit_adjectives(pack: Pack) -> Mapping[str, str]:
    """Return the adjectives that say a unit of time, with one of it as ISO 8601 has it.

    >>> unit_adjectives(load_pack("uk"))["денного"]
    '1D'
    """
    return _unit_adjectives(pack.code)


@cache
def _unit_adjectives(code: str) -> Mapping[str, str]:
    pack = load_pack(code)
    endings = pack.section("duration").words("endings")
    return {
        stem + ending: value
        for stem, value in pack.section("duration.stems").inverted().items()
        for ending in endings
    }


@cache
def _timed(code: str) -> Mapping[str, str]:
    numerals = load_pack(code).section("duration.numerals").inverted()
    return {
        numeral + adjective: value.replace("1", number, 1)
        for adjective, value in _unit_adjectives(code).items()
        for numeral, number in numerals.items()
    }
