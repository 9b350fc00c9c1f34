"""`report`: reads documents or extractions and writes the page of them."""

from collections.abc import Sequence
from pathlib import Path

import click

from extractor.errors import PlanfactsError, UsageError
from extractor.given import keep_inputs, lost_pages
from extractor.output import ExitCode, write_output
from extractor.report.page import report_page
from extractor.report.part import Part, read_part, told_apart


def write_report(files: Sequence[Path], output: str, password: str | None) -> ExitCode:
    """Write the report of files, tell those that cannot be read, and return how the command ends.

    Raises:
        UsageError: The result would replace a file or its source, or two are the same document.
        PlanfactsError: The result cannot be written.
    """
    keep_inputs([output], files)
    parts: dict[str, tuple[Path, Part]] = {}
    faults = []
    for file in files:
        try:
            part = read_part(file, password)
        except PlanfactsError as failed:
            faults.append(str(failed))
            continue
        other, _ = parts.setdefault(part.extraction.document.sha256, (file, part))
        if other is not file:
            raise UsageError(f"{other} and {file} are the same document")
        faults += lost_pages(part.name, part.extraction)
    for fault in faults:
        click.echo(f"planfacts: {fault}", err=True)
    if not parts:
        return ExitCode.FAILED
    content = [report_page(told_apart(list(parts.values()))).encode()]
    write_output(output, content)
    return ExitCode.PARTLY if faults else ExitCode.DONE
