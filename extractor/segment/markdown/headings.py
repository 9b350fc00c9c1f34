"""Headings that the markup does not tell: a line in bold, a line in capitals."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.segment.captions import kind_of
from extractor.segment.markdown.units import Unit, ends_sentence, word_count

MAX_HEADING = 14  # words
MIN_BODY = 12  # words; a shorter line below a bold one does not make it a heading
MIN_CAPITALS = 2  # words; a word in capitals alone is an acronym
LOWEST = 6

MIN_HEADINGS = 3  # fewer do not tell how a document sets its headings
SHARE_IN_CAPITALS = 0.6  # of the headings, where capitals are how a document sets them


def mark_bold_headings(units: Sequence[Unit]) -> None:
    """Make a heading of every line wholly in bold that stands above a text, a list or a table."""
    level = 0
    seen = [unit for unit in units if unit.is_seen]
    for i, unit in enumerate(seen):
        if unit.draft.type == "heading":
            level = unit.draft.level or 1
        elif i + 1 < len(seen) and _is_bold_line(unit) and _is_body(seen[i + 1]):
            unit.draft = replace(unit.draft, type="heading", level=min(LOWEST, level + 1))


def mark_capital_headings(units: Sequence[Unit]) -> None:
    """Make a heading of every line in capitals where the document sets its headings so.

    Such a line is as deep as the heading right below it; else it is one below the heading right
    above it, or stands beside the one whose text it follows.
    """
    seen = [unit for unit in units if unit.is_seen]
    if not _are_set_in_capitals([unit.text for unit in seen if unit.draft.type == "heading"]):
        return
    level = 0
    for i, unit in enumerate(seen[:-1]):
        if unit.draft.type == "heading":
            level = unit.draft.level or 1
        elif level and _is_capital_line(unit):
            above, below = seen[i - 1], seen[i + 1]
            if below.draft.type == "heading":
                level = below.draft.level or 1
            elif above.draft.type == "heading" and above.block.kind == "heading":
                level = min(LOWEST, level + 1)
            opens = above.draft.type != "heading" and _opens_run(unit, below)
            own = max(1, level - 1) if opens else level
            unit.draft = replace(unit.draft, type="heading", level=own)


def _opens_run(unit: Unit, below: Unit) -> bool:
    """Say whether a line heads the lines in capitals right below it: they do not open alike."""
    return _is_capital_line(below) and unit.text.split()[0] != below.text.split()[0]


def _is_bold_line(unit: Unit) -> bool:
    bold = unit.draft.bold
    return _is_line(unit) and len(bold) == 1 and bold[0] == (0, len(unit.text))


def _is_capital_line(unit: Unit) -> bool:
    return _is_line(unit) and unit.text.isupper() and word_count(unit.text) >= MIN_CAPITALS


def _is_line(unit: Unit) -> bool:
    text = unit.text
    return (
        unit.is_prose
        and word_count(text) <= MAX_HEADING
        and any(c.isalpha() for c in text)
        and not ends_sentence(text)
        and kind_of(text) is None
    )


def _is_body(unit: Unit) -> bool:
    if unit.draft.type in {"list_item", "table"}:
        return True
    return unit.is_prose and (word_count(unit.text) >= MIN_BODY or ends_sentence(unit.text))


def _are_set_in_capitals(headings: Sequence[str]) -> bool:
    capitals = sum(text.isupper() for text in headings)
    return len(headings) >= MIN_HEADINGS and capitals >= SHARE_IN_CAPITALS * len(headings)
