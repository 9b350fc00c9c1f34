"""Goldens, what a person read in a document: the commands of `golden`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.cli.group import ONE_FILE, PASSWORD, cli
from extractor.cli.pipeline import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.extraction import Extraction


class _Carry(TypedDict):
    """What click passes to `golden carry` of what to write, and of the old document."""

    output: Path | None
    force: bool
    source: Path | None


@cli.group()
def golden() -> None:
    """Hold the program against what a person read."""


@golden.command()
@click.argument("file", type=ONE_FILE, metavar="FILE")
@click.option("-o", "--output", type=ONE_FILE, help="Default: golden/<stem of FILE>.json.")
@click.option("--force", is_flag=True, help="Replace a golden that is there already.")
@click.option("--own", is_flag=True, help="The document is ours: keep long text, do not hash it.")
@PASSWORD
def draft(*, file: Path, output: Path | None, force: bool, own: bool, password: str | None) -> None:
    """Propose a golden file for FILE, for a person to correct."""
    from extractor.given import keep_inputs
    from extractor.golden.draft import draft_golden
    from extractor.golden.store import default_path, write_golden

    target = output or default_path(file)
    keep_inputs([target], [file])
    extraction = load_pipeline().extract(file, password=password)
    write_golden(target, draft_golden(file, extraction, own=own), force=force)
    click.echo(f"planfacts: {target}: drafted; docs/curating.md says how to correct it", err=True)


@golden.command()
@click.argument("goldens", nargs=-1, type=ONE_FILE, metavar="[GOLDEN]...")
@PASSWORD
@click.pass_context
def check(ctx: click.Context, *, goldens: tuple[Path, ...], password: str | None) -> None:
    """Compare extractions with goldens (default: golden/*.json).

    Prints precision, recall and F1 for each document, kind and field, then what differs.
    """
    from extractor.golden.check import check_goldens

    read = _reader(password)
    ctx.exit(check_goldens(goldens, read, click.echo, partial(click.echo, err=True)))


@golden.command()
@click.argument("goldens", nargs=-1, type=ONE_FILE, metavar="[FINDINGS]...")
@PASSWORD
@click.pass_context
def findings(ctx: click.Context, *, goldens: tuple[Path, ...], password: str | None) -> None:
    """Hold the audit against what a person found (default: golden/findings/*.json).

    Prints what must be found and is not, and each error or warning that the person does not know.
    """
    from extractor.golden.findings import check_findings

    ctx.exit(check_findings(goldens, _reader(password), click.echo, partial(click.echo, err=True)))


@golden.command()
@click.argument("goldens", nargs=-1, type=ONE_FILE, metavar="[GOLDEN]...")
@PASSWORD
@click.pass_context
def coverage(ctx: click.Context, *, goldens: tuple[Path, ...], password: str | None) -> None:
    """Say how much of its document each golden covers (default: golden/*.json).

    Of what the program finds in the document: that which the golden has an entry for, right or not.
    """
    from extractor.golden.coverage import cover_goldens

    read = _reader(password)
    ctx.exit(cover_goldens(goldens, read, click.echo, partial(click.echo, err=True)))


@golden.command("apply")
@click.argument("path", type=ONE_FILE, metavar="GOLDEN")
@click.argument("patch", type=ONE_FILE, metavar="PATCH")
@click.option("--source", type=ONE_FILE, metavar="FILE", help="Default: looked for by its hash.")
@PASSWORD
def apply_reviews(*, path: Path, patch: Path, source: Path | None, password: str | None) -> None:
    """Take over into GOLDEN what a reviewer said in the report (PATCH, downloaded from it).

    Prints a line for each change and each note.
    """
    from extractor.golden.apply import apply_patch

    for line in apply_patch(path, patch, _reader(password), source):
        click.echo(line)


@golden.command("carry")
@click.argument("path", type=ONE_FILE, metavar="OLD_GOLDEN")
@click.argument("new", type=ONE_FILE, metavar="NEW_FILE")
@click.option("-o", "--output", type=ONE_FILE, help="Default: golden/<stem of NEW_FILE>.json.")
@click.option("--force", is_flag=True, help="Replace a golden that is there already.")
@click.option("--source", type=ONE_FILE, metavar="FILE", help="Default: looked for by its hash.")
@PASSWORD
def carry_golden(*, path: Path, new: Path, password: str | None, **given: Unpack[_Carry]) -> None:
    """Propose the golden of a new edition, NEW_FILE, from that of the old one.

    Entries are unchanged, changed (with what they were), new or vanished; each awaits a person, and
    counts for nothing until one has read it. Prints what changed, old and new side by side.
    """
    read = _reader(password)
    from extractor.carry.command import Request, carry

    for line in carry(Request(path, new, **given), read):
        click.echo(line)


def _reader(password: str | None) -> "Callable[[Path], Extraction]":
    """Return what reads the document of a golden."""
    pipeline = load_pipeline()

    def read(path: Path) -> "Extraction":
        extraction: Extraction = pipeline.extract(path, password=password)
        return extraction

    return read
