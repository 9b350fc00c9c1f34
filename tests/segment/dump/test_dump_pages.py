"""What pages carry beside the text, and what they cut."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

Segment = Callable[[str], Drafts]

PLACES = ["Lorn", "Dale", "Fenn", "Harbour", "Moor", "Hills"]
PAGE = """\
NRA Annual plan 2031
went on to {place} and to the villages around it, where the crews asked the people
of {place} how the water was before the flood, and what they of {place} think should
be done about the pumps of {place} that were lost in the spring. In {place} there is
more than one well, and some of the wells of {place} are older than the houses. They
were not hurt by the flood, and those who live in {place} say that their water is as
good as it was. The crews took some of it from {place} to the capital, to be sure of
what they had been told. They wrote a letter to those of {place}, and then the crews
{page}
"""


@pytest.mark.parametrize("between", ["\x0c", "\n\n"], ids=["form feeds", "no form feeds"])
def test_heads_and_page_numbers_are_furniture(segment: Segment, between: str) -> None:
    pages = [PAGE.format(place=place, page=n) for n, place in enumerate(PLACES, 1)]
    result = segment(between.join(pages))
    assert [draft.type for draft in result.blocks] == ["paragraph"]
    assert [item.text for item in result.furniture] == [
        text for n in range(1, 7) for text in ("NRA Annual plan 2031", str(n))
    ]


def test_a_repeated_subheading_is_no_furniture(segment: Segment) -> None:
    part = (
        "Needs\n\nThe wells of this district need new pumps, and the people of the villages need"
        " water.\n\n"
    )
    result = segment(part * 5)
    assert not result.furniture
    assert sum(draft.content.text == "Needs" for draft in result.blocks) == 5


def test_a_drawn_rule_is_furniture(segment: Segment) -> None:
    result = segment("The first wells are ready.\n\n-----\n\nThe others follow.\n")
    assert [item.text for item in result.furniture] == ["-----"]
    assert len(result.blocks) == 2


def test_columns_side_by_side(segment: Segment) -> None:
    left = [
        "The first column tells of",
        "wells and of pumps, and",
        "goes on to the foot of",
        "the page before it ends.",
    ]
    right = [
        "The other column tells of",
        "schools that were closed",
        "in the same spring, and",
        "of those open again now.",
    ]
    rows = [f"{a:<40}{b}" for a, b in zip(left * 2, right * 2, strict=True)]
    found = " ".join(draft.content.text for draft in segment("\n".join(rows)).blocks)
    assert found == " ".join(left * 2 + right * 2)
