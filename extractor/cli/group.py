"""The group that all commands stand in: errors of ours are one line and exit code 2."""

from pathlib import Path
from typing import IO, Any

import click
from typing_extensions import override

from extractor.errors import PlanfactsError, UsageError
from extractor.interrupts import HUNG_UP, STOPPED, let_go_of_output


def named(_ctx: click.Context, _option: click.Parameter, output: str) -> str:
    """Return the name of a result.

    Raises:
        UsageError: It is empty, which would be the folder that the command is run in.
    """
    if not output:
        raise UsageError("-o: the name of the output is empty")
    return output


ONE_FILE = click.Path(path_type=Path, readable=False)  # the readers say what is wrong with a file
OUTPUT = click.option(
    "-o",
    "--output",
    default="-",
    callback=named,
    metavar="FILE|-",
    help="File, or standard output.",
)
PASSWORD = click.option("--password", envvar="PLANFACTS_PASSWORD", help="Opens an encrypted PDF.")
QUIET = click.option("--quiet", is_flag=True, help="Say nothing but what went wrong.")
OCR = click.option("--ocr", is_flag=True, help="Read pages without text (extra planfacts[ocr]).")
ENGINE = click.option(
    "--engine",
    type=click.Choice(["pdfium", "pdfplumber"]),
    default="pdfium",
    show_default=True,
    help="What reads the characters of a PDF.",
)
CROSS_CHECK = click.option(
    "--cross-check", is_flag=True, help="Read a PDF with both engines; report digits that differ."
)
MODEL = click.option(
    "--model", is_flag=True, help="Add names and noun phrases (extra planfacts[model])."
)


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
        except KeyboardInterrupt:
            click.echo("planfacts: stopped", err=True)
            ctx.exit(STOPPED)
        except BrokenPipeError:  # `| head`: other tools end without a word, too
            let_go_of_output()
            ctx.exit(HUNG_UP)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="planfacts")
def cli() -> None:
    """Read published plans into typed figures, each with the place that proves it.

    Results go to standard output or -o; messages go to standard error.

    Exit codes: 0 done; 1 findings or differences (check, verify, diff, golden check); 2 usage, or
    nothing could be read; 3 some pages or files failed, the rest is written; 130 Ctrl-C;
    141 the reader of a pipe hung up.
    """
