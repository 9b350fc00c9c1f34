"""Runs of digits are found in the source, whatever markup stands between."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.golden.runs import runs_of
from schemas.base import Anchor, BoxPiece, OffsetPiece
from schemas.document import Block
from schemas.extraction import Extraction, LedgerEntry


def read_from(extraction: Extraction, source: str) -> Extraction:
    """Return the extraction as if its one block had been read from another text."""
    (block,) = extraction.blocks
    assert block.anchor is not None
    anchor = block.anchor.model_copy(update={"source": (OffsetPiece(start=0, end=len(source)),)})
    return extraction.model_copy(update={"blocks": (block.model_copy(update={"anchor": anchor}),)})


@pytest.mark.parametrize(
    "source",
    [
        "See the [2031 census](http://x.example/2031/7) of 7 towns",
        "**See** the 2031 census of 7&#160;towns",
        "See the <a href='p7'>2031 census</a> of\n7 towns",
    ],
)
def test_digits_of_addresses_are_not_those_of_the_text(
    sketch: Callable[[str], Any], source: str
) -> None:
    s = sketch("See the 2031 census of 7 towns")
    s.block("paragraph", s.text)
    runs = runs_of(read_from(s.extraction(), source), source)
    assert [source[p.start : p.end] for run in runs for p in run.pieces] == ["2031", "7"]
    assert "census" in source[runs[0].pieces[0].end :][:8]
    assert source.endswith("towns", runs[1].pieces[0].end)


def test_digits_outside_of_the_text_stand_where_the_ledger_says(
    sketch: Callable[[str], Any],
) -> None:
    s = sketch("No digits here")
    s.block("paragraph", s.text)
    entry = LedgerEntry(status="furniture", source=(OffsetPiece(start=4, end=6),))
    plan = s.extraction()
    plan = plan.model_copy(update={"ledger": plan.ledger.model_copy(update={"entries": (entry,)})})
    (run,) = runs_of(plan, "page 12")
    assert (run.digits, run.status) == (" 1", "furniture")
    (unread,) = runs_of(plan, None)
    assert unread.digits == ""


def test_in_a_pdf_the_smallest_anchor_tells_the_box(sketch: Callable[[str], Any]) -> None:
    def boxed(anchor: Anchor, left: float) -> Anchor:
        box = BoxPiece(page=1, bbox=(left, 0, left + 10, 10))
        return anchor.model_copy(update={"source": (box,)})

    s = sketch("Towns 7 and villages 12")
    block: Block = s.block("paragraph", s.text)
    figure = s.figure("12", "count", "12")
    plan = s.extraction()
    plan = plan.model_copy(
        update={
            "blocks": (block.model_copy(update={"anchor": boxed(block.anchor, 0)}),),
            "figures": (figure.model_copy(update={"anchor": boxed(figure.anchor, 50)}),),
        }
    )
    assert [run.pieces[0].bbox[0] for run in runs_of(plan, None)] == [0, 50]
