"""The history of one indicator: what documents say of it, in order of time."""

from typing import Literal

from schemas.base import Record
from schemas.diff import Edition, FigureSide
from schemas.figure import Kind

HISTORY_VERSION = "1.0"

Agreement = Literal["alone", "borne_out", "disagrees"]
"""Whether other documents tell the same of that time: `alone` if none tells anything."""


class HistoryAsked(Record):
    """What was asked for."""

    indicators: tuple[str, ...]
    """The words of the indicator; several are wordings of one thing."""
    place: str | None = None
    """The place, by name or code; None for any."""
    population: str | None = None
    """The words of the group; None for any."""
    status: str | None = None
    """in_need, targeted, reached, required or funded; None for any."""
    kind: Kind | None = None
    """The kind of figure; None for any."""


class HistoryPoint(Record):
    """A value at a time, on the word of one document."""

    when: str | None
    """ISO 8601 date or interval; None where neither figure nor document tells it."""
    dated_by: Literal["figure", "document", "nothing"]
    """Who tells the time: the figure, or only the document's own date or period."""
    shown: str
    """The value for people, with its unit and what is said of its exactness."""
    document: int
    """The document, by its position in the list."""
    figure: FigureSide
    """The figure as it is told best, and where."""
    sources: tuple[str, ...]
    """On whose word the document says it; empty where it does not tell."""
    again: tuple[FigureSide, ...]
    """Where the document says the same once more."""
    agreement: Agreement
    """How other documents stand to it."""
    others: tuple[int, ...]
    """The points of other documents that bear it out or disagree, by their positions."""


class HistorySeries(Record):
    """The points of one thing: one indicator of one group, in one place and one unit."""

    label: str
    """What it is, in the words of the document that tells it most exactly."""
    kind: Kind
    """The kind of its figures."""
    unit: str | None
    """The unit of its figures, as most of them are printed; None where none is stated."""
    place: str | None
    """Where it holds; None where not told."""
    status: str | None
    """in_need, targeted, reached, required or funded; None where not told."""
    exactness: float
    """Share of the words that name it that were asked for, from 0 to 1."""
    documents: int
    """Number of documents that tell it."""
    points: tuple[HistoryPoint, ...]
    """In order of time; what has no time is last."""


class History(Record):
    """What documents say of one indicator."""

    schema_version: str = HISTORY_VERSION
    """Version of this schema."""
    asked: HistoryAsked
    """What was asked for."""
    documents: tuple[Edition, ...]
    """Every document that was read, in order of their dates."""
    series: tuple[HistorySeries, ...]
    """What the words meet, the largest first: by documents, then by points."""
