"""Columns side by side in the lines of a dump that keeps the layout, set one below the other.

A gutter is a stretch of blanks at the same place in many lines, with sentences on both sides.
Columns of numbers have one too, but hold no sentences: they are a table's.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.lines import Line

WIDE = regex.compile(r"\s{3,}+")
MIN_LINES = 6  # with text on both sides
MIN_WORDS = 2.6  # a side's mean, before it counts as sentences
MAX_NUMBERS = 0.25  # of the lines have a side that is only numbers
LETTERS_TO_DIGITS = 6
MAX_DEPTH = 3  # columns beyond are no text
MAX_PAGE = 120  # lines; more are several pages
STRETCH = 60  # lines of a page, where nothing tells
MAX_LINE = 400  # characters; a longer line is no line of a page


def set_in_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with columns one below the other, page by page."""
    ordered: list[Line] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        for stretch in _stretches(list(page)):
            ordered += _unfolded(stretch, 1)
    return ordered


def _stretches(page: list[Line]) -> list[list[Line]]:
    """Return the page in one; in stretches as long as pages where no form feed tells them."""
    if len(page) <= MAX_PAGE:
        return [page]
    stretches: list[list[Line]] = [[]]
    for line in page:
        if len(stretches[-1]) >= STRETCH and line.gap:
            stretches.append([])
        stretches[-1].append(line)
    return stretches


def _unfolded(lines: list[Line], depth: int) -> list[Line]:
    gutter = _gutter(lines) if depth <= MAX_DEPTH and len(lines) >= MIN_LINES else None
    if gutter is None:
        return lines
    out: list[Line] = []
    for crossed, group in groupby(lines, key=lambda line: _crosses(line, gutter)):
        band = list(group)
        out += band if crossed else _band(band, gutter, depth)
    return out


def _band(lines: list[Line], gutter: int, depth: int) -> list[Line]:
    """Return the left sides, then the right sides, of lines that no word crosses."""
    both = sum(1 for line in lines if line.indent < gutter < line.indent + len(line.text))
    if both < MIN_LINES:
        return lines
    sides: tuple[list[Line], list[Line]] = ([], [])
    gaps = [0, 0]
    for line in lines:
        gaps = [gap + line.gap for gap in gaps]
        for side, part in enumerate(_sides(line, gutter)):
            if part is None:
                gaps[side] += 1
                continue
            sides[side].append(replace(part, gap=gaps[side]))
            gaps[side] = 0
    if sides[1]:
        sides[1][0].barrier = True
    return _unfolded(sides[0], depth + 1) + _unfolded(sides[1], depth + 1)


def _sides(line: Line, gutter: int) -> tuple[Line | None, Line | None]:
    cut = gutter - line.indent
    if cut <= 0:
        return None, line
    if cut >= len(line.text):
        return line, None
    return line.part(0, cut), line.part(cut)


def _crosses(line: Line, gutter: int) -> bool:
    """Say whether a word of the line stands in the gutter."""
    cut = gutter - line.indent
    if "\t" in line.text or len(line.text) > MAX_LINE:
        return True
    return 0 < cut < len(line.text) and not (
        line.text[cut].isspace() and line.text[cut - 1].isspace()
    )


def _gutter(lines: Sequence[Line]) -> int | None:
    """Return the column at which most lines have a wide blank between sentences."""
    counts: Counter[int] = Counter()
    for line in lines:
        if "\t" in line.text or len(line.text) > MAX_LINE:
            continue
        for blank in WIDE.finditer(line.text):
            counts.update(range(line.indent + blank.start() + 1, line.indent + blank.end()))
    if not counts:
        return None
    most = max(counts.values())
    gutter = max(column for column, count in counts.items() if count >= 0.95 * most)
    return gutter if most >= MIN_LINES and _parts_sentences(lines, gutter) else None


def _parts_sentences(lines: Sequence[Line], gutter: int) -> bool:
    pairs = [_sides(line, gutter) for line in lines if not _crosses(line, gutter)]
    both = [
        (left.text, right.text) for left, right in pairs if left is not None and right is not None
    ]
    crossing = len(lines) - len(pairs)
    if len(both) < MIN_LINES or crossing > len(both):
        return False
    sides = [[pair[side] for pair in both] for side in (0, 1)]
    return all(_holds_sentences(side) for side in sides)


def _holds_sentences(side: Sequence[str]) -> bool:
    """Say whether lines are running text: words rather than numbers, and enough of them."""
    letters = sum(len(shape.LETTER.findall(text)) for text in side)
    digits = sum(character.isdigit() for text in side for character in text)
    numbers = sum(not shape.LETTER.search(text) for text in side)
    mean = sum(shape.words(text) for text in side) / len(side)
    wordy = mean >= MIN_WORDS and letters >= LETTERS_TO_DIGITS * digits
    return wordy and numbers <= MAX_NUMBERS * len(side)
