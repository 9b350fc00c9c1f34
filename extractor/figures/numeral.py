"""Numbers as printed: digits in the document's grouping, words, and the magnitude that follows."""

from dataclasses import replace
from decimal import Context, Decimal

import regex

from extractor.figures.extended import OPENERS, extended
from extractor.figures.grouping import numeral_pattern
from extractor.figures.lexicon import Pack, load_measures, unit_words
from extractor.figures.neighbours import Behind
from extractor.figures.number import DOZEN, HUNDRED, ONE, TEN, THOUSAND, Number
from extractor.figures.phrases import PREFIXED_AND, after, any_of, linked, longest_first
from extractor.figures.reading import NumberFormat

MOST_WORDS = 12  # words of one spelled number; a longer row of number words is a list, not a number
VULGAR = {
    "½": "0.5", "⅓": "0.333333333333", "⅔": "0.666666666667", "¼": "0.25", "¾": "0.75",
    "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "0.166666666667", "⅚": "0.833333333333",
    "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip
"""Fractions of one sign."""
_TWELVE = Context(prec=12)
_WORD = regex.compile(r"[\p{L}\p{M}]++")
_NO_WORD_BUT_CODE = r"(?: (?! [\p{L}0-9] ) | (?= \p{Lu}{3} (?! [\p{L}0-9] ) ) )"
_JOIN = regex.compile(r"\ |-")
_REST = regex.compile(r"\ (?=[0-9]{1,3}\ \p{L})")


_NOT_DIGIT = regex.compile(r"[^0-9]+")


class Numbers:
    """Reads numbers of one language in one format."""

    def __init__(self, pack: Pack, numbers: NumberFormat, behind: Behind) -> None:
        number = pack.section("number")
        self._behind = behind
        self._numeral = numeral_pattern(numbers.decimal, pack.section("format").lists["group"])
        self._simple = pack.numbers("number.words")
        self._magnitudes = pack.numbers("magnitudes")
        self._abbreviated = {
            word: Decimal(value) for word, value in pack.section("abbreviations").inverted().items()
        }
        self._tails = pack.numbers("number.tails")
        self._and = number.folded("and")
        self._articles = number.folded("articles")
        self._bare_magnitudes = number.folded("bare_magnitudes")
        self._vigesimal = frozenset(Decimal(value) for value in number.words("vigesimal"))
        self._magnitude_after = after(self._magnitudes, gap=r"(?: \ {1,2} | - )?")
        self._abbreviation_after = after(self._abbreviated, end=_NO_WORD_BUT_CODE, cased=True)
        self._tail_after = after(self._tails, gap=r"\ ")
        of = linked(number.words("partitives"))
        dimensions = any_of(pack.section("measures").words("dimensions"))
        self._is_many = regex.compile(rf"\ (?!{dimensions}(?!\p{{L}}))\p{{Ll}}{{4,}}+")
        self._counted = regex.compile(rf"\ (?: {of} )? \p{{L}}{{4,}}+", regex.X)
        self._of_unit = _of_unit(pack)
        self._vulgar = regex.compile(rf"\ ?([{''.join(VULGAR)}])")
        self._word = after(self._simple, gap="")
        self._collective = number.folded("collective")
        self._rounded = number.folded("rounded")
        self._ordinal_after = after(number.words("ordinals"), gap=r"\ ")

    @property
    def openers(self) -> frozenset[str]:
        """The words that a spelled number may begin with, in lower case."""
        words = (_WORD.match(word) for word in self._simple)
        return frozenset(word[0] for word in words if word) | self._bare_magnitudes

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
            apart = goes_on.isdecimal() and value >= HUNDRED and "unit" not in longer.behind
            number = number if apart else longer  # "of the 400 3/4 came" has two
        if "unit" not in number.behind:
            return number
        if not fraction and (part := self._vulgar.match(text, number.end)):
            share = Decimal(VULGAR[part[1]])
            number = Number((at, part.end()), value + share, Decimal("0.1"), printed=match[0])
        return self._with_rest(text, self.with_magnitude(text, number))

    def _parted(self, text: str, number: Number) -> Number | None:
        """Return the fraction of a unit that a number and its divisor are: `1/2 inch`."""
        divisor = self._of_unit.match(text, number.end)
        whole = Decimal(divisor["whole"]) if divisor else ONE
        if divisor is None or not 0 < number.value < whole:
            return None
        end, value = divisor.end(), _TWELVE.divide(number.value, whole)
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
        rest = _REST.match(text, number.end)
        numeral = self._numeral.match(text, rest.end()) if rest else None
        if numeral and numeral[0].isdigit():
            second = Number(numeral.span(), Decimal(numeral[0]), ONE)
            second = self.with_magnitude(text, second)
            return _summed(number, second)
        return self.with_tail(text, number)

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
        return self.with_magnitude(text, Number((at, match.end()), value, Decimal("0.1")))

    def with_magnitude(self, text: str, number: Number) -> Number:
        """Return the number with the magnitude words behind it (`hundred thousand`)."""
        for _ in range(2):
            match = self._magnitude_after.match(text, number.end)
            if match is None:
                break
            number = number.times(self._magnitudes[match["phrase"].casefold()], match.end())
        return number

    def with_abbreviation(self, text: str, number: Number, *, money: bool) -> Number:
        """Return the number with an abbreviated magnitude (`588.3M`, `12k`, `5 mln`).

        A small `m` is metres unless money or a noun says that something is counted.
        """
        match = self._abbreviation_after.match(text, number.end)
        if match is None or number.factor != ONE or number.spelled:
            return number
        short, spaced = match["phrase"], match["phrase"] != match[0]
        if spaced and len(short) == 1 and not (money and short in "MBmk"):
            known = short in "Mk" and self._stands_for_many(text, number, match.end())
            return number.times(self._abbreviated[short], match.end()) if known else number
        if not money and short in ("m", "b", "B", "T", "mil"):
            counted = self._is_many.match(text, match.end())
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
        reader = _WordRun(self, text, at, join_and=join_and)
        number = reader.read()
        if number is None or self._is_ordinal(text, number):
            return None
        if number.quantum == ONE or number.quantum >= THOUSAND:
            number = self.with_tail(text, number)
        number = self.with_magnitude(text, number)
        return replace(number, behind=self._behind(text, number.end))

    def _is_ordinal(self, text: str, number: Number) -> bool:
        """Say whether only the last word of a number is an ordinal: `двадцать пятого`."""
        tens = number.value % TEN == 0
        return tens and self._ordinal_after.match(text, number.end) is not None

    def is_collective(self, text: str, number: Number) -> bool:
        """Say whether one word says how many people there are, without them: `погибли двое`."""
        return number.spelled and text[slice(*number.span)].casefold() in self._collective

    def is_rounded(self, text: str, number: Number) -> bool:
        """Say whether its word is of a number that is not exact: `une dizaine`, but not two."""
        last = text[slice(*number.span)].rpartition(" ")[2]
        return last.casefold() in self._rounded

    def simple(self, text: str, at: int) -> tuple[Decimal, int] | None:
        """Return the value of one number word and its end."""
        match = self._word.match(text, at)
        return (self._simple[match[0].casefold()], match.end()) if match else None

    def scale(self, text: str, at: int) -> tuple[Decimal, int] | None:
        """Return the value of a magnitude word and its end."""
        match = self._magnitude_after.match(text, at)
        if match is None or match["phrase"] != match[0]:
            return None
        return self._magnitudes[match["phrase"].casefold()], match.end()

    def is_and(self, word: str) -> bool:
        """Say whether a word may join two parts of a number."""
        return word.casefold() in self._and

    def is_article(self, word: str) -> bool:
        """Say whether a word stands for one before a magnitude."""
        return word.casefold() in self._articles

    def room_after(self, value: Decimal) -> Decimal:
        """Return what the next word must stay below: after `twenty` ten, after `three` nothing."""
        if value % HUNDRED == 0 and value:
            return HUNDRED
        if value % TEN == 0 and value > TEN:
            return 2 * TEN if value in self._vigesimal else TEN
        return ONE


def _of_unit(pack: Pack) -> "regex.Pattern[str]":
    """Return the pattern of the divisor in `1/2 inch`."""
    times = pack.section("durations").inverted()
    words = (*unit_words(pack), *load_measures().words("symbols"), *times)
    return regex.compile(
        r"""/ (?P<whole> [2-8] | 10 | 16 | 32 | 64 )
        (?= [\ -]? (?: ["″] | in (?!\ ?[\p{L}0-9]) | \L<units> ) (?![\p{L}0-9]) )""",
        regex.X,
        units=longest_first(words),
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


class _WordRun:
    """Adds up a run of number words from left to right."""

    def __init__(self, numbers: Numbers, text: str, at: int, *, join_and: bool) -> None:
        self.numbers, self.text, self.at, self.end = numbers, text, at, at
        self.join_and = join_and
        self.total = self.current = Decimal(0)
        self.room = Decimal("Infinity")
        self.ceiling = Decimal("Infinity")
        self.factor = self.quantum = ONE
        self.prefixed = False

    def read(self) -> Number | None:
        """Return the number, or None where the first word begins none."""
        place: int | None = self._opening()
        for _ in range(MOST_WORDS):
            if place is None or not self._take(place):
                break
            place = self._next(self.end)
        if self.end == self.at:
            return None
        value = self.total + self.current
        return Number((self.at, self.end), value, self.quantum, self.factor, spelled=True)

    def _opening(self) -> int | None:
        """Return where the words begin: after an article, which counts for one."""
        word = _WORD.match(self.text, self.at)
        if word is None:
            return None
        if not self.numbers.is_article(word[0]):
            return self.at
        place = word.end() + 1
        if self.text[word.end() : place] == " " and self.numbers.scale(self.text, place):
            self.current = ONE
            return place
        return None

    def _next(self, end: int) -> int | None:
        joint = _JOIN.match(self.text, end)
        if joint is None:
            return None
        place = joint.end()
        self.prefixed = self.text[place : place + 1] == PREFIXED_AND
        if self.prefixed:
            return place + 1
        word = _WORD.match(self.text, place)
        if word and self.numbers.is_and(word[0]) and self.join_and and self.room in (10, 20, 100):
            behind = word.end() + 1
            return behind if self.numbers.simple(self.text, behind) else None
        return place

    def _take(self, place: int) -> bool:
        found = self.numbers.simple(self.text, place)
        if found and (found[0] < self.room or self._takes_tens(found[0])):
            return self._add(*found)
        if found := self.numbers.scale(self.text, place):
            return self._scale(*found)
        return False

    def _takes_tens(self, value: Decimal) -> bool:
        """Say whether tens follow their units, as in Arabic ("five and twenty")."""
        return self.prefixed and TEN < value < HUNDRED and 0 < self.current % HUNDRED < TEN

    def _add(self, value: Decimal, end: int) -> bool:
        if self.current and value < ONE:
            return False  # "une demi-heure" is half an hour
        if value >= THOUSAND:
            return self._add_dual(value, end)
        self.current += value
        self.quantum = ONE
        self.room = self.numbers.room_after(value)
        self.end = end
        return True

    def _add_dual(self, value: Decimal, end: int) -> bool:
        """Add a word that says a magnitude with its number, as an Arabic dual: two thousand."""
        magnitude = THOUSAND
        while magnitude * THOUSAND <= value:
            magnitude *= THOUSAND
        self.total += value
        self.ceiling = self.room = self.quantum = magnitude
        self.factor = max(self.factor, magnitude)
        self.end = end
        return True

    def _scale(self, factor: Decimal, end: int) -> bool:
        if not self.current and not self.total:
            self.current = ONE
        if factor < THOUSAND:
            if not self.current or self.current >= HUNDRED or (factor == DOZEN and self.total):
                return False
            self.current *= factor
            self.quantum = factor
            self.room = HUNDRED
        else:
            if factor >= self.ceiling or not self.current:
                return False
            self.total += self.current * factor
            self.current, self.ceiling, self.room = Decimal(0), factor, factor
            self.factor = max(self.factor, factor)
            self.quantum = factor
        self.end = end
        return True
