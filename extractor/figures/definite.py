"""Numbers behind their noun, as in Arabic: `the phases the three`, `school one`."""

import regex

from extractor.figures.found import Found
from extractor.figures.lexicon import Pack
from extractor.figures.number import plain
from extractor.figures.numeral import Numbers
from extractor.figures.phrases import LazyPattern
from extractor.figures.reading import Reading, Span

_FEWEST, _MOST = 3, 10  # above ten an ordinal looks the same: "the thirtieth session"
_NOUN_BEFORE = regex.compile(r"(?r) (?<![\p{L}\p{M}]) (?P<noun> [\p{L}\p{M}]{3,25}+ ) \ ", regex.X)


class Definites:
    """Reads numbers behind their noun in one language; none where the language has no such."""

    def __init__(self, pack: Pack, numbers: Numbers) -> None:
        noun = pack.section("noun")
        articles = noun.words("articles")
        self._numbers = numbers
        self._articles = LazyPattern(rf"[وفبك]{{0,2}}+(?:{'|'.join(articles) or '(?!)'})")
        self._one = noun.folded("one_behind")
        self._barred = noun.folded("one_blockers") | noun.folded("stops") | noun.folded("skip")
        self._stretches = {
            word: value
            for value, words in pack.section("durations").lists.items()
            for word in words
        }

    def few(self, text: str, at: int, start: int, floor: int) -> Found | None:
        """Return what a number counts whose word at a place has an article from `start` on."""
        number = self._numbers.spelled.simple(text, at)
        before = _NOUN_BEFORE.match(text, floor, start)
        if number is None or before is None or not _FEWEST <= number[0] <= _MOST:
            return None
        article = self._articles.match(before["noun"])
        if article is None or article.end() == len(before["noun"]):
            return None
        stretch = self._stretches.get(before["noun"][article.end() :])
        printed = before.start("noun") + article.start(), number[1]
        span = printed if stretch else (start, number[1])
        return _found(text, span, before.span("noun"), plain(number[0]), stretch)

    def one(self, text: str, at: int, floor: int) -> Found | None:
        """Return the one thing whose noun stands before the number word at a place."""
        number = self._numbers.spelled.simple(text, at)
        before = _NOUN_BEFORE.match(text, floor, at)
        if number is None or before is None or text[at : number[1]] not in self._one:
            return None
        noun = before["noun"]
        if noun in self._barred or self._articles.match(noun):
            return None
        stretch = self._stretches.get(noun)
        span = (before.start("noun") if stretch else at, number[1])
        return _found(text, span, before.span("noun"), "1", stretch)


def _found(text: str, span: Span, noun: Span, number: str, stretch: str | None) -> Found:
    if stretch is None:
        reading = Reading(
            span=span,
            kind="count",
            value=number,
            unit=text[slice(*noun)],
            precision="0.5",
            rule="count.behind_noun",
            noun=noun,
        )
        return Found(span[1], (reading,))
    value = stretch.replace("1", number, 1)
    time = "PT" if value[0] == "T" else "P"
    reading = Reading(
        span=span,
        kind="duration",
        value=time + value.removeprefix("T"),
        rule="duration.behind_noun",
    )
    return Found(span[1], (reading,))
