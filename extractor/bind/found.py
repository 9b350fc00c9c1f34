"""A figure on its way to being bound."""

from dataclasses import dataclass, field

from extractor.figures.reading import Reading
from schemas.figure import State, Zone

Span = tuple[int, int]
"""A stretch of the canonical text."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One attribute with its evidence; `span` is None only for what was inferred."""

    value: str
    state: State
    rule: str
    span: Span | None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class SourceBinding:
    """On whose word a figure stands."""

    value: str
    state: State
    rule: str
    span: Span | None
    footnote: int | None = None
    """Index in `Document.footnotes`."""
    url: str | None = None


@dataclass(slots=True, eq=False)
class Found:
    """A figure that was found, and what it is bound to so far."""

    reading: Reading
    """Its spans point into the canonical text."""
    block: int
    zone: Zone
    passage: int
    """Number of the passage it was read in: figures of one passage stand in one sentence context."""
    cell: tuple[int, int, int] | None = None
    """Table (index in `Document.tables`), row, column."""
    unit: str | None = None
    """The unit, where it is bound from further away than the grammar sees."""
    indicator: Binding | None = None
    population: Binding | None = None
    place: Binding | None = None
    as_of: Binding | None = None
    status: Binding | None = None
    per: Binding | None = None
    of: "Found | None" = None
    sources: list[SourceBinding] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return self.reading.span

    @property
    def is_time(self) -> bool:
        """Whether it is a date or a duration, which need an indicator only when the text states it."""
        return self.reading.kind in {"date", "duration"}
