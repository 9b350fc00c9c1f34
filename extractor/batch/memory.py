"""How much memory a process holds, and the most that it held."""

import sys
from contextlib import suppress
from pathlib import Path

import psutil

MEGABYTE = 1 << 20
FORGET_PEAK = "5"  # what Linux takes for: count the peak from now on
STATUS, CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def held(pid: int) -> int | None:
    """Return the bytes of memory that a process holds; None where there is none of that number."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return None


def held_by_helpers(pid: int) -> int:
    """Return the bytes that what a process began holds, without those that they share with it."""
    found = 0
    with suppress(psutil.Error):
        for helper in psutil.Process(pid).children():
            with suppress(psutil.Error):  # it ended
                found += int(helper.memory_full_info().uss)
    return found


def forget_peak() -> None:
    """Have the peak of this process count from now on, where the system can do so."""
    with suppress(OSError):
        CLEAR.write_text(FORGET_PEAK)


def peak() -> float:
    """Return the most megabytes that this process held since `forget_peak`, else in its life."""
    with suppress(OSError):
        for line in STATUS.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return round(int(line.split()[1]) / 1024, 1)
    return round(_most() / MEGABYTE, 1)


def _most() -> int:
    """Return the most bytes that this process held in its life."""
    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource  # noqa: PLC0415  # Windows has none

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
