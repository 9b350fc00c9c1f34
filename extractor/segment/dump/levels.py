"""How deep the headings of a dump stand: by the depth of their numbers, and by their kind."""

from collections.abc import Sequence

from extractor.segment.draft import Draft
from extractor.segment.dump import shape

MAX_IN_A_ROW = 4  # headings with no text between; more are a list, a contents page, a table's remains


def assign(blocks: Sequence[Draft]) -> None:
    """Give each heading its level: 1 for capitals and single numbers, deeper by the number's parts.

    A plain heading stands one below the numbered or capital one that it follows; before any, at the top.
    """
    above = 0
    for draft in blocks:
        if draft.type != "heading":
            continue
        if draft.number is not None:
            draft.level = draft.number.count(".") + 1
            above = draft.level
        elif shape.is_upper_case(draft.content.text):
            draft.level = above = 1
        else:
            draft.level = above + 1
