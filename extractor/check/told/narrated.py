"""Sentences that tell a line of a table, a number for each year or place: whether they agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

import regex

from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, is_round, printed, total
from extractor.check.prose.sentences import Said, Sentence
from extractor.check.tables.along import Along, Told
from extractor.check.tables.grid import Held
from extractor.check.tables.restated import Twice, leading, twice, why
from extractor.check.words import telling_words
from schemas.extraction import Finding
from schemas.figure import Figure

TELLING = 100  # a value must be that many times its last digit, or it may be alike by chance
FAR = Decimal("0.2")  # of a sum of years; what is further off is told of something else
MAX_GAP = 24  # characters between a number and the years that it is of
YEARS = regex.compile(r"P (?<years> \d{1,2} ) Y", regex.X)
NAMES = ("as_of", "place", "population")

Pair = tuple[Said, Held]


class Lines:
    """The lines of tables, found by a place in which they hold a number, and by what it is."""

    def __init__(self, lines: Sequence[Told]) -> None:
        """Take the lines in order."""
        self._lines = lines
        self._by_place: defaultdict[Along, list[Told]] = defaultdict(list)
        self._by_value: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        for at, line in enumerate(lines):
            for along, held in line.held.items():
                self._by_place[along].append(line)
                for digits in leading(held.term):
                    self._by_value[along, held.measured_in, digits].append(at)

    def alike(self, run: Mapping[Along, Said]) -> Iterator[Told]:
        """Yield the lines that have all places of a run, and one value that may be its own."""
        keys = [
            (along, said.sort, digits)
            for along, said in run.items()
            for digits in leading(said.term)
        ]
        for at in sorted({at for key in keys for at in self._by_value.get(key, ())}):
            if all(along in self._lines[at].held for along in run):
                yield self._lines[at]

    def held(self, along: Along) -> Iterator[Held]:
        """Yield what the lines hold in a place."""
        yield from (line.held[along] for line in self._by_place.get(along, ()))


def narrated(index: Index) -> Iterator[Finding]:
    """Yield where a sentence that tells a line of a table differs.

    `contradiction`, `truncated`; `total_mismatch` for what all its years come to.
    """
    runs = [(run, sentence) for sentence in index.sentences for run in _runs(sentence)]
    found = Lines(index.lines if runs else ())
    years = _years_after(index) if runs else {}
    for run, sentence in runs:
        both = _nearest(run, found)
        if both is not None:
            line, differing = both
            left = [each for each in differing if not _is_borne_out(each[0], run, found)]
            yield from (_told(said, held, line) for said, held in left)
            for said in sentence if not differing else ():
                if said.sort == next(iter(run.values())).sort:
                    yield from _whole(said, line, years)


def _years_after(index: Index) -> Mapping[str, int]:
    """Return the numbers that a number of years follows: `3.97 billion over the five-year plan`."""
    found: dict[str, int] = {}
    for figure, other in pairwise(index.extraction.figures):
        years = YEARS.fullmatch(other.value or "") if other.kind == "duration" else None
        gap = other.anchor.start - figure.anchor.end
        if years is not None and figure.block_id == other.block_id and 0 <= gap <= MAX_GAP:
            found[figure.id] = int(years["years"])
    return found


def _whole(said: Said, line: Told, years: Mapping[str, int]) -> Iterator[Finding]:
    """Yield a number of as many years as a line has if it is not what they come to."""
    held = list(line.held.values())
    of_years = all(at[0] == "as_of" for at in line.held)
    if not of_years or years.get(said.figure.id) != len(held) or said.figure.as_of is not None:
        return
    computed = _size(total([each.term for each in held]))
    apart = abs(computed.value - said.term.value)
    if compare(said.term, computed) in ("agrees", "rounded") or apart > FAR * computed.value:
        return
    message = (
        f"{shown(said.figure, said.term)} is {more_or_less(said.term, computed)} the sum of the "
        f"{len(held)} years in a table, {printed(computed.value)}."
    )
    severity: Severity = "info" if said.is_inexact else "error"
    figures = (said.figure, *(each.figure for each in held))
    yield finding("total_mismatch", severity, message, figures, (said.term, computed))


def _runs(sentence: Sentence) -> Iterator[Mapping[Along, Said]]:
    """Yield runs of numbers of one sort that tell of another year, place or group each."""
    for name in NAMES:
        run: dict[Along, Said] = {}
        for said in sentence:
            at = _along(said.figure, name)
            first = next(iter(run.values()), said)
            if at is None or at in run or said.sort != first.sort:
                if len(run) > 1:
                    yield run
                run = {}
            if at is not None:
                run[at] = said
        if len(run) > 1:
            yield run


def _along(figure: Figure, name: str) -> Along | None:
    bound = getattr(figure, name)
    return None if bound is None or figure.cell is not None else (name, bound.value.casefold())


def _nearest(run: Mapping[Along, Said], found: Lines) -> tuple[Told, Sequence[Pair]] | None:
    """Return the line of a table that a run tells, and where they differ; None if none is told."""
    first = next(iter(run))
    words: frozenset[str] | None = None
    best: tuple[Told, Sequence[Pair]] | None = None
    measured_in = run[first].sort
    for line in found.alike(run):
        if line.held[first].measured_in != measured_in:
            continue
        differing = _differing([(said, line.held[at]) for at, said in run.items()])
        if differing is None or (best is not None and len(differing) >= len(best[1])):
            continue
        words = _words(run.values()) if words is None else words
        if words & telling_words([line.label, line.table.title or ""]):
            best = line, differing
    return best


def _differing(both: Sequence[Pair]) -> Sequence[Pair] | None:
    """Return the places in which a run differs from a line that it tells; None if it tells none."""
    again = [_twice(*each) for each in both]
    agreeing = sum(each.tells(TELLING) for each in again if each.agrees)
    apart = [(each, twin) for each, twin in zip(both, again, strict=True) if not twin.agrees]
    if not agreeing or agreeing < len(apart) or not all(twin.is_near for _, twin in apart):
        return None
    return [each for each, _ in apart]


def _is_borne_out(said: Said, run: Mapping[Along, Said], found: Lines) -> bool:
    """Say whether a line of any table holds a number for its year or place."""
    places = [at for at, each in run.items() if each is said]
    held = [each for at in places for each in found.held(at)]
    return any(each.measured_in == said.sort and _twice(said, each).agrees for each in held)


def _twice(said: Said, held: Held) -> Twice:
    return twice(Held(said.figure, said.term), held)


def _words(run: Iterable[Said]) -> frozenset[str]:
    """Return what a sentence says around its numbers, and of what they are said to be."""
    named = [said.figure.indicator.value for said in run if said.figure.indicator is not None]
    return telling_words([*named, *(said.before for said in run)])


def _told(said: Said, held: Held, line: Told) -> Finding:
    figure, value, other = said.figure, _size(said.term), _size(held.term)
    what = " ".join(line.label.split()) or "its table"
    if compare(value, other) == "truncated":
        code, apart = "truncated", "cut off where it should have been rounded"
    else:
        code, apart = "contradiction", "while the numbers beside it agree"
    message = f"{shown(figure, value)} is {held.figure.anchor.quote} in a table ({what}), {apart}."
    inexact = figure.modifier is not None or is_round(value)
    severity: Severity = "info" if inexact else "warning"
    found = finding(code, severity, message, (figure, held.figure), (value, other))
    return found.model_copy(update={"type": None if code == "truncated" else why(value, other)})


def _size(value: Term) -> Term:
    return Term(abs(value.value), value.half)
