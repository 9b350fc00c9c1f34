"""What a document asks for and for whom, by place, sector and year.

Nothing is added up: of the figures that tell one thing of one place the largest is shown, which is
the total where the document states one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.report.wording import Wording
from extractor.written import brief, date, is_number
from schemas.extraction import Extraction
from schemas.figure import Figure

COLUMNS = ("required", "funded", "in_need", "targeted", "reached")
HEADS = {
    "required": "Required",
    "funded": "Funded",
    "in_need": "In need",
    "targeted": "Targeted",
    "reached": "Reached",
}
MONEY = frozenset({"required", "funded"})
WIDEST = 100  # per cent: the bar of the largest amount
LEAST_ROWS = 2  # a table of one row would say the headline again
MOST_ROWS = 60  # of a table; a report is no data base

Groups = Callable[[Figure], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a summary."""

    figure: str
    """Its id."""
    shown: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one place, sector or time."""

    label: str
    cells: tuple[Cell | None, ...]
    bar: float
    """Length of its bar in per cent of the longest."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One table of what is asked for."""

    title: str
    heads: tuple[str, ...]
    bars_of: str
    """Head of the column that the bars show."""
    rows: tuple[Row, ...]
    left_out: int
    """Rows beyond the most that are shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a document asks for as a whole, and by what."""

    headline: tuple[tuple[str, Cell], ...]
    summaries: tuple[Summary, ...]


def asked(extraction: Extraction) -> Asked:
    """Return what a document states as required, funded, in need, targeted and reached."""
    wording = Wording(extraction.text)
    told = [wording.worded(figure) for figure in extraction.figures if _is_told(figure)]
    told = _comparable(told)
    whole = _largest(told)
    headline = [(HEADS[each], _cell(whole[each])) for each in COLUMNS if each in whole]
    sectors = _Sectors(extraction)
    tables = (
        _summary("By place", told, _places, ordered=_by_size),
        _summary("By sector", told, sectors, ordered=_by_size),
        _summary("By year", told, _years, ordered=_by_label),
    )
    return Asked(tuple(headline), tuple(each for each in tables if len(each.rows) >= LEAST_ROWS))


def _is_told(figure: Figure) -> bool:
    if figure.status is None or figure.status.value not in COLUMNS or not is_number(figure.value):
        return False
    return figure.kind == ("money" if figure.status.value in MONEY else "count")


def _comparable(figures: Sequence[Figure]) -> list[Figure]:
    """Keep of each status the figures of its commonest unit: others are no larger or smaller."""
    units: dict[bool, Counter[str]] = defaultdict(Counter)
    for figure in figures:
        units[figure.kind == "money"][_unit(figure)] += 1
    common = {money: counted.most_common(1)[0][0] for money, counted in units.items()}
    return [each for each in figures if _unit(each) == common[each.kind == "money"]]


def _unit(figure: Figure) -> str:
    return (figure.unit or "").casefold()


def _largest(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return the largest figure of each status; of equal ones the first."""
    largest: dict[str, Figure] = {}
    for figure in figures:
        status = figure.status.value if figure.status else ""
        if status not in largest or _size(figure) > _size(largest[status]):
            largest[status] = figure
    return largest


def _size(figure: Figure) -> Decimal:
    return Decimal(figure.value or 0)


def _cell(figure: Figure) -> Cell:
    return Cell(figure.id, brief(figure))


Told = tuple[str, Mapping[str, Figure]]


def _summary(
    title: str,
    figures: Sequence[Figure],
    groups: Groups,
    *,
    ordered: Callable[[str, Iterable[Told]], list[Told]],
) -> Summary:
    grouped: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        for label in dict.fromkeys(groups(figure)):
            grouped[label].append(figure)
    told = [(label, _largest(each)) for label, each in grouped.items()]
    used = tuple(each for each in COLUMNS if any(each in row for _, row in told))
    bars = max(used, key=lambda each: sum(each in row for _, row in told), default="")
    rows = ordered(bars, told)
    longest = max((_size(row[bars]) for _, row in rows if bars in row), default=Decimal(0))
    return Summary(
        title=title,
        heads=tuple(HEADS[each] for each in used),
        bars_of=HEADS.get(bars, ""),
        rows=tuple(_row(each, used, bars, longest) for each in rows[:MOST_ROWS]),
        left_out=max(0, len(rows) - MOST_ROWS),
    )


def _row(told: Told, used: Sequence[str], bars: str, longest: Decimal) -> Row:
    label, row = told
    bar = _size(row[bars]) / longest * WIDEST if bars in row and longest else Decimal(0)
    cells = tuple(_cell(row[each]) if each in row else None for each in used)
    return Row(label, cells, round(float(bar), 1))


def _by_size(bars: str, told: Iterable[Told]) -> list[Told]:
    def smallness(told: Told) -> Decimal:
        row = told[1]
        return -_size(row[bars]) if bars in row else Decimal(1)

    return sorted(told, key=smallness)


def _by_label(_bars: str, told: Iterable[Told]) -> list[Told]:
    return [(date(label), row) for label, row in sorted(told, key=lambda each: each[0])]


def _places(figure: Figure) -> Iterator[str]:
    if figure.place:
        yield figure.place.value


def _years(figure: Figure) -> Iterator[str]:
    if figure.as_of:
        yield figure.as_of.value


class _Sectors:
    """Tells the sectors that an indicator names, or else a heading that the figure stands under."""

    def __init__(self, extraction: Extraction) -> None:
        self._sections = {section.id: section for section in extraction.sections}
        self._names = {
            name.casefold(): entity.value
            for entity in extraction.entities
            if entity.type == "sector"
            for name in (entity.value, *(mention.quote for mention in entity.mentions))
        }

    def __call__(self, figure: Figure) -> Iterator[str]:
        indicator = figure.indicator.value if figure.indicator else ""
        named = [self._names.get(part.casefold()) for part in indicator.split(": ")]
        yield from filter(None, named if any(named) else (self._heading(figure),))

    def _heading(self, figure: Figure) -> str | None:
        at, seen = figure.section_id, set[str]()
        while at and at not in seen and (section := self._sections.get(at)):
            seen.add(at)  # an extraction from outside may tell a circle
            if name := self._names.get(section.title.casefold()):
                return name
            at = section.parent_id
        return None
