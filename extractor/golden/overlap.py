"""Which entry of the program stands where an entry of the golden stands."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from schemas.base import BoxPiece, OffsetPiece, Piece

# Boxes of neighbouring lines overlap by a hair; less of the smaller box than this is no overlap.
MIN_BOX_SHARE = 0.1
SCORE_DIGITS = 2
# Only entries that share a band of a page, or a stretch of a text, are compared with each other.
_BAND_PT = 25.0
_STRETCH = 1000  # code points


def overlap(ours: Sequence[Piece], theirs: Sequence[Piece]) -> float:
    """Return the shared part of two places over their union, 0 to 1."""
    shared = sum(_shared(a, b) for a in ours for b in theirs)
    if shared == 0:
        return 0.0
    union = sum(map(_size, ours)) + sum(map(_size, theirs)) - shared
    return shared / union if union > 0 else 1.0


def pair_up(ours: Sequence[Sequence[Piece]], theirs: Sequence[Sequence[Piece]]) -> dict[int, int]:
    """Pair entries one to one by overlap, the best overlap first; return our index to theirs.

    Where overlaps differ by no more than measured boxes do, the first in order pairs first.
    """
    shelves: dict[Hashable, set[int]] = defaultdict(set)
    for at, pieces in enumerate(theirs):
        for key in _buckets(pieces):
            shelves[key].add(at)
    candidates = [
        (-round(score, SCORE_DIGITS), at, other)
        for at, pieces in enumerate(ours)
        for other in sorted(set().union(*(shelves[key] for key in _buckets(pieces))))
        if (score := overlap(pieces, theirs[other])) > 0
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, other in sorted(candidates):
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    return pairs


def _buckets(pieces: Sequence[Piece]) -> Iterator[Hashable]:
    for piece in pieces:
        if isinstance(piece, BoxPiece):
            top, bottom = int(piece.bbox[1] // _BAND_PT), int(piece.bbox[3] // _BAND_PT)
            yield from ((piece.page, band) for band in range(top, bottom + 1))
        else:
            yield from range(piece.start // _STRETCH, piece.end // _STRETCH + 1)


def _shared(a: Piece, b: Piece) -> float:
    if isinstance(a, OffsetPiece) and isinstance(b, OffsetPiece):
        return max(0, min(a.end, b.end) - max(a.start, b.start))
    if isinstance(a, BoxPiece) and isinstance(b, BoxPiece) and a.page == b.page:
        width = min(a.bbox[2], b.bbox[2]) - max(a.bbox[0], b.bbox[0])
        height = min(a.bbox[3], b.bbox[3]) - max(a.bbox[1], b.bbox[1])
        area = max(0.0, width) * max(0.0, height)
        return area if area >= MIN_BOX_SHARE * min(_size(a), _size(b)) else 0.0
    return 0.0


def _size(piece: Piece) -> float:
    if isinstance(piece, OffsetPiece):
        return piece.end - piece.start
    left, top, right, bottom = piece.bbox
    return (right - left) * (bottom - top)
