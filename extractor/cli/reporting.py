"""What was read and found, for people: `report`."""

from pathlib import Path

import click

from extractor.cli.group import ONE_FILE, OUTPUT, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline


@cli.command()
@click.argument("files", nargs=-1, required=True, type=ONE_FILE, metavar="FILE...")
@OUTPUT
@PASSWORD
@click.pass_context
def report(
    ctx: click.Context, *, files: tuple[Path, ...], output: str, password: str | None
) -> None:
    """Write one page (HTML) that shows every figure where it is printed, and every finding.

    FILE is a document, or an extraction of one (JSON) with its source beside it. The page needs
    nothing but a browser: no network, no other file.
    """
    load_pipeline()
    from extractor.report import write_report

    ctx.exit(write_report(files, output, password))
