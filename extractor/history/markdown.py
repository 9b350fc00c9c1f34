"""A history as Markdown: a table for each series; text of a document never becomes markup."""

from collections.abc import Iterator
from dataclasses import astuple

from extractor.editions.markdown import plain
from extractor.history import shown
from schemas.history import History

HEAD = "| when | value | document | page | source | notes |\n|---|---|---|---|---|---|"


def markdown(history: History) -> Iterator[str]:
    """Yield the lines of a history; no line begins with text of a document."""
    yield f"## History: {plain(shown.summary(history))}\n"
    for series in history.series:
        yield f"### Series: {plain(shown.label(series))}\n"
        yield HEAD
        for row in shown.rows(history, series):
            yield f"| {' | '.join(map(plain, astuple(row)))} |"
        yield ""
