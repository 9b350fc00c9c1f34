"""Publishing: spans become anchors, bindings attributes, and nothing is added."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extractor import entities
from extractor.bind import Binding, Context, SourceBinding, bind, collect
from extractor.output import record_json, serialise
from extractor.publish import Publication
from extractor.readers import read
from extractor.segment import segment
from schemas.extraction import Extraction

CORPUS = Path(__file__).parents[1] / "corpus"
PLAN = """# A plan for Lorn

The plan of the NRA needs USD 4,000 for 12 wells in Kenya[^1].

[^1]: A note.
"""
Bound = Callable[[], Context]


def publish(context: Context, raw: str) -> Extraction:
    """Return the extraction of a bound document."""
    return Publication(context, raw).extraction()


@pytest.fixture
def bound(tmp_path: Path) -> Bound:
    """Give the function that reads and binds an invented plan anew."""

    def make() -> Context:
        path = tmp_path / "plan.md"
        path.write_text(PLAN, "utf-8")
        doc = segment(read(path))
        return bind(doc, collect(doc), *entities.find(doc.text))

    return make


def test_the_same_file_gives_the_same_bytes(bound: Bound) -> None:
    assert publish(bound(), PLAN).model_dump_json() == publish(bound(), PLAN).model_dump_json()


def test_every_anchor_of_a_figure_quotes_the_text(bound: Bound) -> None:
    extraction = publish(bound(), PLAN)
    assert [f.anchor.quote for f in extraction.figures] == ["USD 4,000", "12"]
    for figure in extraction.figures:
        anchor = figure.anchor
        assert extraction.text[anchor.start : anchor.end] == anchor.quote
        (piece,) = anchor.source
        assert PLAN[piece.start : piece.end] == anchor.quote


@pytest.mark.parametrize(
    ("span", "state", "published"),
    [
        ((0, 6), "stated", "stated"),
        ((0, 6), "inherited", "inherited"),
        (None, "stated", "inferred"),
    ],
)
def test_only_what_is_inferred_has_no_anchor(
    bound: Bound, span: tuple[int, int] | None, state: str, published: str
) -> None:
    context = bound()
    context.founds[0].place = Binding("Lorn", state, "test", span)
    context.founds[0].sources = [SourceBinding("NRA", state, "test", span)]
    figure = publish(context, PLAN).figures[0]
    for one in (figure.place, figure.sources[0]):
        assert one.state == published
        assert (one.anchor is None) is (span is None)
    assert figure.place.key is None


def test_an_empty_binding_is_none(bound: Bound) -> None:
    context = bound()
    context.founds[0].indicator = Binding("", "stated", "test", (0, 3))
    assert publish(context, PLAN).figures[0].indicator is None


def test_indicators_and_groups_have_a_key(bound: Bound) -> None:
    context = bound()
    context.founds[0].indicator = Binding("The wells", "stated", "test", (0, 3))
    context.founds[0].population = Binding("Refugees", "stated", "test", (0, 3))
    figure = publish(context, PLAN).figures[0]
    assert (figure.indicator.key, figure.population.key) == ("well", "refugee")


def test_a_whole_is_named_by_its_id(bound: Bound) -> None:
    context = bound()
    context.founds[1].of = context.founds[0]
    first, second = publish(context, PLAN).figures
    assert (first.of, second.of) == (None, first.id)


def test_mentions_of_one_thing_are_one_entity(bound: Bound) -> None:
    context = bound()
    kenya = next(m for m in context.mentions if m.value == "Kenya")
    context.mentions.append(replace(kenya, span=(0, 6)))
    found = [e for e in publish(context, PLAN).entities if e.value == "Kenya"]
    assert [(e.code, len(e.mentions)) for e in found] == [("KE", 2)]


def test_a_mark_is_a_reference_of_its_note(bound: Bound) -> None:
    extraction = publish(bound(), PLAN)
    (note,) = extraction.footnotes
    assert (note.label, note.text) == ("1", "A note.")
    assert [extraction.text[: r.at].split()[-1] for r in note.references] == ["Kenya"]


def test_a_source_names_its_figures_notes_once(bound: Bound) -> None:
    context = bound()
    for found in context.founds:
        found.sources = [SourceBinding("NRA", "stated", "test", (0, 3), footnote=0)]
    extraction = publish(context, PLAN)
    assert [(s.value, s.footnote_ids) for s in extraction.sources] == [
        ("NRA", (extraction.footnotes[0].id,))
    ]


def test_the_engine_names_itself_first(bound: Bound) -> None:
    names = [c.name for c in publish(bound(), PLAN).engine]
    assert names[0] == "planfacts"
    assert "spacy" in names


def test_what_is_written_part_by_part_is_the_whole(bound: Bound) -> None:
    context = bound()
    context.founds[0].indicator = Binding("The wells", "stated", "test", (0, 3), code="KE")
    context.founds[0].sources = [SourceBinding("NRA", "stated", "test", None, footnote=0)]
    context.founds[1].of, context.founds[1].as_of = (
        context.founds[0],
        Binding("2031", "inherited", "test", (2, 6)),
    )
    published = Publication(context, PLAN, roles={"spacy": "characters"})
    extraction = published.extraction()
    assert b"".join(serialise(published, "json")) == record_json(extraction)
    whole = extraction.model_dump_json().encode() + b"\n"
    assert b"".join(serialise(published, "jsonl")) == whole
    assert published.outcome.kinds == Counter(figure.kind for figure in extraction.figures)
    bound_kinds = Counter(f.kind for f in extraction.figures if f.indicator)
    assert published.outcome.bound == bound_kinds


def test_the_boxes_of_a_pdf_are_written_as_they_are_kept() -> None:
    doc = segment(read(CORPUS / "norvia-2031/plan.pdf"))
    published = Publication(bind(doc, collect(doc), *entities.find(doc.text)), "")
    assert b"".join(serialise(published, "json")) == record_json(published.extraction())
