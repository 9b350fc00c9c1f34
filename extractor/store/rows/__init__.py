"""An extraction as rows of the database."""

from collections.abc import Iterable

from extractor.store.rows.contents import add_document
from extractor.store.rows.figures import add_figures, add_findings, add_unexplained
from extractor.store.rows.kept import Kept, Rows, clear, without_nul
from schemas.extraction import Extraction, Finding

__all__ = ["Rows", "clear", "rows_of", "without_nul"]


def rows_of(version_id: int, extraction: Extraction, audited: Iterable[Finding]) -> Rows:
    """Return the rows of a version of a document, by table, in the order of its columns."""
    kept = Kept(version_id)
    add_document(kept, extraction)
    add_figures(kept, extraction)
    add_unexplained(kept, extraction)
    add_findings(kept, extraction.findings, audited)
    return kept.rows
