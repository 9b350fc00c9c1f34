"""The cells of a row: split at its separator, each character with its place."""

from itertools import pairwise

import regex

from extractor.mapped import Mapped
from extractor.readers.markdown.lines import Lines

CONTAINER = regex.compile(r"(?: [\ \t]++ | > )*+", regex.X)
ITEM = regex.compile(r"(?: [\ \t>]*+ (?: [-*+] | \d{1,9} [.)] ) [\ \t]++ ){1,20}+", regex.X)


def tab_cells(lines: Lines, line: int) -> list[Mapped]:
    """Return the cells between the tabs of a line, the blank ones too."""
    cells: list[Mapped] = []
    column = 0
    for text in lines.texts[line].split("\t"):
        cells.append(lines.part(line, column, column + len(text)).strip())
        column += len(text) + 1
    return cells


def pipe_cells(lines: Lines, line: int, *, opens_item: bool) -> list[Mapped]:
    """Return the cells between the pipes of a line, the blank ones too.

    Args:
        lines: The file.
        line: The line of the row.
        opens_item: Whether the mark of a list item stands before the row.
    """
    text = lines.texts[line]
    column = _row_start(text, opens_item=opens_item)
    bars = _bars(text, column)
    edges = [column - 1, *bars, len(text)]
    cells = [
        _unescaped(lines.part(line, left + 1, right).strip()) for left, right in pairwise(edges)
    ]
    # The pipes around a row bound no cell.
    if len(cells) > 1 and not len(cells[0]):
        del cells[0]
    if len(cells) > 1 and not len(cells[-1]) and bars:
        del cells[-1]
    return cells


def _row_start(text: str, *, opens_item: bool) -> int:
    match = ITEM.match(text) if opens_item else None
    container = CONTAINER.match(text, match.end() if match else 0)
    return container.end() if container else 0


def _bars(text: str, column: int) -> list[int]:
    bars: list[int] = []
    at = text.find("|", column)
    while at >= 0:
        if not (at and text[at - 1] == "\\"):
            bars.append(at)
        at = text.find("|", at + 1)
    return bars


def _unescaped(cell: Mapped) -> Mapped:
    """Return a cell whose escaped pipes are pipes: GitHub reads that escape before any markup."""
    if "\\|" not in cell.text:
        return cell
    parts: list[Mapped] = []
    at = 0
    for escape in regex.finditer(r"\\\|", cell.text):
        parts.append(cell[at : escape.start()])
        parts.append(Mapped.one("|", cell.starts[escape.start()], cell.ends[escape.end() - 1]))
        at = escape.end()
    parts.append(cell[at:])
    return Mapped.concat(parts)
