"""A line of a batch's manifest: what became of one document."""

from typing import Literal

from pydantic import Field

from schemas.base import Record

MANIFEST_VERSION = "1.0"

Status = Literal["done", "partial", "failed", "cached", "skipped"]
"""`partial`: some pages could not be read; `cached`: the result was there already; `skipped`: not
read at all, because another document has the same bytes or because it is no document."""


class ManifestLine(Record):
    """What became of one document."""

    schema_version: str = MANIFEST_VERSION
    """Version of this schema."""
    source: str
    """The document: its path as it was given, or its address."""
    status: Status
    """What became of it."""
    reason: str | None = None
    """Why it failed or was skipped, or what of it could not be read; None where all is well."""
    pages: int | None = Field(default=None, ge=0)
    """Number of pages, 0 for what has none; None where it was not read."""
    figures: int | None = Field(default=None, ge=0)
    """Number of figures; None where it was not read."""
    explained: float | None = Field(default=None, ge=0, le=1)
    """Share of the digits that are explained; None where it was not read."""
    seconds: float = Field(default=0.0, ge=0)
    """Time that it took by the clock, the last try only."""
    peak_memory_mb: float | None = Field(default=None, ge=0)
    """Most memory that its process held, in megabytes; None where none was begun."""
    sha256: str | None = None
    """Hash of its bytes; None where they could not be had."""
    output: str | None = None
    """The result, by its path in the folder of results; None where there is none."""
    output_sha256: str | None = None
    """Hash of the result; None where there is none."""
    tool_version: str = ""
    """The version of planfacts that read it."""
    tries: int = Field(default=1, ge=0)
    """How often it was begun; a process that ends of itself costs another try."""
    loaded: str | None = None
    """The database that has it, without password; None where it was asked into none."""
