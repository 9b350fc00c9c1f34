"""Shares of a whole that stands elsewhere: told of by turns, they must be shares of one number."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from extractor.check.index import Index
from extractor.check.intervals import (
    HUNDRED,
    ZERO,
    Term,
    compare,
    digits,
    is_misprint,
    meets,
    term,
    total,
)
from extractor.check.prose.claims import PER_CENT, Claim, made, share_claim
from extractor.check.prose.sentences import ENDING, Said, words
from extractor.check.prose.told_changes import is_one
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.03")  # of a whole; wholes that are further apart are two different things
SHARP = Decimal("0.01")  # of a whole; a share that is told less exactly tells no whole
FEW = Decimal(5)  # percentage points; what is further off, and no slip, is of another whole
ALIKE = 2  # shares that are told by turns
TELLING = 3  # digits of amounts that are the sum of two others by no chance
BARE = ("count", None)
OF = ("of ", "de ", "des ", "du ", "del ")  # what a share names its own whole with

Pair = tuple[Said, Said]
"""An amount and the share that it is."""


def wholes(index: Index) -> Iterator[Finding]:
    """Yield shares that are of another whole than those told beside them: `share_mismatch`."""
    for _, sentences in groupby(index.sentences, key=lambda each: each[0].figure.block_id):
        told = [(sentence, [*_pairs(sentence)]) for sentence in sentences]
        pairs = [pair for _, of_sentence in told for pair in of_sentence]
        for sentence, of_sentence in told:
            yield from _of_told_sum(index, sentence, of_sentence)
            yield from _of_opening(index, sentence, of_sentence)
        if len(pairs) == ALIKE:
            yield from _of_both(index, pairs)
        if len(pairs) >= ALIKE:
            yield from _apart(index, pairs)
        if len(pairs) > ALIKE:
            yield from _but_one(index, pairs)


def _pairs(sentence: Sequence[Said]) -> Iterator[Pair]:
    """Yield the amounts of a sentence that are told with their share: `764 million, or 52.8%`."""
    for one, other in pairwise(sentence):
        part, share = (other, one) if one.figure.kind == "percent" else (one, other)
        exact = part.figure.modifier is None and share.figure.modifier is None
        if is_one(one, other) and exact and part.figure.kind in ("money", "count"):
            yield part, share


def _apart(index: Index, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield each share of pairs that fits no total, where another beside it fits one nearby."""
    read = [(pair, whole) for pair in pairs if (whole := _whole(*pair)) is not None]
    for (part, share), whole in read:
        others = [
            other
            for (amount, _), other in read
            if amount.sort == part.sort and abs(other.value - whole.value) <= NEAR * whole.value
        ]
        if len(others) < ALIKE or all(meets(whole, other) for other in others):
            continue
        totals = [
            (figure, value)
            for figure, value in _totals(index, part)
            if _when(figure) in (_when(share.figure), _when(part.figure))
            and any(abs(value.value - other.value) <= other.half for other in others)
        ]
        if len(totals) == 1 and not meets(totals[0][1], whole):
            yield from _told(part, share, Said.of(*totals[0]))


def _but_one(index: Index, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield the one share told by turns with others that are all of an amount that the text tells.

    `USD 141.0 million, or 55 per cent of revenue of USD 256.4 million; taxes, 64.1 million (25 per
    cent); and fees, 29.3 million (14 per cent)`
    """
    if any(part.sort == BARE and part.figure.unit is None for part, _ in pairs):
        return  # `reached 99.1% (175)`: the number of a work that is cited
    wholes = [
        Said.of(figure, value)
        for figure in index.extraction.figures
        if (value := _stated(figure, pairs[0][0])) is not None
    ]
    wrong = [pair for pair in pairs if not any(_is_share_of(pair, whole) for whole in wholes)]
    fitting = [w for w in wholes if sum(_is_share_of(pair, w) for pair in pairs) == len(pairs) - 1]
    alike = all(meets(one.term, fitting[0].term) for one in fitting)
    if len(wrong) == 1 and fitting and alike:
        part, share = wrong[0]
        if not share.after.lstrip(" ),").startswith(OF) and share.figure.of is None:
            yield from _told(part, share, min(fitting, key=lambda each: each.term.half))


def _of_both(index: Index, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield the one of two shares that is not of both amounts together, as the other is.

    `89 per cent (USD 2.70 billion) came from states, 13 per cent (USD 317.3 million) from others`
    """
    (one, _), (other, _) = pairs
    if one.sort != other.sort or one.figure.kind != "money" or not all(map(_part_all, pairs)):
        return  # people may be counted in both
    both = total([one.term, other.term])
    shares = [(pair, _computed(pair[0].term, both)) for pair in pairs]
    wrong = [(*pair, made) for pair, made in shares if compare(pair[1].term, made) != "agrees"]
    for part, share, computed in wrong if len(wrong) == 1 else ():
        if not _is_near(share, computed) or _fits_another(index, (part, share)):
            continue
        found = Claim(
            stated=share,
            computed=computed,
            others=(one, other),
            how=f"{part.quote} of {one.quote} and {other.quote}",
            code="share_mismatch",
            unit=PER_CENT,
            gravest="warning",
        ).finding()
        yield from [found] if found is not None else []


def _of_told_sum(
    index: Index, sentence: Sequence[Said], pairs: Sequence[Pair]
) -> Iterator[Finding]:
    """Yield the share of one of two amounts of a sentence that make one its paragraph tells.

    `It had USD 74.7 million. States gave 47.1 million (36 per cent), and firms gave 27.6 million.`
    """
    if len(pairs) != 1 or not _part_all(pairs[0]) or not _ends(pairs[0]):
        return
    (part, share), *_ = pairs
    both = [each for each in sentence if each.sort == part.sort]
    exact = part.figure.kind == "money" and all(each.figure.modifier is None for each in both)
    if len(both) != ALIKE or not exact:
        return
    makes = total([each.term for each in both])
    for whole in _before(index, sentence, part):
        computed = _computed(part.term, whole.term)
        long = min(digits(each.term) for each in (whole, *both)) >= TELLING
        if long and whole.term.value == makes.value and _is_near(share, computed):
            yield from [] if _fits_another(index, (part, share)) else _told(part, share, whole)


def _of_opening(index: Index, sentence: Sequence[Said], pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Yield the one of two shares that is not of the amount that the other is a share of.

    What they are of opens their sentence, and its amount stands before it: `Of these funds, USD
    72.4 million (19 per cent) went to schools and 2.6 million (0.7 per cent) to clinics`.
    """
    opens = words("of").match(sentence[0].before.lstrip()) is not None
    if len(pairs) != ALIKE or not opens or not all(_part_all(pair) for pair in pairs):
        return
    whole = {each.term.value: each for each in _before(index, sentence, pairs[0][0])}
    fitting = [each for each in whole.values() if any(_is_share_of(p, each) for p in pairs)]
    wrong = [pair for pair in pairs if not any(_is_share_of(pair, each) for each in fitting)]
    if len(fitting) == len(wrong) == 1:
        part, share = wrong[0]
        near = _is_near(share, _computed(part.term, fitting[0].term))
        if near and not _fits_another(index, wrong[0]):
            yield from _told(part, share, fitting[0])


def _ends(pair: Pair) -> bool:
    """Say whether nothing is told behind an amount and its share: `(60 per cent borrowed)`."""
    last = max(pair, key=lambda each: each.figure.anchor.end)
    return last.after.lstrip().startswith(tuple(ENDING))


def _before(index: Index, sentence: Sequence[Said], part: Said) -> Iterator[Said]:
    """Yield the numbers that a paragraph tells before a sentence, of the sort of a part."""
    first = sentence[0].figure
    for figure in index.blocks[first.block_id]:
        value = _stated(figure, part)
        if value is not None and figure.anchor.end < first.anchor.start:
            yield Said.of(figure, value)


def _part_all(pair: Pair) -> bool:
    """Say whether an amount and its share are of no whole of their own, and of no change."""
    changed = any(words(name).search(each.before) for name in ("up", "down") for each in pair)
    behind = max(pair, key=lambda each: each.figure.anchor.end).after.lstrip(" ),")
    named = behind.startswith(OF) and words("of_all").match(behind) is None
    return not changed and not named


def _is_near(share: Said, computed: Term) -> bool:
    """Say whether a share is another but for a slip, or by a few points."""
    step = share.printed.step
    right = (computed.value / step).to_integral_value() * step if step else computed.value
    near = abs(share.term.value - computed.value) <= FEW
    return near or is_misprint(share.printed, right)


def _computed(part: Term, whole: Term) -> Term:
    return made(lambda some, every: some * HUNDRED / every, part, whole) or Term(ZERO, ZERO)


def _fits_another(index: Index, pair: Pair) -> bool:
    """Say whether a share is that of its amount in any that the text tells."""
    told = ((each, _stated(each, pair[0])) for each in index.extraction.figures)
    return any(_is_share_of(pair, Said.of(each, value)) for each, value in told if value)


def _stated(figure: Figure, part: Said) -> Term | None:
    """Return what a figure says, if it may be the whole of a part: it is of its sort."""
    return term(figure.value, figure.precision) if (figure.kind, figure.unit) == part.sort else None


def _is_share_of(pair: Pair, whole: Said) -> bool:
    claim = share_claim(*pair, whole)
    within = claim is not None and pair[0].term.value < whole.term.value
    return claim is not None and within and compare(pair[1].term, claim.computed) == "agrees"


def _told(part: Said, share: Said, whole: Said) -> Iterator[Finding]:
    claim = share_claim(part, share, whole)
    found = None if claim is None else claim.finding()
    yield from [found] if found is not None else []


def _whole(part: Said, share: Said) -> Term | None:
    """Return the whole that a part and its share make; None where they hardly tell it."""
    whole = made(lambda some, per_cent: some * HUNDRED / per_cent, part.term, share.term)
    return whole if whole is not None and 0 < whole.half <= SHARP * whole.value else None


def _totals(index: Index, part: Said) -> Iterator[tuple[Figure, Term]]:
    """Yield the totals that tables state, of what a part is measured in."""
    for table in index.extraction.tables:
        for (row, _), figures in index.cells.get(table.id, {}).items():
            for figure in figures if row in table.total_rows else ():
                value = term(figure.value, figure.precision)
                if value is not None and (figure.kind, figure.unit) == part.sort:
                    yield figure, value


def _when(figure: Figure) -> str | None:
    return None if figure.as_of is None else figure.as_of.value
