"""The segmenter: a `Source` becomes a `Document`; each line below is a step."""

from extractor.readers.source import DumpSource, MarkdownSource, PdfSource, Source
from extractor.segment import captions, keyfigures, label_lines, tables, title
from extractor.segment.assemble import Assembler
from extractor.segment.document import Document
from extractor.segment.draft import Drafts

__all__ = ["Document", "segment"]


def segment(source: Source) -> Document:
    """Return the document that stands in a source; it takes the marks off the pages of a PDF."""
    drafts = _drafts(source)
    drafts.blocks = label_lines.stand_apart(drafts.blocks)
    captions.recognise(drafts.blocks)
    keyfigures.adopt_lines(drafts.blocks)
    title.recognise(drafts.blocks)
    doc = Assembler(source, drafts).document()
    tables.govern(doc)
    keyfigures.group(doc)
    return doc


def _drafts(source: Source) -> Drafts:
    # Each segmenter compiles many patterns when it is imported; a document pays for its own only.
    match source:
        case MarkdownSource():
            from extractor.segment import markdown  # noqa: PLC0415

            return markdown.drafts(source)
        case DumpSource():
            from extractor.segment import dump  # noqa: PLC0415

            return dump.drafts(source)
        case PdfSource():
            from extractor.segment import layout  # noqa: PLC0415

            return layout.drafts(source)
