"""One batch at a time in a folder of results."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.batch.files import unwritten
from extractor.errors import UsageError


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other batches out of a folder, which is made if need be, for as long as this one lives.

    Raises:
        UsageError: Another batch is at work there.
        OutputError: Nothing can be written there.
    """
    # Windows has another kind of locks; it is not tested there.
    import fcntl  # noqa: PLC0415  # Windows has none

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a+b")
    except OSError as fault:
        raise unwritten(folder, fault) from fault
    with lock:
        try:
            # Of the process, not of the file: what it begins does not hold the lock after it.
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            lock.seek(0)
            who = lock.read().decode("ascii", "replace").strip()
            raise UsageError(
                f"{folder.parent}: another batch is at work there (process {who})"
            ) from fault
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n".encode())
        lock.flush()
        yield
