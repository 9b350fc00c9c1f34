"""What documents say of one thing over time: `history`."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from typing_extensions import override

from extractor.cli.group import ONE_FILE, OUTPUT, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from extractor.history.command import Form
    from schemas.figure import Kind

KINDS = ("money", "percent", "count", "ratio", "measure", "date", "duration")
STATUSES = ("in_need", "targeted", "reached", "required", "funded")
FORMS = ("text", "json", "csv", "md", "html")


class _Source(click.ParamType[Path | str]):
    """A file, a folder, or the address of a database."""

    name = "source"

    @override
    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        return value if "://" in value else Path(str(ONE_FILE.convert(value, param, ctx)))


class _Given(TypedDict):
    """What click passes to `history` of what to read, what to follow and where to write."""

    given: tuple[Path | str, ...]
    output: str
    form: "Form"
    password: str | None
    indicators: tuple[str, ...]
    place: str | None
    population: str | None
    status: str | None
    kind: "Kind | None"


@cli.command()
@click.argument("given", nargs=-1, required=True, type=_Source(), metavar="FILE|DIR|DB...")
@click.option(
    *("--indicator", "indicators"),
    required=True,
    multiple=True,
    metavar="WORDS",
    help="What to follow. Several are wordings of one thing.",
)
@click.option("--place", metavar="NAME|CODE", help="Only figures of this place.")
@click.option("--population", metavar="WORDS", help="Only figures of this group.")
@click.option("--status", type=click.Choice(STATUSES), help="Only figures of this status.")
@click.option("--kind", type=click.Choice(KINDS), help="Only figures of this kind.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text")
@OUTPUT
@PASSWORD
@click.pass_context
def history(ctx: click.Context, **given: Unpack[_Given]) -> None:
    """Follow one indicator through any number of editions and documents, in order of time.

    FILE is a document, or an extraction of one (JSON); of a DIR both are read, one of each document
    in whatever forms it is there; DB is a database of `load` (sqlite:///FILE, duckdb:///FILE or
    postgresql://USER:PASSWORD@HOST/NAME), of which each edition is told as it was read last. A
    figure is found if indicator, group, status or heads of its row and column say all WORDS. What
    the words meet is shown as series, one for each thing; points of one time on which documents
    disagree are marked. Exit code 3: some could not be read.
    """
    load_pipeline()
    from extractor.history.command import Request, write_history
    from schemas.history import HistoryAsked

    asked = HistoryAsked(
        indicators=given["indicators"],
        place=given["place"],
        population=given["population"],
        status=given["status"],
        kind=given["kind"],
    )
    request = Request(given["given"], given["output"], given["form"], asked, given["password"])
    ctx.exit(write_history(request))
