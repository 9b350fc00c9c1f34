"""Figures, what they are bound to, who says so, and what is found about them."""

from typing import get_args

from sqlalchemy import CheckConstraint, Column, Index, Table

from extractor.store.model.base import (
    EXACT,
    METADATA,
    ROWID,
    anchored,
    count,
    day,
    decimals,
    of_version,
    one_of,
    ordinal,
    part,
    text,
    told,
    version,
    within,
    within_itself,
)
from schemas.extraction import DifferenceType, EntityType
from schemas.figure import Kind, Modifier, State, Zone

BOUND = {
    "indicator": "The attribute that tells what is measured.",
    "population": "The attribute that tells which group it is of.",
    "place": "The attribute that tells where it holds.",
    "as_of": "The attribute that tells when it holds.",
    "status": "The attribute that tells what becomes of those counted.",
    "per": "The attribute that tells the base of a rate.",
}
"""What is bound to a figure, at most one of each; the comments of the columns that lead there."""
GRADES = ("error", "warning", "info")
DIGITS = "Of a figure that is no date or duration; exact."

ATTRIBUTES = Table(
    "attributes",
    METADATA,
    version(),
    ordinal("attribute_id", "Counted in the version."),
    text("name", "indicator, population, place, as_of, status or per."),
    text("value", "In the document's own words; for as_of ISO 8601."),
    told("code", "A code for it, such as ISO 3166-1 of one country."),
    told("key", "Lower-case lemma form, for comparing."),
    text("state", "Stated beside the figure, inherited from what governs it, or inferred."),
    text("rule", "The rule that bound it."),
    day("first_day", "First day of as_of."),
    day("last_day", "Last day of as_of; null for an open interval."),
    count("anchor_id", "The evidence; null only if inferred.", optional=True),
    of_version(),
    anchored(),
    one_of("name", BOUND),
    one_of("state", get_args(State)),
    CheckConstraint("state = 'inferred' OR anchor_id IS NOT NULL", name="evidence"),
    comment="What is bound to figures, each with its evidence; one of a head serves all below it.",
)
Index(None, ATTRIBUTES.c.name, ATTRIBUTES.c.key)

FIGURES = Table(
    "figures",
    METADATA,
    version(),
    part("figure_id", "Hash of document, place and quote: the same in every version."),
    count("ordinal", "Place in the order of the text, from 0."),
    text("kind", "What kind of figure it is."),
    told("value", "Decimal in plain digits and full units, or ISO 8601; null for a range."),
    told("low", "Lower end of a range, written as `value` is."),
    told("high", "Upper end of a range, written as `value` is."),
    told("unit", "ISO 4217, percent, percentage_points, the noun counted, a unit, times."),
    told("modifier", "What the words around say of its exactness."),
    told("precision", "Half a unit of the last printed digit, in full units."),
    Column("number", EXACT, comment=f"`value` as a number. {DIGITS}"),
    Column("number_low", EXACT, comment=f"The least that it can be: `low`, or `value`. {DIGITS}"),
    Column("number_high", EXACT, comment=f"The most that it can be: `high`, or `value`. {DIGITS}"),
    day("first_day", "First day of a date or interval."),
    day("last_day", "Last day of a date or interval; null for an open one."),
    text("zone", "The kind of place that it stands in."),
    text("rule", "The grammar rule that read it."),
    text("block_id", "The block that it stands in."),
    told("section_id", "The section that it stands in."),
    told("table_id", "Its table; null outside of tables."),
    count("row_index", "Row of its cell.", optional=True),
    count("col_index", "Column of its cell.", optional=True),
    told("whole_id", "The figure that is the whole of it."),
    count("anchor_id", "Where it stands."),
    count("modifier_anchor_id", "Where the modifier stands.", optional=True),
    *(count(f"{name}_id", told_of, optional=True) for name, told_of in BOUND.items()),
    anchored(),
    anchored("modifier_anchor_id"),
    *(within("attributes", f"{name}_id", parts=("attribute_id",)) for name in BOUND),
    within("blocks", "block_id"),
    within("sections", "section_id"),
    within("cells", "table_id", "row_index", "col_index"),
    within_itself("figures", "whole_id", "figure_id"),
    one_of("kind", get_args(Kind)),
    one_of("modifier", get_args(Modifier)),
    one_of("zone", get_args(Zone)),
    CheckConstraint(
        "kind NOT IN ('date', 'duration') OR coalesce(number, number_low, number_high) IS NULL",
        name="number",
    ),
    *decimals("value", "low", "high"),
    CheckConstraint("value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL", name="value"),
    comment="Amounts, percentages, counts, ratios, measures, dates and durations.",
)

FIGURE_SOURCES = Table(
    "figure_sources",
    METADATA,
    version(),
    part("figure_id", "The figure."),
    ordinal(),
    text("value", "The source as named."),
    told("footnote", "Printed label of the footnote that leads to it."),
    told("footnote_id", "That footnote."),
    told("url", "Its address."),
    text("state", "How it was bound."),
    text("rule", "The rule that bound it."),
    count("anchor_id", "The evidence; null only if inferred.", optional=True),
    within("figures", "figure_id"),
    within("footnotes", "footnote_id"),
    anchored(),
    one_of("state", get_args(State)),
    comment="On whose word figures stand.",
)

SOURCES = Table(
    "sources",
    METADATA,
    version(),
    part("source_id", "Unique in the version."),
    count("ordinal", "Place in the list, from 0."),
    text("value", "The source as named."),
    told("publisher", "Who published it."),
    told("published", "ISO 8601 date of the cited publication."),
    told("url", "Its address."),
    of_version(),
    comment="What documents cite.",
)

SOURCE_FOOTNOTES = Table(
    "source_footnotes",
    METADATA,
    version(),
    part("source_id", "The source."),
    ordinal(),
    text("footnote_id", "A footnote that cites it."),
    within("sources", "source_id"),
    within("footnotes", "footnote_id"),
    comment="Which footnotes cite a source.",
)

ENTITIES = Table(
    "entities",
    METADATA,
    version(),
    part("entity_id", "Unique in the version."),
    count("ordinal", "Place in the list, from 0."),
    text("type", "What kind of thing it is."),
    text("value", "Its canonical name."),
    told("code", "ISO 3166-1 of a country, ISO 3166-2 of an area."),
    of_version(),
    one_of("type", get_args(EntityType)),
    comment="Named things.",
)
Index(None, ENTITIES.c.type, ENTITIES.c.value)

MENTIONS = Table(
    "mentions",
    METADATA,
    version(),
    part("entity_id", "The entity."),
    ordinal(),
    count("anchor_id", "Where it is named."),
    within("entities", "entity_id"),
    anchored(),
    comment="Where entities are named.",
    sqlite_with_rowid=ROWID,
)

FINDINGS = Table(
    "findings",
    METADATA,
    version(),
    ordinal("finding_id", "Counted in the version."),
    text("origin", "Whether the extraction has it, or `check` found it when it was loaded."),
    text("code", "Stable name of the check."),
    text("severity", "How much it matters."),
    text("message", "One sentence that a person understands."),
    told("stated", "The number as stated, exact."),
    told("computed", "The number as computed, exact."),
    told("tolerance", "The tolerance that was allowed, exact."),
    told("difference", "Why two values of one thing differ."),
    count("anchor_id", "Where it was found, if no figure shows it.", optional=True),
    of_version(),
    anchored(),
    one_of("origin", ("extraction", "check")),
    one_of("severity", GRADES),
    one_of("difference", get_args(DifferenceType)),
    comment="Faults and agreements.",
)

FINDING_FIGURES = Table(
    "finding_figures",
    METADATA,
    version(),
    ordinal("finding_id", "The finding."),
    ordinal(),
    text("figure_id", "A figure concerned."),
    within("findings", "finding_id"),
    within("figures", "figure_id"),
    comment="Which figures a finding is about.",
)
Index(None, FINDING_FIGURES.c.version_id, FINDING_FIGURES.c.figure_id)

WARNINGS = Table(
    "warnings",
    METADATA,
    version(),
    ordinal("warning_id", "Counted in the version."),
    text("code", "Stable name of the warning."),
    text("message", "What is the matter."),
    count("page", "The page concerned.", optional=True),
    count("anchor_id", "Where it is printed, for a mark.", optional=True),
    of_version(),
    anchored(),
    comment="What the reader of the result should know.",
)

UNEXPLAINED_DIGITS = Table(
    "unexplained_digits",
    METADATA,
    version(),
    ordinal(),
    count("anchor_id", "Where they stand."),
    of_version(),
    anchored(),
    comment="Digits of which it is not known what they are; all others are figures or explained.",
)
