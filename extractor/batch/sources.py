"""Where documents come from, and where results may go: a file by its path, else by an address."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import uuid4

from extractor.errors import OutputError, PlanfactsError, UnreadableSourceError, UsageError

SCHEME = "://"
LOCAL = "file://"
PIECE = 1 << 20  # bytes that are copied at once
MOST = 1 << 31  # bytes of a document that is fetched: what never ends shall not fill the disk
EXTRA = "addresses are read by fsspec: pip install 'planfacts[dask]'"


def is_address(source: str) -> bool:
    """Say whether a source is an address (`https://host/plan.pdf`), not a path."""
    return SCHEME in source


@contextmanager
def at_hand(source: str, folder: Path) -> Iterator[Path]:
    """Give a file that holds a document for as long as it is read; it is copied to a folder first.

    A file that has a path here is given as it is.

    Raises:
        UnreadableSourceError: It cannot be had.
    """
    if not is_address(source):
        yield Path(source)
    elif source.startswith(LOCAL):
        yield Path(source.removeprefix(LOCAL))
    else:
        copy = folder / uuid4().hex
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _fetch(source, copy)
            yield copy
        finally:
            with suppress(OSError):
                copy.unlink(missing_ok=True)


def put(made: Path, address: str) -> None:
    """Copy a file to an address, what is there included.

    Raises:
        OutputError: It cannot be written there.
    """
    try:
        system, path = _opened(address)
        system.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH120  # no path of ours
        system.put_file(str(made), path)
    except PlanfactsError:
        raise
    except Exception as fault:  # each kind of store has errors of its own
        raise OutputError(f"{address}: cannot be written: {_said(fault)}") from fault


def _fetch(address: str, copy: Path) -> None:
    """Copy what is at an address to a file.

    Raises:
        UnreadableSourceError: It cannot be had, or does not end.
    """
    try:
        system, path = _opened(address)
        with system.open(path, "rb") as there, copy.open("xb") as file:
            while file.tell() <= MOST and (piece := there.read(PIECE)):
                file.write(piece)
            is_longer = file.tell() > MOST
    except PlanfactsError:
        raise
    except Exception as fault:  # each kind of store has errors of its own
        raise UnreadableSourceError(f"{address}: cannot be fetched: {_said(fault)}") from fault
    if is_longer:
        raise UnreadableSourceError(f"{address}: is longer than {MOST >> 30} GB")


def _opened(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path there.

    Raises:
        UsageError: Nothing that is installed can open it.
    """
    try:
        opened: tuple[Any, str] = import_module("fsspec.core").url_to_fs(address)
    except (ImportError, ValueError) as fault:
        missing = isinstance(fault, ImportError) and (fault.name or "").startswith("fsspec")
        raise UsageError(f"{address}: {EXTRA if missing else _said(fault)}") from fault
    return opened


def _said(fault: Exception) -> str:
    """Return what an error says, in one line."""
    said = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return " ".join(said.split()) or type(fault).__name__


def own_folder(address: str) -> Path:
    """Return where this machine keeps what belongs to results at an address: manifest and lock."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    name = sha256(address.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(home, "planfacts", "batches", name)
