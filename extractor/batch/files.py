"""Files that are there whole or not at all, whatever becomes of the process that writes them."""

import errno
import hashlib
import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path
from uuid import uuid4

from extractor.errors import OutputError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
GOES_ON = "what was done is kept: make room, and the same command goes on from here"
PIECE = 1 << 20  # bytes that are copied at once
TURN = 1 << 26  # bytes that are hashed in a turn: a twentieth of a second


@dataclass(frozen=True, slots=True)
class Drafts:
    """A folder, on the file system of the results, where they are written before they stand."""

    folder: Path

    def write(self, target: Path, content: Iterable[bytes]) -> str:
        """Write pieces as one file in one step, its folder made if need be; return their hash.

        Raises:
            OutputError: It cannot be written; what was there before stays whole.
        """
        digest = hashlib.sha256()
        with self._draft(target) as draft, draft.open("xb") as file:
            for piece in content:
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        return digest.hexdigest()

    def put(self, made: Path, target: Path) -> None:
        """Have a file stand at a second place too: as the same file where it can be, else a copy.

        Raises:
            OutputError: It cannot be put there; what was there before stays whole.
        """
        with suppress(OSError):
            if target.samefile(made):
                return
        try:
            with self._draft(target) as draft:
                draft.hardlink_to(made)
        except OutputError:  # no links there, or another file system
            with made.open("rb") as file:
                self.write(target, iter(lambda: file.read(PIECE), b""))

    def clear(self) -> None:
        """Remove what was left by processes that were killed."""
        with suppress(OSError):
            for draft in self.folder.iterdir():
                draft.unlink(missing_ok=True)

    @contextmanager
    def _draft(self, target: Path) -> Iterator[Path]:
        """Give the name of a new file, which stands in the place of the target afterwards.

        Raises:
            OutputError: It cannot be written, or cannot stand there, or nobody wants it any more.
        """
        draft = self.folder / uuid4().hex
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            yield draft
            if is_orphan():
                raise OutputError(f"{target}: is not written: the batch that asked for it is gone")
            draft.replace(target)
        except OSError as fault:
            raise unwritten(target, fault) from fault
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def unwritten(target: Path, fault: OSError) -> OutputError:
    """Return that a file cannot be written; where there is no room, what is to be done then."""
    said = f"{target}: cannot be written: {fault.strerror or fault}"
    return OutputError(f"{said}; {GOES_ON}" if fault.errno in FULL else said)


def is_orphan() -> bool:
    """Say whether this is a process of a batch that is gone; another may be at work by now."""
    parent = parent_process()
    return parent is not None and not parent.is_alive()


def size_of(path: Path) -> int:
    """Return the bytes of a file; 0 where it is none."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def hash_of(path: Path) -> str | None:
    """Return the hash of the bytes of a file; None where it is none, or cannot be read."""
    turns = hashed(path)
    while True:
        try:
            next(turns)
        except StopIteration as end:
            found: str | None = end.value
            return found


def hashed(path: Path) -> Generator[None, None, str | None]:
    """Return the hash as `hash_of` does, in turns: other work can be done between them."""
    digest = hashlib.sha256()
    try:
        if not path.is_file():
            return None  # a pipe would be waited for without end
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
                if file.tell() % TURN == 0:
                    yield
    except (OSError, ValueError):
        return None
    return digest.hexdigest()
