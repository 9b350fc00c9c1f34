"""Headings that are set as a line in bold."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.segment.markdown.units import Unit, ends_sentence, word_count

MAX_HEADING = 14  # words
MIN_BODY = 12  # words; a shorter line below a bold one does not make it a heading
LOWEST = 6


def mark_bold_headings(units: Sequence[Unit]) -> None:
    """Make a heading of every line wholly in bold that stands above a text, a list or a table."""
    level = 0
    seen = [unit for unit in units if unit.is_seen]
    for i, unit in enumerate(seen):
        if unit.draft.type == "heading":
            level = unit.draft.level or 1
        elif i + 1 < len(seen) and _is_bold_line(unit) and _is_body(seen[i + 1]):
            unit.draft = replace(unit.draft, type="heading", level=min(LOWEST, level + 1))


def _is_bold_line(unit: Unit) -> bool:
    text = unit.text
    bold = unit.draft.bold
    return (
        unit.is_prose
        and len(bold) == 1
        and bold[0] == (0, len(text))
        and word_count(text) <= MAX_HEADING
        and any(c.isalpha() for c in text)
        and not ends_sentence(text)
    )


def _is_body(unit: Unit) -> bool:
    if unit.draft.type in {"list_item", "table"}:
        return True
    return unit.is_prose and (word_count(unit.text) >= MIN_BODY or ends_sentence(unit.text))
