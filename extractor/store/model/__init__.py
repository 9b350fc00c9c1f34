"""The relational model, by the order in which rows are added."""

from collections.abc import Sequence

from sqlalchemy import Table

from extractor.store.model import changes, contents, documents, figures
from extractor.store.model.base import METADATA

__all__ = ["CONTENT", "METADATA", "changes", "contents", "documents", "figures"]

CONTENT: Sequence[Table] = (
    documents.TEXTS,
    documents.COMPONENTS,
    documents.PAGES,
    documents.ANCHORS,
    documents.PIECES,
    contents.SECTIONS,
    contents.CAPTIONS,
    contents.FOOTNOTES,
    contents.FOOTNOTE_URLS,
    contents.FOOTNOTE_REFERENCES,
    contents.TABLES,
    contents.BLOCKS,
    contents.CELLS,
    contents.TABLE_NOTES,
    contents.TABLE_PAGES,
    figures.ATTRIBUTES,
    figures.FIGURES,
    figures.FIGURE_SOURCES,
    figures.SOURCES,
    figures.SOURCE_FOOTNOTES,
    figures.ENTITIES,
    figures.MENTIONS,
    figures.FINDINGS,
    figures.FINDING_FIGURES,
    figures.WARNINGS,
    figures.UNEXPLAINED_DIGITS,
)
"""What belongs to one version; each table after those that it refers to."""
