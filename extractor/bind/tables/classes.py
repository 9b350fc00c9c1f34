"""Classes of size or age that name the rows of a table: `1-3`, `15–24`, `65+` below their head."""

import regex

from extractor.bind.tables.headers import YEAR
from extractor.segment.document import Table

NUMBER = r"\d{1,3}+ (?: [,.\s]\d{3} )*+ (?: \.\d{1,2} )?+"
CLASS = regex.compile(
    rf"\s*+ (?: {NUMBER} \s? [-–] \s? {NUMBER} | {NUMBER} \s? \+ | [<>≤≥] \s? {NUMBER} ) \s*+",
    regex.X,
)
NUMERIC = regex.compile(r"[\d\s.,+<>≤≥–-]++")
MIN_CLASSES = 2


def classes_in(table: Table) -> frozenset[tuple[int, int]]:
    """Return the cells of the first column that are classes, where all its numbers are some."""
    first = [c for c in table.cells if c.col == 0 and c.text]
    if not any(c.header == "column" for c in first):
        return frozenset()
    numbers = [c for c in first if c.header != "column" and NUMERIC.fullmatch(c.text)]
    classed = [c for c in numbers if CLASS.fullmatch(c.text) and not YEAR.match(c.text)]
    alike = len(classed) == len(numbers) >= MIN_CLASSES
    return frozenset((c.row, c.col) for c in classed) if alike else frozenset()
