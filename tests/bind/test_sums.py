"""Statements of accounts: sums without a label, and lines above them that only say when."""

from pathlib import Path

import pytest
import typst

from extractor import extract
from schemas.extraction import Extraction

P = pytest.param
ROWS = """\
[], [*2031*], [*2030*],
[*ASSETS*], [], [],
[Cash in hand], [12,450], [11,320],
[Boats], [3,410], [3,005],
[], [15,860], [14,325],
[*DEBTS*], [], [],
[Loans], [100], [90],
[Bills], [200], [80],
[], [250], [71],
"""


def statement(line: str) -> str:
    """Return a statement in Typst, with a line between its name and its table."""
    return f"""\
#set page("a6", margin: 1cm)
#set text(9pt)
#align(center)[*Statement of Position* \\ {line}]
#v(1em)
#table(columns: (1fr, auto, auto), stroke: none, align: (left, right, right), {ROWS})
"""


def read(line: str, folder: Path) -> Extraction:
    """Extract a statement."""
    path = folder / "statement.pdf"
    path.write_bytes(typst.compile(statement(line).encode()))
    return extract(path)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | None]:
    """Return what the figures of a statement measure, by how they are printed."""
    extraction = read(
        "December 31, 2031, with figures for 2030", tmp_path_factory.mktemp("accounts")
    )
    return {f.anchor.quote: f.indicator.value if f.indicator else None for f in extraction.figures}


@pytest.mark.parametrize(
    ("quote", "indicator"),
    [
        P("12,450", "Statement of Position: Cash in hand", id="the heading above a date line"),
        P("3,410", "Statement of Position: Boats", id="a part"),
        P("15,860", "Statement of Position: ASSETS", id="a sum that a label seems to span"),
    ],
)
def test_statement(quote: str, indicator: str, dated: dict[str, str | None]) -> None:
    assert dated[quote] == indicator


def test_row_without_a_label_that_is_no_sum_is_of_the_head_of_its_group(
    dated: dict[str, str | None],
) -> None:
    assert dated["250"] == "Statement of Position: DEBTS"


def test_title_that_opens_with_a_date_stays(tmp_path: Path) -> None:
    figures = read("May 2031 tide plan", tmp_path).figures
    boats = next(f for f in figures if f.anchor.quote == "3,410")
    assert boats.indicator is not None
    assert boats.indicator.value == "May 2031 tide plan: Boats"
