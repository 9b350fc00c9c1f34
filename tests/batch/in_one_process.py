"""Batches in one process each, which are killed at random moments and resumed to the end.

usage: python -m tests.batch.in_one_process DOCUMENTS FOLDER SEED KILLS

What a batch needs is imported once; every run of one is a copy of this process, so that it begins
at once. Killed runs resume each other until one gets to the end; then another batch is begun, until
there were enough kills. Beside them one is left undisturbed.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random

import extractor.check.audit
import extractor.pipeline  # noqa: F401  # imported once for all
from extractor.batch.command import Request, run_batch
from tests.batch.conftest import Here

LONGEST = 0.4  # seconds that a run is left alone


def started(documents: str, out: Path) -> int:
    """Begin a run of a batch in a process of its own, and return the number of that."""
    process = os.fork()
    if process == 0:
        os.fsync = lambda _: None  # for a machine that stops; what is killed has written
        request = Request(
            given=(documents,), output=str(out), url=f"sqlite:///{out}/plans.db", quiet=True
        )
        os._exit(run_batch(request, Here()))
    return process


def main(documents: str, folder: str, seed: int, kills: int) -> None:
    """Run the batches, and print what was done."""
    random, killed, batches = Random(seed), 0, 0  # noqa: S311  # moments
    os.waitpid(started(documents, Path(folder, "undisturbed")), 0)
    while killed < kills:
        batches += 1
        out = Path(folder, f"batch{batches}")
        ended = 0
        while not ended:
            process = started(documents, out)
            if killed < kills:
                time.sleep(random.random() * LONGEST)
                os.kill(process, signal.SIGKILL)
            _, status = os.waitpid(process, 0)
            ended = os.WIFEXITED(status)
            killed += not ended
            if ended and os.WEXITSTATUS(status):
                raise SystemExit(f"a batch ended with {os.WEXITSTATUS(status)}")
    told = {"kills": killed, "batches": [f"batch{number + 1}" for number in range(batches)]}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
