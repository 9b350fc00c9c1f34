"""Extractions from outside: pages lost, and cells that claim what they like."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli
from extractor.editions.compare import diff
from extractor.output import record_json
from schemas.extraction import PAGE_FAILED, Extraction, ReadWarning


def compared(folder: Path) -> Result:
    """Compare what stands in a folder as old and new."""
    words = ["diff", str(folder / "old.json"), str(folder / "new.md")]
    return CliRunner().invoke(cli, words, catch_exceptions=False)


def test_a_page_that_could_not_be_read_is_told(
    tmp_path: Path, harbour: Extraction, harbour_text: str
) -> None:
    lost = ReadWarning(code=PAGE_FAILED, message="page 2 is broken", page=2)
    extraction = harbour.model_copy(update={"warnings": (lost,)})
    (tmp_path / "old.json").write_bytes(record_json(extraction))
    (tmp_path / "new.md").write_text(harbour_text.replace("1,240", "1,300"), "utf-8")
    done = compared(tmp_path)
    assert done.stderr.endswith("old.json: page 2 is broken\n")
    assert done.stderr.startswith("planfacts: the old edition: ")
    assert done.exit_code == 3
    assert "1,300" in done.stdout


def test_a_table_from_outside_may_claim_any_number_of_columns(
    tmp_path: Path, harbour: Extraction, harbour_text: str
) -> None:
    extraction = harbour
    table, *rest = extraction.tables
    wide = [
        cell.model_copy(update={"col_span": 10**15, "row_span": 10**15}) for cell in table.cells
    ]
    tables = (table.model_copy(update={"cells": tuple(wide)}), *rest)
    content = record_json(extraction.model_copy(update={"tables": tables}))
    (tmp_path / "old.json").write_bytes(content)
    (tmp_path / "new.md").write_text(harbour_text, "utf-8")
    assert compared(tmp_path).exit_code in {0, 1}


@pytest.mark.parametrize("side", ["old", "new", "both"])
def test_a_section_that_is_not_there_is_none(
    harbour: Extraction, harbour_text: str, read: Callable[[str], Extraction], side: str
) -> None:
    def astray(extraction: Extraction) -> Extraction:
        figures = (each.model_copy(update={"section_id": "nowhere"}) for each in extraction.figures)
        return extraction.model_copy(update={"figures": tuple(figures)})

    old, new = harbour, read(harbour_text.replace("1,240", "1,300"))
    old = astray(old) if side != "new" else old
    new = astray(new) if side != "old" else new
    changes = diff(("old", old), ("new", new)).figures
    assert any("revised_up" in each.types for each in changes)
    assert not any("moved" in each.types for each in changes)
