"""Units of measure beside a number: signs, words, and densities (`per km²`)."""

from collections.abc import Iterable
from functools import cache

import regex

from extractor.figures.lexicon import Pack, Section, Words, load_measures
from extractor.figures.phrases import LazyPattern, after, any_of, linked
from extractor.figures.units.doubtful import Doubtful, amperes, is_labelled, measured_by_sign
from extractor.figures.units.unit import Unit, initial

_SECTOR = regex.compile(r"(?<![0-9.,])[0-9][VW](?![\p{L}0-9])")  # camp 1W
_RATED = regex.compile(  # a 9V battery, 5V/2A
    r"""/ [0-9]{1,3} (?:\.[0-9])? \ ? (?: m?A | k?[VW] | Hz ) (?! [\p{L}0-9] )
      | \ (?: AC | DC | LED | USB | batter | adapt | charger | lamp | bulb | motor
        | suppl(?:y|ies)\b (?! \ (?! (?:is|and|or|for|to|with|of|from|in|on|at)\b ) \p{L} ) )""",
    regex.X,
)
_BEFORE_NOUN = regex.compile(r"[\ -]\p{Ll}{3}")
_NAMED = regex.compile(r"\ (?!(?:of|in|at|and|or|to|per|with|for|from|on|is|are|by)\b)\p{L}")


class Measures:
    """Finds the measures of one language."""

    def __init__(self, pack: Pack) -> None:
        signs, words = load_measures(), pack.section("measures")
        of = linked(pack.section("number").words("partitives"))
        self._symbol = after(
            (*signs.words("symbols"), *words.words("symbols")),
            gap=r"[\ -]?",
            cased=True,
            end=_symbol_end(signs),
        )
        self._word = after(_hyphened(words.words("words")), gap=rf"(?: \ ? (?: {of} )? | - )")
        self._per_area, self._doubtful = _per_area(signs.words("areas")), Doubtful(pack)
        self._alone = frozenset(signs.words("alone"))

    def after(self, text: str, at: int) -> Unit | None:
        """Return the measure that follows a place."""
        if match := self._per_area.match(text, at):
            return Unit("measure", match["phrase"], at, match.end(), "per_unit")
        symbol = self._symbol.match(text, at) or amperes(text, at)
        if symbol and not self._is_word(text, at, symbol):
            return Unit("measure", symbol[0].lstrip(" -"), at, symbol.end(), "symbol")
        if match := self._word.match(text, at):
            form = "adjective" if text[at] == "-" else "words"
            return Unit("measure", match["phrase"], at, match.end(), form)
        return self._told(text, at)

    def _told(self, text: str, at: int) -> Unit | None:
        """Return a measure whose sign or word has other meanings, told by the words around."""
        if match := self._doubtful.match(text, at):
            return Unit("measure", match["phrase"], at, match.end(), "words")
        signed = measured_by_sign(text, at, initial(text, at))
        return Unit("measure", signed[0], at, signed[1], "symbol") if signed else None

    def _is_word(self, text: str, at: int, symbol: "regex.Match[str]") -> bool:
        """Say whether letters like those of a unit begin a name or are a code: `camp 1W`, `5-G`.

        One letter behind a hyphen is a unit before a noun alone: `a 12-V battery`.
        """
        sign, end = symbol[0].lstrip(" -"), symbol.end()
        if text[at] == "-" and len(sign) == 1:
            return _BEFORE_NOUN.match(text, end) is None
        named = sign in self._alone and _NAMED.match(text, end)
        return bool(named) or _is_sector(text, at)


def _is_sector(text: str, at: int) -> bool:
    """Say whether a digit and letter name a part of a camp or block, and no volts or watts."""
    sector = _SECTOR.match(text, at - 1)
    return sector is not None and (
        is_labelled(text, at) or _RATED.match(text, sector.end()) is None
    )


def _symbol_end(measures: Section) -> str:
    """Return the pattern of what goes on behind the sign of a unit: `/m³`, `/(m·K)`, `CO2e`."""
    over, of_mass = any_of(measures.words("over")), any_of(measures.words("of_mass"))
    product = rf"\( {over} (?: [·⋅.*] {over} )++ \)"
    return rf"""(?: / (?: {over} (?![\p{{L}}0-9²³]) | {product} ) ){{0,2}}+
        (?: \ {of_mass} )?+ (?![\p{{L}}0-9'²³])"""


def _hyphened(names: Words) -> Iterable[str]:
    """Return the names, those of several words also as they stand before a noun: `square-foot`."""
    return (*names, *(name.replace(" ", "-") for name in names))


@cache
def _per_area(names: Words) -> LazyPattern:
    areas = any_of(names)
    return LazyPattern(
        rf"\ ? (?P<phrase> (?: per \ | / \ ? ) (?: {areas} ) ) (?![\p{{L}}0-9])", regex.X
    )
