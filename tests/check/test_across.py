"""Two documents: what both tell, and what one cites of the other."""

from collections.abc import Callable

import pytest

from extractor.check.across import Named, across
from schemas.extraction import Extraction, Finding

Read = Callable[[str], Extraction]

PLAN = """# A plan for Kenya 2031

Published {month} 2031

As of March 2031, {value} people in Kenya were in need.
"""
CITING = """# Roads of Kenya

In April 2031, 412 people in Kenya were evacuated.[^1]

[^1]: Road Office, Rivers and Bridges of the Northern Coast, May 2031.
"""
CITED = """# Rivers and Bridges of the Northern Coast

## People who moved

In April 2031, {value} people in Kenya were evacuated.
"""


def plan(value: str, month: str) -> str:
    return PLAN.format(value=value, month=month)


def both(read: Read, *texts: str) -> list[Finding]:
    documents = [Named(name, read(text)) for name, text in zip("ABC", texts, strict=False)]
    return [each for _, _, findings in across(documents) for each in findings]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param("1,237,400", ("corroborated", "info"), id="rounded"),
        pytest.param("1.19 million", ("contradiction", "info"), id="apart"),
    ],
)
def test_the_same_thing_in_two_documents(read: Read, value: str, told: tuple[str, str]) -> None:
    (finding,) = both(read, plan("1.24 million", "May"), plan(value, "June"))
    assert (finding.code, finding.severity) == told
    assert "1.24 million in A" in finding.message
    assert f"{value} in B" in finding.message


def test_two_values_of_one_date_of_publication_are_no_revision(read: Read) -> None:
    (finding,) = both(read, plan("1.24 million", "May"), plan("1.19 million", "May"))
    assert (finding.code, finding.severity) == ("contradiction", "warning")


def test_what_is_far_apart_is_not_the_same_thing(read: Read) -> None:
    assert both(read, plan("1.24 million", "May"), plan("310,200", "June")) == []


@pytest.mark.parametrize(("value", "code"), [("412", "corroborated"), ("735", "not_corroborated")])
def test_what_is_cited_is_looked_up(read: Read, value: str, code: str) -> None:
    cited = [f for f in both(read, CITING, CITED.format(value=value)) if "cites" in f.message]
    assert [each.code for each in cited] == [code]


def test_three_documents_are_held_against_each_other(read: Read) -> None:
    found = both(read, *(plan(value, "May") for value in ("1.24 million", "1,237,400") * 2))
    assert len(found) == 3
