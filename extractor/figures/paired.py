"""Adjectives that share the noun of the next count: `30 primary and 12 secondary schools`."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.figures.lexicon import Pack
from extractor.figures.phrases import LazyPattern, any_of
from extractor.figures.reading import Reading

_BARE = frozenset(("count.digits", "count.spelled"))
_HYPHEN = "-"


class Paired:
    """Completes such counts in one language."""

    def __init__(self, pack: Pack) -> None:
        noun = pack.section("noun")
        self._adjectives = noun.folded("paired")
        self._endings = noun.words("paired_endings")
        joints = any_of(noun.words("coordinators"))
        self._between = LazyPattern(rf"\ (?P<one>[\p{{L}}-]{{3,20}}+)(?:,|,?\ {joints})\ ", regex.I)
        self._behind = LazyPattern(r"\ (?P<other>[\p{L}-]{3,20}+)(?=\ )", regex.I)

    def completed(self, text: str, figures: Sequence[Reading]) -> list[Reading]:
        """Return the figures, each bare one before such a count with its noun."""
        told, chained = list(figures), False
        for at in range(len(told) - 2, -1, -1):
            chained = self._shares(text, told[at], told[at + 1], chained=chained)
            if chained:
                told[at] = replace(told[at], unit=told[at + 1].unit)
        return told

    def _shares(self, text: str, first: Reading, last: Reading, *, chained: bool) -> bool:
        bare = first.kind == "count" and first.unit is None and first.rule in _BARE
        if not bare or last.kind != "count" or last.unit is None:
            return False
        adjective = self._between.fullmatch(text, first.span[1], last.span[0])
        other = self._behind.match(text, last.span[1]) if adjective else None
        if adjective is None or other is None:
            return False
        qualified = last.noun is not None and other["other"].casefold() != last.unit.casefold()
        return (chained or qualified) and self._is_adjective(adjective["one"], other["other"])

    def _is_adjective(self, word: str, other: str) -> bool:
        """Say whether a word qualifies what the other one does."""
        folded, last = word.casefold(), other.casefold().rpartition(_HYPHEN)
        alike = last[1] and folded.endswith(_HYPHEN + last[2])  # part-time and full-time
        ends = bool(self._endings) and folded.endswith(self._endings)
        opposite = other.casefold() == "un" + folded  # trained and untrained
        return folded in self._adjectives or bool(alike) or ends or opposite
