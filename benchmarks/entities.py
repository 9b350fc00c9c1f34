"""How well entities are found: each named thing of a document, once, by its kind.

usage: python benchmarks/entities.py [--faults]

golden/entities holds, by hand, what a careful reader names in the shipped plans' Markdown, and in
two documents of others, which are left out where they are not at hand: places, organisations,
acronyms defined, people with a title, laws, groups of people, sectors, programmes. An entity is
right when kind and value are, whatever the capitals. `--faults` lists what is missing and what is
more.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from extractor import extract
from extractor.golden.store import find_document

ROOT = Path(__file__).resolve().parent.parent
GOLDENS = ROOT / "golden" / "entities"
CORPUS = ROOT / "corpus"
ROW = "{:14}{:>10}{:>8}{:>8}{:>11.3f}{:>9.3f}"
KINDS = (
    "place",
    "organisation",
    "acronym",
    "person",
    "law",
    "population",
    "sector",
    "programme",
)

Named = frozenset[tuple[str, str]]
"""Plan and value, in small letters, of each entity of a kind."""


@dataclass(frozen=True, slots=True)
class Score:
    """What is expected of a kind, and what is found."""

    kind: str
    expected: Named
    found: Named

    @property
    def right(self) -> Named:
        """What is both."""
        return self.expected & self.found

    @property
    def precision(self) -> float:
        """The share of the found that is right; 1 where nothing is found."""
        return len(self.right) / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the expected that is found; 1 where nothing is expected."""
        return len(self.right) / len(self.expected) if self.expected else 1.0


@dataclass(frozen=True, slots=True)
class Curated:
    """What a careful reader names in a document, by kind."""

    file: str
    document: Path
    shipped: bool
    entities: Mapping[str, Sequence[str]]


def curated() -> Iterator[Curated]:
    """Yield what is curated of the documents that are at hand."""
    for path in sorted(GOLDENS.glob("*.json")):
        golden = json.loads(path.read_text("utf-8"))
        wanted = SimpleNamespace(file=golden["file"], sha256=golden.get("sha256"))
        shipped = wanted.sha256 is None
        document = CORPUS / wanted.file if shipped else find_document(path, wanted)
        if document is not None:
            yield Curated(wanted.file, document, shipped, golden["entities"])


def scores(goldens: Sequence[Curated]) -> Iterator[Score]:
    """Score each kind over all documents."""
    found = {golden.file: _found(golden.document) for golden in goldens}
    for kind in KINDS:
        yield Score(
            kind,
            frozenset((g.file, v.lower()) for g in goldens for v in g.entities[kind]),
            frozenset((file, v) for file, by_kind in found.items() for v in by_kind[kind]),
        )


def _found(path: Path) -> Mapping[str, set[str]]:
    values: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for entity in extract(path).entities:
        values[entity.type].add(entity.value.lower())
    return values


def main(arguments: list[str]) -> int:
    """Print the scores of what is shipped and of what is not; return the exit code."""
    if arguments not in ([], ["--faults"]):
        sys.stderr.write(__doc__ or "")
        return 2
    goldens = list(curated())
    for title, chosen in (
        ("shipped plans", [golden for golden in goldens if golden.shipped]),
        ("documents of others", [golden for golden in goldens if not golden.shipped]),
    ):
        if chosen:
            _print(title, scores(chosen), faults=bool(arguments))
    return 0


def _print(title: str, table: Iterator[Score], *, faults: bool) -> None:
    print(
        f"{title}\n{'kind':14}{'expected':>10}{'found':>8}{'right':>8}{'precision':>11}{'recall':>9}"
    )
    for score in table:
        counts = len(score.expected), len(score.found), len(score.right)
        print(ROW.format(score.kind, *counts, score.precision, score.recall))
        if faults:
            for mark, values in (("missing", score.expected), ("more", score.found)):
                for file, value in sorted(values - score.right):
                    print(f"  {mark}: {value} ({file})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
