"""Adjectives that stand before a noun where most stand behind it: `30 pequeños productores`."""

from collections.abc import Callable

from extractor.figures.lexicon import Pack
from extractor.figures.noun_words import Word


class Preposed:
    """Knows those of one language."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("noun")
        self._always, self._people = section.folded("preposed"), section.folded("preposed_people")
        self._joined = self._always | section.folded("preposed_joined")
        self._coordinators = section.folded("coordinators")
        self._persons, self._doers = section.folded("people"), section.words("doer_endings")

    def joins(self, word: str) -> bool:
        """Say whether another adjective may follow behind an "and": `pequeñas y medianas`."""
        return word in self._always

    def skipped(self, words: list[Word], is_plural: Callable[[Word], bool]) -> list[Word]:
        """Return the words from the noun behind such adjectives on; all where none is.

        `30 grandes` are themselves what is counted. Of `jóvenes`, a noun too, only people are made.
        """
        at = 0
        while at < len(words) and self._is_adjective(words, at):
            at += 1
        noun = words[at] if 0 < at < len(words) else None
        if noun and is_plural(noun):
            return words[at:]
        young = len(words) > 1 and words[0].folded in self._people
        return words[1:] if young and self._is_person(words[1].folded) else words

    def _is_adjective(self, words: list[Word], at: int) -> bool:
        behind = at > 1 and words[at - 1].folded in self._coordinators
        known = self._joined if behind else self._always
        return words[at].folded in known or self._is_joint(words, at)

    def _is_joint(self, words: list[Word], at: int) -> bool:
        last = at > 0 and words[at].folded in self._coordinators and words[at + 1 : at + 2]
        return bool(last) and words[at + 1].folded in self._joined

    def _is_person(self, word: str) -> bool:
        return word in self._persons or (bool(self._doers) and word.endswith(self._doers))
