"""Shares that the items of a list give of one whole: whether they make 100."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

import regex

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, Term, printed, term, total
from extractor.check.prose.sentences import words
from schemas.document import Block
from schemas.extraction import Finding
from schemas.figure import Figure

FEWEST = 3  # items; two may be of two wholes
FAR = Decimal(10)  # percentage points; what is further off are not all parts of one whole
LABEL = r"[^\d%.;:]{2,80}+"
BEHIND = regex.compile(rf"\s*+{LABEL}[:–—-]\s*+")  # `Roads: 22%`
BEFORE = regex.compile(rf"\s*+(?:[:–—-]\s*+)?{LABEL}[.;,]?\s*+")  # `22% roads`

NARROWED = regex.compile(  # `share of women` is no part of the whole
    r"\b (?: share | part ) \s (?: of | des? | du ) \s (?! the \s total \b | total \b )",
    regex.X | regex.I,
)

Shares = Sequence[tuple[Figure, Term]]


def listed_shares(index: Index) -> Iterator[Finding]:
    """Yield lists that are said to part a whole and do not make 100: `share_mismatch`."""
    for shares in _lists(index):
        made = total([value for _, value in shares])
        exact = all(figure.modifier is None for figure, _ in shares)
        if exact and made.half < abs(made.value - HUNDRED) <= FAR:
            quotes = " + ".join(figure.anchor.quote for figure, _ in shares)
            message = f"{quotes}, the parts of a list, make {printed(made.value)}, not 100."
            figures = [figure for figure, _ in shares]
            numbers = (Term(HUNDRED, Decimal(0)), made)
            yield finding("share_mismatch", "warning", message, figures, numbers)


def _lists(index: Index) -> Iterator[Shares]:
    """Yield the shares of each list whose opening says that its items part something."""
    figures = index.extraction.figures
    listed = {f.block_id: f for f in figures if f.zone == "list" and f.kind == "percent"}
    if len(listed) < FEWEST:
        return
    numbers = Counter(figure.block_id for figure in figures)
    opening = ""
    for is_list, run in groupby(index.extraction.blocks, key=lambda b: b.type == "list_item"):
        blocks = list(run)
        if is_list and _is_parted(opening):
            shares = _shares(blocks, listed, numbers)
            yield from [shares] if len(shares) == len(blocks) >= FEWEST else []
        opening = blocks[-1].text


def _is_parted(opening: str) -> bool:
    """Say whether the opening of a list says that its items part money, or staff, between them.

    What is asked, covered or changed, and the main items only, need not make 100.
    """
    parted = all(words("parted", key).search(opening) is not None for key in ("words", "wholes"))
    return parted and not words("parted", "some").search(opening) and not NARROWED.search(opening)


def _shares(
    blocks: Sequence[Block], listed: Mapping[str, Figure], numbers: Mapping[str, int]
) -> Shares:
    """Return the share of each item, of those that say no more than a name and its share."""
    found = []
    for block in blocks:
        figure = listed.get(block.id)
        value = None if figure is None else term(figure.value, figure.precision)
        if figure is None or value is None or numbers[block.id] != 1:
            continue
        before, _, after = block.text.partition(figure.anchor.quote)
        behind = BEHIND.fullmatch(before) and not after.strip(" .;,)")
        if behind or (not before.strip() and BEFORE.fullmatch(after)):
            found.append((figure, value))
    return found
