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


@pytest.mark.parametrize("text", [TABLE, "Fever in 11 of 34 wards (32.4%). And 86.8% (59/68)."])
def test_shares_that_were_rounded_to_nothing_are_left_alone(read: Read, text: str) -> None:
    extraction = read(text)
    figures = tuple(each.model_copy(update={"precision": "0"}) for each in extraction.figures)
    found = audit(extraction.model_copy(update={"figures": figures}))
    assert [each for each in found if "share" in each.code] == []


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


def test_a_long_table_without_shares_is_given_up_in_time(read: Read) -> None:
    rows = "\n".join(
        f"| {n} | {' | '.join(str(n * k % 977 + 131) for k in range(3, 12))} | {n % 97}.3 |"
        for n in range(1, 800)
    )
    heads = " | ".join(f"Cases {k}" for k in range(9))
    extraction = read(f"# Lorn\n\n| Ward | {heads} | Share (%) |\n|{'---|' * 11}\n{rows}\n")
    started = time.process_time()
    audit(extraction)
    assert time.process_time() - started < 2
