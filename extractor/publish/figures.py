"""The figures, each with what it is bound to, and what is told of them all: sources, findings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.bind import Binding, Context, Found, SourceBinding
from extractor.bind.sources.works import date_of, publisher_of
from extractor.keys import key
from extractor.publish.records import Records
from extractor.readers.geometry import overlap
from extractor.segment.identity import Identities
from schemas.base import BoxPiece
from schemas.extraction import CitedSource, Finding
from schemas.figure import Bound, CellRef, Figure, SourceLink

MOST_KEPT = 4096  # records of bindings; figures that share one stand together


class Figures:
    """Makes the figures of a document, each when its turn comes, and what is told of them."""

    def __init__(self, context: Context, records: Records) -> None:
        self._context, self._doc, self._records = context, context.doc, records
        self._bounds = _Bounds(records)
        self._new_cell_ref = records.made(CellRef)
        self._new_source = records.made(SourceLink)
        doc, ids = self._doc, Identities(self._doc.sha256)
        self._ids = [ids.at(doc.place(f.span), "fig", doc.quote(f.span)) for f in context.founds]
        wholes = {found.of for found in context.founds}
        self._wholes = {found: id_ for found, id_ in self._with_ids() if found in wholes}

    def _with_ids(self) -> Iterator[tuple[Found, str]]:
        return zip(self._context.founds, self._ids, strict=True)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures in order of the text."""
        doc, records, bounds = self._doc, self._records, self._bounds
        new = records.made(Figure)
        for found, id_ in self._with_ids():
            reading = found.reading
            block = doc.blocks[found.block]
            modifier = reading.modifier_span
            yield new(
                id=id_,
                kind=reading.kind,
                value=reading.value,
                low=reading.low,
                high=reading.high,
                unit=found.unit,
                modifier=reading.modifier,
                modifier_anchor=records.anchor(modifier) if modifier else None,
                precision=reading.precision,
                anchor=records.anchor(found.span),
                zone=found.zone,
                block_id=block.id,
                section_id=records.section_id(block.section),
                cell=self._cell_ref(found),
                rule=reading.rule,
                indicator=bounds.of(found.indicator, keyed=True),
                population=bounds.of(found.population, keyed=True),
                place=bounds.of(found.place),
                as_of=bounds.of(found.as_of),
                status=bounds.of(found.status),
                per=bounds.of(_per(found)),
                of=self._wholes[found.of] if found.of is not None else None,
                sources=tuple(self._source(s) for s in found.sources),
            )

    def sources(self) -> Iterator[CitedSource]:
        """Yield what the figures are taken from, each once."""
        ids, new = Identities(self._doc.sha256), self._records.made(CitedSource)
        grouped: dict[tuple[str, str | None], list[str]] = {}
        dates: dict[tuple[str, str | None], str] = {}
        for source in (source for found in self._context.founds for source in found.sources):
            key = source.value, source.url
            notes = grouped.setdefault(key, [])
            cited = source.value if source.span is None else self._doc.quote(source.span)
            if key not in dates and (date := date_of(cited)) is not None:
                dates[key] = date
            note = None if source.footnote is None else self._doc.footnotes[source.footnote].id
            if note and note not in notes:
                notes.append(note)
        for (value, url), notes in grouped.items():
            yield new(
                id=ids.make("src", f"{value}\x1f{url or ''}", ()),
                value=value,
                publisher=publisher_of(value),
                date=dates.get((value, url)),
                url=url,
                footnote_ids=tuple(notes),
            )

    def findings(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Yield faults of reading with the figures that were read from their places."""
        printed: dict[int, list[tuple[BoxPiece, str]]] = defaultdict(list)
        for found, id_ in self._with_ids() if findings else ():
            for piece in self._doc.pieces(*found.span):
                if isinstance(piece, BoxPiece):
                    printed[piece.page].append((piece, id_))
        for finding in findings:
            places = [piece for piece in finding.source if isinstance(piece, BoxPiece)]
            ids = (
                id_
                for place in places
                for piece, id_ in printed[place.page]
                if overlap(place.bbox, piece.bbox)
            )
            yield finding.model_copy(update={"figures": tuple(dict.fromkeys(ids))})

    def _cell_ref(self, found: Found) -> CellRef | None:
        if found.cell is None:
            return None
        table, row, col = found.cell
        return self._new_cell_ref(table_id=self._doc.tables[table].id, row=row, col=col)

    def _source(self, source: SourceBinding) -> SourceLink:
        note = self._doc.footnotes[source.footnote] if source.footnote is not None else None
        return self._new_source(
            value=source.value,
            footnote=note.label if note else None,
            footnote_id=note.id if note else None,
            url=source.url,
            state=source.state if source.span else "inferred",
            rule=source.rule,
            anchor=self._records.anchor(source.span) if source.span else None,
        )


class _Bounds:
    """The attributes of figures as records; equal ones are one, as a header binds all its cells."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._new = records.made(Bound)
        self._made: dict[tuple[Binding, bool], Bound] = {}

    def of(self, binding: Binding | None, *, keyed: bool = False) -> Bound | None:
        """Return the record of a binding; None for one that says nothing."""
        if binding is None or not binding.value:
            return None
        made = self._made.get((binding, keyed))
        if made is None:
            if len(self._made) == MOST_KEPT:
                self._made.clear()
            made = self._made[binding, keyed] = self._new(
                value=binding.value,
                code=binding.code,
                key=key(binding.value) if keyed else None,
                state=binding.state if binding.span else "inferred",
                rule=binding.rule,
                anchor=self._records.anchor(binding.span) if binding.span else None,
            )
        return made


def _per(found: Found) -> Binding | None:
    """Return what a rate is counted on, as a binding."""
    reading = found.reading
    if reading.per is None:
        return None
    return Binding(reading.per, "stated", "grammar.per", reading.per_span or reading.span)
