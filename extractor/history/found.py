"""What one document says of an indicator."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.editions.edition import Side
from extractor.editions.facets import Facet, value_of
from extractor.history.asked import Asked, Met, acronyms_of
from extractor.written import brief
from schemas.diff import Edition, FigureSide
from schemas.extraction import Extraction


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that says the words asked for."""

    met: Met
    facet: Facet
    """The figure and its words, by which it is compared with those of other editions."""
    told: FigureSide
    """The figure as a history tells it."""
    shown: str

    @property
    def status(self) -> str | None:
        """What becomes of those counted; None where not told."""
        return value_of(self.facet.figure.status)

    @property
    def place(self) -> str | None:
        """Where it holds, as it is compared; None where not told."""
        place = self.facet.figure.place
        return None if place is None else place.code or place.value.casefold()

    @property
    def named_place(self) -> str | None:
        """Where it holds, as the document names it; None where not told."""
        return value_of(self.facet.figure.place)


@dataclass(frozen=True, slots=True)
class Told:
    """A document, and what it says; the document itself is let go."""

    edition: Edition
    found: tuple[Found, ...]

    @property
    def dated(self) -> str | None:
        """The document's own date, else the period that it covers; None where it tells neither.

        Its own date is when it was published, else the day that it says it reports of.
        """
        return self.edition.published or self.edition.reported or self.edition.period


def told_by(name: str, extraction: Extraction, asked: Asked) -> Told:
    """Return what a document says of what was asked for."""
    side = Side(name, extraction)
    return Told(side.summary(), tuple(_found(side, asked)))


def _found(side: Side, asked: Asked) -> Iterator[Found]:
    acronyms = acronyms_of(side)
    met = [asked.met(figure, side, acronyms) for figure in side.extraction.figures]
    if not any(met):
        return
    for each, facet in zip(met, side.figures, strict=True):
        if each is not None:
            yield Found(each, facet, side.told(facet), brief(facet.figure))
