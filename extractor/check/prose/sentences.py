"""The sentences of a document that say more than one number, each as its numbers in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import zip_longest

import regex

from extractor.check.intervals import Term, is_round, term
from extractor.data.tables import load
from schemas.extraction import Extraction
from schemas.figure import Figure

MAX_APART = 160  # characters between two numbers of one sentence
REACH = 240  # characters around a number that are its sentence
MAX_KEPT = 1 << 12  # figures of which several checks ask what is said around them
MAX_NUMBERS = 100  # of one sentence; each is held against all others
ENDS = regex.compile(r"[.!?;] ['”’\")\]]?+ \s++ (?=\p{Lu}|•) | [\n\t]", regex.X)
OF_YEAR = regex.compile(r"^\s++\p{L}{1,4}+\s++(?:19|20)\d\d(?!\w)")  # what a number is of
ARTICLE = regex.compile(r"\s++(?:the|its|their|los|las|el|la|le|les)\s*+$", regex.I)
DETERMINER = (  # a part of a pattern with blanks: what opens the name of a thing
    r"(?: (?: the | this | its | our | la | le | les | el | los | las | este | esta ) \s++"
    r" | l['’] )"
)
YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WORD = regex.compile(r"[\p{L}\p{M}]++")
ASIDE = regex.compile(r"[,;(]")  # what opens words of something else behind a number
ENDED = regex.compile(  # what may follow a number that nothing narrows: a year, the end
    r"\s*+ (?: (?: in | en | for | pour | para ) \s++ (?: \p{L}++ \s++ ){0,2}+ \d{4} )?+"
    r" \s*+ [.!?:]?+ \s*+",
    regex.X | regex.I,
)
ENDING = ",.;:!?)]"
NUMBERS = ("money", "count", "percent", "measure", "ratio")
HIDDEN = ("footnote", "caption")
EXACT = ("table", "keyfigure")  # where a number in round figures is meant as it is


@dataclass(frozen=True, slots=True)
class Said:
    """A number of a sentence, and what is said around it."""

    figure: Figure
    term: Term
    """Its value; what is counted one by one is exact, if it does not look rounded."""
    before: str
    """What stands between the number before it, or the sentence's begin, and this one."""
    after: str
    """What stands between this and the next number, or the sentence's end."""
    quote: str
    """The number as printed."""
    lent: tuple[str, str | None] | None = None
    """The sort that a bare number has from an amount of its sentence; None for any other."""

    @classmethod
    def of(cls, figure: Figure, value: Term, before: str = "", after: str = "") -> "Said":
        """Return a number as it is computed with."""
        exact = _counted(value) if figure.kind == "count" else value
        return cls(figure, exact, before, after, figure.anchor.quote)

    @property
    def printed(self) -> Term:
        """Its value with half a unit of its last digit, whatever it counts."""
        return term(self.figure.value, self.figure.precision) or self.term

    @property
    def is_inexact(self) -> bool:
        """Whether the number was not meant exactly: it is said so, or it is a round one."""
        rounded = self.figure.zone not in EXACT and is_round(self.printed)
        return self.figure.modifier is not None or rounded

    @property
    def sort(self) -> tuple[str, str | None]:
        """What must be equal of two numbers of which one can be the other, changed."""
        kind = self.figure.kind
        return self.lent or (kind, None if kind == "count" else self.figure.unit)

    @property
    def is_behind_of(self) -> bool:
        """Whether `of` is all that stands before it."""
        return words("of").fullmatch(self.before.strip()) is not None

    @property
    def is_summed_up(self) -> bool:
        """Whether it is told to be a sum, or another way to say what is told before it.

        `in all USD 5,000`, `USD 5,000 in total`, `(USD 5,000)`, `or USD 5,000`
        """
        behind = words("in_all").match(self.after.lstrip(" ,")) is not None
        opened = any(ends_with(name, self.before) for name in ("whole", "in_all", "also"))
        return behind or opened or self.before.rstrip().endswith(("(", "="))

    def can_become(self, other: "Said") -> bool:
        """Say whether this can be the other, changed.

        A bare number with a magnitude has the unit of what it is held against: `USD 47.3 million,
        more than the 40.1 million of 2030`; but not of `40 million in 2029 dollars`.
        """
        ended = self._names_nothing(ENDING, "to")
        return self.sort == other.sort or (ended and any(map(str.isalpha, self.quote)))

    @property
    def is_amount_without_unit(self) -> bool:
        """Whether this is a bare number with a magnitude, and may be of an amount told before."""
        return any(map(str.isalpha, self.quote)) and self._names_nothing(f"{ENDING}(", "parts")

    def _names_nothing(self, marks: str, joins: str) -> bool:
        """Say whether this is a bare number behind which nothing but a year tells of what it is."""
        behind = OF_YEAR.sub("", self.after, count=1).lstrip()
        ended = not behind or behind[0] in marks or words(joins).match(behind) is not None
        return self.figure.kind == "count" and self.figure.unit is None and ended


Sentence = tuple[Said, ...]


def sentences(extraction: Extraction) -> list[Sentence]:
    """Return the sentences with two numbers or more."""
    found = []
    for figures in _together(extraction):
        read = [(figure, term(figure.value, figure.precision)) for figure in figures]
        if len(read) > 1 or any(value is None for _, value in read):  # one range has two numbers
            said = [*_said(extraction.text, read)]
            if len(said) > 1:
                found.append(tuple(_lent(said)))
    return found


def _together(extraction: Extraction) -> Iterator[list[Figure]]:
    """Yield the figures that stand in one sentence, in order."""
    run: list[Figure] = []
    for figure in extraction.figures:
        if figure.kind not in NUMBERS or figure.zone in HIDDEN:
            continue
        full = len(run) >= MAX_NUMBERS
        if run and (full or not _is_one_sentence(extraction.text, run[-1], figure)):
            yield run
            run = []
        run.append(figure)
    yield run


def _is_one_sentence(text: str, one: Figure, other: Figure) -> bool:
    start, end = one.anchor.end, other.anchor.start
    near = one.block_id == other.block_id and one.cell == other.cell and end - start > 0
    return near and end - start <= MAX_APART and ENDS.search(text, start, end) is None


def _said(text: str, read: Sequence[tuple[Figure, Term | None]]) -> Iterator[Said]:
    """Yield the numbers of a sentence; ranges are none, but part what stands around them."""
    starts = [figure.anchor.start for figure, _ in read]
    ends = [figure.anchor.end for figure, _ in read]
    for at, (figure, value) in enumerate(read):
        first = max(0, starts[at] - MAX_APART)
        before = text[first : starts[at]] if at == 0 else text[ends[at - 1] : starts[at]]
        last = starts[at + 1] if at + 1 < len(read) else ends[at] + MAX_APART
        around = ENDS.split(before)[-1], ENDS.split(text[ends[at] : last])[0]
        if value is not None:
            yield Said.of(figure, value, *around)
        elif ends_with("from", around[0]):
            yield from _course(figure, *around)


def _lent(sentence: Sequence[Said]) -> Iterator[Said]:
    """Yield the numbers of a sentence, bare ones with the sort of the amount that tells it.

    `USD 3.1 million in 2031 and 2.9 million in 2032`, `from 1,800 to 2,250 francs`
    """
    amount: Said | None = None
    for said, other in zip_longest(sentence, sentence[1:]):
        kind, unit = said.figure.kind, said.figure.unit
        told: Said | None = None
        if kind == "count" and unit is None:
            opened = ends_with("from", said.before) and other is not None
            if other is not None and opened and ends_with("to", other.before):
                told = other
            elif said.is_amount_without_unit:
                told = amount
        lends = told is not None and told.figure.kind == "money"
        yield replace(said, lent=told.sort) if told is not None and lends else said
        amount = said if kind == "money" else amount


def _course(figure: Figure, before: str, after: str) -> Iterator[Said]:
    """Yield the two ends of what goes from one number to another, and was read as a range."""
    ends = term(figure.low, figure.precision), term(figure.high, figure.precision)
    quote = figure.anchor.quote
    join = words("to").search(quote)
    if ends[0] is not None and ends[1] is not None and join is not None:
        first, second = quote[: join.start()].rstrip(), quote[join.end() :].lstrip()
        yield replace(Said.of(figure, ends[0], before, join[0]), quote=first)
        yield replace(Said.of(figure, ends[1], join[0], after), quote=second)


def _counted(value: Term) -> Term:
    """Return a count as exact as it looks: to one, or to the hundreds that it was rounded to.

    >>> half = Decimal("0.5")
    >>> _counted(Term(Decimal(5213), half)).half, _counted(Term(Decimal(5200), half)).half
    (Decimal('0'), Decimal('50'))
    """
    if value.step != 1:
        return value
    digits = f"{value.value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return replace(value, half=Decimal(10) ** zeros / 2 if zeros > 1 else Decimal(0))


def around(text: str, figure: Figure) -> tuple[str, str]:
    """Return what the sentence of a figure says before it, and behind it."""
    return _around(text, figure.anchor.start, figure.anchor.end)


@lru_cache(maxsize=MAX_KEPT)
def _around(text: str, start: int, end: int) -> tuple[str, str]:
    before = ENDS.split(text[max(0, start - REACH) : start])[-1]
    return before, ENDS.split(text[end : end + REACH])[0]


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(load("said.toml")[name]["words"])


@cache
def words(name: str, key: str = "words") -> "regex.Pattern[str]":
    """Return the pattern of the words of a list, as words of their own."""
    listed = sorted(load("said.toml")[name][key], key=len, reverse=True)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, listed))})(?!\w)", regex.I)


def ends_with(name: str, text: str) -> bool:
    """Say whether a text ends in a word of a list.

    >>> ends_with("from", " in 2031 from "), ends_with("from", " from Lorn to ")
    (True, False)
    """
    text = text.rstrip()
    return any(match.end() == len(text) for match in words(name).finditer(text))
