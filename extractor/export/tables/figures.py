"""A row for each figure, with everything that one filters on."""

from collections.abc import Iterator, Mapping
from typing import get_args

from extractor.days import days
from extractor.export.selectors import places
from extractor.export.tables.sheet import Column, Row, Sheet, Value
from schemas.extraction import Extraction
from schemas.figure import Bound, Figure, Kind, Modifier, State, Zone

STATES: tuple[str, ...] = get_args(State)
STATUSES = ("in_need", "targeted", "reached", "required", "funded")
TIMES = frozenset({"date", "duration"})
COLUMNS = (
    Column("id", "text", "The figure, by an id that is the same in every run.", required=True),
    Column("document_sha256", "text", "Hash of the document's bytes.", required=True),
    Column("document_title", "text", "Title of the document."),
    Column("publisher", "text", "The organisation that speaks."),
    Column("published", "text", "When it was published: ISO 8601 at its own precision."),
    Column("page", "integer", "Page on which the figure begins, from 1; blank without pages."),
    Column("kind", "text", "What kind of figure it is.", required=True, one_of=get_args(Kind)),
    Column("value", "text", "Exact decimal, or ISO 8601; blank for a range."),
    Column("low", "text", "Lower end of a range."),
    Column("high", "text", "Upper end of a range."),
    Column("number", "number", "The value; blank for ranges, dates and durations."),
    Column("number_low", "number", "The value, or the lower end of the range."),
    Column("number_high", "number", "The value, or the upper end of the range."),
    Column("unit", "text", "ISO 4217, percent, percentage_points, what is counted, a unit, times."),
    Column("modifier", "text", "What is said of its exactness.", one_of=get_args(Modifier)),
    Column("precision", "number", "Half a unit of the last printed digit."),
    Column("indicator", "text", "What is measured, in the document's words."),
    Column("indicator_state", "text", "How that was bound.", one_of=STATES),
    Column("population", "text", "The group counted, or the base of a share."),
    Column("population_state", "text", "How that was bound.", one_of=STATES),
    Column("place", "text", "Where it holds."),
    Column("place_code", "text", "ISO 3166-1 alpha-2 code of the one country; else blank."),
    Column("place_state", "text", "How that was bound.", one_of=STATES),
    Column("as_of", "text", "When it holds, or what it is for: ISO 8601 date or interval."),
    Column("as_of_first", "date", "First day of that; blank where it is open."),
    Column("as_of_last", "date", "Last day of that; blank where it is open."),
    Column("as_of_state", "text", "How that was bound.", one_of=STATES),
    Column("status", "text", "Whether it is needed, planned or done.", one_of=STATUSES),
    Column("per", "text", "What a rate is counted on."),
    Column("of", "text", "Id of the figure that is the whole."),
    Column("sources", "list", "On whose word it stands."),
    Column("source_urls", "list", "Their addresses, in their order; blank if none has one."),
    Column("section", "text", "Title of the section it stands in."),
    Column(
        "zone", "text", "What kind of place it stands in.", required=True, one_of=get_args(Zone)
    ),
    Column("table_id", "text", "The table it stands in."),
    Column("table", "text", "Title of that table."),
    Column("row", "integer", "Row of that table, from 0."),
    Column("column", "integer", "Column of that table, from 0."),
    Column("quote", "text", "The figure as printed.", required=True),
    Column("text_start", "integer", "First character in the extraction's text.", required=True),
    Column("text_end", "integer", "One past the last character.", required=True),
    Column("places", "list", "Boxes on pages (RFC 8118), or code points of the file."),
    Column("rule", "text", "The rule of the grammar that read it.", required=True),
)


def figures(extraction: Extraction) -> Sheet:
    """Return a row for each figure, in the order of the text."""
    return Sheet("figures", COLUMNS, list(_Rows(extraction)))


class _Rows:
    """Makes rows; holds what figures refer to."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._sections = {section.id: section.title for section in extraction.sections}
        self._tables: Mapping[str, str | None] = {one.id: one.title for one in extraction.tables}

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows."""
        document = self._extraction.document
        told = (document.sha256, document.title, document.publisher, document.published)
        for figure in self._extraction.figures:
            yield (
                *(figure.id, *told, figure.anchor.page, figure.kind),
                *(figure.value, figure.low, figure.high, *numbers(figure)),
                *(figure.unit, figure.modifier, figure.precision),
                *_bound(figure),
                *addresses(figure),
                *self._where(figure),
                *(figure.anchor.quote, figure.anchor.start, figure.anchor.end),
                *(tuple(places(figure.anchor.source)), figure.rule),
            )

    def _where(self, figure: Figure) -> Iterator[Value]:
        yield None if figure.section_id is None else self._sections[figure.section_id]
        yield figure.zone
        cell = figure.cell
        if cell is None:
            yield from (None, None, None, None)
        else:
            yield from (cell.table_id, self._tables[cell.table_id], cell.row, cell.col)


def numbers(figure: Figure) -> tuple[str | None, str | None, str | None]:
    """Return the value, the least and the most of a figure that is a number."""
    if figure.kind in TIMES:
        return None, None, None
    return figure.value, figure.value or figure.low, figure.value or figure.high


def addresses(figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sources of a figure, and the address of each if one of them has one."""
    urls = tuple(source.url or "" for source in figure.sources)
    return tuple(source.value for source in figure.sources), urls if any(urls) else ()


def _bound(figure: Figure) -> Iterator[Value]:
    yield from _said(figure.indicator)
    yield from _said(figure.population)
    code = None if figure.place is None else figure.place.code
    yield from (_value(figure.place), code, _state(figure.place))
    when = _value(figure.as_of)
    yield from (when, *days(when), _state(figure.as_of))
    yield from (_value(figure.status), _value(figure.per), figure.of)


def _said(bound: Bound | None) -> tuple[Value, Value]:
    return _value(bound), _state(bound)


def _value(bound: Bound | None) -> str | None:
    return None if bound is None else bound.value


def _state(bound: Bound | None) -> str | None:
    return None if bound is None else bound.state
