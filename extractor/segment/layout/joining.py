"""What a column, a page or a footnote cuts is joined again."""

from collections.abc import Sequence

import regex

from extractor.segment.layout.headings.signs import is_heading
from extractor.segment.layout.notes.labels import Note
from extractor.segment.layout.paragraphs import DISPLAY, SIZE_RATIO, Unit
from extractor.segment.layout.profile import Profile

CLOSES_SENTENCE = ".!?؟。…"
CLOSERS = "”’\"')]»"
CONNECTS = regex.compile(r"[\p{Ll}\p{Lo}\d(«“\"'$€£]", regex.X)
HYPHEN = "-‐\u00ad"
LEAST_WORDS = 5  # of a paragraph that is cut; less is a label


def join_units(pages: Sequence[list[Unit]], profile: Profile) -> None:
    """Join paragraphs that go on in the next column or on the next page."""
    open_unit: Unit | None = None
    for units in pages:
        kept: list[Unit] = []
        for unit in units:
            if open_unit is not None and _continues(open_unit, unit, profile):
                open_unit.lines += unit.lines
                open_unit.full = unit.full
            else:
                kept.append(unit)
                if unit.fixed is None and not _aside(open_unit, unit, profile):
                    open_unit = unit if _is_open(unit, profile) else None
                continue
            if not _is_open(open_unit, profile):
                open_unit = None
        units[:] = kept


def _is_open(unit: Unit, profile: Profile) -> bool:
    """Whether a unit stops in the middle of a sentence."""
    if unit.fixed or is_heading(unit, profile) or not unit.lines:
        return False
    text = unit.text.rstrip().rstrip(CLOSERS)
    if len(text.split()) < LEAST_WORDS or text[-1] in CLOSES_SENTENCE:
        return False
    if unit.lines[-1].size >= DISPLAY * profile.body:
        return False
    return text[-1] in HYPHEN + "," or unit.full


def _aside(before: Unit | None, unit: Unit, profile: Profile) -> bool:
    """Whether a unit in other type (a caption, a box) stands inside a sentence."""
    if before is None or not _is_open(before, profile):
        return False
    old, new = before.lines[-1].size, unit.lines[0].size
    return new < old / SIZE_RATIO and not is_heading(unit, profile)


def _continues(before: Unit, unit: Unit, profile: Profile) -> bool:
    if unit.fixed or unit.marker or not unit.lines:
        return False
    old, new = before.lines[-1], unit.lines[0]
    in_one_column = old.page == unit.page and before.region is unit.region
    alike = max(old.size, new.size) <= SIZE_RATIO * min(old.size, new.size)
    if in_one_column or not alike or old.bold != new.bold or is_heading(unit, profile):
        return False
    return CONNECTS.match(unit.text) is not None or (unit.text[:1].isupper() and _names(before))


def _names(unit: Unit) -> bool:
    """Whether a unit stops where a name or a capital may well follow: it fills its column."""
    return unit.full and len(unit.lines) > 1


def join_notes(pages: Sequence[list[Note]]) -> None:
    """Join the rest of a note to the last one of the page before."""
    last: Note | None = None
    for notes in pages:
        kept: list[Note] = []
        for note in notes:
            if note.label is None and last is not None:
                last.lines += note.lines
            else:
                kept.append(note)
                last = note
        notes[:] = kept
