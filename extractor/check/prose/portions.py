"""Shares, multiples and rates told in a sentence: whether they follow from its other numbers."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain, pairwise

import regex

from extractor.check.index import Index
from extractor.check.intervals import Term, compare
from extractor.check.prose.claims import Claim, made, share_claim
from extractor.check.prose.orders import NEAR, is_slip_of_share, orders
from extractor.check.prose.sentences import Said, Sentence, ends_with, words
from extractor.check.prose.told_changes import is_one
from extractor.check.words import EVERYBODY, measured_in
from extractor.keys import key
from schemas.extraction import Finding

FAR_SHARE = Decimal("0.5")  # of a stated share; what is further off is the share of something else
FAR_BARE = Decimal(
    "0.03"
)  # the same, where the whole is only guessed from the order of the numbers
FAR_PRODUCT = Decimal("0.2")  # of a stated product
LOOSE = Decimal("0.25")  # a word (`doubled`) is said of what comes near it
MONTHS = regex.compile(r"P(?P<many>\d{1,2}+)M")
FOLDS = {"double": "2", "triple": "3", "quadruple": "4", "half": "0.5"}


def portions(index: Index) -> Iterator[Finding]:
    """Yield what does not follow: `share_mismatch`, `multiple_mismatch`, `product_mismatch`."""
    for sentence in index.sentences:
        claims = chain(
            _shares(sentence), _multiples(sentence), _folds(sentence), _products(index, sentence)
        )
        yield from (found for claim in claims if (found := claim.finding()) is not None)


def _shares(sentence: Sentence) -> Iterator[Claim]:
    """Yield each amount and its share with the whole that one of them is said to be of."""
    for at, (one, other) in enumerate(pairwise(sentence)):
        if is_one(one, other):
            part, share = (other, one) if one.figure.kind == "percent" else (one, other)
            named = _named(sentence, part, share)
            whole = named or _elided(sentence, at)
            told = whole is not None and whole is not part and whole.sort == part.sort
            told = told and not (at and part.is_behind_of)  # `61 of the 88, or 69 per cent`
            if whole is not None and told and not _goes_on(sentence[:at], part, share):
                yield from _share(part, share, whole, _reach(named, part, share, whole))
    for three in zip(sentence, sentence[1:], sentence[2:], strict=False):
        for part, share, whole in orders(*three):
            yield from _share(part, share, whole, FAR_SHARE)


def _reach(named: Said | None, part: Said, share: Said, whole: Said) -> Decimal:
    """Return how far off a share may be: by no more than a slip, of an amount told before it."""
    if named is not None or is_slip_of_share(part, share, whole):
        return FAR_SHARE
    return FAR_BARE if part.figure.kind == "count" else Decimal(0)


def _goes_on(before: Sentence, part: Said, share: Said) -> bool:
    """Say whether a share is right of a part told before: `of 90, 80 were seen, 40 (50%) ill`."""
    claims = (share_claim(part, share, one) for one in before if one.sort == part.sort)
    return any(
        claim.others[1].term.value >= part.term.value
        and compare(share.term, claim.computed) == "agrees"
        for claim in claims
        if claim is not None
    )


def _named(sentence: Sentence, part: Said, share: Said) -> Said | None:
    """Return the whole that an amount or its share is bound to, or that opens the sentence."""
    by_id = {said.figure.id: said for said in sentence}
    bound = by_id.get(share.figure.of or "") or by_id.get(part.figure.of or "")
    at = sentence.index(part)
    if bound is None and at and ends_with("of_which", part.before):
        bound = sentence[at - 1]
    return bound or (
        sentence[0] if sentence[0].is_behind_of and sentence[0] not in (part, share) else None
    )


def _share(part: Said, share: Said, whole: Said, far: Decimal) -> Iterator[Claim]:
    claim = share_claim(part, share, whole, far)
    if claim is not None and 0 < part.term.value <= whole.term.value:
        yield claim


def _elided(sentence: Sentence, at: int) -> Said | None:
    """Return the whole of a part that names nothing of its own: `52 wells; 40 (77%) were dry`.

    Money is a part of the amount before it only with a word for it: `20 million, with 5 million`.
    """
    part = sentence[at]
    if not at or part.figure.kind not in ("count", "money") or part.after.strip() != "(":
        return None
    told = sentence[at + 1].after.startswith(")") and ends_with("with", part.before)
    told = told or (part.figure.kind == "count" and not part.is_amount_without_unit)
    return sentence[at - 1] if part.figure.modifier is None and told else None


def _multiples(sentence: Sentence) -> Iterator[Claim]:
    """Yield `USD 6 billion, or 2.5 times the budget of USD 2.4 billion`."""
    for value, multiple, base in zip(sentence, sentence[1:], sentence[2:], strict=False):
        told = multiple.figure.kind == "ratio" and multiple.figure.unit == "times"
        if (
            not told
            or value.sort != base.sort
            or max(len(multiple.before), len(base.before)) > NEAR
        ):
            continue
        # `2.8 times the budget of health, USD 3 million`: the comma right before it tells of what.
        behind = base.before.strip().removesuffix(",")
        if words("multiples").match(behind) is None or "," in behind:
            continue
        computed = made(lambda now, then: now / then, value.term, base.term)
        if computed is not None:
            yield Claim(
                stated=multiple,
                computed=computed,
                others=(value, base),
                how=f"{value.quote} over {base.quote}",
                code="multiple_mismatch",
                unit=" times",
                gravest="warning",
            )


def _folds(sentence: Sentence) -> Iterator[Claim]:
    """Yield what is said to have doubled, or the like, from a value to another."""
    for base, level in pairwise(sentence):
        if not ends_with("from", base.before) or not ends_with("to", level.before):
            continue
        said = [times for times, name in _fold_names() if words("fold", name).search(base.before)]
        near = len(level.before) <= NEAR and base.sort == level.sort and base.term.value > 0
        if len(said) == 1 and near:
            expected = Term(base.term.value * said[0], base.term.value * said[0] * LOOSE)
            yield Claim(
                stated=level,
                computed=expected,
                others=(base,),
                how=f"{said[0]} times {base.quote}",
                code="multiple_mismatch",
                gravest="warning",
                far=Decimal(1),
            )


@cache
def _fold_names() -> tuple[tuple[Decimal, str], ...]:
    return tuple((Decimal(times), name) for name, times in FOLDS.items())


def _products(index: Index, sentence: Sentence) -> Iterator[Claim]:
    """Yield `400 families at USD 250 per family, USD 100,000 in all`, where it is all told once."""
    rates = [each for each in sentence if each.figure.per is not None or _is_for_each(each)]
    if len(rates) != 1 or rates[0].figure.kind != "money":
        return
    (rate,) = rates
    amounts = [each for each in sentence if each.sort == rate.sort and each is not rate]
    counted = [each for each in sentence if _is_counted_by(rate, each)]
    if len(amounts) != 1 or len(counted) != 1:
        return
    (amount,), (count,) = amounts, counted
    if rate.figure.per is None and not amount.is_summed_up:
        return
    times = _times(index, rate, sentence)
    product = made(lambda each, many: each * many * times, rate.term, count.term)
    if product is not None and times:
        yield Claim(
            stated=amount,
            computed=product,
            others=(count, rate),
            how=f"{count.quote} x {rate.quote}{f' x {times} months' if times > 1 else ''}",
            code="product_mismatch",
            gravest="warning",
            far=FAR_PRODUCT,
        )


def _times(index: Index, rate: Said, sentence: Sentence) -> int:
    """Return how often a rate is paid: by the month as many times as its sentence tells months."""
    by_time = (rate.figure.per.value if rate.figure.per is not None else "").partition("/")[2]
    if not by_time:
        return 1
    end = sentence[-1].figure.anchor.end
    told = [
        figure.value or ""
        for figure in index.extraction.figures
        if figure.kind == "duration" and rate.figure.anchor.end < figure.anchor.start < end
    ]
    months = MONTHS.fullmatch(told[0]) if len(told) == 1 else None
    is_monthly = words("months").fullmatch(by_time) is not None
    return int(months["many"]) if is_monthly and months is not None else 0


def _is_for_each(rate: Said) -> bool:
    """Say whether an amount is told to be for each of what was counted before it."""
    return words("each").match(rate.after.lstrip()) is not None


def _is_counted_by(rate: Said, count: Said) -> bool:
    """Say whether a rate is paid for each of what is counted, once."""
    per_what, counted = rate.figure.per, count.figure
    if counted.kind != "count" or counted.unit is None:
        return False
    if per_what is None:
        return counted.anchor.end < rate.figure.anchor.start
    per, unit = key(per_what.value.partition("/")[0]), measured_in(counted)
    return unit == (EVERYBODY if per in ("person", "people") else per)
