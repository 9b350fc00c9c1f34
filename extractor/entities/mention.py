"""A named thing where it is named."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.extraction import EntityType

Span = tuple[int, int]
"""A stretch of the canonical text."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an entity."""

    type: EntityType
    span: Span
    value: str
    """Canonical name; for most groups of people, and for areas, the words as printed."""
    code: str | None = None
    """ISO 3166-1 alpha-2 of one country; None for anything else."""
    area: str | None = None
    """ISO 3166-2 of one first-level area; None for anything else."""


def outside(mentions: Iterable[Mention], known: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that share no character with a known one; the known ones are disjoint."""
    taken = sorted(mention.span for mention in known)
    starts = [start for start, _ in taken]
    for mention in mentions:
        before = bisect_left(starts, mention.span[1]) - 1
        if before < 0 or taken[before][1] <= mention.span[0]:
            yield mention
