"""What is left to do with a document that was read: the database, the manifest, a word to people.

It is done beside the reading, by one thread: a database has one loader, a manifest one writer.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import nullcontext
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event
from typing import Self

from extractor.batch.job import Job, Outcome
from extractor.batch.loading import Loader
from extractor.batch.manifest import Manifest

PATIENCE = 0.5  # seconds after which Ctrl-C is looked for: some systems wait without looking


@dataclass(frozen=True, slots=True)
class Ended:
    """A document with what became of it."""

    number: int
    """Its place in the order of all, from 0."""
    outcome: Outcome
    job: Job | None = None
    """What was done; None where nothing was."""


class Finisher:
    """Loads documents, and writes their lines.

    Into a database they go in their order, however long each takes to be read: what it holds then
    does not depend on how many are read at once, or on whether the batch was ever stopped.
    """

    def __init__(
        self, manifest: Manifest, loader: Loader | None, tell: Callable[[Outcome], None]
    ) -> None:
        """Take what keeps the documents, and what is told of each."""
        self._manifest, self._loader, self._tell = manifest, loader, tell
        self._queue: SimpleQueue[Ended | None] = SimpleQueue()
        self._waiting: dict[int, Ended] = {}
        self._next = 0
        self._stopped = Event()
        self._thread = ThreadPoolExecutor(max_workers=1)

    def __enter__(self) -> Self:
        self._end = self._thread.submit(self._work)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()  # after the document that it is at
        self._queue.put(None)
        self._thread.shutdown()

    def take(self, ended: Ended) -> None:
        """Take a document that ended; it is finished soon.

        Raises:
            PlanfactsError: An earlier one could not be finished, and none is from then on.
        """
        if self._end.done():
            self._end.result()
        self._queue.put(ended)

    def finish(self) -> None:
        """Wait until all that was taken is finished.

        Raises:
            PlanfactsError: Something could not be finished.
        """
        self._queue.put(None)
        while not wait([self._end], PATIENCE).done:
            continue
        self._end.result()

    def _work(self) -> None:
        with self._loader or nullcontext():
            while (ended := self._queue.get()) is not None:
                self._waiting[ended.number] = ended
                for each in self._turn(ended):
                    if self._stopped.is_set():
                        return
                    self._finish(each)

    def _turn(self, ended: Ended) -> list[Ended]:
        """Return those whose turn it is, now that one more has ended."""
        if self._loader is None:
            return [self._waiting.pop(ended.number)]
        those = []
        while self._next in self._waiting:
            those.append(self._waiting.pop(self._next))
            self._next += 1
        return those

    def _finish(self, ended: Ended) -> None:
        outcome = ended.outcome
        if self._loader is not None and ended.job is not None:
            outcome = self._loader.load(ended.job, outcome)
        self._manifest.add(outcome)
        self._tell(outcome)
