"""Sentences with their truth, and quantities as any reader gives them: spans of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from quantities.placed import Placed, documents, place
from schemas.figure import Kind, Modifier
from schemas.sentences import (
    DrawnSentence,
    Language,
    Sentence,
    SentenceFigure,
    Sentences,
    WrittenSentence,
)

ALONE = (r"(?<!\w|\d[.,])", r"(?!\w|[.,]\d)")
SENTENCES = Path(__file__).parents[2] / "golden" / "sentences"
FIRST_DRAW, SECOND_DRAW, THIRD_DRAW = "drawn", "drawn-500", "drawn-501"
DEVELOPED = (FIRST_DRAW, THIRD_DRAW)
"""Files of sentences of documents that are looked at when faults are mended; the second judges."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at a place of a sentence."""

    start: int
    end: int
    kind: Kind | None
    """None where a reader does not tell."""
    value: str | None
    """None for a range."""
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    """None where none is told."""
    modifier: Modifier | None = None

    def overlaps(self, other: "Quantity") -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence that readers are given."""

    name: str
    lang: Language
    hard: bool
    text: str
    truth: tuple[tuple[Quantity, SentenceFigure], ...]
    """Where each figure stands, and what was read of it."""
    placed: Placed | None = None
    """Where the text is printed; None for a sentence that is no document's."""

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(self.text.split())


def written() -> list[Case]:
    """Return the sentences that were written for this."""
    return [
        Case(one.id, one.lang, one.hard, one.text, tuple(_truth(one, one.text)))
        for path in sorted((SENTENCES / "written").glob("*.json"))
        for one in _sentences(path)
        if isinstance(one, WrittenSentence)
    ]


def drawn(draws: Iterable[str] = DEVELOPED) -> list[Case]:
    """Return the sentences of draws from documents, those left out whose document is not here."""
    held = [one for draw in draws for one in _sentences(SENTENCES / f"{draw}.json")]
    every = [one for one in held if isinstance(one, DrawnSentence)]
    paths = documents({(one.file, one.sha256) for one in every})
    return [
        Case(one.id, one.lang, one.hard, there.text, tuple(_truth(one, there.text)), there)
        for one, there in place(every, paths)
    ]


def _sentences(path: Path) -> Iterable[Sentence]:
    return Sentences.model_validate_json(path.read_bytes()).sentences


def _truth(sentence: Sentence, text: str) -> Iterator[tuple[Quantity, SentenceFigure]]:
    for figure in sentence.figures:
        start, end = find(text, figure.printed, figure.nth)
        quantity = Quantity(
            start,
            end,
            figure.kind,
            figure.value,
            figure.low,
            figure.high,
            figure.unit,
            figure.modifier,
        )
        yield quantity, figure


def find(text: str, printed: str, nth: int) -> tuple[int, int]:
    """Return where something is printed in a text for the nth time, however it is spaced.

    What is part of a longer word or number counts only where there is no other.

    >>> find("5 to 15 km and 5 km", "5 km", 1)
    (15, 19)

    Raises:
        ValueError: It is not printed there so often.
    """
    spaced = r"\s*+".join(map(regex.escape, printed.replace(" ", "")))
    for pattern in (rf"{ALONE[0]}{spaced}{ALONE[1]}", regex.escape(printed), spaced):
        found = list(regex.finditer(pattern, text, overlapped=True))
        if len(found) >= nth:
            return found[nth - 1].span()
    raise ValueError(f"{printed!r} is not printed {nth} times where the golden says")
