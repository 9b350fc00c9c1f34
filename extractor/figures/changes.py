"""Changes: `rose from 5 to 9` tells two figures, and "to" no limit."""

import regex

from extractor.figures.around import Limit
from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, longest_first

_WINDOW = 70  # characters before a place in which a verb of change may stand


class Changes:
    """Knows the verbs of change of one language."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("range")
        changes = longest_first(section.words("changes"))
        self._rises = tuple(section.folded("rises"))
        self._tos, self._reached = section.folded("to"), section.folded("reached")
        self._beside = LazyPattern(
            r"""(?<![\p{L}-]) \L<changes>
            (?: (?: \ \p{L}{1,4} )? \ [0-9][0-9.,]* (?: \ ?% | \ \p{L}{1,20} ){0,3} )? ,? \ ? \Z""",
            regex.I | regex.X,
            changes=changes,
        )
        self._before = LazyPattern(
            r"(?<![\p{L}-])\L<changes>(?![\p{L}])[^.;:]*+\Z", regex.I, changes=changes
        )
        self._next = LazyPattern(
            r"(?r)(?<![\p{L}-])(?P<verb>\L<changes>)(?![\p{L}])[^.;:]*?", regex.I, changes=changes
        )

    def before(self, text: str, at: int) -> bool:
        """Say whether a verb of change stands before a place in its clause."""
        return self._before.search(text[max(0, at - _WINDOW) : at]) is not None

    def rises(self, text: str, at: int) -> bool:
        """Say whether the verb of change next before a place in its clause tells of a rise."""
        verb = self._next.match(text, max(0, at - _WINDOW), at)
        return verb is not None and verb["verb"].casefold().startswith(self._rises)

    def reached(self, text: str, limit: Limit) -> bool:
        """Say whether the words of a limit tell where a change ended: `rose from 5 to 9`.

        Words that also tell limits do so only beside the verb: `cayó hasta los 20`.
        """
        at, word = limit[1][0], text[slice(*limit[1])].casefold()
        if word in self._tos:
            return self.before(text, at)
        before_it = text[max(0, at - _WINDOW) : at]
        return word in self._reached and self._beside.search(before_it) is not None
