"""What the checks look up in an extraction, made once."""

from collections import defaultdict
from functools import cached_property

from extractor.check.prose.clauses import Clause, paragraphs
from extractor.check.prose.sentences import Sentence, sentences
from extractor.check.prose.told_changes import Change, told_changes
from extractor.check.tables.along import Told, told_along
from extractor.check.tables.grid import Grid, grids
from extractor.check.told.row_names import RowNames
from schemas.document import Section, Table
from schemas.extraction import Extraction
from schemas.figure import Figure


class Index:
    """An extraction, and its figures by where they stand."""

    def __init__(self, extraction: Extraction) -> None:
        """Keep the extraction; each part of the index is made when it is first asked for."""
        self.extraction = extraction
        self._grids: dict[str, tuple[Grid, ...]] = {}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figures by id."""
        return {figure.id: figure for figure in self.extraction.figures}

    @cached_property
    def blocks(self) -> dict[str, list[Figure]]:
        """The figures of each paragraph, in order."""
        found: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in self.extraction.figures:
            found[figure.block_id].append(figure)
        return found

    @cached_property
    def cells(self) -> dict[str, dict[tuple[int, int], list[Figure]]]:
        """The figures of each table by row and column."""
        found: defaultdict[str, dict[tuple[int, int], list[Figure]]] = defaultdict(dict)
        for figure in self.extraction.figures:
            if figure.cell is not None:
                at = figure.cell.row, figure.cell.col
                found[figure.cell.table_id].setdefault(at, []).append(figure)
        return found

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.id: section for section in self.extraction.sections}

    def headings(self, figure: Figure) -> list[str]:
        """Return the titles of the sections that a figure stands in, the innermost first."""
        titles: list[str] = []
        at = figure.section_id
        while at is not None and len(titles) < len(self._sections):
            titles.append(self._sections[at].title)
            at = self._sections[at].parent_id
        return titles

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that say two numbers or more."""
        return sentences(self.extraction)

    @cached_property
    def changes(self) -> list[tuple[Sentence, tuple[Change, ...]]]:
        """The sentences that say two numbers or more, each with the changes that it tells."""
        return [(sentence, tuple(told_changes(sentence))) for sentence in self.sentences]

    @cached_property
    def clauses(self) -> list[list[Clause]]:
        """The numbers of each paragraph, or list, with what is said of each."""
        return list(paragraphs(self.extraction))

    @cached_property
    def row_names(self) -> RowNames:
        """The named rows of the tables."""
        return RowNames(self.grids(table) for table in self.extraction.tables)

    @cached_property
    def lines(self) -> list[Told]:
        """The lines of tables that hold two numbers or more, by what varies along them."""
        tables = self.extraction.tables
        return [line for table in tables for line in told_along(table, self.grids(table))]

    def grids(self, table: Table) -> tuple[Grid, ...]:
        """Return a table by rows, then by columns; nothing for one that holds no numbers."""
        if table.id not in self._grids:
            self._grids[table.id] = tuple(grids(table, self.cells.get(table.id, {})))
        return self._grids[table.id]
