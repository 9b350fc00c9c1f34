"""Shares: whether a percentage is the part of the whole that stands beside it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cache
from itertools import islice, pairwise, permutations
from typing import Literal

import regex

from extractor.check.claims import made
from extractor.check.findings import finding
from extractor.check.grid import Grid, Held
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, ZERO, Term, plain, printed, term
from extractor.check.words import telling_words
from extractor.entities.gazetteer import load
from schemas.extraction import Finding
from schemas.figure import Figure

FAR = Decimal(5)  # percentage points; what is further off is the share of something else
FINER = Decimal("0.01")  # of the last printed digit: how exactly a computed share is told
MAX_GAP = 24  # characters between two figures that belong together
MAX_LINES = 12  # in a table of more columns, or rows, shares are not looked for among them
ALIKE = 3  # places that must bear out that a line is made of two others
MOST = Decimal("0.75")  # of the places
FIRST = 5  # places of which one must bear it out before the others are looked at
SIGNS = ("+", "-", "−", "–")
OPEN, CLOSE = "([", ")]"
PART_AND_WHOLE = regex.compile(r"(?<part>[0-9]++)(?<words>\D++)(?<whole>[0-9]++)")

Verdict = Literal["agrees", "truncated", "differs"]
Made = tuple[Decimal, Decimal, str, Decimal]
"""A part, its whole, how they are printed, and how far off the share of what is printed may be."""
Fraction = Callable[[Held, Held], Made | None]


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, the part and the whole that it is of."""

    figure: Figure
    stated: Term
    part: Decimal
    whole: Decimal
    beside: tuple[Figure, ...]
    """The figures that give the part and the whole."""
    words: str
    """How the part and the whole are printed."""
    half: Decimal = ZERO
    """By how much the share may be higher or lower, as its part and its whole were rounded."""

    @property
    def computed(self) -> Decimal:
        """The share that the part is, told a little finer than it is stated."""
        share = self.part * HUNDRED / self.whole
        return share.quantize(self.stated.step * FINER, rounding=ROUND_HALF_EVEN)

    @property
    def verdict(self) -> Verdict:
        """How the stated share stands to the part and the whole."""
        share = self.part * HUNDRED / self.whole
        if self.half and abs(share - self.stated.value) <= self.stated.half + self.half:
            return "agrees"
        return self.plainly

    @property
    def plainly(self) -> Verdict:
        """The same, if part and whole are taken as they are printed."""
        share, step = self.part * HUNDRED / self.whole, self.stated.step
        rounded = {
            (share / step).to_integral_value(rounding=how) * step
            for how in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        }
        if self.stated.value in rounded:
            return "agrees"
        cut_off = (share / step).to_integral_value(rounding=ROUND_DOWN) * step
        return "truncated" if self.stated.value == cut_off else "differs"


def shares(index: Index) -> Iterator[Finding]:
    """Yield shares that do not follow from what is beside them: `share_mismatch`, `truncated`."""
    tabled = [*_in_tables(index)]
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
            stated, when, words = _rounded(figure), _when(figure), _words(figure)
            if stated is None or when is None:
                continue
            for share in right:
                alike = when == _when(share.figure) and stated.value == share.stated.value
                if alike and stated.step < share.stated.step and words & _words(share.figure):
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
        if other.kind == "percent" and one.kind == "ratio" and _is_bracketed(text, one, other):
            yield from _of_ratio(other, one)
        elif one.kind == "percent" and other.kind == "ratio" and _is_bracketed(text, one, other):
            yield from _of_ratio(one, other)
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = (first.kind, second.kind, third.kind)
        if kinds == ("count", "count", "percent") and _is_bracketed(text, second, third):
            yield from _of_counts(text, third, first, second)
        elif kinds == ("percent", "count", "count") and _is_bracketed(text, first, second):
            yield from _of_counts(text, first, second, third)


def _between(text: str, one: Figure, other: Figure) -> str:
    """Return what stands between two figures of one block; a line of its own if they are apart."""
    start, end = one.anchor.end, other.anchor.start
    if one.block_id != other.block_id or not 0 <= end - start <= MAX_GAP:
        return "\n"
    return text[start:end]


def _is_bracketed(text: str, one: Figure, other: Figure) -> bool:
    """Say whether the second figure stands in brackets after the first and what it counts."""
    between = _between(text, one, other).rstrip()
    noun = between[:-1].replace(" ", "")
    after = text[other.anchor.end : other.anchor.end + MAX_GAP]
    named = not noun or noun.isalpha()
    return between.endswith(tuple(OPEN)) and named and any(c in after for c in CLOSE)


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
    words = " ".join(between.split()).casefold()
    stated = _rounded(share)
    counts = [term(each.value, each.precision) for each in (part, whole)]
    if words not in _fractions() or stated is None or part.modifier or whole.modifier:
        return
    if counts[0] is None or counts[1] is None or not _is_exact(counts[0], counts[1]):
        return
    printed_as = f"{part.anchor.quote} {words} {whole.anchor.quote}"
    yield Share(share, stated, counts[0].value, counts[1].value, (part, whole), printed_as)


def _is_exact(part: Term, whole: Term) -> bool:
    """Say whether a part and a whole are counted one by one."""
    return part.step == whole.step == 1 and 0 < part.value <= whole.value


@cache
def _fractions() -> frozenset[str]:
    return frozenset(load("totals.toml")["fractions"]["words"])


def _in_tables(index: Index) -> Iterator[Share]:
    """Yield the shares of lines that most places bear out to be made of two other lines."""
    for table in index.extraction.tables:
        figures = index.cells.get(table.id)
        if figures and any(f.kind == "percent" for found in figures.values() for f in found):
            for grid in index.grids(table):
                if len(grid.lines) <= MAX_LINES:
                    yield from _of_grid(grid)


def _of_grid(grid: Grid) -> Iterator[Share]:
    lines = [line.cells for line in grid.lines]
    percents = [at for at, cells in enumerate(lines) if _holds(cells, ("percent",))]
    counts = [at for at, cells in enumerate(lines) if _holds(cells, ("count", "money"))]
    for at in percents:
        for one, other in permutations(counts, 2):
            for fraction in FRACTIONS:
                places = _rows(fraction, lines[at], lines[one], lines[other])
                rows = list(islice(places, FIRST))
                if not any(row.plainly == "agrees" for row in rows):
                    continue
                rows += places
                right = sum(row.plainly == "agrees" for row in rows)
                if right >= ALIKE and right >= MOST * len(rows):
                    yield from rows
        for one in counts:
            rows = list(_of_whole(lines[at], lines[one]))
            right = sum(row.verdict == "agrees" for row in rows)
            if right >= ALIKE and right >= MOST * len(rows):
                yield from rows


def _of_whole(shares: Sequence[object], amounts: Sequence[object]) -> Iterator[Share]:
    """Yield each share of a line with what it is of: the amount beside its 100 per cent."""
    pairs = [
        (share, amount)
        for share, amount in zip(shares, amounts, strict=True)
        if isinstance(share, Held) and isinstance(amount, Held)
    ]
    wholes = [amount for share, amount in pairs if share.term.value == HUNDRED]
    if len(wholes) != 1:
        return
    (whole,) = wholes
    for share, part in pairs:
        made_of = _share(part, whole) if part.measured_in == whole.measured_in else None
        if made_of is not None and share.term.value and share.term.step:
            beside = (part.figure, whole.figure)
            yield Share(share.figure, share.term, *made_of[:2], beside, *made_of[2:])


def _holds(cells: Sequence[object], kinds: Sequence[str]) -> bool:
    held = [cell.figure.kind for cell in cells if isinstance(cell, Held)]
    return len(held) >= ALIKE and set(held) <= set(kinds)


def _rows(
    fraction: Fraction, shares: Sequence[object], ones: Sequence[object], others: Sequence[object]
) -> Iterator[Share]:
    """Yield each place of a line with the fraction that two other lines make there."""
    for share, one, other in zip(shares, ones, others, strict=True):
        if not (isinstance(share, Held) and isinstance(one, Held) and isinstance(other, Held)):
            continue
        made_of = fraction(one, other) if one.figure.kind == other.figure.kind else None
        if made_of is not None and share.term.value and share.term.step:
            beside = (one.figure, other.figure)
            yield Share(share.figure, share.term, *made_of[:2], beside, *made_of[2:])


def _share(part: Held, whole: Held) -> Made | None:
    """Return a part in its whole, where that says something: not all, not nothing."""
    words = f"{part.figure.anchor.quote} of {whole.figure.anchor.quote}"
    within = 0 < part.term.value < whole.term.value
    half = _half(part, whole, whole.term)
    return (part.term.value, whole.term.value, words, half) if within else None


def _change(change: Held, now: Held) -> Made | None:
    """Return a change, printed with its sign, in what was there before it."""
    before = now.term.value - change.term.value
    signed = change.figure.anchor.quote.startswith(SIGNS) and change.term.value != 0
    words = f"{change.figure.anchor.quote} on {printed(before)}"
    half = _half(change, now, Term(before, change.term.half + now.term.half))
    return (change.term.value, before, words, half) if signed and before > 0 else None


def _growth(before: Held, now: Held) -> Made | None:
    """Return what a value grew or fell by, in what it was."""
    gap = now.term.value - before.term.value
    words = f"from {before.figure.anchor.quote} to {now.figure.anchor.quote}"
    half = _half(now, before, before.term)
    return (gap, before.term.value, words, half) if gap and before.term.value > 0 else None


def _half(part: Held, other: Held, whole: Term) -> Decimal:
    """Return by how many per cent the share of a part in a whole may be off; counts are exact."""
    if part.figure.kind == "count" and part.term.step == other.term.step == 1:
        return ZERO
    share = made(lambda some, every: some * HUNDRED / every, part.term, whole)
    return ZERO if share is None else share.half


FRACTIONS: tuple[Fraction, ...] = (_share, _change, _growth)
