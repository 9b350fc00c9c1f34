"""Extractions made again of what a database holds."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import StoreError
from extractor.store import Database, extractions, load
from extractor.store.database import opened
from schemas.base import BoxPiece
from schemas.extraction import Extraction, Finding, Ledger, LedgerEntry, ReadWarning
from tests.store.conftest import asked, given, run

Plan = Callable[..., Extraction]


def test_an_extraction_is_made_again_exactly(database: Database, shipped: Extraction) -> None:
    box = (BoxPiece(page=1, bbox=(1.0, 2.0, 3.5, 4.25)),)
    start = shipped.text.index("2031")
    unexplained = (
        LedgerEntry(start=start, end=start + 4, status="unexplained"),
        LedgerEntry(source=box, status="unexplained"),
    )
    (first, second, *_) = shipped.figures
    finding = Finding(code="c", severity="info", message="m", figures=(second.id, first.id))
    full = shipped.model_copy(
        update={
            "ledger": Ledger(entries=unexplained, explained=0.75),
            "findings": (finding, finding.model_copy(update={"figures": (), "source": box})),
            "warnings": (ReadWarning(code="c", message="m", page=2, source=box),),
        }
    )
    load(database, given(full, audited=(finding,)), run())
    assert [*extractions(database)] == [("plan.pdf", full)]


def test_digits_that_nothing_explains_are_there(database: Database, plan: Plan) -> None:
    entries = (
        LedgerEntry(start=15, end=19, status="unexplained"),
        LedgerEntry(start=40, end=42, status="figure"),
    )
    told = plan().model_copy(update={"ledger": Ledger(entries=entries, explained=0.5)})
    load(database, given(told), run())
    joined = "unexplained_digits d JOIN anchors a USING (version_id, anchor_id)"
    assert asked(database, f"SELECT text_start, quote FROM {joined}") == [(15, "2031")]


def test_each_edition_is_told_as_it_was_read_last(database: Database, plan: Plan) -> None:
    first = plan("40")
    (engine,) = first.engine
    newer = {"engine": (engine.model_copy(update={"version": "2.0"}),)}
    load(database, given(first), run(0))
    load(database, given(plan("55", "2032", "b")), run(1))
    load(database, given(plan("41").model_copy(update=newer)), run(2))
    found = {name: each.figures[0].value for name, each in extractions(database)}
    assert found == {"plan.pdf (2031)": "41", "plan.pdf (2032)": "55"}


def test_a_database_is_read_as_it_is(tmp_path: Path, prepared: Callable[[str], str]) -> None:
    missing = tmp_path / "missing.db"
    with pytest.raises(StoreError, match="is not there"):
        opened(f"sqlite:///{missing}")
    assert not missing.exists()
    other = tmp_path / "other.db"
    sqlite3.connect(other).close()
    other.touch()
    with pytest.raises(StoreError, match="has no tables of planfacts"):
        opened(f"sqlite:///{other}")
    where = Path(prepared("sqlite").removeprefix("sqlite:///"))
    only_read: Any = opened(f"sqlite:///file:{where}?mode=ro&uri=true")
    assert [*extractions(only_read)] == []
