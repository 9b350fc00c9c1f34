"""Identifiers that follow from content and place: the same in every run."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from schemas.base import BoxPiece, Piece


class Identities:
    """Makes the identifiers of one document.

    An id hashes the document's hash, the page (or start offset), the normalised quote and its
    ordinal among equal quotes there; callers ask in order of (top, x0), which the reading order
    gives. Positions themselves are not hashed: a box may move by a tenth of a point.
    """

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def make(self, prefix: str, quote: str, source: Sequence[Piece]) -> str:
        """Return the id of a thing of this kind, quote and place."""
        return self.at(_place(source), prefix, quote)

    def at(self, place: str, prefix: str, quote: str) -> str:
        """Return the id of a thing at a place that is known already."""
        normal = " ".join(quote.split())
        key = (prefix, place, normal)
        ordinal = self._seen[key]
        self._seen[key] += 1
        digest = hashlib.sha256(
            "\x1f".join((self._sha256, prefix, place, normal, str(ordinal))).encode()
        ).hexdigest()
        return f"{prefix}-{digest[:12]}"


def place_name(page: int | None, offset: int) -> str:
    """Return what stands for a place in an identifier: its page, or its offset where none is."""
    return f"@{offset}" if page is None else f"p{page}"


def _place(source: Sequence[Piece]) -> str:
    if not source:
        return ""
    first = source[0]
    return (
        place_name(first.page, 0) if isinstance(first, BoxPiece) else place_name(None, first.start)
    )
