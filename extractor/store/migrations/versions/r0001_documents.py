"""Documents, editions, versions, and the places of what is read from them.

Revision: 0001
"""

import sqlalchemy as sa
from alembic import op

POINTS = sa.Numeric().with_variant(sa.Numeric(12, 4), "duckdb")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.DateTime(), "sqlite", "duckdb")

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _documents()
    _places()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("document_id", sa.Text()),
        sa.Column("family", sa.Text(), nullable=False, unique=True),
        sa.Column("publisher", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.PrimaryKeyConstraint("document_id", name="pk_documents"),
        sa.UniqueConstraint("family", name="uq_documents_family"),
    )
    op.create_table(
        "editions",
        sa.Column("sha256", sa.Text()),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("published_first", sa.Date()),
        sa.Column("published_last", sa.Date()),
        sa.Column("edition", sa.Text()),
        sa.Column("period", sa.Text()),
        sa.Column("period_first", sa.Date()),
        sa.Column("period_last", sa.Date()),
        sa.Column("language", sa.Text()),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.Column("valid_from", MOMENT, nullable=False),
        sa.Column("valid_to", MOMENT),
        sa.PrimaryKeyConstraint("sha256", name="pk_editions"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name="fk_editions_document_id"
        ),
        sa.CheckConstraint(
            "media_type = 'application/pdf' OR media_type = 'text/markdown' OR media_type"
            " = 'text/plain'",
            name="ck_editions_media_type",
        ),
        sa.CheckConstraint(
            "provenance = 'bbox' OR provenance = 'offset'", name="ck_editions_provenance"
        ),
        sa.CheckConstraint("length(sha256) = 64", name="ck_editions_sha256"),
        sa.CheckConstraint("valid_to >= valid_from", name="ck_editions_valid"),
    )
    op.create_index("ix_editions_document_id", "editions", ["document_id"])
    op.create_table(
        "runs",
        sa.Column("run_id", sa.Text()),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("tool_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("run_id", name="pk_runs"),
    )
    op.create_table(
        "versions",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("tool_version", sa.Text(), nullable=False),
        sa.Column("content_sha256", sa.Text(), nullable=False),
        sa.Column("schema_version", sa.Text(), nullable=False),
        sa.Column("explained", POINTS, nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("replaces", sa.BigInteger()),
        sa.Column("valid_from", MOMENT, nullable=False),
        sa.Column("valid_to", MOMENT),
        sa.PrimaryKeyConstraint("version_id", name="pk_versions"),
        sa.ForeignKeyConstraint(["replaces"], ["versions.version_id"], name="fk_versions_replaces"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name="fk_versions_run_id"),
        sa.ForeignKeyConstraint(["sha256"], ["editions.sha256"], name="fk_versions_sha256"),
        sa.UniqueConstraint(
            "sha256",
            "tool_version",
            "content_sha256",
            name="uq_versions_sha256_tool_version_content_sha256",
        ),
        sa.CheckConstraint("length(content_sha256) = 64", name="ck_versions_content_sha256"),
        sa.CheckConstraint("valid_to >= valid_from", name="ck_versions_valid"),
    )


def _places() -> None:
    op.create_table(
        "texts",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", name="pk_texts"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_texts_version_id"
        ),
    )
    op.create_table(
        "components",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("component_version", sa.Text(), nullable=False),
        sa.Column("role", sa.Text()),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_components"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_components_version_id"
        ),
        sa.CheckConstraint("role = 'characters' OR role = 'names'", name="ck_components_role"),
    )
    op.create_table(
        "pages",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("page", sa.Integer(), autoincrement=False),
        sa.Column("label", sa.Text()),
        sa.Column("width", POINTS),
        sa.Column("height", POINTS),
        sa.Column("ocr", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "page", name="pk_pages"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_pages_version_id"
        ),
        sa.CheckConstraint("page >= 1", name="ck_pages_page"),
    )
    op.create_table(
        "anchors",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("anchor_id", sa.Integer(), autoincrement=False),
        sa.Column("text_start", sa.Integer()),
        sa.Column("text_end", sa.Integer()),
        sa.Column("quote", sa.Text()),
        sa.PrimaryKeyConstraint("version_id", "anchor_id", name="pk_anchors"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name="fk_anchors_version_id"
        ),
        sa.CheckConstraint("text_start >= 0 AND text_end >= text_start", name="ck_anchors_span"),
    )
    op.create_table(
        "pieces",
        sa.Column("version_id", sa.BigInteger(), autoincrement=False),
        sa.Column("anchor_id", sa.Integer(), autoincrement=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False),
        sa.Column("page", sa.Integer()),
        sa.Column("x0", POINTS),
        sa.Column("top", POINTS),
        sa.Column("x1", POINTS),
        sa.Column("bottom", POINTS),
        sa.Column("confidence", POINTS),
        sa.Column("source_start", sa.Integer()),
        sa.Column("source_end", sa.Integer()),
        sa.PrimaryKeyConstraint("version_id", "anchor_id", "ordinal", name="pk_pieces"),
        sa.ForeignKeyConstraint(
            ["version_id", "anchor_id"],
            ["anchors.version_id", "anchors.anchor_id"],
            name="fk_pieces_version_id_anchor_id",
        ),
        sa.CheckConstraint("(page IS NULL) <> (source_start IS NULL)", name="ck_pieces_either"),
        sqlite_with_rowid=False,
    )
