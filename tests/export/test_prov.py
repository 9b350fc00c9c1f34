"""Provenance: read as RDF by a library that knows nothing of us."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from extractor.export import FORMATS, Exported
from schemas.extraction import Extraction

PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("http://schema.org/")

# rdflib's own parser uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")


def graph_of(extraction: Extraction) -> Graph:
    return Graph().parse(data=b"".join(FORMATS["prov"](Exported(extraction))), format="json-ld")


@pytest.fixture(scope="module")
def graph(extraction: Extraction) -> Graph:
    return graph_of(extraction)


@pytest.fixture(scope="module")
def document(extraction: Extraction) -> URIRef:
    return URIRef(Exported(extraction).document)


def test_every_figure_is_derived_and_quoted_from_the_document(
    graph: Graph, document: URIRef, extraction: Extraction
) -> None:
    exported = Exported(extraction)
    for figure in extraction.figures:
        node = URIRef(exported.name(figure.id))
        assert (node, RDF.type, PROV.Entity) in graph
        assert (node, PROV.wasDerivedFrom, document) in graph
        assert (node, PROV.wasQuotedFrom, document) in graph
        assert graph.value(node, PROV.value) == Literal(figure.anchor.quote)
        (activity,) = graph.objects(node, PROV.wasGeneratedBy)
        assert (activity, RDF.type, PROV.Activity) in graph
        assert (activity, PROV.used, document) in graph


def test_a_cited_source_is_a_primary_source(graph: Graph, extraction: Extraction) -> None:
    (figure,) = (one for one in extraction.figures if one.anchor.quote == "35 per cent")
    (source,) = graph.objects(URIRef(Exported(extraction).name(figure.id)), PROV.hadPrimarySource)
    assert str(graph.value(source, SCHEMA.name)).startswith("Northland Relief Office")
    assert graph.value(source, SCHEMA.url) == Literal("https://census.example")
    assert graph.value(source, SCHEMA.datePublished) == Literal("2031-04")


def test_the_software_is_the_agent_with_its_version(graph: Graph, extraction: Extraction) -> None:
    agents = set(graph.subjects(RDF.type, PROV.SoftwareAgent))
    told = {
        (str(graph.value(agent, SCHEMA.name)), str(graph.value(agent, SCHEMA.softwareVersion)))
        for agent in agents
    }
    assert told == {(one.name, one.version) for one in extraction.engine}
    (activity,) = graph.subjects(RDF.type, PROV.Activity)
    assert set(graph.objects(activity, PROV.wasAssociatedWith)) == agents


def test_what_read_the_characters_of_a_pdf_has_that_role(shipped: Extraction) -> None:
    graph = graph_of(shipped)
    (association,) = graph.subjects(RDF.type, PROV.Association)
    assert str(graph.value(association, PROV.hadRole)) == "urn:planfacts:role:characters"
    agent = graph.value(association, PROV.agent)
    assert graph.value(agent, SCHEMA.name) == Literal("pypdfium2")


def test_the_extraction_holds_the_figures(graph: Graph, extraction: Extraction) -> None:
    (collection,) = graph.subjects(RDF.type, PROV.Collection)
    assert len(list(graph.objects(collection, PROV.hadMember))) == len(extraction.figures)


def test_no_key_is_lost_on_the_way_to_rdf(extraction: Extraction) -> None:
    told = json.loads(b"".join(FORMATS["prov"](Exported(extraction))))
    keys = {key for node in told["@graph"] for key in node}
    assert {key for key in keys if ":" not in key} <= told["@context"].keys()
    places = {key.partition(":")[0] for key in keys if ":" in key}
    assert places <= told["@context"].keys()


def test_no_clock_is_read(extraction: Extraction, plan: Path) -> None:
    from extractor.pipeline import extract

    again = extract(plan)
    for write in FORMATS.values():
        assert b"".join(write(Exported(extraction))) == b"".join(write(Exported(again)))


def test_a_document_without_figures_is_a_graph_all_the_same(sketch: Callable[[str], Any]) -> None:
    graph = graph_of(sketch("Nothing.").extraction())
    assert len(list(graph.subjects(RDF.type, PROV.Activity))) == 1
    assert list(graph.objects(None, PROV.hadMember)) == []
