"""Footnotes of a dump: blocks of labelled lines that interrupt the text, taken out of it whole.

A note may run on at the foot of the next column or page, without a label: as the lines right above
the next label, or as a block that stands in the middle of a sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.mapped import Mapped
from extractor.segment.draft import GlyphSpan
from extractor.segment.dump import shape
from extractor.segment.dump.labels import LABELS, RAISED_DIGITS, Opening, openings, symbol_openings
from extractor.segment.dump.lines import Line, next_word_fits
from extractor.segment.dump.links import URL as ADDRESS

AROUND_LABEL = "[](). \t\u00a0"
MAX_LINES = 60  # lines of a note
MAX_LEAD = 40  # lines of a note that runs on above the next label
REACH = 250  # lines between the parts of a note
DIFFERS = 1.12  # notes set in smaller type have that many more characters a line


@dataclass(slots=True)
class Note:
    """A footnote."""

    label: str
    label_glyphs: GlyphSpan
    lines: list[Line]
    """The first without the label."""
    first: int
    """Its first line, in order of the flow."""
    last: int
    sheets: set[int] = field(default_factory=set)

    def is_cut(self) -> bool:
        """Say whether the note stops in the middle of a sentence."""
        return not shape.ends_sentence(self.lines[-1].text) and len(self.lines[-1].text) > 1


@dataclass(slots=True)
class Apart:
    """The notes, and the text without them."""

    notes: list[Note]
    body: list[Line]


def take_out(lines: Sequence[Line]) -> Apart:
    """Return the notes, and the body with a barrier where they stood."""
    opened = sorted([*openings(lines), *symbol_openings(lines)], key=lambda opening: opening.line)
    if not opened:
        return Apart([], list(lines))
    starts = {opening.line for opening in opened}
    cut: list[bool] = []  # for each note, whether its block stands in the middle of a sentence
    notes: list[Note] = []
    for opening in opened:
        above = notes[-1].first if notes and notes[-1].last + 1 == opening.line else opening.line
        cut.append(cut[-1] if above < opening.line else _is_cut_before(lines, opening.line))
        notes.append(_note(opening, lines, starts, body_cut=cut[-1]))
    taken = {i for note in notes for i in range(note.first, note.last + 1)}
    _add_continuations(notes, lines, taken)
    return Apart(notes, _without(lines, taken))


def _without(lines: Sequence[Line], taken: set[int]) -> list[Line]:
    body: list[Line] = []
    cut = False
    for i, line in enumerate(lines):
        if i in taken:
            cut = True
            continue
        if cut:
            line.barrier, line.close, cut = True, False, False
        body.append(line)
    return body


def _is_cut_before(lines: Sequence[Line], first: int) -> bool:
    return first > 0 and not shape.ends_block(lines[first - 1].text)


def _note(opening: Opening, lines: Sequence[Line], starts: set[int], *, body_cut: bool) -> Note:
    first = lines[opening.line]
    label = first.text[opening.start : opening.end].strip(AROUND_LABEL).translate(RAISED_DIGITS)
    glyphs = _glyphs(first.mapped[opening.start : opening.end].strip())
    end = _end(opening.line, lines, starts, body_cut=body_cut)
    own = [first.rest(opening.end)] if opening.end < len(first.text) else []
    inside = own + list(lines[opening.line + 1 : end])
    return Note(label, glyphs, inside, opening.line, end - 1, {line.sheet for line in inside})


def _glyphs(mapped: Mapped) -> GlyphSpan:
    return mapped.starts[0], mapped.ends[-1]


def _end(first: int, lines: Sequence[Line], starts: set[int], *, body_cut: bool) -> int:
    """Return the line after the last line of the note that opens on a line."""
    end = first + 1
    while end < min(len(lines), first + MAX_LINES) and end not in starts:
        line, before = lines[end], lines[end - 1]
        if (
            line.barrier
            or not line.close
            or line.sheet != before.sheet
            or _wider_set(lines, first, end)
        ):
            break
        done = shape.ends_sentence(before.text) and end - 1 >= first
        if done and _leaves_note(before, line, body_cut=body_cut):
            break
        end += 1
    return end


def _wider_set(lines: Sequence[Line], first: int, end: int) -> bool:
    """Say whether a blank parts a line from lines above that have none between them."""
    return lines[end].gap > 0 and end - first > 1 and lines[end - 1].gap == 0


def _leaves_note(before: Line, line: Line, *, body_cut: bool) -> bool:
    """Say whether the text of the page goes on after a note that could end here."""
    if ADDRESS.match(line.text):
        return False
    if next_word_fits(before, line, 0.75):
        return True
    return body_cut and shape.starts_lower(line.text)


# --- notes that run on ------------------------------------------------------------------


def _add_continuations(notes: Sequence[Note], lines: Sequence[Line], taken: set[int]) -> None:
    note_width = _typical([len(line.text) for note in notes for line in note.lines[:-1]])
    for i, note in enumerate(notes):
        following = notes[i + 1].first if i + 1 < len(notes) else len(lines)
        if following <= note.last + 1 or not note.lines:
            continue
        lead = _lead(following, lines, taken) if i + 1 < len(notes) else following
        for first, last in _blocks(note.last + 1, min(lead, note.last + REACH), lines):
            if note.is_cut() and _interrupts(first, last, lines, note_width):
                _extend(note, first, last, lines, taken)
        if note.is_cut() and lead < following and _set_as_note(lead, following, lines, note_width):
            _extend(note, lead, following, lines, taken)


def _extend(note: Note, first: int, last: int, lines: Sequence[Line], taken: set[int]) -> None:
    note.lines += lines[first:last]
    note.sheets |= {line.sheet for line in lines[first:last]}
    taken.update(range(first, last))


def _lead(label: int, lines: Sequence[Line], taken: set[int]) -> int:
    """Return the first of the lines that stand right above a label, in the same block."""
    first = label
    while (
        first > 0 and lines[first].close and not lines[first].barrier and label - first <= MAX_LEAD
    ):
        first -= 1
    whole = label - first <= MAX_LEAD and lines[first].gap > 0
    return first if whole and first not in taken else label


def _blocks(first: int, last: int, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the stretches of lines set apart from their neighbours by blank lines."""
    edges = [i for i in range(first, last) if not lines[i].close or i == first]
    return list(zip(edges, [*edges[1:], max(first, last)], strict=False))


def _interrupts(first: int, last: int, lines: Sequence[Line], note_width: int) -> bool:
    """Say whether a block is a note that goes on in the middle of the text's sentence."""
    if first < 1 or last - first > MAX_LEAD or not lines[first].gap:
        return False
    before, start = lines[first - 1], lines[first]
    cut = before.full() and not shape.ends_block(before.text) and shape.starts_lower(start.text)
    goes_on = last < len(lines) and shape.starts_lower(lines[last].text)
    at_end = last == len(lines) or lines[last].sheet != start.sheet
    return (
        cut
        and (goes_on or at_end)
        and _set_as_note(first, last, lines, note_width, wide_gap=start.gap > 1)
    )


def _set_as_note(
    first: int, last: int, lines: Sequence[Line], note_width: int, *, wide_gap: bool = True
) -> bool:
    """Say whether lines are as wide as notes rather than as the text; in doubt, the gap decides."""
    own = _typical([len(line.text) for line in lines[first : max(last - 1, first + 1)]])
    around = [*lines[max(0, first - MAX_LEAD) : first], *lines[last : last + MAX_LEAD]]
    text_width = _typical([len(line.text) for line in around])
    if not note_width or max(note_width, text_width) < DIFFERS * min(note_width, text_width):
        return wide_gap
    return abs(own - note_width) < abs(own - text_width)


def _typical(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) * 3 // 5] if lengths else 0


def opens_note(text: str) -> bool:
    """Say whether a line looks as if it opened a note."""
    return any(pattern.match(text[:40]) for name, pattern in LABELS.items() if name != "alone")
