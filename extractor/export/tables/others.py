"""What a document cites, and what was found in it: a row each."""

from typing import get_args

from extractor.export.tables.sheet import Column, Sheet
from schemas.extraction import DifferenceType, Extraction

SOURCES = (
    Column("id", "text", "The source.", required=True),
    Column("source", "text", "The source as named.", required=True),
    Column("publisher", "text", "Who published it."),
    Column("published", "text", "When: ISO 8601 at its own precision."),
    Column("url", "text", "Its address."),
    Column("footnote_ids", "list", "The footnotes that cite it."),
)
FINDINGS = (
    Column("code", "text", "The check.", required=True),
    Column("severity", "text", "How much it matters.", one_of=("error", "warning", "info")),
    Column("message", "text", "One sentence.", required=True),
    Column("figures", "list", "Ids of the figures concerned."),
    Column("stated", "text", "The value as stated."),
    Column("computed", "text", "The value as computed."),
    Column("tolerance", "text", "The tolerance allowed."),
    Column("type", "text", "Why two values of one thing differ.", one_of=get_args(DifferenceType)),
)


def sources(extraction: Extraction) -> Sheet:
    """Return a row for each work that the document cites."""
    rows = [
        (one.id, one.value, one.publisher, one.date, one.url, one.footnote_ids)
        for one in extraction.sources
    ]
    return Sheet("sources", SOURCES, rows)


def findings(extraction: Extraction) -> Sheet:
    """Return a row for each finding that the extraction holds."""
    rows = [
        (
            *(one.code, one.severity, one.message, one.figures),
            *(one.stated, one.computed, one.tolerance, one.type),
        )
        for one in extraction.findings
    ]
    return Sheet("findings", FINDINGS, rows)
