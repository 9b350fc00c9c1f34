"""The segmenter: a `Source` becomes a `Document`; each line below is a step."""

from extractor.readers.source import DumpSource, MarkdownSource, PdfSource, Source
from extractor.segment import captions, dump, keyfigures, layout, markdown, tables, title
from extractor.segment.assemble import Assembler
from extractor.segment.document import Document
from extractor.segment.draft import Drafts

__all__ = ["Document", "segment"]


def segment(source: Source) -> Document:
    """Return the document that stands in a source."""
    drafts = _drafts(source)
    captions.recognise(drafts.blocks)
    keyfigures.adopt_lines(drafts.blocks)
    title.recognise(drafts.blocks)
    doc = Assembler(source, drafts).document()
    tables.govern(doc)
    keyfigures.group(doc)
    return doc


def _drafts(source: Source) -> Drafts:
    match source:
        case MarkdownSource():
            return markdown.drafts(source)
        case DumpSource():
            return dump.drafts(source)
        case PdfSource():
            return layout.drafts(source)
