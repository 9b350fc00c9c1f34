"""Which files are editions of one document."""

import pytest

from extractor.store.family import family
from schemas.document import DocumentInfo


def told(title: str | None, publisher: str | None = "Relief Office", sha: str = "a") -> str:
    return family(
        DocumentInfo(
            sha256=sha * 64,
            media_type="application/pdf",
            title=title,
            publisher=publisher,
            provenance="bbox",
        )
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northland Response Plan 2031", "Northland Response Plan 2032-33"),
        ("Budget FY2031", "BUDGET FY2032"),
        ("Situation report no. 12, May 2031", "Situation Report No. 13, 2 June 2031"),
        ("Northland plan (revised edition)", "Northland Plan: 2nd edition"),
        ("Northland Plan: Draft", "Northland Plan"),
    ],
)
def test_editions_of_one_document(one: str, other: str) -> None:
    assert told(one) == told(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northland Plan 2031", "Southland Plan 2031"),
        ("Northland Plan: Part 1", "Northland Plan: Part 2"),
        ("Annex 3 to the budget", "Annex 4 to the budget"),
    ],
)
def test_documents_that_are_not_editions_of_one(one: str, other: str) -> None:
    assert told(one) != told(other)


def test_another_publisher_is_another_document() -> None:
    assert told("Annual report 2031") != told("Annual report 2032", "Harbour Board")


def test_a_title_alone_tells_a_document_if_it_is_long() -> None:
    assert told("Annual report", None, "a") != told("Annual report", None, "b")
    long = "Response plan for Northland, {}"
    assert told(long.format(2031), None, "a") == told(long.format(2032), None, "b")
    assert told(None, sha="a") != told(None, sha="b")
    assert told("2031", sha="a") != told("2031", sha="b")
