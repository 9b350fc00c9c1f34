"""Peers, each at a pinned version in an environment of their own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from environment import Environment, PeerError
from environment import running as running_environment

from pages.readers import markdown, opendataloader
from pages.truth import Part, Reading

VERSIONS = {  # permissive licences; what needs models or a server does not work offline
    "opendataloader-pdf": "2.5.16",  # Apache-2.0; Java in its wheel
    "pdfplumber": "0.11.10",  # MIT
    "pdf_oxide": "0.3.78",  # MIT or Apache-2.0
    "liteparse": "2.18.0",  # Apache-2.0
    "kreuzberg": "4.10.4",  # MIT
}
DOES = {  # as they are asked to here
    "opendataloader-pdf": "headings, tables, captions",
    "pdfplumber": "text and tables",
    "pdf_oxide": "Markdown",
    "liteparse": "Markdown, without OCR",
    "kreuzberg": "Markdown",
}
NEEDS = {"opendataloader-pdf": "java"}
INSIDE = Path(__file__).with_name("inside.py")
ORDER_AND_TABLES: frozenset[Part] = frozenset(("order", "tables"))


def absent() -> dict[str, str]:
    """Return the peers that cannot be measured here, and why."""
    return {peer: f"no {need}" for peer, need in NEEDS.items() if shutil.which(need) is None}


@dataclass(slots=True)
class Peers:
    """The running environment; it answers one question after the other."""

    environment: Environment

    def read(self, peer: str, path: Path, page: int | None = None) -> tuple[Reading, float]:
        """Return what a peer reads and the seconds it took.

        Raises:
            PeerError: It could not read the file.
        """
        answer = self._answer(peer, path, page=page)
        return _reading(answer), answer["seconds"]

    def spent(self, peer: str, path: Path) -> tuple[float, float]:
        """Return the seconds of processor time, and by the clock, that a peer takes of a file.

        Raises:
            PeerError: It could not read the file.
        """
        answer = self._answer(peer, path, page=None, anew=True)
        return answer["processor"], answer["seconds"]

    def _answer(self, peer: str, path: Path, **asked: Any) -> dict[str, Any]:  # noqa: ANN401
        try:
            return self.environment.ask({"peer": peer, "path": str(path.resolve()), **asked})
        except PeerError as fault:
            raise PeerError(f"{fault} ({path.name})") from fault


@contextmanager
def running(folder: Path) -> Iterator[Peers]:
    """Start the peers' environment, and stop it in the end."""
    pins = [f"{name}=={version}" for name, version in VERSIONS.items()]
    with running_environment(folder, pins, INSIDE) as environment:
        yield Peers(environment)


def _reading(answer: dict[str, Any]) -> Reading:
    """Return an answer in the common model."""
    if "markdown" in answer:
        return markdown.reading(answer["markdown"])
    if "json" in answer:
        return opendataloader.reading(answer["json"])
    return Reading(
        order=tuple(answer["order"]),
        tables=tuple(markdown.table(rows, page) for rows, page in answer["tables"]),
        gives=ORDER_AND_TABLES,
    )
