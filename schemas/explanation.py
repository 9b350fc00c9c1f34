"""Everything about one figure: what `explain` tells, as a page of text or as JSON."""

from typing import Literal

from schemas.base import Piece, Record
from schemas.figure import Kind, Modifier, State, Zone

EXPLANATION_VERSION = "1.0"

Relation = Literal["agrees", "differs", "another time", "time not told"]
"""How two figures of one thing stand; `time not told` where values differ without a time."""


class Evidence(Record):
    """Words of the document that bear something out."""

    quote: str
    """The words."""
    where: str
    """Where they stand, for people: `page 7`, `line 12`."""
    source: tuple[Piece, ...]
    """Where they stand in the source, exactly."""


class Mention(Record):
    """Another figure, as far as it is told of beside this one."""

    id: str
    """Its id in the extraction."""
    quote: str
    """How it is printed."""
    value: str
    """Its value as a person writes it."""
    indicator: str | None
    """What it measures; None where not told."""
    place: str | None
    """Where it holds; None where not told."""
    as_of: str | None
    """When it holds, as a person writes it; None where not told."""
    where: str
    """Where it stands, for people."""


class Reading(Record):
    """How the printed figure was read."""

    kind: Kind
    """What kind of figure it is."""
    value: str | None
    """Its value, as in the extraction; None for a range."""
    low: str | None
    """Lower end of a range; None for any other, and where it is open."""
    high: str | None
    """Upper end of a range; None for any other, and where it is open."""
    unit: str | None
    """Its unit; None where none is stated."""
    modifier: Modifier | None
    """What is said of its exactness; None where nothing is."""
    modifier_evidence: Evidence | None
    """The words that say so; None without them."""
    precision: str | None
    """Half of the last printed digit; None where it has no meaning."""
    rule: str
    """The rule that read it."""


class TablePlace(Record):
    """Where in a table a figure stands; rows and columns count from 1, as a person counts."""

    id: str
    """The table."""
    title: str | None
    """Its title; None where it has none."""
    row: int
    """Row, counted from 1."""
    col: int
    """Column, counted from 1."""
    row_heads: tuple[str, ...]
    """The heads of its row, the outermost first."""
    column_heads: tuple[str, ...]
    """The heads of its column, the outermost first."""


class Standing(Record):
    """Where in the document a figure stands, and the line around it."""

    where: str
    """For people: `page 7`, `line 12`."""
    page: int | None
    """The page, counted from 1; None for a source without pages."""
    page_label: str | None
    """The number printed on the page; None where none is known."""
    zone: Zone
    """What kind of text it stands in."""
    sections: tuple[str, ...]
    """Headings that it stands under, the widest first."""
    table: TablePlace | None
    """Its place in a table; None outside of one."""
    before: str
    """The line before it; in a table its row."""
    after: str
    """The line after it; in a table its row."""


class Attribute(Record):
    """Something that a figure is bound to."""

    name: str
    """indicator, population, place, as_of, status or per."""
    value: str
    """The value, as in the extraction."""
    written: str
    """The value as a person writes it."""
    code: str | None
    """A code for it; None where none applies."""
    state: State
    """How it was bound."""
    rule: str
    """The rule that bound it."""
    evidence: Evidence | None
    """What bears it out; None only if inferred."""


class Note(Record):
    """A footnote on the way to a source."""

    label: str
    """Its printed label."""
    text: str
    """What it says."""
    where: str
    """Where it stands, for people."""
    mark: str | None
    """Where the mark is printed that leads from the figure to it; None where none was found."""


class Source(Record):
    """On whose word the figure stands: by which mark and note, and what is known of the work."""

    value: str
    """The source as named."""
    note: Note | None
    """The footnote that leads to it; None where none does."""
    publisher: str | None
    """Who published the work; None where not told."""
    date: str | None
    """ISO 8601 date of the work; None where not told."""
    url: str | None
    """Its address; None where none is given."""
    state: State
    """How it was bound."""
    rule: str
    """The rule that bound it."""
    evidence: Evidence | None
    """What bears it out; None only if inferred."""


class Check(Record):
    """A finding, or a sum that adds up, that the figure takes part in."""

    code: str
    """What was checked."""
    severity: Literal["error", "warning", "info", "agrees"]
    """How grave it is; `agrees` for a sum that adds up."""
    message: str
    """The finding in a sentence."""
    stated: str | None
    """The number stated; None where the check compares none."""
    computed: str | None
    """The number computed; None where the check compares none."""
    tolerance: str | None
    """How far apart the two may be; None where the check compares none."""
    others: tuple[Mention, ...]
    """The other figures concerned."""


class Elsewhere(Record):
    """The same indicator, population and place told by another figure."""

    figure: Mention
    """That figure."""
    relation: Relation
    """How the two stand."""


class Explanation(Record):
    """Everything about one figure."""

    schema_version: str = EXPLANATION_VERSION
    """Version of this schema."""
    id: str
    """The figure's id in the extraction."""
    quote: str
    """How it is printed."""
    written: str
    """The value as a person writes it."""
    reading: Reading
    """How it was read."""
    standing: Standing
    """Where it stands."""
    attributes: tuple[Attribute, ...]
    """What it is bound to."""
    whole: Mention | None
    """The figure that it is a part of; None where the text names none."""
    parts: tuple[Mention, ...]
    """The figures of which it is the whole."""
    sources: tuple[Source, ...]
    """On whose word it stands."""
    checks: tuple[Check, ...]
    """The checks that it takes part in, the gravest first."""
    elsewhere: tuple[Elsewhere, ...]
    """Where the document tells the same once more."""
