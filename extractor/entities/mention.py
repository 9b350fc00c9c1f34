"""A named thing where it is named."""

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
    """Canonical name; for a population the words as printed."""
    code: str | None = None
    """ISO 3166-1 alpha-2 of one country; None for anything else."""
