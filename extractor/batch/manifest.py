"""The manifest: a line for each document, written when it is done with, and never half."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from extractor.batch.files import Drafts, unwritten
from extractor.batch.job import Outcome
from extractor.errors import OutputError


class Manifest:
    """The lines of a batch: those of runs before it, and those that it adds.

    While a batch runs, lines are added at the end. Before and after it, the file is made anew with
    one line a document, the last that was written of it.
    """

    def __init__(self, path: Path, drafts: Drafts) -> None:
        """Take over what is there; a line that was cut off is left out.

        Raises:
            OutputError: It cannot be read or written.
        """
        self._path, self._drafts = path, drafts
        self.put_in_order()
        try:
            self._file = path.open("ab")
        except OSError as fault:
            raise unwritten(path, fault) from fault

    def add(self, outcome: Outcome) -> None:
        """Add a line; when this returns, it stays.

        Raises:
            OutputError: It cannot be written.
        """
        try:
            self._file.write(outcome.model_dump_json().encode() + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as fault:
            raise unwritten(self._path, fault) from fault

    def close(self) -> None:
        """End the batch: the file has one line a document, in the order of their names."""
        # What cannot be written now was told when it was added.
        with suppress(OSError):
            self._file.close()
        self.put_in_order()

    def put_in_order(self) -> None:
        """Write the last line of each document, and nothing else.

        Raises:
            OutputError: It cannot be read or written; what was there stays whole.
        """
        try:
            last = {source: at for at, source in self._lines()}
            if last or self._path.exists():
                self._drafts.write(self._path, self._chosen(sorted(last.items())))
        except OSError as fault:
            raise OutputError(f"{self._path}: cannot be read: {fault.strerror}") from fault

    def _lines(self) -> Iterator[tuple[int, str]]:
        """Yield where each line begins, with the document that it is of."""
        if not self._path.exists():
            return
        at = 0
        with self._path.open("rb") as file:
            for line in file:
                with suppress(ValidationError):
                    yield at, Outcome.model_validate_json(line).source
                at += len(line)

    def _chosen(self, places: list[tuple[str, int]]) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            for _, at in places:
                file.seek(at)
                yield file.readline().rstrip(b"\n") + b"\n"
