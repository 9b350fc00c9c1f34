"""Tables without a drawn grid: rows of short texts that stand in line under each other."""

from collections.abc import Sequence

from extractor.readers.source import PdfPage
from extractor.segment.layout.cells import Table
from extractor.segment.layout.lines import Line
from extractor.segment.layout.profile import Profile


def borderless_tables(
    lines: Sequence[Line], page: PdfPage, profile: Profile
) -> tuple[list[Table], list[Line]]:
    """Return the tables found among the lines of a page, and the lines outside them."""
    return [], list(lines)
