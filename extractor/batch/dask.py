"""Jobs done by the machines of a dask cluster that is there already.

Each worker of the cluster has its documents done by processes that it can kill, as this machine
does (`process.Worker`): what a document does to its process costs no worker of the cluster.
Documents go there as paths that all machines see, or as addresses; results are written there.
"""

import logging
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, cast
from uuid import uuid4

import click
import distributed
from distributed.scheduler import KilledWorker

from extractor.batch.cache import versions
from extractor.batch.hands import Hands
from extractor.batch.job import Job, Outcome, run
from extractor.batch.process import LOOK
from extractor.batch.sources import put
from extractor.batch.worker import Work
from extractor.errors import PlanfactsError, SchedulerError, UsageError

LOGS = ("distributed", "distributed.client")
SCHEMES = {"dask": "tcp", "tcp": "tcp", "tls": "tls"}
PATIENCE = 10  # seconds in which a scheduler answers that is there
AHEAD = 2  # jobs for each that is being done: nobody waits for the next one
COUNT_AGAIN = 2.0  # seconds after which workers are counted anew: they come and go
ALONE_AFTER = 15.0  # seconds without any worker after which that is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A job as a worker of the cluster gets it."""

    job: Job
    hands: str
    """The name under which the worker has its processes."""
    results: str | None
    """The address that results go to; None for the folder of the job, which all machines see."""
    versions: Mapping[str, str]
    """What the worker has to have, else it would read otherwise."""


def carried_out(order: Order) -> Outcome:
    """Do a job on a worker of the cluster."""
    job, own = order.job, versions()
    for name, wanted in order.versions.items():
        if own.get(name) != wanted:
            return job.failed(f"its worker has {name} {own.get(name, 'none')}, not {wanted}")
    worker = distributed.get_worker()
    hands = cast("Hands", worker.plugins[order.hands])
    if order.results is None:
        return hands.do(job)
    here = replace(job, folder=str(Path(worker.local_directory, "planfacts")))
    outcome = hands.do(here)
    if outcome.output is not None:
        try:
            put(here.target, f"{order.results}/{outcome.output}")
        except PlanfactsError as fault:
            return job.failed(f"its result: {fault}")
        finally:
            here.target.unlink(missing_ok=True)
    return outcome


Task = Callable[[Order], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Has jobs done by the workers of a cluster."""

    address: str
    """Of its scheduler."""
    results: str | None = None
    """The address that results go to; None for a folder that all machines see."""
    work: Work = run
    """What is done with a job, in a process that can be killed."""
    task: Task = carried_out
    """What a worker does with what it gets."""

    def run(self, jobs: Iterable[Job | None]) -> Generator[tuple[Job, Outcome], None, None]:
        """Yield each job with what became of it, in the order in which they end.

        Raises:
            UsageError: There is no scheduler, or its machines have other versions than this one.
            SchedulerError: The scheduler has gone away.
        """
        with _quiet(), _connected(self.address) as client:
            _refuse_other_versions(client)
            yield from _Session(self, client).run(jobs)


class _Session:
    """One batch on a cluster."""

    def __init__(self, cluster: Cluster, client: distributed.Client) -> None:
        """Take what is connected, and send workers what they do documents with."""
        self._cluster, self._client = cluster, client
        self._name = f"planfacts-{uuid4().hex}"
        self._client.register_plugin(Hands(cluster.work), name=self._name)
        self._numbers = count()
        self._at: dict[str, tuple[Job, Any]] = {}
        self._done: SimpleQueue[Any] = SimpleQueue()
        self._suspects: deque[Job] = deque()
        self._room = _Room(self._client)

    def run(self, jobs: Iterable[Job | None]) -> Iterator[tuple[Job, Outcome]]:
        """Yield each job with what became of it.

        Raises:
            SchedulerError: The scheduler has gone away.
        """
        coming = iter(jobs)
        try:
            while self._fill(coming) or self._at or self._suspects:
                self._try_a_suspect()
                yield from self._ended()
                if self._client.status != "running":
                    raise self._gone()
        finally:
            self._leave()

    def _gone(self) -> SchedulerError:
        return SchedulerError(f"{self._cluster.address}: the scheduler has gone away")

    def _fill(self, coming: Iterator[Job | None]) -> bool:
        """Hand on as many jobs as there is room for; say whether there may be more."""
        while len(self._at) < self._room.now():
            try:
                job = next(coming)
            except StopIteration:
                return False
            if job is None:
                return True
            self._hand_on(job)
        return True

    def _try_a_suspect(self) -> None:
        """Hand on a job that was at work when workers died, by itself: then it was it, or not."""
        if self._suspects and not self._at:
            self._hand_on(self._suspects.popleft(), tries=2)

    def _hand_on(self, job: Job, tries: int = 1) -> None:
        order = Order(job=job, hands=self._name, results=self._cluster.results, versions=versions())
        key = f"{self._name}-{next(self._numbers)}-{tries}"
        future = self._client.submit(self._cluster.task, order, key=key, pure=False)
        self._at[key] = job, future
        future.add_done_callback(self._done.put)

    def _ended(self) -> Iterator[tuple[Job, Outcome]]:
        """Yield what has ended; wait a moment for it."""
        try:
            future = self._done.get(timeout=LOOK)
        except Empty:
            return
        job, _ = self._at.pop(future.key)
        outcome = self._outcome(job, future)
        if outcome is not None:
            yield job, outcome

    def _outcome(self, job: Job, future: Any) -> Outcome | None:  # noqa: ANN401  # distributed's
        """Return what became of a job; None for one that is tried again.

        Raises:
            SchedulerError: Nobody knows, for the scheduler has gone away.
        """
        if future.status == "finished":
            outcome: Outcome = future.result()
            return self._seen(job, outcome)
        fault = future.exception() if future.status == "error" else None
        if fault is None:
            raise self._gone()
        if not isinstance(fault, KilledWorker):
            return job.failed(f"a fault of its worker: {type(fault).__name__}: {fault}")
        if job.limits.retries and not future.key.endswith("-2"):
            self._suspects.append(job)
            return None
        return job.failed("set aside: each worker that had it ended")

    def _seen(self, job: Job, outcome: Outcome) -> Outcome:
        """Return an outcome, failed where the result is not where this machine sees it."""
        if (
            self._cluster.results is None
            and outcome.output is not None
            and not job.target.is_file()
        ):
            return job.failed(
                f"its worker wrote {job.target}, which is not there on this machine: -o has to be"
                " a folder that all machines see, or an address"
            )
        return outcome

    def _leave(self) -> None:
        """End what is being done, and leave the cluster as it was."""
        if self._client.status == "running":
            self._client.cancel([future for _, future in self._at.values()])
            self._client.unregister_worker_plugin(self._name)
        self._at.clear()


class _Room:
    """How many jobs a cluster has room for, and a word to people where that is none."""

    def __init__(self, client: distributed.Client) -> None:
        self._client, self._jobs = client, 0
        self._counted, self._alone = -COUNT_AGAIN, time.monotonic()

    def now(self) -> int:
        """Return how many jobs may be at work or wait."""
        now = time.monotonic()
        if now - self._counted >= COUNT_AGAIN and self._client.status == "running":
            self._counted, self._jobs = now, sum(self._client.nthreads().values())
            self._tell(now)
        return AHEAD * max(self._jobs, 1)

    def _tell(self, now: float) -> None:
        if self._jobs:
            self._alone = now
        elif now - self._alone >= ALONE_AFTER:
            click.echo("planfacts: the scheduler has no workers; waiting for some", err=True)
            self._alone = float("inf")  # told once


@contextmanager
def _quiet() -> Iterator[None]:
    """Have the library tell nothing: what went wrong is told once, by us."""
    before = {name: logging.getLogger(name).level for name in LOGS}
    for name in LOGS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


@contextmanager
def _connected(address: str) -> Iterator[distributed.Client]:
    """Give the connection to a scheduler.

    Raises:
        UsageError: It is no address of one, or nobody answers there.
    """
    scheme, _, place = address.partition("://")
    if scheme not in SCHEMES or not place:
        raise UsageError(f"{address}: a scheduler is dask://HOST:PORT (or tls://HOST:PORT)")
    try:
        client = distributed.Client(
            f"{SCHEMES[scheme]}://{place}", timeout=PATIENCE, set_as_default=False, name="planfacts"
        )
    except (OSError, ValueError) as fault:
        raise UsageError(f"{address}: no dask scheduler answers there") from fault
    try:
        yield client
    finally:
        client.close()


def _refuse_other_versions(client: distributed.Client) -> None:
    """Refuse machines that would read otherwise than this one.

    Raises:
        UsageError: There is one.
    """
    for name, ours in versions().items():
        asked = client.run(version, name, on_error="return")
        for worker, theirs in sorted(asked.items()):
            if theirs != ours:
                told = theirs if isinstance(theirs, str) else "none"
                raise UsageError(f"{worker}: has {name} {told}, this machine has {ours}")
