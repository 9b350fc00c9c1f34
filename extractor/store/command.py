"""`load`: reads documents or extractions, and adds them to a database."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from extractor.check.audit import audit
from extractor.errors import UnfitError, UnreadableSourceError
from extractor.given import keep_inputs, read_given
from extractor.output import ExitCode
from extractor.store.changes import Compare, record_changes
from extractor.store.database import Database, connect
from extractor.store.load import load
from extractor.store.loaded import Loaded, Run
from extractor.store.url import database_file
from extractor.verify.references import astray


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line."""

    files: Sequence[Path]
    url: str
    document: str | None = None
    password: str | None = None
    quiet: bool = False
    compare: Compare | None = None
    """Tells what became of the figures of an edition; None to leave that to who asks."""


def load_files(request: Request, run: Run) -> ExitCode:
    """Load each file into a database, and return how the command ends.

    A file that cannot be read, or does not fit, costs no other.

    Raises:
        UsageError: The address of the database is none, or that of a file given or its source.
        StoreError: The database cannot be used; what was loaded before stays.
    """
    keep_inputs([database_file(request.url)], request.files)
    with connect(request.url).connected() as database:
        faults = sum(not _is_loaded(database, file, request, run) for file in request.files)
    if faults == len(request.files):
        return ExitCode.FAILED
    return ExitCode.PARTLY if faults else ExitCode.DONE


def _is_loaded(database: Database, file: Path, request: Request, run: Run) -> bool:
    """Load a file, tell what became of it, and say whether it is in the database."""
    try:
        said = _one(database, file, request, run)
    except (UnreadableSourceError, UnfitError) as fault:
        click.echo(f"planfacts: {fault}", err=True)
        return False
    if not request.quiet:
        click.echo(said, err=True)
    return True


def _one(database: Database, file: Path, request: Request, run: Run) -> str:
    """Load a file, and return what is told of it.

    Raises:
        UnreadableSourceError: It cannot be read, or its parts do not hold together.
        StoreError: It cannot be added; nothing of it is.
    """
    extraction = read_given(file, password=request.password)
    failure = next(astray(extraction), None)
    if failure is not None:
        raise UnreadableSourceError(f"{file}: is not loaded: {failure.line()}")
    given = Loaded(
        extraction=extraction,
        audited=audit(extraction),
        file_name=os.fsencode(file.name).decode("utf-8", "replace"),
        document=request.document,
    )
    try:
        is_new = load(database, given, run)
    except UnfitError as fault:
        raise UnfitError(f"{file}: is not loaded: {fault}") from fault
    figures = f"{len(extraction.figures)} figures"
    said = f"{file.name}: {figures} loaded" if is_new else f"{file.name}: is there already"
    compared = request.compare and record_changes(
        database, extraction.document.sha256, request.compare
    )
    return f"{said}, held against the edition before" if compared else said
