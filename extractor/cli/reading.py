"""What is read from a document: `extract` and `view`."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.cli.group import (
    CROSS_CHECK,
    ENGINE,
    MODEL,
    OCR,
    ONE_FILE,
    PASSWORD,
    QUIET,
    cli,
    named,
)
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from extractor.output import Form, Naming
    from extractor.readers.options import Engine, ReadOptions


class _ExtractOptions(TypedDict):
    """What click passes to `extract`."""

    files: tuple[Path, ...]
    output: str
    form: "Form"
    password: str | None
    naming: "Naming"
    ocr: bool
    engine: "Engine"
    cross_check: bool
    model: bool
    quiet: bool


@cli.command()
@click.argument("files", nargs=-1, required=True, type=ONE_FILE, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    default="-",
    callback=named,
    metavar="DIR|-",
    help="Folder, or standard output.",
)
@click.option("--format", "form", type=click.Choice(["json", "jsonl", "md"]), default="json")
@PASSWORD
@click.option(
    "--name",
    "naming",
    type=click.Choice(["stem", "full"]),
    default="stem",
    help="stem: plan.pdf gives plan.json; full: plan.pdf.json.",
)
@OCR
@ENGINE
@CROSS_CHECK
@MODEL
@QUIET
@click.pass_context
def extract(ctx: click.Context, **options: Unpack[_ExtractOptions]) -> None:
    """Read documents into figures, sections, tables, captions and footnotes.

    FILE is a PDF, Markdown or plain text, whatever its ending.
    """
    from extractor.run import Request, run

    published = load_pipeline().published
    if options["model"]:
        from extractor.entities.model import load_model

        load_model()  # once, before any file: without it none is read
    ctx.exit(run(Request(**options), published))


@cli.command()
@click.argument("file", type=ONE_FILE, metavar="FILE")
@click.option("--page", type=click.IntRange(min=1), required=True, help="Page index, from 1.")
@click.option(
    "-o",
    "--output",
    default="-",
    callback=named,
    metavar="PNG|-",
    help="File, or standard output.",
)
@click.option("--dpi", type=click.IntRange(36, 600), default=110, show_default=True)
@PASSWORD
@OCR
def view(*, file: Path, page: int, output: str, dpi: int, **options: Unpack["ReadOptions"]) -> None:
    """Draw what was recognised on a page of a PDF: blocks, columns, tables, notes, figures."""
    from extractor.given import keep_inputs
    from extractor.output import write_result
    from extractor.readers import pdf_page
    from extractor.view import draw_page

    keep_inputs([output], [file])
    shown = pdf_page(file, page, password=options.get("password"))
    extraction = load_pipeline().extract(file, **options)
    write_result(output, draw_page(extraction, shown, resolution=dpi))
