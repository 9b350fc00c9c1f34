"""Endnotes: a numbered list under a heading of its own, whose numbers marks in the text call."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from extractor.readers.geometry import around
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.foot import NEXT_LABELS, alike
from extractor.segment.layout.notes.labels import Note, is_raised, note_label, opened
from extractor.segment.layout.order import Fixed, Item, Region

LEAST_CALLED = 0.5  # of the notes: a list of which fewer are called is no list of notes
WIDE_GAP = 2.5  # type sizes inside a note at most
LONGEST_HEADING = 60  # characters

# Without the white between letters and words: headings may be letter-spaced.
HEADING = regex.compile(
    r"""
    (?: \d{1,2} (?: \. \d{1,2} )*+ [.)]? | (?: [IVX]{1,5} | \p{Lu} ) [.)] )?
    (?: endnotes? | footnotes? | notes? | references? | r[ée]f[ée]rences? | notas? | referencias
      | (?: notes? (?: and | et ) | references? and ) (?: references? | r[ée]f[ée]rences | notes? )
      | notes? (?: de (?: fin | bas de page ) | finales? )
      | notas? (?: finales? | al (?: final | pie ) | y referencias )
      | anmerkungen | (?: fuß | fuss | end ) noten | quellen | fontes | fonti | notas? de rodapé
      | sources? | fuentes? | сноски | примечания
    )
    (?: \(? (?: continued | suite | continuación ) \)? )? :?
    """,
    regex.X | regex.I,
)


@dataclass(slots=True)
class _List:
    """A list of notes as it is gathered: its notes, and where their lines stand."""

    notes: list[Note] = field(default_factory=list)
    places: list[tuple[Region, Line]] = field(default_factory=list)
    last: int = 0
    under_heading: bool = True

    def called(self, marks: Mapping[str, float]) -> bool:
        """Whether marks call enough of the notes."""
        calls = sum(note.label in marks for note in self.notes)
        return calls > 0 and calls >= LEAST_CALLED * len(self.notes)


def place_endnotes(pages: Sequence[Sequence[Region]], marks: Mapping[str, float]) -> None:
    """Make each endnote of a document a unit of its own, where it stands.

    `marks` holds every label that a mark anywhere in the document calls.
    """
    for found in _lists(pages):
        if found.called(marks):
            _replace(found)


def _lists(pages: Sequence[Sequence[Region]]) -> Iterator[_List]:
    """Yield the numbered lists that stand under a heading for notes."""
    current: _List | None = None
    before: Item | None = None
    for region in (region for regions in pages for region in regions):
        for item in region.items:
            if isinstance(item, Line) and is_heading(item):
                if current is not None and current.notes:
                    yield current
                current = _List()
            elif current is not None and not _take(current, region, item, before):
                if current.notes:
                    yield current
                current = None
            before = item
    if current is not None and current.notes:
        yield current


def is_heading(line: Line) -> bool:
    """Whether a line is nothing but the heading of a list of notes."""
    few = len(line.text) <= LONGEST_HEADING
    return few and HEADING.fullmatch("".join(line.text.split())) is not None


def _take(found: _List, region: Region, item: Item, before: Item | None) -> bool:
    """Add a line to a list of notes; say whether the list goes on."""
    if not isinstance(item, Line):
        return False
    label = note_label(item)
    if label is not None and label.isdigit() and _is_next(found, item, int(label)):
        found.notes.append(opened(item, "end"))
        found.last, found.under_heading = int(label), False
    elif not found.notes:
        return False
    elif _goes_on(found.notes[-1], item, before):
        found.notes[-1].lines.append(item)
    else:
        # The notes of the next chapter may follow under its name, counted anew.
        is_name = item.bold or item.size > found.notes[-1].lines[-1].size
        goes_on = is_name and not found.under_heading
        found.under_heading = True
        return goes_on
    found.places.append((region, item))
    return True


def _is_next(found: _List, line: Line, number: int) -> bool:
    if found.under_heading:
        return number == 1 or found.last < number <= found.last + NEXT_LABELS or not found.notes
    same_type = alike(line, found.notes[-1].lines[0])
    return same_type and found.last < number <= found.last + NEXT_LABELS


def _goes_on(note: Note, line: Line, before: Item | None) -> bool:
    last = note.lines[-1]
    if not alike(line, last) or (line.bold and not last.bold) or is_raised(line):
        return False
    near = line.top - last.bottom < WIDE_GAP * line.size
    return before is last and (near or line.page != last.page or line.top < last.top)


def _replace(found: _List) -> None:
    """Put the notes in the place of their lines."""
    taken = {id(line) for _, line in found.places}
    first = {id(note.lines[0]): note for note in found.notes}
    for region in {id(region): region for region, _ in found.places}.values():
        items: list[Item] = []
        for item in region.items:
            if id(item) in first:
                note = first[id(item)]
                on_page = (line.box for line in note.lines if line.page == note.page)
                items.append(Fixed(around(on_page), note=note))
            elif id(item) not in taken:
                items.append(item)
        region.items = items
