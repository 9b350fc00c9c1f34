"""Ends that come from outside: Ctrl-C, put off where it would be lost, and readers that hang up."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

STOPPED = 130  # how a command ends, as shells tell of Ctrl-C
HUNG_UP = 141  # and of a pipe that its reader closed


def let_go_of_output() -> None:
    """Have what is still to be written to standard output, which nobody reads, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


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
