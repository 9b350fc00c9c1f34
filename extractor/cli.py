"""The command line: arguments in, printing and exit codes out.

What a command needs is imported inside of it, so that `planfacts --help` does not wait for it.
"""

import gc
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import IO, TYPE_CHECKING, Any, TypedDict, Unpack

import click
from typing_extensions import override

from extractor.errors import PlanfactsError

if TYPE_CHECKING:
    from extractor.check.listing import Form as Listing
    from extractor.output import Form, Naming
    from extractor.readers.options import Engine, ReadOptions
    from extractor.verify.verdict import Form as Proven
    from schemas.extraction import Extraction

OBJECTS_BEFORE_COLLECTION = 5_000_000  # a page leaves some 5,000, and 15 that hold each other
ONE_FILE = click.Path(path_type=Path, readable=False)  # the readers say what is wrong with a file


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


class _Given(TypedDict):
    """What click passes to `verify` of where an extraction comes from."""

    source: Path | None
    password: str | None


class _OneLine(click.ClickException):
    """An error of ours: one line on standard error, exit code 2."""

    exit_code = 2

    @override
    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"planfacts: {self.message}", file=file, err=file is None)


class _Commands(click.Group):
    """Commands whose `PlanfactsError`s become one line; any other exception is a bug and shows."""

    @override
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PlanfactsError as fault:
            raise _OneLine(str(fault)) from fault


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="planfacts")
def cli() -> None:
    """Read published plans into typed figures, each with the place that proves it.

    Results go to standard output or -o; messages go to standard error.

    Exit codes: 0 done; 1 findings or differences (check, verify, golden check); 2 usage, or nothing
    could be read; 3 some pages or files failed, the rest is written.
    """


@cli.command()
@click.argument("files", nargs=-1, required=True, type=ONE_FILE, metavar="FILE...")
@click.option("-o", "--output", default="-", metavar="DIR|-", help="Folder, or standard output.")
@click.option("--format", "form", type=click.Choice(["json", "jsonl", "md"]), default="json")
@click.option("--password", envvar="PLANFACTS_PASSWORD", help="Opens an encrypted PDF.")
@click.option(
    "--name",
    "naming",
    type=click.Choice(["stem", "full"]),
    default="stem",
    help="stem: plan.pdf gives plan.json; full: plan.pdf.json.",
)
@click.option("--ocr", is_flag=True, help="Read pages without text (extra planfacts[ocr]).")
@click.option(
    "--engine",
    type=click.Choice(["pdfium", "pdfplumber"]),
    default="pdfium",
    show_default=True,
    help="What reads the characters of a PDF.",
)
@click.option(
    "--cross-check", is_flag=True, help="Read a PDF with both engines; report digits that differ."
)
@click.option("--model", is_flag=True, help="Add names and noun phrases (extra planfacts[model]).")
@click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
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
@click.option("-o", "--output", default="-", metavar="PNG|-", help="File, or standard output.")
@click.option("--dpi", type=click.IntRange(36, 600), default=110, show_default=True)
@click.option("--password", envvar="PLANFACTS_PASSWORD", help="Opens an encrypted PDF.")
@click.option("--ocr", is_flag=True, help="Read pages without text (extra planfacts[ocr]).")
def view(*, file: Path, page: int, output: str, dpi: int, **options: Unpack["ReadOptions"]) -> None:
    """Draw what was recognised on a page of a PDF: blocks, columns, tables, notes, figures."""
    from extractor.output import write_result
    from extractor.readers import pdf_page
    from extractor.view import draw_page

    shown = pdf_page(file, page, password=options.get("password"))
    extraction = load_pipeline().extract(file, **options)
    write_result(output, draw_page(extraction, shown, resolution=dpi))


@cli.command()
@click.argument("extraction", type=ONE_FILE, metavar="EXTRACTION")
@click.option("--source", type=ONE_FILE, metavar="FILE", help="Default: looked for beside it.")
@click.option("-o", "--output", default="-", metavar="FILE|-", help="File, or standard output.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--password", envvar="PLANFACTS_PASSWORD", help="Opens an encrypted PDF.")
@click.pass_context
def verify(
    ctx: click.Context,
    *,
    extraction: Path,
    output: str,
    form: "Proven",
    **given: Unpack[_Given],
) -> None:
    """Prove every anchor of an extraction (JSON) against the bytes of its source.

    A line for each proof that fails: what, where, which proof, what was expected and what is there.
    """
    load_pipeline()
    from extractor.verify import verify as prove

    verdict = prove(extraction, **given)
    verdict.write(output, form)
    ctx.exit(1 if verdict.failures else 0)


@cli.command("check")
@click.argument("files", nargs=-1, required=True, type=ONE_FILE, metavar="FILE...")
@click.option("-o", "--output", default="-", metavar="FILE|-", help="File, or standard output.")
@click.option("--format", "form", type=click.Choice(["text", "json", "md"]), default="text")
@click.option("--password", envvar="PLANFACTS_PASSWORD", help="Opens an encrypted PDF.")
@click.pass_context
def check_documents(
    ctx: click.Context,
    *,
    files: tuple[Path, ...],
    output: str,
    form: "Listing",
    password: str | None,
) -> None:
    """Do the figures of a document add up, and agree with each other?

    FILE is a document, or an extraction of one as `extract` writes it (JSON). Exit code 1: an
    error or a warning was found.
    """
    load_pipeline()
    from extractor.audit import audit_files

    ctx.exit(audit_files(files, output, form, password))


@cli.group()
def golden() -> None:
    """Hold the program against what a person read."""


@golden.command()
@click.argument("file", type=ONE_FILE, metavar="FILE")
@click.option("-o", "--output", type=ONE_FILE, help="Default: golden/<stem of FILE>.json.")
@click.option("--force", is_flag=True, help="Replace a golden that is there already.")
@click.option("--own", is_flag=True, help="The document is ours: keep long text, do not hash it.")
@click.option("--password", envvar="PLANFACTS_PASSWORD", help="Opens an encrypted PDF.")
def draft(*, file: Path, output: Path | None, force: bool, own: bool, password: str | None) -> None:
    """Propose a golden file for FILE, for a person to correct."""
    from extractor.golden.draft import draft_golden
    from extractor.golden.store import default_path, write_golden

    target = output or default_path(file)
    extraction = load_pipeline().extract(file, password=password)
    write_golden(target, draft_golden(file, extraction, own=own), force=force)
    click.echo(f"planfacts: {target}: drafted; docs/curating.md says how to correct it", err=True)


@golden.command()
@click.argument("goldens", nargs=-1, type=ONE_FILE, metavar="[GOLDEN]...")
@click.option("--password", envvar="PLANFACTS_PASSWORD", help="Opens an encrypted PDF.")
@click.pass_context
def check(ctx: click.Context, *, goldens: tuple[Path, ...], password: str | None) -> None:
    """Compare extractions with goldens (default: golden/*.json).

    Prints precision, recall and F1 for each document, kind and field, then what differs.
    """
    from extractor.golden.check import check_goldens

    pipeline = load_pipeline()

    def read(path: Path) -> "Extraction":
        extraction: Extraction = pipeline.extract(path, password=password)
        return extraction

    ctx.exit(check_goldens(goldens, read, click.echo, partial(click.echo, err=True)))


@cli.command()
@click.argument(
    "name", type=click.Choice(["extraction", "golden"]), default="extraction", metavar="[NAME]"
)
@click.option("--write", "folder", type=ONE_FILE, metavar="DIR", help="Write all of them to DIR.")
def schema(*, name: str, folder: Path | None) -> None:
    """Print the JSON Schema of an extraction (default) or of a golden file."""
    from extractor.output import write_whole
    from schemas.published import SCHEMA_NAMES, schema_json

    if folder is None:
        click.echo(schema_json(name), nl=False)
        return
    for each in SCHEMA_NAMES:
        write_whole(folder / f"{each}.schema.json", [schema_json(each).encode()])


@cli.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say what is installed and whether it works."""
    from extractor.doctor import examine

    healthy, lines = examine()
    click.echo("\n".join(lines))
    ctx.exit(0 if healthy else 2)


def load_pipeline() -> ModuleType:
    """Import the pipeline and return it.

    What importing makes lives to the end, and so does nearly all that is read. The collector would
    walk it again and again, which takes a sixth of the time.
    """
    gc.disable()
    pipeline = import_module("extractor.pipeline")

    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    gc.enable()
    return pipeline


def main() -> None:
    """Run the command line."""
    cli(prog_name="planfacts")
