"""What may stand right behind or before a number, told by one look at the word there.

The readers have some fifty patterns for the words around a number, and around most numbers stand
words that are in none of them. A look never misses: where it is not sure, anything may stand there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import regex

from extractor.figures.lexicon import Pack, load_currencies, load_measures, unit_words
from extractor.figures.phrases import PREFIXED_AND

Follower = Literal["unit", "ratio", "age", "clock", "range", "limit", "year", "date", "part"]
"""A magnitude or unit; `in five`; a unit of age; `pm`; `to 5`, `and 5`; `or more`; what makes a
year; a month; and, behind an article, a magnitude or a part (`a third`)."""
Followers = frozenset[Follower]

NONE: Final[Followers] = frozenset()
ALL: Final[Followers] = frozenset(
    ("unit", "ratio", "age", "clock", "range", "limit", "year", "date", "part")
)
_BY_SIGN: Final[dict[str, Followers]] = {
    "": NONE, ")": NONE, "]": NONE, ";": NONE, "?": NONE, "!": NONE, "%": frozenset(("unit",)),
}  # fmt: skip
_LIST: Final[Followers] = frozenset(("age", "range"))  # a comma goes on with a list
_MARKED: Final[Followers] = frozenset(("date", "clock"))  # a full stop makes an ordinal: 31. Mai
_DIGITS: Final = frozenset("0123456789")
_LETTERS = regex.compile(r"\p{L}++")
_LETTERS_BEFORE = regex.compile(r"(?r) (\p{L}++) \ ", regex.X)
_SIGNS_BEFORE = ".°º№()-‑"  # what may part a word from the number that it names
_NUMBER_SIGNS = ("No", "Nr", "N")
_CARRIER = 2  # capitals that stand between the word for a flight and its number
_CLOCK = ("am", "pm", "a", "p", "hrs", "h", "horas")


class Behind:
    """Knows the first words of all that the readers of one language look for behind a number."""

    def __init__(self, pack: Pack) -> None:
        words: dict[str, set[Follower]] = defaultdict(set)
        for kind, phrases in _phrases(pack):
            for phrase in phrases:
                if letters := _LETTERS.search(phrase):
                    words[letters[0].casefold()].add(kind)
        self._by_word = {word: frozenset(kinds) for word, kinds in words.items()}
        marked = "." in pack.section("date").words("day_marks")
        self._stop = _MARKED if marked else NONE

    def __call__(self, text: str, end: int) -> Followers:
        """Return what may stand behind a number that ends at a place."""
        sign = text[end : end + 1]
        if sign == " ":
            return self._behind_blank(text, end + 1)
        if sign in ".," and text[end + 1 : end + 2] in ("", " "):
            return _LIST if sign == "," else self._stop
        return _BY_SIGN.get(sign, ALL)

    def _behind_blank(self, text: str, at: int) -> Followers:
        if text[at : at + 1] in _DIGITS:  # as in a row of numbers
            return NONE
        letters = _LETTERS.match(text, at)
        word = letters[0] if letters else ""
        if not word or word[-1].isupper() or word[0] == PREFIXED_AND:  # a sign, a code
            return ALL
        return self._by_word.get(word.casefold(), NONE)


def _phrases(pack: Pack) -> Iterator[tuple[Follower, Iterable[str]]]:
    number, ratio, age = pack.section("number"), pack.section("ratio"), pack.section("age")
    currencies, measures, span = load_currencies(pack.code), load_measures(), pack.section("range")
    for section in ("magnitudes", "abbreviations", "currencies", "scaled", "minor", "durations"):
        yield "unit", pack.section(section).inverted()
    for key in ("words", "points", "mille", "basis"):
        yield "unit", pack.section("percent").words(key)
    yield "unit", (*number.words("partitives"), *pack.section("duration").words("adjectives"))
    yield "unit", (*currencies.names, *currencies.signs, "h")
    yield "unit", (*measures.words("symbols"), *measures.words("areas"), "per")
    yield "unit", (*unit_words(pack), *ratio.words("times"))
    yield "ratio", (*ratio.words("in"), *ratio.words("fold"), *ratio.words("times"))
    yield "ratio", span.words("to")
    yield "age", (*age.words("after"), *age.words("units"), *age.words("joins"))
    yield "age", span.words("to")
    yield "clock", (*_CLOCK, *pack.section("references").words("clock"))
    yield "range", (*span.words("to"), *(closer for _, closer in span.lists["pairs"]))
    yield "range", (*pack.section("noun").words("coordinators"), *ratio.words("among"))
    yield "range", span.words("alternatives")
    yield "limit", pack.section("modifiers.after").inverted()
    yield "year", pack.section("date").words("year_words")
    for section in ("date.months", "date.parts"):
        yield "date", pack.section(section).inverted()
    yield "date", (*pack.section("date").words("of"), *pack.section("date").words("joiners"))
    yield "date", (*span.words("to"), *(closer for _, closer in span.lists["pairs"]))
    yield "part", (*pack.section("magnitudes").inverted(), *pack.section("fractions").inverted())
    yield "part", (*ratio.words("in"), *ratio.words("fold"), *ratio.words("of"))
    yield "part", (*number.words("articles"), *pack.section("durations").inverted())


class Before:
    """Knows the last words of all that makes an age, a reference or a name of a number behind."""

    def __init__(self, pack: Pack) -> None:
        references, age = pack.section("references"), pack.section("age")
        phrases = [
            *(*references.words("words"), *references.words("soft")),
            *(
                *references.words("codes"),
                *references.words("lower_codes"),
                *references.words("several"),
            ),
            *(*references.words("flights"), *references.words("models")),
            *(*age.words("before"), *age.words("limits")),
            *(*pack.section("names").words("instruments"), *_NUMBER_SIGNS),
            *(*references.words("clock_after"), *pack.section("per").words("surely")),
        ]
        self._words = frozenset(
            run[-1].casefold() for phrase in phrases if (run := _LETTERS.findall(phrase))
        )
        ends = {phrase[-1] for phrase in phrases if not phrase[-1].isalpha()}
        self._signs = ends.union(_SIGNS_BEFORE)

    def __call__(self, text: str, at: int, floor: int) -> bool:
        """Say whether one of them may stand before a number, not before `floor`."""
        if at == floor:
            return False
        sign = text[at - 1]
        if sign != " ":
            return sign in self._signs or sign.isalpha()
        letters = _LETTERS_BEFORE.match(text, floor, at)
        if letters is None:
            return True
        carrier = len(letters[1]) == _CARRIER and letters[1].isupper()  # flight BA 12
        return carrier or letters[1].casefold() in self._words
