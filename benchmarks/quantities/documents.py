"""Golden documents: how well each field is read, and how often each state of a binding is right."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Literal, TypeVar

from extractor.golden.check import compare_document
from extractor.golden.figures import FIELDS
from extractor.golden.overlap import pair_up
from extractor.golden.score import ALL, Tally
from extractor.golden.store import find_document, load_golden
from extractor.pipeline import extract
from schemas.base import BoxPiece
from schemas.figure import Figure
from schemas.golden import Golden, GoldenFigure

GOLDENS = Path(__file__).parents[2] / "golden"
BOUND = ("indicator", "population", "place", "as_of", "status", "per", "sources")
STATES = ("stated", "inherited", "inferred")
SHOWN = ("figure", "span", "unit", "modifier", *BOUND, "of")
EVERY = "every document"
PARTLY = {
    ("egypt_bank_financials_rotated_ar", 14): 395.0,
    ("nyc_fy25_financial_plan_overview", 17): 495.0,
    ("nyc_fy25_financial_plan_overview", 40): 138.0,
}
"""Pages that a golden covers only down to this height, in points from the top."""
RULES = {rule.name: rule for rule in FIELDS}

Key = TypeVar("Key", bound=Hashable)
Which = Literal["documents", "developed", "held_out"]
FOLDERS: dict[Which, Path] = {
    "documents": GOLDENS,
    "developed": GOLDENS / "developed",
    "held_out": GOLDENS / "heldout",
}
"""Where goldens of shipped documents are, of pages developed on, and of documents held out."""


@dataclass(slots=True)
class Bindings:
    """How bindings of one attribute came out."""

    told: int = 0
    """Figures for which the golden has it."""
    bound: int = 0
    right: int = 0
    by_state: dict[str, tuple[int, int]] = field(
        default_factory=lambda: dict.fromkeys(STATES, (0, 0))
    )
    """Of each state how many are bound, and how many of them right."""


@dataclass(slots=True)
class Documents:
    """What was measured over golden documents."""

    fields: dict[str, dict[str, Tally]] = field(default_factory=dict)
    """By document, and of every document together: the fields of its figures."""
    bindings: dict[str, Bindings] = field(default_factory=lambda: defaultdict(Bindings))
    """By attribute, over the figures that stand in a golden and were read."""
    rules: dict[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)
    """By attribute, state and rule: bound, right."""
    faults: list[str] = field(default_factory=list)
    """What of its figures is wrong, each with its document and page."""
    absent: list[str] = field(default_factory=list)
    """Goldens whose document is not here."""

    def add(self, path: Path) -> None:
        """Read the document of a golden and compare them."""
        golden = load_golden(path)
        document = find_document(path, golden)
        if document is None:
            self.absent.append(path.stem)
            return
        extraction = extract(document)
        figures = tuple(f for f in extraction.figures if not _below(path.stem, f))
        extraction = extraction.model_copy(update={"figures": figures})
        results, lines = compare_document(path, golden, document, extraction)
        result = next(result for result in results if result.part == "figures")
        self.faults += (f"{path.stem}: {wrong.sentence(lines)}" for wrong in result.failures)
        every = self.fields.setdefault(EVERY, defaultdict(Tally))
        own = self.fields.setdefault(path.stem, defaultdict(Tally))
        for (group, name), tally in result.tallies.items():
            if group == ALL:
                own[name] = tally
                _add(every[name], tally)
        self._bindings(golden, figures)

    def _bindings(self, golden: Golden, figures: tuple[Figure, ...]) -> None:
        pairs = pair_up([g.source for g in golden.figures], [f.anchor.source for f in figures])
        for ours, theirs in pairs.items():
            for name in BOUND:
                self._count(name, golden.figures[ours], figures[theirs])

    def _count(self, name: str, golden: GoldenFigure, figure: Figure) -> None:
        counted = self.bindings[name]
        counted.told += RULES[name].expected(golden) is not None
        for state, rule in _states(figure, name):
            right = RULES[name].agrees(golden, figure)
            counted.bound += 1
            counted.right += right
            _note(counted.by_state, state, right=right)
            _note(self.rules, (name, state, rule), right=right)


def _note(counts: dict[Key, tuple[int, int]], key: Key, *, right: bool) -> None:
    bound, agreed = counts.get(key, (0, 0))
    counts[key] = bound + 1, agreed + right


def _below(stem: str, figure: Figure) -> bool:
    """Return whether a figure stands where a golden that covers its page does not reach."""
    first = figure.anchor.source[0]
    return isinstance(first, BoxPiece) and first.bbox[1] > PARTLY.get((stem, first.page), inf)


def _states(figure: Figure, name: str) -> Iterator[tuple[str, str]]:
    """Yield state and rule of an attribute where it is bound; of several sources the first's."""
    held = getattr(figure, name)
    if name == "sources":
        held = next(iter(held), None)
    if held is not None:
        yield held.state, held.rule


def _add(total: Tally, one: Tally) -> None:
    for name in ("expected", "found", "right", "compared", "agreed"):
        setattr(total, name, getattr(total, name) + getattr(one, name))


def measure(paths: Iterable[Path]) -> Documents:
    """Return what is measured over goldens."""
    measured = Documents()
    for path in paths:
        measured.add(path)
    return measured


def goldens(which: Which = "documents") -> list[Path]:
    """Return the goldens of a set in order."""
    return sorted(FOLDERS[which].glob("*.json"))
