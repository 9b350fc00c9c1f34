"""Units beside a number: money, per cent, measures, stretches of time, multiples."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final, Literal

import regex

from extractor.figures.doubtful import (
    LETTERED,
    MINUTES,
    Doubtful,
    amperes,
    measured_by_sign,
    pence,
    percent_sign,
)
from extractor.figures.lexicon import Pack, Section, Words, load_currencies, load_measures
from extractor.figures.listed import Listed
from extractor.figures.money_names import money_names, with_names
from extractor.figures.number import ONE, Number
from extractor.figures.phrases import Phrases, after, any_of, linked, longest_first
from extractor.figures.reading import NumberFormat, Span
from extractor.figures.scaled_money import ScaledMoney
from extractor.figures.timed import timed, unit_adjectives

UnitKind = Literal["money", "percent", "measure", "duration", "times"]

# Codes that are also words or names (SDG 5, COP 28, "ALL 12 regions"): a small whole number after
# one of them is no amount of money.
_SMALL: Final = Decimal(1000)
_WORDLIKE: Final = frozenset(
    "ALL ANG BAM COP CUP GEL LAK MAD MOP PEN RON SDG SOS TOP TRY MGA BOB".split()
)
_LETTERS: Final = frozenset("NQR")
"""Signs of money that are letters: only a long or scaled number behind them is an amount."""

MINOR: Final = "minor"
"""The form of hundredths of a money: cents, pence."""

_HUNDREDTH: Final = Decimal("0.01")
_NEXT_NUMBER = r"(?! [\p{L}0-9] | \ ? [+-]? [0-9] )"
_NUMBER = regex.compile(r"\ ?[+-]?[0-9]")
_MOST_BLANKS = 2  # between the name of a money and its number
_GROUPS = regex.compile(r"[0-9][ ,.'][0-9]{3}(?![0-9])")
_ENDS = regex.compile(r"\s*+(?:\Z|\p{Lu}(?!\p{Lu}))")  # a full stop ends the sentence, too
_WORD = regex.compile(r"\p{L}++(?:'\p{L}++)?+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit beside a number."""

    kind: UnitKind
    name: str | None
    """As in `Reading.unit`; None for durations and for money whose country is not told."""
    start: int
    end: int
    form: str
    """How it is printed, for the name of the rule."""
    scale: Decimal = ONE
    letter: str = ""
    """Of a duration: its letter of ISO 8601."""


class Units:
    """Finds the units of one language."""

    def __init__(self, pack: Pack, numbers: NumberFormat) -> None:
        self._currencies = with_names(load_currencies(pack.code), pack, numbers)
        self._dollar, self._scaled = numbers.dollar, ScaledMoney(pack, numbers)
        measures = load_measures()
        of = linked(pack.section("number").words("partitives"))
        gap = rf"\ ? (?: {of} )?"
        self._link = regex.compile(of, regex.X | regex.I)
        self._sign_before = _sign_before(tuple(self._currencies.signs))
        self._sign_ends = frozenset(sign[-1] for sign in self._currencies.signs)
        self._codes = Listed(self._currencies.codes)
        self._capitalised = Listed(name.capitalize() for name in self._currencies.names)
        self._names = Listed(self._currencies.names, same=str.casefold)
        self._sign_after = after(
            [sign for sign in self._currencies.signs if sign not in _LETTERS],
            gap=gap,
            end=_NEXT_NUMBER,
            cased=True,
        )
        percent = pack.section("percent")
        mille = after((*percent.words("mille"), "‰"), end=r"(?!\p{L})")
        self._shares: list[tuple[Phrases | regex.Pattern[str], str, str, Decimal]] = [
            (after(percent.words("points")), "percentage_points", "points", ONE),
            (after(percent.words("basis")), "percentage_points", "basis", _HUNDREDTH),
            (_PERCENT_SIGN, "percent", "sign", ONE),
            (after(percent.words("words"), gap=r"(?:\ ?|-)"), "percent", "words", ONE),
            (mille, "percent", "mille", Decimal("0.1")),
        ]
        self._minor = money_names(pack, "minor", numbers)
        self._minor_after, self._minor_initials = after(self._minor), _initials(self._minor)
        self._share_signs, self._bare_points = (
            frozenset(percent.words("before")),
            after(percent.words("bare_points")),
        )
        self._share_initials = _initials(
            w for key in ("points", "basis", "words", "mille") for w in percent.words(key)
        )
        self._durations = {
            word.casefold(): value
            for value, words in pack.section("durations").lists.items()
            for word in words
        }
        self._durations.update(unit_adjectives(pack))
        self._whole = {**pack.section("duration.whole").inverted(), **timed(pack)}
        self._tails, self._and_part = pack.numbers("number.tails"), _and_part(pack, self._durations)
        adjectives = any_of(pack.section("duration").words("adjectives"))
        self._duration = after(self._durations, gap=rf"(?: {gap} (?: (?: {adjectives} ) \ )? | - )")
        self._symbol = after(
            (*measures.words("symbols"), *pack.section("measures").words("symbols")),
            cased=True,
            end=_symbol_end(measures),
        )
        self._measure = after(
            _hyphened(pack.section("measures").words("words")), gap=rf"(?: {gap} | - )"
        )
        self._per_area, self._doubtful = _per_area(measures.words("areas")), Doubtful(pack)
        self._times = after(pack.section("ratio").words("times"))
        self._compared = after(pack.section("ratio").words("comparatives"), gap=r"\ ")

    def money_before(self, text: str, at: int, floor: int) -> Unit | None:
        """Return the money sign, code or name that stands before a number, not before `floor`."""
        last = text[at - 2 if text[at - 1] == " " else at - 1]
        match = self._sign_before.match(text, floor, at) if last in self._sign_ends else None
        if match:
            code = self._code_before(text, match.start(), floor)
            start = code[0] if code else match.start()
            named = text[slice(*code)] if code else None
            form = "letter_prefix" if match["phrase"] in _LETTERS else "sign_prefix"
            return self._money(match["phrase"], start, at, form, named)
        if code := self._code_before(text, at, floor):
            return self._money(None, code[0], at, "code_prefix", text[slice(*code)])
        if name := self._name_before(text, at, floor):
            value = self._currencies.names[text[slice(*name)].casefold()]
            return Unit("money", value, name[0], at, "name_prefix")
        return None

    def _code_before(self, text: str, at: int, floor: int) -> Span | None:
        """Return where a code stands before a place, a blank or hyphen between or none."""
        end = at - (at > floor and text[at - 1] in " -")
        start = self._codes.before(text, end, floor)
        return None if start is None else (start, end)

    def _name_before(self, text: str, at: int, floor: int) -> Span | None:
        """Return where the name of a money stands before a place, a blank or two between."""
        end = at
        while end > max(floor, at - _MOST_BLANKS) and text[end - 1] == " ":
            end -= 1
        start = self._capitalised.before(text, end, floor) if end < at else None
        return None if start is None else (start, end)

    def _money(self, sign: str | None, start: int, end: int, form: str, code: str | None) -> Unit:
        known = code or (self._currencies.signs[sign] if sign else None)
        if known is None and sign == "$":
            known, form = self._dollar, f"dollar_{form}"
        return Unit("money", known, start, end, form)

    def is_money(self, unit: Unit, number: Number) -> bool:
        """Say whether a code or letter before a number means money, and is no word or name."""
        if unit.form == "letter_prefix":
            return number.factor != ONE or _GROUPS.search(number.printed) is not None
        doubtful = unit.form == "code_prefix" and unit.name in _WORDLIKE
        whole_and_small = number.value < _SMALL and number.factor == ONE and number.quantum == ONE
        return not (doubtful and whole_and_small)

    def after(self, text: str, number: Number) -> Unit | None:
        """Return the unit that follows a number, or None."""
        at = number.end
        following = text[at : at + 1]
        if following == "" or following in ".,;:)]?!\n\t":
            return None
        if number.factor != ONE and (scaled := self._scaled.read(text, number)):
            return Unit("money", scaled[0], *scaled[1], "name_suffix")
        for find in (
            self._share_after,
            self._minor_money,
            self._money_after,
            self._time_after,
            self._measure_after,
        ):
            unit = find(text, at)
            if unit is not None:
                return unit
        return self._times_after(text, number)

    def is_share_before(self, text: str, start: int, floor: int) -> bool:
        """Say whether the sign of a share stands before its number: `%45`."""
        near = text[start - 1 : start] if start > floor else ""
        return near in self._share_signs and not text[start - 2 : start - 1].isalnum()

    def share_at(self, end: int) -> Unit:
        """Return the unit of a number that ends at a place, and has the sign of a share before."""
        return Unit("percent", "percent", end, end, "sign_prefix")

    def _share_after(self, text: str, at: int) -> Unit | None:
        if _initial(text, at) not in self._share_initials:
            return None  # as most: a pattern takes ten times as long
        for pattern, name, form, scale in self._shares:
            if match := pattern.match(text, at):
                return Unit("percent", name, at, match.end(), form, scale)
        return self._doubtful_share(text, at)

    def _doubtful_share(self, text: str, at: int) -> Unit | None:
        """Return a share whose sign has other meanings, too, where the words around tell it."""
        if text[at] == "p" and (end := percent_sign(text, at)):
            return Unit("percent", "percent", at, end, "sign")
        if (match := self._bare_points.match(text, at)) and _beside_share(text, at, match.end()):
            return Unit("percent", "percentage_points", at, match.end(), "points")
        return None

    def _money_after(self, text: str, at: int) -> Unit | None:
        code = self._listed_after(self._codes, text, at)
        if code and not _NUMBER.match(text, code[1]):
            return Unit("money", text[slice(*code)], at, code[1], "code_suffix")
        if named := self._listed_after(self._names, text, at):
            name = text[slice(*named)].casefold()
            named = (
                named[0],
                named[1] - (name[-1] == "." and _ENDS.match(text, named[1]) is not None),
            )
            value = self._currencies.names[name]
            if value is None and name.startswith(("dollar", "dólar")):
                value = self._dollar
            return Unit("money", value, at, named[1], "name_suffix")
        if match := self._sign_after.match(text, at):
            return self._money(match["phrase"], at, match.end(), "sign_suffix", None)
        return None

    def _minor_money(self, text: str, at: int) -> Unit | None:
        """Return hundredths of a money; `20p` are pence where pounds are printed."""
        initial = _initial(text, at)
        if initial in self._minor_initials and (match := self._minor_after.match(text, at)):
            money = self._minor[match["phrase"].casefold()]
            if money == self._dollar and "€" in text and "$" not in text:
                money = "EUR"
            return Unit("money", money, at, match.end(), MINOR, _HUNDREDTH)
        end = pence(text, at) if text[at] == "p" else None
        return Unit("money", "GBP", at, end, MINOR, _HUNDREDTH) if end else None

    def _listed_after(self, listed: Listed, text: str, at: int) -> Span | None:
        """Return where a listed name stands after a number: `5 euros`, `5 millions d'euros`."""
        start = at + (text[at : at + 1] == " ")
        link = self._link.match(text, start)
        for place in (link.end(), start) if link else (start,):
            if end := listed.after(text, place):
                return place, end
        return None

    def _time_after(self, text: str, at: int) -> Unit | None:
        match = self._duration.match(text, at)
        if match is None:
            pattern, value = LETTERED.get(_initial(text, at), (None, ""))
            lettered = pattern.match(text, at) if pattern else None
            if value == "T1H" and (minutes := MINUTES.match(text, at)):
                whole = _stretch(value, minutes.span(), "symbol")
                return replace(whole, letter=f"{whole.letter}{int(minutes[1])}M")
            return _stretch(value, lettered.span(), "sign") if lettered else None
        form = "adjective" if text[at] == "-" else "words"
        return _stretch(self._durations[match["phrase"].casefold()], (at, match.end()), form)

    @property
    def openers(self) -> frozenset[str]:
        """What the words begin with that say a stretch of time with its number."""
        return frozenset(word.partition("'")[0] for word in self._whole)

    def whole(self, text: str, at: int) -> Unit | None:
        """Return a stretch of time that says its number: in one word, or `a year and a half`."""
        lone = text[at + 1 : at + 2] in " nN"  # an article, where languages have them
        if lone and (match := self._and_part.match(text, at)):
            unit = _stretch(self._durations[match["unit"].casefold()], match.span(), "part")
            return replace(unit, scale=unit.scale * (1 + self._tails[match["tail"].casefold()]))
        word = _WORD.match(text, at)
        value = self._whole.get(word[0].casefold()) if word else None
        return _stretch(value, word.span(), "word") if word and value else None

    def _measure_after(self, text: str, at: int) -> Unit | None:
        if match := self._per_area.match(text, at):
            return Unit("measure", match["phrase"], at, match.end(), "per_unit")
        symbol = self._symbol.match(text, at) or amperes(text, at)
        if symbol and not self._is_word(text, at, symbol):
            return Unit("measure", symbol[0].strip(), at, symbol.end(), "symbol")
        if match := self._measure.match(text, at):
            form = "adjective" if text[at] == "-" else "words"
            return Unit("measure", match["phrase"], at, match.end(), form)
        return self._doubtful_measure(text, at)

    def _doubtful_measure(self, text: str, at: int) -> Unit | None:
        """Return a measure whose sign or word has other meanings, told by the words around."""
        if match := self._doubtful.match(text, at):
            return Unit("measure", match["phrase"], at, match.end(), "words")
        signed = measured_by_sign(text, at, _initial(text, at))
        return Unit("measure", signed[0], at, signed[1], "symbol") if signed else None

    def _is_word(self, text: str, at: int, symbol: "regex.Match[str]") -> bool:
        """Say whether letters like those of a unit begin a name or are a code: `camp 1W`."""
        named = symbol[0].strip() in load_measures().words("alone") and _NAMED.match(
            text, symbol.end()
        )
        return bool(named or _SECTOR.match(text, at - 1))

    def _times_after(self, text: str, number: Number) -> Unit | None:
        at = number.end
        if match := _CROSS.match(text, at):
            return Unit("times", "times", at, match.end(), "cross")
        match = self._times.match(text, at)
        if match and (number.quantum < ONE or self._compared.match(text, match.end())):
            return Unit("times", "times", at, match.end(), "times")
        return None


def _symbol_end(measures: Section) -> str:
    """Return the pattern of what goes on behind the sign of a unit: `/m³`, `/(m·K)`, `CO2e`."""
    over, of_mass = any_of(measures.words("over")), any_of(measures.words("of_mass"))
    product = rf"\( {over} (?: [·⋅.*] {over} )++ \)"
    return rf"""(?: / (?: {over} (?![\p{{L}}0-9²³]) | {product} ) ){{0,2}}+
        (?: \ {of_mass} )?+ (?![\p{{L}}0-9'²³])"""


def _stretch(value: str, span: Span, form: str) -> Unit:
    """Return the unit of a number and letter of ISO 8601 (`10Y`, `T1H`)."""
    time, digits = ("T", value[1:-1]) if value[0] == "T" else ("", value[:-1])
    return Unit("duration", None, *span, form, Decimal(digits), time + value[-1])


_PERCENT_SIGN = regex.compile(r"\ ?[%％٪](?!\ ?points?\b)")
_NEAR = 80  # characters around points in which the share stands that they are of
_DECIMAL = regex.compile(r"(?<![0-9])[0-9]{1,2}[.,][0-9]{1,2}\Z")  # more are points of an index
_INDEX = regex.compile(r"\bind[ei]x|\bindice|\bíndice|\bscore", regex.I)
_SHARE = regex.compile(r"[0-9]\ ?(?:%|per\ cent|percent|pour\ cent|por\ ciento)", regex.I)
_SECTOR = regex.compile(r"(?<![0-9.,])[0-9][VW](?![\p{L}0-9])")  # camp 1W
_NAMED = regex.compile(r"\ (?!(?:of|in|at|and|or|to|per|with|for|from|on|is|are|by)\b)\p{L}")
_CROSS = regex.compile(r"[xX×](?![\p{L}0-9])")


def _beside_share(text: str, start: int, end: int) -> bool:
    """Say whether points behind a decimal are those of a share told beside them, of no index."""
    before = text[max(0, start - _NEAR) : start]
    if not _DECIMAL.search(before) or _INDEX.search(before):
        return False
    return _SHARE.search(text, max(0, start - _NEAR), end + _NEAR) is not None


def _initials(words: Iterable[str]) -> frozenset[str]:
    """Return the letters and signs that a share or one of the words may begin with."""
    return frozenset(char for w in words for char in (w[0].lower(), w[0].upper())).union("%％٪‰")


def _initial(text: str, at: int) -> str:
    """Return the first letter or sign behind a number, a blank or hyphen between or none."""
    return text[at + 1 : at + 2] if text[at] in " -" else text[at]


def _hyphened(names: Words) -> Iterable[str]:
    """Return the names, those of several words also as they stand before a noun: `square-foot`."""
    return (*names, *(name.replace(" ", "-") for name in names))


def _and_part(pack: Pack, durations: Iterable[str]) -> "regex.Pattern[str]":
    """Return the pattern of `a year and a half`."""
    articles = any_of(pack.section("number").words("articles"))
    tails = any_of(pack.numbers("number.tails"))
    return regex.compile(
        rf"(?:{articles})\ (?P<unit>{any_of(durations)})\ (?P<tail>{tails})(?![\p{{L}}0-9])",
        regex.I,
    )


@cache
def _per_area(names: Words) -> "regex.Pattern[str]":
    areas = any_of(names)
    return regex.compile(
        rf"\ ? (?P<phrase> (?: per \ | / \ ? ) (?: {areas} ) ) (?![\p{{L}}0-9])", regex.X
    )


@cache
def _sign_before(signs: Words) -> "regex.Pattern[str]":
    lettered = [sign for sign in signs if sign[0].isalpha()]
    bare = [sign for sign in signs if not sign[0].isalpha()]
    return regex.compile(
        r"(?r) (?P<phrase> (?<![\p{L}0-9]) \L<lettered> | \L<bare> ) \ ?",
        regex.X,
        lettered=longest_first(lettered),
        bare=longest_first(bare),
    )
