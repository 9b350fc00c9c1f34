"""Figures as annotations of their document: W3C Web Annotation Data Model, as JSON-LD."""

from collections.abc import Iterator

from extractor.export.exported import OURS, Exported, software
from extractor.export.selectors import Json, target
from extractor.output import json_pieces
from extractor.written import written
from schemas.base import Anchor
from schemas.figure import Bound, Figure

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"planfacts": OURS})
VALUE = ["Dataset", "schema:PropertyValue"]
BOUND = ("indicator", "population", "place", "as_of", "status", "per")


def annotations(exported: Exported) -> Iterator[bytes]:
    """Yield a page with an annotation for each figure, the one page of its collection."""
    page = exported.name("annotations", "1")
    told: Json = {
        "@context": CONTEXT,
        "id": page,
        "type": "AnnotationPage",
        "partOf": _collection(exported, page),
        "startIndex": 0,
        "items": (_annotation(exported, figure) for figure in exported.extraction.figures),
    }
    return json_pieces(told)


def _collection(exported: Exported, page: str) -> Json:
    extraction = exported.extraction
    first = extraction.engine[0]
    return {
        "id": exported.name("annotations"),
        "type": "AnnotationCollection",
        "label": f"Figures of {extraction.document.title or exported.document}",
        "generator": {
            "id": software(extraction),
            "type": "Software",
            "name": f"{first.name} {first.version}",
        },
        "total": len(extraction.figures),
        "first": page,
        "last": page,
    }


def _annotation(exported: Exported, figure: Figure) -> Json:
    return {
        "id": exported.name(figure.id, "annotation"),
        "type": "Annotation",
        "motivation": "describing",
        "body": [_told(figure), _value(exported, figure), *_attributes(exported, figure)],
        "target": target(exported, figure.anchor),
    }


def _told(figure: Figure) -> Json:
    """Return what is known of a figure as one line, for whoever shows annotations to people."""
    bound = ((name, getattr(figure, name)) for name in BOUND)
    said = [f"{name.replace('_', ' ')}: {one.value}" for name, one in bound if one is not None]
    said += [f"source: {source.value}" for source in figure.sources]
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": "; ".join([f"{figure.kind}: {written(figure)}", *said]),
    }


def _value(exported: Exported, figure: Figure) -> Json:
    """Return the figure itself, by the name that it has in every export."""
    told: Json = {
        "schema:name": figure.kind,
        "schema:value": figure.value,
        "schema:minValue": figure.low,
        "schema:maxValue": figure.high,
        "schema:unitText": figure.unit,
        "planfacts:modifier": figure.modifier,
        "planfacts:precision": figure.precision,
        "planfacts:rule": figure.rule,
    }
    return _property(exported.name(figure.id), "value", told)


def _attributes(exported: Exported, figure: Figure) -> Iterator[Json]:
    for name in BOUND:
        bound: Bound | None = getattr(figure, name)
        if bound is not None:
            told: Json = {
                "schema:value": bound.value,
                "schema:identifier": bound.code,
                "planfacts:key": bound.key,
                **_why(exported, bound.state, bound.rule, bound.anchor),
            }
            yield _property(exported.name(figure.id, name), name, told)
    if figure.of is not None:
        whole: Json = {"schema:valueReference": {"id": exported.name(figure.of)}}
        yield _property(exported.name(figure.id, "of"), "of", whole)
    for number, source in enumerate(figure.sources, 1):
        told = {
            "schema:value": source.value,
            "schema:url": source.url,
            "planfacts:footnote": source.footnote,
            **_why(exported, source.state, source.rule, source.anchor),
        }
        yield _property(exported.name(figure.id, "source", str(number)), "source", told)


def _why(exported: Exported, state: str, rule: str, evidence: Anchor | None) -> Json:
    return {
        "planfacts:state": state,
        "planfacts:rule": rule,
        "planfacts:evidence": None if evidence is None else target(exported, evidence),
    }


def _property(name: str, what: str, told: Json) -> Json:
    """Return a property by its name; what is not told is left out."""
    return {
        "id": name,
        "type": VALUE,
        "schema:propertyID": what,
        **{term: value for term, value in told.items() if value is not None},
    }
