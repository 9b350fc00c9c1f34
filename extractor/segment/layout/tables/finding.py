"""The tables of a page: those that lines draw, those half drawn, those that only stand in line."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.readers.source import PdfPage, Rule, Word
from extractor.segment.layout.baselines import lines_left, page_lines
from extractor.segment.layout.bullets import with_markers
from extractor.segment.layout.lines import Line
from extractor.segment.layout.profile import Profile
from extractor.segment.layout.tables.aligned import aligned_tables
from extractor.segment.layout.tables.banded import banded_grids, level_rules
from extractor.segment.layout.tables.borderless import borderless_tables
from extractor.segment.layout.tables.cells import CHECK, Table, compacted, take_title
from extractor.segment.layout.tables.drawn import Drawn
from extractor.segment.layout.tables.headrows import mark_headers
from extractor.segment.layout.tables.heads import spread_heads
from extractor.segment.layout.tables.labels import part_crossed
from extractor.segment.layout.tables.mirrored import Mirror, reads_leftwards
from extractor.segment.layout.tables.ruled import ruled_tables
from extractor.segment.layout.tables.stacked import join_stacked
from extractor.segment.layout.tables.streams import streams
from extractor.segment.layout.tables.tagged import tagged_tables

LONGEST_VALUE = 2  # characters of a check mark or a dash
DASH = regex.compile(r"[-–—−]{1,2}")


def page_tables(
    page: PdfPage,
    words: Sequence[Word],
    rules: Sequence[Rule],
    profile: Profile,
    lines: Sequence[Line],
) -> tuple[list[Table], list[Line]]:
    """Return the tables of a page, and the lines outside them.

    Args:
        page: The page as it was read.
        words: Its upright words without the furniture.
        rules: The drawn rules, and those typed as rows of dashes.
        profile: What the document's pages have in common.
        lines: The lines of the page found before, when it had more words.
    """
    if reads_leftwards(words):
        mirror = Mirror(page, words)
        lines = page_lines(mirror.words, page.page.number)
        tables, rest = _found(mirror.page, mirror.words, mirror.rules(rules), profile, lines)
        return [mirror.table(table) for table in tables], mirror.lines(rest)
    return _found(page, words, rules, profile, lines)


def _found(
    page: PdfPage,
    words: Sequence[Word],
    rules: Sequence[Rule],
    profile: Profile,
    lines: Sequence[Line],
) -> tuple[list[Table], list[Line]]:
    number = page.page.number
    boxes = [grid.box for grid in page.grids]
    drawn = Drawn(level_rules(page, rules), page.shapes, profile.body, boxes)
    tables, rest = ruled_tables(page, page.grids, words)
    tagged, rest = tagged_tables(page.tags, rest, number)
    for table in tagged:
        part_crossed(table, drawn.rules)
    tables += tagged
    whole = lines_left(lines, rest, number)
    lines = _bulleted(whole)
    if grids := banded_grids(page, lines):
        banded, rest = ruled_tables(page, grids, rest)
        for table in banded:
            spread_heads(table, table.columns, drawn.rules)
        tables += banded
        lines = _bulleted(lines_left(whole, rest, number))
    drawn = replace(drawn, tables=[table.box for table in tables])
    rows = streams(lines, drawn)
    more, lines = borderless_tables(lines, rows, drawn)
    tables += more
    more, lines = aligned_tables(lines, streams(lines, drawn) if more else rows, drawn)
    tables += more
    for table in tables:
        lines += take_title(table)
        compacted(table)
        mark_headers(table)
    return join_stacked(tables, lines, page.rules), lines


def _bulleted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with bullets put before their text, but not what may be a value of a row."""
    values = [line for line in lines if _may_be_value(line, lines)]
    held = {id(line) for line in values}
    return values + with_markers([line for line in lines if id(line) not in held])


def _may_be_value(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is a check mark, or a dash that text stands before."""
    if len(line.text) > LONGEST_VALUE:
        return False
    if CHECK.fullmatch(line.text):
        return True
    return DASH.fullmatch(line.text) is not None and any(
        other.right < line.left and abs(other.baseline - line.baseline) <= 0.3 * line.size
        for other in lines
    )
