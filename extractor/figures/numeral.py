"""Numbers as printed: digits in the document's grouping, words, and the magnitude that follows."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal
from math import gcd

import regex

from extractor.figures.extended import OPENERS, extended
from extractor.figures.grouping import numeral_pattern
from extractor.figures.lengths import Lengths, lengthwise
from extractor.figures.lexicon import Pack, load_measures, unit_words
from extractor.figures.neighbours import Behind
from extractor.figures.number import HUNDRED, ONE, TEN, THOUSAND, Number
from extractor.figures.number_words import NumberWords
from extractor.figures.phrases import LazyPattern, after, any_of, before, linked, longest_first
from extractor.figures.reading import NumberFormat

VULGAR = {
    "½": "0.5", "⅓": "0.333333333333", "⅔": "0.666666666667", "¼": "0.25", "¾": "0.75",
    "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "0.166666666667", "⅚": "0.833333333333",
    "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip
"""Fractions of one sign."""
_DIVISORS = (2, 3, 4, 5, 6, 7, 8, 10, 16, 32, 64)
_TWELVE = Context(prec=12)
_NO_WORD_BUT_CODE = r"(?: (?! [\p{L}0-9] ) | (?= \p{Lu}{3} (?! [\p{L}0-9] ) ) )"
_MONEY_GLUED = regex.compile(r"\p{Sc} | [A-Z]{3} (?![\p{L}0-9])", regex.X)
_REST = regex.compile(r"\ (?=[0-9]{1,3}\ ?\p{L})")
_NOT_DIGIT = regex.compile(r"[^0-9]+")
_DIVISOR = regex.compile(r"/([1-9][0-9]?+)(?![0-9])")


class Numbers:
    """Reads numbers of one language in one format."""

    def __init__(self, pack: Pack, numbers: NumberFormat, behind: Behind) -> None:
        number = pack.section("number")
        self._behind, self.spelled = behind, NumberWords(pack)
        self._numeral = numeral_pattern(numbers.decimal, pack.section("format").lists["group"])
        self._abbreviated = {
            word: Decimal(value) for word, value in pack.section("abbreviations").inverted().items()
        }
        self._tails = _hyphened(pack.numbers("number.tails"))
        self._abbreviation_after = after(self._abbreviated, end=_NO_WORD_BUT_CODE, cased=True)
        self._tail_after = after(self._tails, gap=r"[\ -]")
        of = linked(number.words("partitives"))
        self._is_many = LazyPattern(rf"\ (?!{lengthwise(pack)})\p{{Ll}}{{4,}}+", regex.X)
        self._lengths = Lengths(pack)
        self._article = before(number.words("articles"))
        self._rest_after = _rest_after(pack)
        self._counted = LazyPattern(rf"\ (?: {of} )? \p{{L}}{{4,}}+", regex.X)
        self._unit_after = _unit_after(pack)
        self._vulgar = LazyPattern(rf"\ ?([{''.join(VULGAR)}])")

    def digits(self, text: str, at: int) -> Number | None:
        """Return the numeral that stands at a place, with its magnitude word."""
        match = self._numeral.match(text, at)
        if match is None:
            return self._lone_vulgar(text, at)
        digits, fraction = _digits(match)
        value = Decimal(digits + ("." + fraction if fraction else ""))
        quantum = Decimal(1).scaleb(-len(fraction)) if fraction else ONE
        end = match.end()
        number = Number((at, end), value, quantum, printed=match[0], behind=self._behind(text, end))
        goes_on = text[end : end + 1]
        if goes_on == "/" and not fraction and (parted := self._parted(text, number)):
            return parted
        goes_on = text[end + 1 : end + 2] if goes_on == " " else goes_on
        if goes_on in OPENERS and (longer := extended(text, number, goes_on)):
            longer = replace(longer, behind=self._behind(text, longer.end))
            doubtful = goes_on == "-" or (goes_on.isdecimal() and value >= HUNDRED)
            apart = doubtful and "unit" not in longer.behind
            number = number if apart else longer  # "of the 400 3/4 came" has two, and 3-1/2 may
        if "unit" not in number.behind:
            return number
        if not fraction and (part := self._vulgar.match(text, number.end)):
            share = Decimal(VULGAR[part[1]])
            number = Number((at, part.end()), value + share, Decimal("0.1"), printed=match[0])
        return self._with_rest(text, self.spelled.with_magnitude(text, number))

    def _parted(self, text: str, number: Number) -> Number | None:
        """Return the fraction of a unit that a number and its divisor are: `1/2 inch`."""
        divisor = _DIVISOR.match(text, number.end)
        # Fractions are asked for first: few texts have one, and to make a pattern of all units
        # takes 20 ms.
        if divisor is None or not is_fraction(int(number.value), int(divisor[1])):
            return None
        end = divisor.end()
        if not self._unit_after.match(text, end):
            return None
        whole = Decimal(divisor[1])
        value = _TWELVE.divide(number.value, whole)
        behind = self._behind(text, end)
        return Number(
            (number.span[0], end), value, 1 / whole, printed=number.printed, behind=behind
        )

    def opens(self, text: str, at: int) -> bool:
        """Say whether a numeral stands at a place."""
        return self._numeral.match(text, at) is not None

    def _with_rest(self, text: str, number: Number) -> Number:
        """Return the number with what its magnitude leaves to a second one, or to a half.

        `2 milliards 300 millions`, `2 mil 300 millones`, `3 millions et demi`.
        """
        if number.factor == ONE:
            return number
        if joined := self._with_joined(text, number):
            return joined
        rest = _REST.match(text, number.end)
        numeral = self._numeral.match(text, rest.end()) if rest else None
        if numeral and numeral[0].isdigit():
            second = Number(numeral.span(), Decimal(numeral[0]), ONE)
            second = self.spelled.with_magnitude(text, second)
            return _summed(number, second)
        return self.with_tail(text, number)

    def _with_joined(self, text: str, number: Number) -> Number | None:
        """Return the number with what a word joins to its magnitude, where the language does so.

        `2 milhões e 500 mil`, `58 milioni e 990.000`, `3 mil e 200`; in `entre 2 mil e 500 mil` the
        second is no rest of the first.
        """
        rest = self._rest_after.match(text, number.end)
        numeral = self._numeral.match(text, rest.end()) if rest else None
        if numeral is None or number.quantum < number.factor:
            return None
        digits, fraction = _digits(numeral)
        second = self.spelled.with_magnitude(text, Number(numeral.span(), Decimal(digits), ONE))
        least = ONE if number.factor == THOUSAND else THOUSAND
        if fraction or not least <= second.value < number.factor:
            return None
        span, value = (number.span[0], second.end), number.value + second.value
        return replace(number, span=span, value=value, quantum=second.quantum)

    def with_tail(self, text: str, number: Number) -> Number:
        """Return the number with the half or quarter behind it (`two and a half`)."""
        tail = self._tail_after.match(text, number.end)
        if tail is None:
            return number
        share = self._tails[tail["phrase"].casefold()] * number.quantum
        span, quantum = (number.span[0], tail.end()), number.quantum / TEN
        value, spelled = number.value + share, number.spelled
        return Number(span, value, quantum, number.factor, spelled, number.printed)

    def _lone_vulgar(self, text: str, at: int) -> Number | None:
        match = self._vulgar.match(text, at)
        if match is None:
            return None
        value = Decimal(VULGAR[match[1]])
        return self.spelled.with_magnitude(text, Number((at, match.end()), value, Decimal("0.1")))

    def with_abbreviation(self, text: str, number: Number, *, money: bool) -> Number:
        """Return the number with an abbreviated magnitude (`588.3M`, `12k`, `5 mln`).

        A small `m` is metres unless money or a noun says that something is counted.
        """
        match = self._abbreviation_after.match(text, number.end)
        if match is None or number.factor != ONE or number.spelled:
            return number
        short, spaced = match["phrase"], match["phrase"] != match[0]
        apart = spaced and not (money and _MONEY_GLUED.match(text, match.end()))  # 12 T€
        if apart and len(short) == 1 and not (money and short in "MBmk"):
            known = short in "Mk" and self._stands_for_many(text, number, match.end())
            return number.times(self._abbreviated[short], match.end()) if known else number
        if not money and short in ("m", "b", "B", "T", "mil"):
            counted = self._is_many.match(text, match.end())
            start = number.span[0]
            if short == "m" and (
                self._article.match(text, 0, start)  # a 10m cable
                or self._lengths.is_told(text, start, number.value, match.end())
            ):
                counted = None
            if spaced or short in ("T", "mil") or not counted:
                return number
        end = match.end() + (len(short) > 1 and text[match.end() : match.end() + 2] == ". ")
        return number.times(self._abbreviated[short], end)

    def _stands_for_many(self, text: str, number: Number, end: int) -> bool:
        """Whether a letter set apart is a magnitude: what is counted follows, or nothing does.

        `3 M de personnes`, `12 k households`; `12,4 M` in a cell or as a key figure.
        """
        if self._counted.match(text, end):
            return True
        alone = number.span[0] == 0 or number.quantum < ONE
        return alone and not text[end:].strip()

    def words(self, text: str, at: int, *, join_and: bool = True) -> Number | None:
        """Return the spelled number at a place (`fifty-five thousand`, `two and a half`)."""
        number = self.spelled.read(text, at, join_and=join_and)
        if number is None or self.spelled.is_ordinal(text, number):
            return None
        if number.quantum == ONE or number.quantum >= THOUSAND:
            number = self.with_tail(text, number)
        number = self.spelled.with_magnitude(text, number)
        if number.factor == THOUSAND and (joined := self._with_joined(text, number)):
            number = joined  # mil e 200 famílias
        return replace(number, behind=self._behind(text, number.end))


def is_fraction(part: int, whole: int) -> bool:
    """Say whether two numbers are a fraction of a unit: in lowest terms, of a usual divisor.

    >>> is_fraction(3, 4), is_fraction(8, 16), is_fraction(50, 60), is_fraction(9, 13)
    (True, False, False, False)
    """
    return 0 < part < whole and whole in _DIVISORS and gcd(part, whole) == 1


def _hyphened(tails: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return the tails of numbers, also as they stand before a noun: `two-and-a-half-hour`."""
    return {**tails, **{tail.replace(" ", "-"): share for tail, share in tails.items()}}


def _unit_after(pack: Pack) -> LazyPattern:
    """Return the pattern of the unit behind the divisor in `1/2 inch`."""
    times = pack.section("durations").inverted()
    words = (*unit_words(pack), *load_measures().words("symbols"), *times)
    return LazyPattern(
        r"""[\ -]? (?: ["″] | in (?!\ ?[\p{L}0-9]) | \L<units> ) (?![\p{L}0-9])""",
        regex.X,
        units=longest_first(words),
    )


def _rest_after(pack: Pack) -> LazyPattern:
    """Return the pattern of what joins a magnitude to digits behind it, no share and no day."""
    percent, months = pack.section("percent"), pack.section("date.months")
    shares = any_of((*percent.words("words"), *percent.words("points"), *percent.words("mille")))
    of = any_of(pack.section("date").words("of"))
    return LazyPattern(
        rf"""\ {any_of(pack.section("number").words("and_behind_thousand"))}\ (?= [0-9]++
        (?: \.[0-9]{{3}} )*+ (?! [.,:/\-][0-9] | \ ?[%‰°ºª] | \ {shares}
            | \ (?: {of} \  )?+ {any_of(months.inverted())} (?!\p{{L}}) ) )""",
        regex.X | regex.I,
    )


def _digits(match: "regex.Match[str]") -> tuple[str, str]:
    """Return the digits of a numeral before and behind its point."""
    if match[0].isdecimal():  # as of most
        return match[0], ""
    # Of the groups that took part the first is the whole number, a second one the fraction.
    whole, fraction = [*filter(None, match.groups()), ""][:2]
    return ("0", whole) if match["bare"] else (_NOT_DIGIT.sub("", whole), fraction)


def _summed(first: Number, second: Number) -> Number:
    """Return one number of two with their magnitudes; the first where they are two numbers."""
    span = (first.span[0], second.end)
    if ONE < second.factor < first.factor:
        return Number(span, first.value + second.value, second.quantum, second.factor)
    if first.factor == THOUSAND < second.factor:  # the second magnitude is of both
        value = first.value * second.factor + second.value
        return Number(span, value, second.quantum, second.factor)
    return first
