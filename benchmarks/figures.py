"""How well figures are read: golden sentences and documents, sets of others, and peers.

usage: python benchmarks/figures.py [--written] [--drawn] [--second-draw] [--documents]
                                    [--developed] [--held-out] [--humset] [--recognizers]
                                    [--peers] [--faults] [--rules] [--json]

Without a choice: written sentences, the first and third draw of others, and golden documents. Of
sentences F1 of value (it overlaps and its value is right), exact span, unit and modifier; `no
dates` leaves out dates and durations, which not every peer knows. Time is the processor's, of
sentences read one by one: most of ours is what a file takes, however short. Written sentences and
the pages of `--developed` may be developed on, `--faults` lists what is wrong with them. Of drawn
sentences, and of the documents of `--held-out` (docs/heldout.md), only totals are printed; the
`--second-draw` and those held out judge, and are measured only where they are asked for. `--rules`
adds how often each rule that binds is right. The sets of others are where PLANFACTS_BENCH or
../shared/bench has them. `--peers` reads the same sentences with the peers, in an environment that
is made once in --cache.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from quantities import documents, others, tables
from quantities.cases import SECOND_DRAW, Case, drawn, written
from quantities.documents import FOLDERS
from quantities.readers import Reader, readers
from quantities.scoring import measure
from quantities.tables import Table

SENTENCES: Mapping[str, Callable[[], list[Case]]] = {
    "written": written,
    "drawn": drawn,
    "second_draw": partial(drawn, (SECOND_DRAW,)),
}
PARTS = (*SENTENCES, "documents", "developed", "held_out", "humset", "recognizers")
USUAL = ("written", "drawn", "documents")


def arguments() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in (*PARTS, "peers", "faults", "rules", "json"):
        parser.add_argument(f"--{name.replace('_', '-')}", action="store_true")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()))
    asked = parser.parse_args()
    if not any(getattr(asked, part) for part in PARTS):
        for part in USUAL:
            setattr(asked, part, True)
    return asked


def of_sentences(asked: argparse.Namespace, every: Mapping[str, Reader]) -> Iterator[Table]:
    """Measure on sentences."""
    for name, cases in SENTENCES.items():
        if not getattr(asked, name):
            continue
        sentences = cases()
        scores = {reader: measure(sentences, one) for reader, one in every.items()}
        yield from tables.of_sentences(f"Sentences {name.replace('_', ' ')}", scores)
        for reader, score in scores.items():
            for error in score.errors:
                print(f"{reader}: {error}", file=sys.stderr)
        if asked.faults and name == "written":
            print("\n".join(scores["planfacts"].faults), file=sys.stderr)


def of_documents(asked: argparse.Namespace) -> Iterator[Table]:
    """Measure on golden documents, of those held out without telling which is which."""
    for which in FOLDERS:
        if not getattr(asked, which):
            continue
        measured = documents.measure(documents.goldens(which))
        shown = which != "held_out"
        for name in measured.absent:
            print(f"{name}: its document is not here", file=sys.stderr)
        if measured.fields:
            yield from tables.of_documents(measured, named=shown)
        if asked.rules and shown:
            yield tables.of_rules(measured)
        if asked.faults and which == "developed":
            print("\n".join(measured.faults), file=sys.stderr)


def measured(asked: argparse.Namespace) -> Iterator[Table]:
    """Measure whatever is asked for."""
    with readers(asked.cache if asked.peers else None) as every:
        yield from of_sentences(asked, every)
        if asked.humset:
            english = {n: r for n, r in every.items() if "en" in (r.languages or ("en",))}
            yield tables.of_humset({name: others.humset(r) for name, r in english.items()})
    yield from of_documents(asked)
    if asked.recognizers:
        yield tables.of_recognizers(others.recognizers())


def main() -> None:
    """Measure and print."""
    asked = arguments()
    every = list(measured(asked))
    if asked.json:
        print(json.dumps([table.plain() for table in every], ensure_ascii=False, indent=1))
    else:
        print(tables.as_markdown(every))


if __name__ == "__main__":
    main()
