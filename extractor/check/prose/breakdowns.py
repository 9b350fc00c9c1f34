"""Wholes that are broken down by place outside of tables: whether the parts make the whole."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.check.findings import finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, printed, term, total
from extractor.keys import key
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.02")  # of the whole; what is further off is broken down only in part
SUMMED = ("count", "money")
MIN_LISTED = 3  # places of a list that has no sentence to say what it breaks down

Part = tuple[Figure, Term]


def breakdowns(index: Index) -> Iterator[Finding]:
    """Yield where parts by place do not make their whole: `total_mismatch`, `truncated`."""
    told: set[str] = set()
    for whole, parts in [*_said(index), *_listed(index)]:
        if whole[0].id in told:
            continue
        found = _compared(whole, parts)
        if found is not None:
            told.add(whole[0].id)
            yield found


def _compared(whole: Part, parts: Sequence[Part]) -> Finding | None:
    figure, stated = whole
    computed = total([each for _, each in parts])
    verdict = compare(stated, computed)
    near = abs(stated.value - computed.value) <= NEAR * abs(stated.value)
    exact = all(each.modifier is None for each, _ in [whole, *parts])
    if not near or not exact or verdict in ("agrees", "rounded"):
        return None
    figures = [figure, *(each for each, _ in parts)]
    what = f"{shown(figure, stated)} ({figure.unit or figure.kind})"
    told = f"its {len(parts)} parts by place, {printed(computed.value)}"
    if verdict == "truncated":
        message = f"{what} is the sum of {told}, cut off where it should have been rounded."
        return finding("truncated", "warning", message, figures, (stated, computed))
    message = f"{what} is {more_or_less(stated, computed)} the sum of {told}."
    return finding("total_mismatch", "warning", message, figures, (stated, computed))


def _said(index: Index) -> Iterator[tuple[Part, list[Part]]]:
    """Yield the figures that others are said to be of, with those parts, a place each."""
    parts: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in index.extraction.figures:
        if figure.of is not None and figure.cell is None:
            parts[figure.of].append(figure)
    for whole, figures in parts.items():
        if len(figures) > 1 and whole in index.figures:
            alike = [f for f in figures if f.kind == index.figures[whole].kind]
            yield from _parted(index.figures[whole], alike, at_least=2)


def _listed(index: Index) -> Iterator[tuple[Part, list[Part]]]:
    """Yield the largest of key figures that differ in their place only, with the others."""
    lists: defaultdict[tuple[str | None, ...], list[Figure]] = defaultdict(list)
    for figure in index.extraction.figures:
        if figure.zone == "keyfigure" and figure.indicator is not None and figure.as_of is not None:
            unit = (figure.unit or "").casefold()
            matter = (figure.kind, unit, key(figure.indicator.value), figure.as_of.value)
            lists[matter].append(figure)
    for figures in lists.values():
        if len(figures) > MIN_LISTED:
            read = [(f, term(f.value, f.precision)) for f in figures if f.kind in SUMMED]
            valued = [(figure, value) for figure, value in read if value is not None]
            whole, _ = max(valued, key=lambda part: part[1].value, default=(None, None))
            if whole is not None:
                others = [f for f, _ in valued if _place(f) != _place(whole)]
                yield from _parted(whole, others, at_least=MIN_LISTED)


def _parted(
    whole: Figure, figures: Sequence[Figure], *, at_least: int
) -> Iterator[tuple[Part, list[Part]]]:
    """Yield a whole and its parts if each is of a place of its own, told once or alike."""
    by_place: dict[str | None, Part] = {}
    for figure in figures:
        read = term(figure.value, figure.precision)
        known = by_place.setdefault(_place(figure), (figure, read)) if read is not None else None
        if known is None or read is None or known[1].value != read.value:
            return
    stated = term(whole.value, whole.precision)
    if stated is not None and None not in by_place and len(by_place) >= at_least:
        yield (whole, stated), list(by_place.values())


def _place(figure: Figure) -> str | None:
    return None if figure.place is None else figure.place.value.casefold()
