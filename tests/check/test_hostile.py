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


PROSE = """# A plan for Lorn

Costs rose by USD 0.6 million (15 per cent), from USD 4.1 million to USD 4.7 million. The budget is
USD 788 million, an increase of USD 271 million (52.4 per cent). We met 1,172 people (318 men, 854
women). Of the 340 wells, 120 (35 per cent) are dry. Cases tripled from 39 to 117. The cost of
USD 61.6 million is 2.5 times the budget of USD 25.1 million. We give 1,214 families USD 250 per
family, USD 303,500 in all. They are 65 per cent women and 35 per cent men.
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Extraction, ...]:
    """A table and sentences, read once."""
    from extractor.pipeline import extract

    paths = [tmp_path_factory.mktemp("plans") / f"{name}.md" for name in ("table", "prose")]
    for path, text in zip(paths, (TABLE, PROSE), strict=True):
        path.write_text(text, "utf-8")
    return tuple(map(extract, paths))


VALUES = ["NaN", "Infinity", "1e999", "9" * 5000, "9" * 60, "0", "-7", "0.000001", "--4", "", "٣"]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("precision", [None, "0", "-1", "9" * 59])
def test_no_value_stops_it(
    plans: tuple[Extraction, ...], value: str, precision: str | None
) -> None:
    for extraction in plans:
        for every in (1, 2, 3):  # of all figures, or of some among others
            figures = tuple(
                each.model_copy(update={"value": value, "precision": precision or value})
                if at % every == 0
                else each
                for at, each in enumerate(extraction.figures)
            )
            audit(extraction.model_copy(update={"figures": figures}))


@pytest.mark.alone
def test_a_sentence_of_numbers_is_given_up_in_time(read: Read) -> None:
    listed = ", ".join(f"{n} men and {n + 7} women" for n in range(1, 1500))
    extraction = read(f"# Lorn\n\nA total of 9,000 ({listed}), a total of 12.\n")
    assert len(extraction.figures) > 2_000
    started = time.process_time()
    audit(extraction)
    assert time.process_time() - started < 2


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


@pytest.mark.alone
def test_a_table_of_totals_only_is_given_up_in_time(read: Read) -> None:
    rows = "\n".join(
        f"| Total {n} | {n + 7},{n % 900 + 100} | {n % 90 + 1},417 |" for n in range(900)
    )
    extraction = read(f"# Lorn\n\n| Office | 2030 (USD) | 2031 (USD) |\n|---|---|---|\n{rows}\n")
    started = time.process_time()
    audit(extraction)
    assert time.process_time() - started < 3


@pytest.mark.alone
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
