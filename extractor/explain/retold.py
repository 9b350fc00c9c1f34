"""Where else the document tells the same: one indicator, one population, one place."""

from extractor.check.again.contradictions import words_of
from extractor.check.intervals import meets, term
from extractor.check.words import group, measured_in
from extractor.explain.places import Places
from schemas.explanation import Elsewhere, Relation
from schemas.extraction import Extraction
from schemas.figure import Bound, Figure

Matter = tuple[object, ...]


def retold(extraction: Extraction, figure: Figure, places: Places) -> tuple[Elsewhere, ...]:
    """Return the other figures of the same indicator, population and place."""
    matter = _matter(figure)
    if matter is None:
        return ()
    return tuple(
        Elsewhere(figure=places.mention(one), relation=_relation(figure, one))
        for one in extraction.figures
        if one.id != figure.id and _matter(one) == matter and not _told_apart(figure, one)
    )


def _matter(figure: Figure) -> Matter | None:
    """Return what two figures must share; None for one whose indicator is not known."""
    words = words_of(figure.indicator)
    if not words:
        return None
    return (
        *(figure.kind, measured_in(figure), words, group(figure)),
        *(_said(figure.place), _said(figure.status), _said(figure.per)),
    )


def _told_apart(one: Figure, other: Figure) -> bool:
    """Say whether two figures of one time stand in one breath: what is around them tells which."""
    alone = one.cell is None and other.cell is None and one.block_id == other.block_id
    return alone and _said(one.as_of) == _said(other.as_of)


def _said(bound: Bound | None) -> str | None:
    return None if bound is None else (bound.code or bound.value.casefold())


def _relation(one: Figure, other: Figure) -> Relation:
    if _said(one.as_of) != _said(other.as_of):
        return "another time"
    if _is_same(one, other):
        return "agrees"
    # Of two columns whose heads were not understood nothing says that they are of one time.
    return "differs" if one.as_of is not None else "time not told"


def _is_same(one: Figure, other: Figure) -> bool:
    """Say whether two values can be one; ranges and values without precision must be equal."""
    ours, theirs = (term(each.value, each.precision) for each in (one, other))
    if ours is not None and theirs is not None:
        return meets(ours, theirs)
    return (one.value, one.low, one.high) == (other.value, other.low, other.high)
