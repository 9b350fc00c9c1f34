"""What the tables of the database are made of."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Numeric,
    Text,
)
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)
"""The relational model; migrations lead to it, and a test holds them against it."""

EXACT: TypeEngine[Decimal] = (
    Numeric().with_variant(Text(), "sqlite").with_variant(Numeric(38, 12), "duckdb")
)
"""An exact decimal. SQLite has none, so that its digits are text there; DuckDB has 38 digits."""
POINTS: TypeEngine[float] = Numeric(asdecimal=False).with_variant(Numeric(12, 4), "duckdb")
"""A place on a page, or a share of certainty."""
ROWID = False
"""For small rows: SQLite keeps them in the tree of their key, and needs no second one."""


class Moment(TypeDecorator[datetime]):
    """A moment with its time zone; where a database has none it is that of Greenwich."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime]:
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC)


def text(name: str, comment: str) -> "Column[str]":
    """Return a column of text that is always there."""
    return Column(name, Text, nullable=False, comment=comment)


def told(name: str, comment: str) -> "Column[str]":
    """Return a column of text that is null where the document does not tell."""
    return Column(name, Text, comment=comment)


def count(name: str, comment: str, *, optional: bool = False) -> "Column[int]":
    """Return a column of whole numbers."""
    return Column(name, Integer, nullable=optional, comment=comment)


def flag(name: str, comment: str) -> "Column[bool]":
    """Return a column that says yes or no."""
    return Column(name, Boolean, nullable=False, comment=comment)


def moment(name: str, comment: str, *, optional: bool = False) -> "Column[datetime]":
    """Return a column of a moment."""
    return Column(name, Moment, nullable=optional, comment=comment)


def day(name: str, comment: str) -> "Column[object]":
    """Return a column of a day; null where it is not told, or before year 1 or after 9999."""
    return Column(name, Date, comment=comment)


def points(name: str, comment: str) -> "Column[object]":
    """Return a column of a place on a page."""
    return Column(name, POINTS, comment=comment)


def version() -> "Column[int]":
    """Return the first column of all that was read from a document in one version."""
    return Column(
        "version_id",
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="The version of the extraction.",
    )


def part(name: str, comment: str) -> "Column[str]":
    """Return a key of text, unique in its version."""
    return Column(name, Text, primary_key=True, comment=comment)


def ordinal(name: str = "ordinal", comment: str = "Place in its list, from 0.") -> "Column[int]":
    """Return a key that counts, unique in its version or in what it is a part of."""
    return Column(name, Integer, primary_key=True, autoincrement=False, comment=comment)


def of_version() -> ForeignKeyConstraint:
    """Return the reference to the version, for what has no other."""
    return ForeignKeyConstraint(["version_id"], ["versions.version_id"])


def within(table: str, *names: str, parts: Iterable[str] = ()) -> ForeignKeyConstraint:
    """Return the reference to a part of the same version; `parts` are its names there."""
    there = [f"{table}.{name}" for name in ("version_id", *(parts or names))]
    return ForeignKeyConstraint(["version_id", *names], there)


def within_itself(table: str, name: str, part_: str) -> ForeignKeyConstraint:
    """Return the reference to another row of a table, which may be added after this one.

    DuckDB cannot wait for it, and has none.
    """
    return ForeignKeyConstraint(
        ["version_id", name],
        [f"{table}.version_id", f"{table}.{part_}"],
        deferrable=True,
        initially="DEFERRED",
    ).ddl_if(callable_=_waits)


def _waits(*_: object, dialect: Dialect, **_more: object) -> bool:
    return dialect.name != "duckdb"


def anchored(name: str = "anchor_id") -> ForeignKeyConstraint:
    """Return the reference to the place of a thing."""
    return within("anchors", name, parts=("anchor_id",))


def one_of(name: str, values: Iterable[str]) -> CheckConstraint:
    """Return the check that a column has one of some values, or none."""
    # For `IN (...)` SQLite makes a table of the values, anew for every row.
    return CheckConstraint(" OR ".join(f"{name} = '{value}'" for value in values), name=name)


def decimals(*names: str) -> tuple[CheckConstraint, ...]:
    """Return the checks that texts are plain decimals, where a figure is no date or duration."""
    tests = {
        "postgresql": "{} ~ '^-?[0-9]+([.][0-9]+)?$'",
        "duckdb": "regexp_full_match({}, '-?[0-9]+([.][0-9]+)?')",
        "sqlite": "{} NOT GLOB '*[^-0-9.]*'",
    }
    return tuple(_decimals(dialect, map(test.format, names)) for dialect, test in tests.items())


def _decimals(dialect: str, tests: Iterable[str]) -> CheckConstraint:
    # A test of what is null is neither true nor false, and passes.
    all_ = " AND ".join(tests)
    check = CheckConstraint(f"kind = 'date' OR kind = 'duration' OR ({all_})", name="decimals")
    return check.ddl_if(dialect=dialect)
