"""Size and speed of the report, in a real browser, as a Markdown table.

usage: python benchmarks/reports.py FILE...

Of each document: the size of its report, and that of sixty such pages; the seconds until the page
can be used; and the longest of some searches, from the last letter until the list is drawn.
Chromium is looked for as the tests do (PLANFACTS_CHROMIUM names one).
"""

import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from extractor.report import read_part, report_page

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SEARCHES = ("a", "million", "2025", "no such word", "total revenue", "")
PAGES = 60
MEGABYTE = 1e6
SEARCHED = """async (word) => {
  const query = document.getElementById("query");
  query.value = word;
  const start = performance.now();
  query.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one report takes."""

    name: str
    pages: int
    figures: int
    size: int
    opened: float
    searched: float

    def row(self) -> str:
        """Return a row of the table."""
        share = f"{self.size / self.pages * PAGES / MEGABYTE:.1f}" if self.pages else "-"
        return (
            f"| {self.name} | {self.pages or '-'} | {self.figures:,} | {self.size / MEGABYTE:.1f} |"
            f" {share} | {self.opened:.1f} | {self.searched:.0f} |"
        )


def measured(path: Path, browser: Browser) -> Measured:
    """Return what the report of a document takes."""
    part = read_part(path)
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        report.write_text(report_page([part]), "utf-8")
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(report.as_uri())
        page.wait_for_selector("html[data-ready]")
        opened = time.perf_counter() - start
        searched = max(page.evaluate(SEARCHED, word) for word in SEARCHES)
        page.close()
        size = report.stat().st_size
    pages, figures = len(part.pictures), len(part.extraction.figures)
    return Measured(path.name, pages, figures, size, opened, searched)


def main() -> None:
    """Print the table."""
    found = os.environ.get("PLANFACTS_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    print("| document | pages | figures | MB | MB/60 pages | opens in s | search in ms |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found)
        for path in map(Path, sys.argv[1:]):
            print(measured(path, browser).row(), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
