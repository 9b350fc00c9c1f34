"""What a command is given: a document, or an extraction of one as `extract` writes it."""

import codecs
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from os import SEEK_END
from pathlib import Path
from typing import Literal

import regex

from extractor.errors import UnreadableSourceError, UsageError
from extractor.output import STANDARD_OUTPUT
from extractor.stored import load_extraction
from schemas.document import DocumentInfo
from schemas.extraction import PAGE_FAILED, Extraction

HEAD = 400  # bytes in which an extraction tells that it is one
JsonKind = Literal["extraction", "other"]
WRITTEN = frozenset({".json", ".jsonl"})
_OBJECT = regex.compile(rb"\s*+\{\s*+(?:\}|\"[^\"\n]*+(?:\"\s*+:|\Z))")
"""How a JSON object begins; its first key may be longer than what is looked at."""
_MARKED = regex.compile(
    rb"\s*+\{\s*+\"schema_version\"\s*+:\s*+\"[^\"]*+\"\s*+,\s*+\"engine\"\s*+:"
)
"""How an extraction begins: other JSON of ours has a version too, but tells of no engine."""


def read_given(file: Path, *, password: str | None = None) -> Extraction:
    """Return the extraction that a file holds, or what is read from the document that it is.

    Raises:
        UnreadableSourceError: It can be read as neither; the message names it.
    """
    if is_extraction(file):
        return load_extraction(file)
    from extractor.pipeline import extract  # noqa: PLC0415  # an extraction needs none of it

    return extract(file, password=password)


def is_extraction(file: Path) -> bool:
    """Say whether a file is an extraction, or a JSON object that should be one.

    What cannot be opened is left to the readers.
    """
    return json_kind(file) is not None


def json_kind(file: Path) -> JsonKind | None:
    """Return whether a file is an extraction or another JSON object; None for anything else.

    No more than its ends are looked at: whole, it may take more memory than there is.
    """
    if not file.is_file():
        return None
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD).removeprefix(codecs.BOM_UTF8)
            opened.seek(max(0, opened.seek(0, SEEK_END) - HEAD))
            tail = opened.read()
    except OSError:
        return None
    if _MARKED.match(head):
        return "extraction"
    return "other" if _OBJECT.match(head) and tail.rstrip().endswith(b"}") else None


def find_source(path: Path, sha256: str) -> Path:
    """Return the source beside an extraction: the file of its name whose bytes were read.

    `plan.json` and `plan.pdf.json` are of `plan.pdf`. Where no file has the bytes that were read,
    and only one has the name, that one was changed.

    Raises:
        UsageError: No file of that name is there, or several are and none has the right bytes.
    """
    beside = sorted(_beside(path))
    right = [one for one in beside if has_hash(one, sha256)]
    if right or len(beside) == 1:
        return (right or beside)[0]
    if not beside:
        raise UsageError(
            f"{path}: its source is not beside it: put it there (verify and explain take --source)"
        )
    names = ", ".join(one.name for one in beside)
    raise UsageError(
        f"{path}: none of {names} has the bytes that were read (verify and explain take --source)"
    )


def keep_inputs(targets: Iterable[str | Path | None], inputs: Sequence[Path]) -> None:
    """Refuse results that would replace what was given, or the source beside an extraction given.

    Of the targets None and standard output replace nothing.

    Raises:
        UsageError: One would; it and what it would replace are named.
    """
    for target in targets:
        if target in (None, STANDARD_OUTPUT):
            continue
        for given in inputs:
            if _is_same(Path(target), given):
                raise UsageError(f"{target}: is an input; the result would replace it")
            if _is_source(Path(target), given):
                raise UsageError(f"{target}: is the source of {given}; the result would replace it")


def lost_pages(name: str, extraction: Extraction) -> list[str]:
    """Return what is told of the pages of a document that could not be read."""
    warnings = extraction.warnings
    return [f"{name}: {each.message}" for each in warnings if each.code == PAGE_FAILED]


def source_text(document: Path, info: DocumentInfo) -> str | None:
    """Return the decoded text that offsets count in; None for a PDF."""
    if info.provenance == "bbox":
        return None
    return document.read_bytes().decode(info.encoding or "utf-8").removeprefix("\ufeff")


def has_hash(path: Path, sha256: str) -> bool:
    """Say whether a file is there and its bytes have a hash."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    """Say whether two names are of one file: also by a link, or in a folder without case."""
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except (OSError, RuntimeError):  # one is not there, or is a link to itself
        return False


def _is_source(target: Path, given: Path) -> bool:
    """Say whether a file is what an extraction beside it was read from.

    Where no file of its name has the bytes that were read, each may be the source, changed.
    """
    beside = list(_beside(given)) if target.is_file() else []
    if not any(_is_same(target, each) for each in beside) or not is_extraction(given):
        return False
    try:
        sha256 = load_extraction(given).document.sha256
    except UnreadableSourceError:
        return True  # what it is of cannot be told
    return has_hash(target, sha256) or not any(has_hash(each, sha256) for each in beside)


def _beside(path: Path) -> Iterator[Path]:
    full = path.with_suffix("")
    if full.is_file() and full.suffix:
        yield full
    for one in path.resolve().parent.iterdir() if path.parent.is_dir() else ():
        if one.stem == path.stem and one.suffix not in WRITTEN and one.is_file():
            yield path.parent / one.name
