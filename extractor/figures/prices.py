"""Sums that tell what things cost, which are counted: `10 of the £250 prizes`."""

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, any_of
from extractor.figures.reading import Span

_HYPHENED = regex.compile(r"[\p{L}0-9][-‑]\p{L}")  # 300-euro vouchers, $500-a-year posts
_BEHIND = 2  # characters behind a sum that show whether a hyphen joins it to a word


class Prices:
    """Knows how one language tells a price before its thing."""

    def __init__(self, pack: Pack) -> None:
        noun = pack.section("noun")
        stops = any_of((*noun.words("stops"), *noun.words("coordinators")))
        self._thing = LazyPattern(
            rf"\ [“‘\"']? (?! {stops} (?![\p{{L}}'’-]) ) \p{{L}}", regex.X | regex.I
        )

    def told(self, text: str, sum_: Span) -> bool:
        """Say whether a sum is the price of what stands right behind it, or is joined to it."""
        start, end = sum_
        if _HYPHENED.search(text, start, end + _BEHIND):
            return True
        return self._thing.match(text, end) is not None
