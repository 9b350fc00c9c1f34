"""The notes of a document, found kind by kind: the surest place first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.readers.source import Rule, Word
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.beside import marks_of, place_small_notes, place_table_notes
from extractor.segment.layout.notes.bracketed import with_brackets
from extractor.segment.layout.notes.ending import place_endnotes
from extractor.segment.layout.notes.foot import Foot, take_notes
from extractor.segment.layout.notes.labels import Note, called
from extractor.segment.layout.notes.symbols import (
    NUMBERED,
    letter_openers,
    letters_apart,
    marks_apart,
    openers,
)
from extractor.segment.layout.order import Region
from extractor.segment.layout.tables.cells import Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of a page tells its notes."""

    regions: list[Region]
    tables: Sequence[Table]
    rules: Sequence[Rule]
    width: float
    height: float

    def marks(self) -> dict[str, float]:
        """Return the labels that marks on the page call, and the largest type they hang on."""
        found = called(_lines(self.regions))
        for table in self.tables:
            found |= marks_of(table)
        return found


def words_with_marks(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Return the words of each page with the marks on the line parted from the words they touch.

    A symbol or a letter calls a note on its own page, or on the next, where its table goes on; a
    number in brackets calls one anywhere in the document.
    """
    pages = [with_brackets(words) for words in pages]
    labels = [openers(words) for words in pages]
    letters = [letter_openers(words) for words in pages]
    numbers = frozenset(label for found in labels for label in found if label[0] == NUMBERED)
    return [
        letters_apart(marks_apart(words, own | after | numbers), *small)
        for words, (own, after), small in zip(
            pages, _with_next(labels), _with_next(letters), strict=True
        )
    ]


def _with_next(labels: Sequence[frozenset[str]]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the labels of each page and those of the page after it."""
    return pairwise([*labels, frozenset[str]()])


def find_notes(sheets: Sequence[Sheet], body: float) -> list[list[Note]]:
    """Take the footnotes off the pages and return them; other notes become units in their place."""
    marks = [sheet.marks() for sheet in sheets]
    # What a page has no room for stands at the foot of the next.
    feet = [
        Foot(body, own | before, sheet.rules, sheet.width, sheet.height)
        for sheet, own, before in zip(sheets, marks, [{}, *marks], strict=False)
    ]
    tables: list[dict[str, float]] = [{}]
    for sheet, foot in zip(sheets, feet, strict=True):
        tables.append(place_table_notes(sheet.regions, foot, tables[-1]))
    place_endnotes([sheet.regions for sheet in sheets], {k: v for m in marks for k, v in m.items()})
    found: list[list[Note]] = []
    for sheet, foot, table in zip(sheets, feet, tables, strict=False):
        found.append(take_notes(sheet.regions, foot, found[-1] if found else ()))
        place_small_notes(sheet.regions, foot, table)
    return found


def _lines(regions: Sequence[Region]) -> Iterator[Line]:
    for region in regions:
        for item in region.items:
            if isinstance(item, Line):
                yield item
            elif item.figure:
                yield from item.figure.lines
            elif item.chart:
                yield from item.chart.lines
