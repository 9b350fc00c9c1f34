"""Golden pages of real documents: the truth of each, its words taken from the document itself."""

import hashlib
import itertools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pdfplumber

from pages.printed import Box, Glyph, glyphs_of, inside, join_lines, spell, unbulleted, under
from pages.truth import Caption, Cell, Footnote, Heading, KeyFigure, Kind, Mark, Reading, Table
from schemas.document import CaptionOf
from schemas.page_golden import (
    AnyUnit,
    CaptionUnit,
    FootnoteUnit,
    GraphicUnit,
    HeadingUnit,
    KeyFigureUnit,
    PageCell,
    PageGolden,
    ProseUnit,
    TableUnit,
    Unit,
)

UnitT = TypeVar("UnitT", bound=Unit)

ROOT = Path(__file__).parents[2]
GOLDENS = ROOT / "golden" / "pages"
CORPUS_VARIABLE = "PLANFACTS_CORPUS"  # a folder of documents that are not ours to ship
KINDS: dict[CaptionOf | None, Kind] = {
    "table": "table",
    "figure": "figure",
    "chart": "figure",
    "photo": "photo",
    "map": "map",
}


@dataclass(frozen=True)
class GoldenPage:
    """A golden page and its document."""

    golden: PageGolden
    glyphs: Sequence[Glyph]
    """The characters of the page."""

    def text(self, boxes: Sequence[Box]) -> str:
        """Return the text under some boxes; footnote marks are no part of it."""
        marks = [mark.box for mark in self.golden.marks]
        spelled = (spell(line, left_out=marks) for line in under(boxes, self.glyphs))
        return join_lines(filter(None, spelled), self.golden.compounds)

    def readings(self) -> list[Reading]:
        """Return what a careful reader may read on the page: repeated header rows kept, or not."""
        repeated = any(unit.repeated_rows for unit in self._units(TableUnit))
        return [self.reading(repeated=kept) for kept in ((True, False) if repeated else (True,))]

    def reading(self, *, repeated: bool) -> Reading:
        """Return what stands on the page, with or without header rows of an earlier page."""
        headings = [unit for unit in self._units(HeadingUnit) if unit.level is not None]
        titles = [self.text(unit.boxes) for unit in self._units(HeadingUnit) if unit.level is None]
        page = self.golden.page
        return Reading(
            order=self._order(self.golden.units, repeated=repeated),
            alternatives=self._alternatives(repeated=repeated),
            title=titles[0] if titles else None,
            headings=tuple(Heading(unit.level or 1, self.text(unit.boxes)) for unit in headings),
            tables=tuple(self._table(unit, repeated=repeated) for unit in self._units(TableUnit)),
            footnotes=tuple(
                Footnote(unit.label, self._unit_text(unit, repeated=repeated), page)
                for unit in self._units(FootnoteUnit)
                if unit.label is not None
            ),
            marks=tuple(self._marks()),
            captions=tuple(self._caption(unit) for unit in self._units(CaptionUnit)),
            key_figures=tuple(
                KeyFigure(
                    self.text([number.box]),
                    self.text(number.label_boxes),
                    self.text(number.as_of_boxes) or None,
                )
                for unit in self._units(KeyFigureUnit)
                for number in unit.numbers
            ),
        )

    def cell_text(self, cell: PageCell) -> str:
        """Return a cell's text: as it is held, else as it is printed."""
        return cell.text or (unbulleted(self.text([cell.box])) if cell.box else "")

    def _units(self, kind: type[UnitT]) -> list[UnitT]:
        return [unit for unit in self.golden.units if isinstance(unit, kind)]

    def _unit_text(self, unit: AnyUnit, *, repeated: bool) -> str:
        """Return a unit's text, without bullet or label; a table's cell by cell."""
        if isinstance(unit, TableUnit):
            return "\t".join(cell.text for cell in self._table(unit, repeated=repeated).cells)
        text = self.text(unit.boxes)
        before = unit.bullet if isinstance(unit, ProseUnit) else None
        before = unit.label if isinstance(unit, FootnoteUnit) else before
        return text.removeprefix(before or "").lstrip()

    def _order(
        self, units: Sequence[AnyUnit], *left_out: type[Unit], repeated: bool
    ) -> tuple[str, ...]:
        return tuple(
            self._unit_text(unit, repeated=repeated)
            for unit in units
            if not isinstance(unit, left_out)
        )

    def _alternatives(self, *, repeated: bool) -> tuple[tuple[str, ...], ...]:
        """Return the other orders: those held; notes last; words in pictures left out."""
        notes = self._order(self._units(FootnoteUnit), repeated=repeated)
        found: dict[tuple[str, ...], None] = {}
        for places in (range(len(self.golden.units)), *self.golden.orders):
            units = [self.golden.units[place] for place in places]
            for pictures in ((), (GraphicUnit,)):
                found[self._order(units, *pictures, repeated=repeated)] = None
                last = self._order(units, FootnoteUnit, *pictures, repeated=repeated) + notes
                found[last] = None
        return tuple(found)[1:]

    def _table(self, unit: TableUnit, *, repeated: bool) -> Table:
        skipped = 0 if repeated else unit.repeated_rows
        cells = tuple(
            Cell(
                cell.row - skipped,
                cell.col,
                self.cell_text(cell),
                cell.row_span,
                cell.col_span,
                header=cell.header is not None,
            )
            for cell in unit.cells
            if cell.row >= skipped
        )
        return Table(unit.n_rows - skipped, unit.n_cols, cells, self.golden.page)

    def _caption(self, unit: CaptionUnit) -> Caption:
        table = self.golden.units[unit.table] if unit.table is not None else None
        of = None
        if isinstance(table, TableUnit):
            of = " ".join(cell.text for cell in self._table(table, repeated=True).cells)
        kind = KINDS[unit.of] if unit.of else None
        return Caption(kind, self.text(unit.boxes), unit.credit, unit.credit_year, of)

    def _marks(self) -> Iterator[Mark]:
        """Yield the marks, each with what stands before it in its unit or cell."""
        places = [
            boxes
            for unit in self.golden.units
            for boxes in (
                [(cell.box,) for cell in unit.cells if cell.box]
                if isinstance(unit, TableUnit)
                else [unit.boxes]
            )
        ]
        for mark in self.golden.marks:
            before = (self._before(mark.box, boxes) for boxes in places)
            yield Mark(mark.label, next(text for text in before if text is not None))

    def _before(self, mark: Box, boxes: Sequence[Box]) -> str | None:
        """Return what is printed under the boxes before a mark; None where it is not there."""
        reach = [(x0, top, x1 + mark[2] - mark[0], bottom) for x0, top, x1, bottom in boxes]
        line = list(itertools.chain.from_iterable(under(reach, self.glyphs)))
        at = next((i for i, glyph in enumerate(line) if inside(mark, glyph)), None)
        if at is None:
            return None
        others = [other.box for other in self.golden.marks]
        return "".join(g.text for g in line[:at] if not any(inside(box, g) for box in others))


def load_page(path: Path) -> PageGolden:
    """Return a golden page."""
    return PageGolden.model_validate_json(path.read_bytes())


def document_of(golden: PageGolden) -> Path | None:
    """Return the document of a golden page, known by name and hash; None where it is not here."""
    beside = ROOT.parent / "shared" / "corpus"
    folders = (ROOT / "corpus", Path(os.environ.get(CORPUS_VARIABLE, beside)))
    for folder, below in itertools.product(folders, ("", "pdf")):
        path = folder / below / golden.file
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == golden.sha256:
            return path
    return None


def open_page(golden: PageGolden, document: Path) -> GoldenPage:
    """Return a golden page with the characters of its document."""
    with pdfplumber.open(document, pages=[golden.page]) as pdf:
        return GoldenPage(golden, glyphs_of(pdf.pages[0]))


def page_paths() -> list[Path]:
    """Return the golden pages in order."""
    return sorted(GOLDENS.glob("*.json"))
