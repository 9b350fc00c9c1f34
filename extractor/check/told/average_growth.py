"""Average growth a year told of what a line of a table, or a drawing, has year by year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

import regex

from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, ONE, Term, compare, term
from extractor.check.prose.claims import PER_CENT, Claim, made
from extractor.check.prose.sentences import Said, Sentence, words
from extractor.check.tables.grid import Held
from extractor.check.told.plotted import Name, name_of
from extractor.check.words import telling_words
from schemas.extraction import Finding

LEAST_YEARS = 4  # of a line, the first and the last counted
FAR = Decimal("0.75")  # of the growth told; what is further off is that of another line
FINEST = Decimal("0.0001")  # how exactly the tolerance of a root is told
DIGITS = 30  # of a root
TWO_ENDS = 2  # years that make a stretch
CLAUSE = regex.compile(r"[,;:(]")
LAST_YEAR = regex.compile(r"(?<!\d) (?: 19 | 20 ) \d\d (?!\d)", regex.X)
SHORT_YEAR = regex.compile(
    r"(?<!\d) (?P<century> 19 | 20 ) \d\d (?P<join> [-–/] ) (?P<last> \d\d ) (?!\d)", regex.X
)


@dataclass(frozen=True, slots=True)
class Series:
    """What is told of one thing year by year."""

    name: str
    over: str
    """The title of the table, or the drawing."""
    held: Mapping[int, Held]

    @property
    def label(self) -> frozenset[str]:
        """The telling words of its name."""
        return telling_words([self.name])

    @property
    def title(self) -> frozenset[str]:
        """The telling words of what stands over it."""
        return telling_words([self.over])


@dataclass(frozen=True, slots=True)
class Told:
    """Growth a year that a sentence tells."""

    said: Said
    name: frozenset[str]
    """The words of what grows."""
    years: frozenset[int]
    """Those that the sentence names."""
    is_adjusted: bool
    """Whether it is growth in real terms, or by head: not that of the plain amounts."""

    def is_of(self, series: Series) -> bool:
        """Say whether a line bears the name of what grows, and is measured like it."""
        if not series.label or not series.label <= self.name:
            return False
        adjusted = words("adjusted").search(f"{series.name} {series.over}") is not None
        return adjusted == self.is_adjusted


@dataclass(frozen=True, slots=True)
class Average:
    """Growth a year from one value to another."""

    was: Held
    now: Held
    rate: Term


def average_growth(index: Index) -> Iterator[Finding]:
    """Yield growth a year that no stretch of the line told of has: `growth_mismatch`."""
    told = [each for sentence in index.sentences for each in _told(sentence)]
    series = list(_series(index)) if told else []
    texts = {block.id: block.text for block in index.extraction.blocks} if told else {}
    for growth in told:
        spoken = telling_words([texts.get(growth.said.figure.block_id, "")])
        averages = [
            average
            for one in series
            if growth.is_of(one) and one.title & spoken
            for average in _averages(one, growth.years)
        ]
        yield from _compared(growth.said, averages)


def _told(sentence: Sentence) -> Iterator[Told]:
    """Yield the percentages behind words for growth a year, and the words of what grows."""
    around = " ".join([sentence[0].before, *(said.after for said in sentence)])
    years = _years(around)
    adjusted = words("adjusted").search(around) is not None
    opened = False
    for said in sentence:
        opened = opened or words("a_year").search(said.before) is not None
        if opened and said.figure.unit == "percent":
            indicator = said.figure.indicator
            named = [CLAUSE.split(said.after)[0], indicator.value if indicator else ""]
            yield Told(said, telling_words(named), years, adjusted)


def _series(index: Index) -> Iterator[Series]:
    """Yield the lines of tables, and of drawings, that have four years and more."""
    for line in index.lines:
        held = {
            year: each
            for (name, value), each in line.held.items()
            if name == "as_of" and (year := _year(value)) is not None
        }
        yield from _long(Series(line.label, line.table.title or "", held))
    drawn: defaultdict[tuple[Name, str, str | None, str | None], dict[int, Held]]
    drawn = defaultdict(dict)
    for figure in index.extraction.figures:
        value = term(figure.value, figure.precision)
        if figure.zone == "keyfigure" and figure.as_of and figure.indicator and value:
            year = _year(figure.as_of.value)
            if year is not None:
                name = name_of(figure.indicator)
                drawn[name, figure.kind, figure.unit, figure.section_id].setdefault(
                    year, Held(figure, value)
                )
    for (name, *_), held in drawn.items():
        yield from _long(Series(name.label or name.title, name.title or name.label, held))


def _long(series: Series) -> Iterator[Series]:
    if len(series.held) >= LEAST_YEARS:
        yield series


def _year(date: str) -> int | None:
    """Return the year in which a date, or a period of a year, ends.

    >>> _year("2031"), _year("2031-07/2032-06"), _year("soon")
    (2031, 2032, None)
    """
    years = LAST_YEAR.findall(date)
    return int(years[-1]) if years else None


def _years(text: str) -> frozenset[int]:
    """Return the years that a text names, also in short: of a fiscal year that it ends in.

    >>> sorted(_years("from 2031 to 2034")), sorted(_years("2031–34")), sorted(_years("2031/32"))
    ([2031, 2034], [2031, 2034], [2032])
    """
    found = {int(year) for year in LAST_YEAR.findall(text)}
    for match in SHORT_YEAR.finditer(text):
        found.add(int(match["century"] + match["last"]))
        if match["join"] == "/":
            found.discard(int(match[0][:4]))
    return frozenset(found)


def _averages(series: Series, told: frozenset[int]) -> Iterator[Average]:
    """Yield the growth a year of each stretch of a line that a sentence can mean."""
    for first, last in _stretches(sorted(series.held), told):
        was, now = series.held[first], series.held[last]
        if was.term.value <= 0 or now.term.value <= was.term.value:
            continue
        rate = made(_Root(last - first).growth, was.term, now.term)
        if rate is not None:
            yield Average(was, now, Term(rate.value, rate.half.quantize(FINEST)))


def _stretches(years: Sequence[int], told: frozenset[int]) -> list[tuple[int, int]]:
    """Return the stretches of a line that a sentence can mean by the years that it tells.

    Those up to the last year where it tells none, up to or since the one, or between the two;
    none where the line lacks one of them, or there are more: which are of which is not clear.
    """
    if len(told) > TWO_ENDS or not told.issubset(years):
        return []
    first, last = min(told, default=years[-1]), max(told, default=years[-1])
    if len(told) == TWO_ENDS:
        return [(first, last)]
    since = [(first, years[-1])] if first < years[-1] else []
    return [*((year, last) for year in years if year < last), *since]


@dataclass(frozen=True, slots=True)
class _Root:
    """Growth over some years, by the year."""

    years: int

    def growth(self, was: Decimal, now: Decimal) -> Decimal:
        """Return the growth a year, in per cent."""
        with localcontext(prec=DIGITS):
            return ((now / was) ** (ONE / self.years) - ONE) * HUNDRED


def _compared(stated: Said, averages: Sequence[Average]) -> Iterator[Finding]:
    """Yield growth a year that is that of no stretch, held against the nearest of them."""
    if any(compare(stated.term, each.rate) in ("agrees", "rounded") for each in averages):
        return
    nearest = min(averages, key=lambda e: abs(e.rate.value - stated.term.value), default=None)
    if nearest is None:
        return
    was, now = nearest.was, nearest.now
    found = Claim(
        stated=stated,
        computed=nearest.rate,
        others=(Said.of(was.figure, was.term), Said.of(now.figure, now.term)),
        how=f"no year before makes it; the growth from {was.figure.anchor.quote} to"
        f" {now.figure.anchor.quote}, the nearest, by the year",
        code="growth_mismatch",
        unit=PER_CENT,
        gravest="warning",
        far=FAR,
    ).finding()
    yield from [found] if found is not None else []
