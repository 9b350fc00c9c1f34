"""Changes told in a sentence: whether what a value was, what it is and the change between agree."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from extractor.check.findings import Severity, finding
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, ONE, Term, compare, is_misprint
from extractor.check.prose.claims import FAR, PER_CENT, Claim, made, severity
from extractor.check.prose.sentences import Said, words
from extractor.check.prose.told_changes import Change, courses
from schemas.extraction import Finding

POINTS = "percentage_points"
THOUSAND = 1000
NEAR_POINTS = 3  # of a share without a word for what it is of; what is further off is of others
LONG = 100  # a share must be that many times its last digit, or a slip may explain any other


def changes(index: Index) -> Iterator[Finding]:
    """Yield changes that do not fit: `growth_mismatch`, `change_mismatch`, `total_mismatch`.

    What is said to fall, and rises, is `change_reversed`.
    """
    for sentence, told_there in index.changes:
        yield from (_reversed(*told) for told in courses(sentence) if _is_reversed(*told))
        for change in told_there:
            claims = (claim for of in CLAIMS for claim in of(change))
            found = (claim.finding() for claim in claims)
            yield from [each for each in found if each is not None][:1]


def _is_reversed(rises: bool, was: Said, now: Said) -> bool:  # noqa: FBT001  # as told
    gap = now.term.value - was.term.value
    # `fell from 44.1 to 40.3 million`: the first end may be told without its magnitude.
    elided = abs(now.term.value) >= THOUSAND * abs(was.term.value)
    return was.sort == now.sort and not elided and (gap < 0 if rises else gap > 0)


def _reversed(rises: bool, was: Said, now: Said) -> Finding:  # noqa: FBT001  # as told
    told = f"from {was.quote} to {now.quote} is said to {'rise' if rises else 'fall'}"
    message = f"What goes {told}."
    return finding(
        "change_reversed", severity((was, now), "warning"), message, (was.figure, now.figure)
    )


def _of_values(change: Change) -> Iterator[Claim]:
    """Yield a change, in per cent and as an amount, of the values before it and after it."""
    base, level = change.base, change.level
    if base is None or level is None or change.is_loose or not base.can_become(level):
        return
    if (level.term.value > base.term.value) != change.rises or base.term.value <= 0:
        return
    others, gap = (level, base), made(_gap, base.term, level.term)
    how = f"from {base.quote} to {level.quote}"
    growth = made(lambda was, now: _gap(was, now) * HUNDRED / was, base.term, level.term)
    stated = change.percent
    if stated is not None and growth is not None and not _is_of_another_kind(change, gap):
        near = abs(growth.value - stated.term.value) <= FAR * stated.term.value
        if change.is_apposed and not _may_be_growth(stated, growth):
            return
        grave: Severity = "warning" if change.is_apposed else "error"
        yield Claim(
            stated=stated,
            computed=growth,
            others=others,
            how=how,
            code="growth_mismatch",
            unit=PER_CENT,
            gravest=grave if near else "info",
            far=FAR * max(ONE, growth.value / stated.term.value) if stated.term.value else FAR,
        )
    for amount, unit in _amounts(change):
        if gap is not None:
            yield Claim(
                stated=amount,
                computed=gap,
                others=others,
                how=how,
                code="change_mismatch",
                unit=unit,
            )


def _may_be_growth(stated: Said, growth: Term) -> bool:
    """Say whether a share beside a change is near to its growth, or a slip away: `(12.6 %)`."""
    share, step = stated.printed, stated.printed.step or ONE
    right = (growth.value / step).to_integral_value() * step
    slip = share.value >= LONG * step and is_misprint(share, right)
    return slip or abs(growth.value - share.value) <= NEAR_POINTS


def _amounts(change: Change) -> Iterator[tuple[Said, str]]:
    """Yield by how much a value is said to have changed, and in what, if in points."""
    amount, points, level = change.amount, change.percent, change.level
    if points is not None and points.figure.unit == POINTS and not _is_yearly(points):
        yield points, " percentage points"
    if amount is not None and level is not None and amount.sort == level.sort:
        yield amount, ""


def _is_of_another_kind(change: Change, gap: Term | None) -> bool:
    """Say whether a percentage may be no growth between two values.

    It may be of points, of each year, or of other values than these: in real terms, by head.
    """
    stated = change.percent
    yearly = stated is not None and _is_yearly(stated)
    return yearly or _is_adjusted(change) or _are_points(change, gap)


def _is_yearly(stated: Said) -> bool:
    """Say whether a change is that of each year."""
    return (
        stated.figure.per is not None
        or words("by_the_year").search(stated.after) is not None
        or words("a_year").search(stated.before) is not None
    )


def _is_adjusted(change: Change) -> bool:
    told = [each for each in (change.percent, change.base, change.level) if each is not None]
    return any(words("adjusted").search(f"{each.before}|{each.after}") for each in told)


def _are_points(change: Change, gap: Term | None) -> bool:
    """Say whether a change of a percentage is told in points, or may well be."""
    stated, base = change.percent, change.base
    if stated is None or base is None or base.figure.kind != "percent" or gap is None:
        return stated is not None and stated.figure.unit == POINTS
    return stated.figure.unit == POINTS or compare(stated.term, gap) in ("agrees", "rounded")


def _of_amount(change: Change) -> Iterator[Claim]:
    """Yield a change in per cent of its amount and of one of the values that it lies between."""
    amount, stated, level, base = change.amount, change.percent, change.level, change.base
    if amount is None or stated is None or change.is_loose or stated.figure.unit == POINTS:
        return
    if _is_adjusted(change):
        return
    if base is not None and base.sort == amount.sort:
        share = made(lambda part, was: abs(part) * HUNDRED / was, amount.term, base.term)
        yield from _share(stated, share, f"{amount.quote} on {base.quote}", (amount, base))
    elif base is None and level is not None and level.sort == amount.sort:
        sign = -1 if change.rises else 1
        halves = abs(level.term.half) + abs(amount.term.half)
        if level.term.value + sign * amount.term.value <= halves:
            return
        share = made(lambda p, now: abs(p) * HUNDRED / (now + sign * p), amount.term, level.term)
        verb = "more" if change.rises else "less"
        how = f"{amount.quote} {verb}, which makes {level.quote},"
        yield from _share(stated, share, how, (amount, level))


def _share(
    stated: Said, computed: Term | None, how: str, others: tuple[Said, Said]
) -> Iterator[Claim]:
    if computed is not None:
        yield Claim(
            stated=stated,
            computed=computed,
            others=others,
            how=how,
            code="growth_mismatch",
            unit=PER_CENT,
        )


def _of_sum(change: Change) -> Iterator[Claim]:
    """Yield a value after a change, of the value said before it, where a slip explains the rest."""
    base, level, amount = change.base, change.level, change.amount
    if base is None or level is None or amount is None or not change.is_loose:
        return
    if not base.sort == level.sort == amount.sort:
        return
    sign = 1 if change.rises else -1
    made_of = Term(base.term.value + sign * amount.term.value, base.term.half + amount.term.half)
    if is_misprint(level.printed, made_of.value):
        how = f"{base.quote} {'+' if change.rises else '-'} {amount.quote}"
        others = (base, amount)
        yield Claim(stated=level, computed=made_of, others=others, how=how, code="total_mismatch")


def _gap(was: Decimal, now: Decimal) -> Decimal:
    return abs(now - was)


CLAIMS: tuple[Callable[[Change], Iterator[Claim]], ...] = (_of_values, _of_amount, _of_sum)
