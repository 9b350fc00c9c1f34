"""The line below a title: it goes on with the title where that names no place."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

SUBTITLED = """\
# Light for all

Dark sheds on the coast of Kenya

## Context

Some 300 schools were closed. Three obstacles return.
"""
TOLD_BELOW = """\
# Light for all

The sheds of Kenya are dark.

## Context

Some 301 schools were closed.
"""


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        P(SUBTITLED, "300", ("Kenya", "place.subtitle"), id="the line below a title"),
        P(SUBTITLED, "Three", None, id="what a text sets out is nowhere"),
        P(TOLD_BELOW, "301", None, id="a sentence below the title"),
    ],
)
def test_subtitle(text: str, quote: str, place: object, holds: Holds) -> None:
    holds(text, quote, {"place": place})
