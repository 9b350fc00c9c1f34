"""`history`: reads documents, follows an indicator through them and writes what they say."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, localcontext
from itertools import chain
from pathlib import Path
from typing import Literal

import click

from extractor.check.audit import EXACT
from extractor.given import keep_inputs
from extractor.history.asked import Asked
from extractor.history.follow import follow
from extractor.history.found import told_by
from extractor.history.markdown import markdown
from extractor.history.page import page
from extractor.history.reading import Reading, inputs
from extractor.history.spreadsheet import spreadsheet
from extractor.history.terminal import text
from extractor.output import (
    STANDARD_OUTPUT,
    ExitCode,
    record_json,
    write_output,
)
from extractor.store.url import database_file
from schemas.history import History, HistoryAsked

Form = Literal["text", "json", "csv", "md", "html"]
PAGE_WIDTH = 120  # columns of text that goes to no terminal


@dataclass(frozen=True, slots=True)
class Request:
    """What the command is asked for."""

    given: tuple[Path | str, ...]
    """Files and folders; texts are the addresses of databases."""
    output: str
    form: Form
    asked: HistoryAsked
    password: str | None = None

    @property
    def paths(self) -> list[Path]:
        """The files and folders."""
        return [each for each in self.given if isinstance(each, Path)]

    @property
    def databases(self) -> list[str]:
        """The addresses of databases."""
        return [each for each in self.given if isinstance(each, str)]


def write_history(request: Request) -> ExitCode:
    """Follow an indicator, write what is said of it, and return how the command ends.

    Raises:
        UsageError: The words tell nothing, an address is none, or the result would replace what it
            is made of.
        OutputError: The result cannot be written.
    """
    files = map(database_file, request.databases)
    read = [*inputs(request.paths), *(Path(file) for file in files if file)]
    keep_inputs([request.output], read)
    with localcontext(Context(prec=EXACT)):  # extractions come from outside, with any number
        return _write(request)


def _write(request: Request) -> ExitCode:
    asked, reading = Asked(request.asked), Reading(request.password)
    documents = chain(reading.documents(request.paths), reading.held(request.databases))
    told = [told_by(name, read, asked) for name, read in documents]
    for fault in reading.faults:
        click.echo(f"planfacts: {fault}", err=True)
    if not told:
        if not reading.faults:
            click.echo("planfacts: no documents there", err=True)
        return ExitCode.FAILED
    history = follow(request.asked, told)
    to_terminal = request.output == STANDARD_OUTPUT and sys.stdout.isatty()
    content = [_written(history, request.form, to_terminal=to_terminal)]
    write_output(request.output, content)
    return ExitCode.PARTLY if reading.faults else ExitCode.DONE


def _written(history: History, form: Form, *, to_terminal: bool) -> bytes:
    match form:
        case "json":
            return record_json(history)
        case "csv":
            return spreadsheet(history).encode()
        case "html":
            return page(history).encode()
        case "md" | "text":
            lines = markdown(history) if form == "md" else _text(history, to_terminal=to_terminal)
            return "".join(f"{line}\n" for line in lines).encode()


def _text(history: History, *, to_terminal: bool) -> Iterator[str]:
    width = shutil.get_terminal_size().columns if to_terminal else PAGE_WIDTH
    return text(history, width, coloured=to_terminal and not os.environ.get("NO_COLOR"))
