"""The golden findings: what a person found in one document that an audit has to find.

Figures stand by their place in the *source*: offsets of the decoded file, or page and box.
"""

from typing import Literal

from pydantic import Field, JsonValue

from schemas.base import BoxPiece, OffsetPiece, Piece, Record

Severity = Literal["error", "warning", "info"]


class FoundAt(Record):
    """A figure, a mark or a note that a finding is about."""

    quote: str
    """As printed."""
    role: str | None = None
    """What it is in the finding: stated, total, term, share, part, whole ...; None if plain."""
    label: str | None = None
    """What it is called, for people; None where the quote says enough."""
    line: int | None = None
    """Line of the decoded file, for people; None in a PDF."""
    start: int | None = None
    """First code point of the decoded file; None in a PDF."""
    end: int | None = None
    """One past the last; None in a PDF."""
    source: tuple[BoxPiece, ...] = ()
    """Where it is printed in a PDF; empty for any other document."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Where it stands, whatever the document is."""
        if self.start is None or self.end is None:
            return self.source
        return (OffsetPiece(start=self.start, end=self.end),)


class GoldenFinding(Record):
    """One thing that a person found."""

    id: str
    """Its name in this file."""
    code: str
    """What kind of fault it is."""
    severity: Severity
    """How grave the person took it to be."""
    severity_ok: tuple[Severity, ...] = Field(min_length=1)
    """How grave a careful person may take it to be."""
    required: bool
    """Whether an audit has to find it; what need not be found is true all the same."""
    figures: tuple[FoundAt, ...] = Field(min_length=1)
    """What it is about, what is wrong first."""
    sentence: str
    """What was found."""
    stated: str | None = None
    """The number as stated; None where not numeric."""
    computed: str | None = None
    """The number as computed; None where not numeric."""
    tolerance: str | None = None
    """What rounding allows; None where not numeric."""
    difference: str | None = None
    """Stated less computed; None where not numeric."""
    unit: str | None = None
    """What the numbers are in, where not in full units."""
    relation: str | None = None
    """How the number was computed, for people."""
    type: str | None = None
    """Why two values differ; None where nothing is told twice."""
    base: str | None = None
    """What a share or a growth is of, for people."""
    pair: str | tuple[str, ...] | None = None
    """What it is held against, for people."""
    also: tuple[JsonValue, ...] = ()
    """Further figures, for people."""
    misprint: dict[str, str] | None = None
    """The single slip that would explain it; None where none would."""
    same_cause: str | None = None
    """The finding that it follows from, with which it may be told; None where it is its own."""
    in_text: bool = True
    """Whether it can be found in the text; one side of others is in a picture."""
    note: str | None = None
    """For people."""
    gap: bool = False
    """Whether the audit is known to miss it: a strict expected failure."""


class FalseAlarm(Record):
    """An error or a warning that the audit is known to raise wrongly: a strict expected failure."""

    code: str
    """Its code."""
    source: tuple[Piece, ...] = Field(min_length=1)
    """What it is about."""
    why: str
    """Why it is wrong."""


class Covered(Record):
    """The stretch of the document that the person audited."""

    lines: tuple[int, int] | None = None
    """First and last line of the decoded file; None in a PDF."""
    pages: tuple[int, int] | None = None
    """First and last page; None for any other document."""
    complete: bool
    """Whether that is all of it."""
    note: str | None = None
    """What was left out, for people."""


class GoldenFindings(Record):
    """What a person found in one document."""

    document: str
    """Name of the file."""
    sha256: str
    """Hash of its bytes."""
    covered: Covered
    """What of it was audited."""
    method: str
    """How, for people."""
    findings: tuple[GoldenFinding, ...]
    """What is wrong, or is told twice."""
    agreements: tuple[JsonValue, ...]
    """What adds up, for people: an error or a warning there is false."""
    agreements_left_out: JsonValue = None
    """How many more agree that are not kept here."""
    not_faults: tuple[JsonValue, ...]
    """What a naive check takes for a fault, for people."""
    observations: tuple[JsonValue, ...]
    """What else was seen, for people."""
    false_alarms: tuple[FalseAlarm, ...] = ()
    """What the audit is known to say wrongly."""
