"""When two dates are the same thing: days tell events apart, but a label is dated anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from extractor.editions.facets import Facet
from extractor.editions.labels import YEARS
from extractor.editions.times import is_moment, relation, stretch

SAME_EVENT, OTHER_DAY = 0.8, 0.4  # what is left of two dates in the same words, and in others
OTHER_YEAR, OTHER_YEARS = 0.85, 0.3  # of a year and the next, and of a year and any other
WHOLE = 0.999  # of the words of two sentences in which nothing else changed
LABELLED = 0.9  # what is left of two dates of labels, which are told anew in every edition
MOST = 0.5  # of the figures that hold at two dates, for the dates to go with them


def dates(one: Facet, other: Facet, near: float) -> float:
    """Return what is left of a score by two dates, whose sentences are as much alike as `near`."""
    a, b = one.figure.value or "", other.figure.value or ""
    if a == b or are_own_dates(one, other):
        return 1.0
    if one.is_label and other.is_label:
        return LABELLED
    is_next = is_later(a, b)
    if not is_next and near < WHOLE and _is_year(a) and _is_year(b):
        return OTHER_YEARS
    return max(OTHER_YEAR if is_next else OTHER_DAY, SAME_EVENT * near**4)


def are_own_dates(one: Facet, other: Facet) -> bool:
    """Say whether both are when their editions came out, or both the years that they cover."""
    are_years = {_is_year(facet.figure.value or "") for facet in (one, other)}
    return one.is_own_date and other.is_own_date and len(are_years) == 1


def is_later(one: str, other: str) -> bool:
    """Say whether a date is another one moved on: the next stretch, or the same day of a year.

    >>> is_later("2031", "2032"), is_later("2031-03-31", "2032-03-31")
    (True, True)
    >>> is_later("2031", "2032-01/2032-02"), is_later("2031-03-31", "2031-04-01")
    (False, False)
    """
    ours, theirs = stretch(one), stretch(other)
    if ours is None or theirs is None:
        return False
    if not is_moment(one) and relation(one, other) == "next":
        return _is_year(one) == _is_year(other)
    return abs(ours[0].year - theirs[0].year) == 1 and _day(ours) == _day(theirs)


def _is_year(when: str) -> bool:
    return YEARS.fullmatch(when) is not None


def _day(days: tuple[date, date]) -> tuple[int, int, int, int]:
    """Return between which days of the year a date is."""
    first, after = days
    return first.month, first.day, after.month, after.day


def governing(
    old: Sequence[Facet], new: Sequence[Facet], paired: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield dates at which figures hold that are the same thing: those dates go with them."""
    ours, theirs = _dates_of(old), _dates_of(new)
    votes = Counter((ours[i], theirs[j]) for i, j in paired if i in ours and j in theirs)
    of_ours, of_theirs = Counter(ours.values()), Counter(theirs.values())
    for (one, other), count in votes.items():
        a, b = (facets[at].figure.value or "" for facets, at in ((old, one), (new, other)))
        if _is_year(a) == _is_year(b) and count >= MOST * max(of_ours[one], of_theirs[other]):
            yield one, other


def _dates_of(facets: Sequence[Facet]) -> dict[int, int]:
    """Return of each figure the date beside it or above it that says when it holds."""
    starts: defaultdict[int, int] = defaultdict(lambda: -1)
    starts.update((f.figure.anchor.start, at) for at, f in enumerate(facets) if _is_date(f))
    found = {}
    for at, facet in enumerate(facets):
        bound = facet.figure.as_of
        if bound is not None and bound.anchor is not None and bound.anchor.start in starts:
            found[at] = starts[bound.anchor.start]
    return found


def _is_date(facet: Facet) -> bool:
    return facet.figure.kind == "date"
