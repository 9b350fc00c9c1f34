"""One document of a batch: what is to be done, and `run`, which does it.

`run` reads the document in the process that calls it, and knows of no other process: limits are
kept by `extractor.batch.process.Worker`, which every scheduler has its jobs run in, the one of this
machine and the one of an engine of many alike.
"""

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.batch import memory
from extractor.batch.cache import Entry, Told, key
from extractor.batch.files import Drafts, hash_of
from extractor.batch.helpers import Helpers
from extractor.batch.sources import at_hand
from extractor.errors import PlanfactsError, UnreadableSourceError
from extractor.output import Form, serialise
from extractor.readers.options import Engine, ReadOptions
from extractor.stored import content, load_extraction
from schemas.extraction import PAGE_FAILED, Extraction, ReadWarning
from schemas.manifest import ManifestLine as Outcome
from schemas.manifest import Status

if TYPE_CHECKING:
    from extractor.publish import Publication

__all__ = ["Job", "Limits", "Outcome", "Reading", "run", "shown"]

MOST_TOLD = 3  # lost pages that are told of one by one
KEPT = ".planfacts"
"""The folder, among the results, of what a batch keeps for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may cost."""

    seconds: float = 600.0
    """By the clock."""
    memory_mb: int = 2048
    """Held by its process, the program itself included."""
    retries: int = 1
    """Further tries for a document whose process was killed or ended of itself."""
    file_gb: float = 2.0
    """Gigabytes (2**30 bytes) of a file; what is longer is not opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How documents are read."""

    password: str | None = None
    ocr: bool = False
    engine: Engine = "pdfium"
    cross_check: bool = False
    model: bool = False

    def options(self) -> ReadOptions:
        """Return what a reader is asked for."""
        return ReadOptions(
            password=self.password,
            ocr=self.ocr,
            engine=self.engine,
            cross_check=self.cross_check,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document that is to be read, and where its result goes. Can be pickled."""

    source: str
    """The path of the document, or its address."""
    folder: str
    """The folder of all results."""
    output: str
    """The result, by its path in that folder."""
    form: Form = "json"
    reading: Reading = field(default_factory=Reading)
    limits: Limits = field(default_factory=Limits)
    sha256: str | None = None
    """Hash of the bytes of the document; None where they are not at hand yet."""
    audited: bool = False
    """Whether what `check` finds is kept with the result, as a database needs it."""
    fresh: bool = False
    """Whether it is read although a result is kept."""
    processes: int = 1
    """How many may read the pages of a long one, its own among them; the result is the same."""

    @property
    def target(self) -> Path:
        """The file of the result."""
        return Path(self.folder, self.output)

    def entry(self, sha256: str) -> Entry:
        """Return where the result of this reading of such bytes is kept."""
        options = {"model": self.reading.model, **self.reading.options()}
        return Entry(Path(self.folder, KEPT, "cache"), key(sha256, options), self.drafts)

    @property
    def drafts(self) -> Drafts:
        """Where its files are written before they stand."""
        return Drafts(Path(self.folder, KEPT, "drafts"))

    def failed(
        self, reason: str, *, seconds: float = 0.0, peak_memory_mb: float | None = None
    ) -> Outcome:
        """Return the outcome of this document where it could not be done."""
        return Outcome(
            source=shown(self.source),
            status="failed",
            reason=shown(reason),
            seconds=seconds,
            peak_memory_mb=peak_memory_mb,
            sha256=self.sha256,
            tool_version=tool_version(),
        )


def shown(source: str) -> str:
    r"""Return a text that may hold a path as it is written and told: in UTF-8, whatever it holds.

    >>> shown("plan\udcff.pdf")
    'plan\\xff.pdf'
    """
    return source.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def run(job: Job) -> Outcome:
    """Read one document in this process, and write its result whole; what fails is an outcome."""
    began = time.perf_counter()
    memory.forget_peak()
    try:
        with at_hand(job.source, job.drafts.folder) as path:
            outcome = _done(job, path)
    except PlanfactsError as fault:
        outcome = job.failed(_without_name(str(fault), job.source))
    except MemoryError:
        outcome = job.failed(f"needs more than {job.limits.memory_mb} MB of memory")
    except RecursionError:
        outcome = job.failed("is nested too deeply")
    spent = {
        "seconds": round(time.perf_counter() - began, 3),
        "peak_memory_mb": memory.peak(),
    }
    return outcome.model_copy(update=spent)


def _done(job: Job, path: Path) -> Outcome:
    """Return the outcome of a document that is there as a file.

    Raises:
        PlanfactsError: It cannot be read, or its result cannot be written.
    """
    sha256 = job.sha256 or hash_of(path) or ""
    entry = job.entry(sha256)
    told = None if job.fresh else entry.told()
    is_kept = told is not None
    if told is None:
        told = _read(job, path, sha256, entry)
    elif job.audited and (told.findings is None or told.content is None):
        told = told.model_copy(update=_asked_for(load_extraction(entry.extraction)))
        entry.tell(told)
    read_as: Status = "partial" if told.lost else "done"
    return Outcome(
        source=shown(job.source),
        status="cached" if is_kept else read_as,
        reason=told.lost,
        pages=told.pages,
        figures=told.figures,
        explained=told.explained,
        sha256=sha256,
        output=job.output,
        output_sha256=_written(job, entry, told),
        tool_version=tool_version(),
    )


def _read(job: Job, path: Path, sha256: str, entry: Entry) -> Told:
    """Read a document, and keep its extraction with what is told of it."""
    # A result that is kept needs none of the pipeline, which takes long to import.
    from extractor.pipeline import published  # noqa: PLC0415

    with Helpers(job.processes - 1) as helpers:
        options: ReadOptions = {**job.reading.options(), "helpers": helpers}
        publication = published(path, model=job.reading.model, **options)
    if _sha256(publication) != sha256:
        raise UnreadableSourceError(f"{path}: was changed while it was read")
    outcome = publication.outcome
    asked_for = _asked_for(publication.extraction()) if job.audited else {"findings": None}
    told = Told(
        sha256=entry.keep(serialise(publication, "json")),
        pages=outcome.pages,
        figures=outcome.kinds.total(),
        explained=outcome.explained,
        lost=_lost(outcome.warnings),
        **asked_for,
    )
    entry.tell(told)
    return told


def _sha256(publication: "Publication") -> str:
    """Return the hash of the bytes that were read."""
    info = next(value for name, value in publication.parts() if name == "document")
    return str(info.sha256)


def _asked_for(extraction: Extraction) -> dict[str, Any]:
    """Return what a database asks for of a result."""
    from extractor.check.audit import audit  # noqa: PLC0415  # only a database asks for it

    return {
        "findings": audit(extraction),
        "content": hashlib.sha256(content(extraction)).hexdigest(),
    }


def _lost(warnings: Iterable[ReadWarning]) -> str | None:
    """Return what is told of pages that could not be read."""
    lost = [warning.message for warning in warnings if warning.code == PAGE_FAILED]
    more = [f"and {len(lost) - MOST_TOLD} more"] if len(lost) > MOST_TOLD else []
    return "; ".join([*lost[:MOST_TOLD], *more]) or None


@dataclass(frozen=True, slots=True)
class _Kept:
    """An extraction that was read back, to be written in another form."""

    read: Extraction

    def extraction(self) -> Extraction:
        return self.read

    def parts(self) -> Iterator[tuple[str, Any]]:
        yield from self.read


def _written(job: Job, entry: Entry, told: Told) -> str:
    """Write the result where it goes, and return its hash.

    Raises:
        OutputError: It cannot be written.
    """
    if job.form == "json":
        job.drafts.put(entry.extraction, job.target)
        return told.sha256
    read = _Kept(load_extraction(entry.extraction))
    return job.drafts.write(job.target, serialise(read, job.form))


@cache
def tool_version() -> str:
    """Return the version of this program."""
    return version("planfacts")


def _without_name(message: str, source: str) -> str:
    """Return what is wrong with a document, without its name, which stands beside it."""
    return shown(message).removeprefix(f"{shown(source)}: ")
