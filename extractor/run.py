"""One run of `extract` over any number of files: what is written, what is said, how it ends."""

import itertools
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Unpack

import click

from extractor.errors import PlanfactsError, UsageError, own_fault
from extractor.output import (
    STANDARD_OUTPUT,
    ExitCode,
    Form,
    Naming,
    Published,
    make_folder,
    name_targets,
    serialise,
    write_standard_output,
    write_whole,
)
from extractor.publish import Outcome
from extractor.readers.options import Engine, ReadOptions
from extractor.summary import Summary, summary_table
from schemas.extraction import PAGE_FAILED


class Read(Published, Protocol):
    """What was read of one document."""

    @property
    def outcome(self) -> Outcome:
        """What was found, in numbers."""


class Reader(Protocol):
    """What reads one document."""

    def __call__(self, path: Path, *, model: bool, **options: Unpack[ReadOptions]) -> Read:
        """Return what was read from a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line."""

    files: tuple[Path, ...]
    output: str = STANDARD_OUTPUT
    form: Form = "json"
    naming: Naming = "stem"
    password: str | None = None
    quiet: bool = False
    ocr: bool = False
    engine: Engine = "pdfium"
    cross_check: bool = False
    model: bool = False

    def targets(self) -> tuple[Path | None, ...]:
        """Return the output file of each input, None for standard output.

        Raises:
            UsageError: The request makes no sense.
            OutputError: The output folder cannot be made.
        """
        if self.output == STANDARD_OUTPUT:
            if len(self.files) > 1 and self.form != "jsonl":
                raise UsageError("several files need -o DIR, or --format jsonl on standard output")
            return (None,) * len(self.files)
        folder = Path(self.output)
        named = name_targets(self.files, folder, form=self.form, naming=self.naming)
        make_folder(self.output)
        return named

    def reading(self) -> ReadOptions:
        """Return how each document is to be read."""
        return ReadOptions(
            password=self.password,
            ocr=self.ocr,
            engine=self.engine,
            cross_check=self.cross_check,
        )


@dataclass(slots=True)
class _Report:
    """What a run has to tell when it is over."""

    summaries: list[Summary] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def exit_code(self) -> ExitCode:
        """Return how the run ends."""
        if not self.summaries:
            return ExitCode.FAILED
        return ExitCode.PARTLY if self.faults else ExitCode.DONE


def run(request: Request, read: Reader) -> ExitCode:
    """Extract every file of a request; a file that fails costs no other.

    Raises:
        PlanfactsError: Nothing was begun, because the request cannot be carried out.
    """
    targets = request.targets()
    report = _Report()
    with _progress(len(targets), quiet=request.quiet) as done:
        for source, target in zip(request.files, targets, strict=True):
            done(_one(request, source, target, read, report))
    for fault in report.faults:
        click.echo(f"planfacts: {fault}", err=True)
    if report.summaries and not request.quiet:
        click.echo(summary_table(report.summaries), err=True)
    return report.exit_code()


def _one(request: Request, source: Path, target: Path | None, read: Reader, report: _Report) -> str:
    started = time.perf_counter()
    try:
        published = read(source, model=request.model, **request.reading())
        content = serialise(published, request.form)
        if target is None:
            write_standard_output(content)
        else:
            write_whole(target, content)
    except BrokenPipeError:
        raise  # nobody reads on
    except PlanfactsError as fault:
        report.faults.append(str(fault))
        return f"{source.name}: failed"
    except Exception as fault:  # noqa: BLE001  # a fault of ours in one document costs no other
        report.faults.append(f"{source}: {own_fault(fault)}")
        return f"{source.name}: failed"
    outcome = published.outcome
    summary = Summary.of(source.name, outcome, time.perf_counter() - started)
    report.summaries.append(summary)
    lost = [warning.message for warning in outcome.warnings if warning.code == PAGE_FAILED]
    report.faults += [f"{source.name}: {message}" for message in lost]
    return f"{source.name}: {summary.kinds.total()} figures in {summary.seconds:.1f} s"


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Give what is called after each document: it moves a bar on a terminal, else prints a line."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with click.progressbar(length=total, file=sys.stderr, label="planfacts") as bar:
            yield lambda _: bar.update(1)
    else:
        count = itertools.count(1)
        yield lambda line: click.echo(f"[{next(count)}/{total}] {line}", err=True)
