"""Single random edits of a plan, each with what a diff has to say of it, and nothing else."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import regex

from extractor.editions.compare import diff as compared
from schemas.diff import Diff, FigureChange
from schemas.extraction import Extraction
from schemas.figure import Figure

# The same is done again and again: to trace it takes as long again, and covers nothing more.
pytestmark = pytest.mark.no_cover

NUMBER = regex.compile(r"\d[\d,]*+(?:\.\d++)?+")
FACTORS = (0.7, 0.83, 1.2, 1.35)
MONTHS = ("February", "March", "April", "July", "August", "November")
MONTH = regex.compile(r"\p{Lu}\p{L}++")
LABELS = ("Lighthouses and buoys", "Sea walls", "Rope works", "Northwick", "Saltby")
UNITS = (
    *(("USD", "EUR"), ("EUR", "USD"), ("km", "miles"), ("tonnes", "pounds")),
    *(("people", "households"), ("families", "people"), ("households", "people")),
)
TIMED = frozenset({"redated", "next_period"})


@dataclass(frozen=True)
class Edit:
    """An edited plan, what was edited, and whether a diff says so."""

    told: str
    text: str
    is_told: Callable[[Diff], bool]


@dataclass
class Editor:
    """Makes edits of a plan in Markdown."""

    text: str
    extraction: Extraction
    choose: random.Random

    def edit(self, at: int) -> Edit:
        """Return an edit, of each kind in turn."""
        kinds = (self.value, self.removed, self.added, self.renamed, self.date, self.unit)
        return kinds[at % len(kinds)]()

    def value(self) -> Edit:
        kinds = ("money", "count", "percent", "measure")
        figures = [f for f in self.extraction.figures if f.kind in kinds]
        figure = self.choose.choice([f for f in figures if NUMBER.search(f.anchor.quote)])
        number = NUMBER.search(figure.anchor.quote)
        assert number is not None
        plain = number[0].replace(",", "")
        decimals = len(plain.partition(".")[2])
        new = f"{float(plain) * self.choose.choice(FACTORS):,.{decimals}f}"
        if new == number[0]:
            new = f"{int(plain) + 1}"
        way = "revised_up" if float(new.replace(",", "")) > float(plain) else "revised_down"
        text = self._put(figure, number.start(), number.end(), new)
        return Edit(
            f"{number[0]} -> {new}", text, lambda d: is_only(d, figure, {way, "restated"}, way)
        )

    def removed(self) -> Edit:
        row = self.choose.choice(self._rows())
        return Edit(f"without {row}", self.text.replace(f"{row}\n", ""), self._line("removed", row))

    def added(self) -> Edit:
        row = self.choose.choice(self._rows())
        cells = [int(cell.replace(",", "")) for cell in NUMBER.findall(row)]
        told = [f"{max(11, int(cell * self.choose.uniform(0.3, 0.9))):,}" for cell in cells]
        new = f"| {' | '.join((self.choose.choice(LABELS), *told))} |"
        text = self.text.replace(f"{row}\n", f"{row}\n{new}\n")
        return Edit(f"with {new}", text, self._line("added", new))

    def renamed(self) -> Edit:
        label = self.choose.choice(self._rows()).split("|")[1].strip()
        new = self.choose.choice((*LABELS, f"New {label.lower()}", f"{label} and others"))
        text = self.text.replace(f"| {label} |", f"| {new} |")
        return Edit(
            f"{label} -> {new}",
            text,
            lambda d: not changed(d) and lines(d) == [("row", "renamed", label, new)],
        )

    def date(self) -> Edit:
        figures = [f for f in self.extraction.figures if f.zone in ("prose", "list")]
        figure = self.choose.choice([f for f in figures if f.kind == "date"])
        quote = figure.anchor.quote
        month = MONTH.search(quote)
        if month is None:
            start, end, new = 0, len(quote), f"{int(quote) + 2}"
        else:
            start, end = month.span()
            new = self.choose.choice([each for each in MONTHS if each != month[0]])
        text = self._put(figure, start, end, new)
        return Edit(f"{quote}: {new}", text, lambda d: _is_redated(d, figure))

    def unit(self) -> Edit:
        found = []
        for figure in self.extraction.figures:
            start, end = self._span(figure)
            around = 0 if figure.kind in ("money", "measure") else 20
            told = self.text[start : end + around] if figure.zone != "table" else ""
            for old, new in UNITS:
                match = regex.search(rf"\b{old}\b", told.partition(".\n")[0])
                if match and (not around or told[len(figure.anchor.quote) : match.start()] == " "):
                    found.append((figure, start + match.start(), start + match.end(), new))
        figure, start, end, new = self.choose.choice(found)
        text = self.text[:start] + new + self.text[end:]
        types = {"unit_changed", "currency_changed"}
        return Edit(f"{figure.anchor.quote}: {new}", text, lambda d: is_only(d, figure, types))

    def _rows(self) -> list[str]:
        rows = [line for line in self.text.splitlines() if line.startswith("|")]
        return [row for row in rows if NUMBER.search(row.replace("203", "")) and "Total" not in row]

    def _line(self, what: str, row: str) -> Callable[[Diff], bool]:
        numbers = NUMBER.findall(row)
        alone = "withdrawn" if what == "removed" else "added"

        def is_told(diff: Diff) -> bool:
            sides = [(change.types, change.old or change.new) for change in changed(diff)]
            quotes = [side.quote for types, side in sides if types == (alone,) and side]
            return quotes == numbers and [line[1] for line in lines(diff)] == [what]

        return is_told

    def _span(self, figure: Figure) -> tuple[int, int]:
        pieces = [piece.model_dump() for piece in figure.anchor.source]
        return pieces[0]["start"], pieces[-1]["end"]

    def _put(self, figure: Figure, start: int, end: int, new: str) -> str:
        first, _ = self._span(figure)
        return self.text[: first + start] + new + self.text[first + end :]


def changed(diff: Diff) -> list[FigureChange]:
    """Return what a diff says of figures."""
    return [change for change in diff.figures if change.types != ("unchanged",)]


def lines(diff: Diff) -> list[tuple[str, str, str | None, str | None]]:
    """Return what a diff says of rows and columns, if it says nothing else of parts."""
    whole = any(table.types for table in diff.tables)
    if whole or diff.sections or diff.footnotes or diff.sources:
        return []
    return [(e.axis, e.type, e.old, e.new) for table in diff.tables for e in table.lines]


def is_silent(diff: Diff) -> bool:
    """Say whether a diff tells of no part that changed."""
    return not (diff.tables or diff.sections or diff.footnotes or diff.sources)


def is_only(diff: Diff, figure: Figure, types: set[str], needed: str | None = None) -> bool:
    """Say whether one figure changed in a way, and nothing else did."""
    told = [(each.old and each.old.id, set(each.types)) for each in changed(diff)]
    if len(told) != 1 or not is_silent(diff):
        return False
    return told[0][0] == figure.id and told[0][1] <= types and needed in (None, *told[0][1])


def _is_redated(diff: Diff, figure: Figure) -> bool:
    """Say whether a date changed, and nothing else but what was told as of that date."""
    told = changed(diff)
    own = [each for each in told if each.old and each.old.id == figure.id]
    return len(own) == 1 and is_silent(diff) and all(TIMED.issuperset(e.types) for e in told)


@pytest.mark.parametrize("seed", range(5))  # with 40 edits, 200 in all
def test_an_edit_is_reported_as_exactly_that(
    seed: int, read: Callable[[str], Extraction], harbour: Extraction, harbour_text: str
) -> None:
    editor = Editor(harbour_text, harbour, random.Random(seed))  # noqa: S311  # no secret
    failed = []
    for at in range(40):
        edit = editor.edit(at)
        assert edit.text != harbour_text
        if not edit.is_told(compared(("old", harbour), ("new", read(edit.text)))):
            failed.append(edit.told)
    assert failed == []
