"""What changed from one edition to the next: `diff`."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.cli.group import ONE_FILE, OUTPUT, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from extractor.editions.command import Form


class _Given(TypedDict):
    """What click passes to `diff` of what to read and where to write."""

    old: Path
    new: Path
    output: str
    form: "Form"
    password: str | None
    translation: bool


@cli.command()
@click.argument("old", type=ONE_FILE, metavar="OLD")
@click.argument("new", type=ONE_FILE, metavar="NEW")
@OUTPUT
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv", "md", "html"]), default="text"
)
@click.option("--translation", is_flag=True, help="OLD and NEW are one document in two languages.")
@click.option("--only", metavar="TYPE,...", help="Show changes of these types alone.")
@click.option("--min-change", metavar="5%", help="Leave out values that changed by less.")
@click.option("--fail-on", metavar="TYPE,...", help="Exit code 1 for changes of these types alone.")
@PASSWORD
@click.pass_context
def diff(
    ctx: click.Context,
    *,
    only: str | None,
    min_change: str | None,
    fail_on: str | None,
    **given: Unpack[_Given],
) -> None:
    """Tell which figure became which, from one edition of a document to the next.

    OLD and NEW are documents, or extractions as `extract` writes them (JSON), in any mixture.
    Figures are matched by what they mean, not by where they stand. A TYPE is one of figures
    (docs/editions.md lists them; `revised` is both ways), or `tables`, `sections`, `footnotes` or
    `sources`. Exit code 1: what is shown differs, other than by where it stands; or the documents
    have nothing to do with each other.
    """
    from extractor.editions.selection import Selection, asked_percent, asked_types

    selection = Selection(asked_types(only), asked_percent(min_change), asked_types(fail_on))
    load_pipeline()
    from extractor.editions.command import Request, write_diff

    ctx.exit(write_diff(Request(selection=selection, **given)))
