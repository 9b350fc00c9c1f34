"""The audit report: one file that shows every figure of documents where it is printed."""

from extractor.report.page import report_page
from extractor.report.part import Part, read_parts

__all__ = ["Part", "read_parts", "report_page"]
