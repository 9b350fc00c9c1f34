"""Throw-away environments of peers: pinned, made once in a folder, and asked line by line."""

import json
import os
import subprocess
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

ANSWERING = Path(__file__).with_name("answering.py")


class PeerError(Exception):
    """A peer could not read what it was asked to read."""


def environment(folder: Path, pins: Sequence[str]) -> Path:
    """Return the Python of an environment, made in a folder if it is not there yet."""
    home = folder / f"planfacts-peers-{sha256(' '.join(pins).encode()).hexdigest()[:12]}"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = home / "complete"
    if not done.exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *pins], check=True)
        done.touch()
    return python


@dataclass(slots=True)
class Environment:
    """A running environment; it answers one question after the other."""

    process: "subprocess.Popen[str]"

    def ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer to a question, which names the peer it is for.

        Raises:
            PeerError: The peer could not answer, or the environment has ended.
        """
        peer = question["peer"]
        if self.process.stdin is None or self.process.stdout is None:
            raise PeerError(f"{peer}: not running")
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise PeerError(f"{peer}: ended")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise PeerError(f"{peer}: {answer['error']}")
        return answer


@contextmanager
def running(folder: Path, pins: Sequence[str], script: Path) -> Iterator[Environment]:
    """Start a script in an environment of its own, and stop it in the end."""
    with subprocess.Popen(
        [environment(folder, pins), "-P", ANSWERING, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Environment(process)
        if process.stdin is not None:
            process.stdin.close()
