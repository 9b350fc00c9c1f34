"""What commands take: processor time and memory of a process and of those that it begins."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

KIB_PER_MB = 1000 / 1.024  # ru_maxrss is in KiB on Linux


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    """Processor time, user and system."""
    megabytes: float
    """Peak of the resident memory."""

    def __lt__(self, other: "Cost") -> bool:
        return self.seconds < other.seconds


def cost(command: Sequence[str]) -> Cost:
    """Run a command and return what it took.

    Raises:
        CalledProcessError: It failed.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # it is waited for; Popen must know
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB_PER_MB)
