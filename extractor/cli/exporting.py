"""What is read, in the forms of other programs: `export`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.group import ONE_FILE, OUTPUT, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from extractor.export import Form


@cli.command()
@click.argument("file", type=ONE_FILE, metavar="FILE")
@click.option("--format", "form", type=click.Choice(["w3c", "prov"]), required=True)
@OUTPUT
@click.option("--url", "address", metavar="URL", help="Where the document is published.")
@PASSWORD
def export(
    *, file: Path, form: "Form", output: str, address: str | None, password: str | None
) -> None:
    """Write figures with their places and sources in a form that other programs take.

    FILE is a document, or an extraction of one as `extract` writes it (JSON). w3c: W3C Web
    Annotations (JSON-LD). prov: W3C PROV-O (JSON-LD).
    """
    load_pipeline()
    from extractor.export.command import export_file

    export_file(file, output, form, address=address, password=password)
