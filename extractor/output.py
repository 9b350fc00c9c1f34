"""Where results go: their names, their bytes, and writes that happen whole or not at all."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Literal

from pydantic_core import to_json

from extractor.errors import OutputError, UsageError
from extractor.render import to_markdown
from schemas.base import Record
from schemas.extraction import Extraction

Form = Literal["json", "jsonl", "md"]
Naming = Literal["stem", "full"]


class ExitCode(IntEnum):
    """How a command ends."""

    DONE = 0
    DIFFERENT = 1
    FAILED = 2
    PARTLY = 3


STANDARD_OUTPUT = "-"


def record_json(record: Record) -> bytes:
    """Return a record as UTF-8 JSON that people and line diffs can read, with a final newline."""
    return record.__pydantic_serializer__.to_json(record, indent=1) + b"\n"


def serialise(extraction: Extraction, form: Form) -> Iterator[bytes]:
    """Yield the bytes of an extraction in pieces; equal extractions give equal bytes."""
    if form == "md":
        yield to_markdown(extraction).encode()
    elif form == "jsonl":
        yield extraction.model_dump_json().encode() + b"\n"
    else:
        yield from _json_pieces(extraction)


def _json_pieces(record: Record) -> Iterator[bytes]:
    """Yield what `record_json` returns, a listed record at a time: the whole may be 100 MB."""
    opening = b"{"
    for name in record.__class__.__pydantic_fields__:
        yield opening + f'\n "{name}": '.encode()
        opening = b","
        value = getattr(record, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            yield from _listed(value)
        else:
            yield to_json(value, indent=1).replace(b"\n", b"\n ")
    yield b"\n}\n"


def _listed(records: Sequence[Record]) -> Iterator[bytes]:
    opening = b"["
    for record in records:
        # A line end inside of a text is written as an escape: all that stand here part lines.
        lines = record.__pydantic_serializer__.to_json(record, indent=1)
        yield opening + b"\n  " + lines.replace(b"\n", b"\n  ")
        opening = b","
    yield b"\n ]"


def name_targets(
    files: Sequence[Path], folder: Path, *, form: Form, naming: Naming
) -> tuple[Path, ...]:
    """Return the output file of each input.

    Raises:
        UsageError: Two inputs would write one output, or an output would replace an input.
    """
    writers: dict[Path, Path] = {}
    inputs = {file.resolve(): file for file in files}
    for file in files:
        target = folder / f"{file.name if naming == 'full' else file.stem}.{form}"
        if target in writers:
            raise UsageError(
                f"{writers[target]} and {file} would both write {target}{_hint(naming)}"
            )
        if target.resolve() in inputs:
            raise UsageError(f"{file} would write {target}, which is an input")
        writers[target] = file
    return tuple(writers)


def _hint(naming: Naming) -> str:
    return " (--name full keeps the endings apart)" if naming == "stem" else ""


def make_folder(output: str) -> Path:
    """Return the output folder, made where it is not there yet.

    Raises:
        UsageError: The name is that of a result file, not of a folder.
        OutputError: It cannot be made.
    """
    folder = Path(output)
    if folder.suffix in {".json", ".jsonl", ".md"} and not folder.is_dir():
        raise UsageError(
            f"{output}: -o takes a folder; for a file of your own naming use -o - > FILE"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"{output}: cannot be made a folder: {fault.strerror}") from fault
    return folder


def write_whole(target: Path, content: Iterable[bytes], *, replace: bool = True) -> None:
    """Write pieces as one file in one step: whoever looks sees the old content or the new.

    Raises:
        OutputError: It cannot be written, or it is there already and `replace` is off; what was
            there before stays whole.
    """
    if not replace and target.exists():
        raise OutputError(f"{target}: is there already; --force replaces it")
    if target.exists() and not os.access(target, os.W_OK):
        # Replacing needs no right to the file itself, but its owner has said: not to be changed.
        raise OutputError(f"{target}: cannot be written: the file is read-only")
    # In the same folder, because only a rename within one file system is a single step.
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as fault:
        raise OutputError(f"{target}: cannot be written: {fault.strerror}") from fault
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except NotADirectoryError:
        return  # the folder is a file, so the draft was never there


def write_result(output: str, content: bytes) -> None:
    """Write a single result to the file that -o names, or to standard output.

    Raises:
        UsageError: Standard output is a terminal, which a picture would garble.
        OutputError: It cannot be written.
    """
    if output != STANDARD_OUTPUT:
        write_whole(Path(output), [content])
    elif sys.stdout.isatty():
        raise UsageError("the result is a picture: name a file with -o, or send it on with |")
    else:
        write_standard_output([content])


def write_standard_output(content: Iterable[bytes]) -> None:
    """Write pieces to standard output, past its text encoding.

    Raises:
        OutputError: It cannot be written. A reader that hung up is no error of ours and passes.
    """
    try:
        for piece in content:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputError(f"standard output: cannot be written: {fault.strerror}") from fault
