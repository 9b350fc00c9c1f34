"""What numbers measure: one module for each kind of unit, and what reads them all."""

from extractor.figures.units.reader import Units
from extractor.figures.units.unit import MINOR, Unit

__all__ = ["MINOR", "Unit", "Units"]
