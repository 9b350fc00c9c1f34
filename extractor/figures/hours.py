"""Parts of an hour: half past nine, a quarter to ten."""

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.noun import Nouns
from extractor.figures.numeral import Numbers
from extractor.figures.parts import Part
from extractor.figures.phrases import LazyPattern, after, longest_first

_HOURS = 12
_CLAUSE = 60  # characters before a part in which a verb of change may stand


class HourParts:
    """Tells parts of an hour from parts that something changed by, in one language."""

    def __init__(self, pack: Pack, numbers: Numbers, nouns: Nouns) -> None:
        self._numbers, self._nouns = numbers, nouns
        self._link = after(pack.section("ratio").words("clock"), gap=r"\ ", end=r"\ ")
        changes = longest_first(pack.section("range").words("changes"))
        self._changed = LazyPattern(
            r"(?<![\p{L}-])\L<changes>(?![\p{L}])[^.;:]*+\Z", regex.I, changes=changes
        )

    def told(self, text: str, part: Part, floor: int) -> bool:
        """Say whether an hour stands behind a part, and nothing before that changed by it."""
        link = self._link.match(text, part.span[1])
        if link is None or link.end() >= len(text):
            return False
        reader = self._numbers.digits if text[link.end()].isdigit() else self._numbers.words
        hour = reader(text, link.end())
        if hour is None or not 1 <= hour.value <= _HOURS or self._nouns.counted(text, hour.end):
            return False
        start = part.span[0]
        return self._changed.search(text, max(floor, start - _CLAUSE), start) is None
