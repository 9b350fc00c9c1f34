"""Golden pages of real documents: the truth of each, its words taken from the document itself."""

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pdfplumber

from extractor.golden.store import corpus_of_others
from pages.metrics import Score, score
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
    repeated: bool = True
    """Whether header rows of an earlier page are read again."""
    nested: bool = True
    """Whether a table in a cell is a table of its own; else its words are the cell's."""

    def text(self, boxes: Sequence[Box]) -> str:
        """Return the text under some boxes; footnote marks are no part of it."""
        marks = [mark.box for mark in self.golden.marks]
        spelled = (spell(line, left_out=marks) for line in under(boxes, self.glyphs))
        return join_lines(filter(None, spelled), self.golden.compounds)

    def readings(self) -> list[Reading]:
        """Return what a careful reader may read on the page, in each way that suits its tables."""
        tables = self._units(TableUnit)
        again = (True, False) if any(table.repeated_rows for table in tables) else (True,)
        apart = (True, False) if self._inner() else (True,)
        return [
            replace(self, repeated=repeated, nested=nested).reading()
            for repeated, nested in itertools.product(again, apart)
        ]

    def reading(self) -> Reading:
        """Return what stands on the page."""
        headings = [unit for unit in self._units(HeadingUnit) if unit.level is not None]
        titles = [self.text(unit.boxes) for unit in self._units(HeadingUnit) if unit.level is None]
        page = self.golden.page
        return Reading(
            order=self._order(self.golden.units),
            alternatives=self._alternatives(),
            title=titles[0] if titles else None,
            headings=tuple(Heading(unit.level or 1, self.text(unit.boxes)) for unit in headings),
            tables=tuple(
                self.table(unit)
                for place, unit in enumerate(self.golden.units)
                if isinstance(unit, TableUnit) and (self.nested or place not in self._inner())
            ),
            footnotes=tuple(
                Footnote(unit.label, self._unit_text(unit), page)
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
            graphics=tuple(self._unit_text(unit) for unit in self._units(GraphicUnit)),
        )

    def cell_text(self, cell: PageCell) -> str:
        """Return a cell's text: as it is held, else as it is printed."""
        if cell.inner is not None and not self.nested:
            return self._unit_text(self.golden.units[cell.inner])
        return cell.text or (unbulleted(self.text([cell.box])) if cell.box else "")

    def _units(self, kind: type[UnitT]) -> list[UnitT]:
        return [unit for unit in self.golden.units if isinstance(unit, kind)]

    def _unit_text(self, unit: AnyUnit) -> str:
        """Return a unit's text, without bullet or label; a table's cell by cell."""
        if isinstance(unit, TableUnit):
            return "\t".join(cell.text for cell in replace(self, nested=False).table(unit).cells)
        text = self.text(unit.boxes)
        before = unit.bullet if isinstance(unit, ProseUnit) else None
        before = unit.label if isinstance(unit, FootnoteUnit) else before
        return text.removeprefix(before or "").lstrip()

    def _inner(self) -> set[int]:
        """Return the places of the tables that stand in cells of others."""
        cells = itertools.chain.from_iterable(table.cells for table in self._units(TableUnit))
        return {cell.inner for cell in cells if cell.inner is not None}

    def _order(self, units: Sequence[AnyUnit], *left_out: type[Unit]) -> tuple[str, ...]:
        inner = [self.golden.units[place] for place in self._inner()]
        return tuple(
            self._unit_text(unit)
            for unit in units
            if not isinstance(unit, left_out) and unit not in inner
        )

    def _alternatives(self) -> tuple[tuple[str, ...], ...]:
        """Return the other orders: those held; notes last; words in pictures left out."""
        notes = self._order(self._units(FootnoteUnit))
        found: dict[tuple[str, ...], None] = {}
        for places in (range(len(self.golden.units)), *self.golden.orders):
            units = [self.golden.units[place] for place in places]
            for pictures in ((), (GraphicUnit,)):
                found[self._order(units, *pictures)] = None
                last = self._order(units, FootnoteUnit, *pictures) + notes
                found[last] = None
        return tuple(found)[1:]

    def table(self, unit: TableUnit) -> Table:
        """Return a table in the common model."""
        skipped = 0 if self.repeated else unit.repeated_rows
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
            of = " ".join(cell.text for cell in self.table(table).cells)
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
    """Return the document of a golden page; None where it is not here."""
    return find_document(golden.file, golden.sha256)


def find_document(file: str, sha256: str) -> Path | None:
    """Return a document known by its name and hash; None where it is not here."""
    folders = (ROOT / "corpus", corpus_of_others(ROOT))
    for folder, below in itertools.product(folders, ("", "pdf")):
        path = folder / below / file
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
            return path
    return None


def open_page(golden: PageGolden, document: Path) -> GoldenPage:
    """Return a golden page with the characters of its document."""
    with pdfplumber.open(document, pages=[golden.page]) as pdf:
        return GoldenPage(golden, glyphs_of(pdf.pages[0]))


def score_page(page: GoldenPage, read: Reading) -> Score:
    """Score what a reader gives of a page, by the reading of it that suits the reader best."""
    scores = [score(truth, read) for truth in page.readings()]
    return max(scores, key=lambda found: sum(tally.share or 0.0 for tally in found.values()))


def page_paths(*, held_out: bool = False) -> list[Path]:
    """Return the golden pages in order: of documents to develop on, or of those held out."""
    return sorted((GOLDENS / "heldout" if held_out else GOLDENS).glob("*.json"))
