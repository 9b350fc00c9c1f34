"""What a load leaves in a database, of each kind."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from extractor.check.audit import audit
from extractor.errors import UnfitError
from extractor.store import Database, connect, load
from schemas.extraction import Extraction, Finding
from tests.store.conftest import asked, counted, given, read_back, run

Plan = Callable[..., Extraction]
HOSTILE = (
    "'; DROP TABLE figures; --",
    '"); DELETE FROM versions; --',
    "\\'; SELECT 1",
    "$$; DROP TABLE runs; $$",
    "%s %(x)s ? :name {}",
    'a\tb\\N\\.\nc\r\n,"d"',
    "=1+1",
    "🌊 ﷽ \u202e",
)


def test_every_figure_comes_back_exactly(database: Database, shipped: Extraction) -> None:
    load(database, given(shipped), run())
    assert read_back(database) == list(shipped.figures)


def test_numbers_are_exact(database: Database, plan: Plan) -> None:
    amount = "12345678901234567890.123456789"
    load(database, given(plan(amount)), run())
    ((value, number),) = asked(database, "SELECT value, number FROM figures")
    assert value == amount
    assert Decimal(number) == Decimal(amount)
    (row,) = asked(database, "SELECT number FROM current_figures WHERE number > 0")
    assert float(row[0]) == pytest.approx(float(amount))


def test_the_same_load_twice_changes_nothing(database: Database, shipped: Extraction) -> None:
    assert load(database, given(shipped), run())
    before = counted(database), asked(database, "SELECT * FROM versions")
    assert not load(database, given(shipped), run(1))
    assert (counted(database), asked(database, "SELECT * FROM versions")) == before


def test_every_table_has_what_the_extraction_has(database: Database, shipped: Extraction) -> None:
    findings = audit(shipped)
    load(database, given(shipped, audited=findings), run())
    rows = counted(database)
    parts = ("blocks", "sections", "tables", "captions", "footnotes", "figures", "entities")
    assert {name: rows[name] for name in parts} == {
        name: len(getattr(shipped, name)) for name in parts
    }
    assert rows["cells"] == sum(len(table.cells) for table in shipped.tables)
    assert rows["mentions"] == sum(len(one.mentions) for one in shipped.entities)
    assert rows["findings"] == len(shipped.findings) + len(findings) > 0
    assert rows["pages"] == len(shipped.document.pages)
    grave = [one for one in findings if one.severity != "info"]
    assert len(asked(database, "SELECT * FROM findings_open")) == len(grave)


def test_a_new_edition_takes_the_place_of_the_old_one(database: Database, plan: Plan) -> None:
    load(database, given(plan("40", "2031", "a")), run(0))
    load(database, given(plan("55", "2032", "b")), run(1))
    assert asked(database, "SELECT value FROM current_figures") == [("55",)]
    assert len(asked(database, "SELECT * FROM documents")) == 1
    times = asked(database, "SELECT valid_from, valid_to FROM editions ORDER BY published")
    assert times[0][1] == times[1][0]
    assert times[1][1] is None
    told = "change, old_value, new_value, difference"
    assert asked(database, f"SELECT {told} FROM changes") == [("changed", "40", "55", 15)]


def test_an_older_edition_that_comes_later_does_not_hold(database: Database, plan: Plan) -> None:
    load(database, given(plan("55", "2032", "b")), run(0))
    load(database, given(plan("40", "2031", "a")), run(1))
    assert asked(database, "SELECT value FROM current_figures") == [("55",)]
    assert len(asked(database, "SELECT value FROM figures_wide")) == 2
    assert asked(database, "SELECT * FROM changes") == []


def test_a_new_version_of_the_tool_keeps_what_the_old_one_read(
    database: Database, plan: Plan
) -> None:
    first = plan("40")
    (engine,) = first.engine
    (figure,) = first.figures
    again = first.model_copy(
        update={
            "engine": (engine.model_copy(update={"version": "2.0"}),),
            "figures": (figure.model_copy(update={"value": "40000"}),),
        }
    )
    load(database, given(first), run(0))
    load(database, given(again), run(1))
    assert asked(database, "SELECT tool_version, value FROM current_figures") == [("2.0", "40000")]
    assert len(asked(database, "SELECT * FROM editions WHERE valid_to IS NULL")) == 1
    told = "change, old_value, new_value"
    assert asked(database, f"SELECT {told} FROM changes") == [("changed", "40", "40000")]
    assert not load(database, given(first), run(2))  # what was read once is not read anew


def test_what_an_edition_says_no_more_is_removed(
    database: Database, plan: Plan, sketch: Callable[[str], Any]
) -> None:
    s = sketch("Nothing is asked for.")
    s.block("paragraph", "Nothing is asked for.")
    told = plan("1", "2032", "b").document
    load(database, given(plan("40")), run(0))
    load(database, given(s.extraction().model_copy(update={"document": told})), run(1))
    changes = asked(database, "SELECT change, indicator, old_value, new_value FROM changes")
    assert changes == [("withdrawn", "shelter", "40", None)]


def test_a_document_can_be_named(database: Database, plan: Plan) -> None:
    load(database, given(plan("1", "2031", "a"), document="ours"), run(0))
    other = plan("2", "2032", "b", title="Another name", publisher=None)
    load(database, given(other, document="ours"), run(1))
    assert asked(database, "SELECT family FROM documents") == [("ours",)]
    assert asked(database, "SELECT value FROM current_figures") == [("2",)]


def test_text_arrives_as_text(database: Database, plan: Plan) -> None:
    for number, hostile in enumerate(HOSTILE):
        extraction = _everywhere(plan(sha=f"{number}"), hostile)
        load(database, given(extraction, document=hostile), run(number))
    told = asked(database, "SELECT family, title FROM documents ORDER BY document_id")
    assert sorted(told) == sorted((hostile, hostile) for hostile in HOSTILE)
    units = asked(database, "SELECT indicator, indicator_key, unit FROM current_figures")
    assert sorted(units) == sorted((hostile,) * 3 for hostile in HOSTILE)
    messages = asked(database, "SELECT code, message FROM findings_open")
    assert sorted(messages) == sorted((hostile,) * 2 for hostile in HOSTILE)


def test_a_nul_becomes_a_replacement_character(database: Database, plan: Plan) -> None:
    load(database, given(_everywhere(plan(), "a\0b \\u0000"), document="a\0b"), run())
    assert asked(database, "SELECT title, family FROM documents") == [("a�b \\u0000", "a�b")]
    assert asked(database, "SELECT value FROM attributes") == [("a�b \\u0000",)]


def _everywhere(extraction: Extraction, said: str) -> Extraction:
    """Return an extraction that says something wherever it has free text."""
    (figure,) = extraction.figures
    assert figure.indicator is not None
    bound = figure.indicator.model_copy(update={"value": said, "key": said, "rule": said})
    finding = Finding(code=said, severity="error", message=said, figures=(figure.id,))
    return extraction.model_copy(
        update={
            "figures": (figure.model_copy(update={"unit": said, "indicator": bound}),),
            "findings": (finding,),
            "document": extraction.document.model_copy(update={"title": said, "publisher": said}),
            "text": said,
        }
    )


def test_what_does_not_fit_leaves_nothing(database: Database, plan: Plan) -> None:
    before = counted(database)
    extraction = plan()
    (figure,) = extraction.figures
    for wrong in ({"block_id": "nowhere"}, {"value": "forty"}, {"value": None}):
        bad = extraction.model_copy(update={"figures": (figure.model_copy(update=wrong),)})
        with pytest.raises(UnfitError) as told:
            load(database, given(bad), run())
        assert "\n" not in str(told.value)
        assert counted(database) == before
    assert load(database, given(extraction), run())


def test_a_part_may_stand_before_its_whole(database: Database, plan: Plan) -> None:
    extraction = plan()
    (figure,) = extraction.figures
    whole = figure.model_copy(update={"id": "fig-whole"})
    part = figure.model_copy(update={"of": "fig-whole"})
    load(database, given(extraction.model_copy(update={"figures": (part, whole)})), run())
    assert asked(database, "SELECT whole_id FROM figures ORDER BY ordinal")[0] == ("fig-whole",)


def test_a_database_is_found_again(url: str, plan: Plan) -> None:
    load(connect(url), given(plan()), run())
    again = connect(url)
    assert not load(again, given(plan()), run(1))
    assert asked(again, "SELECT quote FROM current_figures") == [("USD 40",)]
