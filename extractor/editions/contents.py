"""What stands in the sections and tables of two editions, told alike where it is the same."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.editions.edition import Side
from extractor.editions.heads import covered
from extractor.editions.pairing import Pair
from extractor.editions.parts import Part
from extractor.editions.stems import words
from extractor.editions.titles import is_worded
from schemas.document import Table, TableCell
from schemas.extraction import CitedSource

WORD = regex.compile(r"\p{L}++")
RUN = 3  # words that are compared together; fewer are met by chance
BETWEEN = " / "  # heads of a column, one above the other, and of a row, side by side
APART = ("title", "heading", "furniture", "table")
"""Blocks that are no text of a section: its own title, what is on every page, and what is
compared by itself."""

Names = Mapping[str, Hashable]
"""What each figure goes by: both of a pair by the same, any other by its id."""


def named(old: Side, new: Side, paired: Sequence[Pair]) -> tuple[Names, Names]:
    """Return what the figures of both editions go by."""
    ours = {old.figures[pair.old].figure.id: at for at, pair in enumerate(paired)}
    theirs = {new.figures[pair.new].figure.id: at for at, pair in enumerate(paired)}
    return ours, theirs


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield each three words that stand together; numbers change from edition to edition.

    >>> list(runs("The 7 bridges of Eastport")), list(runs("Needs"))
    ([('the', 'bridges', 'of'), ('bridges', 'of', 'eastport')], [('needs',)])
    """
    told = WORD.findall(text.casefold())
    if told:
        yield from (tuple(told[at : at + RUN]) for at in range(max(1, len(told) - RUN + 1)))


@dataclass(frozen=True)
class Contents:
    """The parts of one edition, by what its figures go by."""

    side: Side
    names: Names

    def sections(self) -> list[Part]:
        """Return the sections; one without a text of its own holds what those below it hold."""
        extraction = self.side.extraction
        own: defaultdict[str | None, set[Hashable]] = defaultdict(set)
        for block in extraction.blocks:
            if block.type not in APART:
                own[block.section_id].update(runs(block.text))
        for figure in extraction.figures:
            if figure.zone != "heading":
                own[figure.section_id].add(self.names.get(figure.id, figure.id))
        inside: defaultdict[str | None, set[Hashable]] = defaultdict(set, own)
        for section in reversed(extraction.sections):
            if not own[section.parent_id]:
                inside[section.parent_id] = inside[section.parent_id] | inside[section.id]
        titles = {section.id: section.title for section in extraction.sections}
        return [
            Part(
                id=section.id,
                title=section.title,
                inside=frozenset(inside[section.id]),
                page=section.anchor.page,
                parent=section.parent_id,
                above=titles.get(section.parent_id or "", ""),
                is_outer=not own[section.id],
            )
            for section in extraction.sections
        ]

    def tables(self) -> list[Part]:
        """Return the tables: their figures and the words of their cells stand in them."""
        extraction = self.side.extraction
        homes = {b.table_id: b.section_id for b in extraction.blocks if b.table_id is not None}
        sections = self.side.facets.sections
        found = []
        for table in extraction.tables:
            home = sections.get(homes.get(table.id) or "")
            found.append(
                Part(
                    id=table.id,
                    title=table.title or "",
                    inside=frozenset(self._held(table.id, table.cells)),
                    page=None if table.anchor is None else table.anchor.page,
                    parent=None if home is None else home.id,
                    above="" if home is None else home.title,
                )
            )
        return found

    def rows(self, table: Table) -> list[Part]:
        """Return the rows of a table, each by its own label, what heads columns left out."""
        rows: defaultdict[int, list[TableCell]] = defaultdict(list)
        for cell in table.cells:
            if cell.text and cell.header != "column":
                rows[cell.row].append(cell)
        return [self._line(table, row, _label(rows[row]), rows[row]) for row in sorted(rows)]

    def columns(self, table: Table) -> list[Part]:
        """Return the columns of a table that have a head, each by all that heads it."""
        heads: defaultdict[int, list[str]] = defaultdict(list)
        columns: defaultdict[int, list[TableCell]] = defaultdict(list)
        places = sorted({cell.col for cell in table.cells})
        for cell in table.cells:
            for col in covered(places, cell.col, cell.col_span):
                if cell.text and cell.header == "column":
                    heads[col].append(cell.text)
                elif cell.text:
                    columns[col].append(cell)
        return [
            self._line(table, col, BETWEEN.join(dict.fromkeys(heads[col])), columns[col])
            for col in sorted(heads)
        ]

    def footnotes(self) -> list[Part]:
        """Return the footnotes: their words stand in them, and the figures that they source."""
        return [
            Part(note.id, note.text, self._cited(note.text, note.id), note.anchor.page)
            for note in self.side.extraction.footnotes
        ]

    def sources(self) -> list[Part]:
        """Return the cited sources, each with its date; their words stand in them."""
        return [
            Part(source.id, _titled(source), frozenset(words(f"{source.value} {source.url or ''}")))
            for source in self.side.extraction.sources
        ]

    def _cited(self, text: str, note: str) -> frozenset[Hashable]:
        return frozenset((*words(text), *self._sourced.get(note, ())))

    @cached_property
    def _sourced(self) -> Mapping[str, Sequence[Hashable]]:
        found: defaultdict[str, list[Hashable]] = defaultdict(list)
        for figure in self.side.extraction.figures:
            for source in figure.sources:
                if source.footnote_id is not None:
                    found[source.footnote_id].append(self.names.get(figure.id, figure.id))
        return found

    def _line(self, table: Table, at: int, label: str, cells: Sequence[TableCell]) -> Part:
        told = [cell for cell in cells if cell.text not in label]
        return Part(str(at), label, frozenset(self._held(table.id, told)))

    def _held(self, table: str, cells: Sequence[TableCell]) -> Iterator[Hashable]:
        """Yield the figures of cells, and the words of those without."""
        for cell in cells:
            figures = self._figures.get((table, cell.row, cell.col), ())
            yield from (self.names.get(each, each) for each in figures)
            if not figures:
                yield from runs(cell.text)

    @cached_property
    def _figures(self) -> Mapping[tuple[str, int, int], Sequence[str]]:
        found: defaultdict[tuple[str, int, int], list[str]] = defaultdict(list)
        for figure in self.side.extraction.figures:
            if figure.cell is not None:
                cell = figure.cell
                found[cell.table_id, cell.row, cell.col].append(figure.id)
        return found


def _label(cells: Sequence[TableCell]) -> str:
    """Return what names a row: its own heads, else its first words, else its first cell.

    A head of several rows names none of them; a code is told with the words beside it.
    """
    worded = [cell.text for cell in cells if is_worded(cell.text)]
    heads = [cell for cell in cells if cell.header == "row"]
    outer = [head.text for head in heads[:-1] if head.row_span == 1 and is_worded(head.text)]
    named = [*outer, *(head.text for head in heads[-1:])]
    label = BETWEEN.join(named) or (worded[:1] or [cells[0].text])[0]
    return label if is_worded(label) or not worded else f"{label} {worded[0]}"


def _titled(source: CitedSource) -> str:
    dated = source.date is not None and source.date not in source.value
    return f"{source.value} ({source.date})" if dated else source.value
