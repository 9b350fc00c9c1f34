"""How deep the headings of a dump stand: by the contents, by number, by kind."""

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


@dataclass(slots=True)
class _Path:
    """The headings that stand above the next one: their styles and levels."""

    capitals_on_top: bool
    """Whether headings in capitals stand at the top wherever nothing else tells."""
    open: list[tuple[str, int]] = field(default_factory=list)

    def told(self, style: str, level: int) -> int:
        """Enter a heading whose level is told by its number or by the contents."""
        self.open = [(style, level)]
        return level

    def by_style(self, style: str, *, below_heading: bool) -> int:
        """Enter a heading of which only the style tells; return its level.

        It stands as deep as the open heading of its style, else one below the last heading.
        """
        styles = [kind for kind, _ in self.open]
        if style in styles:
            del self.open[styles.index(style) + 1 :]
        elif style == "capitals" and self.capitals_on_top and not below_heading:
            self.open = [(style, 1)]
        else:
            self.open.append((style, self.open[-1][1] + 1 if self.open else 1))
        return self.open[-1][1]


def assign(blocks: Sequence[Draft]) -> None:
    """Give each heading its level: that of the contents, of its number, else of its kind.

    Where the contents list no heading in capitals, those are deeper than what they list.
    """
    listed = [draft.content.text for draft in blocks if draft.type == "heading" and draft.level]
    path = _Path(not listed or any(shape.is_upper_case(text) for text in listed))
    outline = _Outline()
    before: Draft | None = None
    for draft in (draft for draft in blocks if draft.type != "footnote"):
        if draft.type == "heading":
            draft.level = _level(draft, before, path, outline)
        before = draft


def _level(draft: Draft, before: Draft | None, path: _Path, outline: _Outline) -> int:
    text = draft.content.text
    if draft.number is not None:
        named = NUMBERED.match(text) is None  # such as `Annex A`
        return path.told("number", 1 if named else outline.depth(draft.number))
    if draft.level is not None:
        return path.told("listed", draft.level)
    capitals = shape.is_upper_case(text)
    below_heading = (
        before is not None
        and before.type == "heading"
        and not shape.is_upper_case(before.content.text)
    )
    return path.by_style("capitals" if capitals else "plain", below_heading=below_heading)
