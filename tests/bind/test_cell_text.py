"""Cells of running text: their sentences tell what they count, as sentences elsewhere do."""

from collections.abc import Callable, Mapping

import pytest

Bind = Callable[[str, str], Mapping[str, object]]

MATRIX = """\
# Tide plan

| Measure | What changes | Budget (USD) |
|---|---|---|
| Boats | The fund repairs boats. Of the 1,250 boats in Ost, 35 per cent are unsafe. | 4,250 |
| Nets | Nets are old. As of May 2031, 720 fishers had no nets; a third lived in Lorn. | 5,250 |
"""


@pytest.mark.parametrize(
    ("quote", "name", "value"),
    [
        ("35 per cent", "population", "boats"),
        ("720", "unit", "fishers"),
        ("720", "as_of", "2031-05"),
        ("4,250", "indicator", "Budget: Boats"),
    ],
)
def test_figures_of_a_cell_are_bound_by_what_they_stand_in(
    bind: Bind, quote: str, name: str, value: str
) -> None:
    claim = bind(MATRIX, quote)[name]
    assert (claim[0] if isinstance(claim, tuple) else claim) == value
