"""What an auditor asks: `verify`, `check` and `explain`."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.cli.group import ONE_FILE, OUTPUT, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from extractor.check.listing import Form as Listing
    from extractor.explain.command import Form as Explained
    from extractor.verify.verdict import Form as Proven


class _Given(TypedDict):
    """What click passes to `verify` of where an extraction comes from."""

    source: Path | None
    password: str | None


class _Explained(_Given):
    """What click passes to `explain` of what to write."""

    output: str
    form: "Explained"
    image: Path | None


@cli.command()
@click.argument("extraction", type=ONE_FILE, metavar="EXTRACTION")
@click.option("--source", type=ONE_FILE, metavar="FILE", help="Default: looked for beside it.")
@OUTPUT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@PASSWORD
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
@OUTPUT
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "md", "sarif"]), default="text"
)
@PASSWORD
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


@cli.command()
@click.argument("file", type=ONE_FILE, metavar="EXTRACTION")
@click.argument("figure", metavar="FIGURE_ID")
@OUTPUT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--image", type=ONE_FILE, metavar="PNG|-", help="Also draw it on its page (PDF).")
@click.option("--source", type=ONE_FILE, metavar="FILE", help="Default: looked for beside it.")
@PASSWORD
def explain(*, file: Path, figure: str, **given: Unpack[_Explained]) -> None:
    """Tell everything about one figure: reading, place, evidence, sources, checks.

    EXTRACTION is JSON as `extract` writes it, or a document, which is then read. Of FIGURE_ID the
    beginning is enough.
    """
    load_pipeline()
    from extractor.explain.command import Request, write_explanation

    write_explanation(Request(file=file, figure=figure, **given))
