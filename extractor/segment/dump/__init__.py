"""The text dump of a PDF, and plain text in general, into drafts in true reading order."""

from extractor.segment.dump.flow import drafts

__all__ = ["drafts"]
