"""Scores of a match: pairs beside a word of play, or in a list that falls (`6-4, 3-6, 7-5`)."""

import regex

from extractor.figures.found import Found, explained
from extractor.figures.lexicon import Pack
from extractor.figures.noun import Nouns
from extractor.figures.phrases import LazyPattern, any_of
from extractor.figures.term import Terms

_PAIRS = regex.compile(
    r"""
    [0-9]{1,3} [-–] [0-9]{1,3} (?: ,\ [0-9]{1,3} [-–] [0-9]{1,3} ){0,6}+
    (?! [\p{L}0-9%] | [.,/:-][0-9] | [-–][\p{L}0-9] | \ ?% )
    """,
    regex.X,
)
_PAIR = regex.compile(r"([0-9]++)[-–]([0-9]++)")
_NEAR = 50  # characters before a score in which its word of play stands
_SURE = 2  # so many falling pairs are scores without such a word


class Scores:
    """Knows the scores of one language."""

    def __init__(self, pack: Pack, terms: Terms, nouns: Nouns) -> None:
        self._terms, self._nouns = terms, nouns
        plays = any_of(pack.section("references").words("plays"))
        self._play_before = LazyPattern(
            rf"(?<!\p{{L}}) {plays} (?!\p{{L}}) [^.;:!?]*+ \Z", regex.X | regex.I
        )
        self._play_behind = LazyPattern(
            rf"\ (?: \p{{L}}{{1,20}}+ \  )? {plays} (?!\p{{L}})", regex.X | regex.I
        )

    def read(self, text: str, at: int) -> Found | None:
        """Return the scores that begin at a place; one at least falls, as hardly a range does.

        Two equal numbers are no range either: they drew 2-2.
        """
        match = _PAIRS.match(text, at)
        pairs = list(_PAIR.finditer(match[0])) if match else []
        if len(pairs) == 1 and pairs[0][1] == pairs[0][2]:
            drawn = not self._counts(text, at + pairs[0].start(2), at + pairs[0].end())
            return explained(text, at, at + pairs[0].end(), "reference") if drawn else None
        if _falling(pairs) and self._counts(text, at + pairs[-1].start(2), at + pairs[-1].end()):
            pairs.pop()
        falling = _falling(pairs)
        if not falling:
            return None
        end = at + pairs[-1].end()
        sure = falling >= _SURE or self._is_played(text, at, end)
        return explained(text, at, end, "reference") if sure else None

    def _counts(self, text: str, last: int, end: int) -> bool:
        """Say whether a number goes on behind its pair, has a unit or counts people."""
        term = self._terms.second(text, last, join_and=False)
        longer = term is not None and term.end > end
        return longer or self._nouns.counts_people(text, end)

    def _is_played(self, text: str, at: int, end: int) -> bool:
        near = text[max(0, at - _NEAR) : at]
        return bool(self._play_before.search(near) or self._play_behind.match(text, end))


def _falling(pairs: "list[regex.Match[str]]") -> int:
    """Return how many pairs do not rise."""
    return sum(int(pair[1]) >= int(pair[2]) for pair in pairs)
