"""Lines that two tables tell: the same thing in a summary and in a detail."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]
Told = list[tuple[str, str]]

TABLES = """# A budget for Lorn

Table 1. Summary ($ in millions)

| | {head} | 2032 | 2033 | 2034 | 2035 |
|---|---|---|---|---|---|
| Taxes | 73,128 | 74,945 | 76,868 | 79,621 | 81,703 |
| {label} | {first} | 109,441 | 114,338 | {fourth} | 120,247 |

## Offices

Table 2. Changes since the last plan ($ in millions)

| | {other} | 2032 | 2033 | 2034 | 2035 |
|---|---|---|---|---|---|
| New needs | 412.6 | 96.1 | 83.7 | 81.9 | 80.4 |
| Plan | {fine} | 109,441.1 | 114,338.3 | {far} | 120,247.0 |
"""
RIGHT = {
    "head": "2031",
    "other": "2031",
    "label": "Spending",
    "first": "115,104",
    "fine": "115,104.3",
    "fourth": "117,012",
    "far": "117,012.0",
}


def contradictions(findings: list[Finding]) -> Told:
    found = [each for each in findings if each.code == "contradiction"]
    return [(each.severity, each.message.split(" in another")[0]) for each in found]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="told alike"),
        pytest.param(
            {"fine": "115,114.3"},
            [("warning", "115,104 (Spending) is 10,300,000 less than 115,114.3 (Plan)")],
            id="apart",
        ),
        pytest.param(
            {"fine": "115,105.0"},
            [("info", "115,104 (Spending) is 1,000,000 less than 115,105.0 (Plan)")],
            id="a last digit apart",
        ),
        pytest.param({"fine": "151,104.3"}, [], id="so far off elsewhere that it is another line"),
        pytest.param(
            {"fine": "115,114.3", "head": "2031 adopted", "other": "2031 proposed"},
            [],
            id="of another stage",
        ),
        pytest.param(
            {"fine": "115,114.3", "far": "117,912.0"},
            [
                ("warning", "115,104 (Spending) is 10,300,000 less than 115,114.3 (Plan)"),
                ("warning", "117,012 (Spending) is 900,000,000 less than 117,912.0 (Plan)"),
            ],
            id="in two places",
        ),
        pytest.param(
            {"first": "(115,104)", "fine": "115,104.3"}, [], id="one taken off, one added"
        ),
    ],
)
def test_a_line_that_two_tables_tell(found: Audit, changes: dict[str, str], expected: Told) -> None:
    assert contradictions(found(TABLES.format(**RIGHT | changes))) == expected
