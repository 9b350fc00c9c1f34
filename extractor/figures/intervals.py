"""Intervals of confidence: `10.5% (95% CI: 8.9–12.3)` tells both ends in per cent, too."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, any_of
from extractor.figures.reading import Reading

_FARTHEST = 80  # characters between an estimate and its interval
_END = regex.compile(r"[.;!?]\ (?!\ *[0-9])")
_LEVELS = frozenset(("80", "90", "95", "99", "99.9"))  # per cent: how sure an interval is
_MEASURED = frozenset(("measure", "money", "percent", "ratio"))
_OPENS = (" (", " [")
_CLOSES = frozenset(")]")


class Intervals:
    """Knows how one language names an interval of confidence."""

    def __init__(self, pack: Pack) -> None:
        name = any_of(pack.section("range").words("intervals"))
        self._before = LazyPattern(rf"(?r)(?<!\p{{L}}){name}\ ?(?:\p{{L}}{{1,2}}\ )?[(]?")
        self._behind = LazyPattern(rf"\ ?{name}(?!\p{{L}})")
        self._joint = LazyPattern(rf"(?:\ ?{name})?\)?\ ?[:;,=]?\ ?[(\[]?")

    def completed(self, text: str, figures: Sequence[Reading]) -> Sequence[Reading]:
        """Return the figures, each bare range that is an interval with the unit of its estimate."""
        if not any(_is_bare_range(figure) for figure in figures):
            return figures
        told = list(figures)
        for at, figure in enumerate(figures):
            estimate = self._estimate(text, figures, at) if _is_bare_range(figure) else None
            if estimate and _is_within(text, estimate, figure):
                rule = f"{estimate.kind}.interval"
                told[at] = replace(figure, kind=estimate.kind, unit=estimate.unit, rule=rule)
        return told

    def _estimate(self, text: str, figures: Sequence[Reading], at: int) -> Reading | None:
        """Return what a range of bare numbers may be the interval of."""
        start, end = figures[at].span
        before = figures[at - 1] if at else None
        behind = figures[at + 1] if at + 1 < len(figures) else None
        if before and self._is_level(text, before):
            near = self._joint.fullmatch(text, before.span[1], start)
            return figures[at - 2] if near and at > 1 else None
        if (
            behind
            and text[end : behind.span[0]].strip(" ,;") == ""
            and self._is_level(text, behind)
        ):
            return before
        alone = before and text[before.span[1] : start] in _OPENS and text[end : end + 1] in _CLOSES
        return before if alone and "." in f"{figures[at].low}{figures[at].high}" else None

    def _is_level(self, text: str, figure: Reading) -> bool:
        """Say whether a share tells how sure an interval is: `95% CI`, `IC à 95 %`."""
        if figure.kind != "percent" or figure.value not in _LEVELS:
            return False
        start, end = figure.span
        return bool(self._behind.match(text, end) or self._before.match(text, 0, start))


def _is_bare_range(figure: Reading) -> bool:
    ends = figure.low is not None and figure.high is not None
    return ends and figure.kind == "count" and figure.unit is None


def _is_within(text: str, estimate: Reading, interval: Reading) -> bool:
    """Say whether an estimate has a unit, and stands near an interval that it lies in."""
    if estimate.kind not in _MEASURED or estimate.value is None or estimate.unit is None:
        return False
    between = estimate.span[1], interval.span[0]
    if between[1] - between[0] > _FARTHEST or _END.search(text, *between):
        return False
    return Decimal(interval.low or 0) <= Decimal(estimate.value) <= Decimal(interval.high or 0)
