"""`check`: reads documents or extractions, audits them and writes what was found."""

from collections.abc import Sequence
from pathlib import Path

import click

from extractor.check.across import Named, across
from extractor.check.audit import audit
from extractor.check.audited import Audited
from extractor.check.listing import Form, written
from extractor.errors import PlanfactsError
from extractor.given import is_extraction, keep_inputs, lost_pages
from extractor.output import ExitCode, write_output
from extractor.pipeline import extract
from extractor.stored import load_extraction

BYTE_ORDER_MARK = "\ufeff"


def audit_files(files: Sequence[Path], output: str, form: Form, password: str | None) -> ExitCode:
    """Audit each file, write all findings, and return how the command ends.

    Raises:
        UsageError: The result would replace one of the files, or its source.
        PlanfactsError: The result cannot be written.
    """
    keep_inputs([output], files)
    audits, faults = [], []
    for file in files:
        try:
            audits.append(_audited(file, password))
        except PlanfactsError as failed:
            faults.append(str(failed))
    faults += [fault for each in audits for fault in lost_pages(each.name, each.extraction)]
    for fault in faults:
        click.echo(f"planfacts: {fault}", err=True)
    if not audits:
        return ExitCode.FAILED
    told = [*audits, *_across(audits)]
    content = [written(told, form)]
    write_output(output, content)
    if faults:
        return ExitCode.PARTLY
    return ExitCode.DIFFERENT if any(each.is_faulty for each in told) else ExitCode.DONE


def _across(audits: Sequence[Audited]) -> list[Audited]:
    """Return what each two of the documents tell both; places are those of the first."""
    found = across([Named(each.name, each.extraction) for each in audits])
    return [
        Audited(f"{one.name} and {other.name}", one.extraction, findings)
        for one, other, findings in found
    ]


def _audited(file: Path, password: str | None) -> Audited:
    if is_extraction(file):
        extraction = load_extraction(file)
        return Audited(file.name, extraction, audit(extraction), path=file)
    extraction = extract(file, password=password)
    encoding = extraction.document.encoding
    text = None if encoding is None else _decoded(file, encoding)
    return Audited(file.name, extraction, audit(extraction), text, file)


def _decoded(file: Path, encoding: str) -> str:
    """Return the text of which offsets are told; a byte order mark is not counted."""
    return file.read_bytes().decode(encoding, errors="replace").removeprefix(BYTE_ORDER_MARK)
