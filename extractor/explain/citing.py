"""On whose word a figure stands: from its mark over the note to the work that is cited."""

from extractor.explain.places import Places
from schemas.document import Footnote
from schemas.explanation import Note, Source
from schemas.extraction import CitedSource, Extraction
from schemas.figure import Figure, SourceLink


def citing(extraction: Extraction, figure: Figure, places: Places) -> tuple[Source, ...]:
    """Return the chain to each source of a figure."""
    notes = {note.id: note for note in extraction.footnotes}
    works = {(work.value, work.url): work for work in extraction.sources}
    return tuple(
        _source(
            link,
            works.get((link.value, link.url)),
            _note(figure, notes.get(link.footnote_id or ""), places),
            places,
        )
        for link in figure.sources
    )


def _source(
    link: SourceLink, work: CitedSource | None, note: Note | None, places: Places
) -> Source:
    return Source(
        value=link.value,
        note=note,
        publisher=work.publisher if work is not None else None,
        date=work.date if work is not None else None,
        url=link.url,
        state=link.state,
        rule=link.rule,
        evidence=places.evidence(link.anchor),
    )


def _note(figure: Figure, note: Footnote | None, places: Places) -> Note | None:
    if note is None:
        return None
    # A mark may source what stands before it, or a head above: the nearest is what led here.
    marks = sorted(note.references, key=lambda mark: abs(mark.at - figure.anchor.end))
    return Note(
        label=note.label,
        text=note.text,
        where=places.of(note.anchor),
        mark=places.of_pieces(marks[0].source) if marks else None,
    )
