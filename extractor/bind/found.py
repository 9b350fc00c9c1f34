"""A figure on its way to being bound, and how a binding passes from one figure to another."""

from dataclasses import dataclass, field

from extractor.figures.reading import Reading
from schemas.figure import State, Zone

Span = tuple[int, int]
"""A stretch of the canonical text."""


@dataclass(slots=True, unsafe_hash=True)
class Binding:
    """One attribute with its evidence; `span` is None only for what was inferred.

    `rule` names the family and the rule that bound it (`place.clause`, `prose.predicate`).
    """

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
    """Number of the passage it was read in: figures of one passage stand in one context."""
    cell: tuple[int, int, int] | None = None
    """Table (index in `Document.tables`), row, column."""
    unit: str | None = None
    """The unit, where it is bound from further away than the grammar sees."""
    read_to: int = 0
    """Where what was read ends: in the label of a key figure whose unit opens that; else 0."""
    indicator: Binding | None = None
    population: Binding | None = None
    place: Binding | None = None
    as_of: Binding | None = None
    status: Binding | None = None
    of: "Found | None" = None
    sources: list[SourceBinding] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return self.reading.span

    @property
    def is_time(self) -> bool:
        """Whether it is a date or a duration, which need an indicator only when stated."""
        return self.reading.kind in {"date", "duration"}


def inherited(binding: Binding | None, rule: str) -> Binding | None:
    """Return a binding as another figure takes it over from further away; None from none."""
    if binding is None:
        return None
    return Binding(binding.value, "inherited", rule, binding.span, binding.code)


def restated(binding: Binding | None, rule: str) -> Binding | None:
    """Return a binding as another figure of its own sentence shares it; None from none."""
    if binding is None:
        return None
    return Binding(binding.value, binding.state, rule, binding.span, binding.code)


def take_over(part: Found, whole: Found, rule: str, *, keep_own: bool = False) -> None:
    """Bind a part as its whole is bound; with `keep_own` only what it still lacks."""

    def chosen(own: Binding | None, other: Binding | None) -> Binding | None:
        if other is None or (keep_own and own is not None):
            return own
        return inherited(other, rule)

    part.unit = part.unit or whole.unit
    part.indicator = chosen(part.indicator, whole.indicator)
    part.population = chosen(part.population, whole.population)
    part.status = chosen(part.status, whole.status)
