"""A number with its unit: one amount, or one end of a range."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.losses import LOSSES, lost
from extractor.figures.neighbours import ALL
from extractor.figures.number import ONE, Number
from extractor.figures.numeral import VULGAR
from extractor.figures.parts import Parts
from extractor.figures.phrases import after, before
from extractor.figures.units import MINOR, Unit, Units
from extractor.figures.units.compound import Compounds
from extractor.figures.units.money import is_money
from extractor.figures.units.shares import share_at

_SIGN: Final = frozenset("+-−")
_OPEN: Final = frozenset(" (\n\t[\"'“‘/:<>≤≥=~≈")
_GOES_ON: Final = frozenset(" ,")  # before what is said in a smaller unit
_COMPOUND: Final = frozenset(("duration", "measure", "money"))
_PARTED: Final = frozenset(("duration", "measure", "percent"))  # of these a half is an amount
_GLUED = regex.compile(r"[\p{L}0-9_@] | [-‑/](?=[\p{L}0-9])", regex.X)
_GLUED_WORD = regex.compile(r"[-‑'’]?[\p{L}0-9]", regex.X)
_LETTERS = regex.compile(r"\p{L}++")
_DEGREES = regex.compile(r"°|º|degr|grad|град|درج", regex.I)
_LEAD = regex.compile(r"[+-]?[^\s0-9(),;]{0,5}+\ ?(?=[0-9])", regex.X)


@dataclass(slots=True, unsafe_hash=True)
class Term:
    """A number, the money before it and the unit after it."""

    start: int
    end: int
    number: Number
    unit: Unit | None
    lead: Unit | None
    plus: bool = False

    @property
    def kind(self) -> str | None:
        """What its unit makes it; None for a bare number."""
        if self.lead:
            return "money"
        return self.unit.kind if self.unit else None

    @property
    def in_cents(self) -> bool:
        """Whether it is printed in hundredths of its money."""
        return self.unit is not None and self.unit.form == MINOR

    @property
    def is_share_or_scaled(self) -> bool:
        """Whether it is per cent or has a magnitude or measure; no code has: `output 5 kW`."""
        measured = self.kind == "measure" and len((self.unit and self.unit.name) or "") > 1
        return measured or self.kind == "percent" or self.number.factor != ONE

    def scaled(self, factor: Decimal) -> "Term":
        """Return the term with the magnitude of its partner in a range."""
        return replace(self, number=self.number.times(factor))


class Terms:
    """Reads terms of one language."""

    def __init__(self, pack: Pack, parts: Parts, units: Units) -> None:
        self._compounds = Compounds(pack)
        self._openers = parts.numbers.spelled.openers
        negatives = pack.section("number").words("negatives")
        either = pack.section("modifiers.before").words("approx")
        self._either = before(phrase for phrase in either if phrase.endswith(tuple(negatives)))
        self._negative = before(negatives)
        self._hyphened = after(pack.section("noun").words("hyphened"), gap="-")
        self._below_zero = after(pack.section("number").words("below_zero"), gap=r"\ ")
        self._negative_ends = frozenset(word[-1] for word in negatives)
        self.numbers = parts.numbers
        self._parts = parts
        self._units = units

    @property
    def openers(self) -> frozenset[str]:
        """The words, besides numbers, that a term may begin with."""
        return self._units.openers

    def read(
        self, text: str, at: int, floor: int, *, join_and: bool = True, money: bool = False
    ) -> Term | None:
        """Return the term whose number stands at a place; nothing before `floor` is taken.

        `money` says that it is money by the other end of its range.
        """
        if text[at].isalpha() and (whole := self._units.whole(text, at)):
            return Term(at, whole.end, Number((at, whole.end), ONE, ONE, spelled=True), whole, None)
        number = self._number(text, at, join_and=join_and)
        if number is None:
            return None
        if text[at - 1 : at] == "(" and text[number.end : number.end + 1] == ")":
            loss = self._loss(text, at, floor, number)
            if loss:
                return loss
        return self._measured(text, number, floor, join_and=join_and, money=money)

    def _measured(
        self, text: str, number: Number, floor: int, *, join_and: bool, money: bool
    ) -> Term | None:
        """Return the term of a number with its sign, money and unit; None for part of a word."""
        start, sign, lead = self._before(text, number.span[0], floor, number)
        number, unit = self._after(text, number, money=bool(lead or money))
        number = number.times(lead.scale) if lead and lead.scale != ONE else number
        if unit:
            number, unit = self._behind_unit(text, number, unit, join_and=join_and)
        if unit is None and lead is None and self._units.is_share_before(text, start, floor):
            start, unit = start - 1, share_at(number.end)
        if _lacks_unit(number, unit) or self._broken(
            text, number, unit, measured=bool(unit or lead)
        ):
            return None
        end = unit.end if unit else number.end
        if unit and not sign:
            start, sign = self._said_sign(text, start, floor)
        if unit and not sign and (below := self._below(text, unit)):
            sign, unit = "-", replace(unit, end=below)
            end = below
        if sign and sign != "+":
            number = replace(number, value=-number.value)
        return Term(start, end, number, unit, lead, plus=sign == "+")

    def measured(
        self, text: str, number: Number, end: int, *, money: bool
    ) -> tuple[Number, Unit | None]:
        """Return number and unit with what stands of them at a place some way behind."""
        apart = replace(number, span=(number.span[0], end), behind=ALL)
        if number.factor == ONE:
            apart = self.numbers.spelled.with_magnitude(text, apart)
        return self._after(text, apart, money=money)

    def _loss(self, text: str, at: int, floor: int, number: Number) -> Term | None:
        """Return money in brackets behind its sign or code, which is negative: `$(2,300)`."""
        sign = text[at - 2 : at - 1]
        lead = self._units.money_before(text, at - 1, floor) if sign in LOSSES else None
        value = lead and lost(text, sign, number, self.numbers)
        return Term(lead.start, value.end, value, None, lead) if lead and value else None

    def _below(self, text: str, unit: Unit) -> int | None:
        """Return where `14 degrees below zero` ends; None where no such words stand."""
        degrees = unit.kind == "measure" and _DEGREES.match(unit.name or "")
        below = self._below_zero.match(text, unit.end) if degrees else None
        return below.end() if below else None

    def _said_sign(self, text: str, start: int, floor: int) -> tuple[int, str]:
        """Return where an amount begins whose sign is a word, and the sign: `minus 5 per cent`."""
        if text[start - 2 : start - 1] not in self._negative_ends:
            return start, ""
        word = self._negative.match(text, floor, start)
        if word and self._either.match(text, floor, start):
            return start, ""  # plus or minus 3 points
        return (word.start("phrase"), "-") if word else (start, "")

    def _number(self, text: str, at: int, *, join_and: bool) -> Number | None:
        if text[at].isdigit() or text[at] in VULGAR or text[at] == ".":
            return self.numbers.digits(text, at)
        number = self.numbers.words(text, at, join_and=join_and)
        return self._parts.number(text, at, number) or number

    def _behind_unit(
        self, text: str, number: Number, unit: Unit, *, join_and: bool
    ) -> tuple[Number, Unit]:
        """Return number and unit with what of the number stands behind its unit."""
        number, unit = self._with_tail(text, number, unit)
        joined = join_and and unit.kind in _COMPOUND
        if not joined or text[unit.end : unit.end + 1] not in _GOES_ON:
            return number, unit
        return self._compounds.whole(text, (number, unit), self._smaller)

    def _with_tail(self, text: str, number: Number, unit: Unit) -> tuple[Number, Unit]:
        if unit.kind in ("duration", "measure"):
            return self._with_half(text, number, unit)
        spaced = text[unit.end : unit.end + 1] == " "
        if unit.kind != "money" or number.factor != ONE or not spaced:
            return number, unit
        scale = self.numbers.spelled.scale(text, unit.end + 1)  # 42.5 USD million
        return (number.times(scale[0]), replace(unit, end=scale[1])) if scale else (number, unit)

    def _smaller(self, text: str, at: int) -> tuple[Number, Unit] | None:
        """Return number and unit of the amount that begins at a place."""
        word = _LETTERS.match(text, at)
        if word and word[0].casefold() not in self._openers:
            return None
        term = self.second(text, at, join_and=False)  # which looks for none itself
        return (term.number, term.unit) if term and term.unit and term.lead is None else None

    def _with_half(self, text: str, number: Number, unit: Unit) -> tuple[Number, Unit]:
        """Return a measure with the half behind its unit (`dos años y medio`)."""
        half = self.numbers.with_tail(text, replace(number, span=(number.span[0], unit.end)))
        if half.end == unit.end or number.quantum != ONE:
            return number, unit
        return replace(half, span=number.span), replace(unit, end=half.end)

    def repeated(self, text: str, first: Term, again: Term, end: int) -> Term:
        """Return a term with its repetition up to a bracket's `end`, and the unit of either."""
        unit, lead = first.unit or again.unit, first.lead or again.lead
        if unit is None and lead is None:  # thirty (30) days
            behind = replace(first.number, span=(first.start, end), behind=ALL)
            unit = self._units.after(text, behind)
        return Term(
            first.start, unit.end if unit and unit.end > end else end, first.number, unit, lead
        )

    def second(self, text: str, at: int, *, join_and: bool, money: bool = False) -> Term | None:
        """Return the term that begins at a place with its money sign or number."""
        lead = _LEAD.match(text, at)
        place = lead.end() if lead else at
        if place >= len(text):
            return None
        term = self.read(text, place, at, join_and=join_and, money=money)
        return term if term and term.start == at else None

    def _before(
        self, text: str, at: int, floor: int, number: Number
    ) -> tuple[int, str, Unit | None]:
        if at == floor:
            return at, "", None
        start, sign = _signed(text, at, floor)
        lead = self._units.money_before(text, start, floor)
        if lead is None and sign and at - 1 >= floor:
            lead = self._units.money_before(text, at - 1, floor)
        scaled = self.numbers.with_abbreviation(text, number, money=True) if lead else number
        if lead is None or not is_money(text, lead, scaled):
            return start, sign, None
        if sign:
            return lead.start, sign, lead
        start, sign = _signed(text, lead.start, floor)
        return start, sign, lead

    def _after(self, text: str, number: Number, *, money: bool) -> tuple[Number, Unit | None]:
        if "unit" not in number.behind:
            return number, None
        counted = self.numbers.with_abbreviation(text, number, money=True)
        unit = self._units.after(text, counted)
        if money or (unit and unit.kind == "money"):
            return counted, unit if unit and unit.kind in ("money", "measure_rate") else None
        if counted != number:
            counted = self.numbers.with_abbreviation(text, number, money=False)
            unit = self._units.after(text, counted)
        return counted, unit

    def _broken(self, text: str, number: Number, unit: Unit | None, *, measured: bool) -> bool:
        """Say whether what follows shows that the number is part of a word (`two-way`, `5pm`)."""
        end = unit.end if unit else number.end
        if number.spelled and (unit is None or unit.form != "adjective"):
            several = number.value != 1 and self._hyphened.match(text, end)  # no one-man show
            counts = _is_count_pair(text, end) or several
            return _GLUED_WORD.match(text, end) is not None and not counts
        glued = _GLUED.match(text, end)
        marked = unit is not None and unit.kind == "percent" and text[end : end + 1].isdigit()
        if glued is None or marked or text.startswith("-strong", end):
            return False
        if glued[0] == "/":  # a rate follows, or the amount again in another unit; else a fraction
            return text[end + 1].isdigit() and not measured
        scaled = number.factor != ONE and not measured  # of money it may be: $4.5m-a-year
        return glued[0] not in "-‑" or (not text[end + 1].isdigit() and scaled)


def _lacks_unit(number: Number, unit: Unit | None) -> bool:
    """Say whether a part of one (`half a`) is of no unit that has parts."""
    parted = unit is not None and unit.kind in _PARTED
    return number.spelled and 0 < number.value < ONE and not parted


def _is_count_pair(text: str, end: int) -> bool:
    return text[end : end + 1] in "-‑" and text[end + 1 : end + 2].isdigit()


def _signed(text: str, at: int, floor: int) -> tuple[int, str]:
    """Return where a signed number begins, and its sign (empty without one)."""
    before = at - 1
    if before < floor or text[before] not in _SIGN:
        return at, ""
    if before > 0 and (text[before - 1] not in _OPEN or text[before - 2 : before] == "+/"):
        return at, ""
    return before, text[before]
