"""What is told to be missing: all that is asked for, less what there is of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, is_misprint, is_round, printed, term, total
from extractor.check.prose.clauses import ASIDE_OF_AMOUNTS, Clause
from extractor.check.prose.sentences import ENDED, word_list, words
from extractor.check.words import stems
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.02")  # of the gap; what is further off, by no slip, is that of something else
MAX_BESIDE = 6  # amounts before a gap in its paragraph

Told = tuple[Figure, Term]


def gaps(index: Index) -> Iterator[Finding]:
    """Yield gaps that are not what is asked for less what there is: `difference_mismatch`."""
    for paragraph in index.clauses:
        for at, clause in enumerate(paragraph):
            if _is_gap(clause):
                amounts = [c for c in paragraph[:at] if _is_amount(c)]
                if amounts and all(_is_alike(each, clause) for each in amounts):
                    beside = [_told(each) for each in amounts]
                    last = beside[-len(_last_sentence(amounts)) :]
                    yield from _compared(index, _told(clause), beside, last)


def _last_sentence(amounts: Sequence[Clause]) -> Sequence[Clause]:
    """Return the amounts of the last sentence that tells any."""
    starts = [at for at, clause in enumerate(amounts) if clause.opens]
    return amounts[starts[-1] :] if starts else amounts


def _is_gap(clause: Clause) -> bool:
    """Say whether an amount is told to be missing, and nothing narrows of what: `The gap is`."""
    figure = clause.figure
    told = words("missing", "gap").search(clause.before) is not None
    if not _is_amount(clause) or not told or figure.per is not None:
        return False
    plain = clause.says_only(stems(" ".join(word_list("missing"))))
    aside = clause.tells(ASIDE_OF_AMOUNTS) or clause.is_of_which
    return plain and not aside and ENDED.fullmatch(clause.said.after) is not None


def _is_amount(clause: Clause) -> bool:
    """Say whether a number is money, or may be: `98.5 million` behind `USD 246.1 million`."""
    return clause.figure.kind == "money" or clause.said.is_amount_without_unit


def _is_alike(clause: Clause, gap: Clause) -> bool:
    exact = clause.figure.modifier is None and clause.figure.per is None
    exact = exact and not clause.tells(["given_back"])  # it is missing again
    return exact and (clause.figure.kind != "money" or gap.said.can_become(clause.said))


def _told(clause: Clause) -> Told:
    return clause.figure, clause.said.printed


def _compared(
    index: Index, gap: Told, beside: Sequence[Told], last: Sequence[Told]
) -> Iterator[Finding]:
    """Yield a finding if a gap is what no amounts leave, and nearly what those beside it do."""
    largest = max(beside, key=lambda each: each[1].value)
    elsewhere = [whole for whole in _whole(index, largest[0]) if whole[1].value > largest[1].value]
    made = [
        (largest, there)
        for told in ((beside, last) if largest in last else (beside,))
        for there in _there([each for each in told if each is not largest])
    ]
    made += [(whole, there) for whole in elsewhere for there in _there(beside)]
    if len(beside) > MAX_BESIDE or _is_left(gap[1], [largest, *elsewhere], beside):
        return
    in_reach = [each for each in made if _is_near(gap[1], _left(*each))]
    if in_reach:
        yield _finding(gap, *in_reach[0])


def _there(amounts: Sequence[Told]) -> Iterator[Sequence[Told]]:
    """Yield what there is: all amounts, or the one that the others are the parts of."""
    if amounts:
        yield amounts
    for one in amounts:
        parts = total([value for each, value in amounts if each is not one[0]])
        if compare(one[1], parts) == "agrees":
            yield (one,)


def _is_left(gap: Term, wholes: Sequence[Told], beside: Sequence[Told]) -> bool:
    """Say whether some of the amounts leave a gap of a whole: others may be told of the past."""
    some = [each for n in range(1, len(beside) + 1) for each in combinations(beside, n)]
    made = (_left(whole, there) for whole in wholes for there in some)
    return any(compare(gap, left) != "differs" for left in made)


def _whole(index: Index, alike: Figure) -> Iterator[Told]:
    """Yield the largest amount that headlines tell: all that is asked for, or is spent."""
    read = [
        (each, value)
        for each in index.extraction.figures
        if each.cell is None and each.zone != "prose" and each.unit == alike.unit
        if (value := term(each.value, each.precision)) is not None and each.kind == "money"
    ]
    yield from sorted(read, key=lambda each: -each[1].value)[:1]


def _left(whole: Told, there: Sequence[Told]) -> Term:
    """Return what of a whole is left."""
    taken = total([value for _, value in there])
    return Term(whole[1].value - taken.value, whole[1].half + taken.half)


def _is_near(gap: Term, left: Term) -> bool:
    near = abs(gap.value - left.value) <= NEAR * gap.value
    return left.value > 0 and (near or is_misprint(gap, left.value))


def _finding(gap: Told, whole: Told, there: Sequence[Told]) -> Finding:
    figure, value = gap
    left = _left(whole, there)
    quoted = " and ".join(each.anchor.quote for each, _ in there)
    message = (
        f"{shown(figure, value)} is {more_or_less(value, left)} what {quoted} leave of "
        f"{whole[0].anchor.quote}, {printed(left.value)}."
    )
    inexact = figure.modifier is not None or is_round(value)
    severity: Severity = "info" if inexact else "warning"
    figures = (figure, whole[0], *(each for each, _ in there))
    return finding("difference_mismatch", severity, message, figures, (value, left))
