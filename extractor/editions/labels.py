"""What stands in a label rather than in a sentence, and the names that numbers are labels of."""

from functools import cache, lru_cache

import regex

from extractor.data.tables import load
from schemas.base import Anchor
from schemas.document import Block
from schemas.figure import Figure, Zone

YEARS = regex.compile(r"\d{4}(?:/\d{4})?")
ENDED = regex.compile(r"[.!?؟。:;]\W*+$")
LABELS: frozenset[Zone] = frozenset({"heading", "table", "keyfigure", "caption"})
NAME_BEFORE = regex.compile(r"\p{Lu}[\p{L}'’\-]*+\ ?+(?=\($)")
LONGEST_NAME = 40  # characters before a bracket in which it is looked for


def is_label(figure: Figure, block: Block | None) -> bool:
    """Say whether a date stands in a label: a caption, a cell, or a line that is no sentence."""
    if figure.kind != "date" or YEARS.fullmatch(figure.value or ""):
        return False  # years of a series stand in labels too
    if figure.zone in LABELS:
        return True
    return block is not None and block.type == "paragraph" and not ENDED.search(block.text)


def name_before(text: str, number: Anchor) -> str:
    """Return the name that a number is told of as `Eastport (12)`; nothing where it is not."""
    if text[number.start - 1 : number.start] + text[number.end : number.end + 1] != "()":
        return ""
    before = NAME_BEFORE.search(text, max(number.start - LONGEST_NAME, 0), number.start)
    return before[0] if before else ""


@lru_cache(maxsize=4096)  # a title stands above many figures
def unnumbered(title: str) -> str:
    """Return the title of a table or section without what it is numbered by.

    The number of anything else tells what the part is of: that of a phase, a scenario, an output.

    >>> unnumbered("Table 3. Piers"), unnumbered("2.1 Piers"), unnumbered("12 piers")
    ('Piers', 'Piers', '12 piers')
    >>> unnumbered("Scenario A: boats"), unnumbered("6-17 years")
    ('Scenario A: boats', '6-17 years')
    """
    return _numbered().sub("", title)


@cache
def _numbered() -> regex.Pattern[str]:
    """Return what a table or a section is numbered by, where that is a part of its title."""
    named = "|".join(map(regex.escape, load("editions.toml")["numbered"]["words"]))
    return regex.compile(
        rf"""
        ^ (?:
            (?: {named} ) \.? \s++ (?: \p{{N}}++ | \p{{L}} ) (?: [.-] \p{{N}}++ )*+ \p{{L}}?+
            \s*+ [.:–—-] \s++                                         # Tableau A-1 :
          | \p{{N}}++ (?: \. \p{{N}}++ )*+ [.)] \s*+                    # 2.1.
          | (?: \p{{N}}{{1,2}}+ \p{{L}}?+ | \p{{L}} ) (?: \. \p{{N}}++ )++ \s++  # 1a.2
        )
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )
