"""The rows of figures, of what they are bound to, and of what was found about them."""

from collections.abc import Iterable, Iterator

from extractor.days import days
from extractor.store.model import figures
from extractor.store.rows.kept import Kept, Row
from schemas.extraction import Extraction, Finding
from schemas.figure import Bound, Figure

TIMES = frozenset({"date", "duration"})


def add_figures(kept: Kept, extraction: Extraction) -> None:
    """Keep the figures, what they are bound to, and what is told of the document besides."""
    found = extraction.figures
    kept.add(
        figures.FIGURES,
        (_figure(kept, ordinal, figure) for ordinal, figure in enumerate(found)),
    )
    kept.add(figures.FIGURE_SOURCES, (row for figure in found for row in _links(kept, figure)))
    _add_named(kept, extraction)
    kept.add(
        figures.WARNINGS,
        (
            (ordinal, each.code, each.message, each.page, kept.optional_source(each.source))
            for ordinal, each in enumerate(extraction.warnings)
        ),
    )


def add_unexplained(kept: Kept, extraction: Extraction) -> None:
    """Keep the digits of which the ledger does not say what they are."""
    entries = (one for one in extraction.ledger.entries if one.status == "unexplained")
    kept.add(
        figures.UNEXPLAINED_DIGITS,
        ((ordinal, kept.digits(each, extraction.text)) for ordinal, each in enumerate(entries)),
    )


def add_findings(kept: Kept, own: Iterable[Finding], audited: Iterable[Finding]) -> None:
    """Keep the findings of the extraction, then those of its audit."""
    found = [*(("extraction", each) for each in own), *(("check", each) for each in audited)]
    kept.add(
        figures.FINDINGS,
        (
            (
                *(number, origin, each.code, each.severity, each.message),
                *(each.stated, each.computed, each.tolerance, each.type),
                kept.optional_source(each.source),
            )
            for number, (origin, each) in enumerate(found)
        ),
    )
    kept.add(
        figures.FINDING_FIGURES,
        (
            (number, ordinal, figure)
            for number, (_, each) in enumerate(found)
            for ordinal, figure in enumerate(each.figures)
        ),
    )


def _figure(kept: Kept, ordinal: int, figure: Figure) -> Row:
    cell = figure.cell
    return (
        *(figure.id, ordinal, figure.kind, figure.value, figure.low, figure.high),
        *(figure.unit, figure.modifier, figure.precision),
        *_numbers(figure),
        *(days(figure.value) if figure.kind == "date" else (None, None)),
        *(figure.zone, figure.rule, figure.block_id, figure.section_id),
        *((None, None, None) if cell is None else (cell.table_id, cell.row, cell.col)),
        *(figure.of, kept.place(figure.anchor)),
        kept.anchor(figure.modifier_anchor),
        *[
            None if bound is None else kept.attribute(name, bound)
            for name, bound in zip(figures.BOUND, _bound(figure), strict=True)
        ],
    )


def _numbers(figure: Figure) -> Row:
    """Return the value, the least and the most of a figure that is a number."""
    if figure.kind in TIMES:
        return None, None, None
    value = figure.value
    return value, value or figure.low, value or figure.high


def _bound(figure: Figure) -> tuple[Bound | None, ...]:
    """Return what a figure is bound to, in the order of `BOUND`."""
    said = (figure.indicator, figure.population, figure.place, figure.as_of)
    return (*said, figure.status, figure.per)


def _links(kept: Kept, figure: Figure) -> Iterator[Row]:
    for ordinal, link in enumerate(figure.sources):
        said = (figure.id, ordinal, link.value, link.footnote, link.footnote_id, link.url)
        yield (*said, link.state, link.rule, kept.anchor(link.anchor))


def _add_named(kept: Kept, extraction: Extraction) -> None:
    """Keep what is cited and what is named."""
    cited, named = extraction.sources, extraction.entities
    kept.add(
        figures.SOURCES,
        (
            (one.id, ordinal, one.value, one.publisher, one.date, one.url)
            for ordinal, one in enumerate(cited)
        ),
    )
    kept.add(
        figures.SOURCE_FOOTNOTES,
        ((one.id, i, note) for one in cited for i, note in enumerate(one.footnote_ids)),
    )
    kept.add(
        figures.ENTITIES,
        ((one.id, ordinal, one.type, one.value, one.code) for ordinal, one in enumerate(named)),
    )
    kept.add(
        figures.MENTIONS,
        (
            (one.id, ordinal, kept.place(mention))
            for one in named
            for ordinal, mention in enumerate(one.mentions)
        ),
    )
