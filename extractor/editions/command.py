"""`diff`: reads two editions, compares them and writes what changed."""

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from extractor.editions.compare import diff
from extractor.editions.markdown import markdown
from extractor.editions.selection import Selection
from extractor.editions.spread import read_spread
from extractor.editions.spreadsheet import spreadsheet
from extractor.editions.terminal import text
from extractor.editions.web import page
from extractor.errors import PlanfactsError, UnreadableSourceError
from extractor.given import keep_inputs, lost_pages, read_given
from extractor.output import (
    STANDARD_OUTPUT,
    ExitCode,
    record_json,
    write_output,
)
from schemas.diff import Diff
from schemas.extraction import Extraction

Listed = Literal["text", "json", "csv", "md"]
Form = Listed | Literal["html"]
PAGE_WIDTH = 140  # columns of text that goes to no terminal


@dataclass(frozen=True, slots=True)
class Request:
    """What the command is asked for."""

    old: Path
    new: Path
    output: str
    form: Form
    selection: Selection
    password: str | None = None
    translation: bool = False
    """Whether one is a translation of the other; else that is found out."""


def write_diff(request: Request) -> ExitCode:
    """Compare two editions, write what changed, and return how the command ends.

    Raises:
        UsageError: The result would replace one of the editions, or its source.
        UnreadableSourceError: An edition cannot be read; the message says which.
        OutputError: The result cannot be written.
    """
    keep_inputs([request.output], [request.old, request.new])
    old = _read("old", request.old, request.password)
    new = _read("new", request.new, request.password)
    sides = (str(request.old), old), (str(request.new), new)
    found = diff(*sides, translation=request.translation)
    _hint(found)
    shown = request.selection.of(found)
    if request.form == "html":
        spreads = [
            read_spread(file, extraction, request.password)
            for file, extraction in ((request.old, old), (request.new, new))
        ]
        content = [page(shown, *spreads).encode()]
    else:
        to_terminal = request.output == STANDARD_OUTPUT and sys.stdout.isatty()
        content = [_written(shown, request.form, to_terminal=to_terminal)]
    write_output(request.output, content)
    read = ("old", request.old, old), ("new", request.new, new)
    lost = [f for side, file, it in read for f in lost_pages(f"the {side} edition: {file}", it)]
    for fault in lost:
        click.echo(f"planfacts: {fault}", err=True)
    if lost:
        return ExitCode.PARTLY
    is_different = request.selection.is_different(shown)
    return ExitCode.DIFFERENT if is_different else ExitCode.DONE


def _hint(found: Diff) -> None:
    """Say on standard error how to compare two languages, whose words pair nothing."""
    languages = found.old.language, found.new.language
    if found.relation != "translation" and None not in languages and len(set(languages)) > 1:
        told = "the old edition is in {}, the new one in {}".format(*languages)
        click.echo(f"planfacts: {told}: --translation pairs their figures by value", err=True)


def _read(side: str, file: Path, password: str | None) -> Extraction:
    try:
        return read_given(file, password=password)
    except PlanfactsError as fault:
        raise UnreadableSourceError(f"the {side} edition: {fault}") from fault


def _written(shown: Diff, form: Listed, *, to_terminal: bool) -> bytes:
    match form:
        case "json":
            return record_json(shown)
        case "csv":
            return spreadsheet(shown).encode()
        case "md":
            return _joined(markdown(shown))
        case "text":
            width = shutil.get_terminal_size().columns if to_terminal else PAGE_WIDTH
            coloured = to_terminal and not os.environ.get("NO_COLOR")
            return _joined(text(shown, width, coloured=coloured))


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
