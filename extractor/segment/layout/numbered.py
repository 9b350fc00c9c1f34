"""Numbered paragraphs: running text whose every paragraph has a number, as in reports to councils.

An item of a list hangs: its lines stand further in than its number. A numbered paragraph does not.
"""

from collections.abc import Iterable, Sequence

import regex

from extractor.segment.layout.paragraphs import Unit

NUMBER = regex.compile(r"\d{1,3} [.)]?", regex.X)
FLUSH = 0.6  # type sizes that the lines below may stand further in than the number
LEAST = 2  # of them in a document


def numbered_paragraphs(pages: Iterable[Sequence[Unit]]) -> set[int]:
    """Return the identities of the units that are numbered paragraphs, and no list items."""
    counted = [
        unit
        for units in pages
        for unit in units
        if unit.marker is not None and NUMBER.fullmatch(unit.marker.text)
    ]
    flush = [unit for unit in counted if _is_flush(unit)]
    hanging = [unit for unit in counted if len(unit.lines) > 1 and not _is_flush(unit)]
    if len(flush) < max(LEAST, len(hanging)):
        return set()
    # One of a single line goes with the others.
    lefts = {round(unit.lines[0].left) for unit in flush}
    short = [u for u in counted if len(u.lines) == 1 and round(u.lines[0].left) in lefts]
    return {id(unit) for unit in (*flush, *short)}


def _is_flush(unit: Unit) -> bool:
    first, rest = unit.lines[0], [line for line in unit.lines[1:] if line.page == unit.page]
    if not rest or first.rtl:
        return False
    return min(line.left for line in rest) <= first.left + FLUSH * first.size
