"""The jobs of a batch: each document that is there to be read, once."""

import time
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from extractor.batch.files import hashed, size_of
from extractor.batch.finish import Ended
from extractor.batch.job import Job, Outcome, shown
from extractor.batch.listing import Found
from extractor.batch.naming import Names
from extractor.batch.sources import is_address
from extractor.errors import UsageError
from extractor.given import json_kind

EXTRACTION = "is an extraction already"
OTHER_JSON = "is JSON, but no extraction (which begins with schema_version and engine)"
GIGABYTE = 1 << 30
PAUSE = 1.0  # seconds between two looks at a folder that is watched
SHARE = 10  # times as long as a look takes it is left alone: a large one is no load on the machine

Change = tuple[int, int]
"""When a file was changed and how long it is."""


class Coming:
    """Makes jobs of documents, and ends those at once that need no reading."""

    def __init__(
        self,
        make: Callable[..., Job],
        names: Names,
        kept: Container[str],
        end: Callable[[Ended], None],
    ) -> None:
        """Take what makes a job of a source, its result and its hash; and what ends documents.

        No result goes to what is in `kept`.
        """
        self._make, self._names, self._kept, self._end = make, names, kept, end
        self._numbers = count()
        self._first: dict[str, Job] = {}
        self._content: dict[str, str] = {}
        self._at: dict[str, int] = {}
        self._waiting: list[Found] = []

    def jobs(self, documents: Iterable[Found | None]) -> Iterator[Job | None]:
        """Yield a job for each document that has to be read; None where there is none just now.

        Raises:
            UsageError: A result would replace a document.
        """
        for document in documents:
            waiting, self._waiting = self._waiting, []
            for each in waiting if document is None else (*waiting, document):
                yield from self._jobs(each)
            if document is None:
                yield None

    def _jobs(self, document: Found) -> Iterator[Job | None]:
        """Yield the job of a document, if it has to be read now; None while it is looked at."""
        if document.source in self._at:
            # It was changed while it is read: its older result must not be written last.
            self._waiting.append(document)
            return
        number = next(self._numbers)
        job = self._job(document)
        fault = document.fault or _too_long(job)
        if fault is None and not is_address(job.source):
            job = replace(job, sha256=(yield from hashed(Path(job.source))))
        ended = self._unread(job) if fault is None else job.failed(fault)
        if ended is None:
            self._at[job.source] = number
            yield job
        else:
            self._end(Ended(number, ended))

    def ended(self, job: Job, outcome: Outcome) -> None:
        """End a document that was read."""
        self._end(Ended(self._at.pop(job.source), outcome, job))

    def _job(self, document: Found) -> Job:
        job = self._make(source=document.source, output=self._names.of(document))
        if str(job.target) in self._kept:
            said = f"is a document; the result of {document.source} would replace it"
            raise UsageError(shown(f"{job.target}: {said}"))
        return job

    def _unread(self, job: Job) -> Outcome | None:
        """Return what became of a document that is not read; None for one that is."""
        if job.sha256 is None:
            return None
        if (kind := json_kind(Path(job.source))) is not None:
            return _skipped(job, EXTRACTION) if kind == "extraction" else job.failed(OTHER_JSON)
        first = self._first_of(job, job.sha256)
        if first.source == job.source:
            return None
        told = _skipped(job, f"has the same bytes as {shown(first.source)}")
        return told.model_copy(update={"output": first.output})

    def _first_of(self, job: Job, content: str) -> Job:
        """Return the job of the first document that has the same bytes, which may be this one."""
        before = self._content.get(job.source, content)
        if before != content and self._first[before].source == job.source:
            del self._first[before]  # it was changed since
        first = self._first.setdefault(content, job)
        if first.source == job.source:
            self._content[job.source] = content
        return first


def _too_long(job: Job) -> str | None:
    """Return why a file is not even opened; None for one that is."""
    size = 0 if is_address(job.source) else size_of(Path(job.source)) / GIGABYTE
    most = job.limits.file_gb
    if size <= most:
        return None
    return f"has {size:.1f} GB, more than one document may have ({most:g} GB)"


def _skipped(job: Job, reason: str) -> Outcome:
    outcome = job.failed(reason)
    return outcome.model_copy(update={"status": "skipped", "tries": 0})


def watched(look: Callable[[], Iterable[Found]]) -> Iterator[Found | None]:
    """Yield documents as they are added or changed, for ever; None where there is none just now.

    What is still being written is left until two looks in a row find it the same.
    """
    done: dict[str, Change] = {}
    before: dict[str, Change | None] = {}
    while True:
        began = time.monotonic()
        now = {each: _change(each.source) for each in look()}
        pause = max(PAUSE, SHARE * (time.monotonic() - began))
        for each, change in now.items():
            is_new = done.get(each.source) != change
            if change is not None and is_new and before.get(each.source) == change:
                done[each.source] = change
                yield each
        before = {each.source: change for each, change in now.items()}
        again = time.monotonic() + pause
        while time.monotonic() < again:
            yield None


def _change(source: str) -> Change | None:
    try:
        about = Path(source).stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size
