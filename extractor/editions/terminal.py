"""A diff as a table of text, as wide as the terminal is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple

import click

from extractor.editions import shown
from extractor.editions.columns import GAP, aligned, cut, fitting
from schemas.diff import Diff, FigureChange, LineChange, TableChange, TextChange

HEAD = ("", "figure", "old", "new", "change", "what became of it")
LIMITS = ((1, 1), (24, 60), (20, 26), (20, 26), (18, 26), (14, 40))
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
            yield cut(f"{GAP}{_part(part)}", width)
            for line in getattr(part, "lines", ()):
                yield cut(f"{GAP}{GAP}{_line(line)}", width)


def _part(part: TableChange | TextChange) -> str:
    types = f"{shown.words(part.types)}: " if part.types else ""
    return f"{types}{shown.renamed(part)}{GAP}{shown.pages(part)}".rstrip()


def _line(line: LineChange) -> str:
    return f"{line.axis} {line.type}: {shown.line_names(line)}"


def _listed(figures: Sequence[FigureChange], width: int, *, coloured: bool) -> Iterator[str]:
    """Yield the figures that changed, each below its section."""
    sections: defaultdict[str, list[FigureChange]] = defaultdict(list)
    for change in figures:
        if "unchanged" not in change.types:
            sections[shown.section(change)].append(change)
    rows = {name: [astuple(shown.row(each)) for each in told] for name, told in sections.items()}
    if not rows:
        return
    widths = fitting([HEAD, *(row for each in rows.values() for row in each)], LIMITS, width)
    yield ""
    yield _styled(aligned(HEAD, widths), coloured=coloured, bold=True)
    for name, told in rows.items():
        heading = cut(name or "(before the first heading)", width)
        yield _styled(heading, coloured=coloured, bold=True)
        for row in told:
            yield _styled(aligned(row, widths), coloured=coloured, fg=COLOURS.get(row[0]))


def _styled(line: str, *, coloured: bool, bold: bool | None = None, fg: str | None = None) -> str:
    return click.style(line, bold=bold, fg=fg) if coloured else line
