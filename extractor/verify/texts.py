"""The canonical text: every quote is what stands between its offsets, every digit is accounted for.

Nothing here looks at the source.
"""

from collections.abc import Iterator, Sequence

import regex

from extractor.verify.claims import Claim, cell_name
from extractor.verify.failure import Failure, Fault
from schemas.base import Anchor
from schemas.extraction import Extraction

_DIGITS = regex.compile(r"\p{Nd}++")


def misquoted(text: str, claimed: Sequence[Claim]) -> Iterator[Failure]:
    """Yield the anchors whose quote is not the text between their offsets."""
    for claim in claimed:
        anchor = claim.anchor
        there = text[anchor.start : anchor.end]
        if anchor.quote != there or not there:
            where = f"text {anchor.start}-{anchor.end}"
            yield Failure(claim.what, Fault("text", where, anchor.quote, there))


def retold(extraction: Extraction) -> Iterator[Failure]:
    """Yield the parts that tell another text than their anchor quotes."""
    told: list[tuple[str, str, Anchor | None]] = [
        *((f"block {b.id}", b.text, b.anchor) for b in extraction.blocks if b.anchor),
        *((f"caption {one.id}", one.text, one.anchor) for one in extraction.captions),
        *((f"footnote {one.id}", one.text, one.anchor) for one in extraction.footnotes),
        *(
            (cell_name(table.id, cell.row, cell.col), cell.text, cell.anchor)
            for table in extraction.tables
            for cell in table.cells
        ),
    ]
    for what, text, anchor in told:
        quote = "" if anchor is None else anchor.quote  # a blank cell stands nowhere
        if text != quote:
            where = "" if anchor is None else _offsets(anchor)
            yield Failure(what, Fault("text", where, quote, text))
    for section in extraction.sections:
        if section.title not in section.anchor.quote:
            fault = Fault("text", _offsets(section.anchor), section.anchor.quote, section.title)
            yield Failure(f"section {section.id}", fault)


def unaccounted(extraction: Extraction) -> Iterator[Failure]:
    """Yield the runs of digits that the ledger lacks, and its entries that are none."""
    text = extraction.text
    runs = {match.span() for match in _DIGITS.finditer(text)}
    entries = [e for e in extraction.ledger.entries if e.start is not None and e.end is not None]
    told = {(e.start or 0, e.end or 0) for e in entries}
    for start, end in sorted(runs - told):
        yield _ledger(start, end, text[start:end], "no entry")
    for start, end in sorted(told - runs):
        yield _ledger(start, end, "a run of digits", text[start:end])
    if len(entries) > len(told):
        yield _ledger(0, len(text), f"{len(told)} entries", f"{len(entries)}")
    unexplained = sum(entry.status == "unexplained" for entry in entries)
    share = round(1 - unexplained / len(runs), 6) if runs else 1.0
    if share != extraction.ledger.explained:
        yield _ledger(0, len(text), f"explained {share}", f"{extraction.ledger.explained}")


def _ledger(start: int, end: int, expected: str, found: str) -> Failure:
    return Failure("ledger", Fault("ledger", f"text {start}-{end}", expected, found))


def _offsets(anchor: Anchor) -> str:
    return f"text {anchor.start}-{anchor.end}"
