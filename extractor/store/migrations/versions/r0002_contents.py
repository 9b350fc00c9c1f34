"""What documents are made of: sections, blocks, tables, captions and footnotes.

Revision: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _notes()
    _tables()


def _notes() -> None:
    op.create_table(
        "sections",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("section_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("printed_number", sa.Text()),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Text()),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "section_id", name="pk_sections"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_sections_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "parent_id"],
            ["sections.version_id", "sections.section_id"],
            name="fk_sections_version_id_parent_id",
            deferrable=True,
            initially="DEFERRED",
        ).ddl_if(callable_=_waits),
        sa.CheckConstraint("level >= 1", name="ck_sections_level"),
    )
    op.create_table(
        "captions",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("caption_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text()),
        sa.Column("credit_year", sa.Text()),
        sa.Column("belongs_to", sa.Text()),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "caption_id", name="pk_captions"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_captions_version_id_anchor_id",
        ),
        sa.CheckConstraint(
            "belongs_to = 'table' OR belongs_to = 'figure' OR belongs_to = 'photo' OR "
            "belongs_to = 'map' OR belongs_to = 'chart'",
            name="ck_captions_belongs_to",
        ),
    )
    op.create_table(
        "footnotes",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("footnote_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "footnote_id", name="pk_footnotes"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_footnotes_version_id_anchor_id",
        ),
    )
    op.create_table(
        "footnote_urls",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("footnote_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "footnote_id", "ordinal", name="pk_footnote_urls"),
        sa.ForeignKeyConstraint(
            ["version_id", "footnote_id"],
            ["footnotes.version_id", "footnotes.footnote_id"],
            name="fk_footnote_urls_version_id_footnote_id",
        ),
    )
    op.create_table(
        "footnote_references",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("footnote_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("text_offset", sa.Integer(), nullable=False),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "version_id", "footnote_id", "ordinal", name="pk_footnote_references"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_footnote_references_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "footnote_id"],
            ["footnotes.version_id", "footnotes.footnote_id"],
            name="fk_footnote_references_version_id_footnote_id",
        ),
    )


def _tables() -> None:
    op.create_table(
        "tables",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("table_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("magnitude", sa.Text()),
        sa.Column("n_rows", sa.Integer(), nullable=False),
        sa.Column("n_cols", sa.Integer(), nullable=False),
        sa.Column("caption_id", sa.Text()),
        sa.Column("anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "table_id", name="pk_tables"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_tables_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_tables_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "caption_id"],
            ["captions.version_id", "captions.caption_id"],
            name="fk_tables_version_id_caption_id",
        ),
    )
    op.create_table(
        "blocks",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("block_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("section_id", sa.Text()),
        sa.Column("level", sa.Integer()),
        sa.Column("table_id", sa.Text()),
        sa.Column("caption_id", sa.Text()),
        sa.Column("footnote_id", sa.Text()),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "block_id", name="pk_blocks"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_blocks_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "caption_id"],
            ["captions.version_id", "captions.caption_id"],
            name="fk_blocks_version_id_caption_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "footnote_id"],
            ["footnotes.version_id", "footnotes.footnote_id"],
            name="fk_blocks_version_id_footnote_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "section_id"],
            ["sections.version_id", "sections.section_id"],
            name="fk_blocks_version_id_section_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "table_id"],
            ["tables.version_id", "tables.table_id"],
            name="fk_blocks_version_id_table_id",
        ),
        sa.CheckConstraint(
            "type = 'title' OR type = 'heading' OR type = 'paragraph' OR type = "
            "'list_item' OR type = 'key_figure' OR type = 'table' OR type = 'caption' OR "
            "type = 'footnote' OR type = 'furniture'",
            name="ck_blocks_type",
        ),
    )
    op.create_table(
        "cells",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("table_id", sa.Text()),
        sa.Column("row_index", sa.Integer(), autoincrement=False),
        sa.Column("col_index", sa.Integer(), autoincrement=False),
        sa.Column("row_span", sa.Integer(), nullable=False),
        sa.Column("col_span", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("header", sa.Text()),
        sa.Column("in_total_row", sa.Boolean(), nullable=False),
        sa.Column("anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint(
            "version_id", "table_id", "row_index", "col_index", name="pk_cells"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_cells_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "table_id"],
            ["tables.version_id", "tables.table_id"],
            name="fk_cells_version_id_table_id",
        ),
        sa.CheckConstraint("header = 'column' OR header = 'row'", name="ck_cells_header"),
        sa.CheckConstraint("row_span >= 1 AND col_span >= 1", name="ck_cells_spans"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "table_notes",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("table_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("block_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "table_id", "ordinal", name="pk_table_notes"),
        sa.ForeignKeyConstraint(
            ["version_id", "block_id"],
            ["blocks.version_id", "blocks.block_id"],
            name="fk_table_notes_version_id_block_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "table_id"],
            ["tables.version_id", "tables.table_id"],
            name="fk_table_notes_version_id_table_id",
        ),
    )
    op.create_table(
        "table_pages",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("table_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "table_id", "ordinal", name="pk_table_pages"),
        sa.ForeignKeyConstraint(
            ["version_id", "table_id"],
            ["tables.version_id", "tables.table_id"],
            name="fk_table_pages_version_id_table_id",
        ),
    )


def _waits(*_: object, dialect: sa.Dialect, **_more: object) -> bool:
    """Say whether a reference may lead to a row that is added later: DuckDB has no such."""
    return dialect.name != "duckdb"
