"""How deep the headings of a dump stand: by the depth of their numbers, and by their kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.segment.draft import Draft
from extractor.segment.dump import shape
from extractor.segment.dump.headings import NUMBERED

MAX_IN_A_ROW = 4  # headings without text between; more are a list, a contents page, a table


@dataclass(slots=True)
class _Outline:
    """The styles of single numbers met so far: a style met later stands one deeper."""

    styles: list[str] = field(default_factory=list)
    letter: str = ""
    """The last letter that numbered a heading."""

    def depth(self, number: str) -> int:
        """Return the level of a printed number."""
        if "." in number:
            return number.count(".") + 1
        style = self._style(number)
        if style not in self.styles:
            self.styles.append(style)
        return self.styles.index(style) + 1

    def _style(self, number: str) -> str:
        if number.isdigit():
            return "digit"
        goes_on = len(number) == 1 and self.letter and ord(number) == ord(self.letter) + 1
        if goes_on or set(number) - set("IVX"):
            self.letter = number[:1]
            return "letter"
        return "roman"


def assign(blocks: Sequence[Draft]) -> None:
    """Give each heading its level: 1 for capitals, the depth of its number for a numbered one.

    A plain heading stands one below the numbered or capital one before it; else at the top.
    """
    outline = _Outline()
    above = 0
    for draft in [draft for draft in blocks if draft.type == "heading"]:
        if draft.number is not None:
            named = NUMBERED.match(draft.content.text) is None  # such as `Annex A`
            draft.level = above = 1 if named else outline.depth(draft.number)
        elif shape.is_upper_case(draft.content.text):
            draft.level = above = 1
        else:
            draft.level = above + 1
