"""Extractions that `extract` did not write: nothing in them stops the audit, or makes it slow."""

import time
from collections.abc import Callable

import pytest

from extractor.check.audit import audit
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

TABLE = """# A plan for Lorn

| District | Amount (USD) | Share (%) |
|---|---|---|
| North | 4,210,480 | 58.9 |
| South | 2,933,157 | 41.1 |
| Total | 7,143,637 | 100.0 |
"""


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999", "9" * 5000, "--4", "", "٣"])
def test_no_value_stops_it(read: Read, value: str) -> None:
    extraction = read(TABLE)
    figures = tuple(
        each.model_copy(update={"value": value, "precision": value}) for each in extraction.figures
    )
    audit(extraction.model_copy(update={"figures": figures}))


def test_cells_that_span_more_than_the_table_are_cut_to_it(read: Read) -> None:
    extraction = read(TABLE)
    tables = tuple(
        table.model_copy(
            update={
                "cells": tuple(cell.model_copy(update={"col_span": 10**12}) for cell in table.cells)
            }
        )
        for table in extraction.tables
    )
    audit(extraction.model_copy(update={"tables": tables}))


def test_a_table_of_totals_only_is_given_up_in_time(read: Read) -> None:
    rows = "\n".join(
        f"| Total {n} | {n + 7},{n % 900 + 100} | {n % 90 + 1},417 |" for n in range(900)
    )
    extraction = read(f"# Lorn\n\n| Office | 2030 (USD) | 2031 (USD) |\n|---|---|---|\n{rows}\n")
    started = time.process_time()
    audit(extraction)
    assert time.process_time() - started < 3
