"""An extraction as it was written, read back."""

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import from_json

from extractor.errors import UnreadableSourceError
from schemas.extraction import SCHEMA_VERSION, Extraction


def load_extraction(path: Path) -> Extraction:
    """Return an extraction as `extract` writes it.

    Raises:
        UnreadableSourceError: It is missing, cut, no extraction, or of another schema version.
    """
    if path.is_fifo():
        raise UnreadableSourceError(f"{path}: is no regular file")  # waited for without end
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


def content(extraction: Extraction) -> bytes:
    """Return what tells the content of an extraction from that of others: all of it, on a line."""
    return extraction.__pydantic_serializer__.to_json(extraction)


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
    return f"is of schema version {version!r}; {SCHEMA_VERSION!r} can be read"
