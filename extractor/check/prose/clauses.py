"""Numbers of a paragraph, each with the words of its sentence that are its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, groupby, pairwise

import regex

from extractor.check.intervals import Term, term
from extractor.check.prose.sentences import (
    DETERMINER,
    NUMBERS,
    YEAR,
    Said,
    around,
    ends_with,
    word_list,
    words,
)
from extractor.check.words import stems
from extractor.keys import key
from schemas.extraction import Extraction
from schemas.figure import Figure

TOLD = ("prose", "list", "keyfigure")
BREAK = regex.compile(
    r"[,;:()—–] | (?<!\w) (?: and | while | but | et | y | e | mais | pero ) (?!\w)",
    regex.X | regex.I,
)

PARTS = ("partly", "of_which", "each", "by_the_year", "unsure")
ASIDE_OF_AMOUNTS = (*PARTS, "earlier", "up", "down", "higher", "lower")
"""What says of a number that it is a part, a rate, of another time, or a change."""
ASIDE_OF_GROWTH = (*PARTS, "a_year", "adjusted")
"""What says of growth that it is of a part, of each year, or without the rise of prices."""

DURING = regex.compile(  # of how many years a number is: it parts nothing off, as months do
    r"(?: over | for | in | sur | en | durante ) \s++ (?: (?: the | les | los ) \s++ )?+"
    r" \p{L}++ \s++ (?: years | ans | années | años ) (?!\w)",
    regex.X | regex.I,
)

TOKEN = regex.compile(r"[\p{L}\p{M}]++ | [^\s'’]", regex.X)  # words, marks and digits
LINKS = frozenset(  # what stands between the word for a document and what it is of
    "of for on about the de d du des la le les l pour sur del el los las para sobre".split()
)

SUBJECT = regex.compile(  # of a sentence that may open with its year
    rf"\s*+ (?: (?: in | en ) \s++ \d{{4}} ,?+ \s++ )?+ {DETERMINER}?+ (?P<name> \p{{L}}++ ) \s",
    regex.X | regex.I,
)


@dataclass(frozen=True)
class Clause:
    """A number outside of tables, with what is said of it."""

    said: Said
    """The number, with what its sentence says between it and those before and behind it."""
    opens: bool
    """Whether it is the first number of its sentence."""
    years: frozenset[str]
    """The years that its sentence tells before it, and right behind it."""
    opening: str
    """All that its sentence says before it."""

    @property
    def figure(self) -> Figure:
        """The number's figure."""
        return self.said.figure

    @property
    def year(self) -> str:
        """The year that is the number's own; nothing where it has none, or a longer time."""
        when = "" if self.figure.as_of is None else self.figure.as_of.value
        return when if YEAR.fullmatch(when) is not None else ""

    @property
    def subject(self) -> str:
        """The word that opens its sentence, or stands behind its year; nothing for a number."""
        named = SUBJECT.match(self.opening)
        return "" if named is None else named["name"].lower()

    @property
    def is_of_which(self) -> bool:
        """Whether what is said is of the number: `of the 46.3 million, half went to towns`."""
        return self.said.is_behind_of or ends_with("of_those", self.said.before)

    @cached_property
    def before(self) -> str:
        """What is said of it before it: up to a break, or all that opens the sentence."""
        return self.said.before if self.opens else BREAK.split(self.said.before)[-1]

    @cached_property
    def after(self) -> str:
        """What is said of it behind it, up to a break."""
        return BREAK.split(DURING.sub("", self.said.after), maxsplit=1)[0]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that are said of it."""
        return stems(f"{self.before} {self.after}")

    @property
    def lasts(self) -> bool:
        """Whether it is told of how many years the number is."""
        return any(DURING.search(text) for text in (self.said.before, self.said.after))

    def tells(self, lists: Sequence[str]) -> bool:
        """Say whether a word of one of the lists is said of it."""
        beside = f"{self.before} | {self.after}"
        return any(words(name).search(beside) for name in lists)

    def says_only(self, known: frozenset[str]) -> bool:
        """Say whether nothing is said of it but known stems and words that any number may have.

        What else there is may part something off: `rural health`, `a loan for health`.
        """
        return telling_stems(f"{self.before} {self.after}") <= known

    def names_a_document(self, name: frozenset[str]) -> bool:
        """Say whether words of a name are those of a plan, or a report: `health plans grew`."""
        return any(_names_a_document(text, name) for text in (self.before, self.after))


def _names_a_document(text: str, name: frozenset[str]) -> bool:
    """Say whether a word of a name stands before that of a document, or behind its `of`, `for`."""
    told = [each.casefold() for each in TOKEN.findall(text)]
    for word, other in pairwise(told):
        if stems(word) & name and key(other) in word_list("documents"):
            return True
    for at, word in enumerate(told):
        if key(word) in word_list("documents"):
            behind = [*dropwhile(LINKS.__contains__, told[at + 1 :])][:1]
            linked = len(told) > at + 1 and told[at + 1] in LINKS
            if linked and behind and stems(behind[0]) & name:
                return True
    return False


def telling_stems(text: str) -> frozenset[str]:
    """Return the stems of a text without words that say no more than that something has a number.

    >>> sorted(telling_stems("the country counts")), sorted(telling_stems("companies compared"))
    (['count'], ['compa'])
    """
    return stems(words("plain").sub(" ", text))


def paragraphs(extraction: Extraction) -> Iterator[list[Clause]]:
    """Yield the numbers of each paragraph, list, or run of key figures."""
    told = (f for f in extraction.figures if f.zone in TOLD and f.kind in NUMBERS)
    for _, figures in groupby(told, key=_part):
        read = [(figure, term(figure.value, figure.precision)) for figure in figures]
        yield [*_clauses(extraction.text, read)]


def _part(figure: Figure) -> tuple[str, str | None]:
    """Return the paragraph of a figure; the items of a list are one."""
    return figure.zone, figure.block_id if figure.zone == "prose" else figure.section_id


def _clauses(text: str, read: Sequence[tuple[Figure, Term | None]]) -> Iterator[Clause]:
    starts = [figure.anchor.start for figure, _ in read]
    ends = [figure.anchor.end for figure, _ in read]
    for at, (figure, value) in enumerate(read):
        if value is not None:
            before, after = around(text, figure)
            last = ends[at - 1] if at else 0
            first = starts[at + 1] if at + 1 < len(read) else len(text)
            opens = starts[at] - last >= len(before)
            own = before if opens else text[last : starts[at]], after[: first - ends[at]]
            years = YEAR.findall(before + own[1])
            yield Clause(Said.of(figure, value, *own), opens, frozenset(years), before)
