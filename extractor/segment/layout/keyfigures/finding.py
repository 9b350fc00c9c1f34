"""The key figures of a page, those in panels first."""

from collections.abc import Sequence

from extractor.readers.source import PdfPage
from extractor.segment.layout.keyfigures.charts import chart_figures
from extractor.segment.layout.keyfigures.panels import panels
from extractor.segment.layout.keyfigures.values import KeyFigure
from extractor.segment.layout.lines import Line
from extractor.segment.layout.profile import Profile


def key_figures(lines: Sequence[Line], page: PdfPage, profile: Profile) -> list[KeyFigure]:
    """Return the key figures among the lines of a page."""
    found = panels(lines, page, profile)
    if not found:
        return chart_figures(lines, page)
    taken = {word.glyph for figure in found for word in figure.words}
    left = [line for line in lines if not any(word.glyph in taken for word in line.words)]
    return found + chart_figures(left, page)
