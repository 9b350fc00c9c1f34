"""What became of the figures of an edition in the one that took its place, as `diff` tells it."""

from typing import get_args

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Table

from extractor.store.model.base import (
    EXACT,
    METADATA,
    POINTS,
    of_version,
    one_of,
    ordinal,
    text,
    told,
    version,
    within,
)
from schemas.diff import Relation

COMPARISONS = Table(
    "comparisons",
    METADATA,
    version(),
    Column(
        "old_version_id",
        BigInteger,
        ForeignKey("versions.version_id"),
        nullable=False,
        comment="The version that it took the place of.",
    ),
    text("relation", "How the two documents stand to each other."),
    Column("likeness", POINTS, nullable=False, comment="Share of figures that have a partner."),
    of_version(),
    one_of("relation", get_args(Relation)),
    comment="Versions that were held against the edition that they took the place of.",
)

FIGURE_CHANGES = Table(
    "figure_changes",
    METADATA,
    version(),
    ordinal(),
    Column("old_version_id", BigInteger, nullable=False, comment="That of the old figure."),
    told("old_figure_id", "The figure in the old edition; null if it was added."),
    told("new_figure_id", "The figure in the new edition; null if it was withdrawn."),
    text("types", "What became of it (docs/editions.md), joined by commas."),
    Column("score", POINTS, comment="How sure it is that both are the same thing, from 0 to 1."),
    Column("difference", EXACT, comment="New less old, exact; null where there is none."),
    Column("percent", EXACT, comment="The difference in per cent of the old value."),
    told("change_group", "What joins the changes of one split or merge."),
    within("comparisons"),
    within("figures", "new_figure_id", parts=("figure_id",)),
    ForeignKeyConstraint(
        ["old_version_id", "old_figure_id"], ["figures.version_id", "figures.figure_id"]
    ),
    CheckConstraint("old_figure_id IS NOT NULL OR new_figure_id IS NOT NULL", name="figure"),
    comment="What became of each figure, from one edition to the next.",
)
