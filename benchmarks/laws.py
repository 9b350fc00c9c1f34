"""What holds of the diff of any document: how many figures each law loses, as a Markdown table.

usage: python benchmarks/laws.py [--pages N] [--seed N] [--only LAW,...] [--faults] [FILE...]

Of each document (the first N pages of a PDF) an edition is made that tells the same otherwise,
and both are compared; a figure is lost that a diff calls anything but unchanged or moved.

itself        the document and itself
shuffled      the parts of a PDF in a random order, each whole pages
turned        its sections in another order (as Markdown, like the next)
renumbered    sections, tables and figures with other numbers
hyphenated    its paragraphs in narrow lines with broken words, beside those in wide ones
mirrored      one with every third of its longer numbers changed, every fifth part left out and its
              sections in another order: the diff the other way round tells of a figure otherwise

Without FILE: the documents of corpus/ and of PLANFACTS_CORPUS or ../shared/corpus. What is held out
is left out, asked for or not. `--faults` prints what was lost.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
import regex
from results import Results, json_option
from variants import (
    NARROW,
    WIDE,
    broken,
    copied,
    markdown,
    prose,
    renumbered,
    shuffled,
    turned,
)

from extractor.editions.compare import diff
from extractor.errors import UnreadableSourceError
from extractor.golden.store import CORPUS_VARIABLE
from extractor.pipeline import extract
from schemas.diff import Diff, FigureChange, FigureSide
from schemas.extraction import Extraction

ROOT = Path(__file__).parents[1]
OTHERS = Path(os.environ.get(CORPUS_VARIABLE) or ROOT.parent / "shared" / "corpus")
SHOWN = 160  # characters of a line
READ = frozenset({".pdf", ".md", ".txt"})
KEPT = frozenset({"unchanged", "moved"})
LONGER = regex.compile(r"(?<![\p{L}\d.,])(?!(?:19|20)\d\d\b)\d{2,}+(?![.,]?\d)")
REVISED, LEFT_OUT = 3, 5  # every third number, every fifth part
MIRRORED = {
    "revised_up": "revised_down",
    "revised_down": "revised_up",
    "split": "merged",
    "merged": "split",
    "added": "withdrawn",
    "withdrawn": "added",
}
BY_ISSUE = frozenset({"restated"})  # judged by when the old edition came out, which is the other
Lost = Sequence[FigureChange]
"""What of an edition that tells the same is told as more than where it stands."""
Told = tuple[tuple[str | None, str | None], frozenset[str]]


@dataclass
class Trial:
    """A document, and the folder in which others are made of it."""

    path: Path
    pages: int
    seed: int
    folder: Path

    @cached_property
    def document(self) -> Path:
        """The document; of a long PDF its first pages."""
        if self.path.suffix != ".pdf":
            return self.path
        with pdfium.PdfDocument(self.path) as whole:
            self.pages = min(len(whole), self.pages)
        target = self.folder / self.path.name
        copied(self.path, range(self.pages), target)
        return target

    @cached_property
    def extraction(self) -> Extraction:
        """What it tells."""
        return extract(self.document)

    @cached_property
    def parts(self) -> list[str]:
        """What it tells, as Markdown."""
        return markdown(self.extraction)

    @cached_property
    def in_markdown(self) -> Extraction:
        """What its Markdown tells."""
        return self.read("\n\n".join(self.parts), ".md")

    def read(self, text: str, suffix: str) -> Extraction:
        """Return what a text tells."""
        path = self.folder / f"text{suffix}"
        path.write_text(text, "utf-8")
        return extract(path)

    def itself(self) -> Lost | None:
        """Compare the document with itself."""
        return lost(compared(self.extraction, self.extraction))

    def shuffled(self) -> Lost | None:
        """Compare it with its parts in another order; None for what has no pages or no parts."""
        target = self.folder / f"shuffled-{self.path.name}"
        rng = Random(self.seed)  # noqa: S311  # no secret
        if self.path.suffix != ".pdf":
            return None
        made = shuffled(self.document, self.extraction, self.pages, target, rng)
        return lost(compared(self.extraction, extract(target))) if made else None

    def turned(self) -> Lost | None:
        """Compare it with its sections in another order."""
        return self._otherwise(turned(self.parts))

    def renumbered(self) -> Lost | None:
        """Compare it with other numbers of sections and tables."""
        return self._otherwise(renumbered(self.parts))

    def hyphenated(self) -> Lost | None:
        """Compare its paragraphs in wide lines with those in narrow ones."""
        texts = prose(self.extraction)
        if not texts:
            return None
        wide = self.read(broken(texts, WIDE, hyphenated=False), ".txt")
        narrow = self.read(broken(texts, NARROW, hyphenated=True), ".txt")
        return lost(compared(wide, narrow))

    def mirrored(self) -> Lost | None:
        """Compare it with an edited self both ways; return what the way back tells otherwise."""
        parts = [part for at, part in enumerate(turned(self.parts)) if (at + 1) % LEFT_OUT]
        numbers = count()
        text = LONGER.sub(lambda m: _revised(m[0], next(numbers)), "\n\n".join(parts))
        new = self.read(text, ".md")
        there, back = compared(self.in_markdown, new), compared(new, self.in_markdown)
        told = {_told(change) for change in there.figures}
        return [change for change in back.figures if _told_back(change) not in told]

    def _otherwise(self, parts: Sequence[str]) -> Lost | None:
        if parts == self.parts:
            return None
        return lost(compared(self.in_markdown, self.read("\n\n".join(parts), ".md")))


def _revised(number: str, at: int) -> str:
    """Return every third number with another digit at its end."""
    return number if at % REVISED else number[:-1] + str((int(number[-1]) + 1) % 10)


def _told(change: FigureChange) -> Told:
    """Return both ends of a change, and its types but for what rests on the old one's issue."""
    ends = (change.old and change.old.id, change.new and change.new.id)
    return ends, frozenset(change.types) - BY_ISSUE


def _told_back(change: FigureChange) -> Told:
    """Return the same, as the other way round tells it."""
    (old, new), types = _told(change)
    return (new, old), frozenset(MIRRORED.get(each, each) for each in types)


LAWS: Mapping[str, Callable[[Trial], Lost | None]] = {
    "itself": Trial.itself,
    "shuffled": Trial.shuffled,
    "turned": Trial.turned,
    "renumbered": Trial.renumbered,
    "hyphenated": Trial.hyphenated,
    "mirrored": Trial.mirrored,
}


def compared(old: Extraction, new: Extraction) -> Diff:
    """Return what changed between two extractions."""
    return diff(("old", old), ("new", new))


def lost(found: Diff) -> Lost:
    """Return the figures of which a diff tells more than where they stand."""
    return [change for change in found.figures if not KEPT.issuperset(change.types)]


def told(change: FigureChange) -> str:
    """Return what a diff says of a figure, for a reader."""
    sides = " -> ".join(_side(side) for side in (change.old, change.new))
    return f"{', '.join(change.types)}: {sides}"


def _side(side: FigureSide | None) -> str:
    if side is None:
        return "-"
    read = f"{side.value} {side.unit} {side.as_of}"
    return f"p{side.page} {side.quote} = {read} ({side.label}; {side.zone}) {side.line[:SHOWN]}"


def documents(asked: Sequence[Path]) -> Iterator[Path]:
    """Yield what is asked for, else every document that is here; never one that is held out."""
    held = {golden.stem for golden in (ROOT / "golden" / "heldout").glob("*.json")}
    here = [*ROOT.glob("corpus/*/plan.*"), *OTHERS.glob("*.txt"), *OTHERS.glob("pdf/*.pdf")]
    found = asked or sorted(path for path in here if path.suffix in READ)
    yield from (path for path in found if path.stem not in held)


def named(path: Path) -> str:
    """Return the name of a document; of a shipped plan also its format."""
    return path.stem if path.stem != "plan" else f"{path.parent.name}.{path.suffix[1:]}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(LAWS))
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    json_option(parser)
    asked = parser.parse_args()
    laws = asked.only.split(",")
    results = Results("laws", {"document": "", "figures": "d"} | dict.fromkeys(laws, "d"))
    for path in documents(asked.files):
        with TemporaryDirectory() as folder:
            trial = Trial(path, asked.pages, asked.seed, Path(folder))
            try:
                found = {law: LAWS[law](trial) for law in laws}
            except UnreadableSourceError as error:
                print(f"planfacts: skipped: {error}", file=sys.stderr)
                continue
            faults = {law: each for law, each in found.items() if each is not None}
            counts = {law: len(each) for law, each in faults.items()}
            results.add(document=named(path), figures=len(trial.extraction.figures), **counts)
        if asked.faults:
            for law, changes in faults.items():
                for change in changes:
                    print(f"    {law}: {told(change)}")
    results.keep(asked.json)


if __name__ == "__main__":
    main()
