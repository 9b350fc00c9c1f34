"""What a column, a page or a footnote cuts is joined again."""

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractor.segment.captions import kind_of, opens_caption
from extractor.segment.layout.headings.signs import is_heading
from extractor.segment.layout.notes.labels import Note
from extractor.segment.layout.paragraphs import DISPLAY, SIZE_RATIO, Unit
from extractor.segment.layout.profile import Profile

CLOSES_SENTENCE = ".!?؟。…"
ANNOUNCES = ":;"
CLOSERS = "”’\"')]»"
CONNECTS = regex.compile(r"[\p{Ll}\p{Lo}\d(«“\"'$€£]", regex.X)
HYPHEN = "-‐\u00ad"
WIDTHS = 0.6  # the narrower of two columns that one text runs through, in parts of the wider
LABEL = regex.compile(r"\W*+ \d [^.;]{0,24}+", regex.X)  # a lone number, as charts have
NEXT_LINE = 1.5  # type sizes from one line of a paragraph to the next
SAME_LEFT_PT = 1.0
CENTRED_PT = 3.0
DRAWN = ("key_figure", "plotted")
LEAST_WORDS = 5  # of a paragraph that is cut; less is a label


def join_units(pages: Sequence[list[Unit]], profile: Profile) -> None:
    """Join paragraphs that go on in the next column or on the next page.

    A text and a box beside it may both be cut by one page's end, so several stay open.
    """
    waiting: list[Unit] = []
    for units in pages:
        kept: list[Unit] = []
        for unit in units:
            before = _continued(waiting, unit, profile)
            if before is None:
                kept.append(unit)
                if unit.fixed is None and unit.role not in DRAWN:
                    waiting = [one for one in waiting if not _closes(unit, one, profile)]
                    waiting += [unit] if _is_open(unit, profile) else []
                continue
            before.lines += unit.lines
            before.full, before.region = unit.full, unit.region
            if not _is_open(before, profile):
                waiting.remove(before)
        units[:] = kept


def put_boxes_off(pages: Sequence[list[Unit]], profile: Profile) -> None:
    """Move a box that goes on in a box on the next page, beside a text that goes on there too.

    A text and the box beside it are read one after the other, not in turns.
    """
    for units, after in pairwise(pages):
        first = next((i for i, unit in enumerate(units) if _is_last_box(units[i:], unit)), None)
        if not first or units[first - 1].region.boxed:
            continue
        box, text = units[first:], units[first - 1]
        at = next((i for i, unit in enumerate(after) if unit.region.boxed), None)
        if not at or not _goes_on(box[-1], after[at], profile):
            continue
        if _goes_on(text, after[0], profile):
            after[at:at], units[first:] = box, []


def _is_last_box(rest: Sequence[Unit], unit: Unit) -> bool:
    """Whether a unit and all those after it on a page stand in one box."""
    box = unit.region
    return box.boxed and all(one.region is box and one.fixed is None for one in rest)


def _goes_on(before: Unit, unit: Unit, profile: Profile) -> bool:
    return _is_open(before, profile) and _continues(before, unit, profile)


def _continued(waiting: Sequence[Unit], unit: Unit, profile: Profile) -> Unit | None:
    """Return the open unit that a unit goes on with: of several the one as wide as it."""
    able = [one for one in waiting if _continues(one, unit, profile)]
    return min(able, key=lambda one: abs(_width(one) - _width(unit)), default=None)


def _width(unit: Unit) -> float:
    return unit.region.right - unit.region.left


def _closes(unit: Unit, waiting: Unit, profile: Profile) -> bool:
    """Whether a unit that does not go on with an open one shows that nothing will."""
    if _aside(waiting, unit, profile):
        return False
    return unit.region.boxed == waiting.region.boxed or unit.page > waiting.lines[-1].page + 1


def _is_open(unit: Unit, profile: Profile) -> bool:
    """Whether a unit stops in the middle of a sentence."""
    if unit.fixed or unit.role or is_heading(unit, profile) or not unit.lines or _is_centred(unit):
        return False
    text = unit.text.rstrip().rstrip(CLOSERS)
    if len(text.split()) < LEAST_WORDS or text[-1] in CLOSES_SENTENCE:
        return False
    if unit.lines[-1].size >= DISPLAY * profile.body:
        return False
    cut = _is_cut(unit) or (len(unit.lines) > 1 and text[-1] not in ANNOUNCES)
    return cut and kind_of(unit.text) is None  # a caption stays beside what it is of


def _is_centred(unit: Unit) -> bool:
    """Whether the lines of a unit are set to one middle, as those of a statement's name are."""
    lefts = [line.left for line in unit.lines]
    middles = [(line.left + line.right) / 2 for line in unit.lines]
    return max(middles) - min(middles) <= CENTRED_PT < (max(lefts) - min(lefts)) / 2


def _is_cut(unit: Unit) -> bool:
    """Whether a unit runs to the end of its column, or stops at a comma or a hyphen.

    Lines that are not justified may stop short of it: then only a small letter goes on.
    """
    return unit.full or unit.text.rstrip().rstrip(CLOSERS)[-1:] in HYPHEN + ","


def _aside(before: Unit, unit: Unit, profile: Profile) -> bool:
    """Whether a unit in other type (a caption, a label) stands inside a sentence."""
    old, new = before.lines[-1].size, unit.lines[0].size
    return new < old / SIZE_RATIO and not is_heading(unit, profile)


def _continues(before: Unit, unit: Unit, profile: Profile) -> bool:
    """Whether a unit goes on in the sentence with which another stops."""
    if unit.fixed or unit.role or unit.marker or not unit.lines or LABEL.fullmatch(unit.text):
        return False
    apart = is_heading(unit, profile) or opens_caption(unit.text) or _is_centred(unit)
    if apart or not _set_alike(before, unit):
        return False
    if not _is_cut(before):
        return unit.text[:1].islower()
    return CONNECTS.match(unit.text) is not None or (unit.text[:1].isupper() and _names(before))


def _set_alike(before: Unit, unit: Unit) -> bool:
    """Whether two units stand in columns of one text: alike in type, width and box."""
    old, new = before.lines[-1], unit.lines[0]
    in_one_column = old.page == unit.page and before.region is unit.region
    alike = max(old.size, new.size) <= SIZE_RATIO * min(old.size, new.size)
    boxed = before.region.boxed != unit.region.boxed
    return (
        alike and old.bold == new.bold and not (in_one_column or boxed) and _as_wide(before, unit)
    )


def _as_wide(before: Unit, unit: Unit) -> bool:
    """Whether a text of several lines is about as wide as the one it would go on with.

    Right below its last line it may be wider: what stood beside it has ended.
    """
    last, first = before.lines[-1], unit.lines[0]
    step = first.baseline - last.baseline
    below = last.page == first.page and 0 < step < NEXT_LINE * first.size
    if len(unit.lines) == 1 or (below and abs(last.left - first.left) <= SAME_LEFT_PT):
        return True
    one = max(line.right - line.left for line in before.lines)
    other = max(line.right - line.left for line in unit.lines)
    return min(one, other) >= WIDTHS * max(one, other)


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
