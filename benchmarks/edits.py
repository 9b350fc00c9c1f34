"""Single random edits of any document: how many a diff tells as exactly that, as a Markdown table.

usage: python benchmarks/edits.py [--pages N] [--seed N] [--edits N] [--faults] [FILE...]

Of each document (the first N pages of a PDF), told as Markdown, N copies are made that differ from
it in one thing, of each kind in turn: a value, a date, a unit, a row less, a row more, a row with
another name. An edit is told if the diff says that of what was edited, and nothing of any other
figure, table, section, note or source; what goes without a noun of its own has the edited unit too.

Without FILE: the documents that laws.py takes. `--faults` prints what was not told, and what was.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from editing import KINDS, Edit, Editor, changed
from laws import Trial, compared, documents, named, told
from results import Results, json_option

from extractor.errors import UnreadableSourceError
from schemas.diff import Diff


def edits(trial: Trial, seed: int, most: int) -> Iterator[tuple[str, Edit, Diff]]:
    """Yield edits of each kind in turn, each with what a diff says of it."""
    editor = Editor(trial, Random(seed))  # noqa: S311  # no secret
    kinds = list(KINDS.items())
    for at in range(most):
        name, make = kinds[at % len(kinds)]
        edit = make(editor)
        if edit is not None:
            new = trial.read("\n\n".join(edit.parts), ".md")
            yield name, edit, compared(trial.in_markdown, new)


def show(edit: Edit, diff: Diff) -> None:
    """Print an edit that was not told, and what was."""
    print(f"    {edit.what}")
    for change in changed(diff):
        print(f"        {told(change)}")
    for table in diff.tables:
        print(f"        {table.types} {[(e.type, e.old, e.new) for e in table.lines]}")
    for part in (*diff.sections, *diff.footnotes, *diff.sources):
        print(f"        {part.types} {part.old} -> {part.new}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", type=int, default=12)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    json_option(parser)
    asked = parser.parse_args()
    results = Results(
        "edits", {"document": "", "edits": "d", "told": "d"} | dict.fromkeys(KINDS, "")
    )
    for path in documents(asked.files):
        with TemporaryDirectory() as folder:
            trial = Trial(path, asked.pages, asked.seed, Path(folder))
            try:
                made = list(edits(trial, asked.seed, asked.edits))
            except UnreadableSourceError as error:
                print(f"planfacts: skipped: {error}", file=sys.stderr)
                continue
        right = Counter(kind for kind, edit, diff in made if edit.is_told(diff))
        whole = Counter(kind for kind, _, _ in made)
        shares = {kind: f"{right[kind]}/{whole[kind]}" for kind in KINDS}
        results.add(document=named(path), edits=whole.total(), told=right.total(), **shares)
        for _, edit, diff in made if asked.faults else ():
            if not edit.is_told(diff):
                show(edit, diff)
    results.keep(asked.json)


if __name__ == "__main__":
    main()
