"""What runs in a process that does documents for a batch, one after the other."""

import gc
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from multiprocessing.connection import Connection

from extractor.batch.job import Job, Outcome
from extractor.batch.memory import MEGABYTE, peak
from extractor.errors import own_fault

Work = Callable[[Job], Outcome]

READY = "ready"
"""The first that it sends: from then on time counts."""
GRACE = 5  # seconds beyond the limit after which a process that nobody watches ends itself
ROOM = 2  # times the memory that may be held, in addresses: a single request for more fails
OBJECTS_BEFORE_COLLECTION = 5_000_000  # as `extract`: it is collected after each document


def serve(connection: Connection, work: Work) -> None:
    """Do what is sent, and send back what became of it, until nobody listens any more."""
    # Ctrl-C goes to every process of a terminal; what becomes of this one is for the batch to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what was imported before it began is shared, as long as nothing writes to it
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    with suppress(EOFError, OSError), connection:
        connection.send(READY)
        while True:
            job = connection.recv()
            _limit(job)
            connection.send(_outcome(job, work))
            _alarm(0)
            gc.collect()


def _outcome(job: Job, work: Work) -> Outcome:
    """Return what becomes of a job; a fault of the program costs one document, not the batch."""
    began = time.perf_counter()
    try:
        return work(job)
    except Exception as fault:  # noqa: BLE001  # whatever it is, it is told in the manifest
        took = round(time.perf_counter() - began, 3)
        return job.failed(own_fault(fault), seconds=took, peak_memory_mb=peak())


def _limit(job: Job) -> None:
    """Have the system end this process far beyond the limits, in case that the batch is gone."""
    _alarm(ceil(job.limits.seconds) + GRACE)
    _bound(job.limits.memory_mb * MEGABYTE)


def _alarm(seconds: int) -> None:
    """Have the system end this process after some seconds; 0 takes it back."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(seconds)


def _bound(memory: int) -> None:
    """Have requests for memory fail that would leave room for nothing else on the machine."""
    if sys.platform != "linux":
        return  # others do not count addresses that are only reserved
    import resource  # noqa: PLC0415  # Windows has none

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _addresses() + ROOM * memory
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _addresses() -> int:
    """Return the bytes of addresses that this process has now."""
    import psutil  # noqa: PLC0415  # only here

    return int(psutil.Process().memory_info().vms)
