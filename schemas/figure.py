"""A figure: a value as printed and as read, and everything it is bound to."""

from typing import Literal

from pydantic import Field

from schemas.base import Anchor, Record

Kind = Literal["money", "percent", "count", "ratio", "measure", "date", "duration"]
Modifier = Literal["at_least", "at_most", "approx"]
Zone = Literal["prose", "heading", "list", "table", "keyfigure", "caption", "footnote"]
State = Literal["stated", "inherited", "inferred"]


class Bound(Record):
    """One attribute bound to a figure, with its evidence."""

    value: str = Field(min_length=1)
    """The attribute in the document's own words; for `as_of` an ISO 8601 date or interval."""
    code: str | None = None
    """A code for the value (ISO 3166-1 alpha-2 of one country); None where none applies."""
    key: str | None = None
    """Lower-case lemma form, for comparing; None for attributes that are codes already."""
    state: State
    """Stated beside the figure, inherited from what governs it, or inferred."""
    rule: str
    """The rule that bound it."""
    anchor: Anchor | None
    """The evidence; None only if inferred."""


class SourceLink(Record):
    """On whose word a figure stands."""

    value: str = Field(min_length=1)
    """The source as named; at least the cited title."""
    footnote: str | None = None
    """Printed label of the footnote that leads to it; None where no footnote does."""
    footnote_id: str | None = None
    """That footnote's id; None where no footnote leads to it."""
    url: str | None = None
    """The source's address; None where none is given."""
    state: State
    """How the source was bound."""
    rule: str
    """The rule that bound it."""
    anchor: Anchor | None
    """The evidence; None only if inferred."""


class CellRef(Record):
    """The table cell that a figure stands in."""

    table_id: str
    """The table."""
    row: int = Field(ge=0)
    """Row, counted from 0."""
    col: int = Field(ge=0)
    """Column, counted from 0."""


class Figure(Record):
    """An amount, percentage, count, ratio, measure, date or duration."""

    id: str
    """Stable identifier: hash of the document, the place and the quote."""
    kind: Kind
    """What kind of figure it is."""
    value: str | None
    """Exact decimal in plain digits and full units, or ISO 8601; None for a numeric range."""
    low: str | None = None
    """Lower end of a range; None for a single value or a range open below."""
    high: str | None = None
    """Upper end of a range; None for a single value or a range open above."""
    unit: str | None
    """ISO 4217, `percent`, `percentage_points`, the counted noun, the measure's unit or `times`;
    None where none is stated."""
    modifier: Modifier | None
    """What the words around say of the value's exactness; None where they say nothing."""
    modifier_anchor: Anchor | None = None
    """Where those words stand; None without a modifier."""
    precision: str | None
    """Half a unit of the last printed digit, in full units; None for dates and durations."""
    anchor: Anchor
    """Where the figure stands."""
    zone: Zone
    """The kind of place it stands in."""
    block_id: str
    """The block it stands in."""
    section_id: str | None
    """The section it stands in; None before the first heading."""
    cell: CellRef | None = None
    """Its table cell; None outside tables."""
    rule: str
    """The grammar rule that read it."""
    indicator: Bound | None = None
    """What is measured; None where it could not be bound."""
    population: Bound | None = None
    """The group counted, or the base of a share; None where not bound."""
    place: Bound | None = None
    """Where it holds; None where not bound."""
    as_of: Bound | None = None
    """When it holds, or the period it is for; None where not bound."""
    status: Bound | None = None
    """in_need, targeted, reached, required or funded; None where not told."""
    per: Bound | None = None
    """What a rate is counted on (`person/month`); None for what is no rate."""
    of: str | None = None
    """Id of the figure that is the whole; None where the text names none."""
    sources: tuple[SourceLink, ...] = ()
    """On whose word it stands; empty where the document does not tell."""
