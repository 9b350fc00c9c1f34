"""The numbers that a word of a reference names: `12`, `3a`, `45/EC`, `1 to 3`, `3 or 4`."""

import regex

from extractor.figures.lexicon import Pack, unit_words
from extractor.figures.phrases import LazyPattern, after, any_of

# One of them: 12, 2.1, 3a, 21(1), 12 e), 45/EC.
_ATOM = r"""
    [0-9]{1,5}+ (?: [./-] [0-9]{1,5}+ ){0,4}+ [a-z]? (?: \( [0-9a-z]{1,4} \) ){0,3}+
    (?: \ \p{Ll} \) )?+
    (?: / \p{Lu}{2,5} )?+ (?! [\p{L}0-9%] | ,[0-9]{3} (?![0-9]) )
"""
_APART = regex.compile(r"(?P<low>[0-9]{1,3}) \ [–-]\  (?P<high>[0-9]) (?= \ \p{Ll} )", regex.X)
"""A range with blanks before words that may count its end: `Grade 1 – 6 pupils received kits`."""


class NamedNumbers:
    """Reads such numbers in one language."""

    def __init__(self, pack: Pack) -> None:
        links = any_of(pack.section("references").words("lists"))
        self._several = LazyPattern(
            rf"{_ATOM} (?: (?: \ ?[,،–&-]\ ? | [,،]?\ (?: {links} )\ ? ) {_ATOM} ){{0,20}}+",
            regex.X,
        )
        apart = rf"\ [–-]\  {_ATOM} (?! \ \p{{Ll}} )"  # `Priority 1 – 900 nets` counts nets
        self._range = LazyPattern(rf"{_ATOM} (?: [–-] {_ATOM} | {apart} )?+", regex.X)
        units = (*unit_words(pack), *pack.section("durations").inverted())
        self._unit = after((*units, *pack.section("magnitudes").inverted()))
        either = any_of(pack.section("range").words("alternatives"))
        self._next = LazyPattern(rf"\ {either}\ (?P<next> {_ATOM} )", regex.X)

    def match(self, text: str, at: int, *, several: bool) -> "regex.Match[str] | None":
        """Return the numbers at a place: all of a list behind a plural, else one or a range."""
        return self._several.match(text, at) if several else self._one_or_range(text, at)

    def end(self, text: str, match: "regex.Match[str]") -> int:
        """Return where what was matched ends, and the number that may stand for it: `3 or 4`."""
        other = self._next.match(text, match.end()) if match[0].isdecimal() else None
        follows = other and other["next"].isdecimal() and int(other["next"]) == int(match[0]) + 1
        return other.end() if other and follows else match.end()

    def _one_or_range(self, text: str, at: int) -> "regex.Match[str] | None":
        """Return the number or range of a singular: `Phase 1 – 3 took long`, not `– 3 months`."""
        apart = _APART.match(text, at)
        if apart and int(apart["low"]) < int(apart["high"]):
            return self._range.match(text, at) if self._unit.match(text, apart.end()) else apart
        return self._range.match(text, at)
