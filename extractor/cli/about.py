"""What the program says of itself: `schema` and `doctor`."""

from pathlib import Path

import click

from extractor.cli.group import ONE_FILE, cli


@cli.command()
@click.argument(
    "name",
    type=click.Choice(
        ["extraction", "golden", "review", "diff", "history", "explanation", "manifest"]
    ),
    default="extraction",
    metavar="[NAME]",
)
@click.option("--write", "folder", type=ONE_FILE, metavar="DIR", help="Write all of them to DIR.")
def schema(*, name: str, folder: Path | None) -> None:
    """Print the JSON Schema of an extraction (default), or of another file of ours.

    The others: a golden, a review, a diff, a history, what explain tells, and a line of a batch's
    manifest.
    """
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
