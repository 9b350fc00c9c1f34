"""What the binding steps look things up in: mentions, marks and dates by place in the text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from extractor.bind.collect import Collected
from extractor.bind.found import Found, Span
from extractor.bind.passage import Passage, Sentence
from extractor.bind.places.areas import Areas, areas_in_text, areas_of_tables
from extractor.bind.tables.governing import Governing, Place
from extractor.bind.tables.periods import is_period
from extractor.entities import Acronym, Mention
from extractor.segment.document import Cell, Document, Link, Mark, Section

Item = TypeVar("Item")


@dataclass(slots=True)
class Context:
    """The document with its figures and entities, and the ways to find them."""

    doc: Document
    collected: Collected
    mentions: list[Mention]
    acronyms: list[Acronym]
    sentences: list[Sentence] = field(default_factory=list)
    """The sentences in which a figure stands."""
    home: dict[int, int | None] = field(default_factory=dict)
    """Section of a block where it is another than the heading above tells (see `tells`)."""
    short_forms: frozenset[Span] = frozenset()
    """Where an acronym stands in a bracket after the words that it is short for."""
    by_table: dict[int, list[Found]] = field(default_factory=dict)
    """The figures of each table (index in `Document.tables`), in order."""
    areas: Areas = field(default_factory=Areas)
    """Places that only tables make known: name by its lower case."""
    notes: Sequence[tuple[str, str]] = ()
    """Label and text of each footnote, in order."""
    _cells: tuple[int, dict[Place, Cell]] = (-1, {})
    """The table that was asked for last, and its cells."""
    _sentence_of: dict[Found, Sentence] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)
    _places: dict[Span, list[Mention]] = field(default_factory=dict)
    """The places in each stretch asked for: a header is asked of all that it governs."""
    _dates: dict[Span, Found | None] = field(default_factory=dict)
    """The one date in each stretch asked for."""
    _periods: dict[tuple[int, str], bool] = field(default_factory=dict)
    """Whether each head or label asked for, of a table, is a period."""
    _headings: dict[int | None, Sequence[Section]] = field(default_factory=dict)
    """The sections around each section asked for."""
    _areas: list[Mention] = field(default_factory=list)
    """Where the running text names areas that only tables make known."""
    _marks: list[Mark] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)

    def __post_init__(self) -> None:
        passages = self.collected.passages
        self.sentences = [s for p in passages for s in p.sentences()]
        self._sentence_of = {f: s for s in self.sentences for f in s.founds}
        self._marks = sorted(self.doc.marks, key=lambda m: m.at)
        self._links = sorted(self.doc.links, key=lambda k: k.span)
        self._starts = {
            "mentions": [m.span[0] for m in self.mentions],
            "founds": [f.span[0] for f in self.founds],
            "marks": [m.at for m in self._marks],
            "links": [k.span[0] for k in self._links],
        }
        self.short_forms = frozenset(a.short_span for a in self.acronyms)
        self.notes = [(n.label, self.doc.quote(n.span)) for n in self.doc.footnotes]
        places = {m.span for m in self.mentions if m.type == "place"}
        self.areas = areas_of_tables(self.doc, self.collected.governed, places)
        self._areas = areas_in_text(self.doc, self.areas)
        self._starts["areas"] = [m.span[0] for m in self._areas]
        for found in self.founds:
            if found.cell is not None:
                self.by_table.setdefault(found.cell[0], []).append(found)

    def let_go(self) -> None:
        """Drop what only binding looks up: of a long document it is as large as what is bound."""
        self.collected.passages, self.collected.governed = [], []
        self.sentences, self._sentence_of, self.by_table, self._places = [], {}, {}, {}
        self._dates, self._periods = {}, {}
        self._cells, self.notes = (-1, {}), []

    @property
    def founds(self) -> list[Found]:
        """Every figure, in order of the text."""
        return self.collected.founds

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """Return the mentions inside a stretch of text, in order."""
        return [m for m in self._from("mentions", self.mentions, span) if m.span[1] <= span[1]]

    def places_in(self, span: Span) -> Sequence[Mention]:
        """Return the places that a stretch of text names, in order."""
        known = self._places.get(span)
        if known is None:
            found = [m for m in self.mentions_in(span) if m.type == "place"]
            local = [m for m in self._from("areas", self._areas, span) if m.span[1] <= span[1]]
            found += [m for m in local if not any(_meet(m.span, one.span) for one in found)]
            known = self._places[span] = sorted(found, key=lambda m: m.span) if local else found
        return known

    def founds_in(self, span: Span) -> list[Found]:
        """Return the figures inside a stretch of text, in order."""
        return [f for f in self._from("founds", self.founds, span) if f.span[1] <= span[1]]

    def date_in(self, span: Span) -> Found | None:
        """Return the one date inside a stretch of text, of several the one said to be `as of`."""
        if span not in self._dates:
            dates = [
                f for f in self.founds_in(span) if f.reading.kind == "date" and not self._is_base(f)
            ]
            if len(dates) > 1:
                dates = [d for d in dates if d.reading.role == "as_of"]
            self._dates[span] = dates[0] if len(dates) == 1 else None
        return self._dates[span]

    def _is_base(self, date: Found) -> bool:
        """Say whether a date is the base of an index (`2030 = 100`), at which nothing holds."""
        end = date.span[1]
        return self.doc.text[end : end + 2].lstrip().startswith("=")

    def is_period(self, table: int, text: str) -> bool:
        """Say whether a head or label of a table is a month or quarter without its year."""
        known = self._periods.get((table, text))
        if known is None:
            known = is_period(text, self.collected.numbers[table])
            self._periods[table, text] = known
        return known

    def marks_in(self, span: Span) -> Sequence[Mark]:
        """Return the footnote marks that stand before a character of a stretch, in order."""
        return self._from("marks", self._marks, span)

    def links_in(self, span: Span) -> Sequence[Link]:
        """Return the links that begin in a stretch of text, in order."""
        return self._from("links", self._links, span)

    def _from(self, name: str, items: Sequence[Item], span: Span) -> Sequence[Item]:
        """Return the items that begin in a stretch of text."""
        starts = self._starts[name]
        return items[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    def sentence_of(self, found: Found) -> Sentence | None:
        """Return the sentence that a figure stands in; None for one in a table."""
        return self._sentence_of.get(found)

    def passage_of(self, found: Found) -> Passage:
        """Return the passage that a figure outside tables was read in."""
        return self.collected.passages[found.passage]

    def headings_of(self, block: int) -> Sequence[Section]:
        """Return the sections that a block stands in, the innermost first."""
        section = self.home.get(block, self.doc.blocks[block].section)
        known = self._headings.get(section)
        if known is None:
            known = self._headings[section] = self.doc.section_path(section)
        return known

    def cell_of(self, found: Found) -> Cell:
        """Return the cell that a figure of a table stands in."""
        if found.cell is None:
            raise ValueError("a figure outside tables stands in no cell")
        table, row, col = found.cell
        if self._cells[0] != table:  # what binds cells goes from table to table
            self._cells = table, {(c.row, c.col): c for c in self.doc.tables[table].cells}
        return self._cells[1][row, col]

    def governing_of(self, found: Found) -> Governing:
        """Return what governs the cell that a figure stands in."""
        if found.cell is None:
            raise ValueError("a figure outside tables has no governing cells")
        table, row, col = found.cell
        return self.collected.governed[table][row, col]


def _meet(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
