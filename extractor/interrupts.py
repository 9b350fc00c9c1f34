"""Ctrl-C put off for the moments in which it would be lost or tell of what nobody asked for."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

STOPPED = 130  # how a command ends, as shells tell of Ctrl-C


@contextmanager
def ctrl_c_later() -> Iterator[None]:
    """Have Ctrl-C come when this is over; processes begun in it are begun without it."""
    if sys.platform == "win32":  # which has no masks
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
