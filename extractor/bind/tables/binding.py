"""What the figures of a table are bound to: `title or column: row label`, and who is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.tables.celltext import is_phrase, is_running_text
from extractor.bind.tables.counted import bind_count, part_of_people
from extractor.bind.tables.governing import Governing, is_label
from extractor.bind.tables.labels import (
    Repeated,
    counted_above,
    group_label,
    repeated_labels,
    row_label,
    telling,
)
from extractor.bind.tables.measured import head_of
from extractor.bind.tables.nouns import people_in
from extractor.bind.tables.own_labels import bind_own_label
from extractor.bind.tables.sums import unlabelled_sums, wider_sums
from extractor.bind.tables.unitheads import PERCENT_OF, base_of
from extractor.segment.document import Cell

Place = tuple[int, int, int]
"""Table, row and column."""


def bind_cells(context: Context) -> None:
    """Bind indicator and group of every figure in a table that is no date."""
    said = _Said(context, repeated_labels(context))
    for found in context.founds:
        if found.cell is None:
            continue
        what = context.governing_of(found)
        if found.indicator is None and (not found.is_time or _lasts(context, found)):
            _bind_indicator(context, found, what, said)
        elif found.indicator is None:
            bind_own_label(context, found)
        if found.reading.kind == "count" and found.unit is None:
            bind_count(context, found, what)
        if found.reading.kind == "percent" and found.population is None:
            _bind_base(context, found, what)
        if found.reading.kind in {"count", "percent"} and found.population is None:
            found.population = part_of_people(what)


def _lasts(context: Context, found: Found) -> bool:
    """Say whether a stretch of time is all of its cell, and so the value of its row."""
    cell = context.cell_of(found)
    value = cell.header is None or (cell.header == "row" and cell.col > 0)
    return found.reading.kind == "duration" and value and cell.span == found.span


# --- indicators -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Said:
    """What heads and labels say is measured: each is asked once, though it governs many figures."""

    context: Context
    repeated: Repeated
    _columns: dict[tuple[int, int, int, bool], tuple[str, Span | None]] = field(
        default_factory=dict
    )
    _rows: dict[tuple[int, int, int], tuple[list[Cell], str]] = field(default_factory=dict)
    _sums: dict[int, frozenset[int]] = field(default_factory=dict)
    _wider: dict[int, Mapping[int, Cell | None]] = field(default_factory=dict)

    def by_column(
        self, place: Place, what: Governing, *, labelled: bool
    ) -> tuple[str, Span | None]:
        """Return what the headers above a cell say, or else the title, and where."""
        index, _, col = place
        key = index, col, len(what.columns), labelled
        if key not in self._columns:
            self._columns[key] = head_of(self.context, index, what.columns, labelled=labelled)
        return self._columns[key]

    def by_row(self, place: Place, what: Governing) -> tuple[list[Cell], str]:
        """Return the labels to the left of a cell that say what its row is, and what they say."""
        index, row, _ = place
        key = index, row, len(what.labels)
        if key not in self._rows:
            labels = telling(self.context, index, what.labels)
            if labels and row in self._sums_of(index):
                labels = []
            label = row_label(self.context, what, labels, index, self.repeated)
            if not what.labels and row in self._wider_sums_of(index):
                label = group_label(self.context, self._wider[index][row])
            if not label and what.labels:
                label = counted_above(self.context, index, row, place[2])
            self._rows[key] = labels, label
        return self._rows[key]

    def _wider_sums_of(self, index: int) -> Mapping[int, Cell | None]:
        if index not in self._wider:
            self._wider[index] = wider_sums(self.context, index)
        return self._wider[index]

    def _sums_of(self, index: int) -> frozenset[int]:
        if index not in self._sums:
            self._sums[index] = unlabelled_sums(self.context, index)
        return self._sums[index]


def _bind_indicator(context: Context, found: Found, what: Governing, said: _Said) -> None:
    """Bind what a cell measures: `title or column: row label`."""
    cell = context.cell_of(found)
    if found.cell is None or is_running_text(cell.text):
        return  # what a sentence in a cell counts is not what its column is headed by
    labels, label = said.by_row(found.cell, what)
    own = bind_own_label(context, found, row=label)
    if own or cell.header == "column" or is_phrase(cell.text):
        return
    if not labels and is_label(cell) and _is_within_label(context, found, cell):
        return  # it is no value of its row
    head, head_span = said.by_column(found.cell, what, labelled=bool(label))
    parts = [part for part in (head, label) if part]
    if head.casefold() == label.casefold():
        parts = parts[:1]  # the total of a column of totals
    if parts:
        group = what.group.span if what.group is not None else None
        span = labels[-1].span if labels else head_span or group
        found.indicator = Binding(": ".join(parts), "inherited", "table.header_and_label", span)


def _is_within_label(context: Context, found: Found, cell: Cell) -> bool:
    """Say whether words stand before a number in its cell; `22 of 36 (61%)` opens with a value."""
    if cell.span is None or found.span[0] == cell.span[0]:
        return False
    first = next(iter(context.founds_in(cell.span)))
    return cell.col == 0 or first.is_time or first.span[0] > cell.span[0]


def _bind_base(context: Context, found: Found, what: Governing) -> None:
    """Bind what a share is of where a head, a label or the title says it (`% of households`)."""
    title = context.doc.tables[found.cell[0]].title_span if found.cell is not None else None
    spans = [cell.span for cell in what.heads if cell.span is not None]
    for span in [*spans, *([title] if title is not None else [])]:
        base = _people_of(context, span) or base_of(context.doc.quote(span))
        if base is not None:
            found.population = Binding(base, "inherited", "table.base", span)
            return


def _people_of(context: Context, span: Span) -> str | None:
    """Return the people that a percentage is said to be of, whatever is said of them then."""
    text = context.doc.quote(span)
    opening = PERCENT_OF.match(text)
    language = context.collected.language
    return people_in(text[opening.end() :], language) if opening is not None else None
