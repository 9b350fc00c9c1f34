"""The difference of two editions: which figure became which, and what else changed."""

from typing import Literal

from schemas.base import Piece, Record
from schemas.figure import Kind, Modifier, Zone

DIFF_VERSION = "1.0"

ChangeType = Literal[
    "unchanged",
    "revised_up",
    "revised_down",
    "rounded",
    "restated",
    "next_period",
    "redated",
    "unit_changed",
    "currency_changed",
    "modifier_changed",
    "resourced",
    "moved",
    "split",
    "merged",
    "added",
    "withdrawn",
]
"""What became of a figure; docs/editions.md says when each holds."""

PartChange = Literal[
    "added",
    "removed",
    "renamed",
    "moved",
    "reordered",
    "split",
    "merged",
    "reworded",
    "relabelled",
]
"""What became of a section, a table, one of its rows or columns, a footnote or a source."""

Relation = Literal["same", "editions", "translation", "unrelated"]


class Edition(Record):
    """One of the two documents."""

    name: str
    """The name that the user gave."""
    sha256: str
    """Hash of the document's bytes."""
    title: str | None
    """Its title; None where none was recognised."""
    published: str | None
    """ISO 8601 date of publication; None where not told."""
    reported: str | None
    """The day that a line above its text says it reports of; None where not told, or published."""
    period: str | None
    """The period that it covers; None where not told."""
    language: str | None
    """ISO 639-1 code of its main language; None where not recognised."""
    figures: int
    """Number of its figures."""


class FigureSide(Record):
    """A figure in one of the editions, and where it stands."""

    id: str
    """Its id in the extraction."""
    kind: Kind
    """What kind of figure it is."""
    value: str | None
    """Its value; None for a range."""
    low: str | None
    """Lower end of a range; None for any other."""
    high: str | None
    """Upper end of a range; None for any other."""
    unit: str | None
    """Its unit; None where none is stated."""
    modifier: Modifier | None
    """What the words around say of its exactness."""
    label: str
    """What it is, as far as it is bound: indicator, group, place and status."""
    as_of: str | None
    """When it holds; None where not bound."""
    section: str | None
    """Title of its section; None before the first heading."""
    zone: Zone
    """The kind of place it stands in."""
    quote: str
    """The figure as printed."""
    line: str
    """The words around it, the figure among them."""
    page: int | None
    """The page that it stands on; None for a source without pages."""
    source: tuple[Piece, ...]
    """Where it is printed."""


class FigureChange(Record):
    """What became of one figure."""

    types: tuple[ChangeType, ...]
    """Every change that holds, in the order of the list; `unchanged` stands alone."""
    old: FigureSide | None
    """The figure in the old edition; None if it was added."""
    new: FigureSide | None
    """The figure in the new edition; None if it was withdrawn."""
    score: float | None
    """How sure it is that both are the same thing, from 0 to 1; None without a pair, and in
    `Diff.rolled`, where their places tell."""
    difference: str | None = None
    """New less old, exact; None where the two cannot be compared."""
    percent: str | None = None
    """The difference in per cent of the old value, to one decimal; None where there is none."""
    group: str | None = None
    """What joins the changes of one split or merge; None for any other."""


class LineChange(Record):
    """What became of a row or a column of a table."""

    type: PartChange
    """What became of it."""
    axis: Literal["row", "column"]
    """Whether it is a row."""
    old: str | None
    """Its label in the old edition; None if it was added."""
    new: str | None
    """Its label in the new edition; None if it was removed."""


class TableChange(Record):
    """What became of a table."""

    types: tuple[PartChange, ...]
    """What became of the table as a whole; empty if only its lines changed."""
    old_id: str | None
    """The table in the old edition; None if it was added."""
    new_id: str | None
    """The table in the new edition; None if it was removed."""
    old: str | None
    """Its old title."""
    new: str | None
    """Its new title."""
    old_page: int | None
    """The page it began on; None for a source without pages."""
    new_page: int | None
    """The page it begins on; None for a source without pages."""
    lines: tuple[LineChange, ...] = ()
    """Its rows and columns that changed."""


class TextChange(Record):
    """What became of a section, a footnote or a source."""

    types: tuple[PartChange, ...]
    """What became of it."""
    old_id: str | None
    """Its id in the old edition; None if it was added."""
    new_id: str | None
    """Its id in the new edition; None if it was removed."""
    old: str | None
    """Its old title or text."""
    new: str | None
    """Its new title or text."""
    old_page: int | None = None
    """Its page in the old edition; None for a source without pages."""
    new_page: int | None = None
    """Its page in the new edition; None for a source without pages."""


class Diff(Record):
    """What changed from one edition to the other."""

    schema_version: str = DIFF_VERSION
    """Version of this schema."""
    old: Edition
    """The old edition."""
    new: Edition
    """The new edition."""
    relation: Relation
    """How the documents stand to each other."""
    likeness: float
    """How much of what they say is the same thing, from 0 to 1."""
    figures: tuple[FigureChange, ...]
    """Every figure of both, in the order of the new edition; withdrawn ones where they stood."""
    rolled: tuple[FigureChange, ...]
    """The second view: cells and figures that stand in one place and speak of the next period,
    where `figures` holds each against its own period."""
    tables: tuple[TableChange, ...]
    """The tables that changed."""
    sections: tuple[TextChange, ...]
    """The sections that changed."""
    footnotes: tuple[TextChange, ...]
    """The footnotes that changed."""
    sources: tuple[TextChange, ...]
    """The cited sources that changed."""
