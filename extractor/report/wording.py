"""Units as the report writes them: nouns as the document writes them within its sentences."""

from functools import cached_property

import regex

from schemas.figure import Figure

CAPITALISED = regex.compile(r"\b\p{Lu}\p{Ll}++\b")
SMALL = regex.compile(r"\b\p{Ll}++\b")


class Wording:
    """Tells the common nouns of one document from its names."""

    def __init__(self, text: str) -> None:
        """Keep the document's text."""
        self._text = text

    def worded(self, figure: Figure) -> Figure:
        """Return a figure that counts `people`, be it that the head of a table says `People`.

        What the document never writes small is a name: `Canadians`.
        """
        if figure.kind != "count" or not figure.unit or not CAPITALISED.search(figure.unit):
            return figure
        return figure.model_copy(update={"unit": CAPITALISED.sub(self._common, figure.unit)})

    def _common(self, word: regex.Match[str]) -> str:
        small = word.group().lower()
        return small if small in self._small else word.group()

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(SMALL.findall(self._text))
