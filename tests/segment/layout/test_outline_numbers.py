"""The levels of numbered headings, also where a document opens inside a chapter."""

from collections.abc import Callable

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

BODY = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain to the market"
    " wait on both banks until it comes; nobody has counted them since the flood of last spring."
)


def outline(drafts: Drafts) -> list[tuple[int | None, str]]:
    return [(block.level, block.content.text) for block in drafts.blocks if block.type == "heading"]


def sheet(*headings: str) -> str:
    return "\n\n".join(f"#text(weight: 700)[{heading}]\n\n{BODY}" for heading in headings)


def test_an_excerpt_that_opens_inside_a_chapter_keeps_the_depth_of_its_numbers(
    lay_out: LayOut,
) -> None:
    drafts = lay_out(sheet("5.2. Roads", "5.2.1. Bridges", "5.3. Wells", "6. Mills", "6.1. Wind"))
    assert [level for level, _ in outline(drafts)] == [2, 3, 2, 1, 2]


def test_an_excerpt_without_a_chapter_begins_on_the_first_level(lay_out: LayOut) -> None:
    drafts = lay_out(sheet("5.2. Roads", "5.2.1. Bridges", "5.2.2. Fords", "5.3. Wells"))
    assert [level for level, _ in outline(drafts)] == [1, 2, 2, 1]


def test_names_set_like_numbered_headings_stand_below_them(lay_out: LayOut) -> None:
    upper = f"#text(14pt, weight: 700)[5.1. Roads]\n\n{BODY}\n\n"
    drafts = lay_out(upper + sheet("5.1.1. Bridges", "Stone", "Wood", "5.1.2. Fords"))
    assert [level for level, _ in outline(drafts)] == [1, 2, 3, 3, 2]
