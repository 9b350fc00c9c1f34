"""Numbers in words: `fifty-five thousand`, `deux cent vingt`, `خمسة وعشرون`."""

from collections.abc import Mapping
from decimal import Decimal

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.number import DOZEN, HUNDRED, ONE, TEN, THOUSAND, Number
from extractor.figures.phrases import PREFIXED_AND, after, before, past_stop

MOST_WORDS = 12  # words of one spelled number; a longer row of number words is a list, not a number
_MOST_DECIMALS = 4
_JOINED = frozenset(map(Decimal, (10, 20, 100)))  # what the second part of a sum stays below
_LEAST_COINS = Decimal(20)  # so many hundreds are said as thousands
_WORD = regex.compile(r"[\p{L}\p{M}]++")
_NOUN_BEHIND = regex.compile(r"(?<=\.) \  (?P<word> \p{L}++ )", regex.X)
_JOIN = regex.compile(r"\ |-")


class NumberWords:
    """The words for numbers of one language."""

    def __init__(self, pack: Pack) -> None:
        number = pack.section("number")
        self._simple = _apart(pack.numbers("number.words"))
        self._word = after(self._simple, gap="")
        self._magnitudes = pack.numbers("magnitudes")
        self._magnitude_after = after(self._magnitudes, gap=r"(?: \ {1,2} | - )?")
        self._point = after(number.words("points"), gap=r"\ ", end=r"\ ")
        self._unpointed = before(number.words("unpointed"))
        minor = pack.section("minor").inverted()
        self._coins = frozenset(word for word in self._magnitudes if word in minor)
        self._and = number.folded("and")
        self._and_behind_thousand = number.folded("and_behind_thousand")
        self._articles = number.folded("articles")
        self._bare_magnitudes = number.folded("bare_magnitudes")
        self._vigesimal = frozenset(Decimal(value) for value in number.words("vigesimal"))
        self._collective = number.folded("collective")
        self._rounded = number.folded("rounded")
        noun = pack.section("noun")
        self._capitalised = pack.flag("nouns_capitalised")
        self._no_nouns = noun.folded("stops") | noun.folded("skip")
        self._ordinal_after = after(number.words("ordinals"), gap=r"\ ")

    @property
    def openers(self) -> frozenset[str]:
        """The words that a spelled number may begin with, in lower case."""
        words = (_WORD.match(word) for word in self._simple)
        return frozenset(word[0] for word in words if word) | self._bare_magnitudes

    def read(self, text: str, at: int, *, join_and: bool) -> Number | None:
        """Return the number whose words begin at a place, without the tail behind them."""
        number = _WordRun(self, text, at, join_and=join_and).read()
        point = self._point.match(text, number.end) if number else None
        if number is None or point is None or self._unpointed.match(text, 0, at):
            return number
        return self._with_decimals(text, number, point.end())

    def _with_decimals(self, text: str, whole: Number, at: int) -> Number:
        """Return a number with what stands behind its spoken point: `two point seven five`."""
        digits, end = "", whole.end
        for _ in range(_MOST_DECIMALS):
            run = _WordRun(self, text, at, join_and=True, scaled=False).read()
            if run is None or run.value >= THOUSAND or (digits and run.value >= TEN):
                break
            digits, end, at = f"{digits}{run.value}", run.end, run.end + 1
            if run.value >= TEN or text[end:at] != " ":
                break
        value, quantum = whole.value + Decimal(f"0.{digits or 0}"), Decimal(1).scaleb(-len(digits))
        return Number((whole.span[0], end), value, quantum, spelled=True) if digits else whole

    def is_ordinal(self, text: str, number: Number) -> bool:
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

    def with_magnitude(self, text: str, number: Number) -> Number:
        """Return the number with the magnitude words behind it (`hundred thousand`)."""
        for _ in range(2):
            match = self._magnitude_after.match(text, number.end)
            if match is None:
                break
            phrase = match["phrase"].casefold()
            if self.is_coin(phrase, number.value, spelled=number.spelled):
                break
            factor = self._magnitudes[phrase]
            number = number.times(factor, self._past_stop(text, match.end()))
        return number

    def _past_stop(self, text: str, end: int) -> int:
        """Return where an abbreviation ends; no sentence ends before a noun: `Mio. Euro`."""
        behind = _NOUN_BEHIND.match(text, end) if self._capitalised else None
        noun = behind is not None and behind["word"].casefold() not in self._no_nouns
        return end if noun else past_stop(text, end)

    def is_coin(self, word: str, number: Decimal, *, spelled: bool) -> bool:
        """Say whether the word for a hundred means coins: `50 cents`, but not `deux cents`."""
        return word.casefold() in self._coins and not (spelled and number < _LEAST_COINS)

    def is_and(self, word: str, room: Decimal) -> bool:
        """Say whether a word may join two parts of a number, the second below `room`."""
        small = room in _JOINED
        thousands = room >= THOUSAND and room.is_finite()
        return (small and word.casefold() in self._and) or (
            thousands and word.casefold() in self._and_behind_thousand
        )

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


def _apart(words: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return number words, those with hyphens also as they are written without: `dix sept`."""
    return {word.replace("-", " "): value for word, value in words.items()} | dict(words)


class _WordRun:
    """Adds up a run of number words from left to right."""

    def __init__(
        self, words: NumberWords, text: str, at: int, *, join_and: bool, scaled: bool = True
    ) -> None:
        self.scaled = scaled
        self.words, self.text, self.at, self.end = words, text, at, at
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
        if not self.words.is_article(word[0]):
            return self.at
        place = word.end() + 1
        if self.text[word.end() : place] == " " and self.words.scale(self.text, place):
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
        if word and self.join_and and self.words.is_and(word[0], self.room):
            behind = word.end() + 1
            second = self.words.simple(self.text, behind)
            return behind if second and (second[0] >= ONE or self.room < THOUSAND) else None
        return place

    def _take(self, place: int) -> bool:
        found = self.words.simple(self.text, place)
        if found and (found[0] < self.room or self._takes_tens(found[0])):
            return self._add(*found)
        found = self.words.scale(self.text, place) if self.scaled else None
        if found is None:
            return False
        word = self.text[place : found[1]]
        return not self.words.is_coin(word, self.current, spelled=True) and self._scale(*found)

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
        self.room = self.words.room_after(value)
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
