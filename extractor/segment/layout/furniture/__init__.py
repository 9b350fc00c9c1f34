"""Furniture: running heads and feet, page numbers, watermarks: what repeats over the pages."""

from collections.abc import Sequence

from extractor.readers.geometry import holds
from extractor.segment.layout.furniture.alike import Known, is_bar_code
from extractor.segment.layout.furniture.numbers import is_own_number, side_numbers
from extractor.segment.layout.furniture.printed import Edge, PrintedPage
from extractor.segment.layout.furniture.repeated import repeated, repeated_labels
from extractor.segment.layout.furniture.stamps import watermarks
from extractor.segment.layout.furniture.titles import running_titles
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import note_lines

__all__ = ["PrintedPage", "furniture"]


def furniture(sheets: Sequence[PrintedPage], body: float) -> list[list[Line]]:
    """Return for each page its lines and labels that are furniture; `body` is the body's type."""
    edges = [sheet.edges() for sheet in sheets]
    found = repeated(sheets, edges, body)
    titles = running_titles(edges, found)
    labels = repeated_labels(sheets, body)
    known = Known(edges, found)  # a title says nothing of what else stands in its place
    found |= titles
    known.add(label for sheet in sheets for label in sheet.turned if id(label) in labels)
    everywhere = watermarks([[*sheet.lines, *sheet.turned] for sheet in sheets], body) | labels
    everywhere |= side_numbers(sheets, found, body)
    result: list[list[Line]] = []
    for sheet, both in zip(sheets, edges, strict=True):
        chosen = {
            id(line)
            for edge in both
            for line in edge.lines
            if id(line) in found or known.has(edge, line) or is_own_number(line, edge, len(sheets))
        } - note_lines(sheet.lines)
        taken = [line for edge in both for line in _from_edge(edge, chosen)]
        rest = [
            line
            for line in (*sheet.lines, *sheet.turned)
            if (id(line) in everywhere or is_bar_code(line))
            and not any(line is other for other in taken)
        ]
        result.append([*taken, *rest])
    return result


def _from_edge(edge: Edge, chosen: set[int]) -> list[Line]:
    """Return the chosen lines from an edge of the page up to the first line that is not."""
    taken: list[Line] = []
    barrier: float | None = None
    for line in edge.lines:
        if barrier is not None and abs(line.baseline - barrier) > line.size / 2:
            break
        if is_bar_code(line):
            continue
        if id(line) in chosen and not any(holds(table, line.box) for table in edge.sheet.tables):
            taken.append(line)
        else:
            barrier = line.baseline
    return taken
