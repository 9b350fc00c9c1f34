"""An amount becomes a reading: its kind, values, unit and precision."""

from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.figures.around import Limit, Rate
from extractor.figures.noun_words import Noun
from extractor.figures.number import Number, plain
from extractor.figures.reading import Reading, Span
from extractor.figures.term import Term
from extractor.figures.units import Unit
from schemas.figure import Kind


@dataclass(frozen=True, slots=True)
class Amount:
    """One term, or two as the ends of a range."""

    first: Term
    last: Term
    end: int

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.first is not self.last


def as_reading(
    amount: Amount, span: Span, noun: Noun | None, limit: Limit | None, rate: Rate | None
) -> Reading:
    """Return the figure of an amount whose span, noun, modifier and rate are known."""
    kind = _kind(amount)
    low, high = _value(amount.first, amount.last, kind), _value(amount.last, amount.last, kind)
    quantum = min(_quantum(amount.first, amount.last), _quantum(amount.last, amount.last))
    form = "range" if amount.is_range else _form(amount.last)
    return Reading(
        span=span,
        kind=kind,
        value=None if amount.is_range else high,
        low=low if amount.is_range else None,
        high=high if amount.is_range else None,
        unit=_unit_name(amount, noun),
        modifier=limit[0] if limit else None,
        modifier_span=limit[1] if limit else None,
        precision=None if kind == "duration" else plain(quantum / 2),
        rule=f"{kind}.{form}",
        noun=noun.phrase if noun else None,
        per=rate.base if rate else _inner_rate(amount),
        per_span=rate.span if rate else None,
    )


def as_item(whole: Reading, item: Term) -> Reading:
    """Return an item of a list, read as its last one."""
    timed = whole.kind == "duration"
    return replace(
        whole,
        span=(item.start, item.number.end),
        value=_value(item, item, whole.kind),
        precision=None if timed else plain(_quantum(item, item) / 2),
        modifier=None,
        modifier_span=None,
    )


def _kind(amount: Amount) -> Kind:
    match amount.last.kind or amount.first.kind:
        case "money" | "percent" | "measure" | "duration" as kind:
            return kind
        case "times":
            return "ratio"
        case _:
            return "count"


def _form(term: Term) -> str:
    if term.lead:
        return term.lead.form
    if term.unit:
        return term.unit.form
    return "spelled" if term.number.spelled else "digits"


def _unit_name(amount: Amount, noun: Noun | None) -> str | None:
    first, last = amount.first, amount.last
    if noun and last.kind is None:
        return noun.head
    named = [u.name for u in (last.unit, last.lead, first.lead, first.unit) if u and u.name]
    if _says_other_money(last.unit, last.lead):
        return None
    return named[0] if named else None


def _says_other_money(unit: Unit | None, lead: Unit | None) -> bool:
    """Say whether a name of several moneys makes a bare dollar sign doubtful (`$ 500 pesos`)."""
    doubtful = unit is not None and unit.kind == "money" and unit.name is None
    return doubtful and lead is not None and lead.form.startswith("dollar_")


def _inner_rate(amount: Amount) -> str | None:
    unit = amount.last.unit
    if unit and unit.form == "per_unit" and unit.name:
        return unit.name.removeprefix("per ").lstrip("/ ")
    return None


def _quantum(term: Term, other: Term) -> Decimal:
    unit = term.unit or other.unit
    return term.number.quantum * (unit.scale if unit else 1)


def _value(term: Term, other: Term, kind: Kind) -> str:
    unit = term.unit or other.unit
    number: Number = term.number
    value = plain(number.value * (unit.scale if unit else 1))
    if kind != "duration" or unit is None:
        return value
    time = "T" if unit.letter.startswith("T") else ""
    return f"P{time}{value.lstrip('-')}{unit.letter.removeprefix('T')}"
