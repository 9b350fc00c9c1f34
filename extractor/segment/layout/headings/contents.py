"""What a document says of its own headings: the outline of the file, and the printed contents."""

from collections.abc import Sequence

from extractor.segment.layout.headings.front import folded
from extractor.segment.layout.headings.signs import NUMBER, depth
from extractor.segment.layout.paragraphs import LEADER, Unit

LEAST_LINES = 3  # lines with leaders that make a list of contents
INDENT_PT = 4.0
SHORTEST = 3  # letters and digits

Outline = Sequence[tuple[int, str, int]]


def told_levels(pages: Sequence[list[Unit]], outline: Outline) -> dict[str, int]:
    """Return the level of every title that the outline or the printed contents name."""
    found = _printed(pages)
    found.update((folded(title), level) for level, title, _ in outline)
    return {title: level for title, level in found.items() if len(title) >= SHORTEST}


def told(unit: Unit, titles: dict[str, int]) -> int | None:
    """Return the level that the document's own list gives a heading, with or without its number.

    A list without steps may hold `9.1` beside `9`: the number says that it is deeper.
    """
    text = unit.text
    number = NUMBER.match(text)
    bare = text[number.end() :] if number else text
    level = titles.get(folded(text), titles.get(folded(bare)))
    return None if level is None else max(level, depth(text))


def _printed(pages: Sequence[list[Unit]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for units in pages:
        entries = [(unit, match) for unit in units if (match := LEADER.search(unit.text))]
        if len(entries) < LEAST_LINES:
            continue
        indents = [_indent(unit) for unit, _ in entries]
        steps = _steps(indents)
        for (unit, match), indent in zip(entries, indents, strict=True):
            title = folded(unit.text[: match.start()])
            stepped = 1 + sum(step < indent - INDENT_PT / 2 for step in steps)
            found.setdefault(title, stepped)
    return found


def _indent(unit: Unit) -> float:
    line = unit.lines[0]
    return -line.right if line.rtl else line.left


def _steps(indents: Sequence[float]) -> list[float]:
    """Return the indents that occur, those closer than a step made one."""
    steps: list[float] = []
    for indent in sorted(indents):
        if not steps or indent - steps[-1] > INDENT_PT:
            steps.append(indent)
    return steps
