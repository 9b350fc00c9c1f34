"""What an extraction is to be proved against: the source that it is of."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from extractor.errors import UsageError

WRITTEN = frozenset({".json", ".jsonl"})


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
