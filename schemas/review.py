"""A golden patch: what a reviewer said of figures in the report, for a golden to take over."""

from typing import Literal

from pydantic import Field

from schemas.base import Record

Corrected = Literal[
    "value", "low", "high", "unit", "indicator", "population", "place", "as_of", "status"
]


class Reviewed(Record):
    """Which document was reviewed."""

    name: str
    """File name."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Hash of its bytes."""


class Review(Record):
    """What a reviewer said of one figure."""

    figure: str
    """The figure's id."""
    page: int | None = None
    """Its page; None in a document without pages."""
    start: int | None = None
    """Its offset in the file; None in a document with pages."""
    quote: str
    """The figure as printed."""
    verdict: Literal["right", "wrong", "note"]
    """Whether it was read right; `note` where only a note was written."""
    note: str = ""
    """What the reviewer wrote."""
    corrections: dict[Corrected, str | None] = Field(default_factory=dict)
    """What is right, of a figure that was read wrong; None for what must stay unbound."""


class GoldenPatch(Record):
    """All reviews of a document."""

    format: Literal["planfacts-review/1"]
    """Version of this form."""
    document: Reviewed
    """What was reviewed."""
    reviews: tuple[Review, ...]
    """In order of the text."""
