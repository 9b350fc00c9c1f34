"""Figures and what they are bound to.

Revision: 0003
"""

import sqlalchemy as sa
from alembic import op

EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite").with_variant(sa.Numeric(38, 12), "duckdb")

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    _figures()
    _bound()


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
        sa.Column("meaning", sa.Text()),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.Column("modifier_anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "figure_id", name="pk_figures"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_figures_version_id_anchor_id",
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
    op.create_index("ix_figures_version_id_meaning", "figures", ["version_id", "meaning"])
    op.create_index("ix_figures_version_id_whole_id", "figures", ["version_id", "whole_id"])


def _bound() -> None:
    op.create_table(
        "attributes",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("figure_id", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("key", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "figure_id", "name", name="pk_attributes"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_attributes_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "figure_id"],
            ["figures.version_id", "figures.figure_id"],
            name="fk_attributes_version_id_figure_id",
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
        sqlite_with_rowid=False,
    )
    op.create_index("ix_attributes_name_key", "attributes", ["name", "key"])
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


def _waits(*_: object, dialect: sa.Dialect, **_more: object) -> bool:
    """Say whether a reference may lead to a row that is added later: DuckDB has no such."""
    return dialect.name != "duckdb"
