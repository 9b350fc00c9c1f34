"""Everything about one figure: what was read, where it stands, what it is bound to, and why."""

from collections.abc import Iterator

from extractor.explain.checking import checking
from extractor.explain.choosing import choose
from extractor.explain.citing import citing
from extractor.explain.places import Places
from extractor.explain.retold import retold
from extractor.explain.surroundings import standing
from extractor.written import date, written
from schemas.explanation import Attribute, Explanation, Reading
from schemas.extraction import Extraction
from schemas.figure import Figure

__all__ = ["Explanation", "explain"]

ATTRIBUTES = ("indicator", "population", "place", "as_of", "status", "per")


def explain(extraction: Extraction, figure_id: str, *, text: str | None = None) -> Explanation:
    """Return everything about the figure of an id, of which the beginning is enough.

    `text` is the decoded source of Markdown and text, of which lines are then told.

    Raises:
        UsageError: No figure has that id, or several do.
    """
    places = Places(text)
    figure = choose(extraction, figure_id, places)
    by_id = {one.id: one for one in extraction.figures}
    whole = by_id.get(figure.of) if figure.of is not None else None
    return Explanation(
        id=figure.id,
        quote=figure.anchor.quote,
        written=written(figure),
        reading=_reading(figure, places),
        standing=standing(extraction, figure, places),
        attributes=tuple(_attributes(figure, places)),
        whole=places.mention(whole) if whole is not None else None,
        parts=tuple(places.mention(one) for one in extraction.figures if one.of == figure.id),
        sources=citing(extraction, figure, places),
        checks=checking(extraction, figure, places),
        elsewhere=retold(extraction, figure, places),
    )


def _reading(figure: Figure, places: Places) -> Reading:
    return Reading(
        kind=figure.kind,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        modifier=figure.modifier,
        modifier_evidence=places.evidence(figure.modifier_anchor),
        precision=figure.precision,
        rule=figure.rule,
    )


def _attributes(figure: Figure, places: Places) -> Iterator[Attribute]:
    for name in ATTRIBUTES:
        bound = getattr(figure, name)
        if bound is not None:
            yield Attribute(
                name=name,
                value=bound.value,
                written=date(bound.value) if name == "as_of" else bound.value.replace("_", " "),
                code=bound.code,
                state=bound.state,
                rule=bound.rule,
                evidence=places.evidence(bound.anchor),
            )
