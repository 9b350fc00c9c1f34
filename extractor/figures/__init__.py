"""The figure grammar: text becomes readings."""

from extractor.figures.cell import read_cell
from extractor.figures.fiscal import fiscal_year
from extractor.figures.format import formats_of, number_format
from extractor.figures.scan import read_text

__all__ = ["fiscal_year", "formats_of", "number_format", "read_cell", "read_text"]
