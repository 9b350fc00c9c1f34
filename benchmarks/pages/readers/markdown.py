"""Markdown of a peer in the common model."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pages.truth import Cell, Heading, Reading, Table

PARSER = MarkdownIt("commonmark").enable("table")


def reading(text: str) -> Reading:
    """Return the texts, headings and tables of a Markdown document.

    >>> reading("# Needs").headings
    (Heading(level=1, text='Needs'),)
    """
    tokens = PARSER.parse(text)
    return Reading(
        order=tuple(_plain(t) for t in tokens if t.type in {"inline", "fence", "code_block"}),
        headings=tuple(_headings(tokens)),
        tables=tuple(_tables(tokens)),
        gives=frozenset(("order", "headings", "tables")),
    )


def _plain(token: Token) -> str:
    """Return the text of a token without its markup."""
    if token.children is None:
        return token.content
    pieces = (" " if "break" in t.type else t.content for t in token.children)
    return "".join(pieces)


def _headings(tokens: Sequence[Token]) -> Iterator[Heading]:
    for before, token in pairwise(tokens):
        if before.type == "heading_open":
            yield Heading(int(before.tag[1:]), _plain(token))


def _tables(tokens: Sequence[Token]) -> Iterator[Table]:
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if before.type == "table_open":
            rows = []
        elif before.type == "tr_open":
            rows.append([])
        elif before.type in {"th_open", "td_open"}:
            rows[-1].append(_plain(token) if token.type == "inline" else "")
        elif before.type == "table_close":
            yield table(rows)
    if tokens and tokens[-1].type == "table_close":
        yield table(rows)


def table(rows: Sequence[Sequence[str | None]], page: int | None = None) -> Table:
    """Return a table of plain rows."""
    cells = tuple(
        Cell(row, col, text or "")
        for row, texts in enumerate(rows)
        for col, text in enumerate(texts)
    )
    return Table(len(rows), max((len(row) for row in rows), default=0), cells, page)
