"""The figures of one edition by their lines, with the place of each in the PDF."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build import print_pdf
from plan_content import Plan, load_plan
from plan_pdf import PdfPlaces
from truth_figures import FigureFinder
from truth_reading import Truth, load_truth

from schemas.base import BoxPiece
from schemas.golden import GoldenFigure

LABEL_WORDS = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an edition; its name is its line and what is printed there."""

    name: str
    said: GoldenFigure
    nth: int | None
    """Which of several on its page that are printed alike, from 1; None for the only one."""

    @property
    def box(self) -> BoxPiece:
        """Where its first line is printed."""
        return _box(self.said)

    @property
    def label(self) -> str:
        """What it measures and where, in few words; what has none is called by its line."""
        line = self.name.split(" ")[0].split("/")[0]
        words = self.said.indicator[0] if self.said.indicator else f"{self.said.kind} in {line}"
        place = f", {self.said.place.value[0]}" if self.said.place else ""
        return " ".join(f"{words}{place}".split()[:LABEL_WORDS])

    def as_json(self) -> dict[str, Any]:
        """The figure as a side of an entry."""
        said = self.said
        return {
            "page": self.box.page,
            "quote": said.printed,
            **({"nth": self.nth} if self.nth else {}),
            "box": list(self.box.bbox),
            "kind": said.kind,
            "label": self.label,
            "value": said.value or f"{said.low}..{said.high}",
            "unit": said.unit,
            "modifier": said.modifier,
            "as_of": said.as_of,
        }


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a plan, as printed."""

    plan: Plan
    truth: Truth
    sha256: str
    pages: list[int]
    """Pages with figures: every figure of them is known."""
    figures: dict[str, Figure]

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.plan.name

    def figure(self, name: str) -> Figure:
        """The figure of a name."""
        if name not in self.figures:
            message = f"{self.name} has no figure {name!r}"
            raise ValueError(message)
        return self.figures[name]


def read_edition(folder: Path) -> Edition:
    """Every figure of the PDF of a plan."""
    plan, truth = load_plan(folder), load_truth(folder)
    pdf = print_pdf(folder, plan)
    finder = FigureFinder(plan, truth, PdfPlaces(plan, pdf))
    found = dict(zip(_names(finder), (said for _, said in finder.figures), strict=True))
    alike = Counter((_box(said).page, said.printed) for said in found.values())
    ranks = _ranks(found)
    return Edition(
        plan=plan,
        truth=truth,
        sha256=hashlib.sha256(pdf).hexdigest(),
        pages=sorted({_box(said).page for said in found.values()}),
        figures={
            name: Figure(
                name, said, ranks[name] if alike[_box(said).page, said.printed] > 1 else None
            )
            for name, said in found.items()
        },
    )


def _names(finder: FigureFinder) -> list[str]:
    """The name of each figure: its line, what is printed, and which of several alike."""
    seen: Counter[str] = Counter()
    names = []
    for line, (_, said) in zip(finder.lines, finder.figures, strict=True):
        name = f"{line} {said.printed}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return names


def _ranks(found: dict[str, GoldenFigure]) -> dict[str, int]:
    """Which of those that are printed alike on its page each figure is, from the top left."""
    seen: Counter[tuple[int, str]] = Counter()
    ranks = {}
    for name in sorted(found, key=lambda name: _from_top(found[name])):
        place = (_box(found[name]).page, found[name].printed)
        seen[place] += 1
        ranks[name] = seen[place]
    return ranks


def _from_top(said: GoldenFigure) -> tuple[int, int, int]:
    box = _box(said)
    return box.page, round(box.bbox[1]), round(box.bbox[0])


def _box(said: GoldenFigure) -> BoxPiece:
    first = said.source[0]
    if not isinstance(first, BoxPiece):
        message = f"{said.printed} is not on a page"
        raise TypeError(message)
    return first
