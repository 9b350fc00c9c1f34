"""The ledger: every run of digits once, with what became of it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

from schemas.extraction import Extraction

PLAN = """# A plan for Lorn

## 1. Roads

The plan needs USD 4,000 for 12 roads[^7], see https://lorn.example/2031/05.

1. Mend 3 bridges.

[A map](https://lorn.example/map-44.png)

Photo: Ada Fenn/2031

[^7]: Report of 9 May 2031.
"""

Read = Callable[[str], Extraction]


@pytest.fixture
def extracted_text(tmp_path: Path) -> Read:
    """Give the function from an invented text to its extraction."""
    from extractor.pipeline import extract

    def from_text(text: str) -> Extraction:
        path = tmp_path / "plan.md"
        path.write_text(text, "utf-8")
        return extract(path)

    return from_text


def digits(extraction: Extraction, raw: str) -> list[tuple[str, str]]:
    """Return each entry's digits and status."""
    found = []
    for entry in extraction.ledger.entries:
        inside = entry.start is not None
        at = (entry.start, entry.end) if inside else (entry.source[0].start, entry.source[-1].end)
        found.append(((extraction.text if inside else raw)[slice(*at)], entry.status))
    return found


def test_every_run_of_the_text_stands_once_and_in_order(extracted_text: Read) -> None:
    extraction = extracted_text(PLAN)
    inside = [(e.start, e.end) for e in extraction.ledger.entries if e.start is not None]
    assert inside == [m.span() for m in regex.finditer(r"\p{Nd}+", extraction.text)]


def test_every_run_of_the_file_stands_once(extracted_text: Read) -> None:
    found = Counter(run for run, _ in digits(extracted_text(PLAN), PLAN))
    assert found == Counter(regex.findall(r"\d+", PLAN))


@pytest.mark.parametrize(
    ("run", "statuses"),
    [
        ("4", {"figure"}),
        ("000", {"figure"}),
        ("12", {"figure"}),
        ("3", {"figure"}),
        ("9", {"figure"}),
        ("1", {"list_number"}),
        ("7", {"footnote_marker"}),
        ("05", {"url"}),
        ("44", {"url"}),
        ("2031", {"url", "credit", "figure"}),
    ],
)
def test_what_became_of_it(extracted_text: Read, run: str, statuses: set[str]) -> None:
    found = digits(extracted_text(PLAN), PLAN)
    assert {status for each, status in found if each == run} == statuses


@pytest.mark.parametrize("text", ["No digits at all.", "It needs USD 4,000."])
def test_the_share_is_one_where_nothing_is_unexplained(extracted_text: Read, text: str) -> None:
    assert extracted_text(text).ledger.explained == 1.0


def test_the_share_counts_what_is_unexplained(extracted_text: Read) -> None:
    extraction = extracted_text(PLAN + "\nx9y8z and USD 5.\n")
    statuses = [e.status for e in extraction.ledger.entries if e.start is not None]
    share = 1 - statuses.count("unexplained") / len(statuses)
    assert extraction.ledger.explained == pytest.approx(share, abs=1e-6)


def test_digits_of_a_list_of_contents_are_references(extracted_text: Read) -> None:
    contents = "## Contents\n\nBudget of FY2031 ........ 4\n\n## Roads\n\nThey mend 3.\n"
    extraction = extracted_text("# A plan for Lorn\n\n" + contents)
    references = [
        extraction.text[e.start : e.end]
        for e in extraction.ledger.entries
        if e.start is not None and e.status == "reference"
    ]
    assert references == ["2031", "4"]


@pytest.mark.parametrize(
    ("listed", "quotes"),
    [
        pytest.param(["Nets ..... 4,210", "Ropes ..... 310"], ["4,210", "310"], id="amounts"),
        pytest.param(["Ropes ..... 310", "Nets ..... $4,210"], ["310", "$4,210"], id="money"),
        pytest.param(["Nets ..... 4", "Ropes ..... 310"], [], id="pages"),
        pytest.param(
            ["Nets ..... 4", "Far off, 4,210 m.", "Ropes ..... 310"], ["4,210 m"], id="two"
        ),
    ],
)
def test_dots_lead_to_amounts_in_a_list_of_them(
    listed: list[str], quotes: list[str], extracted_text: Read
) -> None:
    extraction = extracted_text("# A plan for Lorn\n\n" + "\n\n".join(listed) + "\n")
    assert [figure.anchor.quote for figure in extraction.figures if figure.anchor] == quotes
