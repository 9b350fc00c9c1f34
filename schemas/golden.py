"""The golden file: what a person read in one document, against which the program is held.

A golden says where a thing stands by pieces of the *source* (offsets of the decoded file, or page
and box), never by offsets of the program's own text: it can be written without running it.
"""

from typing import Literal

from pydantic import Field

from schemas.base import Piece, Record
from schemas.document import BlockType
from schemas.extraction import LedgerStatus
from schemas.figure import Kind, Modifier, Zone

GOLDEN_VERSION = "planfacts-golden/1"

FigureField = Literal[
    "figure",
    "kind",
    "value",
    "span",
    "unit",
    "modifier",
    "zone",
    "indicator",
    "population",
    "place",
    "as_of",
    "status",
    "per",
    "of",
    "sources",
]


Carried = Literal["unchanged", "changed", "new"]
"""What became of an entry in another edition."""

GoldenPart = Literal["figures", "headings", "tables", "captions", "footnotes"]


def _is_empty(value: object) -> bool:
    """Say whether a golden that was carried from no other leaves a key out."""
    return not value


class Carriable(Record):
    """An entry that may come from the golden of another edition."""

    carried: Carried | None = Field(default=None, exclude_if=_is_empty)
    """What became of it, as the program sees it: a proposal, which counts for nothing until a
    person has read it and takes this out; None for what a person read."""


class GoldenSource(Record):
    """On whose word a figure stands."""

    value: tuple[str, ...]
    """Acceptable names, the best first."""
    footnote: str | None = None
    """Printed label of the footnote that leads to it; None where none does."""
    url: str | None = None
    """Its address; None where the document gives none."""


class GoldenPlace(Record):
    """Where a figure holds."""

    value: tuple[str, ...]
    """Acceptable names, the best first."""
    code: str | None
    """ISO 3166-1 alpha-2 of one country; None for anything else."""


class GoldenFigure(Carriable):
    """One figure, as DESIGN section 3 defines it."""

    n: int
    """Number of the entry, unique in the file; `of` points to it."""
    source: tuple[Piece, ...] = Field(min_length=1)
    """Exact span: the pieces the figure is printed on."""
    printed: str
    """The figure as printed, for people; compared with the source when a golden is checked."""
    kind: Kind
    """Kind."""
    value: str | None
    """Value; None for a range."""
    low: str | None = None
    """Lower end of a range; None otherwise."""
    high: str | None = None
    """Upper end of a range; None otherwise."""
    unit: str | None
    """Unit; None where none."""
    modifier: Modifier | None
    """Modifier; None where none."""
    zone: Zone
    """Zone."""
    indicator: tuple[str, ...]
    """Acceptable wordings, the best first; empty where it must stay unbound."""
    population: tuple[str, ...]
    """Acceptable wordings, the best first; empty where it must stay unbound."""
    place: GoldenPlace | None
    """Place; None where it must stay unbound."""
    as_of: str | None
    """ISO 8601 date or interval; None where it must stay unbound."""
    status: str | None
    """in_need, targeted, reached, required, funded; None where not told."""
    per: str | None = None
    """What a rate is counted on; None where it is no rate."""
    of: int | None = None
    """Number of the entry that is the whole; None where the text names none."""
    sources: tuple[GoldenSource, ...]
    """Sources; empty where the document does not tell."""
    gaps: tuple[FigureField, ...] = ()
    """Fields the program is known to get wrong: a strict expected failure."""
    was: dict[FigureField, str | None] = Field(default_factory=dict, exclude_if=_is_empty)
    """Of an entry that is carried and changed: what the golden of the other edition says."""


class GoldenText(Carriable):
    """A heading, caption or footnote: short text as it is, longer text as a hash."""

    source: tuple[Piece, ...] = Field(min_length=1)
    """Where it is printed (for a footnote or a numbered heading, label or number included)."""
    text: str | None = None
    """The text, of others' documents only up to six words; None where `sha256` stands for it."""
    sha256: str | None = None
    """Hash of the text (UTF-8, each run of white space one space); None where `text` stands."""
    gap: bool = False
    """Whether the program is known to get it wrong."""


class GoldenHeading(GoldenText):
    """A heading or the document's title."""

    type: BlockType
    """`heading` or `title`."""
    level: int | None
    """Depth, 1 at the top; None for the title."""
    number: str | None = None
    """Printed number; None where it has none."""


class GoldenCaption(GoldenText):
    """A caption with its credit."""

    credit: str | None
    """Credit without sign and year; None where none is printed."""
    credit_year: str | None
    """Year of the credit; None where none is printed."""


class GoldenFootnote(GoldenText):
    """A footnote and its marks."""

    label: str
    """Printed label."""
    urls: tuple[str, ...]
    """Addresses in it or behind it."""
    references: tuple[Piece, ...]
    """Where its marks are printed."""


class GoldenCell(Record):
    """A cell that is not blank."""

    row: int
    """Row, from 0."""
    col: int
    """Column, from 0."""
    row_span: int = 1
    """Rows covered."""
    col_span: int = 1
    """Columns covered."""
    text: str | None = None
    """The text, of others' documents only up to six words; None where `sha256` stands for it."""
    sha256: str | None = None
    """As in GoldenText; None where `text` stands."""


class GoldenTable(Carriable):
    """A table, cell by cell."""

    source: tuple[Piece, ...] = Field(min_length=1)
    """Where it is printed."""
    title: str | None
    """Title, as in the extraction; None where it has none."""
    unit: str | None
    """Unit stated for the whole table; None where none."""
    magnitude: str | None
    """Factor stated for the whole table; None where none."""
    n_rows: int
    """Rows, header included."""
    n_cols: int
    """Columns, labels included."""
    cells: tuple[GoldenCell, ...]
    """Every cell that is not blank."""
    total_rows: tuple[int, ...] = ()
    """Rows labelled as a total."""
    gap: bool = False
    """Whether the program is known to get it wrong."""


class GoldenDigits(Carriable):
    """A run of digits that is in no figure, and what it is."""

    source: Piece
    """Where the run is printed."""
    digits: str
    """The run."""
    status: LedgerStatus
    """What it is; never `figure`."""
    gap: bool = False
    """Whether the program is known to get it wrong."""


class GoldenExtra(Carriable):
    """An entry that the program is known to give where there is none: a strict expected failure."""

    part: GoldenPart
    """What kind of entry it gives."""
    source: tuple[Piece, ...] = Field(min_length=1)
    """Where the program sees it."""


class GoldenOrigin(Record):
    """The golden that another one was carried from."""

    file: str
    """File name of its document."""
    sha256: str
    """Hash of that document's bytes."""
    curated_by: str
    """Who read its entries."""


class GoldenVanished(Record):
    """An entry of the golden of another edition that was not found again."""

    part: GoldenPart
    """What kind of entry it is."""
    label: str
    """The entry, as a person would look it up."""
    source: tuple[Piece, ...]
    """Where it stands in the other edition."""


class Golden(Record):
    """What a person read in one document."""

    schema_version: str = GOLDEN_VERSION
    """Version of this schema."""
    file: str
    """File name of the document."""
    sha256: str
    """Hash of the document's bytes."""
    curated_by: str
    """Who read the entries against the document; `draft` until somebody did."""
    coverage: tuple[str, ...] = ("all",)
    """What the golden covers: `all`, or page numbers."""
    figures: tuple[GoldenFigure, ...]
    """Every figure, in order."""
    headings: tuple[GoldenHeading, ...]
    """Every heading and the title, in order."""
    tables: tuple[GoldenTable, ...]
    """Every table, in order."""
    captions: tuple[GoldenCaption, ...]
    """Every caption, in order."""
    footnotes: tuple[GoldenFootnote, ...]
    """Every footnote, in order."""
    digits: tuple[GoldenDigits, ...]
    """Every run of digits that is in no figure, in order."""
    extras: tuple[GoldenExtra, ...] = ()
    """Entries that the program is known to give though there are none."""
    carried_from: GoldenOrigin | None = Field(default=None, exclude_if=_is_empty)
    """The golden of another edition that the entries marked `carried` come from; None for one that
    was read from nothing."""
    vanished: tuple[GoldenVanished, ...] = Field(default=(), exclude_if=_is_empty)
    """What of that golden was not found again, until a person has looked for it."""
