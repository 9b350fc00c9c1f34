"""A table as it is exported: its columns, and rows of exact values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "list", "number", "integer", "date"]
"""`number`: an exact decimal in plain digits, as text; `date`: a day; `list`: texts in order."""

Value = str | int | tuple[str, ...] | None
Row = tuple[Value, ...]

PARTED = " | "


@dataclass(frozen=True, slots=True)
class Column:
    """A column; names and their order are stable, new columns come last."""

    name: str
    type: Type
    what: str
    """What stands in it."""
    required: bool = False
    one_of: tuple[str, ...] = ()
    """All that can stand in it; empty where anything can."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]


def joined(texts: Sequence[str]) -> str:
    r"""Return a list as one text; a bar of its own is told from ours by a backslash.

    >>> joined(["Census (2031)", "a|b"])
    'Census (2031) | a\\|b'
    """
    return PARTED.join(text.replace("|", r"\|") for text in texts)
