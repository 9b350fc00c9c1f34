"""References between the parts of an extraction: every id leads to the part that it should."""

from collections import Counter
from collections.abc import Iterator, Mapping

from extractor.verify.claims import cell_name, figure_name
from extractor.verify.failure import Failure, Fault
from schemas.base import Anchor
from schemas.document import Block, TableCell
from schemas.extraction import Extraction
from schemas.figure import Figure

Reference = tuple[str, str, str | None, Mapping[str, object]]
"""What refers, the field, the id in it, and the parts that it may lead to."""


def astray(extraction: Extraction) -> Iterator[Failure]:
    """Yield ids that are given twice or lead nowhere, and figures that are not where they say."""
    parts = _Parts(extraction)
    yield from parts.doubled()
    for what, field, id_, known in parts.references():
        if id_ is not None and id_ not in known:
            yield _failure(what, f"{field} of a part", id_)
    for figure in extraction.figures:
        yield from parts.elsewhere(figure)


class _Parts:
    """The parts of an extraction by their ids."""

    def __init__(self, extraction: Extraction) -> None:
        self._all = extraction
        self._blocks = {one.id: one for one in extraction.blocks}
        self._sections = {one.id: one for one in extraction.sections}
        self._tables = {one.id: one for one in extraction.tables}
        self._captions = {one.id: one for one in extraction.captions}
        self._notes = {one.id: one for one in extraction.footnotes}
        self._figures = {one.id: one for one in extraction.figures}
        self._cells: dict[tuple[str, int, int], TableCell] = {
            (table.id, cell.row, cell.col): cell
            for table in extraction.tables
            for cell in table.cells
        }

    def doubled(self) -> Iterator[Failure]:
        """Yield the ids that two parts of a kind have."""
        all_ = self._all
        for kind, parts in (
            ("block", all_.blocks),
            ("section", all_.sections),
            ("table", all_.tables),
            ("caption", all_.captions),
            ("footnote", all_.footnotes),
            ("figure", all_.figures),
            ("entity", all_.entities),
            ("source", all_.sources),
        ):
            for id_, count in Counter(part.id for part in parts).items():
                if count > 1:
                    yield _failure(f"{kind} {id_}", "one of this id", str(count))

    def references(self) -> Iterator[Reference]:
        """Yield every reference."""
        yield from self._of_parts()
        for figure in self._all.figures:
            yield from self._of_figure(figure)
        for source in self._all.sources:
            for note in source.footnote_ids:
                yield f"source {source.id}", "footnote_ids", note, self._notes
        for finding in self._all.findings:
            for one in finding.figures:
                yield f"finding {finding.code}", "figures", one, self._figures

    def _of_parts(self) -> Iterator[Reference]:
        for block in self._all.blocks:
            yield from self._of_block(block)
        for section in self._all.sections:
            yield f"section {section.id}", "parent_id", section.parent_id, self._sections
        for table in self._all.tables:
            yield f"table {table.id}", "caption_id", table.caption_id, self._captions
            yield from ((f"table {table.id}", "notes", one, self._blocks) for one in table.notes)
        for caption in self._all.captions:
            yield f"caption {caption.id}", "block_id", caption.block_id, self._blocks

    def _of_block(self, block: Block) -> Iterator[Reference]:
        what = f"block {block.id}"
        referred: Mapping[str, object] = {}
        if block.type in ("caption", "footnote"):
            referred = self._captions if block.type == "caption" else self._notes
        yield what, "section_id", block.section_id, self._sections
        yield what, "table_id", block.table_id, self._tables
        yield what, "ref", block.ref, referred

    def _of_figure(self, figure: Figure) -> Iterator[Reference]:
        what = figure_name(figure)
        yield what, "block_id", figure.block_id, self._blocks
        yield what, "section_id", figure.section_id, self._sections
        yield what, "of", figure.of, self._figures
        for source in figure.sources:
            yield what, "footnote_id", source.footnote_id, self._notes

    def elsewhere(self, figure: Figure) -> Iterator[Failure]:
        """Yield what a figure says of its block, section, cell and notes that they do not bear."""
        what = figure_name(figure)
        block = self._blocks.get(figure.block_id)
        if block is not None:
            if not _holds(block.anchor, figure.anchor):
                yield _failure(what, f"to stand in block {block.id}", "outside of it")
            if block.section_id != figure.section_id:
                yield _failure(what, f"section_id {block.section_id}", str(figure.section_id))
        yield from self._cell(what, figure)
        for source in figure.sources:
            note = self._notes.get(source.footnote_id or "")
            if (note.label if note else None) != source.footnote:
                yield _failure(what, f"the footnote {source.footnote}", str(source.footnote_id))

    def _cell(self, what: str, figure: Figure) -> Iterator[Failure]:
        place = figure.cell
        if place is None:
            if figure.zone == "table":
                yield _failure(what, "the cell of a figure in a table", "none")
            return
        name = cell_name(place.table_id, place.row, place.col)
        cell = self._cells.get((place.table_id, place.row, place.col))
        if cell is None:
            yield _failure(what, "a cell of a table", name)
        elif not _holds(cell.anchor, figure.anchor):
            yield _failure(what, f"to stand in {name}", "outside of it")


def _holds(outer: Anchor | None, inner: Anchor) -> bool:
    return outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _failure(what: str, expected: str, found: str) -> Failure:
    return Failure(what, Fault("reference", "", expected, found))
