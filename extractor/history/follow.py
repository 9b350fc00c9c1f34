"""`history`: one indicator through any number of documents, in order of time."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from extractor.editions.facets import Facet
from extractor.editions.times import stretch
from extractor.editions.values import is_same_value
from extractor.history.found import Found, Told
from extractor.history.series import At, Grouping, are_near
from schemas.history import Agreement, History, HistoryAsked, HistoryPoint, HistorySeries

LAST = "~"  # after every date


def follow(asked: HistoryAsked, documents: Iterable[Told]) -> History:
    """Return what documents say of one indicator."""
    told = sorted(documents, key=lambda each: (_order(each.dated), each.edition.name))
    series = [_series(told, group) for group in Grouping(told).groups()]
    return History(
        asked=asked,
        documents=tuple(each.edition for each in told),
        series=tuple(sorted(series, key=_size)),
    )


@dataclass(slots=True)
class _Point:
    """What one document says of one time, as often as it says it."""

    when: str | None
    document: int
    found: list[Found] = field(default_factory=list)

    @property
    def best(self) -> Found:
        """The figure that tells it most exactly."""
        return max(self.found, key=lambda each: each.met.exactness)

    def is_of_time(self, other: "_Point") -> bool:
        """Say whether two points are of one time, which the figures themselves have to tell."""
        if not self.best.told.as_of or not other.best.told.as_of:
            return False
        mine, theirs = stretch(self.best.told.as_of), stretch(other.best.told.as_of)
        return self.when == other.when or (mine is not None and mine == theirs)


def _size(series: HistorySeries) -> tuple[float, ...]:
    """Return what series are ordered by: the largest first, then the most exactly named."""
    return -series.documents, -len(series.points), -series.exactness


def _series(documents: Sequence[Told], group: Sequence[At]) -> HistorySeries:
    points = sorted(
        _points(documents, group), key=lambda point: (_order(point.when), point.document)
    )
    best = max((each for point in points for each in point.found), key=lambda f: f.met.exactness)
    places = [f.named_place for point in points for f in point.found if f.named_place]
    units = Counter(f.told.unit for point in points for f in point.found)
    return HistorySeries(
        label=best.told.label,
        kind=best.told.kind,
        unit=max(units, key=lambda unit: (units[unit], unit or "")),
        place=Counter(places).most_common(1)[0][0] if places else None,
        status=best.status,
        exactness=best.met.exactness,
        documents=len({point.document for point in points}),
        points=tuple(_told(points, at) for at in range(len(points))),
    )


def _points(documents: Sequence[Told], group: Sequence[At]) -> list[_Point]:
    """Return one point for each time, document and value."""
    points: dict[Hashable, _Point] = {}
    for document, at in group:
        found = documents[document].found[at]
        side = found.told
        when = side.as_of or documents[document].dated
        said = (when, document, side.value, side.low, side.high, side.modifier)
        points.setdefault(said, _Point(when, document)).found.append(found)
    return list(points.values())


def _told(points: Sequence[_Point], at: int) -> HistoryPoint:
    point, best = points[at], points[at].best
    agreement, others = _agreement(points, at)
    return HistoryPoint(
        when=point.when,
        dated_by="figure" if best.told.as_of else "document" if point.when else "nothing",
        shown=best.shown,
        document=point.document,
        figure=best.told,
        sources=tuple(source.value for source in best.facet.figure.sources),
        again=tuple(found.told for found in point.found if found is not best),
        agreement=agreement,
        others=others,
    )


def _agreement(points: Sequence[_Point], at: int) -> tuple[Agreement, tuple[int, ...]]:
    """Return whether other documents tell the same of the same time, and which points those are.

    A document that tells values of that time that are far apart means several things: with it
    nothing disagrees.
    """
    here = points[at]
    told: defaultdict[int, list[int]] = defaultdict(list)
    for other, each in enumerate(points):
        if each.is_of_time(here):
            told[each.document].append(other)
    of_one = {
        document
        for document, there in told.items()
        if are_near(points[other].best.facet for other in there)
    }
    there = [other for document in told if document != here.document for other in told[document]]
    same = tuple(o for o in there if can_be_one(here.best.facet, points[o].best.facet))
    if same or here.document not in of_one:
        return ("borne_out", same) if same else ("alone", ())
    apart = tuple(other for other in there if points[other].document in of_one)
    return ("disagrees", apart) if apart else ("alone", ())


def can_be_one(one: Facet, other: Facet) -> bool:
    """Say whether two values can be one number, by their printed precision and what bounds them.

    Of more than 3 million, 3.7 million may be told by another.
    """
    if is_same_value(one, other):
        return True
    return _is_within(one, other) or _is_within(other, one)


def _is_within(bound: Facet, other: Facet) -> bool:
    a, b = bound.term, other.term
    if a is None or b is None:
        return False
    match bound.figure.modifier:
        case "at_least":
            return b.value + b.half >= a.value - a.half
        case "at_most":
            return b.value - b.half <= a.value + a.half
        case _:
            return False


def _order(when: str | None) -> str:
    """Return what times are ordered by: what has none is last."""
    return LAST if when is None else when.removeprefix("../")
