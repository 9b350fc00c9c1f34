"""Shares, multiples and rates told in a sentence: whether they follow from its other numbers."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.check.claims import Claim, made
from extractor.check.index import Index
from extractor.check.intervals import Term
from extractor.check.sentences import Said, Sentence, ends_with, words
from extractor.check.told_changes import is_one
from extractor.check.words import EVERYBODY, measured_in
from extractor.keys import key
from schemas.extraction import Finding
from schemas.figure import Figure

HUNDRED = Decimal(100)
NEAR = 60  # characters between two numbers that belong together
FAR_SHARE = Decimal("0.5")  # of a stated share; what is further off is the share of something else
FAR_BARE = Decimal(
    "0.03"
)  # the same, where the whole is only guessed from the order of the numbers
FAR_PRODUCT = Decimal("0.2")  # of a stated product
LOOSE = Decimal("0.25")  # a word (`doubled`) is said of what comes near it
PER_CENT = " per cent"
FOLDS = {"double": "2", "triple": "3", "quadruple": "4", "half": "0.5"}


def portions(index: Index) -> Iterator[Finding]:
    """Yield what does not follow: `share_mismatch`, `multiple_mismatch`, `product_mismatch`."""
    for sentence in index.sentences:
        for claims in (_shares, _multiples, _folds, _products):
            found = (claim.finding() for claim in claims(sentence))
            yield from (each for each in found if each is not None)


def _shares(sentence: Sentence) -> Iterator[Claim]:
    """Yield each amount and its share with the whole that one of them is said to be of."""
    by_id = {said.figure.id: said for said in sentence}
    for at, (one, other) in enumerate(pairwise(sentence)):
        if not is_one(one, other):
            continue
        part, share = (other, one) if one.figure.kind == "percent" else (one, other)
        named = by_id.get(share.figure.of or "") or by_id.get(part.figure.of or "")
        whole = named or _elided(sentence, at)
        if whole is not None and whole is not part and whole.sort == part.sort:
            far = FAR_SHARE if named is not None else FAR_BARE
            yield from _share(part, share, whole, far)


def _share(part: Said, share: Said, whole: Said, far: Decimal) -> Iterator[Claim]:
    computed = made(lambda some, every: some * HUNDRED / every, part.term, whole.term)
    if computed is not None and 0 < part.term.value <= whole.term.value:
        yield Claim(
            stated=share,
            computed=computed,
            others=(part, whole),
            how=f"{part.quote} of {whole.quote}",
            code="share_mismatch",
            unit=PER_CENT,
            gravest="warning",
            far=far,
        )


def _elided(sentence: Sentence, at: int) -> Said | None:
    """Return the whole of a part that names nothing of its own: `52 wells; 40 (77%) were dry`."""
    if not at or sentence[at].figure.kind != "count" or sentence[at].after.strip() != "(":
        return None
    return sentence[at - 1] if sentence[at].figure.modifier is None else None


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
        behind = base.before.strip()
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


def _products(sentence: Sentence) -> Iterator[Claim]:
    """Yield `400 families at USD 250 per family, USD 100,000 in all`, where it is all told once."""
    rates = [each for each in sentence if each.figure.per is not None]
    if len(rates) != 1 or rates[0].figure.kind != "money":
        return
    (rate,) = rates
    amounts = [each for each in sentence if each.sort == rate.sort and each is not rate]
    counted = [each for each in sentence if _is_counted_by(rate.figure, each.figure)]
    if len(amounts) != 1 or len(counted) != 1:
        return
    (amount,), (count,) = amounts, counted
    product = made(lambda each, many: each * many, rate.term, count.term)
    if product is not None:
        yield Claim(
            stated=amount,
            computed=product,
            others=(count, rate),
            how=f"{count.quote} x {rate.quote}",
            code="product_mismatch",
            gravest="warning",
            far=FAR_PRODUCT,
        )


def _is_counted_by(rate: Figure, count: Figure) -> bool:
    """Say whether a rate is paid for each of what is counted, once."""
    if count.kind != "count" or rate.per is None or count.unit is None:
        return False
    per, unit = key(rate.per.value), measured_in(count)
    return unit == (EVERYBODY if per in ("person", "people") else per)
