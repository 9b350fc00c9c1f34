"""Figures as a workbook and as Parquet: what is read back is what the extraction says."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import duckdb
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from extractor.errors import OutputError
from extractor.export import FORMATS, Exported
from extractor.export.tables import workbook
from extractor.export.tables.figures import COLUMNS, figures
from extractor.export.tables.sheet import joined
from schemas.extraction import Extraction
from schemas.figure import Bound, SourceLink

ADDRESS = "https://example.org/plan.pdf"
NAMES = [column.name for column in COLUMNS]


def book(extraction: Extraction, *, long: bool = False) -> openpyxl.Workbook:
    told = Exported(extraction, ADDRESS, long=long)
    return openpyxl.load_workbook(BytesIO(b"".join(FORMATS["xlsx"](told))))


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(_plain(cell.value) for cell in row) for row in sheet.iter_rows(min_row=2)]


def _plain(value: object) -> object:
    """Return a value as the extraction has it; a spreadsheet keeps 15 digits."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, int | float):
        return Decimal(f"{value:.15g}")
    return value


def _wanted(kind: str, value: object) -> object:
    if kind in {"number", "integer"} and value is not None:
        return Decimal(str(value))
    return (joined(value) or None) if isinstance(value, tuple) else value


def _changed(extraction: Extraction, **values: object) -> Extraction:
    figure = extraction.figures[-1].model_copy(update=values)
    return extraction.model_copy(update={"figures": (figure,)})


def test_a_workbook_gives_every_figure_back(shipped: Extraction) -> None:
    sheet = book(shipped)["figures"]
    assert [cell.value for cell in sheet[1]] == NAMES
    wanted = [
        tuple(_wanted(column.type, value) for column, value in zip(COLUMNS, row, strict=True))
        for row in figures(shipped).rows
    ]
    assert rows(sheet) == wanted


def test_a_workbook_has_frozen_heads_and_links_to_pages(shipped: Extraction) -> None:
    made = book(shipped)
    assert made.sheetnames == ["figures", "sources", "findings"]
    assert {sheet.freeze_panes for sheet in made} == {"B2"}
    page = made["figures"].cell(2, NAMES.index("page") + 1)
    assert page.hyperlink is not None
    assert page.hyperlink.target + "#" + (page.hyperlink.location or "") == f"{ADDRESS}#page=1"
    assert made["sources"].max_row == len(shipped.sources) + 1
    assert made["findings"].max_row == len(shipped.findings) + 1
    assert book(shipped, long=True).sheetnames[0] == "figures-long"


def test_numbers_are_shown_with_their_digits(extraction: Extraction) -> None:
    sheet = book(_changed(extraction, kind="money", value="1234567.50"))["figures"]
    cell = sheet.cell(2, NAMES.index("number") + 1)
    assert (cell.value, cell.number_format) == (1234567.5, "#,##0.00")


@pytest.mark.parametrize("number", ["1234567890123456", "0.1234567890123456", "1" + "0" * 30 + "1"])
def test_a_number_that_a_spreadsheet_would_round_stays_text(
    extraction: Extraction, number: str
) -> None:
    sheet = book(_changed(extraction, kind="count", value=number, low=None, high=None))["figures"]
    assert sheet.cell(2, NAMES.index("number") + 1).value == number


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(1)", "-2+3", "\t=1", "_x0041_", "{=1}"])
def test_no_text_of_a_workbook_is_a_formula(extraction: Extraction, text: str) -> None:
    bound = Bound(value=text, state="inferred", rule="test", anchor=None)
    sheet = book(_changed(extraction, indicator=bound))["figures"]
    cell = sheet.cell(2, NAMES.index("indicator") + 1)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("external:c:\\a.exe", False),
        ("\\\\host\\share", False),
    ],
)
def test_only_addresses_of_the_web_are_linked(
    extraction: Extraction, url: str, *, linked: bool
) -> None:
    link = SourceLink(value="Census", url=url, state="inferred", rule="test", anchor=None)
    sheet = book(_changed(extraction, sources=(link,)))["figures"]
    cell = sheet.cell(2, NAMES.index("source_urls") + 1)
    assert (cell.value, cell.hyperlink is not None) == (url, linked)


def test_more_rows_than_a_sheet_holds_are_refused(
    extraction: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    with pytest.raises(OutputError, match="a sheet holds 1 rows"):
        book(extraction)


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_equal_extractions_give_equal_bytes(extraction: Extraction, form: str) -> None:
    first, second = (b"".join(FORMATS[form](Exported(extraction))) for _ in range(2))
    assert first == second


@pytest.fixture
def queried(tmp_path: Path) -> Callable[[Extraction, str], list[tuple[object, ...]]]:
    def query(extraction: Extraction, what: str) -> list[tuple[object, ...]]:
        path = tmp_path / "figures.parquet"
        path.write_bytes(b"".join(FORMATS["parquet"](Exported(extraction))))
        with duckdb.connect() as connection:
            return connection.execute(f"SELECT {what} FROM '{path}'").fetchall()  # noqa: S608

    return query


def test_parquet_gives_every_figure_back(
    shipped: Extraction, queried: Callable[[Extraction, str], list[tuple[object, ...]]]
) -> None:
    told = queried(shipped, "*")
    wanted = [
        tuple(_typed(column.type, value) for column, value in zip(COLUMNS, row, strict=True))
        for row in figures(shipped).rows
    ]
    assert told == wanted
    ((number, day),) = set(queried(shipped, "typeof(number), typeof(as_of_first)"))
    assert (number, day) == ("DECIMAL(38,18)", "DATE")


def _typed(kind: str, value: object) -> object:
    if kind == "number" and value is not None:
        return Decimal(str(value))
    if kind == "date" and value is not None:
        return date.fromisoformat(str(value))
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    ("number", "kept"), [("9" * 20, True), ("9" * 21, False), ("0." + "1" * 19, False)]
)
def test_parquet_never_rounds(
    extraction: Extraction,
    queried: Callable[[Extraction, str], list[tuple[object, ...]]],
    number: str,
    *,
    kept: bool,
) -> None:
    changed = _changed(extraction, kind="count", value=number, low=None, high=None)
    told = queried(changed, "value, number")
    assert told == [(number, Decimal(number) if kept else None)]
