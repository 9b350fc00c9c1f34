"""Golden sentences: what a person read in single sentences, written for it or drawn from documents.

A written sentence holds its text. One drawn from a document of others holds only where it is
printed, and its figures: the text stays with the document.
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.base import Record
from schemas.figure import Kind, Modifier
from schemas.golden import GoldenPlace

SENTENCES_VERSION: Literal["planfacts-sentences/1"] = "planfacts-sentences/1"

Language = Literal["ar", "de", "en", "es", "fr", "it", "pt", "ru", "uk"]
Box = tuple[float, float, float, float]


class SentenceFigure(Record):
    """One figure of a sentence, as DESIGN section 3 defines it, with what the sentence tells."""

    printed: str = Field(min_length=1)
    """The figure's span as printed, line breaks as blanks."""
    nth: int = Field(ge=1)
    """Which occurrence of `printed` in the sentence, counted from 1."""
    kind: Kind
    """Kind."""
    value: str | None
    """Value; None for a range."""
    low: str | None = None
    """Lower end of a range; None otherwise."""
    high: str | None = None
    """Upper end of a range; None otherwise."""
    unit: str | None
    """Unit, of a count also the noun that the sentence leaves out; None where none."""
    modifier: Modifier | None
    """Modifier; None where none."""
    indicator: tuple[str, ...] = ()
    """Acceptable wordings, the best first; empty where the sentence was not read for them."""
    population: tuple[str, ...] = ()
    """Acceptable wordings, the best first; empty where the sentence tells none."""
    place: GoldenPlace | None = None
    """Place; None where the sentence tells none."""
    as_of: str | None = None
    """ISO 8601 date or interval; None where the sentence tells none."""
    status: str | None = None
    """in_need, targeted, reached, required, funded; None where the sentence tells none."""
    per: str | None = None
    """What a rate is counted on; None where it is no rate."""

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        if (self.value is None) == (self.low is None and self.high is None):
            raise ValueError(f"{self.printed!r} needs either a value or a range")
        return self


class Sentence(Record):
    """What a person read in one sentence."""

    id: str
    """Its name, unique among all sentences."""
    lang: Language
    """The language it is written in."""
    hard: bool
    """Whether its figures are told from what is none, or read, only with care."""
    figures: tuple[SentenceFigure, ...]
    """Every figure; empty where its digits and number words are none."""


class WrittenSentence(Sentence):
    """A sentence made for this set."""

    text: str = Field(min_length=1)
    """The sentence."""


class DrawnSentence(Sentence):
    """A sentence of a document of others."""

    file: str
    """File name of the document."""
    sha256: str
    """Hash of the document's bytes."""
    page: int = Field(ge=1)
    """Page, counted from 1."""
    boxes: tuple[Box, ...] = Field(min_length=1)
    """Where it is printed, a box a line: left, top, right, bottom in points from the top left."""


class Sentences(Record):
    """A file of golden sentences."""

    schema_version: Literal["planfacts-sentences/1"] = SENTENCES_VERSION
    """Version of this schema."""
    curated_by: str
    """Who read them, and how."""
    sentences: tuple[WrittenSentence | DrawnSentence, ...]
    """The sentences."""
