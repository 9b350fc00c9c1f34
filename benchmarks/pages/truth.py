"""The common model: what a page holds, as its truth states it and as every reader gives it."""

import json
from dataclasses import asdict, dataclass
from typing import Literal, get_args

Kind = Literal["table", "figure", "photo", "map"]
Part = Literal["order", "headings", "tables", "notes", "captions", "credits", "keyfigures"]
PARTS: tuple[Part, ...] = get_args(Part)
TAIL = 20  # letters and digits before a mark that tell its place


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; its level counts from 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; one that spans stands once, at its first row and column."""

    row: int
    col: int
    text: str
    row_span: int = 1
    col_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, also over several pages; `page` is its first."""

    n_rows: int
    n_cols: int
    cells: tuple[Cell, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page, below a table or at the end."""

    label: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a note; `before` is the text of its block or cell up to it."""

    label: str
    before: str


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption with its credit line; `of` is the text of the table it belongs to."""

    kind: Kind | None
    text: str
    credit: str | None = None
    credit_year: str | None = None
    of: str | None = None
    beside: str | None = None
    """A line of its own, as a unit note, that may be read as the caption's end; only in a truth."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that stands for itself and what it counts."""

    value: str
    label: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document or a page holds."""

    order: tuple[str, ...] = ()
    """The texts of the body's units in reading order, furniture left out."""
    alternatives: tuple[tuple[str, ...], ...] = ()
    """Other orders that a careful reader may give as well; only a truth has them."""
    title: str | None = None
    headings: tuple[Heading, ...] = ()
    tables: tuple[Table, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    marks: tuple[Mark, ...] = ()
    captions: tuple[Caption, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    graphics: tuple[str, ...] = ()
    """The words in charts and maps, whose numbers a reader may give as key figures; only a truth
    has them."""
    gives: frozenset[Part] = frozenset(PARTS)
    """What this reader tells at all; the rest is not scored."""


def as_json(reading: Reading) -> str:
    """Return a reading as JSON, for a person to look at."""
    plain = asdict(reading)
    plain["gives"] = sorted(reading.gives)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
