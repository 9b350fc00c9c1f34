"""What is read, in a database: `load`."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.cli.group import ONE_FILE, PASSWORD, QUIET, cli
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from extractor.store.changes import Compare


class _Given(TypedDict):
    """What click passes to `load`."""

    files: tuple[Path, ...]
    url: str
    document: str | None
    password: str | None
    quiet: bool


@cli.command()
@click.argument("files", nargs=-1, required=True, type=ONE_FILE, metavar="FILE...")
@click.option(
    "--to",
    "url",
    envvar="PLANFACTS_DATABASE",
    default="sqlite:///planfacts.db",
    show_default=True,
    metavar="URL",
    help="sqlite:///FILE, duckdb:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
)
@click.option("--document", metavar="NAME", help="Whose editions the files are.")
@click.option("--changes", is_flag=True, help="Also what became of each figure, as diff tells it.")
@PASSWORD
@QUIET
@click.pass_context
def load(ctx: click.Context, *, changes: bool, **given: Unpack[_Given]) -> None:
    """Add documents to a database: each whole or not at all, and once.

    FILE is a document, or an extraction of one as `extract` writes it (JSON). The database is made
    if it is not there, and brought up to date if an older version made it. What a new edition or a
    new version of this program takes the place of is kept (docs/database.md); with --changes it is
    held against the edition before, figure by figure, for the view `changes`.
    """
    from extractor.given import is_extraction
    from extractor.store.command import Request, load_files
    from extractor.store.loaded import Run

    if changes or not all(map(is_extraction, given["files"])):
        load_pipeline()
    ctx.exit(load_files(Request(compare=_diff() if changes else None, **given), Run.begun()))


def _diff() -> "Compare":
    from extractor.editions.compare import diff

    return diff
