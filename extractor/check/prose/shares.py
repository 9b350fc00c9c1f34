"""Shares: whether a percentage is the part of the whole that stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

import regex

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import Term, plain, printed, term
from extractor.check.prose.sentences import words
from extractor.check.tables.line_shares import Share, line_shares
from extractor.check.words import telling_words
from extractor.data.tables import load
from schemas.extraction import Finding
from schemas.figure import Figure

FAR = Decimal(5)  # percentage points; what is further off is the share of something else
MAX_GAP = 24  # characters between two figures that belong together
MAX_NAME = 60  # characters between a share and the brackets that tell what of what it is
OPEN, CLOSE = "([", ")]"
EQUALS = (":", "=")
PART_AND_WHOLE = regex.compile(r"(?<part>[0-9]++)(?<words>\D++)(?<whole>[0-9]++)")


def shares(index: Index) -> Iterator[Finding]:
    """Yield shares that do not follow from what is beside them: `share_mismatch`, `truncated`."""
    tabled = [*line_shares(index)]
    found = [*_beside(index), *tabled, *_told_finer(index, tabled)]
    told: set[str] = set()
    for share in found:
        differs = abs(share.computed - share.stated.value) <= FAR and share.verdict != "agrees"
        if differs and share.figure.id not in told and share.figure.modifier is None:
            told.add(share.figure.id)
            yield _told(share)


def _told_finer(index: Index, tabled: Sequence[Share]) -> Iterator[Share]:
    """Yield shares of a table that are told elsewhere with a digit more: `74.0` for `74`."""
    right = [share for share in tabled if share.verdict == "agrees"]
    for figure in index.extraction.figures if right else ():
        if figure.kind == "percent" and figure.cell is None:
            stated, when, said = _rounded(figure), _when(figure), _words(figure)
            if stated is None or when is None:
                continue
            for share in right:
                alike = when == _when(share.figure) and stated.value == share.stated.value
                if alike and stated.step < share.stated.step and said & _words(share.figure):
                    yield replace(share, figure=figure, stated=stated)


def _when(figure: Figure) -> str | None:
    return None if figure.as_of is None else figure.as_of.value


def _words(figure: Figure) -> frozenset[str]:
    """Return what a figure says that it measures, and of whom."""
    return telling_words([b.value for b in (figure.indicator, figure.population) if b])


def _told(share: Share) -> Finding:
    figures = (share.figure, *share.beside)
    numbers = share.stated, Term(share.computed, Decimal(0))
    start = f"{share.figure.anchor.quote}: {share.words} is {plain(share.computed)} per cent"
    if share.verdict == "truncated":
        message = f"{start}, cut off where it should have been rounded."
        return finding("truncated", "warning", message, figures, numbers)
    gap = printed(abs(share.computed - share.stated.value))
    message = f"{start}, {gap} percentage points off."
    return finding("share_mismatch", "warning", message, figures, numbers)


def _beside(index: Index) -> Iterator[Share]:
    """Yield the shares whose part and whole stand right beside them: `11 of 34 (32.4%)`."""
    text, figures = index.extraction.text, index.extraction.figures
    for one, other in pairwise(figures):
        if other.kind == "percent" and one.kind == "ratio" and _tells_share(text, one, other):
            yield from _of_ratio(other, one)
        elif one.kind == "percent" and other.kind == "ratio" and _is_bracketed(text, one, other):
            yield from _of_ratio(one, other)
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = (first.kind, second.kind, third.kind)
        if kinds == ("count", "count", "percent") and _is_bracketed(text, second, third):
            yield from _of_counts(text, third, first, second)
        elif kinds == ("percent", "count", "count") and _is_bracketed(text, first, second):
            yield from _of_counts(text, first, second, third)


def _between(text: str, one: Figure, other: Figure, most: int = MAX_GAP) -> str:
    """Return what stands between two figures of one block; a line of its own if they are apart."""
    start, end = one.anchor.end, other.anchor.start
    if one.block_id != other.block_id or not 0 <= end - start <= most:
        return "\n"
    return text[start:end]


def _tells_share(text: str, ratio: Figure, share: Figure) -> bool:
    """Say whether a share is that of the ratio before it: `47/55 (85.5%)`, `(47/55: 85.5%)`."""
    equal = _between(text, ratio, share).strip() in EQUALS
    closed = text[share.anchor.end : share.anchor.end + 1] in tuple(CLOSE)
    return (equal and closed) or _is_bracketed(text, ratio, share)


def _is_bracketed(text: str, one: Figure, other: Figure) -> bool:
    """Say whether the second figure stands in brackets after the first and what it counts."""
    between = _between(text, one, other, MAX_NAME if one.kind == "percent" else MAX_GAP).rstrip()
    if len(between) > MAX_GAP and not _names_whole(between):
        return False
    noun = between[:-1].replace(" ", "")
    after = text[other.anchor.end : other.anchor.end + MAX_GAP]
    named = not noun or noun.isalpha()
    return between.endswith(tuple(OPEN)) and named and any(c in after for c in CLOSE)


def _names_whole(between: str) -> bool:
    """Say whether nothing but its whole stands behind a share: `of the offices that report (`."""
    others = ("aside", "against", "higher", "lower")
    of = words("of").match(between.lstrip()) is not None
    return of and not any(words(name).search(between) for name in others)


def _of_ratio(share: Figure, ratio: Figure) -> Iterator[Share]:
    """Yield the share of a ratio whose two numbers are printed: `47/55`."""
    stated, counted = _rounded(share), _counted(ratio)
    if stated is not None and counted is not None:
        yield Share(share, stated, *counted, (ratio,), ratio.anchor.quote)


def _counted(ratio: Figure) -> tuple[Decimal, Decimal] | None:
    """Return a part and its whole that were counted; `nearly 1 in 5` is a way of speaking."""
    found = PART_AND_WHOLE.fullmatch(ratio.anchor.quote)
    if found is None or ratio.unit is not None or ratio.modifier is not None:
        return None
    part, whole = Decimal(found["part"]), Decimal(found["whole"])
    told = " ".join(found["words"].split()).casefold() in _fractions()
    return (part, whole) if told and 1 < part <= whole else None


def _rounded(share: Figure) -> Term | None:
    """Return a share as printed; None where it does not tell to what it was rounded."""
    stated = term(share.value, share.precision)
    return stated if stated is not None and stated.step else None


def _of_counts(text: str, share: Figure, part: Figure, whole: Figure) -> Iterator[Share]:
    between = _between(text, part, whole)
    joined = " ".join(between.split()).casefold()
    stated = _rounded(share)
    counts = [term(each.value, each.precision) for each in (part, whole)]
    if joined not in _fractions() or stated is None or part.modifier or whole.modifier:
        return
    if counts[0] is None or counts[1] is None or not _is_exact(counts[0], counts[1]):
        return
    printed_as = f"{part.anchor.quote} {joined} {whole.anchor.quote}"
    yield Share(share, stated, counts[0].value, counts[1].value, (part, whole), printed_as)


def _is_exact(part: Term, whole: Term) -> bool:
    """Say whether a part and a whole are counted one by one."""
    return part.step == whole.step == 1 and 0 < part.value <= whole.value


@cache
def _fractions() -> frozenset[str]:
    return frozenset(load("totals.toml")["fractions"]["words"])
