"""The values: the source is read again, and at the place of each figure stands the same one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.verify.claims import figure_name
from extractor.verify.failure import Failure, Fault, place_of
from schemas.base import Piece
from schemas.extraction import Extraction
from schemas.figure import Figure

READ = ("kind", "value", "low", "high", "unit", "precision", "modifier")
"""What the characters of a figure and the words around it are read as."""


def misread(figures: Sequence[Figure], again: Extraction) -> Iterator[Failure]:
    """Yield the figures that are read otherwise, or no more, at their places."""
    places: dict[tuple[Piece, ...], list[Figure]] = defaultdict(list)
    for figure in again.figures:
        places[figure.anchor.source].append(figure)
    for figure in figures:
        there = places.get(figure.anchor.source, [])
        same = next((one for one in there if one.anchor.quote == figure.anchor.quote), None)
        where = place_of(figure.anchor.source)
        if same is None:
            found = there[0].anchor.quote if there else "no figure"
            yield Failure(figure_name(figure), Fault("value", where, figure.anchor.quote, found))
        else:
            yield from _otherwise(figure, same, where)


def _otherwise(figure: Figure, same: Figure, where: str) -> Iterator[Failure]:
    for name in READ:
        given, read = getattr(figure, name), getattr(same, name)
        if given != read:
            fault = Fault("value", where, f"{name} {read}", f"{name} {given}")
            yield Failure(figure_name(figure), fault)


def moved(
    figures: Sequence[Figure], fallen: Sequence[Figure], again: Extraction
) -> dict[str, Piece]:
    """Return where fallen figures now stand of which the same, digit for digit, is read just once.

    The key is the figure's id, the value the first piece of its new place. A figure that is printed
    twice has none: which of the two it would be is a guess.
    """
    now: dict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in again.figures:
        now[_printed(figure)].append(figure)
    before: dict[tuple[str | None, ...], int] = defaultdict(int)
    for figure in figures:
        before[_printed(figure)] += 1
    return {
        figure.id: now[_printed(figure)][0].anchor.source[0]
        for figure in fallen
        if before[_printed(figure)] == len(now[_printed(figure)]) == 1
    }


def _printed(figure: Figure) -> tuple[str | None, ...]:
    return (figure.anchor.quote, *(getattr(figure, name) for name in READ))
