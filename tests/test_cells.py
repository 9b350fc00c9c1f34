"""Cells that no spreadsheet runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.cells import safe, unsafe


@pytest.mark.parametrize(
    "cell", ["=1+1", "+41", "-a", "@cmd", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "-1,5", "--1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12.5", "12", "'tis", "a=b", "", " = "])
def test_what_is_none_stays_as_it_is(cell: str) -> None:
    assert safe(cell) == cell


@given(st.text(alphabet="'=+-@\t\r\n＝a1."))
def test_a_cell_gives_back_what_it_was_made_of(text: str) -> None:
    assert unsafe(safe(text)) == text
