"""Tables as Parquet: decimals as decimals, days as days, lists as lists."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO

from extractor.errors import UsageError
from extractor.export.exported import Exported
from extractor.export.tables.sheet import Column, Sheet, Value
from extractor.export.tables.texts import sheet_of

DIGITS, DECIMALS = 38, 18
"""What the widest decimal that readers share holds: 20 digits before the point, 18 after it."""
_MOST = Decimal(10) ** (DIGITS - DECIMALS)


def parquet(exported: Exported) -> Iterator[bytes]:
    """Yield a Parquet file of one table.

    Raises:
        UsageError: What writes it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra, and large
        from pyarrow.parquet import write_table  # noqa: PLC0415
    except ImportError as fault:
        raise UsageError("parquet needs the extra: pip install 'planfacts[parquet]'") from fault
    types = {
        "text": pa.string(),
        "list": pa.list_(pa.string()),
        "number": pa.decimal128(DIGITS, DECIMALS),
        "integer": pa.int64(),
        "date": pa.date32(),
    }
    sheet = sheet_of(exported)
    fields = [
        pa.field(one.name, types[one.type], metadata={"description": one.what})
        for one in sheet.columns
    ]
    table = pa.table(list(_columns(sheet)), schema=pa.schema(fields))
    out = BytesIO()
    write_table(table, out, compression="zstd")
    yield out.getvalue()


def _columns(sheet: Sheet) -> Iterator[list[object]]:
    for at, column in enumerate(sheet.columns):
        yield [_typed(column, row[at]) for row in sheet.rows]


def _typed(column: Column, value: Value) -> object:
    if isinstance(value, str) and column.type == "number":
        return _decimal(Decimal(value))
    if isinstance(value, str) and column.type == "date":
        return date.fromisoformat(value)
    return value


def _decimal(value: Decimal) -> Decimal | None:
    """Return a number that a column holds exactly; one that it cannot is blank, never rounded."""
    if abs(value) >= _MOST:
        return None
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -DECIMALS else None
