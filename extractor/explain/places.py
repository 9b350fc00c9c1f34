"""Where things stand, for people: by page, or by line where the source is at hand."""

from collections.abc import Sequence

from extractor.written import date, written
from schemas.base import Anchor, OffsetPiece, Piece
from schemas.explanation import Evidence, Mention
from schemas.figure import Figure

NEWLINE = "\n"


class Places:
    """Tells places of one document."""

    def __init__(self, text: str | None = None) -> None:
        """Keep the decoded source, whose lines are told; None for a PDF, or where it is away."""
        self._text = text

    def of(self, anchor: Anchor) -> str:
        """Return where an anchor begins."""
        return self.of_pieces(anchor.source)

    def of_pieces(self, pieces: Sequence[Piece]) -> str:
        """Return where the first of some pieces is."""
        first = pieces[0]
        if not isinstance(first, OffsetPiece):
            return f"page {first.page}"
        if self._text is None:
            return f"character {first.start}"
        return f"line {self._text.count(NEWLINE, 0, first.start) + 1}"

    def evidence(self, anchor: Anchor | None) -> Evidence | None:
        """Return an anchor as evidence; None for what has none."""
        if anchor is None:
            return None
        return Evidence(quote=anchor.quote, where=self.of(anchor), source=anchor.source)

    def mention(self, figure: Figure) -> Mention:
        """Return a figure as it is told of beside another."""
        return Mention(
            id=figure.id,
            quote=figure.anchor.quote,
            value=written(figure),
            indicator=figure.indicator.value if figure.indicator is not None else None,
            place=figure.place.value if figure.place is not None else None,
            as_of=date(figure.as_of.value) if figure.as_of is not None else None,
            where=self.of(figure.anchor),
        )
