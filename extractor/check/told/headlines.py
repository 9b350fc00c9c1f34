"""Headlines: whether a figure outside of the tables is the total of the table behind it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.check.again.itself import speaks_of_itself
from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, is_round, printed, term, total
from extractor.check.prose.sentences import ENDED, around, ends_with, words
from extractor.check.words import group, measured_in, role, telling_words
from schemas.document import Table
from schemas.extraction import Finding
from schemas.figure import Bound, Figure

NEAR = Decimal("0.05")  # of the total; what is further off is the headline of something else
SAID = 3  # words that a headline and the title of its table must share
SHARE = Decimal("0.6")  # of the words of that of the two which says less
YEAR = 4  # digits
MAX_SUBJECT = 6  # words of a clause that says no more than what a plan costs
TOLD = ("keyfigure", "heading", "prose", "list")

Matter = tuple[str, str | None, str | None, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Total:
    """What a table comes to, as far as a headline may repeat it."""

    figures: tuple[Figure, ...]
    """The cell that states it, or the cells that make it."""
    value: Term
    words: frozenset[str]
    """What the table says of it."""
    called: str


def headlines(index: Index) -> Iterator[Finding]:
    """Yield where a headline is not the total of its table: `total_mismatch`, `truncated`."""
    stated = _stated_totals(index)
    sums = list(_sums(index))
    every = [total for totals in stated.values() for total in totals]
    for figure in index.extraction.figures:
        if figure.cell is not None or figure.zone not in TOLD:
            continue
        value = term(figure.value, figure.precision)
        if value is None or figure.kind not in ("money", "count") or not value.value:
            continue
        matching = _stated_alike(index, figure, stated)
        matching += [t for t in sums if _is_whole_of(figure, t)]
        named = not matching and (_is_named(figure) or _is_cost_of_all(index, figure))
        if named and not _is_narrowed(index, figure):
            matching = _largest(figure, value, every)
        yield from _told(figure, value, matching)


def _stated_alike(
    index: Index, figure: Figure, stated: Mapping[Matter | None, Sequence[Total]]
) -> list[Total]:
    """Return the totals of the matter of a figure; without a time, the largest, if it is of all."""
    matter = _matter(figure)
    matching = [t for t in stated.get(matter, ()) if _is_of(figure, t)] if matter else []
    if figure.as_of is not None or not matching:
        return matching
    most = max(matching, key=lambda t: t.value.value)
    return [most] if figure.zone != "prose" or speaks_of_itself(index, figure) else []


def _is_cost_of_all(index: Index, figure: Figure) -> bool:
    """Say whether an amount is told, without a time, as all that a plan costs: `it costs EUR 5 m`.

    The name of the plan is all that stands before the verb.
    """
    opening, _ = around(index.extraction.text, figure)
    told = figure.zone == "prose" and figure.kind == "money" and figure.as_of is None
    costs = told and ends_with("costs", opening)
    return costs and len(opening.split()) <= MAX_SUBJECT and speaks_of_itself(index, figure)


def _is_narrowed(index: Index, figure: Figure) -> bool:
    """Say whether anything but a year is told behind an amount: `a year`, `from donors`."""
    return ENDED.fullmatch(around(index.extraction.text, figure)[1]) is None


def _largest(figure: Figure, value: Term, totals: Sequence[Total]) -> list[Total]:
    """Return the largest total that tables state in the unit of a figure, if it is like none."""
    alike = [t for t in totals if t.figures[0].unit == figure.unit and _says(figure, t)]
    told = any(compare(value, t.value) == "agrees" for t in totals)
    return [max(alike, key=lambda t: t.value.value)] if alike and not told else []


def _says(figure: Figure, whole: Total) -> bool:
    """Say whether a table is of what a headline names; of costs, where a sentence tells these."""
    if figure.zone == "prose":
        return words("costed").search(_name(whole.figures[0])) is not None
    return telling_words([_name(figure)]) <= whole.words


def _told(figure: Figure, value: Term, totals: Sequence[Total]) -> Iterator[Finding]:
    """Yield a finding if a figure fits none of the totals that it may repeat."""
    near = [t for t in totals if abs(t.value.value - value.value) <= NEAR * abs(t.value.value)]
    verdicts = [compare(value, t.value) for t in near]
    if not near or "agrees" in verdicts or "rounded" in verdicts:
        return
    at = verdicts.index("truncated") if "truncated" in verdicts else 0
    nearest = near[at]
    start = f"{shown(figure, value)} ({_name(figure)})"
    told = f"{nearest.called}, {printed(nearest.value.value)}"
    if verdicts[at] == "truncated":
        message = f"{start} is {told}, cut off where it should have been rounded."
        code, severity = "truncated", _severity(figure, value, "warning")
    else:
        message = f"{start} is {more_or_less(value, nearest.value)} {told}."
        code, severity = "total_mismatch", _severity(figure, value, "error")
    figures = (figure, *nearest.figures)
    yield finding(code, severity, message, figures, (value, nearest.value))


def _severity(figure: Figure, value: Term, gravest: Severity) -> Severity:
    """Return how grave a difference is: what was said not to be exact cannot be wrong."""
    inexact = figure.modifier is not None or (figure.zone != "keyfigure" and is_round(value))
    return "info" if inexact else gravest


def _name(figure: Figure) -> str:
    return figure.indicator.value if figure.indicator is not None else figure.kind


def _matter(figure: Figure) -> Matter | None:
    """Return what must be the same of a headline and a total; None for what says too little.

    What is counted must be the same: a table of schools says nothing of how many people there are.
    """
    if figure.status is None or (figure.as_of is None and figure.kind != "money"):
        return None
    what = figure.kind, measured_in(figure), group(figure)
    return *what, _said(figure.place), _said(figure.as_of), _said(figure.status)


def _said(bound: Bound | None) -> str | None:
    return None if bound is None else (bound.code or bound.value.casefold())


def _stated_totals(index: Index) -> dict[Matter | None, list[Total]]:
    """Return the totals that tables state, by what they are of."""
    found: defaultdict[Matter | None, list[Total]] = defaultdict(list)
    for table in index.extraction.tables:
        whole = _total_columns(table)
        cells = index.cells.get(table.id, {})
        for (row, col), figures in cells.items():
            if (row in table.total_rows or col in whole) and len(figures) == 1:
                (figure,) = figures
                value, matter = term(figure.value, figure.precision), _matter(figure)
                if value is not None:
                    called = f"the total of its table ({_name(figure)})"
                    words = telling_words([table.title or "", _name(figure)])
                    found[matter].append(Total((figure,), value, words, called))
    return found


def _total_columns(table: Table) -> set[int]:
    heads = [cell for cell in table.cells if cell.header == "column" and cell.col_span == 1]
    return {cell.col for cell in heads if role(cell.text) == "total"}


def _is_of(figure: Figure, whole: Total) -> bool:
    """Say whether a table of that title can break a headline down: it says no more than that."""
    named = _name(figure)
    return words("costs").fullmatch(named) is not None or telling_words([named]) <= whole.words


def _is_named(figure: Figure) -> bool:
    """Say whether a headline without status or time calls itself a total, and of what."""
    listed = figure.zone in ("list", "keyfigure") and figure.kind == "money"
    total = listed and figure.as_of is None and role(_name(figure)) == "total"
    return total and bool(telling_words([_name(figure)]))


def _sums(index: Index) -> Iterator[Total]:
    """Yield what tables come to that state no total, by years that their columns name."""
    for table in index.extraction.tables:
        cells = index.cells.get(table.id, {})
        amounts = [f for found in cells.values() for f in found if f.kind == "money"]
        others = [f for found in cells.values() for f in found if f.kind not in ("money", "date")]
        values = [term(f.value, f.precision) for f in amounts]
        terms = [value for value in values if value is not None]
        alike = len({f.unit for f in amounts}) == 1 and not others and len(terms) == len(amounts)
        if alike and len(terms) > 1 and not table.total_rows and not _total_columns(table):
            called = f"the sum of the {len(terms)} amounts of its table"
            yield Total(tuple(amounts), total(terms), telling_words([table.title or ""]), called)


def _is_whole_of(figure: Figure, whole: Total) -> bool:
    """Say whether a headline says what a table's title says, for its years, in its currency."""
    if figure.kind != "money" or figure.unit != whole.figures[0].unit:
        return False
    said = telling_words([_name(figure)])
    shared = said & whole.words
    if len(shared) < SAID or len(shared) < SHARE * min(len(said), len(whole.words)):
        return False
    years = _years([figure])
    return len(set(years)) > 1 and years == _years(whole.figures)


def _years(figures: Sequence[Figure]) -> tuple[str, ...]:
    """Return the first and the last year that figures are of; nothing where they do not say."""
    dates = [part for f in figures if f.as_of is not None for part in f.as_of.value.split("/")]
    years = [part[:YEAR] for part in dates]
    return (min(years), max(years)) if years else ()
