"""What is known of a page's characters and lines, as columns of numbers."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Codes = NDArray[np.uint32]


def text_of(codes: Codes) -> str:
    """Return the text of code points.

    >>> text_of(codes_of("n\u00b0 5"))
    'n° 5'
    """
    return codes.astype("<u4").tobytes().decode("utf-32-le")


def codes_of(text: str) -> Codes:
    """Return the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "replace"), "<u4").astype(np.uint32)


def run_starts(numbers: NDArray[np.integer]) -> Whole:
    """Return where each run of one number begins.

    >>> run_starts(np.array([4, 4, 7, 4])).tolist()
    [0, 2, 3]
    """
    return np.flatnonzero(np.concatenate(([len(numbers) > 0], numbers[1:] != numbers[:-1])))
