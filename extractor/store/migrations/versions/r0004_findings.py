"""What is cited and named, and what is found.

Revision: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    _named()
    _findings()


def _named() -> None:
    op.create_table(
        "sources",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("source_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.PrimaryKeyConstraint("version_id", "source_id", name="pk_sources"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_sources_version_id"
        ),
    )
    op.create_table(
        "source_footnotes",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("source_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("footnote_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "source_id", "ordinal", name="pk_source_footnotes"),
        sa.ForeignKeyConstraint(
            ["version_id", "footnote_id"],
            ["footnotes.version_id", "footnotes.footnote_id"],
            name="fk_source_footnotes_version_id_footnote_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "source_id"],
            ["sources.version_id", "sources.source_id"],
            name="fk_source_footnotes_version_id_source_id",
        ),
    )
    op.create_table(
        "entities",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("entity_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.PrimaryKeyConstraint("version_id", "entity_id", name="pk_entities"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_entities_version_id"
        ),
        sa.CheckConstraint(
            "type = 'organisation' OR type = 'place' OR type = 'population' OR type = "
            "'person' OR type = 'acronym' OR type = 'law' OR type = 'sector' OR type = "
            "'programme' OR type = 'noun_phrase'",
            name="ck_entities_type",
        ),
    )
    op.create_index("ix_entities_type_value", "entities", ["type", "value"])
    op.create_table(
        "mentions",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("entity_id", sa.Text()),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "entity_id", "ordinal", name="pk_mentions"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_mentions_version_id_anchor_id",
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "entity_id"],
            ["entities.version_id", "entities.entity_id"],
            name="fk_mentions_version_id_entity_id",
        ),
        sqlite_with_rowid=False,
    )


def _findings() -> None:
    op.create_table(
        "findings",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("finding_id", sa.Integer(), autoincrement=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("stated", sa.Text()),
        sa.Column("computed", sa.Text()),
        sa.Column("tolerance", sa.Text()),
        sa.Column("difference", sa.Text()),
        sa.Column("anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "finding_id", name="pk_findings"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_findings_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_findings_version_id_anchor_id",
        ),
        sa.CheckConstraint(
            "difference = 'rounding' OR difference = 'date' OR difference = 'scope' OR "
            "difference = 'source' OR difference = 'revision' OR difference = "
            "'contradiction'",
            name="ck_findings_difference",
        ),
        sa.CheckConstraint("origin = 'extraction' OR origin = 'check'", name="ck_findings_origin"),
        sa.CheckConstraint(
            "severity = 'error' OR severity = 'warning' OR severity = 'info'",
            name="ck_findings_severity",
        ),
    )
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
    op.create_table(
        "warnings",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("warning_id", sa.Integer(), autoincrement=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer()),
        sa.Column("anchor_id", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "warning_id", name="pk_warnings"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_warnings_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_warnings_version_id_anchor_id",
        ),
    )
