"""From the working records to the published ones: spans become anchors, bindings attributes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import version
from typing import Literal

from extractor.bind import Binding, Context, Found, SourceBinding
from extractor.bind.works import date_of, publisher_of
from extractor.check.ledger import ledger
from extractor.entities import Mention
from extractor.keys import key
from extractor.profile import document_info
from extractor.readers.geometry import overlap
from extractor.segment.document import Cell, Document, Mark
from extractor.segment.identity import Identities
from schemas.base import Anchor, BoxPiece, Reference, unchecked
from schemas.document import Block, Caption, Footnote, Section, Table, TableCell
from schemas.extraction import (
    CitedSource,
    Component,
    Entity,
    Extraction,
    Finding,
    ReadWarning,
)
from schemas.figure import Bound, CellRef, Figure, SourceLink

# Those of which a long document has tens of thousands.
new_cell, new_figure = unchecked(TableCell), unchecked(Figure)
new_bound, new_cell_ref = unchecked(Bound), unchecked(CellRef)

FEW_WORDS = 50  # below which a text without a language is no wonder
ENGINE = ("planfacts", "markdown-it-py", "pdfplumber", "pypdfium2", "spacy")


def publish(
    context: Context, raw: str, *, findings: Sequence[Finding] = (), engine: str | None = None
) -> Extraction:
    """Return the extraction of a bound document.

    `raw` is the decoded file, empty for a PDF; `findings` are those of its reader, and `engine` is
    the distribution that read its characters.
    """
    doc = context.doc
    ids = Identities(doc.sha256)
    figure_ids = {f: _figure_id(ids, doc.anchor(f.span)) for f in context.founds}
    bounds = _Bounds(doc)
    figures = tuple(_figure(context, f, figure_ids, bounds) for f in context.founds)
    return Extraction(
        engine=tuple(_component(name, engine) for name in ENGINE),
        document=document_info(context),
        text=doc.text,
        blocks=(*_blocks(doc), *_furniture(doc, ids)),
        sections=tuple(_sections(doc)),
        tables=tuple(_tables(doc)),
        captions=tuple(_captions(doc)),
        footnotes=tuple(_footnotes(doc)),
        figures=figures,
        entities=tuple(_entities(doc, context.mentions, ids)),
        sources=tuple(_sources(figures, ids)),
        findings=tuple(_findings(findings, figures)),
        ledger=ledger(context, raw),
        warnings=(*doc.warnings, *_unknown_language(context)),
    )


def _unknown_language(context: Context) -> Iterator[ReadWarning]:
    """Yield a warning where a text of some length is in none of the languages known."""
    unknown = context.collected.language is None
    if unknown and sum(word.isalpha() for word in context.doc.text.split()) >= FEW_WORDS:
        message = "language not recognised; numbers are read as in English"
        yield ReadWarning(code="language-unknown", message=message, page=None)


def _component(name: str, reader: str | None) -> Component:
    role: Literal["characters"] | None = "characters" if name == reader else None
    return Component(name=name, version=_version(name), role=role)


@cache
def _version(name: str) -> str:
    """Return the version of a distribution, which its whole description is read for."""
    return version(name)


def _findings(findings: Sequence[Finding], figures: Sequence[Figure]) -> Iterable[Finding]:
    """Yield faults of reading with the figures that were read from their places."""
    printed: dict[int, list[tuple[BoxPiece, str]]] = defaultdict(list)
    for figure in figures if findings else ():
        for piece in figure.anchor.source:
            if isinstance(piece, BoxPiece):
                printed[piece.page].append((piece, figure.id))
    for finding in findings:
        places = [piece for piece in finding.source if isinstance(piece, BoxPiece)]
        ids = (
            id_
            for place in places
            for piece, id_ in printed[place.page]
            if overlap(place.bbox, piece.bbox)
        )
        yield finding.model_copy(update={"figures": tuple(dict.fromkeys(ids))})


# --- the document -----------------------------------------------------------------------------


def _section_id(doc: Document, index: int | None) -> str | None:
    return None if index is None else doc.sections[index].id


def _blocks(doc: Document) -> Iterable[Block]:
    for block in doc.blocks:
        anchor = doc.anchor(block.span)
        yield Block(
            id=block.id,
            type=block.type,
            text=anchor.quote,
            anchor=anchor,
            section_id=_section_id(doc, block.section),
            level=block.level,
            table_id=None if block.table is None else doc.tables[block.table].id,
            ref=block.ref,
        )


def _furniture(doc: Document, ids: Identities) -> Iterable[Block]:
    for one in doc.furniture:
        yield Block(
            id=ids.make("blk", one.text, one.pieces),
            type="furniture",
            text=one.text,
            anchor=None,
            section_id=None,
            source=one.pieces,
        )


def _sections(doc: Document) -> Iterable[Section]:
    for section in doc.sections:
        yield Section(
            id=section.id,
            title=section.title,
            number=section.number,
            level=section.level,
            parent_id=_section_id(doc, section.parent),
            anchor=doc.anchor(section.span),
        )


def _tables(doc: Document) -> Iterable[Table]:
    for table in doc.tables:
        yield Table(
            id=table.id,
            title=table.title,
            unit=table.unit,
            magnitude=table.magnitude,
            n_rows=table.n_rows,
            n_cols=table.n_cols,
            cells=tuple(_cells(doc, table.cells)),
            total_rows=tuple(table.total_rows),
            notes=tuple(table.notes),
            caption_id=table.caption_id,
            continued_pages=tuple(table.continued_pages),
            anchor=doc.anchor(doc.blocks[table.block].span),
        )


def _cells(doc: Document, cells: Sequence[Cell]) -> Iterable[TableCell]:
    for cell in cells:
        yield new_cell(
            row=cell.row,
            col=cell.col,
            row_span=cell.row_span,
            col_span=cell.col_span,
            text=cell.text,
            header=cell.header,
            anchor=doc.anchor(cell.span) if cell.span else None,
        )


def _captions(doc: Document) -> Iterable[Caption]:
    for caption in doc.captions:
        anchor = doc.anchor(caption.span)
        yield Caption(
            id=caption.id,
            text=anchor.quote,
            credit=caption.credit,
            credit_year=caption.credit_year,
            of=caption.of,
            block_id=doc.blocks[caption.block].id,
            anchor=anchor,
        )


def _footnotes(doc: Document) -> Iterable[Footnote]:
    called: dict[int | None, list[Mark]] = defaultdict(list)
    for mark in doc.marks:
        called[mark.footnote].append(mark)
    for index, note in enumerate(doc.footnotes):
        anchor = doc.anchor(note.span)
        yield Footnote(
            id=note.id,
            label=note.label,
            text=anchor.quote,
            urls=tuple(note.urls),
            references=tuple(Reference(at=m.at, source=m.pieces) for m in called[index]),
            anchor=anchor,
        )


# --- figures ----------------------------------------------------------------------------------


class _Bounds:
    """The attributes of figures as records; equal ones are one, as a header binds all its cells."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._made: dict[tuple[Binding, bool], Bound] = {}

    def of(self, binding: Binding | None, *, keyed: bool = False) -> Bound | None:
        """Return the record of a binding; None for one that says nothing."""
        if binding is None or not binding.value:
            return None
        made = self._made.get((binding, keyed))
        if made is None:
            made = self._made[binding, keyed] = new_bound(
                value=binding.value,
                code=binding.code,
                key=key(binding.value) if keyed else None,
                state=binding.state if binding.span else "inferred",
                rule=binding.rule,
                anchor=self._doc.anchor(binding.span) if binding.span else None,
            )
        return made


def _figure_id(ids: Identities, anchor: Anchor) -> str:
    return ids.make("fig", anchor.quote, anchor.source)


def _figure(
    context: Context, found: Found, figure_ids: dict[Found, str], bounds: _Bounds
) -> Figure:
    doc, reading = context.doc, found.reading
    block = doc.blocks[found.block]
    return new_figure(
        id=figure_ids[found],
        kind=reading.kind,
        value=reading.value,
        low=reading.low,
        high=reading.high,
        unit=found.unit,
        modifier=reading.modifier,
        modifier_anchor=doc.anchor(reading.modifier_span) if reading.modifier_span else None,
        precision=reading.precision,
        anchor=doc.anchor(found.span),
        zone=found.zone,
        block_id=block.id,
        section_id=_section_id(doc, block.section),
        cell=_cell_ref(doc, found),
        rule=reading.rule,
        indicator=bounds.of(found.indicator, keyed=True),
        population=bounds.of(found.population, keyed=True),
        place=bounds.of(found.place),
        as_of=bounds.of(found.as_of),
        status=bounds.of(found.status),
        per=_per(doc, found),
        of=figure_ids[found.of] if found.of is not None else None,
        sources=tuple(_source(doc, s) for s in found.sources),
    )


def _cell_ref(doc: Document, found: Found) -> CellRef | None:
    if found.cell is None:
        return None
    table, row, col = found.cell
    return new_cell_ref(table_id=doc.tables[table].id, row=row, col=col)


def _per(doc: Document, found: Found) -> Bound | None:
    reading = found.reading
    if reading.per is None:
        return None
    span = reading.per_span or reading.span
    return Bound(value=reading.per, state="stated", rule="grammar.per", anchor=doc.anchor(span))


def _source(doc: Document, source: SourceBinding) -> SourceLink:
    note = doc.footnotes[source.footnote] if source.footnote is not None else None
    return SourceLink(
        value=source.value,
        footnote=note.label if note else None,
        footnote_id=note.id if note else None,
        url=source.url,
        state=source.state if source.span else "inferred",
        rule=source.rule,
        anchor=doc.anchor(source.span) if source.span else None,
    )


# --- entities and sources ---------------------------------------------------------------------


def _entities(doc: Document, mentions: list[Mention], ids: Identities) -> Iterable[Entity]:
    grouped: dict[tuple[str, str, str | None], list[Mention]] = {}
    for mention in mentions:
        value = mention.value.lower() if mention.type == "population" else mention.value
        grouped.setdefault((mention.type, value, mention.code), []).append(mention)
    for (kind, value, code), same in grouped.items():
        yield Entity(
            id=ids.make("ent", f"{kind}:{value}", ()),
            type=same[0].type,
            value=value,
            code=code,
            mentions=tuple(doc.anchor(m.span) for m in same),
        )


def _sources(figures: Sequence[Figure], ids: Identities) -> Iterable[CitedSource]:
    grouped: dict[tuple[str, str | None], list[str]] = {}
    for figure in figures:
        for source in figure.sources:
            notes = grouped.setdefault((source.value, source.url), [])
            if source.footnote_id and source.footnote_id not in notes:
                notes.append(source.footnote_id)
    for (value, url), notes in grouped.items():
        yield CitedSource(
            id=ids.make("src", f"{value}\x1f{url or ''}", ()),
            value=value,
            publisher=publisher_of(value),
            date=date_of(value),
            url=url,
            footnote_ids=tuple(notes),
        )
