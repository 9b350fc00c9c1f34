"""Annotations: what the Web Annotation Data Model asks of them, and what they say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex

from extractor.export import FORMATS, Exported
from schemas.extraction import Extraction

Json = dict[str, Any]

# Which keys the model knows of each class, and which it asks for.
MODEL = {
    "AnnotationPage": ({"@context", "id", "type", "partOf", "items"}, {"startIndex"}),
    "AnnotationCollection": ({"id", "type"}, {"label", "total", "first", "last", "generator"}),
    "Annotation": ({"id", "type", "target"}, {"body", "motivation"}),
    "TextualBody": ({"type", "value"}, {"purpose", "format", "language"}),
    "Dataset": ({"id", "type"}, {"format"}),
    "SpecificResource": ({"type", "source"}, {"id", "selector", "purpose", "renderedVia"}),
    "TextQuoteSelector": ({"type", "exact"}, {"prefix", "suffix"}),
    "TextPositionSelector": ({"type", "start", "end"}, set()),
    "FragmentSelector": ({"type", "value"}, {"conformsTo"}),
    "Software": ({"id", "type"}, {"name", "homepage"}),
}
MOTIVATIONS = {"describing", "tagging", "classifying", "identifying", "linking", "commenting"}
RECT = regex.compile(r"page=(?P<page>[1-9]\d*+)&viewrect=(?P<sides>(?:\d++(?:\.\d{1,2}+)?+,?+){4})")


def exported(extraction: Extraction, address: str | None = None) -> Json:
    told: Json = json.loads(b"".join(FORMATS["w3c"](Exported(extraction, address))))
    return told


@pytest.fixture(scope="module")
def of_markdown(extraction: Extraction) -> Json:
    return exported(extraction)


@pytest.fixture(scope="module")
def of_pdf(shipped: Extraction) -> Json:
    return exported(shipped)


def items(page: Json) -> list[Json]:
    found: list[Json] = page["items"]
    return found


def nodes(value: object) -> Iterator[Json]:
    """Yield every object with a class, at any depth."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def of_quote(page: Json, quote: str) -> Json:
    (found,) = (one for one in items(page) if selector(one, "TextQuote")["exact"] == quote)
    return found


def selector(annotation: Json, kind: str) -> Json:
    (found,) = (one for one in annotation["target"]["selector"] if one["type"] == f"{kind}Selector")
    return dict(found)


@pytest.mark.parametrize("form", ["of_markdown", "of_pdf"])
def test_every_object_has_what_the_model_asks_for_and_nothing_it_does_not_know(
    form: str, request: pytest.FixtureRequest
) -> None:
    page = request.getfixturevalue(form)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    prefixes = ("schema:", *(f"{name}:" for name in page["@context"][1]))
    seen = set()
    for node in nodes(page):
        kinds = [node["type"]] if isinstance(node["type"], str) else node["type"]
        kind = next(one for one in kinds if one in MODEL)
        seen.add(kind)
        asked, known = MODEL[kind]
        own = {key for key in node if not key.startswith(prefixes)}
        assert asked <= own <= asked | known, (kind, own)
        assert None not in node.values()
    assert seen >= MODEL.keys() - {"FragmentSelector", "Software"}


def test_names_are_addresses_and_each_is_given_once(of_pdf: Json) -> None:
    ids = [node["id"] for node in nodes(of_pdf) if "id" in node and node["type"] != "Software"]
    assert len(ids) == len(set(ids))
    assert all(regex.fullmatch(r"urn:planfacts:[\w:%.\-]+", each) for each in ids)
    sources = {node["source"] for node in nodes(of_pdf) if "source" in node}
    assert len(sources) == 1
    assert regex.fullmatch(r"ni:///sha-256;[\w\-]{43}", sources.pop())


def test_the_collection_counts_its_annotations_one_a_figure(
    of_pdf: Json, shipped: Extraction
) -> None:
    collection = of_pdf["partOf"]
    assert collection["total"] == len(items(of_pdf)) == len(shipped.figures)
    assert collection["first"] == collection["last"] == of_pdf["id"]
    assert {one["motivation"] for one in items(of_pdf)} <= MOTIVATIONS
    assert [one["id"].split(":")[-2:] for one in items(of_pdf)] == [
        [figure.id, "annotation"] for figure in shipped.figures
    ]


def test_a_quote_is_found_again_by_what_stands_beside_it(of_pdf: Json, shipped: Extraction) -> None:
    for annotation, figure in zip(items(of_pdf), shipped.figures, strict=True):
        told = selector(annotation, "TextQuote")
        whole = told["prefix"] + told["exact"] + told["suffix"]
        start = figure.anchor.start - len(told["prefix"])
        assert shipped.text[start : start + len(whole)] == whole
        position = selector(annotation, "TextPosition")
        assert shipped.text[position["start"] : position["end"]] == told["exact"]


def test_the_fragment_of_a_pdf_is_the_box_around_the_figure(
    of_pdf: Json, shipped: Extraction
) -> None:
    for annotation, figure in zip(items(of_pdf), shipped.figures, strict=True):
        boxes = [
            piece for piece in figure.anchor.source if piece.page == figure.anchor.source[0].page
        ]
        told = next(
            one for one in annotation["target"]["selector"] if one["type"] == "FragmentSelector"
        )
        assert told["conformsTo"] == "http://tools.ietf.org/rfc/rfc8118"
        match = RECT.fullmatch(told["value"])
        assert match is not None
        assert int(match["page"]) == boxes[0].page
        left, top, width, height = map(float, match["sides"].split(","))
        assert left == min(box.bbox[0] for box in boxes)
        assert top == min(box.bbox[1] for box in boxes)
        assert left + width == pytest.approx(max(box.bbox[2] for box in boxes), abs=0.01)
        assert top + height == pytest.approx(max(box.bbox[3] for box in boxes), abs=0.01)
        assert annotation["target"]["renderedVia"]["id"].startswith("urn:planfacts:software:")


def test_positions_in_a_text_are_those_of_the_file(of_markdown: Json, plan: Path) -> None:
    text = plan.read_text("utf-8")
    for annotation in items(of_markdown):
        position = selector(annotation, "TextPosition")
        assert (
            text[position["start"] : position["end"]].replace("*", "")
            == selector(annotation, "TextQuote")["exact"]
        )
        assert "renderedVia" not in annotation["target"]


def test_bodies_hold_the_value_and_what_it_is_bound_to(of_markdown: Json) -> None:
    annotation = of_quote(of_markdown, "40,000")
    told, *bodies = annotation["body"]
    assert told["value"].startswith("count: at least 40,000 people; indicator: ")
    assert "; place: Northland; as of: 2031-05" in told["value"]
    by_name = {body["schema:propertyID"]: body for body in bodies}
    assert by_name["value"]["schema:value"] == "40000"
    assert by_name["value"]["schema:unitText"] == "people"
    assert by_name["value"]["planfacts:modifier"] == "at_least"
    evidence = by_name["as_of"]["planfacts:evidence"]
    assert evidence["selector"][0]["exact"] == "May 2031"
    assert by_name["as_of"]["planfacts:state"] == "stated"


def test_a_range_has_its_ends_and_no_value(of_markdown: Json) -> None:
    (told,) = (
        body
        for annotation in items(of_markdown)
        for body in annotation["body"]
        if "schema:minValue" in body
    )
    assert (told["schema:minValue"], told["schema:maxValue"]) == ("2000000", "3000000")
    assert "schema:value" not in told


def test_part_and_source_lead_to_what_they_name(of_markdown: Json) -> None:
    bodies = {
        body["schema:propertyID"]: body
        for body in of_quote(of_markdown, "35 per cent")["body"]
        if "schema:propertyID" in body
    }
    whole = of_quote(of_markdown, "40,000")["body"][1]
    assert whole["schema:propertyID"] == "value"
    assert bodies["of"]["schema:valueReference"]["id"] == whole["id"]
    assert bodies["source"]["schema:url"] == "https://census.example"
    assert bodies["source"]["planfacts:footnote"] == "1"


def test_the_address_that_a_user_gives_names_the_document(extraction: Extraction) -> None:
    address = "https://example.org/plan.md"
    assert {one["target"]["source"] for one in items(exported(extraction, address))} == {address}


def test_a_hostile_extraction_cannot_break_out_of_a_name(extraction: Extraction) -> None:
    figure = extraction.figures[0].model_copy(update={"id": 'x" <a>:y'})
    told = exported(extraction.model_copy(update={"figures": (figure,)}))
    assert items(told)[0]["id"].endswith(":x%22%20%3Ca%3E%3Ay:annotation")
