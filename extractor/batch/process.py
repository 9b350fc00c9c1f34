"""A process that does one document at a time and can be killed: its limits are kept from outside.

Every scheduler has its jobs run in one: `schedule.Processes` in several at once, an engine of many
machines in one for each of its own workers (`Worker.carried_out`).
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess

from extractor.batch.job import Job, Outcome, run
from extractor.batch.memory import MEGABYTE, held, held_by_helpers
from extractor.batch.worker import Work, serve
from extractor.interrupts import ctrl_c_later

Context = ForkServerContext | ForkContext | SpawnContext
"""What makes processes."""

LOOK = 0.1  # seconds between two looks at what a process holds
HEALTHY = 0.5  # of the memory that it may hold: one that keeps more after a document is replaced
LAST_WORDS = 5.0  # seconds that a process may take to end once it has hung up
SAFE_PATH = "PYTHONSAFEPATH"


def servers() -> Context:
    """Return what makes processes as copies of one that has imported the pipeline."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["extractor.batch.preload"])
    return context


class Worker:
    """A process that does documents, one at a time; it is begun anew after it had to be killed."""

    def __init__(self, work: Work = run, context: Context | None = None) -> None:
        """Take what is done with a job, and what makes processes; none is begun yet."""
        self._work, self._context = work, context or servers()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self.job: Job | None = None
        """What it is at."""
        self.was_killed = False
        """Whether its process ended with the last job, so that another try may help."""
        self._began = 0.0
        self._most = 0

    def begin(self, job: Job) -> None:
        """Have the process do a job."""
        if self._process is None or not self._process.is_alive():
            self._start()
        self.job, self.was_killed = job, False
        self._most, self._began = 0, time.monotonic()
        # What ended in the moment that it was asked is told when it is looked at.
        with suppress(OSError):
            self._there.send(job)

    @property
    def readable(self) -> Connection:
        """What can be waited for: it is ready when the process has something to tell, or ended."""
        return self._there

    def look(self) -> Outcome | None:
        """Return what became of the job; None while the process is at it, within its limits."""
        job = self.job
        if job is None:
            return None
        outcome = self._told(job) or self._beyond(job)
        if outcome is not None:
            self.job = None
        return outcome

    def carried_out(self, job: Job, stopped: Callable[[], bool]) -> Outcome:
        """Do a job, with its further tries, and return what became of it; it may be stopped."""
        tried = 0
        while True:
            self.begin(job)
            tried += 1
            while (outcome := self.look()) is None:
                if stopped():
                    self.end()
                    return job.failed("was stopped")
                wait([self.readable], LOOK)
            if not self.was_killed or tried > job.limits.retries:
                return outcome.model_copy(update={"tries": tried})

    def end(self) -> None:
        """Kill the process, if there is one; what it is at is left undone."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._there.close()
        self._process = self._connection = self.job = None

    @property
    def _there(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("no process was begun")
        return self._connection

    def _start(self) -> None:
        self.end()
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._work), daemon=True)
        with _without_ctrl_c(), _safe_path():
            process.start()
            theirs.close()  # ours ends with the process only if nobody else holds the other end
            self._process, self._connection = process, ours
        # The first one waits for all imports, which are no part of a document's time.
        with suppress(EOFError, OSError):
            ours.recv()

    def _told(self, job: Job) -> Outcome | None:
        """Return what the process sent, or that it ended without a word."""
        try:
            if not self._there.poll():
                return None
            outcome = Outcome.model_validate(self._there.recv())
        except (EOFError, OSError):
            return self._ended(job)
        if self._look_at_memory(job) > HEALTHY * job.limits.memory_mb * MEGABYTE:
            self.end()
        if job.processes == 1:
            return outcome
        most = max(outcome.peak_memory_mb or 0.0, round(self._most / MEGABYTE, 1))
        return outcome.model_copy(update={"peak_memory_mb": most})

    def _beyond(self, job: Job) -> Outcome | None:
        """Return that the process was killed, where it is beyond a limit."""
        limits = job.limits
        if self._look_at_memory(job) > limits.memory_mb * MEGABYTE:
            return self._killed(job, f"needs more than {limits.memory_mb} MB of memory")
        if time.monotonic() - self._began > limits.seconds:
            return self._killed(job, f"takes longer than {limits.seconds:g} s")
        return None

    def _look_at_memory(self, job: Job) -> int:
        """Return the bytes that the process holds, and those that read pages beside it."""
        number = None if self._process is None else self._process.pid
        now = 0 if number is None else held(number) or 0
        if number is not None and job.processes > 1:
            now += held_by_helpers(number)
        self._most = max(self._most, now)
        return now

    def _ended(self, job: Job) -> Outcome:
        """Return that the process ended of itself."""
        if self._process is not None:
            self._process.join(LAST_WORDS)
        code = None if self._process is None else self._process.exitcode
        return self._killed(job, _reason(code))

    def _killed(self, job: Job, reason: str) -> Outcome:
        """Kill the process, and return why the document failed."""
        self.was_killed = True
        took = time.monotonic() - self._began
        self.end()
        most = round(self._most / MEGABYTE, 1) or None
        return job.failed(reason, seconds=round(took, 3), peak_memory_mb=most)


def _reason(code: int | None) -> str:
    """Return why a process ended that should not have."""
    if code is None or code >= 0:
        return f"its process ended with exit code {code}"
    if -code == signal.SIGKILL:
        return "its process was killed from outside (SIGKILL), as by a system out of memory"
    with suppress(ValueError):
        return f"its process crashed ({signal.Signals(-code).name})"
    return f"its process was ended by signal {-code}"


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Begin what leaves Ctrl-C to the batch from its first moment; here it comes when this is over.

    A process that waits for its imports would tell where it was at that.
    """
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # else it is begun on the way, and takes the mask back
    with ctrl_c_later():
        yield


@contextmanager
def _safe_path() -> Iterator[None]:
    """Have Python, where it begins, import nothing from the folder that the batch is run in.

    What lies beside documents may be called as a module is.
    """
    before = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = before
