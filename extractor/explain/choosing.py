"""Which figure is meant: by its whole id, or by a beginning that no other has."""

from collections.abc import Sequence
from difflib import get_close_matches

from extractor.errors import UsageError
from extractor.explain.places import Places
from schemas.extraction import Extraction
from schemas.figure import Figure

PREFIX = "fig-"
NAMED = 5  # figures that an error names
QUOTED = 30  # characters of each


def choose(extraction: Extraction, wanted: str, places: Places) -> Figure:
    """Return the figure of an id, of which the beginning is enough.

    Raises:
        UsageError: No figure has it, or several do; the message names those that are near.
    """
    figures = extraction.figures
    if exact := next((one for one in figures if one.id == wanted), None):
        return exact
    begun = [one for one in figures if one.id.startswith((wanted, PREFIX + wanted))]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UsageError(f"{wanted!r} begins the ids of {len(begun)}: {_named(begun, places)}")
    raise UsageError(f"no figure is {wanted!r}{_hint(figures, wanted, places)}")


def _hint(figures: Sequence[Figure], wanted: str, places: Places) -> str:
    printed = [one for one in figures if one.anchor.quote.casefold() == wanted.casefold()]
    if printed:
        return f"; it is printed by {_named(printed, places)}"
    by_id = {one.id: one for one in figures}
    near = get_close_matches(wanted, by_id, n=NAMED)
    return f"; near it are {_named([by_id[one] for one in near], places)}" if near else ""


def _named(figures: Sequence[Figure], places: Places) -> str:
    told = [
        f"{one.id} ({' '.join(one.anchor.quote.split())[:QUOTED]}, {places.of(one.anchor)})"
        for one in figures[:NAMED]
    ]
    return ", ".join(told) + (" ..." if len(figures) > NAMED else "")
