"""`export`: reads a document or an extraction, and writes it in another form."""

import sys
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import UsageError
from extractor.export import BINARY, FORMATS, GRAPHS, Exported, Form
from extractor.export.tables.package import package
from extractor.given import keep_inputs, read_given
from extractor.output import STANDARD_OUTPUT, write_output, write_whole

DESCRIBED = ".datapackage.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks of an export."""

    form: Form
    long: bool = False
    address: str | None = None
    password: str | None = None


def export_file(file: Path, output: str, asked: Asked) -> None:
    """Write a document or an extraction in a form; a CSV file with its descriptor beside it.

    Raises:
        UsageError: A result would replace the input or its source, the address is none, or the
            form cannot be long or not be shown.
        PlanfactsError: The file cannot be read, or the result cannot be written.
    """
    _refuse(file, output, asked)
    extraction = read_given(file, password=asked.password)
    exported = Exported(extraction, asked.address, long=asked.long)
    content = FORMATS[asked.form](exported)
    if asked.form != "csv" or output == STANDARD_OUTPUT:
        write_output(output, content)
        return
    written = b"".join(content)
    write_whole(Path(output), [written])
    write_whole(_beside(output), [package(exported, Path(output).name, written)])


def _refuse(file: Path, output: str, asked: Asked) -> None:
    """Refuse what would do harm or makes no sense.

    Raises:
        UsageError: It does.
    """
    if asked.long and asked.form in GRAPHS:
        raise UsageError(f"--long is for tables; {asked.form} is none")
    if output == STANDARD_OUTPUT:
        if asked.form in BINARY and sys.stdout.isatty():
            raise UsageError(f"{asked.form} is no text: name a file with -o, or send it on with |")
        return
    targets = [Path(output), _beside(output)] if asked.form == "csv" else [Path(output)]
    keep_inputs(targets, [file])


def _beside(output: str) -> Path:
    return Path(output).with_suffix(DESCRIBED)
