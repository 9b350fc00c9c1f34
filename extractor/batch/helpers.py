"""Copies of a process that read pages of its document beside it, and end with it."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import NoReturn, Self

FIRST = 3  # file that is open beside the three that every process has
END_WITH_PARENT = 1  # what Linux calls PR_SET_PDEATHSIG


class Helpers:
    """Reads parts of a document in copies of this process, which are gone when it is left."""

    def __init__(self, count: int) -> None:
        """Take how many there may be; there are none where a system has no copies."""
        self.count = count if hasattr(os, "fork") else 0
        self._begun: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for number in self._begun:
            os.kill(number, signal.SIGKILL)  # one that ended is still known, until it is waited for
            os.waitpid(number, 0)
        self._begun.clear()

    def begin(self, work: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
        """Have a copy of this process begin; yield what its work yields.

        That ends early where it fails, for whatever reason, and yields nothing where the system has
        no room for a copy: who asked does it itself, and learns.
        """
        with suppress(OSError):
            return self._begin(work)
        return iter(())

    def _begin(self, work: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
        ours, theirs = Pipe(duplex=False)
        parent, left = os.getpid(), _seconds_left()
        number = os.fork()
        if number == 0:
            _help(theirs, work, parent, left)
        theirs.close()
        self._begun.append(number)
        return _told(ours)


def _told(connection: Connection) -> Iterator[bytes]:
    with connection, suppress(EOFError, OSError):  # the latter, where it ends inside a piece
        while True:
            yield connection.recv_bytes()


def _help(
    connection: Connection, work: Callable[[], Iterable[bytes]], parent: int, left: float
) -> NoReturn:
    """Do what the process was begun for, and end it, whatever comes."""
    try:
        _end_with(parent, left)
        # Others wait for the end of what it holds open.
        own = connection.fileno()
        os.closerange(FIRST, own)
        os.closerange(own + 1, os.sysconf("SC_OPEN_MAX"))
        for piece in work():
            connection.send_bytes(piece)
        os._exit(0)
    finally:
        os._exit(1)


def _seconds_left() -> float:
    """Return in how many seconds the system ends this process; 0 where it does not."""
    return signal.getitimer(signal.ITIMER_REAL)[0] if hasattr(signal, "getitimer") else 0.0


def _end_with(parent: int, left: float) -> None:
    """Have the system end this process with its parent, and at the latest when that has to end.

    Systems that cannot do the first end it when it has read its pages: nobody takes them.
    """
    signal.setitimer(signal.ITIMER_REAL, left)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before
            os._exit(1)
