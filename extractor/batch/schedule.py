"""Who does the jobs of a batch: several processes of this machine."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from itertools import count
from multiprocessing.connection import wait
from typing import Protocol

from extractor.batch.job import Job, Outcome, run
from extractor.batch.process import LOOK, Context, Worker, servers
from extractor.batch.worker import Work


class Scheduler(Protocol):
    """Gives jobs to whoever does them."""

    def run(self, jobs: Iterable[Job | None]) -> Generator[tuple[Job, Outcome], None, None]:
        """Yield each job with what became of it, in the order in which they end.

        Jobs are taken as there is somebody for them; None says that there is none just now. Every
        one is yielded once, with its further tries behind it. To close the iterator ends what is
        being done.
        """


class Processes:
    """Has jobs done on this machine, each in a process that can be killed."""

    def __init__(self, workers: int, *, work: Work = run, context: Context | None = None) -> None:
        """Take how many jobs are done at the same time, what does one, and what makes processes."""
        made_by = context or servers()
        self._workers = [Worker(work, made_by) for _ in range(workers)]
        self._again: deque[tuple[Job, int]] = deque()
        self._tried: dict[int, int] = {}

    def run(self, jobs: Iterable[Job | None]) -> Generator[tuple[Job, Outcome], None, None]:
        """Yield each job with what became of it, in the order in which they end."""
        coming = iter(jobs)
        try:
            while True:
                more = self._fill(coming)
                busy = [worker for worker in self._workers if worker.job is not None]
                if not busy and not more:
                    return
                wait([worker.readable for worker in busy], LOOK)
                for worker in busy:
                    yield from self._ended(worker)
        finally:
            for worker in self._workers:
                worker.end()

    def _fill(self, coming: Iterator[Job | None]) -> bool:
        """Give a job to every worker that has none; say whether there may be more.

        Where there are fewer jobs than that, the pages of a document may be read by several.
        """
        idle = [number for number, worker in enumerate(self._workers) if worker.job is None]
        taken, more = self._taken(coming, len(idle))
        spare = 0 if more else len(idle) - len(taken)
        for (job, tried), number, place in zip(taken, idle, count(), strict=False):
            # What ended its process is tried again as simply as it can be.
            beside = 0 if tried else (spare + place) // len(taken)
            self._tried[number] = tried
            self._workers[number].begin(replace(job, processes=1 + beside))
        return more

    def _taken(self, coming: Iterator[Job | None], most: int) -> tuple[list[tuple[Job, int]], bool]:
        """Return the next jobs, with how often each was tried, and whether there may be more."""
        taken = [self._again.popleft() for _ in range(min(most, len(self._again)))]
        while len(taken) < most:
            try:
                job = next(coming)
            except StopIteration:
                return taken, False
            if job is None:
                break
            taken.append((job, 0))
        return taken, True

    def _ended(self, worker: Worker) -> Iterator[tuple[Job, Outcome]]:
        """Yield the job of a worker with its outcome, if it ended and is not tried again."""
        job, outcome = worker.job, worker.look()
        if job is None or outcome is None:
            return
        tried = self._tried[self._workers.index(worker)] + 1
        if worker.was_killed and tried <= job.limits.retries:
            self._again.append((job, tried))
        else:
            yield job, outcome.model_copy(update={"tries": tried})
