"""`golden coverage`: how much of a document its golden covers.

What a golden does not know cannot be found wrong. So the document's own parts are counted, as the
program sees them, and each that the golden has an entry for: right or wrong, it is held to it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from typing_extensions import override

from extractor.errors import PlanfactsError
from extractor.given import source_text
from extractor.golden.awaited import settled
from extractor.golden.compare import ALL_PAGES
from extractor.golden.digits import accounted_for
from extractor.golden.overlap import pair_up
from extractor.golden.parts import headings_of
from extractor.golden.runs import runs_of
from extractor.golden.store import find_document, golden_paths, load_golden
from extractor.output import ExitCode
from extractor.summary import table
from schemas.base import Anchor
from schemas.extraction import Extraction
from schemas.golden import Golden

Part = Literal["figures", "headings", "tables", "captions", "footnotes"]
PARTS = ("pages", "figures", "digits", "headings", "tables", "captions", "footnotes")
ALL = "all of them"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the parts of a document a golden covers."""

    covered: int
    whole: int

    @override
    def __str__(self) -> str:
        """Return it for a table; 100 % is all, and nothing less."""
        if not self.whole:
            return "-"
        return f"{self.covered}/{self.whole} {100 * self.covered // self.whole}%"


def coverage(golden: Golden, extraction: Extraction, text: str | None) -> dict[str, Share]:
    """Return what of a document its golden covers; `text` is the decoded source, None for a PDF.

    A figure is covered if the golden says of all its digits, or of a figure at its place, what they
    are, be it that they are none; anything else if the golden has an entry at its place.
    """
    headings = [heading.anchor for heading in headings_of(extraction)]
    tables = [one.anchor for one in extraction.tables if one.anchor is not None]
    captions = [one.anchor for one in extraction.captions]
    notes = [one.anchor for one in extraction.footnotes]
    runs = runs_of(extraction, text)
    known = accounted_for(golden, runs, text)
    return {
        "pages": _pages(golden, extraction),
        "figures": _figures(golden, extraction, known),
        "digits": Share(len(known), len(runs)),
        "headings": _entries(golden, "headings", headings),
        "tables": _entries(golden, "tables", tables),
        "captions": _entries(golden, "captions", captions),
        "footnotes": _entries(golden, "footnotes", notes),
    }


def _pages(golden: Golden, extraction: Extraction) -> Share:
    pages = [str(page.number) for page in extraction.document.pages]
    everywhere = ALL_PAGES in golden.coverage
    return Share(sum(everywhere or page in golden.coverage for page in pages), len(pages))


def _figures(golden: Golden, extraction: Extraction, known: set[int]) -> Share:
    """Return the share of the figures; `known` are the runs that the golden accounts for."""
    entries = extraction.ledger.entries
    unknown = [one.start for at, one in enumerate(entries) if at not in known]
    open_digits = {start for start in unknown if start is not None}
    starts = {one.start for one in entries if one.start is not None} - open_digits
    anchors = [figure.anchor for figure in extraction.figures]
    paired = _paired(golden, "figures", anchors)
    covered = sum(
        at in paired or (_holds(anchor, starts) and not _holds(anchor, open_digits))
        for at, anchor in enumerate(anchors)
    )
    return Share(covered, len(anchors))


def _holds(anchor: Anchor, starts: set[int]) -> bool:
    return any(at in starts for at in range(anchor.start, anchor.end))


def _entries(golden: Golden, part: Part, anchors: Sequence[Anchor]) -> Share:
    return Share(len(_paired(golden, part, anchors)), len(anchors))


def _paired(golden: Golden, part: Part, anchors: Sequence[Anchor]) -> set[int]:
    """Return which places of a part have an entry; that nothing is there is said of them too."""
    listed = [one.source for one in getattr(golden, part)]
    listed += [one.source for one in golden.extras if one.part == part]
    return set(pair_up(listed, [anchor.source for anchor in anchors]).values())


def cover_goldens(
    paths: Sequence[Path],
    extract: Callable[[Path], Extraction],
    say: Callable[[str], None],
    complain: Callable[[str], None],
) -> ExitCode:
    """Say of each golden how much of its document it covers; return how the command ends.

    A document that is not at hand is named, and is no fault.

    Raises:
        GoldenError: There is no golden at all.
    """
    goldens = golden_paths(paths)
    shares: dict[str, dict[str, Share]] = {}
    faults = 0
    for path in goldens:
        try:
            told = _covered(path, extract)
        except PlanfactsError as fault:
            complain(f"planfacts: {fault}")
            faults += 1
            continue
        if told is None:
            complain(f"planfacts: {path}: skipped: its document is not here, or another edition")
        else:
            shares[str(path)] = told
    if shares:
        say(_table(shares))
    if faults == len(goldens):
        return ExitCode.FAILED
    return ExitCode.PARTLY if faults else ExitCode.DONE


def _covered(path: Path, extract: Callable[[Path], Extraction]) -> dict[str, Share] | None:
    golden = settled(load_golden(path))
    document = find_document(path, golden)
    if document is None:
        return None
    extraction = extract(document)
    return coverage(golden, extraction, source_text(document, extraction.document))


def _table(shares: dict[str, dict[str, Share]]) -> str:
    rows = [(path, *(str(each[part]) for part in PARTS)) for path, each in shares.items()]
    if len(rows) > 1:
        sums = (_sum(each[part] for each in shares.values()) for part in PARTS)
        rows.append((ALL, *map(str, sums)))
    return table([("golden", *PARTS), *rows])


def _sum(shares: Iterable[Share]) -> Share:
    each = list(shares)
    return Share(sum(one.covered for one in each), sum(one.whole for one in each))
