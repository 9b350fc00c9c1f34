"""An invented document with one of everything, as an extraction and as the golden drafted of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.golden.compare import compare
from extractor.golden.draft import draft_golden
from extractor.golden.score import Difference
from schemas.document import Caption, Table, TableCell
from schemas.extraction import Extraction
from schemas.figure import SourceLink
from schemas.golden import Golden

TEXT = """Northland Appeal 2031

1. Needs of the River Towns

Of the 40,000 evacuees of Northland, some 35 per cent are children (May 2031).1

The appeal needs USD 2.5 million to USD 3 million for shelter under SO1.

Requirements\t2031
Shelter\t1,250

A ferry leaves Eastport on the second day of the flood \u00a9 Ilva Roe 2030

Northland Relief Office, Census of Evacuees, https://census.example
"""


@pytest.fixture
def plan(sketch: Callable[[str], Any]) -> Extraction:
    """An invented document with one of everything."""
    s = sketch(TEXT)
    s.statuses = {"1": "footnote_marker", "2030": "credit"}
    s.block("title", "Northland Appeal 2031")
    s.heading("1. Needs of the River Towns", number="1")
    s.block("paragraph", TEXT.split("\n\n")[2].removesuffix("1"))
    s.block("paragraph", TEXT.split("\n\n")[3])
    table = TEXT.split("\n\n")[4]
    s.block("table", table, table_id="t0")
    whole = s.figure(
        "40,000", "count", "40000", unit="evacuees", place=s.bound("Northland", code="NL")
    )
    link = SourceLink(
        value="Census of Evacuees",
        footnote="1",
        footnote_id="n1",
        url="https://census.example",
        state="stated",
        rule="test",
        anchor=s.anchor("Census of Evacuees"),
    )
    s.figure(
        "35 per cent",
        "percent",
        "35",
        unit="percent",
        modifier="approx",
        indicator=s.bound("children"),
        population=s.bound("evacuees"),
        as_of=s.bound("2031-05", "May 2031"),
        of=whole.id,
        sources=(link,),
    )
    s.figure("May 2031", "date", "2031-05")
    s.figure(
        "USD 2.5 million to USD 3 million",
        "money",
        None,
        low="2500000",
        high="3000000",
        unit="USD",
        status=s.bound("required", "needs"),
        per=s.bound("person", "shelter"),
    )
    s.figure("1,250", "count", "1250", zone="table")
    cells = [
        TableCell(row=row, col=col, text=text, header=None, anchor=s.anchor(text, nth))
        for row, col, text, nth in (
            (0, 0, "Requirements", 0),
            (0, 1, "2031", 2),
            (1, 0, "Shelter", 0),
            (1, 1, "1,250", 0),
        )
    ]
    s.tables.append(
        Table(
            id="t0",
            title="Requirements",
            unit=None,
            magnitude=None,
            n_rows=2,
            n_cols=2,
            cells=tuple(cells),
            total_rows=(),
            notes=(),
            caption_id=None,
            continued_pages=(),
            anchor=s.anchor(table),
        )
    )
    caption = TEXT.split("\n\n")[5]
    block = s.block("caption", caption, ref="c0")
    s.captions.append(
        Caption(
            id="c0",
            text=caption,
            credit="Ilva Roe",
            credit_year="2030",
            of="photo",
            block_id=block.id,
            anchor=s.anchor(caption),
        )
    )
    note = TEXT.split("\n\n")[6].strip()
    s.footnote("1", note, "(May 2031).", urls=("https://census.example",))
    return s.extraction()


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """The document as a file, where a golden in tmp_path/golden finds it."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    path = folder / "northland.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def golden(plan: Extraction, document: Path) -> Golden:
    """The golden that agrees with the extraction in everything."""
    return draft_golden(document, plan)


@pytest.fixture
def differences(plan: Extraction) -> Callable[[Golden], list[Difference]]:
    """List what differs between a golden and the extraction, known gaps included."""

    def differing(golden: Golden) -> list[Difference]:
        return [d for result in compare(golden, plan, TEXT) for d in result.differences]

    return differing
