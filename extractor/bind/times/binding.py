"""When a figure holds, or the period it is for: said beside it, below it, or by what governs it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, inherited
from extractor.bind.prose.labelled import RULE as LABEL
from extractor.bind.sources.lines import LINE as SOURCE_LINE
from extractor.bind.tables.datewords import AROUND, after_date, before_date
from extractor.bind.tables.governing import Governing
from extractor.bind.tables.naming import without_remarks
from extractor.bind.tables.periods import period_in
from extractor.bind.tables.unitheads import without_unit
from extractor.bind.times.comparing import is_held_against
from extractor.bind.times.dating import as_of, date_beside, date_in_clause
from extractor.bind.times.due import is_due
from extractor.bind.times.opened import opened_times, told_before
from extractor.segment.document import Cell
from extractor.segment.titles import is_total

PARTED = regex.compile(r"\s*+ [)\]]?+ \s*+ : \s*+", regex.X)
YEAR = 4  # digits that open a date
MIN_YEARS = 2  # year columns that a total column can add up


def bind_times(context: Context) -> None:
    """Bind the date of every figure that is no date or duration."""
    said: dict[Span, Binding] = {}
    tables = _Tables(context)
    opened = opened_times(context.sentences)
    for found in context.founds:
        if found.is_time:
            continue
        found.as_of = found.as_of or _as_of(context, found, tables)
        if found.as_of is None and found.of is not None:
            found.as_of = _of_whole(context, found, found.of)
        if found.as_of is None:
            found.as_of = told_before(opened, found, context.sentence_of(found))
        _share_with_restatements(found, said)


def _of_whole(context: Context, part: Found, whole: Found) -> Binding | None:
    """Return the date of a whole as its part takes it over.

    The time in which the whole came about (`since 2029, 86 kits were brought`) is not that of
    what a later sentence says of a part (`83 of them still work`).
    """
    date = whole.as_of
    is_open = date is not None and date.value.endswith("..")
    if is_open and context.sentence_of(part) is not context.sentence_of(whole):
        return None
    return inherited(date, "as_of.parent")


def _share_with_restatements(found: Found, said: dict[Span, Binding]) -> None:
    """Give a figure that says another one again in another unit the date of that one."""
    indicator = found.indicator
    if indicator is None or indicator.span is None:
        return
    if found.as_of is not None:
        said.setdefault(indicator.span, found.as_of)
    elif indicator.rule == "prose.restated_in_bracket":
        found.as_of = inherited(said.get(indicator.span), "as_of.restated")


def _as_of(context: Context, found: Found, tables: "_Tables") -> Binding | None:
    if found.cell is not None:
        # A sentence in a cell tells its own dates.
        told = context.sentence_of(found) is not None
        beside = None if told else _in_cell(context, found)
        return beside or (
            _of_text(context, found) if told else tables.date_of(found, found.cell[0])
        )
    if found.zone == "keyfigure":
        return _of_keyfigure(context, found)
    return _of_text(context, found)


def _in_cell(context: Context, found: Found) -> Binding | None:
    """Return the date that a colon parts from a figure in its cell: `Baseline (2031): 31 %`."""
    start = (context.cell_of(found).span or found.span)[0]
    before = context.founds_in((start, found.span[0])) if start < found.span[0] else []
    date = before[-1] if before else None
    if date is None or date.reading.kind != "date":
        return None
    parted = PARTED.fullmatch(context.doc.text, date.span[1], found.span[0])
    return as_of(date, "stated", "as_of.in_cell") if parted else None


# --- text -----------------------------------------------------------------------------------------


def _of_text(context: Context, found: Found) -> Binding | None:
    sentence = context.sentence_of(found)
    beside = date_beside(found, sentence) if sentence is not None else None
    beside = beside or _of_label(context, found)
    if beside is not None:
        return beside
    near = sentence.founds if sentence is not None else []
    opening = next((d for d in near if d.reading.role == "as_of"), None)
    if opening is not None and sentence is not None:
        at, language = sentence.position_of(opening), context.collected.language
        opening = None if is_held_against(sentence.tokens, at, language) else opening
    if opening is not None:
        return as_of(opening, "stated", "as_of.sentence")
    if found.zone != "caption":
        return date_in_clause(found, sentence, context.collected.language)
    dates = [d for d in context.passage_of(found).founds if d.reading.kind == "date"]
    return as_of(dates[0], "stated", "as_of.caption") if len(dates) == 1 else None


def _of_label(context: Context, found: Found) -> Binding | None:
    """Return the one date in a figure's label, or behind it: `Baseline (2031): 31 %`."""
    label = found.indicator
    if label is None or label.span is None or label.rule != LABEL:
        return None
    date = context.date_in((label.span[0], found.span[0]))
    return as_of(date, "stated", "as_of.label") if date is not None else None


def _of_keyfigure(context: Context, found: Found) -> Binding | None:
    """Return the date in a key figure's label, of its as-of line, or else of its headings."""
    language = context.collected.language
    stated = date_in_clause(found, context.sentence_of(found), language) or _below(context, found)
    dated_by_whole = found.of is not None and found.of.span < found.span
    if stated is not None or dated_by_whole:
        return stated
    return _of_headings(context, found)


def _below(context: Context, found: Found) -> Binding | None:
    """Return the as-of line of a key figure."""
    dates = (d for d in context.passage_of(found).founds if d.reading.kind == "date")
    lines = (d for d in dates if d.reading.role == "as_of" and d.span[0] > found.span[1])
    line = next(lines, None)
    return as_of(line, "stated", "as_of.below") if line is not None else None


# --- tables and headings --------------------------------------------------------------------------


@dataclass(slots=True)
class _Tables:
    """When the cells of tables hold; what a column or row has in common is asked once."""

    context: Context
    # By the list of heads or labels itself, which cells share while they are bound.
    _periods: dict[int, bool] = field(default_factory=dict)
    _heads: dict[int, Binding | None] = field(default_factory=dict)
    _around: dict[tuple[int, int], Binding | None] = field(default_factory=dict)

    def date_of(self, found: Found, table: int) -> Binding | None:
        """Return the date of a figure of a table."""
        what = self.context.governing_of(found)
        if self._any_period(table, what.columns) or self._any_period(table, what.labels):
            return _of_period(self.context, found, table)
        beside = _beside(what)
        by_header = self._dated(what, what.columns) or self._dated(what, what.labels)
        if by_header is None and beside:
            by_header = _first_dated(self.context, _heads(self.context, what, beside))
        return by_header or self._of_column(found, table, what)

    def _any_period(self, table: int, cells: list[Cell]) -> bool:
        known = self._periods.get(id(cells))
        if known is None:
            known = any(self.context.is_period(table, cell.text) for cell in cells)
            self._periods[id(cells)] = known
        return known

    def _dated(self, what: Governing, cells: list[Cell]) -> Binding | None:
        """Return the date of the nearest of some heads or labels that tells one."""
        if id(cells) not in self._heads:
            heads = _heads(self.context, what, reversed(cells))
            self._heads[id(cells)] = _first_dated(self.context, heads)
        return self._heads[id(cells)]

    def _of_column(self, found: Found, table: int, what: Governing) -> Binding | None:
        """Return the date of a total of years, or the one that is told of the whole table."""
        key = table, id(what.columns)
        if key not in self._around:
            is_sum = any(is_total(c.text) for c in what.columns)
            years = _years_of(self.context, table) if is_sum else None
            around = chain(_corner(self.context, table, what), _above_table(self.context, table))
            told = years or _first_dated(self.context, around)
            self._around[key] = told or _of_headings(self.context, found)
        return self._around[key]


def _of_period(context: Context, found: Found, table: int) -> Binding | None:
    """Return the month or quarter that heads a cell, in the year that a head or title gives."""
    numbers = context.collected.numbers[table]
    what = context.governing_of(found)
    head = next(cell for cell in what.heads if context.is_period(table, cell.text))
    heads = _heads(context, what, (*what.heads, *_beside(what)))
    around = chain(heads, _above_table(context, table))
    year = _first_dated(context, around) or _of_headings(context, found)
    if year is None:
        return None
    # A year below its day tells both; a title that does so is of one column of several.
    headed = year.rule == "as_of.table_header"
    told = headed and period_in(head.text, year.value[:YEAR], numbers) == year.value
    value = year.value if told else period_in(head.text, year.value, numbers)
    return Binding(value, "inherited", "as_of.period_of_year", head.span) if value else None


def _beside(what: Governing) -> list[Cell]:
    """Return the year and the group of a cell, the nearest first."""
    return [*reversed(what.years), *([what.group] if what.group is not None else [])]


def _heads(context: Context, what: Governing, cells: Iterable[Cell]) -> Iterator[tuple[Span, str]]:
    """Yield where header cells, labels, year or group of a cell stand that say when it holds.

    A date within a label belongs to what it names (`Repair of the 2029 flood gates`); one that
    opens or ends it says when (`Posts at 31 May 2031`), but not one at the end of a remark in
    brackets (`Change (since the report of May 2031)`), nor when it falls due (`Bonds - 2035`).
    """
    for cell in cells:
        if cell.span is None or what.is_banner(cell):
            continue
        date = context.date_in(cell.span)
        if date is None or _says_when(context, date, cell):
            yield cell.span, "as_of.table_header"


def _says_when(context: Context, date: Found, cell: Cell) -> bool:
    start, end = cell.span or date.span
    text = context.doc.text
    before, after = text[start : date.span[0]], text[date.span[1] : end]
    remark, language = before.rpartition("("), context.collected.language
    aside = remark[1] and ")" not in remark[2] and remark[0].strip()
    if aside and before_date(remark[2], language):
        return False
    name = before_date(before, language)
    if cell.header == "column" or not name:
        return True
    closes = not after_date(after, language)
    if is_due(before, text[slice(*date.span)], unit=not closes):
        return False
    # Before a unit it says when where it is set apart: `Wealth, 2031 (EUR)`.
    apart = name != before.strip() or before.rstrip()[-1] in AROUND
    return closes or (apart and not after_date(without_remarks(without_unit(after)), language))


def _corner(context: Context, table: int, what: Governing) -> Iterator[tuple[Span, str]]:
    """Yield where the heads above the labels stand, then those above the whole table."""
    cells = [c for c in context.doc.tables[table].cells if c.header == "column" and c.col == 0]
    for cell in (*cells, *filter(what.is_banner, what.columns)):
        if cell.span is not None:
            yield cell.span, "as_of.table_header"


def _above_table(context: Context, index: int) -> Iterator[tuple[Span, str]]:
    table = context.doc.tables[index]
    note = table.note_span
    if note is not None and SOURCE_LINE.match(context.doc.quote(note)) is None:
        yield note, "as_of.table_note"
    if table.title_span is not None:
        yield table.title_span, "as_of.table_title"


def _of_headings(context: Context, found: Found) -> Binding | None:
    headings = context.headings_of(found.block)
    return _first_dated(context, ((s.span, "as_of.heading") for s in headings))


def _first_dated(context: Context, stretches: Iterator[tuple[Span, str]]) -> Binding | None:
    """Return the date of the first stretch that holds one date, and no other."""
    for span, rule in stretches:
        date = context.date_in(span)
        if date is not None:
            return as_of(date, "inherited", rule)
    return None


def _years_of(context: Context, table: int) -> Binding | None:
    """Return the years that a total column adds up: from the first to the last year column."""
    governed = context.collected.governed[table].values()
    spans = sorted({c.span for what in governed for c in what.columns if c.span is not None})
    dates = [d for d in map(context.date_in, spans) if d is not None and d.reading.value]
    if len(dates) < MIN_YEARS:
        return None
    first, last = dates[0].reading.value or "", dates[-1].reading.value or ""
    if "/" in first + last or first > last:
        return None
    return Binding(f"{first}/{last}", "inherited", "as_of.total_of_years", dates[-1].span)
