"""The steps of the layout over the pages of one document."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from extractor.readers.source import PdfPage, PdfSource, Rule, Word
from extractor.segment.draft import Drafts, Furniture
from extractor.segment.layout.baselines import lines_left, page_lines
from extractor.segment.layout.boxes import boxed, unfolded
from extractor.segment.layout.breaks import units
from extractor.segment.layout.bullets import with_markers
from extractor.segment.layout.charts.finding import Chart, charts
from extractor.segment.layout.charts.scales import scales, without
from extractor.segment.layout.cutting import regions
from extractor.segment.layout.furniture import PrintedPage, furniture
from extractor.segment.layout.headings.front import set_front
from extractor.segment.layout.joining import join_notes, join_units, put_boxes_off
from extractor.segment.layout.keyfigures.finding import key_figures
from extractor.segment.layout.keyfigures.nearby import split_values
from extractor.segment.layout.keyfigures.values import KeyFigure
from extractor.segment.layout.landscape import turned_level
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.finding import Sheet, find_notes, words_with_marks
from extractor.segment.layout.notes.labels import Note
from extractor.segment.layout.order import Fixed, Item, Region
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import profile
from extractor.segment.layout.tables.cells import Table
from extractor.segment.layout.tables.continued import join_tables
from extractor.segment.layout.tables.finding import page_tables
from extractor.segment.layout.turned import turned_labels
from extractor.segment.layout.writing import Written

TYPED_RULE = regex.compile(r"[_─—⸺⸻\-]{4,}+ | [⸺⸻]++", regex.X)


@dataclass(slots=True)
class PageLayout:
    """One page on its way from words to units."""

    source: PdfPage
    words: list[Word]
    rules: list[Rule]
    """Those drawn, and those typed as rows of dashes."""
    lines: list[Line] = field(default_factory=list)
    figures: list[KeyFigure] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)
    """The labels that run up or down the page."""
    units: list[Unit] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The page's number."""
        return self.source.page.number


class Layout:
    """The layout of one document, found step by step."""

    def __init__(self, source: PdfSource) -> None:
        source = turned_level(source)
        self._source = source
        self._profile = profile(source.pages)
        self._written = Written(source, self._profile)
        self._furniture: list[Furniture] = []
        upright = [[word for word in page.words if word.upright] for page in source.pages]
        self._pages = [
            PageLayout(page, words, list(page.rules))
            for page, words in zip(source.pages, words_with_marks(upright), strict=True)
        ]

    def set_furniture_apart(self) -> None:
        """Take running heads, running feet and page numbers off the pages."""
        sheets = [_printed(page) for page in self._pages]
        chosen = furniture(sheets, self._profile.body)
        for page, sheet, taken in zip(self._pages, sheets, chosen, strict=True):
            typed = [line for line in sheet.lines if TYPED_RULE.fullmatch(line.text)]
            page.rules += [Rule(line.box, 1.0) for line in typed]
            gone = [*taken, *typed]
            self._furniture += [self._piece(line.words, line.text, page.number) for line in gone]
            dropped = {word.glyph for line in gone for word in line.words}
            if dropped:
                page.words = [word for word in page.words if word.glyph not in dropped]
            page.turned = [line for line in sheet.turned if line.words[0].glyph not in dropped]
            page.lines = lines_left(sheet.lines, page.words, page.number)

    def find_key_figures(self) -> None:
        """Take large numbers, and those in charts and on maps, off the pages with their labels."""
        for page in self._pages:
            page.charts = charts(page.lines, page.source)
            drawn = {word.glyph for chart in page.charts for word in chart.words}
            left = [word for word in page.words if word.glyph not in drawn] if drawn else page.words
            lines = lines_left(page.lines, left, page.number)
            page.figures = key_figures(lines, page.source, self._profile)
            taken = drawn | {word.glyph for figure in page.figures for word in figure.words}
            if taken:
                page.words = [word for word in page.words if word.glyph not in taken]

    def find_tables(self) -> None:
        """Take the tables off the pages."""
        for page in self._pages:
            page.tables, page.lines = page_tables(
                page.source, page.words, page.rules, self._profile, page.lines
            )
            self._set_scales_apart(page)
            # From here on there are lines. What they are made of goes with the last of them.
            page.source.words = page.source.tags = ()
            page.words = []

    def _set_scales_apart(self, page: PageLayout) -> None:
        """Take the numbers of the axes of charts off a page."""
        taken = scales(page.lines, page.turned, page.source)
        if not taken:
            return
        number = page.number
        gone = [word for line in (*page.lines, *page.turned) for word in line.words]
        gone = [word for word in gone if word.glyph in taken]
        self._furniture += [self._piece([word], word.text, number) for word in gone]
        page.lines = without(page.lines, taken, number)
        page.turned = [line for line in page.turned if line.words[0].glyph not in taken]

    def find_columns(self) -> None:
        """Bring what is left of each page into reading order."""
        for page in self._pages:
            items: list[Item] = [*with_markers(page.lines)]
            items += [Fixed(table.box, table) for table in page.tables]
            items += [Fixed(figure.box, figure=figure) for figure in page.figures]
            items += [Fixed(chart.box, chart=chart) for chart in page.charts]
            rtl = self._profile.rtl
            items = boxed(items, page.source, rtl=rtl)
            page.regions = unfolded(regions(items, page.source, rtl=rtl))
            page.source.grids = ()
            page.lines, page.figures, page.charts = [], [], []

    def find_notes(self) -> None:
        """Take the footnotes off the columns."""
        sheets = [
            Sheet(
                page.regions,
                page.tables,
                page.rules,
                page.source.page.width or 0.0,
                page.source.page.height or 0.0,
            )
            for page in self._pages
        ]
        for page, notes in zip(self._pages, find_notes(sheets, self._profile.body), strict=True):
            page.notes = notes

    def find_paragraphs(self) -> None:
        """Make paragraphs, list items and headings of the lines of each column."""
        for page in self._pages:
            for region in page.regions:
                page.units += split_values(units(region, self._profile.body))
                region.items = []
            page.regions, page.tables = [], []

    def join_over_breaks(self) -> None:
        """Join what a column, a page or a footnote cuts."""
        set_front([page.units for page in self._pages], self._profile, self._source.title)
        put_boxes_off([page.units for page in self._pages], self._profile)
        join_units([page.units for page in self._pages], self._profile)
        join_notes([page.notes for page in self._pages])
        repeated = join_tables([page.units for page in self._pages])
        self._furniture += [self._piece(line.words, line.text, line.page) for line in repeated]

    def written(self) -> Drafts:
        """Return the blocks as drafts; nothing is left on the pages."""
        for page in self._pages:
            page.units += [Unit([line], Region(page=page.number)) for line in page.turned]
        blocks = self._written.blocks(
            [page.units for page in self._pages], [page.notes for page in self._pages]
        )
        return Drafts(blocks=blocks, furniture=self._furniture)

    def _piece(self, words: Sequence[Word], text: str, page: int) -> Furniture:
        spans = sorted((word.glyph, word.glyph + len(word.text)) for word in words)
        return Furniture(text, self._source.locator.pieces(spans), page)


def _printed(page: PageLayout) -> PrintedPage:
    return PrintedPage(
        number=page.number,
        width=page.source.page.width or 0.0,
        height=page.source.page.height or 0.0,
        lines=page_lines(page.words, page.number),
        turned=turned_labels(page.source.words, page.number),
        tables=[grid.box for grid in page.source.grids if len(grid.cells) > 1],
    )
