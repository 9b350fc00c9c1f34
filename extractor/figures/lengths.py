"""What tells metres from millions behind `3m`: `3m tall`, `lies 20m north of the gate`."""

from decimal import Decimal

from extractor.figures.lexicon import Pack
from extractor.figures.number import HUNDRED
from extractor.figures.phrases import after, any_of, before

_PLURAL = r"(?: \p{Ll}{3,20}+ \  )? \p{Ll}{3,20}s (?! \p{L} )"


def lengthwise(pack: Pack) -> str:
    """Return the pattern of what tells behind a length, whatever is before it, which one it is."""
    measures, stops = pack.section("measures"), any_of(pack.section("noun").words("stops"))
    dimensions, qualifying = (any_of(measures.words(name)) for name in ("dimensions", "qualifying"))
    free = rf"(?! \p{{L}} | \ (?! {stops} \  ) {_PLURAL} )"
    return rf"{dimensions} (?! \p{{L}} ) | {qualifying} {free}"


class Lengths:
    """Tells a length in one language by the words on both its sides."""

    def __init__(self, pack: Pack) -> None:
        measures, fillers = pack.section("measures"), _approximate(pack)
        self._direction = after(measures.words("directions"), gap=r"\ ")
        self._placed = before(measures.words("placed"), gap=fillers)
        joined = any_of(pack.section("noun").words("coordinators"))
        ends = rf"(?= [.,;:)] | \Z | \ {joined}\  )"
        self._spanning = after(measures.words("spanning"), gap=r"\ ", end=ends)
        self._paid = before(measures.words("paid"), gap=fillers)

    def is_told(self, text: str, start: int, number: Decimal, end: int) -> bool:
        """Say whether a number with `m` is one: a well lies 4m east of a road, no one raises it.

        Of hundreds nobody speaks as of millions on one side of something.
        """
        if self._direction.match(text, end) and number < HUNDRED:
            return self._placed.match(text, 0, start) is not None
        told = self._direction.match(text, end) or self._spanning.match(text, end)
        return told is not None and self._paid.match(text, 0, start) is None


def _approximate(pack: Pack) -> str:
    """Return the pattern of the gap before a length, in which it may be limited: `is about 4m`."""
    return rf"\ (?: {any_of(pack.section('modifiers.before').inverted())} \  )?"
