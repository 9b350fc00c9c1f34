"""The segmenter: a `Source` becomes a `Document`; each line below is a step."""

from extractor.readers.source import DumpSource, MarkdownSource, PdfSource, Source
from extractor.segment import captions, keyfigures, tables, title
from extractor.segment.assemble import Assembler
from extractor.segment.document import Document
from extractor.segment.draft import Drafts

__all__ = ["Document", "assembled", "drafted", "segment"]


def segment(source: Source) -> Document:
    """Return the document that stands in a source."""
    return assembled(source.bare(), drafted(source))


def drafted(source: Source) -> Drafts:
    """Return the blocks that stand in a source."""
    drafts = _drafts(source)
    captions.recognise(drafts.blocks)
    keyfigures.adopt_lines(drafts.blocks)
    title.recognise(drafts.blocks)
    return drafts


def assembled(source: Source, drafts: Drafts) -> Document:
    """Return the document that drafts make; it takes their text out of them.

    `source` may be bare.
    """
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
