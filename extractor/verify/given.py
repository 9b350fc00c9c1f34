"""What is to be proved: an extraction as it was written, and the source that it is of."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import from_json

from extractor.errors import UnreadableSourceError, UsageError
from schemas.extraction import SCHEMA_VERSION, Extraction

WRITTEN = frozenset({".json", ".jsonl"})


def load_extraction(path: Path) -> Extraction:
    """Return an extraction as `extract` writes it.

    Raises:
        UnreadableSourceError: It is missing, cut, no extraction, or of another schema version.
    """
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableSourceError(f"{path}: cannot be read: {fault.strerror}") from fault
    try:
        extraction = Extraction.model_validate_json(data)
    except ValidationError as fault:
        raise UnreadableSourceError(f"{path}: {_reason(data, fault)}") from fault
    if extraction.schema_version != SCHEMA_VERSION:
        raise UnreadableSourceError(f"{path}: {_other_version(extraction.schema_version)}")
    return extraction


def _reason(data: bytes, fault: ValidationError) -> str:
    """Return what is wrong with what is no extraction."""
    first = fault.errors()[0]
    place = ".".join(map(str, first["loc"]))
    if not place:
        return f"is no extraction: {first['msg']}"
    try:
        given = from_json(data)
    except ValueError as unread:
        return f"is no extraction: {unread}"
    version = given.get("schema_version") if isinstance(given, dict) else None
    if isinstance(version, str) and version != SCHEMA_VERSION:
        return _other_version(version)
    return f"is no extraction: {place}: {first['msg']}"


def _other_version(version: str) -> str:
    return f"is of schema version {version!r}; {SCHEMA_VERSION!r} can be verified"


def find_source(path: Path, sha256: str) -> Path:
    """Return the source beside an extraction: the file of its name whose bytes were read.

    `plan.json` and `plan.pdf.json` are of `plan.pdf`. Where no file has the bytes that were read,
    and only one has the name, that one was changed.

    Raises:
        UsageError: No file of that name is there, or several are and none has the right bytes.
    """
    beside = sorted(_beside(path))
    right = [one for one in beside if _has_hash(one, sha256)]
    if right or len(beside) == 1:
        return (right or beside)[0]
    if not beside:
        raise UsageError(f"{path}: its source is not beside it: name it with --source")
    names = ", ".join(one.name for one in beside)
    raise UsageError(f"{path}: none of {names} has the bytes that were read: use --source")


def _beside(path: Path) -> Iterator[Path]:
    full = path.with_suffix("")
    if full.is_file() and full.suffix:
        yield full
    for one in path.resolve().parent.iterdir() if path.parent.is_dir() else ():
        if one.stem == path.stem and one.suffix not in WRITTEN and one.is_file():
            yield path.parent / one.name


def _has_hash(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False
