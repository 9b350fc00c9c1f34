"""A row for each number, in the vocabulary of the Humanitarian API of HDX (HAPI)."""

from collections.abc import Iterator

from extractor.data.tables import load
from extractor.days import days
from extractor.export.tables.figures import STATUSES, TIMES, addresses
from extractor.export.tables.sheet import Column, Row, Sheet
from schemas.extraction import Extraction
from schemas.figure import Figure

POPULATION_STATUSES = {"in_need": "INN", "targeted": "TGT", "reached": "REA"}
ENDS = ("value", "low", "high")
COLUMNS = (
    Column("indicator", "text", "What is measured, in the document's words."),
    Column("value", "number", "The number, exact.", required=True),
    Column("end", "text", "The value, or an end of a range.", required=True, one_of=ENDS),
    Column("unit", "text", "ISO 4217, percent, what is counted, a unit."),
    Column("population", "text", "The group counted, or the base of a share."),
    Column(
        "population_status",
        "text",
        "As in HAPI: in need, targeted, reached.",
        one_of=tuple(POPULATION_STATUSES.values()),
    ),
    Column("status", "text", "The same in our words, and of money.", one_of=STATUSES),
    Column("location_code", "text", "As in HAPI: ISO 3166-1 alpha-3 of the one country."),
    Column("location_name", "text", "The place in the document's words."),
    Column("reference_period_start", "date", "First day that it is of."),
    Column("reference_period_end", "date", "Last day that it is of."),
    Column("source", "list", "On whose word it stands."),
    Column("document_title", "text", "Title of the document."),
    Column("page", "integer", "Page, from 1."),
    Column("figure_id", "text", "The figure; a range has two rows.", required=True),
    Column("document_sha256", "text", "Hash of the document's bytes.", required=True),
)


def long(extraction: Extraction) -> Sheet:
    """Return a row for each number; dates and durations are none."""
    return Sheet("figures-long", COLUMNS, list(_rows(extraction)))


def _rows(extraction: Extraction) -> Iterator[Row]:
    document = extraction.document
    for figure in extraction.figures:
        if figure.kind in TIMES:
            continue
        said = (*_said(figure), document.title, figure.anchor.page, figure.id, document.sha256)
        indicator = figure.indicator.value if figure.indicator else None
        for end in ENDS:
            number: str | None = getattr(figure, end)
            if number is not None:
                yield (indicator, number, end, *said)


def _said(figure: Figure) -> Row:
    status = figure.status.value if figure.status else None
    code = figure.place.code if figure.place else None
    return (
        figure.unit,
        figure.population.value if figure.population else None,
        POPULATION_STATUSES.get(status or ""),
        status,
        _alpha3().get(code or ""),
        figure.place.value if figure.place else None,
        *days(figure.as_of.value if figure.as_of else None),
        addresses(figure)[0],
    )


def _alpha3() -> dict[str, str]:
    return load("alpha3.toml")
