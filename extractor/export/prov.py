"""Where every figure comes from, in the words of the W3C's PROV-O, as JSON-LD."""

from collections.abc import Iterator

from extractor.export.exported import OURS, Exported, ours
from extractor.export.selectors import Json, places
from extractor.output import json_pieces
from schemas.extraction import CitedSource, Component
from schemas.figure import Figure

_LINKS = (
    *("used", "wasGeneratedBy", "wasDerivedFrom", "wasQuotedFrom", "hadPrimarySource"),
    *("wasAssociatedWith", "qualifiedAssociation", "agent", "hadRole", "hadMember"),
)
CONTEXT: Json = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "http://schema.org/",
    "planfacts": OURS,
    "id": "@id",
    "type": "@type",
    **{link: {"@id": f"prov:{link}", "@type": "@id"} for link in _LINKS},
}


def provenance(exported: Exported) -> Iterator[bytes]:
    """Yield the graph; no clock is read, so that it is always the same."""
    graph = (_known(node) for node in _nodes(exported))
    return json_pieces({"@context": CONTEXT, "@graph": graph})


def _nodes(exported: Exported) -> Iterator[Json]:
    extraction = exported.extraction
    yield _document(exported)
    yield _reading(exported)
    yield from (_agent(component) for component in extraction.engine)
    yield {
        "id": exported.name("extraction"),
        "type": ["prov:Entity", "prov:Collection"],
        "wasDerivedFrom": exported.document,
        "wasGeneratedBy": exported.name("reading"),
        "hadMember": [exported.name(figure.id) for figure in extraction.figures],
        "planfacts:schemaVersion": extraction.schema_version,
    }
    yield from (_source(exported, source) for source in extraction.sources)
    works = {(one.value, one.url): exported.name(one.id) for one in extraction.sources}
    yield from (_figure(exported, figure, works) for figure in extraction.figures)


def _known(node: Json) -> Json:
    return {term: value for term, value in node.items() if value is not None}


def _document(exported: Exported) -> Json:
    document = exported.extraction.document
    return {
        "id": exported.document,
        "type": "prov:Entity",
        "planfacts:sha256": document.sha256,
        "schema:encodingFormat": document.media_type,
        "schema:name": document.title,
        "schema:publisher": document.publisher,
        "schema:datePublished": document.published,
        "schema:version": document.edition,
        "schema:temporalCoverage": document.period,
        "schema:inLanguage": document.language,
    }


def _reading(exported: Exported) -> Json:
    """Return the activity, with the options that an extraction tells of."""
    extraction = exported.extraction
    first = extraction.engine[0]
    played = [one for one in extraction.engine if one.role is not None]
    return {
        "id": exported.name("reading"),
        "type": "prov:Activity",
        "used": exported.document,
        "wasAssociatedWith": [_software(component) for component in extraction.engine],
        "qualifiedAssociation": [
            {
                "type": "prov:Association",
                "agent": _software(component),
                "hadRole": {"id": ours("role", component.role or ""), "type": "prov:Role"},
            }
            for component in played
        ],
        "schema:name": f"read by {first.name} {first.version}",
        "planfacts:ocr": any(page.ocr for page in extraction.document.pages),
        "planfacts:crossChecked": any(
            finding.code == "engines-disagree" for finding in extraction.findings
        ),
    }


def _agent(component: Component) -> Json:
    return {
        "id": _software(component),
        "type": ["prov:SoftwareAgent", "schema:SoftwareApplication"],
        "schema:name": component.name,
        "schema:softwareVersion": component.version,
    }


def _software(component: Component) -> str:
    return ours("software", component.name, component.version)


def _source(exported: Exported, source: CitedSource) -> Json:
    return {
        "id": exported.name(source.id),
        "type": ["prov:Entity", "schema:CreativeWork"],
        "schema:name": source.value,
        "schema:publisher": source.publisher,
        "schema:datePublished": source.date,
        "schema:url": source.url,
    }


def _figure(exported: Exported, figure: Figure, works: dict[tuple[str, str | None], str]) -> Json:
    cited = [works.get((source.value, source.url)) for source in figure.sources]
    return {
        "id": exported.name(figure.id),
        "type": "prov:Entity",
        "prov:value": figure.anchor.quote,
        "wasGeneratedBy": exported.name("reading"),
        "wasDerivedFrom": exported.document,
        "wasQuotedFrom": exported.document,
        "hadPrimarySource": [work for work in cited if work is not None] or None,
        "planfacts:at": list(places(figure.anchor.source)),
        "planfacts:kind": figure.kind,
        "schema:value": figure.value,
        "schema:minValue": figure.low,
        "schema:maxValue": figure.high,
        "schema:unitText": figure.unit,
    }
