"""What readers give, in the common model."""

from pathlib import Path

import pytest
from environment import PeerError
from layout import seeds_of
from pages.generator import make
from pages.measuring import Keep, as_table, of_seeds
from pages.readers import markdown, opendataloader, planfacts
from pages.readers.base import Planfacts
from pages.truth import Caption, Cell, Heading, KeyFigure, Reading


def test_markdown_gives_headings_texts_and_tables() -> None:
    read = markdown.reading("## Needs\n\nSome *words*.\n\n|a|b|\n|-|-|\n|1||\n")
    assert read.headings == (Heading(2, "Needs"),)
    assert read.order == ("Needs", "Some words.", "a", "b", "1", "")
    (table,) = read.tables
    assert (table.n_rows, table.n_cols) == (2, 2)
    assert table.cells[2:] == (Cell(1, 0, "1"), Cell(1, 1, ""))


def test_opendataloader_gives_spans_and_linked_captions() -> None:
    text = {"type": "paragraph", "content": "Sector"}
    cell = {"row number": 1, "column number": 1, "row span": 1, "column span": 2, "kids": [text]}
    plain = {
        "kids": [
            {"type": "header", "content": "A running head"},
            {"type": "heading", "content": "Needs", "heading level": 2},
            {"type": "caption", "content": "Table 1", "linked content id": 7},
            {
                "type": "table",
                "id": 7,
                "number of rows": 1,
                "number of columns": 2,
                "page number": 1,
                "rows": [{"type": "table row", "cells": [cell]}],
            },
        ]
    }
    read = opendataloader.reading(plain)
    assert read.order == ("Needs", "Table 1", "Sector")
    assert read.headings == (Heading(2, "Needs"),)
    assert read.tables[0].cells == (Cell(0, 0, "Sector", 1, 2),)
    assert read.captions == (Caption("table", "Table 1", of="Sector"),)


def test_a_number_inside_a_label_is_no_key_figure(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Tide plan\n\n## In figures\n\n**291 (26.0%)**\n\nwells in 3 districts\n")
    label = "wells in 3 districts"
    assert planfacts.read(path).key_figures == (KeyFigure("291", label), KeyFigure("26.0%", label))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "plan.pdf"
    path.write_bytes(make(44).pdf)
    return path


def test_the_pages_of_a_document_make_up_its_whole(plan: Path) -> None:
    extraction = planfacts.extracted(plan)
    whole = planfacts.reading(extraction)
    pages = [
        planfacts.reading(extraction, page["number"]) for page in extraction["document"]["pages"]
    ]
    letters = sorted("".join("".join(whole.order).split()))
    assert sorted("".join("".join(t for p in pages for t in p.order).split())) == letters
    assert [h for p in pages for h in p.headings] == list(whole.headings)
    assert sorted(m.before for p in pages for m in p.marks) == sorted(m.before for m in whole.marks)


def test_a_run_prints_a_line_for_each_reader() -> None:
    class Blind:
        def read(self, path: Path, page: int | None = None) -> tuple[Reading, float]:
            assert path.suffix == ".pdf"
            assert page is None
            return Reading(gives=frozenset(("order", "tables"))), 0.25

    totals = of_seeds([44], {"planfacts": Planfacts(), "blind": Blind()}, None)
    header, _, *lines = as_table(totals, "order").splitlines()
    assert header == "| reader | reading order | seconds a page |"
    assert lines[1] == "| blind | 0.000 | 0.250 |"
    assert totals["planfacts"].tallies["reading order"].share > 0.8


def test_a_reader_that_fails_has_read_nothing() -> None:
    class Failing:
        def read(self, path: Path, page: int | None = None) -> tuple[Reading, float]:
            raise PeerError(f"failing: {path.name}, page {page}")

    total = of_seeds([44], {"failing": Failing()}, None)["failing"]
    assert total.errors == ["failing: plan-44.pdf, page None"]
    assert total.tallies["reading order"].share == 0


def test_what_differs_is_written_down(tmp_path: Path) -> None:
    of_seeds([44], {"planfacts": Planfacts()}, Keep(tmp_path, "order"))
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"plan-44.pdf", "plan-44.json", "plan-44.planfacts.txt"}
    report = (tmp_path / "plan-44.planfacts.txt").read_text()
    assert report.startswith("reading order: ")
    assert "## order" in report
    assert "## tables" not in report


def test_seeds_are_named_and_spanned() -> None:
    assert seeds_of("3,7-9") == [3, 7, 8, 9]
    assert seeds_of("judged")[0] == 1000
