"""What a worker of a cluster does documents with: processes that it can kill.

This is what is sent to it, with its jobs; it has no need of anything else that a batch is made of.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import current_process
from threading import Event, Timer
from typing import Any

from distributed import WorkerPlugin
from typing_extensions import override

from extractor.batch.job import Job, Outcome
from extractor.batch.process import Worker
from extractor.batch.worker import Work

IDLE = 60.0  # seconds without a new document after which processes are ended


class Hands(WorkerPlugin):
    """The processes of a worker of a cluster: as many as it does documents at the same time."""

    def __init__(self, work: Work) -> None:
        """Take what is done with a job; no process is begun yet."""
        self._work = work

    @override
    def setup(self, worker: Any) -> None:
        """Get ready, where it is to be done."""
        # What begins a worker makes it a daemon, which may have no processes. Those of ours end
        # by themselves when it does: nobody is left whom they can tell anything.
        current_process()._config["daemon"] = False  # type: ignore[attr-defined] # noqa: SLF001
        self._idle: deque[Worker] = deque()
        self._stopped = Event()
        self._later = _later(self._end_idle)

    @override
    def teardown(self, worker: Any) -> None:
        """End all processes, whatever they are at."""
        self._stopped.set()
        self._later.cancel()
        self._end_idle()

    def do(self, job: Job) -> Outcome:
        """Do a job in a process that may have done others before."""
        try:
            process = self._idle.pop()
        except IndexError:
            process = Worker(self._work)
        try:
            return process.carried_out(job, self._stopped.is_set)
        finally:
            self._idle.append(process)
            if self._stopped.is_set():
                self._end_idle()
            else:
                self._end_idle_later()

    def _end_idle(self) -> None:
        with suppress(IndexError):  # taken by another thread
            while self._idle:
                self._idle.pop().end()

    def _end_idle_later(self) -> None:
        """End processes that nobody needs any more: who sends jobs may be gone without a word."""
        self._later.cancel()
        self._later = _later(self._end_idle)


def _later(work: Callable[[], None]) -> Timer:
    timer = Timer(IDLE, work)
    timer.daemon = True
    timer.start()
    return timer
