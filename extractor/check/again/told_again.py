"""Counts of all that there is of something, told in two places that tell no place or date."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from extractor.check.again.bare_counts import Bare, are_of_one_time, bare_counts
from extractor.check.again.contradictions import contradicting
from extractor.check.again.itself import is_of_whole, stands_for_itself
from extractor.check.index import Index
from extractor.check.intervals import is_misprint, meets
from extractor.check.prose.sentences import Said
from extractor.keys import key
from schemas.extraction import Finding

NEAR = Decimal("0.15")  # of the larger; what is further apart counts two things, but for a slip
FAR = Decimal("0.5")  # of the larger, for numbers of which one is the other with two digits swapped
TELLING = 3  # digits of numbers that are no swap of each other by chance
MAX_TOLD = 30  # counts of one noun; more are no headline and its repetitions


def told_again(index: Index) -> Iterator[Finding]:
    """Yield counts of all of one thing that differ between two places: `contradiction`."""
    by_noun: defaultdict[tuple[str, str | None], list[Bare]] = defaultdict(list)
    for bare in bare_counts(index):
        place = bare.told.figure.place
        by_noun[bare.noun, None if place is None else place.code or place.value].append(bare)
    for told in by_noun.values():
        if 1 < len(told) <= MAX_TOLD:
            yield from _differing(index, told)


def _differing(index: Index, told: Sequence[Bare]) -> Iterator[Finding]:
    unit = key(told[0].told.figure.unit or "")
    times = Counter(
        figure.value for figure in index.extraction.figures if key(figure.unit or "") == unit
    )
    apart = [
        (one.told, other.told)
        for one, other in combinations(told, 2)
        if one.told.figure.block_id != other.told.figure.block_id
        and not meets(one.told.term, other.told.term)
        and min(times[each.told.figure.value] for each in (one, other)) == 1
        and are_of_one_time(index.extraction.document, one.years, other.years)
        and _is_one(one, other)
        and _are_of_one_part(index, one, other)
    ]
    yield from contradicting(index.extraction.text, apart)


def _are_of_one_part(index: Index, one: Bare, other: Bare) -> bool:
    """Say whether two counts stand in one section, or each is of the whole plan."""
    same = one.told.figure.section_id == other.told.figure.section_id
    return same or all(
        each.is_of_plan or is_of_whole(index, each.told.figure, each.noun) for each in (one, other)
    )


def _is_one(one: Bare, other: Bare) -> bool:
    """Say whether two counts are told of one thing, and not too far apart to be."""
    swapped = _is_swapped(one, other)
    if one.is_headline and other.is_headline and one.subject != other.subject:
        return False
    of_all = (one.is_of_all and other.may_be_of_all) or (other.is_of_all and one.may_be_of_all)
    if one.is_of_all and other.is_of_all and not (one.is_headline or other.is_headline):
        # The ministry may have more than the plan; `it` is the one or the other.
        either = {one.subject, other.subject}
        of_all = swapped or len(either) == 1 or any(map(stands_for_itself, either))
    done = one.is_owned and other.is_owned and bool(one.verbs & other.verbs)
    others = one.is_of_others or other.is_of_others
    again = swapped and not others and (one.is_of_all or other.is_of_all)
    return (of_all or done or again) and (swapped or _is_near(one, other))


def _is_near(one: Bare, other: Bare) -> bool:
    values = one.told.term.value, other.told.term.value
    return abs(values[0] - values[1]) <= NEAR * max(values)


def _is_swapped(one: Bare, other: Bare) -> bool:
    """Say whether one number is the other with two digits swapped."""
    values = one.told.term.value, other.told.term.value
    digits = [f"{value:f}" for value in values]
    zeros = min(len(each) - len(each.rstrip("0")) for each in digits)
    digits = [each[: len(each) - zeros] for each in digits]
    alike = sorted(digits[0]) == sorted(digits[1]) and len(digits[0]) >= TELLING
    slip = is_misprint(Said.of(one.told.figure, one.told.term).printed, values[1])
    return alike and slip and abs(values[0] - values[1]) <= FAR * max(values)
