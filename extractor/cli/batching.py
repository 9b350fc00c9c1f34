"""What is read of many documents: `batch`."""

import os
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.cli.group import CROSS_CHECK, ENGINE, MODEL, OCR, PASSWORD, QUIET, cli, named
from extractor.errors import UsageError
from extractor.interrupts import ctrl_c_later

if TYPE_CHECKING:
    from extractor.output import Form
    from extractor.readers.options import Engine


class _Given(TypedDict):
    """What click passes to `batch`."""

    given: tuple[str, ...]
    output: str
    url: str | None
    form: "Form"
    jobs: int
    scheduler: str | None
    timeout: float
    memory: int
    retries: int
    watch: bool
    fresh: bool
    password: str | None
    ocr: bool
    engine: "Engine"
    cross_check: bool
    model: bool
    quiet: bool


LONGEST = 7 * 24 * 3600  # seconds: more than any document takes, and than an alarm is sure to take
LARGEST = 1 << 24  # megabytes: more than any machine has, twice which is still a size in bytes


def _seconds(_ctx: click.Context, option: click.Parameter, seconds: float) -> float:
    """Return a stretch of time that can be kept.

    Raises:
        UsageError: It is none, or too long.
    """
    if not 0 < seconds <= LONGEST:  # neither is true of what is no number
        raise UsageError(f"--{option.name}: {seconds:g} is not between 0 and {LONGEST} seconds")
    return seconds


def _megabytes(_ctx: click.Context, option: click.Parameter, size: int) -> int:
    """Return a size of memory that can be kept.

    Raises:
        UsageError: It is none, or too large.
    """
    if not 0 < size <= LARGEST:
        raise UsageError(f"--{option.name}: {size} is not between 1 and {LARGEST} megabytes")
    return size


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cli.command()
@click.argument("given", nargs=-1, required=True, metavar="DIR|GLOB|LIST|FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    callback=named,
    metavar="DIR|URL",
    help="Folder of the results; with --scheduler also an address.",
)
@click.option(
    "--to",
    "url",
    metavar="URL",
    help="Load each document into a database: sqlite:///FILE, duckdb:///FILE or postgresql://...",
)
@click.option("--format", "form", type=click.Choice(["json", "jsonl", "md"]), default="json")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=_cores,
    show_default="all cores",
    help="Documents read at the same time.",
)
@click.option(
    "--scheduler",
    metavar="URL",
    help="Read on the machines of dask://HOST:PORT (extra planfacts[dask]).",
)
@click.option(
    "--timeout",
    type=float,
    callback=_seconds,
    default=600,
    show_default=True,
    metavar="S",
    help="Seconds that one document may take.",
)
@click.option(
    "--memory",
    type=int,
    callback=_megabytes,
    default=2048,
    show_default=True,
    metavar="MB",
    help="Megabytes that its process may hold.",
)
@click.option(
    "--retries",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Further tries where that was too much, or the process crashed.",
)
@click.option("--watch", is_flag=True, help="Go on with what is added, until Ctrl-C.")
@click.option("--fresh", is_flag=True, help="Read also what was read before.")
@PASSWORD
@OCR
@ENGINE
@CROSS_CHECK
@MODEL
@QUIET
@click.pass_context
def batch(ctx: click.Context, **asked: Unpack[_Given]) -> None:
    """Read many documents, each in a process that can be killed.

    A folder is read with all below it, a LIST is a file with a path or an address a line. Results
    go to the same tree below -o; OUT/manifest.jsonl has a line for each document. Started again, it
    goes on where it was stopped, and reads only what is new or was changed (docs/batch.md).
    """
    with ctrl_c_later():  # in what imports throw away it would be lost
        from extractor.batch import Limits, Reading
        from extractor.batch.command import Request, run_batch
        from extractor.batch.elsewhere import Elsewhere

    limits = Limits(seconds=asked["timeout"], memory_mb=asked["memory"], retries=asked["retries"])
    elsewhere = Elsewhere(asked["output"], asked["scheduler"], asked["url"])
    reading = Reading(
        password=asked["password"],
        ocr=asked["ocr"],
        engine=asked["engine"],
        cross_check=asked["cross_check"],
        model=asked["model"],
    )
    request = Request(
        given=asked["given"],
        output=elsewhere.folder,
        form=asked["form"],
        url=asked["url"],
        reading=reading,
        limits=limits,
        watch=asked["watch"],
        fresh=asked["fresh"],
        quiet=asked["quiet"],
    )
    code = run_batch(request, elsewhere.scheduler(asked["jobs"]))
    elsewhere.tell_of_results()
    ctx.exit(code)
