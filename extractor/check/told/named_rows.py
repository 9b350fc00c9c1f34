"""Numbers of a paragraph that opens with the name of a table's row: whether they are the row's."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

import regex

from extractor.check.findings import Severity, finding, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, is_round, meets, term
from extractor.check.tables.grid import Held
from extractor.check.tables.restated import why
from extractor.check.words import initials, telling_words
from schemas.document import Table
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.01")  # of a value; what is further off is something else of the same name
MIN_WORDS = 3  # of a name, or letters of an acronym
STEM = 7  # letters by which two words are of one family: contract, contractual
TOLD = ("prose", "list")
KINDS = ("money", "count", "percent")
LEAD = regex.compile(r"(?<name> [^.:;\n]{8,120}+ ) [.:] \s", regex.X)
ACRONYM = regex.compile(r"\( (?<letters> \p{Lu}{3,8}+ ) \)", regex.X)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its name, and what it holds."""

    table: Table
    words: frozenset[str]
    held: Sequence[Held]


class Rows:
    """The rows of all tables, found by a word of their name or by its initials."""

    def __init__(self, index: Index) -> None:
        """Take the rows that have a name and hold numbers."""
        self._by_word: defaultdict[str, list[Row]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[Row]] = defaultdict(list)
        for table in index.extraction.tables:
            for line in [line for grid in index.grids(table) if grid.down for line in grid.lines]:
                if line.label:
                    held = [cell for cell in line.cells if isinstance(cell, Held)]
                    row = Row(table, telling_words([line.label]), held)
                    if held and len(row.words) >= MIN_WORDS:
                        self._by_initials[initials(line.label)].append(row)
                        for word in row.words:
                            self._by_word[word].append(row)

    def named(self, text: str) -> list[Row]:
        """Return the rows whose name is the lead of a paragraph, but for a word or two before."""
        lead = LEAD.match(text)
        words = telling_words([lead["name"]]) if lead is not None else frozenset()
        found = {id(row): row for word in words for row in self._by_word.get(word, ())}
        return [
            row for row in found.values() if row.words <= words and len(words) < len(row.words) + 2
        ]

    def short(self, letters: str, words: frozenset[str]) -> list[Row]:
        """Return the rows whose initials are an acronym, one a table that speaks of the same."""
        rows = self._by_initials.get(letters, [])
        tables = [row.table.id for row in rows]
        titled = [row for row in rows if words & _stems(row.table.title or "")]
        return [row for row in titled if tables.count(row.table.id) == 1]


def named_rows(index: Index) -> Iterator[Finding]:
    """Yield numbers told of a row that differ from it: `contradiction`, `truncated`."""
    told = [f for f in index.extraction.figures if _is_told(f)]
    if not told or not index.cells:
        return
    rows = Rows(index)
    texts = {block.id: block.text for block in index.extraction.blocks}
    for block, figures in groupby(told, key=lambda figure: figure.block_id):
        text = texts.get(block, "")  # extractions come from outside
        named = rows.named(text)
        acronym = ACRONYM.search(text)
        for figure in figures:
            about = "" if figure.indicator is None else figure.indicator.value
            short = rows.short(acronym["letters"], _stems(about)) if acronym is not None else []
            yield from _compared(figure, [*named, *short])


def _is_told(figure: Figure) -> bool:
    return figure.zone in TOLD and figure.kind in KINDS and figure.as_of is not None


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in telling_words([text]))


def _compared(figure: Figure, rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield a finding if a number is none that the rows hold at its time, but nearly one."""
    value = term(figure.value, figure.precision)
    held = [each for row in rows for each in row.held if _is_alike(figure, each.figure)]
    if value is None or not held:
        return
    sizes = [Term(abs(each.term.value), each.term.half) for each in held]
    if any(meets(value, size) for size in sizes):
        return
    verdicts = [compare(value, size) for size in sizes]
    near = [
        at
        for at, size in enumerate(sizes)
        if verdicts[at] == "truncated" or abs(size.value - value.value) <= NEAR * value.value
    ]
    if near:
        finest = min(near, key=lambda at: sizes[at].half)
        yield _finding(figure, value, held[finest], sizes[finest])


def _is_alike(figure: Figure, cell: Figure) -> bool:
    """Say whether a cell is of the time of a number, and of its unit as far as it has one."""
    same = (cell.kind, cell.unit) == (figure.kind, figure.unit)
    bare = cell.kind == "count" and cell.unit is None
    when = None if cell.as_of is None or figure.as_of is None else cell.as_of.value
    return (same or bare) and figure.as_of is not None and when == figure.as_of.value


def _finding(figure: Figure, value: Term, held: Held, size: Term) -> Finding:
    cut = compare(value, size) == "truncated"
    apart = ", cut off where it should have been rounded" if cut else ""
    message = (
        f"{shown(figure, value)} is {held.figure.anchor.quote} in a row of that name in a table"
        f"{apart}."
    )
    inexact = figure.modifier is not None or is_round(value)
    severity: Severity = "info" if inexact else "warning"
    code = "truncated" if cut else "contradiction"
    found = finding(code, severity, message, (figure, held.figure), (value, size))
    return found.model_copy(update={"type": None if cut else why(value, size)})
