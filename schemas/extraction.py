"""The extraction: everything that was read from one document."""

from typing import Literal

from schemas.base import Anchor, Piece, Record
from schemas.document import Block, Caption, DocumentInfo, Footnote, Section, Table
from schemas.figure import Figure

SCHEMA_VERSION = "1.0"

EntityType = Literal[
    "organisation",
    "place",
    "population",
    "person",
    "acronym",
    "law",
    "sector",
    "programme",
    "noun_phrase",
]
Role = Literal["characters", "names"]
LedgerStatus = Literal[
    "figure",
    "footnote_marker",
    "code",
    "credit",
    "furniture",
    "name",
    "url",
    "age",
    "ordinal",
    "list_number",
    "reference",
    "unexplained",
]


class Entity(Record):
    """A named thing, with every place where it is named."""

    id: str
    """Stable identifier."""
    type: EntityType
    """What kind of thing it is."""
    value: str
    """Its canonical name."""
    code: str | None = None
    """Its code: of a country ISO 3166-1 alpha-2, of a first-level area ISO 3166-2 (`UA-63`), where
    two areas of one name cannot be told apart None; None for anything else."""
    mentions: tuple[Anchor, ...]
    """Where it is named."""


class CitedSource(Record):
    """A document or organisation that figures are taken from."""

    id: str
    """Stable identifier."""
    value: str
    """The source as named."""
    publisher: str | None = None
    """Who published it; None where not told."""
    date: str | None = None
    """ISO 8601 date of the cited publication; None where not told."""
    url: str | None = None
    """Its address; None where none is given."""
    footnote_ids: tuple[str, ...] = ()
    """The footnotes that cite it."""


DifferenceType = Literal["rounding", "date", "scope", "source", "revision", "contradiction"]


class Finding(Record):
    """A fault or agreement that a check found."""

    code: str
    """Stable name of the check."""
    severity: Literal["error", "warning", "info"]
    """How much it matters."""
    message: str
    """One sentence that a person understands."""
    figures: tuple[str, ...]
    """Ids of the figures concerned."""
    stated: str | None = None
    """The value as stated; None where not numeric."""
    computed: str | None = None
    """The value as computed; None where not numeric."""
    tolerance: str | None = None
    """The tolerance that was allowed; None where not numeric."""
    source: tuple[Piece, ...] = ()
    """Where in the file it was found, where no figure shows it (a note, a mark); else empty."""
    type: DifferenceType | None = None
    """Why two values of one thing differ, as far as the document tells: they were rounded in two
    ways, are of two dates, of two groups or places, on the word of two sources, one revises the
    other, or nothing explains it (`contradiction`); None where nothing is told twice."""


class LedgerEntry(Record):
    """One run of digits, and what became of it."""

    start: int | None = None
    """First character in `Extraction.text`; None for digits that are not in the text."""
    end: int | None = None
    """One past the last character; None for digits that are not in the text."""
    source: tuple[Piece, ...] = ()
    """For digits that are not in the text, where they are printed."""
    status: LedgerStatus
    """What the run of digits is."""


class Ledger(Record):
    """Every run of digits accounted for."""

    entries: tuple[LedgerEntry, ...]
    """In order of the text, then the runs outside of it."""
    explained: float
    """Share of the runs of digits in the text that is not unexplained; 1.0 where it has none."""


PAGE_FAILED = "page-unreadable"
"""The code of the warning that a page had to be given up."""


class ReadWarning(Record):
    """Something the reader of the result should know."""

    code: str
    """Stable name of the warning."""
    message: str
    """What is the matter."""
    page: int | None = None
    """The page concerned; None where it concerns the whole document."""
    source: tuple[Piece, ...] = ()
    """Where it is printed, for a mark; empty for what concerns more."""


class Component(Record):
    """One piece of software that shaped the result."""

    name: str
    """Name of the distribution."""
    version: str
    """Its version."""
    role: Role | None = None
    """What it did where another could have, or none: `characters` for the reader of a PDF's
    characters, `names` for a model that told names and noun phrases, else None."""


class Extraction(Record):
    """Everything that was read from one document."""

    schema_version: str = SCHEMA_VERSION
    """Version of this schema."""
    engine: tuple[Component, ...]
    """What read the document: this package first, then the libraries that shape the result."""
    document: DocumentInfo
    """What the document is."""
    text: str
    """The canonical text: the document in reading order, without markup."""
    blocks: tuple[Block, ...]
    """The blocks in reading order."""
    sections: tuple[Section, ...]
    """The section tree, in reading order."""
    tables: tuple[Table, ...]
    """The tables, in reading order."""
    captions: tuple[Caption, ...]
    """The captions, in reading order."""
    footnotes: tuple[Footnote, ...]
    """The footnotes, in reading order."""
    figures: tuple[Figure, ...]
    """The figures, in order of the text."""
    entities: tuple[Entity, ...]
    """The named things."""
    sources: tuple[CitedSource, ...]
    """What the document cites."""
    findings: tuple[Finding, ...]
    """What the checks found."""
    ledger: Ledger
    """Every run of digits of the text, and what became of it."""
    warnings: tuple[ReadWarning, ...]
    """What the reader of the result should know."""
