"""What is read, in the forms of other programs: `export`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.group import ONE_FILE, OUTPUT, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from extractor.export import Form


FORMATS = ("jsonl", "csv", "xlsx", "parquet", "md", "html", "w3c", "prov")


@cli.command()
@click.argument("file", type=ONE_FILE, metavar="FILE")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True)
@OUTPUT
@click.option(
    "--long", is_flag=True, help="Tables: a row for each number, in the words of HDX HAPI."
)
@click.option("--url", "address", metavar="URL", help="Where the document is published.")
@PASSWORD
def export(  # noqa: PLR0913  # one for each option
    *,
    file: Path,
    form: "Form",
    output: str,
    long: bool,
    address: str | None,
    password: str | None,
) -> None:
    """Write figures with their places and sources in a form that other programs take.

    FILE is a document, or an extraction of one as `extract` writes it (JSON). jsonl, csv,
    xlsx, parquet, md, html: a table of the figures; beside a CSV file its Data Package. w3c: W3C
    Web Annotations (JSON-LD). prov: W3C PROV-O (JSON-LD).
    """
    load_pipeline()
    from extractor.export.command import Asked, export_file

    asked = Asked(form, long=long, address=address, password=password)
    export_file(file, output, asked)
