"""Single random edits of a document in Markdown, and whether a diff says just that of each."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

import regex
from laws import Trial

from schemas.diff import Diff, FigureChange
from schemas.figure import Figure

NUMBER = regex.compile(
    r"(?<! [\d.,] ) \d{1,3} (?: , \d{3} )* (?: \. \d++ )? (?! [\d.,]*\d )", regex.X
)
FACTORS = (0.7, 0.83, 1.2, 1.35)
SHORTEST = 4  # characters of the name of a row
LEAST = 11  # of a value that is edited: smaller ones number things
DAY = regex.compile(r"^ (\d{1,2}) (?= \ \p{L} )", regex.X)
YEAR = regex.compile(r"^ (?: 19 | 20 ) \d\d $", regex.X)
UNITS = (
    *(("USD", "EUR"), ("US$", "€"), ("$", "€"), ("€", "$")),
    *((" people", " households"), (" households", " people")),
    *((" women", " households"), (" children", " households"), (" km", " miles")),
    *((" personnes", " ménages"), (" ménages", " personnes"), (" enfants", " ménages")),
    *((" человек", " семей"), (" personas", " hogares"), (" hogares", " personas")),
)
NAMES = ("Lighthouses", "Sea walls", "Rope works", "Saltby")
REVISED = frozenset({"revised_up", "revised_down", "rounded"})
BESIDES = frozenset({"restated", "modifier_changed"})
TIMED = frozenset({"redated", "next_period"})
"""What a date that is another one makes of what holds at it."""


@dataclass(frozen=True)
class Edit:
    """A document with one thing changed, and whether a diff says so."""

    what: str
    parts: list[str]
    is_told: Callable[[Diff], bool]


@dataclass
class Editor:
    """Makes edits of a document in Markdown."""

    trial: Trial
    choose: Random

    @cached_property
    def text(self) -> str:
        """The document in Markdown."""
        return "\n\n".join(self.trial.parts)

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """Its figures whose printed form stands as it is in the text."""
        return [f for f in self.trial.in_markdown.figures if self._start(f) is not None]

    def _start(self, figure: Figure) -> int | None:
        first, last = figure.anchor.source[0].model_dump(), figure.anchor.source[-1].model_dump()
        at = int(first["start"])
        is_whole = self.text[at : last["end"]] == figure.anchor.quote
        return at if is_whole else None

    def value(self) -> Edit | None:
        """Change a number by a fifth or more."""
        counted = [f for f in self.figures if f.kind in ("count", "money", "percent", "measure")]
        found = [(f, m) for f in counted if f.value and (m := _number(f.anchor.quote))]
        if not found:
            return None
        figure, number = self.choose.choice(found)
        plain = number[0].replace(",", "")
        decimals = len(plain.partition(".")[2])
        grouped = "," if "," in number[0] else ""
        new = f"{float(plain) * self.choose.choice(FACTORS):{grouped}.{decimals}f}"
        text = self._put(figure, number.start(), number.end(), new)
        return Edit(
            f"value: {figure.anchor.quote} {number[0]} -> {new}",
            text,
            lambda diff: _is_only(diff, figure, REVISED | BESIDES, REVISED),
        )

    def date(self) -> Edit | None:
        """Change the day of a date of a sentence, or a year of it."""
        found = [f for f in self.figures if f.kind == "date" and f.zone in ("prose", "list")]
        found = [f for f in found if f.value and _later(f.anchor.quote)]
        if not found:
            return None
        figure = self.choose.choice(found)
        quote = figure.anchor.quote
        new = _later(quote)
        text = self._put(figure, 0, len(quote), new or "")
        return Edit(f"date: {quote} -> {new}", text, lambda diff: _is_redated(diff, figure))

    def unit(self) -> Edit | None:
        """Change what a number of a sentence is of."""
        found = []
        for figure in self.figures:
            start = self._start(figure) or 0
            end = start + len(figure.anchor.quote)
            if figure.zone not in ("prose", "list") or figure.kind in ("date", "duration", "ratio"):
                continue
            for old, new in UNITS:
                at = self.text.find(old, start, end + len(old))
                follows = self.text[at + len(old) : at + len(old) + 1]
                if at >= 0 and (not old.startswith(" ") or not follows.isalpha()):
                    found.append((figure, at, old, new))
        if not found:
            return None
        figure, at, old, new = self.choose.choice(found)
        text = self.text[:at] + new + self.text[at + len(old) :]
        types = frozenset({"unit_changed", "currency_changed"})
        return Edit(
            f"unit: {figure.anchor.quote}: {old} -> {new}",
            [text],
            lambda diff: _is_of_block(diff, figure, types),
        )

    def removed(self) -> Edit | None:
        """Leave out a row of a table."""
        rows = self._rows()
        if not rows:
            return None
        row = self.choose.choice(rows)
        text = self.text.replace(f"\n{row}", "", 1)
        return Edit(f"removed: {row}", [text], lambda diff: _is_line(diff, "removed", "withdrawn"))

    def added(self) -> Edit | None:
        """Put in a row with another name and other numbers."""
        rows = self._rows()
        if not rows:
            return None
        row = self.choose.choice(rows)
        name = self.choose.choice(NAMES)
        cells = [NUMBER.sub(self._other, cell) for cell in row.split("|")[2:]]
        new = f"| {name} |{'|'.join(cells)}"
        text = self.text.replace(row, f"{row}\n{new}", 1)
        return Edit(f"added: {new}", [text], lambda diff: _is_line(diff, "added", "added"))

    def _other(self, match: regex.Match[str]) -> str:
        plain = match[0].replace(",", "")
        decimals = len(plain.partition(".")[2])
        value = float(plain) * self.choose.uniform(0.4, 0.9)
        return f"{value:{',' if ',' in match[0] else ''}.{decimals}f}"

    def renamed(self) -> Edit | None:
        """Give a row another name."""
        rows = self._rows()
        if not rows:
            return None
        row = self.choose.choice(rows)
        label = row.split("|")[1].strip()
        new = self.choose.choice((*NAMES, f"New {label}", f"{label} and others"))
        text = self.text.replace(row, row.replace(f"| {label} |", f"| {new} |", 1), 1)
        return Edit(
            f"renamed: {row} -> {new}",
            [text],
            lambda diff: not changed(diff) and _lines(diff) == ["renamed"],
        )

    def _rows(self) -> list[str]:
        """Return the rows that stand once, named by words, with numbers that are read."""
        tables = [part.split("\n")[3:] for part in self.trial.parts if part.startswith("|")]
        counts = Counter(row for rows in tables for row in rows)
        return [row for row, count in counts.items() if count == 1 and _is_row(row)]

    def _put(self, figure: Figure, start: int, end: int, new: str) -> list[str]:
        first = self._start(figure) or 0
        return [self.text[: first + start] + new + self.text[first + end :]]


KINDS: Mapping[str, Callable[[Editor], Edit | None]] = {
    "value": Editor.value,
    "date": Editor.date,
    "unit": Editor.unit,
    "removed": Editor.removed,
    "added": Editor.added,
    "renamed": Editor.renamed,
}


def _number(quote: str) -> "regex.Match[str] | None":
    found = list(NUMBER.finditer(quote))
    plain = found[0][0].replace(",", "") if len(found) == 1 else ""
    is_long = plain and float(plain) >= LEAST
    return found[0] if is_long and not YEAR.match(plain) else None


def _later(quote: str) -> str | None:
    """Return a date with another day, or a year with another year."""
    if YEAR.match(quote):
        return str(int(quote) - 3)
    day = DAY.match(quote)
    return None if day is None else f"{(int(day[1]) + 11) % 27 + 1}{quote[day.end() :]}"


def _is_row(row: str) -> bool:
    name, *cells = [cell.strip() for cell in row.strip("|").split("|")]
    numbers = [cell for cell in cells if regex.fullmatch(r"[\d,.]{2,}", cell)]
    is_named = (
        len(name) >= SHORTEST and not any(map(str.isdigit, name)) and "total" not in name.casefold()
    )
    return is_named and len(numbers) > 1 and all(map(NUMBER.fullmatch, numbers))


def changed(diff: Diff) -> list[FigureChange]:
    """Return what a diff says of figures."""
    return [change for change in diff.figures if change.types != ("unchanged",)]


def _is_silent(diff: Diff) -> bool:
    return not (diff.tables or diff.sections or diff.footnotes or diff.sources)


def _lines(diff: Diff) -> list[str]:
    """Return what became of lines of tables, where nothing else did."""
    whole = any(table.types for table in diff.tables)
    if whole or diff.sections or diff.footnotes or diff.sources:
        return []
    return [line.type for table in diff.tables for line in table.lines]


def _is_line(diff: Diff, type_: str, figures: str) -> bool:
    return _lines(diff) == [type_] and all(c.types == (figures,) for c in changed(diff))


def _is_only(diff: Diff, figure: Figure, types: frozenset[str], needed: frozenset[str]) -> bool:
    """Say whether one figure changed in a way, and nothing else did."""
    changes = changed(diff)
    if len(changes) != 1 or not _is_silent(diff):
        return False
    found = frozenset(changes[0].types)
    is_own = changes[0].old is not None and changes[0].old.id == figure.id
    return is_own and found <= types and bool(found & needed)


def _is_of_block(diff: Diff, figure: Figure, types: frozenset[str]) -> bool:
    """Say whether a figure changed in a way, and no others but those that go without its noun."""
    changes = changed(diff)
    own = [c for c in changes if c.old is not None and c.old.id == figure.id]
    return len(own) == 1 and _is_silent(diff) and all(types.issuperset(c.types) for c in changes)


def _is_redated(diff: Diff, figure: Figure) -> bool:
    """Say whether a date changed, and nothing else but what was told as of that date."""
    changes = changed(diff)
    own = [c for c in changes if c.old is not None and c.old.id == figure.id]
    return len(own) == 1 and _is_silent(diff) and all(TIMED.issuperset(c.types) for c in changes)
