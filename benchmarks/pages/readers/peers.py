"""Peers, each at a pinned version in an environment of their own."""

import json
import os
import shutil
import subprocess
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pages.readers import markdown, opendataloader
from pages.truth import Part, Reading

VERSIONS = {  # permissive licences; what needs models or a server does not work offline
    "opendataloader-pdf": "2.5.16",  # Apache-2.0; Java in its wheel
    "pdfplumber": "0.11.10",  # MIT
    "pdf_oxide": "0.3.78",  # MIT or Apache-2.0
    "liteparse": "2.18.0",  # Apache-2.0
    "kreuzberg": "4.10.4",  # MIT
}
NEEDS = {"opendataloader-pdf": "java"}
INSIDE = Path(__file__).with_name("inside.py")
ORDER_AND_TABLES: frozenset[Part] = frozenset(("order", "tables"))


class PeerError(Exception):
    """A peer could not read a file."""


def absent() -> dict[str, str]:
    """Return the peers that cannot be measured here, and why."""
    return {peer: f"no {need}" for peer, need in NEEDS.items() if shutil.which(need) is None}


def environment(folder: Path) -> Path:
    """Return the Python of the peers' environment, made in a folder if it is not there yet."""
    pins = [f"{name}=={version}" for name, version in VERSIONS.items()]
    home = folder / f"planfacts-peers-{sha256(' '.join(pins).encode()).hexdigest()[:12]}"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = home / "complete"
    if not done.exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *pins], check=True)
        done.touch()
    return python


@dataclass(slots=True)
class Peers:
    """The running environment; it answers one question after the other."""

    process: "subprocess.Popen[str]"

    def read(self, peer: str, path: Path, page: int | None = None) -> tuple[Reading, float]:
        """Return what a peer reads and the seconds it took.

        Raises:
            PeerError: It could not read the file.
        """
        if self.process.stdin is None or self.process.stdout is None:
            raise PeerError(f"{peer}: not running")
        asked = {"peer": peer, "path": str(path.resolve()), "page": page}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise PeerError(f"{peer}: ended while reading {path.name}")
        answer = json.loads(line)
        if "error" in answer:
            raise PeerError(f"{peer}: {path.name}: {answer['error']}")
        return _reading(answer), answer["seconds"]


@contextmanager
def running(folder: Path) -> Iterator[Peers]:
    """Start the peers' environment, and stop it in the end."""
    command = [environment(folder), INSIDE]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Peers(process)
        if process.stdin is not None:
            process.stdin.close()


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
