"""A diff as a table of text, as wide as the terminal is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from unicodedata import combining, east_asian_width

import click

from extractor.editions import shown
from schemas.diff import Diff, FigureChange, LineChange, TableChange, TextChange

GAP = "  "
ELLIPSIS = "…"
HEAD = ("", "figure", "old", "new", "change", "what became of it")
WIDEST = (1, 60, 26, 26, 26, 40)
NARROWEST = (1, 30, 14, 14, 14, 14)
COLOURS = {"+": "green", "-": "red", "~": "yellow", "»": "cyan", "<": "magenta", ">": "magenta"}


def text(diff: Diff, width: int, *, coloured: bool) -> Iterator[str]:
    """Yield the lines of a diff: a summary, the figures that changed by section, the parts."""
    told = shown.relation(diff)
    if told is not None:
        yield told
    if diff.relation == "unrelated":
        return
    yield shown.summary(diff)
    yield from _listed(diff.figures, width, coloured=coloured)
    if diff.rolled:
        yield from ("", "One period on, in the same place:")
        yield from _listed(diff.rolled, width, coloured=coloured)
    for name, changed in shown.parts_of(diff):
        if changed:
            yield from ("", _styled(name.capitalize(), coloured=coloured, bold=True))
        for part in changed:
            yield _cut(f"{GAP}{_part(part)}", width)
            for line in getattr(part, "lines", ()):
                yield _cut(f"{GAP}{GAP}{_line(line)}", width)


def _part(part: TableChange | TextChange) -> str:
    types = f"{shown.words(part.types)}: " if part.types else ""
    return f"{types}{shown.renamed(part)}{GAP}{shown.pages(part)}".rstrip()


def _line(line: LineChange) -> str:
    names = [shown.clean(name) for name in (line.old, line.new) if name is not None]
    return f"{line.axis} {shown.words((line.type,))}: {' → '.join(dict.fromkeys(names))}"


def _listed(figures: Sequence[FigureChange], width: int, *, coloured: bool) -> Iterator[str]:
    """Yield the figures that changed, each below its section."""
    sections: defaultdict[str, list[FigureChange]] = defaultdict(list)
    for change in figures:
        if "unchanged" not in change.types:
            sections[shown.section(change)].append(change)
    rows = {name: [astuple(shown.row(each)) for each in told] for name, told in sections.items()}
    if not rows:
        return
    widths = _widths([HEAD, *(row for each in rows.values() for row in each)], width)
    yield ""
    yield _styled(_aligned(HEAD, widths), coloured=coloured, bold=True)
    for name, told in rows.items():
        heading = _cut(name or "(before the first heading)", width)
        yield _styled(heading, coloured=coloured, bold=True)
        for row in told:
            yield _styled(_aligned(row, widths), coloured=coloured, fg=COLOURS.get(row[0]))


def _styled(line: str, *, coloured: bool, bold: bool | None = None, fg: str | None = None) -> str:
    return click.style(line, bold=bold, fg=fg) if coloured else line


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the widths of the columns: what they need, less where the terminal is too narrow."""
    needed = [min(most, max(_length(row[at]) for row in rows)) for at, most in enumerate(WIDEST)]
    over = sum(needed) + len(GAP) * (len(needed) - 1) - width
    while over > 0:
        spare = [has - least for has, least in zip(needed, NARROWEST, strict=True)]
        widest = max(range(len(spare)), key=spare.__getitem__)
        if spare[widest] <= 0:
            break
        needed[widest] -= 1
        over -= 1
    return needed


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [_cut(cell, width) for cell, width in zip(row, widths, strict=True)]
    return GAP.join(
        cell + " " * (width - _length(cell)) for cell, width in zip(cells, widths, strict=True)
    ).rstrip()


def _cut(cell: str, width: int) -> str:
    if _length(cell) <= width:
        return cell
    kept, used = [], 1
    for letter in cell:
        used += _length(letter)
        if used > width:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + ELLIPSIS


def _length(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )
