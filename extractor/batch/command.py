"""`batch`: reads many documents, each in a process that can be killed."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import click

from extractor.batch.coming import Coming, watched
from extractor.batch.files import Drafts
from extractor.batch.finish import Finisher
from extractor.batch.job import KEPT, Job, Limits, Reading
from extractor.batch.listing import Found, found, inside, whole
from extractor.batch.loading import Loader
from extractor.batch.lock import locked
from extractor.batch.manifest import Manifest
from extractor.batch.naming import MANIFEST, Names
from extractor.batch.progress import Progress
from extractor.batch.schedule import Scheduler
from extractor.errors import UsageError
from extractor.output import ExitCode, Form, make_folder
from extractor.store.url import database_file

BESIDE = ("", "-journal", "-wal", "-shm", ".wal")
"""How the files end that a database has beside its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line."""

    given: Sequence[str]
    output: str
    form: Form = "json"
    url: str | None = None
    reading: Reading = field(default_factory=Reading)
    limits: Limits = field(default_factory=Limits)
    watch: bool = False
    fresh: bool = False
    quiet: bool = False

    def made(self) -> partial[Job]:
        """Return what makes a job of a source, a result and a hash."""
        return partial(
            Job,
            folder=os.path.normpath(Path(self.output).absolute()),
            form=self.form,
            reading=self.reading,
            limits=self.limits,
            audited=self.url is not None,
            fresh=self.fresh,
        )

    def found(self) -> list[Found]:
        """Return the documents that are there now; where they are watched, more may come.

        Raises:
            UsageError: There is none, or what is given cannot be one.
        """
        database = None if self.url is None else database_file(self.url)
        own = [] if database is None else [f"{whole(database)}{end}" for end in BESIDE]
        try:
            documents = found(self.given, outside=Path(self.output), but=frozenset(own))
        except UsageError:
            if not self.watch:
                raise
            return []
        if not documents and not self.watch:
            raise UsageError(f"{', '.join(self.given)}: no documents there")
        return documents


def run_batch(request: Request, scheduler: Scheduler) -> ExitCode:
    """Read all documents of a request, and return how the command ends.

    What cannot be read costs no other.

    Raises:
        UsageError: The request makes no sense, or another batch is at work in the same folder.
        OutputError: The results or the manifest cannot be written.
        StoreError: The database cannot be used; what was loaded before stays.
    """
    try:
        with _terminable():
            return _carried_out(request, scheduler)
    except KeyboardInterrupt:
        click.echo("planfacts: stopped; the same command goes on from here", err=True)
        return ExitCode.STOPPED


@contextmanager
def _terminable() -> Iterator[None]:
    """Have whoever ends a service stop it as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _carried_out(request: Request, scheduler: Scheduler) -> ExitCode:
    for each in request.given:
        if Path(each).is_dir() and Path(each).resolve() == Path(request.output).resolve():
            raise UsageError(f"{each}: -o has to be another folder than the documents are in")
    documents = request.found()
    folder = make_folder(request.output)
    drafts = Drafts(folder / KEPT / "drafts")
    make = request.made()
    with ExitStack() as stack:
        stack.enter_context(locked(folder / KEPT))
        drafts.clear()
        loader = None if request.url is None else Loader(request.url)
        progress = Progress(None if request.watch else len(documents), quiet=request.quiet)
        stack.callback(progress.end)
        manifest = Manifest(folder / MANIFEST, drafts)
        stack.callback(manifest.close)
        finisher = stack.enter_context(Finisher(manifest, loader, progress.tell))
        kept = inside(documents, make.keywords["folder"])
        coming = Coming(make, Names(request.form), kept, finisher.take)
        jobs = coming.jobs(watched(request.found) if request.watch else documents)
        with closing(scheduler.run(jobs)) as ended:
            for job, outcome in ended:
                coming.ended(job, outcome)
        finisher.finish()
    return _exit_code(progress)


def _exit_code(progress: Progress) -> ExitCode:
    """Return how the command ends."""
    if not progress.faults:
        return ExitCode.DONE
    counts = progress.counts
    is_all = counts["failed"] == counts.total() - counts["skipped"]
    return ExitCode.FAILED if is_all else ExitCode.PARTLY
