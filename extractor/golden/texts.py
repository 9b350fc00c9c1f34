"""Compares short texts, and long ones by their hash."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from extractor.golden.entries import Field
from extractor.golden.wording import one_spaced, text_hash
from schemas.base import OffsetPiece, Piece

HASH_SHOWN = 12  # characters of a hash that a difference quotes


class HeldText(Protocol):
    """What holds a text, or the hash that stands for it."""

    @property
    def text(self) -> str | None:
        """The text; None where its hash stands for it."""

    @property
    def sha256(self) -> str | None:
        """The hash; None where the text stands."""


H = TypeVar("H", bound=HeldText)
G = TypeVar("G")
F = TypeVar("F")


def wording(held: HeldText) -> str:
    """Return what a golden says of a text, for people."""
    if held.text is not None:
        return one_spaced(held.text)
    return f"a text of hash {(held.sha256 or '')[:HASH_SHOWN]}"


def same_text(held: HeldText, found: Iterable[str]) -> bool:
    """Whether one of the readings of a text is the one that a golden holds."""
    if held.text is not None:
        return one_spaced(held.text) in {one_spaced(text) for text in found}
    return held.sha256 in {text_hash(text) for text in found}


def text_field(texts: Callable[[F], tuple[str, ...]]) -> Field[H, F]:
    """Return the rule of a text; `texts` gives its acceptable readings, the fullest first."""

    def found(item: F) -> str:
        text = texts(item)[0]
        return f"{one_spaced(text)} (hash {text_hash(text)[:HASH_SHOWN]})"

    return Field("text", wording, found, lambda held, item: same_text(held, texts(item)))


def plain(
    name: str, expected: Callable[[G], str | None], found: Callable[[F], str | None]
) -> Field[G, F]:
    """Return the rule of a field that agrees when both sides say the same."""
    return Field(name, expected, found, lambda g, f: expected(g) == found(f))


def listed(items: Iterable[object]) -> str | None:
    """Return items as one string, None where there are none."""
    return ", ".join(map(str, items)) or None


def place_label(piece: Piece) -> str:
    """Return a piece of the source, for people."""
    if isinstance(piece, OffsetPiece):
        return f"{piece.start}-{piece.end}"
    return f"page {piece.page} at {piece.bbox[0]:g}, {piece.bbox[1]:g}"
