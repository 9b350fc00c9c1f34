"""The figures of one edition as they are compared, made of what they stand in."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from extractor.bind.tables.headers import counts_people
from extractor.check.intervals import term
from extractor.check.words import measured_in
from extractor.editions.events import Event, Events
from extractor.editions.facets import Facet, value_of
from extractor.editions.heads import heads_of, others
from extractor.editions.issued import reported
from extractor.editions.items import Items
from extractor.editions.labels import is_label, name_before, unnumbered
from extractor.editions.nearby import Words, beside
from extractor.editions.roles import actor, counted_as, is_base, item, plan_year
from extractor.editions.sentences import Sentences
from extractor.editions.stems import YEAR, spoken, words
from extractor.keys import key
from schemas.document import Section, Table
from schemas.extraction import Extraction
from schemas.figure import Bound, Figure

TOTAL = "total"
ROW, COLUMN, TITLE = 3.0, 2.0, 0.5  # how much the words of each place tell
NAMED, AREA, UNIT, STATUS = 2.0, 2.0, 1.0, 0.5
PLANNED = 1.5  # what it tells that a plan aims at something, or needs it
SCALES = frozenset({"thous", "milli", "billi", "mille", "milla", "miles"})
"""Stems of words by which values are scaled: they tell nothing of what is measured."""
CODE = 0.3  # what a code or number in a label tells, beside a word: it may be another next year


class Facets:
    """The figures of one edition as they are compared, and what they stand in."""

    def __init__(self, extraction: Extraction) -> None:
        """Keep the extraction; the parts are made when they are first asked for."""
        self.extraction = extraction
        self.sentences = Sentences(extraction)
        self._items = Items(extraction, self.sentences)
        self._heads = {table.id: heads_of(table) for table in extraction.tables}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections by id."""
        return {section.id: section for section in self.extraction.sections}

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables by id."""
        return {table.id: table for table in self.extraction.tables}

    @cached_property
    def paths(self) -> dict[str, Words]:
        """The words of each section's own title and of those above it, which tell less."""
        found: dict[str, Words] = {}
        for section in self.extraction.sections:
            told = dict.fromkeys(words(unnumbered(section.title)), 1.0)
            above = found.get(section.parent_id or "", {})
            found[section.id] = {word: w / 2 for word, w in above.items()} | told
        return found

    @cached_property
    def all(self) -> list[Facet]:
        """Every figure, in order."""
        return [self._facet(figure) for figure in self.extraction.figures]

    @cached_property
    def reported(self) -> str | None:
        """The day that the document reports of, where it does not say when it was published."""
        return reported(self.extraction, self.sentences)

    def above(self, section: str | None) -> list[str]:
        """Return a section and those that it stands in, inside out."""
        found: list[str] = []
        while section in self.sections and section not in found:
            found.append(section)
            section = self.sections[section].parent_id
        return found

    def title(self, figure: Figure) -> Sequence[str]:
        """Return the stems of the heading that a figure stands under."""
        section = self.sections.get(figure.section_id or "")
        return () if section is None else words(section.title)

    def heads(self, figure: Figure) -> tuple[str, str]:
        """Return the labels of a figure's row and column; empty ones outside of tables."""
        cell = figure.cell
        if cell is None or cell.table_id not in self._heads:
            return "", ""
        rows, columns = self._heads[cell.table_id]
        row, column = rows.get(cell.row, ()), columns.get(cell.col, ())
        named = " ".join(others(row, cell.col))
        if not named and cell.row > min(rows, default=cell.row):
            named = TOTAL  # a line of numbers without a name below named ones
        return named, " ".join(column)

    def _facet(self, figure: Figure) -> Facet:
        length = max(len(self.extraction.text), 1)
        heads = self.heads(figure)
        before, after = self.sentences.sides(figure)
        near = beside(spoken(before)[::-1], spoken(after))
        return Facet(
            figure=figure,
            order=figure.anchor.start / length,
            what=self._what(figure, heads),
            near=near,
            where=self.paths.get(figure.section_id or "", {}),
            heads=(" ".join(words(heads[0])), " ".join(words(heads[1]))),
            dated=YEAR.search(" ".join(heads)) is not None,
            place=self._elsewhere(figure),
            group="" if figure.population is None else key(figure.population.value),
            is_own_date=self.is_own_date(figure),
            is_label=is_label(figure, self.sentences.blocks.get(figure.block_id)),
            items=self._items,
            counted={word: w for word, w in self._counted(figure).items() if word in near},
            actor=actor(before),
            is_base=is_base(before, figure.kind),
            plan=plan_year(before, after) if figure.kind in ("money", "percent") else None,
            bracketed=" ".join(words(name_before(self.extraction.text, figure.anchor))),
            event=self._event(figure),
            term=term(figure.value, figure.precision),
        )

    @cached_property
    def _events(self) -> Events:
        return Events(self.extraction.text, self.extraction.figures)

    def _event(self, figure: Figure) -> Event | None:
        if figure.kind == "date" or figure.cell is not None or not self._events:
            return None
        return self._events.told(*self.sentences.of(figure), figure.anchor.start)

    def _what(self, figure: Figure, heads: tuple[str, str]) -> Words:
        found: defaultdict[str, float] = defaultdict(float)
        table = None if figure.cell is None else self.tables.get(figure.cell.table_id)
        unit = measured_in(figure) if figure.kind == "count" else None
        told = (
            (value_of(figure.indicator), NAMED),
            (value_of(figure.population), UNIT),
            (unit, UNIT),
            (heads[0], ROW),
            (heads[1], COLUMN),
            (None if table is None else unnumbered(table.title or ""), _told_by_title(heads[1])),
        )
        scaled = SCALES | {(figure.unit or "").casefold()} if figure.kind == "money" else SCALES
        for text, weight in (*told, (self._area(figure), AREA)):
            for word in set(words(text or "")) - scaled:
                numbered = CODE if any(map(str.isdigit, word)) else 1.0
                found[word] = max(found[word], weight * numbered)
        if figure.status is not None:
            planned = figure.status.value in ("targeted", "required")
            found[f"={figure.status.value}"] = PLANNED if planned else STATUS
        return found

    def _area(self, figure: Figure) -> str | None:
        """Return the place of a figure, if it is not that of most figures."""
        return None if self._elsewhere(figure) is None else value_of(figure.place)

    def _elsewhere(self, figure: Figure) -> str | None:
        place = _place(figure.place)
        return None if place == self._main_place else place

    @cached_property
    def _main_place(self) -> str | None:
        places = Counter(_place(f.place) for f in self.extraction.figures if f.place is not None)
        return max(places, key=lambda each: (places[each], each or ""), default=None)

    def _counted(self, figure: Figure) -> Words:
        noun = "".join(words(figure.unit or "")[-1:])
        items = [spoken(item(after)) for after in self.sentences.listed(figure)]
        return counted_as(items[0], noun, items[1:]) if items else {}

    def is_own_date(self, figure: Figure) -> bool:
        """Say whether a date is that of the edition: its day of issue, or the period it covers."""
        document = self.extraction.document
        own = {document.published, document.period, self.reported}
        return figure.kind == "date" and figure.value in own


def _told_by_title(column: str) -> float:
    """Return how much the title of a table tells: what a column holds, if that says `People`."""
    return COLUMN if counts_people(column.strip().lower()) else TITLE


def _place(bound: Bound | None) -> str | None:
    return None if bound is None else bound.code or bound.value.casefold()
