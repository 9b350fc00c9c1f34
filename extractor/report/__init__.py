"""The audit report: one file that shows every figure of documents where it is printed."""

from extractor.report.command import write_report
from extractor.report.page import report_page
from extractor.report.part import Part, read_part

__all__ = ["Part", "read_part", "report_page", "write_report"]
