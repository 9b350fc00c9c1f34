"""Where results go: their names, their bytes, and writes that happen whole or not at all."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice
from pathlib import Path
from types import GeneratorType
from typing import Any, Literal, Protocol, TypeGuard

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
    STOPPED = 130  # as shells tell of Ctrl-C


STANDARD_OUTPUT = "-"
TOGETHER = 64  # listed records that are written as one piece


def record_json(record: Record) -> bytes:
    """Return a record as UTF-8 JSON that people and line diffs can read, with a final newline."""
    return record.__pydantic_serializer__.to_json(record, indent=1) + b"\n"


class Published(Protocol):
    """What can be written: a `Publication`."""

    def extraction(self) -> Extraction:
        """Return everything that was read from the document."""

    def parts(self) -> Iterable[tuple[str, Any]]:
        """Return the fields of the extraction; an iterator stands for a list."""


def serialise(published: Published, form: Form) -> Iterator[bytes]:
    """Yield the bytes of an extraction in pieces; equal extractions give equal bytes."""
    if form == "md":
        yield to_markdown(published.extraction()).encode()
    else:
        yield from json_pieces(dict(published.parts()), indented=form == "json")


def json_pieces(value: Mapping[str, object], *, indented: bool = True) -> Iterator[bytes]:
    """Yield an object as JSON with a final newline; a list may be a generator, never held whole."""
    yield from _Json(indented=indented).pieces(value, b"\n")
    yield b"\n"


class _Json:
    """Writes what `record_json` or `model_dump_json` return, a listed record at a time.

    The whole of a long document would be 100 MB.
    """

    def __init__(self, *, indented: bool) -> None:
        self._indent = 1 if indented else None
        self._colon = b'": ' if indented else b'":'

    def pieces(self, value: object, end: bytes) -> Iterator[bytes]:
        """Yield a value; `end` is how the lines end that it stands on, with their indent."""
        if isinstance(value, GeneratorType):
            yield from self._listed(value, end)
        elif _is_long(value):
            yield from self._object(value, end)
        else:
            yield self._written(value, end)

    def _written(self, value: object, end: bytes) -> bytes:
        """Return a value with its lines indented as those around it are."""
        if not self._indent:
            return to_json(value)
        # Inside of lists it is indented while it is written; to do so afterwards takes longer.
        depth = len(end) - 1
        for _ in range(depth):
            value = [value]
        written = to_json(value, indent=self._indent)
        return written[_opening(depth) : len(written) - _opening(depth) + depth]

    def _object(self, value: Mapping[str, object], end: bytes) -> Iterator[bytes]:
        inner, before = self._inner(end), b"{"
        for name, each in value.items():
            yield before + inner + b'"' + name.encode() + self._colon
            yield from self.pieces(each, inner)
            before = b","
        yield self._outer(end) + b"}"

    def _listed(self, items: Iterator[object], end: bytes) -> Iterator[bytes]:
        """Yield a list, many items at a time if they are short: to begin a piece takes longest."""
        inner, before = self._inner(end), b"["
        while some := list(islice(items, TOGETHER)):
            if _is_long(some[0]):  # as the others are
                for item in some:
                    yield before + inner
                    yield from self.pieces(item, inner)
                    before = b","
            else:
                yield before + self._written(some, end)[1 : -len(self._outer(end)) - 1]
                before = b","
        yield b"[]" if before == b"[" else self._outer(end) + b"]"

    def _inner(self, end: bytes) -> bytes:
        return end + b" " if self._indent else b""

    def _outer(self, end: bytes) -> bytes:
        return end if self._indent else b""


def _opening(depth: int) -> int:
    """Return the length of what opens lists, one in the other, each on a line of its own.

    What closes them is shorter by one for each, whose line is indented by one less.
    """
    return sum(len("[\n") + indent for indent in range(1, depth + 1))


def _is_long(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether one of the fields is a list that is made while it is written."""
    return isinstance(value, dict) and GeneratorType in map(type, value.values())


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

    A link is followed. A device or a pipe cannot be replaced: it is written to.

    Raises:
        OutputError: It cannot be written, or it is there already and `replace` is off; what was
            there before stays whole.
    """
    _refuse(target, replace=replace)
    real = Path(os.path.realpath(target))
    try:
        if real.exists() and not real.is_file():
            with real.open("wb") as device:
                device.writelines(content)
        else:
            _replace(real, content)
    except OSError as fault:
        raise OutputError(f"{target}: cannot be written: {fault.strerror}") from fault


def _refuse(target: Path, *, replace: bool) -> None:
    """Refuse a target that may not be written.

    Raises:
        OutputError: It is there and is not to be replaced, is a folder, or is read-only.
    """
    if not replace and target.exists():
        raise OutputError(f"{target}: is there already; --force replaces it")
    if target.is_dir():
        raise OutputError(f"{target}: cannot be written: it is a folder")
    if target.exists() and not os.access(target, os.W_OK):
        # Replacing needs no right to the file itself, but its owner has said: not to be changed.
        raise OutputError(f"{target}: cannot be written: the file is read-only")


def _replace(target: Path, content: Iterable[bytes]) -> None:
    """Put a new file in the place of a file, which is whole until then."""
    # In the same folder, because only a rename within one file system is a single step.
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except NotADirectoryError:
        return  # the folder is a file, so the draft was never there


def write_output(output: str, content: Iterable[bytes]) -> None:
    """Write pieces to the file that -o names, whole or not at all, or to standard output.

    Raises:
        OutputError: They cannot be written.
    """
    if output == STANDARD_OUTPUT:
        write_standard_output(content)
    else:
        write_whole(Path(output), content)


def write_result(output: str, content: bytes) -> None:
    """Write a single result to the file that -o names, or to standard output.

    Raises:
        UsageError: Standard output is a terminal, which a picture would garble.
        OutputError: It cannot be written.
    """
    if output == STANDARD_OUTPUT and sys.stdout.isatty():
        raise UsageError("the result is a picture: name a file with -o, or send it on with |")
    write_output(output, [content])


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
