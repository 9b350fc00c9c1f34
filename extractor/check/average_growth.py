"""Average growth a year told of what a line of a table, or a drawing, has year by year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

import regex

from extractor.check.claims import PER_CENT, Claim, made
from extractor.check.grid import Held
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, ONE, Term, compare, term
from extractor.check.restated import lines
from extractor.check.sentences import Said, Sentence, words
from extractor.check.words import telling_words
from schemas.extraction import Finding

LEAST_YEARS = 4  # of a line, the first and the last counted
FAR = Decimal("0.75")  # of the growth told; what is further off is that of another line
FINEST = Decimal("0.0001")  # how exactly the tolerance of a root is told
DIGITS = 30  # of a root
CLAUSE = regex.compile(r"[,;:(]")
LAST_YEAR = regex.compile(r"(?<!\d) (?: 19 | 20 ) \d\d (?!\d)", regex.X)


@dataclass(frozen=True, slots=True)
class Series:
    """What is told of one thing year by year."""

    label: frozenset[str]
    title: frozenset[str]
    held: Mapping[int, Held]


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
    for said, name in told:
        spoken = telling_words([texts.get(said.figure.block_id, "")])
        averages = [
            average
            for one in series
            if one.label and one.label <= name and one.title & spoken
            for average in _averages(one, said)
        ]
        yield from _compared(said, averages)


def _told(sentence: Sentence) -> Iterator[tuple[Said, frozenset[str]]]:
    """Yield the percentages behind words for growth a year, and the words of what grows."""
    opened = False
    for said in sentence:
        opened = opened or words("a_year").search(said.before) is not None
        if opened and said.figure.unit == "percent":
            indicator = said.figure.indicator
            named = [CLAUSE.split(said.after)[0], indicator.value if indicator else ""]
            yield said, telling_words(named)


def _series(index: Index) -> Iterator[Series]:
    """Yield the lines of tables, and of drawings, that have four years and more."""
    for line in lines(index):
        held = {
            year: each
            for (name, value), each in line.held.items()
            if name == "as_of" and (year := _year(value)) is not None
        }
        yield from _long(Series(telling_words([line.label]), _title(line.table.title), held))
    drawn: defaultdict[tuple[str | None, ...], dict[int, Held]] = defaultdict(dict)
    for figure in index.extraction.figures:
        value = term(figure.value, figure.precision)
        if figure.zone == "keyfigure" and figure.as_of and figure.indicator and value:
            year = _year(figure.as_of.value)
            if year is not None:
                what = (figure.indicator.value, figure.kind, figure.unit, figure.section_id)
                drawn[what].setdefault(year, Held(figure, value))
    for (said, *_), held in drawn.items():
        title, _, label = (said or "").partition(": ")
        label = label.partition(", ")[0] or title
        yield from _long(Series(telling_words([label]), _title(title), held))


def _long(series: Series) -> Iterator[Series]:
    if len(series.held) >= LEAST_YEARS:
        yield series


def _title(title: str | None) -> frozenset[str]:
    return telling_words([title or ""])


def _year(date: str) -> int | None:
    """Return the year in which a date, or a period of a year, ends.

    >>> _year("2031"), _year("2031-07/2032-06"), _year("soon")
    (2031, 2032, None)
    """
    years = LAST_YEAR.findall(date)
    return int(years[-1]) if years else None


def _averages(series: Series, said: Said) -> Iterator[Average]:
    """Yield the growth a year of each stretch that ends with the last year of a line.

    Where the sentence tells years (`from 2031 to 2034`), it is the stretch between them.
    """
    told = {int(year) for year in LAST_YEAR.findall(said.before + said.after)} & set(series.held)
    last = max(told or series.held)
    now = series.held[last]
    for year, was in series.held.items():
        if len(told) > 1 and year != min(told):
            continue
        if year >= last or was.term.value <= 0 or now.term.value <= was.term.value:
            continue
        rate = made(_Root(last - year).growth, was.term, now.term)
        if rate is not None:
            yield Average(was, now, Term(rate.value, rate.half.quantize(FINEST)))


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
