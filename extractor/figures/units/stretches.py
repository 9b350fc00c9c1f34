"""Stretches of time: beside a number, or in words that say their number, too."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, after, any_of, before, linked
from extractor.figures.units.doubtful import LASTING, LETTERED, MINUTES
from extractor.figures.units.timed import timed, unit_adjectives
from extractor.figures.units.unit import Unit, initial

_NUMBER_BEFORE = regex.compile(r"(?r)(?<![0-9.,:])[0-9]{1,2}(?:[.,][0-9])?")
_ORDINAL = regex.compile(r"\ second-(?!long\b|old\b)\p{L}", regex.I)  # 90 second-hand bicycles
_WORD = regex.compile(r"\p{L}++(?:'\p{L}++)?+")


class Stretches:
    """Finds the stretches of time of one language."""

    def __init__(self, pack: Pack) -> None:
        of = linked(pack.section("number").words("partitives"))
        self._values = {
            word.casefold(): value
            for value, words in pack.section("durations").lists.items()
            for word in words
        }
        self._values.update(unit_adjectives(pack))
        self._whole = {**pack.section("duration.whole").inverted(), **timed(pack)}
        self._tails, self._and_part = pack.numbers("number.tails"), _and_part(pack, self._values)
        references = pack.section("references")
        self._lasting = before(references.words("lasting"))
        self._appointed = before(references.words("appointed"))
        adjectives = any_of(pack.section("duration").words("adjectives"))
        gap = rf"(?: \ ? (?: {of} )? (?: (?: {adjectives} ) \ )? | - )"
        self._after = after(self._values, gap=gap)

    def after(self, text: str, at: int) -> Unit | None:
        """Return the unit of time that follows a place."""
        match = self._after.match(text, at)
        if match is None or _ORDINAL.match(text, at):
            pattern, value = LETTERED.get(initial(text, at), (None, ""))
            lettered = pattern.match(text, at) if pattern else None
            if value == "T1H" and (lasting := self._lasting_hours(text, at)):
                return _stretch(value, (at, lasting), "sign")
            if value == "T1H" and (minutes := MINUTES.match(text, at)):
                whole = _stretch(value, minutes.span(), "symbol")
                return replace(whole, letter=f"{whole.letter}{int(minutes[1])}M")
            return _stretch(value, lettered.span(), "sign") if lettered else None
        form = "adjective" if text[at] == "-" else "words"
        return _stretch(self._values[match["phrase"].casefold()], (at, match.end()), form)

    def _lasting_hours(self, text: str, at: int) -> int | None:
        """Return the end of hours that are no time of the day by what stands before: `for 18 h`.

        `Planned for 16 h` and `at about 16 h` tell one.
        """
        letters = LASTING.match(text, at)
        number = _NUMBER_BEFORE.match(text, 0, at) if letters else None
        start = number.start() if number else 0
        lasts = number and self._lasting.match(text, 0, start)
        timed = lasts and self._appointed.match(text, 0, start)
        return letters.end() if letters and lasts and not timed else None

    @property
    def openers(self) -> frozenset[str]:
        """What the words begin with that say a stretch of time with its number."""
        return frozenset(word.partition("'")[0] for word in self._whole)

    def whole(self, text: str, at: int) -> Unit | None:
        """Return a stretch of time that says its number: in one word, or `a year and a half`."""
        lone = text[at + 1 : at + 2] in " nN"  # an article, where languages have them
        if lone and (match := self._and_part.match(text, at)):
            unit = _stretch(self._values[match["unit"].casefold()], match.span(), "part")
            return replace(unit, scale=unit.scale * (1 + self._tails[match["tail"].casefold()]))
        word = _WORD.match(text, at)
        value = self._whole.get(word[0].casefold()) if word else None
        return _stretch(value, word.span(), "word") if word and value else None


def _stretch(value: str, span: tuple[int, int], form: str) -> Unit:
    """Return the unit of a number and letter of ISO 8601 (`10Y`, `T1H`)."""
    time, digits = ("T", value[1:-1]) if value[0] == "T" else ("", value[:-1])
    return Unit("duration", None, *span, form, Decimal(digits), time + value[-1])


def _and_part(pack: Pack, durations: Iterable[str]) -> LazyPattern:
    """Return the pattern of `a year and a half`."""
    articles = any_of(pack.section("number").words("articles"))
    tails = any_of(pack.numbers("number.tails"))
    return LazyPattern(
        rf"(?:{articles})\ (?P<unit>{any_of(durations)})\ (?P<tail>{tails})(?![\p{{L}}0-9])",
        regex.I,
    )
