"""What is told of one figure, as plain records: a page of text and JSON are made of the same."""

from dataclasses import dataclass

from schemas.base import Piece
from schemas.figure import Kind, Modifier, State, Zone


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the document that bear something out."""

    quote: str
    where: str
    """For people: `page 7`, `line 12`."""
    source: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Another figure, as far as it is told of beside this one."""

    id: str
    quote: str
    value: str
    """As a person writes it."""
    indicator: str | None
    place: str | None
    as_of: str | None
    where: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How the printed figure was read."""

    kind: Kind
    value: str | None
    """As in the extraction; None for a range."""
    low: str | None
    high: str | None
    unit: str | None
    modifier: Modifier | None
    modifier_evidence: Evidence | None
    precision: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where in a table a figure stands; rows and columns count from 1, as a person counts."""

    id: str
    title: str | None
    row: int
    col: int
    row_heads: tuple[str, ...]
    column_heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the document a figure stands, and the line around it."""

    where: str
    page: int | None
    page_label: str | None
    """The number printed on the page; None where none is known."""
    zone: Zone
    sections: tuple[str, ...]
    """Headings that it stands under, the widest first."""
    table: TablePlace | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that a figure is bound to."""

    name: str
    value: str
    written: str
    """The value as a person writes it."""
    code: str | None
    state: State
    rule: str
    evidence: Evidence | None
    """None only if inferred."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote on the way to a source."""

    label: str
    text: str
    where: str
    mark: str | None
    """Where the mark is printed that leads from the figure to it."""


@dataclass(frozen=True, slots=True)
class Source:
    """On whose word the figure stands: by which mark and note, and what is known of the work."""

    value: str
    note: Note | None
    publisher: str | None
    date: str | None
    url: str | None
    state: State
    rule: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Check:
    """A finding, or a sum that adds up, that the figure takes part in."""

    code: str
    severity: str
    """error, warning, info; `agrees` for a sum that adds up."""
    message: str
    stated: str | None
    computed: str | None
    tolerance: str | None
    others: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same indicator, population and place told by another figure."""

    figure: Mention
    relation: str
    """`agrees`, `differs`, `another time`; `time not told` where values differ without a time."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about one figure."""

    id: str
    quote: str
    written: str
    """The value as a person writes it."""
    reading: Reading
    standing: Standing
    attributes: tuple[Attribute, ...]
    whole: Mention | None
    """The figure that it is a part of; None where the text names none."""
    parts: tuple[Mention, ...]
    """The figures of which it is the whole."""
    sources: tuple[Source, ...]
    checks: tuple[Check, ...]
    elsewhere: tuple[Elsewhere, ...]
