"""Rows of tables that state a total, by how a sentence may call them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import regex

from extractor.check.index import Index
from extractor.check.prose.sentences import WORD, words
from extractor.check.tables.grid import Line
from extractor.keys import key
from schemas.document import Table

ARTICLES = frozenset(("the", "l", "la", "le", "les", "el", "los", "las"))
OF_WHAT = regex.compile(r"\s (?: of | for | to | de | du | des | del | para | pour ) \s", regex.X)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the lines of its totals."""

    table: Table
    line: Line
    totals: Sequence[Line]
    heads: Sequence[str]
    """What its columns are called."""
    is_opened: bool = False
    """Whether only what opens its name is told: *Training* of *Training of farmers*."""

    def whole(self, named: frozenset[str]) -> Line:
        """Return the total that is named, else the last one."""
        alike = [line for line in self.totals if named and named <= compared_words([line.label])]
        return (alike or self.totals)[-1]


def rows_with_totals(index: Index) -> Mapping[str, Sequence[Row]]:
    """Return the rows of tables that state a total, by the words of their label.

    Also by what opens the label, where no other row of the table has it: *Training of farmers*;
    but a body is told from others by all of its name: *Ministry of roads*.
    """
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for table in index.extraction.tables:
        for grid in index.grids(table)[:1]:
            heads = [line.label for line in index.grids(table)[1].lines]
            totals = [line for line in grid.lines if line.role == "total"]
            lines = [line for line in grid.lines if line.role in ("leaf", "group")]
            opened = Counter(
                spoken(OF_WHAT.split(line.label, 1)[0]) for line in lines if line.label
            )
            for line in lines if totals else ():
                name, head = spoken(line.label), spoken(OF_WHAT.split(line.label, 1)[0])
                if name:
                    found[name].append(Row(table, line, totals, heads))
                if name != head and opened[head] == 1 and not _names_body(head):
                    found[head].append(Row(table, line, totals, heads, is_opened=True))
    return found


def _names_body(head: str) -> bool:
    return any(words(name).search(head) is not None for name in ("bodies", "offices"))


def spoken(label: str) -> str:
    """Return the words of a label as they are compared, without articles.

    >>> spoken("L’eau et l’assainissement")
    'eau et assainissement'
    """
    said = WORD.findall(label.casefold())
    return " ".join(word for word in said if word not in ARTICLES) or " ".join(said)


def compared_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return all words of phrases as they are compared, also those that say little."""
    return frozenset(key(" ".join(phrases)).split())
