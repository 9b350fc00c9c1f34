"""Amounts: money, shares, measures, stretches of time, counts; single, or as a range."""

from dataclasses import replace
from decimal import Decimal

import regex

from extractor.figures.amount_reading import Amount, as_item, as_reading
from extractor.figures.around import Around, Limit, Rate
from extractor.figures.changes import Changes
from extractor.figures.found import Found, explained
from extractor.figures.lexicon import Pack, load_measures
from extractor.figures.lists import Lists
from extractor.figures.noun import Nouns
from extractor.figures.noun_words import Noun
from extractor.figures.number import ONE
from extractor.figures.phrases import LazyPattern, after, any_of, before, longest_first
from extractor.figures.ranges import Ranges
from extractor.figures.term import Term, Terms

_ASIDE = regex.compile(  # between a number and its noun: twenty (out of 23) sites, 12 (40%) women
    r"\ \((?:out\ of\ (?:a\ total\ of\ )?[0-9][0-9,]{0,8}+|[0-9][0-9.,]{0,4}+\ ?(?:%|per\ ?cent))\)"
    r"(?=\ \p{L})"
)
_PARTS_ASIDE = regex.compile(
    r"\ \((?P<part>[0-9]++)[^()\n]{3,80}+\)(?=\ \p{L})"
)  # 40 (35 from Alba) cases
_REPEATED = regex.compile(r"\ ?\(\ ?(?=[\p{L}0-9\p{Sc}])")
_HYPHENED = regex.compile(  # a 12-member panel, a 500-bed hospital, but a 3-storeyed one
    r"-(\p{Ll}{3,20}+)(?<!(?<!e|-b|-sh)ed|ing|s|strong|plus|odd)(?=\ )"
)
_VAGUE = regex.compile(r"-(?:plus|odd)(?=\ )")
_ODD = "-odd "
_ALTERNATIVE = regex.compile(r"\ ?/\ ?(?=[0-9])")
_ALIKE = frozenset(map(frozenset, load_measures().lists["alike"]))
_CAPITALISED = regex.compile(r"(?r) (?<= \p{Ll} \  ) \p{Lu}\p{Ll}{1,20} \ ", regex.X)
_THE = " the "
_ROUND = frozenset(Decimal(10) ** power for power in range(7))
"""What is so many kilometres or litres is the base of a rate; of others it is a side: 12 por 18."""
_OF_STUFF = frozenset(("measure", "money", "duration"))
SURE_FROM = 13  # smaller spelled numbers without a noun are mostly pronouns


class Amounts:
    """Reads amounts of one language."""

    def __init__(self, pack: Pack, terms: Terms, nouns: Nouns, around: Around) -> None:
        self._terms, self._nouns, self._around = terms, nouns, around
        self._lists, self._changes = Lists(pack, terms), Changes(pack)
        self._ranges = Ranges(pack, terms, self._changes)
        noun = pack.section("noun")
        self._blockers = before(noun.words("one_blockers"))
        of = any_of(pack.section("ratio").words("of"))
        self._collective = before(noun.words("collectives"), gap=rf"\ {of}\ ")
        self._marked = after(pack.section("modifiers").words("marks"), gap=r"[\ -]")
        self._never = LazyPattern(
            r"\L<never>(?!\p{L})", regex.I, never=longest_first(noun.words("never"))
        )

    def term(self, text: str, at: int, floor: int) -> Term | None:
        """Return the term at a place."""
        join = not self._ranges.opens_between(text, at, floor)
        return self._terms.read(text, at, floor, join_and=join)

    def read(self, text: str, term: Term, floor: int) -> Found | None:
        """Return the figures that begin with a term, or None where its words count nothing."""
        amount = listed = None
        if term.end > term.number.end or "range" in term.number.behind:
            amount = self._ranges.read(text, term, floor)
            listed = None if amount else self._listed(text, term, floor)
        return listed or self._one(text, amount or Amount(term, term, term.end), floor)

    def _one(self, text: str, amount: Amount, floor: int) -> Found:
        """Return the figure of an amount; no figure where its words count nothing."""
        amount = self._parted(text, self._repeated(text, amount))
        noun = self._noun(text, amount, floor)
        if amount.first.number.spelled and not self._counts(text, amount, noun, floor):
            return Found(amount.first.number.end)
        end, limit = self._limit(text, amount, noun, floor)
        rate = self._around.rate(text, noun.phrase[1] if noun else end)
        rate = rate or self._farther_rate(text, amount, end)
        if rate and self._is_no_rate(text, amount, noun, rate):
            rate = None
        reading = as_reading(amount, (amount.first.start, end), noun, limit, rate)
        if rate is None:
            return Found(end, (reading,))
        base = explained(text, *rate.span, "reference")  # the 1,000 of "per 1,000" is no figure
        return Found(rate.span[1], (reading,), base.explained)

    def _farther_rate(self, text: str, amount: Amount, end: int) -> Rate | None:
        """Return the rate of an amount of something, or the price of something."""
        kind = amount.last.kind or amount.first.kind
        if kind not in _OF_STUFF or text[end : end + 1] != " ":
            return None
        priced = self._around.price(text, end) if kind == "money" else None
        return priced or self._around.rate_of(text, end)

    def _listed(self, text: str, first: Term, floor: int) -> Found | None:
        """Return every figure of a list of numbers that share money, unit or noun."""
        *items, last = self._lists.items(text, first) or (first,)
        if items and first.lead and last.kind == "measure":
            last = _at_rate(last)
        if not items or (first.lead and (last.kind not in {None, "money"} or last.in_cents)):
            return None
        counted = self._nouns.counted(text, last.end)
        if counted if first.lead else not (last.kind or counted):
            return None
        if first.lead:
            last = replace(last, lead=first.lead)
        found = self._one(text, Amount(last, last, last.end), last.start)
        if len(found.figures) != 1:
            return None
        shared = found.figures[0]
        limit = self._around.modifier(text, first.start, floor, shared.kind)
        figures = [as_item(shared, replace(item, unit=last.unit)) for item in items]
        if limit:
            figures[0] = replace(figures[0], modifier=limit[0], modifier_span=limit[1])
        return Found(found.end, (*figures, shared), found.explained)

    def _repeated(self, text: str, amount: Amount) -> Amount:
        """Return the amount with its repetition in brackets (`seven (7)`), no second figure."""
        near = "(" in text[amount.end : amount.end + 2]
        first, bracket = amount.first, _REPEATED.match(text, amount.end) if near else None
        if bracket is None or amount.is_range:
            return amount
        again = self._terms.second(text, bracket.end(), join_and=True)
        if again is None or not _is_same(first, again) or text[again.end :][:1] != ")":
            return amount
        whole = self._terms.repeated(text, first, again, again.end + 1)
        return Amount(whole, whole, whole.end)

    def _parted(self, text: str, amount: Amount) -> Amount:
        """Return an amount with the magnitude or unit behind the share or parts in brackets."""
        first = amount.first
        if amount.is_range or first.unit:
            return amount
        aside = _ASIDE.match(text, amount.end) or _PARTS_ASIDE.match(text, amount.end)
        if aside is None:
            return amount
        number, unit = self._terms.measured(
            text, first.number, aside.end(), money=first.lead is not None
        )
        if unit is None and number.factor == first.number.factor:
            return amount
        whole = replace(first, number=replace(number, span=first.number.span), unit=unit)
        return Amount(whole, whole, amount.end)

    def _is_no_rate(self, text: str, amount: Amount, noun: Noun | None, rate: Rate) -> bool:
        """Say whether what looks like a rate says an amount again, or is a second side."""
        if amount.last.kind == "measure":
            return self._is_repeated(text, amount, rate)
        if amount.last.kind or noun or not rate.base[0].isdigit():
            return False
        side = self._terms.second(text, rate.span[1] - len(rate.base), join_and=False)
        return side is not None and side.kind == "measure" and side.number.value not in _ROUND

    def _is_repeated(self, text: str, amount: Amount, rate: Rate) -> bool:
        """Say whether what looks like a rate is the same in another unit: `16 bar / 232 psi`."""
        slash = _ALTERNATIVE.match(text, rate.span[0])
        other = self._terms.second(text, slash.end(), join_and=False) if slash else None
        if other is None or other.unit is None or amount.last.unit is None:
            return False
        names = frozenset((amount.last.unit.name, other.unit.name))
        same = len(names) == 1 and other.number.value not in _ROUND  # 8GB/256GB, 2 kg/100 kg
        return same or names in _ALIKE

    def _noun(self, text: str, amount: Amount, floor: int) -> Noun | None:
        if amount.last.kind is not None:
            share = amount.last.kind == "percent"
            return self._nouns.direct(text, amount.end) if share else None
        number = amount.last.number
        hyphen = text[amount.end : amount.end + 1] == "-"
        if hyphen and (hyphened := _HYPHENED.match(text, amount.end)):
            return Noun(hyphened[1], hyphened.span(1), hyphened.span(1))
        vague = _VAGUE.match(text, amount.end) if hyphen else None
        end = vague.end() if vague else amount.end + (text[amount.end : amount.end + 1] == "+")
        if number.value != 1 or amount.is_range:
            return self._counted(text, end, number.value)
        blocked = number.spelled and self._blockers.match(text, floor, amount.first.start)
        return None if blocked else self._nouns.single(text, end)

    def _counted(self, text: str, end: int, value: Decimal) -> Noun | None:
        """Return what a number counts, behind a share, whole or parts in brackets, too.

        What is more of something else is no part: `in district 5 (12 villages) households`.
        """
        aside = _ASIDE.match(text, end)
        if aside is None and (parts := _PARTS_ASIDE.match(text, end)):
            other = int(parts["part"]) > value and self._nouns.counted(text, parts.end("part"))
            noun = None if other else self._nouns.counted(text, parts.end())
            return noun if noun and noun.phrase == noun.head_span else None
        return self._nouns.counted(text, aside.end() if aside else end)

    def _counts(self, text: str, amount: Amount, noun: Noun | None, floor: int) -> bool:
        """Say whether a spelled number counts something real."""
        first = amount.first
        if self._never.match(text, first.start) or _is_named(text, first):
            return False
        if amount.is_range or amount.last.kind or amount.end > first.number.end:
            hyphened = text.startswith("-", first.number.end)  # a one-year plan
            blocked = self._blockers.match(text, floor, first.start)
            return first.number.value != 1 or hyphened or not blocked
        if first.number.value == 0:
            return noun is not None and noun.phrase == noun.head_span
        sure = first.number.value >= SURE_FROM or first.number.quantum != ONE
        sure = sure or self._terms.numbers.spelled.is_collective(text, first.number)
        named_before = self._nouns.listed_one if first.number.value == 1 else self._nouns.elliptic
        named = noun is not None or named_before(text, first.start, first.end, floor)
        return named or sure or self._has_many(text, first.start, floor)

    def _has_many(self, text: str, start: int, floor: int) -> bool:
        """Say whether what has so many stands before: `a crew of five`; a name does not tell."""
        collective = self._collective.match(text, floor, start)
        return collective is not None and text[collective.start()].islower()

    def _limit(
        self, text: str, amount: Amount, noun: Noun | None, floor: int
    ) -> tuple[int, Limit | None]:
        """Return the end of the figure, a trailing plus sign included, and its modifier."""
        start, end = amount.first.start, amount.end
        if amount.first.plus:  # of a share it is the sign of a rise
            share = amount.last.kind == "percent"
            return end, None if share else ("at_least", (start, start + 1))
        if text[end : end + 1] == "+":
            return end + 1, ("at_least", (end, end + 1))
        if text.startswith(_ODD, end):
            return end, ("approx", (end + 1, end + len(_ODD) - 1))
        kind = amount.last.kind or amount.first.kind
        number, limit = amount.last.number, None
        if end > number.end or "limit" in number.behind:
            limit = self._around.modifier_after(text, end)
        if limit is None and noun:
            limit = self._around.modifier_after(text, noun.phrase[1])
        if text[start - len(_THE) : start] == _THE and self._marked.match(text, end):
            start = max(floor, start - len(_THE) + 1)  # above the $50 mark
        limit = limit or self._around.modifier(text, start, floor, kind)
        if (
            limit is None
            and number.spelled
            and self._terms.numbers.spelled.is_rounded(text, number)
        ):
            limit = "approx", number.span
        return end, None if limit and self._changes.reached(text, limit) else limit


def _is_named(text: str, term: Term) -> bool:
    """Say whether a spelled number is part of a name: `the Big Four auditors`."""
    if not text[term.start].isupper() or term.kind or text[term.end + 1 : term.end + 2].isupper():
        return False
    return _CAPITALISED.match(text, 0, term.start) is not None


def _is_same(first: Term, again: Term) -> bool:
    """Say whether one number is printed in words and in digits."""
    one, other = first.number, again.number
    return one.value == other.value and one.spelled != other.spelled


def _at_rate(term: Term) -> Term:
    """Return an amount of money without its rate: the `per kg` of `USD 5, 6 and 7 per kg`."""
    named = term.unit.name if term.unit is not None else None
    rate = named is not None and named.startswith("per ")
    return replace(term, unit=None, end=term.number.end) if rate else term
