"""The two editions of a page of HTML: the pages, or the text, on which figures changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import UsageError
from extractor.given import find_source, has_hash, is_extraction
from extractor.web.pictures import Picture, pictures
from schemas.base import BoxPiece
from schemas.diff import FigureSide
from schemas.extraction import Extraction

Json = Mapping[str, object]
TENTH = 1  # decimals of a point; more is not seen


@dataclass(frozen=True, slots=True)
class Spread:
    """One edition as it is shown beside the other."""

    extraction: Extraction
    pictures: Sequence[Picture]
    """Its pages; empty where it has none, or where they are not here."""


def read_spread(file: Path, extraction: Extraction, password: str | None) -> Spread:
    """Return an edition with the pictures of its pages, if its PDF is here."""
    source = _source(file, extraction)
    if source is None or extraction.document.provenance != "bbox":
        return Spread(extraction, ())
    return Spread(extraction, tuple(pictures(source, password)))


def _source(file: Path, extraction: Extraction) -> Path | None:
    """Return the document; None for an extraction whose document is not beside it."""
    if not is_extraction(file):
        return file
    try:
        source = find_source(file, extraction.document.sha256)
    except UsageError:
        return None
    return source if has_hash(source, extraction.document.sha256) else None


def spread_data(spread: Spread, figures: Sequence[FigureSide]) -> Json:
    """Return what the page's program draws of an edition: pages with boxes, or blocks of text."""
    if spread.pictures:
        wanted = {each.page for figure in figures for each in boxes(figure)}
        return {"pages": [_page(each) for each in spread.pictures if each.number in wanted]}
    anchors = {figure.id: figure.anchor for figure in spread.extraction.figures}
    marks = sorted((anchors[each.id].start, anchors[each.id].end, each.id) for each in figures)
    return {"blocks": list(_blocks(spread.extraction, marks))}


def boxes(figure: FigureSide) -> Iterator[BoxPiece]:
    """Yield the boxes that a figure is printed in."""
    yield from (piece for piece in figure.source if isinstance(piece, BoxPiece))


def _page(picture: Picture) -> Json:
    visible = [round(edge, TENTH) for edge in picture.visible]
    return {"n": picture.number, "visible": visible, "picture": picture.content}


def _blocks(extraction: Extraction, marks: Sequence[tuple[int, int, str]]) -> Iterator[Json]:
    """Yield the blocks of the text, each as plain texts and, between them, marked figures."""
    ahead = iter([*marks, (len(extraction.text) + 1, 0, "")])
    mark = next(ahead)
    for block in extraction.blocks:
        if block.anchor is None:
            continue
        at, end, runs = block.anchor.start, block.anchor.end, list[object]()
        while mark[0] < end:
            if mark[0] >= at:
                runs += [
                    extraction.text[at : mark[0]],
                    [extraction.text[mark[0] : mark[1]], mark[2]],
                ]
                at = mark[1]
            mark = next(ahead)
        yield {"type": block.type, "runs": [*runs, extraction.text[at:end]]}
