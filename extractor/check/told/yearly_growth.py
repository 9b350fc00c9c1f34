"""Growth told of a value since a year, whose value only a table or a drawing has."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.check.index import Index
from extractor.check.intervals import Term, compare, meets, term
from extractor.check.prose.claims import PER_CENT, Claim, growth
from extractor.check.prose.sentences import Said, words
from extractor.check.prose.told_changes import Change
from extractor.check.tables.grid import Held
from extractor.check.words import telling_words
from extractor.keys import key
from schemas.extraction import Finding
from schemas.figure import Figure

TELLING = 100  # a value must be that many times its last digit, or it may be alike by chance
TELLING_ALONE = 1000  # the same, for a line that shares only the last word of what is measured
MAX_WORDS = 3  # between `than` and the year: `than the actual 2031`
FAR_POINTS = Decimal(2)  # per cent of growth; what is further off, and by half, is of another line
HALF = Decimal("0.5")
# A drawing seldom says its magnitude, on which growth does not depend.
MAGNITUDES = (Decimal(1), Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9)


@dataclass(frozen=True, slots=True)
class Course:
    """What a line of a table, or a drawing, has for each year."""

    words: frozenset[str]
    """Those of its names that tell something."""
    names: frozenset[str]
    """All of them, also *budget*, *total*."""
    held: Mapping[str, Held]
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class Growth:
    """A value told of a year, and by how much it is more, or less, than that of another."""

    change: Change
    percent: Said
    level: Said
    year: str
    since: str


Years = Mapping[str, Sequence[Course]]
"""The courses by each year of which they hold a value."""


def yearly_growth(index: Index) -> Iterator[Finding]:
    """Yield growth that is not that of the line which has both years: `growth_mismatch`."""
    dates = _dates(index)
    told = [
        each
        for _, changes in index.changes
        for change in changes
        if (each := _growth(change, dates)) is not None
    ]
    years = _courses(index) if told else {}
    for each in told:
        yield from _compared(each, years)


def _dates(index: Index) -> Mapping[str, Sequence[Figure]]:
    """Return the dates of each block."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in index.extraction.figures:
        if figure.kind == "date" and figure.value is not None:
            found[figure.block_id].append(figure)
    return found


def _growth(change: Change, dates: Mapping[str, Sequence[Figure]]) -> Growth | None:
    """Return growth of which both years are told, but not both values."""
    percent, level = change.percent, change.level
    if percent is None or level is None or change.base is not None:
        return None
    if percent.figure.unit != "percent" or level.figure.kind == "percent":
        return None
    there = dates.get(percent.figure.block_id, ())
    year, since = _year(level, there), _since(percent, there)
    if year is None or since is None or year == since:
        return None
    return Growth(change, percent, level, year, since)


def _year(level: Said, dates: Sequence[Figure]) -> str | None:
    """Return the year of a value: its own, or the one told last before it in its sentence."""
    if level.figure.as_of is not None:
        return level.figure.as_of.value
    end = level.figure.anchor.start
    told = [d.value for d in dates if end - len(level.before) <= d.anchor.start < end]
    return told[-1] if told else None


def _since(percent: Said, dates: Sequence[Figure]) -> str | None:
    """Return the year that growth is told since: `5 per cent more than the actual 2031 budget`."""
    start = percent.figure.anchor.end
    for date in dates:
        at = date.anchor.start - start
        if 0 < at < len(percent.after):
            between = percent.after[:at]
            opened = [m for name in ("than", "against") for m in words(name).finditer(between)]
            last = max((m.end() for m in opened), default=None)
            near = last is not None and len(between[last:].split()) <= MAX_WORDS
            return date.value if near and "," not in between else None
    return None


def _courses(index: Index) -> Years:
    """Return the lines of tables and the drawings that hold a value of a year, by the year."""
    found: defaultdict[str, list[Course]] = defaultdict(list)
    for course in (*_of_tables(index), *_of_drawings(index)):
        for year in course.held:
            found[year].append(course)
    return found


def _of_tables(index: Index) -> Iterator[Course]:
    for line in index.lines:
        held = {value: each for (name, value), each in line.held.items() if name == "as_of"}
        if held:
            yield _course([line.label, line.table.title or ""], held)


def _of_drawings(index: Index) -> Iterator[Course]:
    """Yield the key figures that say the same of a year each."""
    found: defaultdict[tuple[str | None, ...], dict[str, Held]] = defaultdict(dict)
    for figure in index.extraction.figures:
        value = term(figure.value, figure.precision)
        if figure.zone == "keyfigure" and figure.as_of and figure.indicator and value:
            what = (figure.indicator.value, figure.kind, figure.unit, figure.section_id)
            found[what].setdefault(figure.as_of.value.casefold(), Held(figure, value))
    for (said, *_), held in found.items():
        if len(held) > 1:
            yield _course([said or ""], held, is_drawn=True)


def _course(names: Sequence[str], held: Mapping[str, Held], *, is_drawn: bool = False) -> Course:
    return Course(telling_words(names), frozenset(key(" ".join(names)).split()), held, is_drawn)


def _compared(told: Growth, years: Years) -> Iterator[Finding]:
    """Yield growth that no line of that value has, one of which tells of the same."""
    bases = [
        (base, growth(base.term, now.term))
        for course in years.get(told.year.casefold(), ())
        if (base := course.held.get(told.since.casefold())) is not None
        and _is_told(told, course, now := course.held[told.year.casefold()])
        and (now.term.value > base.term.value) == told.change.rises
        and base.term.value > 0
    ]
    computed = [(base, rate) for base, rate in bases if rate is not None]
    stated = told.percent
    if any(compare(stated.term, rate) in ("agrees", "rounded") for _, rate in computed):
        return
    for base, rate in computed[:1]:
        found = Claim(
            stated=stated,
            computed=rate,
            others=(told.level, Said.of(base.figure, base.term)),
            how=f"from {base.figure.anchor.quote} to {told.level.quote}",
            code="growth_mismatch",
            unit=PER_CENT,
            gravest="warning",
            far=max(HALF, FAR_POINTS / stated.term.value),
        ).finding()
        yield from [found] if found is not None else []


def _is_told(growth: Growth, course: Course, now: Held) -> bool:
    """Say whether a value is the one of a line, and its sentence speaks of the line."""
    told, level = growth.percent, growth.level
    kind, unit = level.sort
    if now.measured_in != (kind, unit) or level.term.value < TELLING * level.term.step:
        return False
    scales = MAGNITUDES if course.is_drawn else MAGNITUDES[:1]
    size = now.term
    if not any(meets(level.term, Term(size.value * by, size.half * by)) for by in scales):
        return False
    named = [each.figure.indicator.value for each in (told, level) if each.figure.indicator]
    said = telling_words([*named, level.before, told.before, told.after])
    return bool(course.words & said) or (_is_fine(level.term) and _names(level) in course.names)


def _is_fine(value: Term) -> bool:
    """Say whether a value has so many digits that no other is alike by chance."""
    return value.value >= TELLING_ALONE * value.step


def _names(said: Said) -> str | None:
    """Return the last word of what a number measures: `budget` of *the last budget*."""
    words = key(said.figure.indicator.value).split() if said.figure.indicator else []
    return words[-1] if words else None
