"""Pages are let go one by one: what a page takes to read does not stay."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FEW, MANY = 40, 240
MOST_A_PAGE = 500_000  # bytes; the 650 words of a page stay, what PDFium makes of it does not

MEASURE = """
import sys
from pathlib import Path
from extractor.readers import read
pages = len(read(Path(sys.argv[1])).pages)
# Unlike the resident maximum that the system counts, this is not that of the process that asked.
peak = next(x for x in open("/proc/self/status") if x.startswith("VmHWM"))
print(pages, int(peak.split()[1]) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the peak")
def test_memory_grows_by_what_is_kept_alone(
    write_pdf: Callable[..., bytes], tmp_path: Path
) -> None:
    peaks = []
    for pages in (FEW, MANY):
        path = tmp_path / f"plan-{pages}.pdf"
        path.write_bytes(write_pdf(*(content(page) for page in range(pages)), box="0 0 600 800"))
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(path)], check=True, capture_output=True, text=True
        )
        read, peak = map(int, done.stdout.split())
        assert read == pages
        peaks.append(peak)
    assert (peaks[1] - peaks[0]) / (MANY - FEW) < MOST_A_PAGE


def content(page: int) -> str:
    """Return a page of fifty lines, each other than all others."""
    lines = (
        f"1 0 0 1 50 {760 - 14 * line} Tm (The district {page} opened {line} wells for"
        f" {page * 50 + line} people near the river) Tj"
        for line in range(50)
    )
    return f"BT /F1 10 Tf {' '.join(lines)} ET"
