"""Axes of charts: columns of numbers that count in equal steps, and are no table."""

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractor.segment.layout.geometry import Range
from extractor.segment.layout.tables.rows import Row

LEAST_ROWS = 3
PLAIN_NUMBER = regex.compile(r"-? \d{1,15} (?: \. \d{1,6} )?", regex.X)
BESIDE_NUMBER = regex.compile(r"[%,\p{Sc}\s]", regex.X)


def are_axes(body: Sequence[Row], columns: Sequence[Range]) -> bool:
    """Whether every column counts in equal steps, as the axes of charts do."""
    stepping = 0
    for column in range(len(columns)):
        texts = [p.text for row in body for p in row.cells.get(column, [])]
        plain = [BESIDE_NUMBER.sub("", text).replace("−", "-") for text in texts]
        values = [float(text) for text in plain if PLAIN_NUMBER.fullmatch(text)]
        steps = {round(b - a, 6) for a, b in pairwise(values)}
        if len(values) >= LEAST_ROWS and len(steps) == 1 and 0.0 not in steps:
            stepping += 1
    return stepping == len(columns)
