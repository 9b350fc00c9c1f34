"""What was read and found, for people: `report`."""

from pathlib import Path

import click

from extractor.cli.group import ONE_FILE, OUTPUT, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline


@cli.command()
@click.argument("files", nargs=-1, required=True, type=ONE_FILE, metavar="FILE...")
@OUTPUT
@PASSWORD
def report(*, files: tuple[Path, ...], output: str, password: str | None) -> None:
    """Write one page (HTML) that shows every figure where it is printed, and every finding.

    FILE is a document, or an extraction of one (JSON) with its source beside it. The page needs
    nothing but a browser: no network, no other file.
    """
    load_pipeline()
    from extractor.errors import UsageError
    from extractor.output import STANDARD_OUTPUT, write_standard_output, write_whole
    from extractor.report import read_parts, report_page

    if output != STANDARD_OUTPUT and Path(output).resolve() in {each.resolve() for each in files}:
        raise UsageError(f"{output}: is an input; the report would replace it")
    content = [report_page(read_parts(files, password)).encode()]
    if output == STANDARD_OUTPUT:
        write_standard_output(content)
    else:
        write_whole(Path(output), content)
