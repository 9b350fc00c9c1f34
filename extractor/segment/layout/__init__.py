"""The layout segmenter: a PDF's words become blocks in reading order; each line is a step."""

from extractor.readers.source import PdfSource
from extractor.segment.draft import Drafts
from extractor.segment.layout.pages import Layout

__all__ = ["drafts"]


def drafts(source: PdfSource) -> Drafts:
    """Return the blocks of a PDF in reading order."""
    layout = Layout(source)
    layout.set_furniture_apart()
    layout.find_key_figures()
    layout.find_tables()
    layout.find_columns()
    layout.find_notes()
    layout.find_paragraphs()
    layout.join_over_breaks()
    return layout.written()
