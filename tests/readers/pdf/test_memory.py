"""Pages are let go one by one: what a page takes to read does not stay."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# Bytes; the 650 words of a page stay until its text is made, what PDFium makes of it does not.
# Of the whole extraction a page's figures stay, here a hundred.
READ, EXTRACTED = 500_000, 1_600_000

MEASURE = """
import sys
from pathlib import Path
from extractor import extract
from extractor.readers import read
done = {"read": read, "extract": extract}[sys.argv[1]](Path(sys.argv[2]))
pages = len(done.pages if sys.argv[1] == "read" else done.document.pages)
# Unlike the resident maximum that the system counts, this is not that of the process that asked.
peak = next(x for x in open("/proc/self/status") if x.startswith("VmHWM"))
print(pages, int(peak.split()[1]) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the peak")
@pytest.mark.parametrize(
    ("what", "lengths", "most_a_page"),
    [("read", (40, 160), READ), ("extract", (10, 40), EXTRACTED)],
)
def test_memory_grows_by_what_is_kept_alone(
    write_pdf: Callable[..., bytes],
    tmp_path: Path,
    what: str,
    lengths: tuple[int, int],
    most_a_page: int,
) -> None:
    peaks = []
    for pages in lengths:
        path = tmp_path / f"plan-{pages}.pdf"
        path.write_bytes(write_pdf(*(content(page) for page in range(pages)), box="0 0 600 800"))
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, what, str(path)],
            check=True,
            capture_output=True,
            text=True,
        )
        read, peak = map(int, done.stdout.split())
        assert read == pages
        peaks.append(peak)
    assert (peaks[1] - peaks[0]) / (lengths[1] - lengths[0]) < most_a_page


def content(page: int) -> str:
    """Return a page of fifty lines, each other than all others."""
    lines = (
        f"1 0 0 1 50 {760 - 14 * line} Tm (The district {page} opened {line} wells for"
        f" {page * 50 + line} people near the river) Tj"
        for line in range(50)
    )
    return f"BT /F1 10 Tf {' '.join(lines)} ET"
