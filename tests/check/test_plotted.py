"""The parts of what a number in a chart is called."""

import pytest

from extractor.check.told.plotted import Name, name_of
from schemas.base import Anchor, OffsetPiece
from schemas.figure import Bound


def bound(value: str, printed: str) -> Bound:
    anchor = Anchor(
        start=0, end=len(printed), quote=printed, source=(OffsetPiece(start=0, end=len(printed)),)
    )
    return Bound(value=value, state="inherited", rule="keyfigure.plotted", anchor=anchor)


@pytest.mark.parametrize(
    ("value", "printed", "expected"),
    [
        ("Spending: Ferries", "Ferries", Name("Spending", "Ferries")),
        ("Spending: Ferries, plan", "Ferries", Name("Spending", "Ferries", "plan")),
        ("Spending: Ferries, tugs and ports", "Ferries, tugs\nand ports",
         Name("Spending", "Ferries, tugs and ports")),
        ("Spending: Ferries, tugs and ports, plan", "Ferries, tugs and ports",
         Name("Spending", "Ferries, tugs and ports", "plan")),
        ("Lorn: spending: Ferries", "Ferries", Name("Lorn: spending", "Ferries")),
        ("Spending: Ferries: new", "Ferries: new", Name("Spending", "Ferries: new")),
        ("Ferries: costs: Ferries", "Ferries", Name("Ferries: costs", "Ferries")),
        ("Ferries, plan", "Ferries", Name("", "Ferries", "plan")),
        ("Lorn: spending: Ferries, old", "Figure 1. Lorn: spending",
         Name("Lorn: spending", "Ferries, old")),
        ("Spending", "Figure 1. Spending", Name("Spending", "")),
        ("Spending: Ferries", "elsewhere", Name("Spending: Ferries", "")),
    ],
)  # fmt: skip
def test_the_evidence_tells_the_title_from_the_series(
    value: str, printed: str, expected: Name
) -> None:
    assert name_of(bound(value, printed)) == expected
