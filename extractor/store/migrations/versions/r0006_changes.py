"""What became of the figures of an edition, and the digits that nothing explains.

Revision: 0006
"""

import sqlalchemy as sa
from alembic import op

EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite").with_variant(sa.Numeric(38, 12), "duckdb")
POINTS = sa.Numeric(asdecimal=False).with_variant(sa.Numeric(12, 4), "duckdb")

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables; the views are made anew with them."""
    _changes()
    _digits()


def _changes() -> None:
    op.create_table(
        "comparisons",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("old_version_id", sa.BigInteger(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("likeness", POINTS, nullable=False),
        sa.PrimaryKeyConstraint("version_id", name="pk_comparisons"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_comparisons_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["old_version_id"], ["versions.version_id"], name="fk_comparisons_old_version_id"
        ),
        sa.CheckConstraint(
            "relation = 'same' OR relation = 'editions' OR relation = 'translation' OR "
            "relation = 'unrelated'",
            name="ck_comparisons_relation",
        ),
    )
    op.create_table(
        "figure_changes",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("old_version_id", sa.BigInteger(), nullable=False),
        sa.Column("old_figure_id", sa.Text()),
        sa.Column("new_figure_id", sa.Text()),
        sa.Column("types", sa.Text(), nullable=False),
        sa.Column("score", POINTS),
        sa.Column("difference", EXACT),
        sa.Column("percent", EXACT),
        sa.Column("change_group", sa.Text()),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_figure_changes"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["comparisons.version_id"], name="fk_figure_changes_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "new_figure_id"],
            ["figures.version_id", "figures.figure_id"],
            name="fk_figure_changes_version_id_new_figure_id",
        ),
        sa.ForeignKeyConstraint(
            ["old_version_id", "old_figure_id"],
            ["figures.version_id", "figures.figure_id"],
            name="fk_figure_changes_old_version_id_old_figure_id",
        ),
        sa.CheckConstraint(
            "old_figure_id IS NOT NULL OR new_figure_id IS NOT NULL",
            name="ck_figure_changes_figure",
        ),
    )


def _digits() -> None:
    op.create_table(
        "unexplained_digits",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("anchor_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_unexplained_digits"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_unexplained_digits_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_unexplained_digits_version_id_anchor_id",
        ),
    )
