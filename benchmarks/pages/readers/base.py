"""What a benchmark asks of a reader."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pypdfium2

from pages.readers import peers, planfacts
from pages.truth import Reading


class Reader(Protocol):
    """Reads a document, or one page of it."""

    def read(self, path: Path, page: int | None = None) -> tuple[Reading, float]:
        """Return what it reads and the seconds a page it took."""
        ...


class Planfacts:
    """planfacts, which reads a document once for all of its pages that are asked for."""

    def __init__(self) -> None:
        self._last: tuple[Path, planfacts.Json, float] | None = None

    def read(self, path: Path, page: int | None = None) -> tuple[Reading, float]:
        """Return what it reads, and its seconds for the document by the document's pages."""
        if self._last is None or self._last[0] != path:
            started = time.perf_counter()
            extraction = planfacts.extracted(path)
            self._last = (path, extraction, time.perf_counter() - started)
        _, extraction, seconds = self._last
        return planfacts.reading(extraction, page), seconds / _pages(path)


class Peer:
    """Another reader; its time holds what it takes to start, where it starts anew each time."""

    def __init__(self, running: peers.Peers, name: str) -> None:
        self._running, self._name = running, name

    def read(self, path: Path, page: int | None = None) -> tuple[Reading, float]:
        """Return what it reads and its seconds a page."""
        reading, seconds = self._running.read(self._name, path, page)
        return reading, seconds / (1 if page else _pages(path))


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


@contextmanager
def readers(cache: Path | None) -> Iterator[Mapping[str, Reader]]:
    """Give planfacts, and the peers where there is a folder for their environment."""
    if cache is None:
        yield {"planfacts": Planfacts()}
        return
    with peers.running(cache) as running:
        missing = peers.absent()
        others = {name: Peer(running, name) for name in peers.VERSIONS if name not in missing}
        yield {"planfacts": Planfacts(), **others}
