"""What each stage of the pipeline takes of a PDF, beside pdfplumber listing its characters.

usage: python benchmarks/stages.py FILE...

Prints a JSON object for each file: pages, and seconds by stage, of the processor and by the clock.
All are read by this one process, each once: what the first takes has in it what is made once. The
time of pdfplumber is what the rest is held against: it is the same work on any machine.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from results import Results, told

from extractor.cli.pipeline import load_pipeline
from extractor.errors import UnreadableSourceError

STAGES = ("read", "segment", "figures", "entities", "bind", "publish", "write")
REFERENCE = "pdfplumber"


class Stages:
    """The pipeline's stages, each with the time it took on one document."""

    def __init__(self) -> None:
        # As the command does: what importing makes is kept out of the collector's way.
        load_pipeline()
        self.seconds: dict[str, float] = {}
        """Time of the processor."""
        self.clock: dict[str, float] = {}

    def _timed(self, name: str, stage: Callable[[], Any]) -> Any:  # noqa: ANN401
        clock, started = time.perf_counter(), time.process_time()
        made = stage()
        self.seconds[name] = time.process_time() - started
        self.clock[name] = time.perf_counter() - clock
        return made

    def measure(self, file: Path) -> int:
        """Take the time of each stage; return the number of pages."""
        from extractor import entities  # noqa: PLC0415
        from extractor.bind import bind, collect  # noqa: PLC0415
        from extractor.output import serialise  # noqa: PLC0415
        from extractor.publish import Publication  # noqa: PLC0415
        from extractor.readers import read  # noqa: PLC0415
        from extractor.segment import segment  # noqa: PLC0415

        source = self._timed("read", lambda: read(file))
        pages, raw = len(source.pages), source.raw
        doc = self._timed("segment", lambda: segment(source))
        collected = self._timed("figures", lambda: collect(doc))
        found = self._timed("entities", lambda: entities.find(doc.text))
        context = self._timed("bind", lambda: bind(doc, collected, *found))
        published = self._timed("publish", lambda: Publication(context, raw))
        self._timed("write", lambda: [len(piece) for piece in serialise(published, "json")])
        return pages

    def refer(self, file: Path) -> None:
        """Take the time in which pdfplumber lists the characters of a document."""
        import pdfplumber  # noqa: PLC0415

        with pdfplumber.open(file) as plumbed:
            self._timed(REFERENCE, lambda: [_listed(page) for page in plumbed.pages])


def _listed(page: Any) -> int:  # noqa: ANN401
    count = len(page.chars)
    page.close()
    return count


def whole(seconds: Mapping[str, float]) -> float:
    """Return the time of all stages together."""
    return sum(seconds[stage] for stage in STAGES)


def print_stages(files: Sequence[Path]) -> Results:
    """Print what each stage takes of a page, in milliseconds, file by file and of all."""
    times = dict.fromkeys((*STAGES, "whole", REFERENCE), ".1f")
    found = Results(
        "stages", {"file": "", "pages": "", "megabytes": ".1f", **times, "ratio": ".2f"}
    )
    stages, total = Stages(), dict.fromkeys((*STAGES, REFERENCE), 0.0)
    all_pages, all_bytes = 0, 0
    for file in files:
        try:
            pages = stages.measure(file)
            stages.refer(file)
        except UnreadableSourceError as fault:
            print(f"planfacts: {fault}", file=sys.stderr)
            continue
        size = file.stat().st_size
        total = {name: total[name] + stages.seconds[name] for name in total}
        all_pages, all_bytes = all_pages + pages, all_bytes + size
        found.add(**_row(told(file), pages, size, stages.seconds))
    if all_pages:
        found.add(**_row("all", all_pages, all_bytes, total))
        shares = (f"{name} {total[name] / whole(total):.0%}" for name in STAGES)
        print(f"\nMilliseconds a page. Shares: {', '.join(shares)}.")
    return found


def _row(name: str, pages: int, size: int, seconds: Mapping[str, float]) -> dict[str, Any]:
    """Return the milliseconds a page."""
    times = {**seconds, "whole": whole(seconds)}
    told = {each: round(1000 * taken / pages, 2) for each, taken in times.items()}
    ratio = round(times["whole"] / times[REFERENCE], 3)
    return {"file": name, "pages": pages, "megabytes": round(size / 1e6, 2), **told, "ratio": ratio}


if __name__ == "__main__":
    measured = Stages()
    for named in map(Path, sys.argv[1:]):
        count = measured.measure(named)
        measured.refer(named)
        print(json.dumps({"pages": count, "seconds": measured.seconds, "clock": measured.clock}))
