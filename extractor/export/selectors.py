"""Where a quote stands, as selectors of the W3C Web Annotation Data Model."""

from collections.abc import Iterator, Sequence

from extractor.export.exported import Exported, software
from extractor.readers.geometry import around
from schemas.base import Anchor, BoxPiece, OffsetPiece, Piece

BESIDE = 32  # characters of the text before and after a quote, which find it again
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc8118"

Json = dict[str, object]


def target(exported: Exported, anchor: Anchor) -> Json:
    """Return a place in the document as a resource that an annotation can be of."""
    extraction = exported.extraction
    place: Json = {
        "type": "SpecificResource",
        "source": exported.document,
        "selector": [_quote(extraction.text, anchor), *fragments(anchor), _position(anchor)],
    }
    if isinstance(anchor.source[0], BoxPiece):
        # A PDF has no text to count in: positions are those in the text that was read from it.
        place["renderedVia"] = {"id": software(extraction), "type": "Software"}
    return place


def _quote(text: str, anchor: Anchor) -> Json:
    return {
        "type": "TextQuoteSelector",
        "exact": anchor.quote,
        "prefix": text[max(0, anchor.start - BESIDE) : anchor.start],
        "suffix": text[anchor.end : anchor.end + BESIDE],
    }


def _position(anchor: Anchor) -> Json:
    """Return code points: of the file where it is text, of the text that was read from a PDF."""
    spans = [piece for piece in anchor.source if isinstance(piece, OffsetPiece)]
    start = spans[0].start if spans else anchor.start
    end = spans[-1].end if spans else anchor.end
    return {"type": "TextPositionSelector", "start": start, "end": end}


def fragments(anchor: Anchor) -> Iterator[Json]:
    """Yield the part of each page of a PDF that a quote is printed on."""
    for fragment in page_fragments(anchor.source):
        yield {"type": "FragmentSelector", "conformsTo": PDF_FRAGMENTS, "value": fragment}


def page_fragments(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the box around what stands on each page as a fragment of RFC 8118.

    >>> box = BoxPiece(page=7, bbox=(71.2, 340.1, 121.9, 352.0))
    >>> list(page_fragments([box]))
    ['page=7&viewrect=71.2,340.1,50.7,11.9']
    >>> list(page_fragments([BoxPiece(page=1, bbox=(12345.67, 0.0, 22345.67, 14.0))]))
    ['page=1&viewrect=12345.67,0,10000,14']
    """
    boxes = [piece for piece in pieces if isinstance(piece, BoxPiece)]
    for page in dict.fromkeys(piece.page for piece in boxes):
        left, top, right, bottom = around(piece.bbox for piece in boxes if piece.page == page)
        sides = left, top, right - left, bottom - top
        yield f"page={page}&viewrect={','.join(map(_length, sides))}"


def _length(points: float) -> str:
    """Return a length to the hundredth of a point, in plain digits whatever its size."""
    return f"{points:z.2f}".rstrip("0").rstrip(".")


def places(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield where a quote is printed: boxes on pages, or code points of the decoded file.

    >>> list(places([OffsetPiece(start=3, end=5)]))
    ['offset=3,5']
    """
    yield from page_fragments(pieces)
    spans = (piece for piece in pieces if isinstance(piece, OffsetPiece))
    yield from (f"offset={span.start},{span.end}" for span in spans)
