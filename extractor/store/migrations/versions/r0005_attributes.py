"""What is bound to figures is kept once, and figures lead to it.

Revision: 0005
"""

import sqlalchemy as sa
from alembic import op

EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite").with_variant(sa.Numeric(38, 12), "duckdb")

revision = "0005"
down_revision = "0004"

BOUND = ("indicator", "population", "place", "as_of", "status", "per")
VIEWS = ("findings_open", "changes", "provenance", "current_figures", "figures_wide")
MOVED = ("finding_figures", "figure_sources", "attributes", "figures")
"""The tables that are made anew, each before those that it refers to."""

KEPT = (
    "version_id, figure_id, ordinal, kind, value, low, high, unit, modifier, precision, number,"
    " number_low, number_high, first_day, last_day, zone, rule, block_id, section_id, table_id,"
    " row_index, col_index, whole_id, anchor_id, modifier_anchor_id"
)
"""Of a figure; its meaning is told by its attributes, and the views tell it."""
SAID = "name, value, code, key, state, rule, first_day, last_day, anchor_id"


def upgrade() -> None:
    """Make four tables anew, with what was in them."""
    for view in VIEWS:
        op.execute(f"DROP VIEW IF EXISTS {view}")
    for table in MOVED:
        op.execute(f"CREATE TEMPORARY TABLE old_{table} AS SELECT * FROM {table}")  # noqa: S608
    for table in MOVED:
        op.drop_table(table)
    _attributes()
    _figures()
    _figure_sources()
    _finding_figures()
    _fill()
    for table in MOVED:
        op.execute(f"DROP TABLE old_{table}")


def _fill() -> None:
    """Put back what was there: names of our own columns, so that nothing is quoted."""
    ranked = f"DENSE_RANK() OVER (PARTITION BY version_id ORDER BY {SAID}) - 1"
    numbered = f"(SELECT {ranked} AS number, old_attributes.* FROM old_attributes) n"  # noqa: S608
    op.execute(
        f"INSERT INTO attributes SELECT DISTINCT version_id, number, {SAID} FROM {numbered}"  # noqa: S608
    )
    each = ", ".join(f"MAX(CASE WHEN name = '{name}' THEN number END) AS {name}" for name in BOUND)
    bound = f"SELECT version_id, figure_id, {each} FROM {numbered} GROUP BY version_id, figure_id"  # noqa: S608
    kept = KEPT.replace("version_id", "f.version_id").replace("figure_id", "f.figure_id")
    op.execute(
        f"INSERT INTO figures SELECT {kept}, {', '.join(f'b.{name}' for name in BOUND)}"  # noqa: S608
        f" FROM old_figures f LEFT JOIN ({bound}) b"
        " ON b.version_id = f.version_id AND b.figure_id = f.figure_id"
    )
    for table in ("figure_sources", "finding_figures"):
        op.execute(f"INSERT INTO {table} SELECT * FROM old_{table}")  # noqa: S608


def _attributes() -> None:
    op.create_table(
        "attributes",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("attribute_id", sa.Integer(), autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("key", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "attribute_id", name="pk_attributes"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_attributes_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_attributes_version_id_anchor_id",
        ),
        sa.CheckConstraint(
            "state = 'inferred' OR anchor_id IS NOT NULL", name="ck_attributes_evidence"
        ),
        sa.CheckConstraint(
            "name = 'indicator' OR name = 'population' OR name = 'place' OR name = "
            "'as_of' OR name = 'status' OR name = 'per'",
            name="ck_attributes_name",
        ),
        sa.CheckConstraint(
            "state = 'stated' OR state = 'inherited' OR state = 'inferred'",
            name="ck_attributes_state",
        ),
    )
    op.create_index("ix_attributes_name_key", "attributes", ["name", "key"])


def _figures() -> None:
    op.create_table(
        "figures",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("figure_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("low", sa.Text()),
        sa.Column("high", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("modifier", sa.Text()),
        sa.Column("precision", sa.Text()),
        sa.Column("number", EXACT),
        sa.Column("number_low", EXACT),
        sa.Column("number_high", EXACT),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("block_id", sa.Text(), nullable=False),
        sa.Column("section_id", sa.Text()),
        sa.Column("table_id", sa.Text()),
        sa.Column("row_index", sa.Integer()),
        sa.Column("col_index", sa.Integer()),
        sa.Column("whole_id", sa.Text()),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.Column("modifier_anchor_id", sa.Integer()),
        *(sa.Column(f"{name}_id", sa.Integer()) for name in BOUND),
        sa.PrimaryKeyConstraint("version_id", "figure_id", name="pk_figures"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_figures_version_id_anchor_id",
        ),
        *(
            sa.ForeignKeyConstraint(
                ["version_id", f"{name}_id"],
                ["attributes.version_id", "attributes.attribute_id"],
                name=f"fk_figures_version_id_{name}_id",
            )
            for name in BOUND
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "block_id"],
            ["blocks.version_id", "blocks.block_id"],
            name="fk_figures_version_id_block_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "modifier_anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_figures_version_id_modifier_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "section_id"],
            ["sections.version_id", "sections.section_id"],
            name="fk_figures_version_id_section_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "table_id", "row_index", "col_index"],
            ["cells.version_id", "cells.table_id", "cells.row_index", "cells.col_index"],
            name="fk_figures_version_id_table_id_row_index_col_index",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "whole_id"],
            ["figures.version_id", "figures.figure_id"],
            name="fk_figures_version_id_whole_id",
            deferrable=True,
            initially="DEFERRED",
        ).ddl_if(callable_=_waits),
        sa.CheckConstraint(
            "kind = 'date' OR kind = 'duration' OR (regexp_full_match(value, "
            "'-?[0-9]+([.][0-9]+)?') AND regexp_full_match(low, '-?[0-9]+([.][0-9]+)?') "
            "AND regexp_full_match(high, '-?[0-9]+([.][0-9]+)?'))",
            name="ck_figures_decimals",
        ).ddl_if(dialect="duckdb"),
        sa.CheckConstraint(
            "kind = 'date' OR kind = 'duration' OR (value NOT GLOB '*[^-0-9.]*' AND low "
            "NOT GLOB '*[^-0-9.]*' AND high NOT GLOB '*[^-0-9.]*')",
            name="ck_figures_decimals",
        ).ddl_if(dialect="sqlite"),
        sa.CheckConstraint(
            "kind = 'date' OR kind = 'duration' OR (value ~ '^-?[0-9]+([.][0-9]+)?$' AND "
            "low ~ '^-?[0-9]+([.][0-9]+)?$' AND high ~ '^-?[0-9]+([.][0-9]+)?$')",
            name="ck_figures_decimals",
        ).ddl_if(dialect="postgresql"),
        sa.CheckConstraint(
            "kind = 'money' OR kind = 'percent' OR kind = 'count' OR kind = 'ratio' OR "
            "kind = 'measure' OR kind = 'date' OR kind = 'duration'",
            name="ck_figures_kind",
        ),
        sa.CheckConstraint(
            "modifier = 'at_least' OR modifier = 'at_most' OR modifier = 'approx'",
            name="ck_figures_modifier",
        ),
        sa.CheckConstraint(
            "kind NOT IN ('date', 'duration') OR coalesce(number, number_low, number_high) IS NULL",
            name="ck_figures_number",
        ),
        sa.CheckConstraint(
            "value IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL", name="ck_figures_value"
        ),
        sa.CheckConstraint(
            "zone = 'prose' OR zone = 'heading' OR zone = 'list' OR zone = 'table' OR "
            "zone = 'keyfigure' OR zone = 'caption' OR zone = 'footnote'",
            name="ck_figures_zone",
        ),
    )


def _figure_sources() -> None:
    op.create_table(
        "figure_sources",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("figure_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("footnote", sa.Text()),
        sa.Column("footnote_id", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "figure_id", "ordinal", name="pk_figure_sources"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_figure_sources_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "figure_id"],
            ["figures.version_id", "figures.figure_id"],
            name="fk_figure_sources_version_id_figure_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "footnote_id"],
            ["footnotes.version_id", "footnotes.footnote_id"],
            name="fk_figure_sources_version_id_footnote_id",
        ),
        sa.CheckConstraint(
            "state = 'stated' OR state = 'inherited' OR state = 'inferred'",
            name="ck_figure_sources_state",
        ),
    )


def _finding_figures() -> None:
    op.create_table(
        "finding_figures",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("finding_id", sa.Integer(), autoincrement=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("figure_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "finding_id", "ordinal", name="pk_finding_figures"),
        sa.ForeignKeyConstraint(
            ["version_id", "figure_id"],
            ["figures.version_id", "figures.figure_id"],
            name="fk_finding_figures_version_id_figure_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "finding_id"],
            ["findings.version_id", "findings.finding_id"],
            name="fk_finding_figures_version_id_finding_id",
        ),
    )
    op.create_index(
        "ix_finding_figures_version_id_figure_id", "finding_figures", ["version_id", "figure_id"]
    )


def _waits(*_: object, dialect: sa.Dialect, **_more: object) -> bool:
    """Say whether a reference may lead to a row that is added later: DuckDB has no such."""
    return dialect.name != "duckdb"
