"""Tables as a workbook: a sheet for figures, sources and findings, with links to where they are."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import regex
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from extractor.errors import OutputError
from extractor.export.exported import Exported
from extractor.export.tables.others import findings, sources
from extractor.export.tables.sheet import Column, Row, Sheet, Value
from extractor.export.tables.texts import sheet_of, text

EXACT = 15  # significant digits that a spreadsheet keeps; a number of more stays text
MOST_ROWS = 1_048_576
MOST_LINKS = 65_000  # a sheet holds 65,530
LONGEST = 32_767  # characters of a cell; a longer text is cut
LONGEST_LINK = 2_079
FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets count a day that never was
NO_CLOCK = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WEB = regex.compile(r"https?+://[^\s\"<>]++", regex.IGNORECASE)
_NARROW, _WIDE = 14, 40


def workbook(exported: Exported) -> Iterator[bytes]:
    """Yield the workbook; equal extractions give equal bytes."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": NO_CLOCK, "comments": exported.document})
    formats = _Formats(book)
    extraction = exported.extraction
    for sheet in (sheet_of(exported), sources(extraction), findings(extraction)):
        _Page(exported, sheet, book.add_worksheet(sheet.name), formats).write()
    book.close()
    yield out.getvalue()


class _Formats:
    """How numbers and days are shown; each is made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.plain = book.add_format({"num_format": "0"})

    def number(self, value: Decimal) -> Format:
        """Return how a number is shown: its thousands parted, with the digits that it has."""
        exponent = value.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        shown = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
        if shown not in self._made:
            self._made[shown] = self._book.add_format({"num_format": shown})
        return self._made[shown]


class _Page:
    """Writes one sheet."""

    def __init__(
        self, exported: Exported, sheet: Sheet, page: Worksheet, formats: _Formats
    ) -> None:
        self._address = exported.address
        self._sheet, self._page, self._formats = sheet, page, formats
        self._links = 0

    def write(self) -> None:
        """Write the head, which stays in view, and the rows.

        Raises:
            OutputError: There are more rows than a sheet holds.
        """
        if len(self._sheet.rows) >= MOST_ROWS:
            raise OutputError(f"xlsx: a sheet holds {MOST_ROWS - 1} rows; write csv or parquet")
        columns = self._sheet.columns
        for at, column in enumerate(columns):
            self._page.write_string(0, at, column.name, self._formats.head)
            self._page.set_column(at, at, _WIDE if column.name == "indicator" else _NARROW)
        self._page.freeze_panes(1, 1)
        self._page.autofilter(0, 0, max(1, len(self._sheet.rows)), len(columns) - 1)
        self._page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for row_at, row in enumerate(self._sheet.rows, 1):
            self._row(row_at, row)

    def _row(self, row_at: int, row: Row) -> None:
        for at, (column, value) in enumerate(zip(self._sheet.columns, row, strict=True)):
            if value is not None and value != ():
                self._cell((row_at, at), column, value)

    def _cell(self, at: tuple[int, int], column: Column, value: Value) -> None:
        said = text(value)
        # A text is written as one whatever it begins with: a cell of a workbook has a type.
        match column.type:
            case "number" if len(said.lstrip("-").replace(".", "").strip("0")) <= EXACT:
                number = Decimal(said)
                self._page.write_number(*at, float(number), self._formats.number(number))
            case "integer":
                if column.name == "page" and self._address is not None:
                    self._link(at, f"{self._address.partition('#')[0]}#page={said}", said)
                self._page.write_number(*at, int(said), self._formats.plain)
            case "date" if date.fromisoformat(said) >= FIRST_DAY:
                self._page.write_datetime(*at, date.fromisoformat(said), self._formats.day)
            case _:
                if column.name in {"source_urls", "url"}:
                    self._link(at, value[0] if isinstance(value, tuple) else said, said)
                self._page.write_string(*at, said[:LONGEST])

    def _link(self, at: tuple[int, int], address: str, said: str) -> None:
        """Link a cell to an address of the web; nothing else can be called from it."""
        if not _WEB.fullmatch(address) or len(address) > LONGEST_LINK or self._links == MOST_LINKS:
            return
        self._page.write_url(*at, address, string=said[:LONGEST_LINK])
        self._links += 1
