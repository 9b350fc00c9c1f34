"""Parts of one (`half`, `two thirds`) and of a magnitude (`half a million`)."""

from dataclasses import dataclass
from decimal import Context, Decimal

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.number import ONE, Number
from extractor.figures.numeral import Numbers
from extractor.figures.phrases import LazyPattern, after, any_of, longest_first
from extractor.figures.reading import Span

_HALF = Decimal("0.5")
_TWELVE = Context(prec=12)


@dataclass(frozen=True, slots=True)
class Part:
    """A part as printed."""

    span: Span
    value: Decimal
    lone: bool
    """Whether the word says the part by itself (`half`), without a number before."""
    doubtful: bool = False
    """Whether its words may mean something else: `a third party`, `one half`."""


class Parts:
    """Reads parts of one language."""

    def __init__(self, pack: Pack, numbers: Numbers) -> None:
        self.numbers = numbers
        self._lone = pack.numbers("ratio.parts")
        self._lone_word = LazyPattern(
            r"\L<words>(?![\p{L}0-9-])", regex.I, words=longest_first(self._lone)
        )
        self._divisors = pack.numbers("fractions")
        self._divisor = after(self._divisors, gap=r"[\ -]")
        agreeing = pack.section("ratio").lists["agreeing"]
        likes = "|".join(rf"(?<={divisor})\ \p{{L}}*+(?<={noun})" for divisor, noun in agreeing)
        self._agreeing = LazyPattern(rf"(?:{likes or '(?!)'})(?![\p{{L}}\p{{M}}])", regex.I)
        wholes = (*pack.section("ratio").words("half_of"), *pack.section("ratio").words("portion"))
        self._parted = after((*wholes, *pack.section("percent").words("words")), gap=r"\ ")
        article = any_of(pack.section("number").words("articles"))
        of = any_of(pack.section("ratio").words("of"))
        self._article = LazyPattern(rf"{article}\ ", regex.I)
        self._of_one = LazyPattern(rf"\ (?: {of} \  )? {article} (?=\ )", regex.X | regex.I)
        self._link = LazyPattern(rf"[\ -] (?: {of} \  )? (?: {article} \  )?", regex.X | regex.I)

    @property
    def openers(self) -> frozenset[str]:
        """The words that a part may begin with, besides numbers and articles."""
        return frozenset(word.split(" ")[0] for word in self._lone)

    def lone(self, text: str, at: int) -> Part | None:
        """Return the part that one word says (`half`)."""
        match = self._lone_word.match(text, at)
        return Part(match.span(), self._lone[match[0].casefold()], lone=True) if match else None

    def counted(self, text: str, at: int, number: Number | None) -> Part | None:
        """Return the part of a number and a divisor (`two thirds`, `a quarter`)."""
        article = self._article.match(text, at)
        if number is None and article:
            number = Number((at, article.end() - 1), ONE, ONE, spelled=True)
        divisor = self._divisor.match(text, number.end) if number else None
        if number is None or divisor is None or self._is_ordinal(text, divisor.end()):
            return None
        value = _TWELVE.divide(number.value, self._divisors[divisor["phrase"].casefold()])
        if not 0 < value < 1:
            return None
        doubtful = number.value == 1 and (article is not None or value == _HALF)
        return Part((number.span[0], divisor.end()), value, lone=False, doubtful=doubtful)

    def _is_ordinal(self, text: str, end: int) -> bool:
        """Say whether what ends at a place is the ordinal of a noun: `одна шестая сессия`."""
        if not self._agreeing.match(text, end) or self._parted.match(text, end):
            return False
        return self.numbers.spelled.scale(text, end + 1) is None

    def of_magnitude(self, text: str, part: Part | None) -> Number | None:
        """Return the number that a part of a magnitude is: `half a million`."""
        link = self._link.match(text, part.span[1]) if part else None
        scale = self.numbers.spelled.scale(text, link.end()) if link else None
        if part is None or scale is None:
            return None
        value = part.value * scale[0]
        return Number((part.span[0], scale[1]), value, value, scale[0], spelled=True)

    def of_one(self, text: str, part: Part | None) -> Number | None:
        """Return the number that a part of one unit is: `half an hour`, up to its unit."""
        link = self._of_one.match(text, part.span[1]) if part else None
        if part is None or link is None:
            return None
        return Number((part.span[0], link.end()), part.value, part.value, spelled=True)

    def number(self, text: str, at: int, spelled: Number | None) -> Number | None:
        """Return the part of a magnitude at a place, where `spelled` is its number, if any."""
        part = self.lone(text, at) or self.counted(text, at, spelled)
        return self.of_magnitude(text, part) or self.of_one(text, part)
