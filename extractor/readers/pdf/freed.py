"""Memory that was let go, given back to the system."""

import ctypes
from collections.abc import Callable

_give_back: Callable[[int], int] | None = getattr(ctypes.pythonapi, "malloc_trim", None)
"""The C library's own, where it has it: that of most Linux systems."""


def give_back_memory() -> None:
    """Give back what PDFium has let go.

    The C library keeps it for whoever asks next, which nobody does: Python's objects stand
    elsewhere. Of a long tagged document that is 50 MB, until the program ends.
    """
    if _give_back is not None:
        _give_back(0)
