"""Tables as text: JSON lines, CSV, Markdown, a page of HTML."""

import csv
from collections.abc import Iterator
from html import escape
from io import StringIO

import regex
from pydantic_core import to_json

from extractor.cells import safe
from extractor.export.exported import Exported
from extractor.export.tables.figures import figures
from extractor.export.tables.long import long
from extractor.export.tables.sheet import Row, Sheet, Value, joined

_MARKUP = regex.compile(r"[#$&*<>@\[\\\]_`|~:.]")
_SPACES = regex.compile(r"\s++")
PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 14px sans-serif; margin: 1em }} table {{ border-collapse: collapse }}
th, td {{ border: 1px solid #bbb; padding: .2em .5em; text-align: left; vertical-align: top }}
thead th {{ position: sticky; top: 0; background: #eee }} .n {{ text-align: right }}
</style></head><body>
<table><caption>{title}</caption>
<thead><tr>{head}</tr></thead>
<tbody>
"""


def sheet_of(exported: Exported) -> Sheet:
    """Return the table of figures that is asked for."""
    return long(exported.extraction) if exported.long else figures(exported.extraction)


def json_lines(exported: Exported) -> Iterator[bytes]:
    """Yield an object for each row; numbers are text there, since JSON's lose digits."""
    sheet = sheet_of(exported)
    names = [column.name for column in sheet.columns]
    for row in sheet.rows:
        yield to_json(dict(zip(names, row, strict=True))) + b"\n"


def comma_separated(exported: Exported) -> Iterator[bytes]:
    """Yield CSV (RFC 4180, UTF-8) with a head, no cell of which a spreadsheet runs."""
    sheet = sheet_of(exported)
    yield _line(column.name for column in sheet.columns)
    for row in sheet.rows:
        yield _line(safe(text(value)) for value in row)


def _line(cells: Iterator[str]) -> bytes:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def text(value: Value) -> str:
    """Return a value as one text.

    >>> text(("a", "b")), text(7), text(None)
    ('a | b', '7', '')
    """
    if isinstance(value, tuple):
        return joined(value)
    return "" if value is None else str(value)


def markdown(exported: Exported) -> Iterator[bytes]:
    """Yield a pipe table; text of the document never becomes markup, a link or a mention."""
    sheet = sheet_of(exported)
    yield _piped([column.name for column in sheet.columns])
    yield _piped(["---"] * len(sheet.columns))
    for row in sheet.rows:
        yield _piped([_plain(text(value)) for value in row])


def _piped(cells: list[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode()


def _plain(cell: str) -> str:
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", _SPACES.sub(" ", cell).strip())


def web_page(exported: Exported) -> Iterator[bytes]:
    """Yield a page with one table; text of the document never becomes markup."""
    sheet = sheet_of(exported)
    document = exported.extraction.document
    head = "".join(
        f'<th scope="col" title="{escape(column.what)}">{column.name}</th>'
        for column in sheet.columns
    )
    title = escape(f"Figures of {document.title or exported.document}")
    yield PAGE.format(title=title, head=head).encode()
    for row in sheet.rows:
        yield f"<tr>{''.join(_cells(sheet, row))}</tr>\n".encode()
    yield b"</tbody></table></body></html>\n"


def _cells(sheet: Sheet, row: Row) -> Iterator[str]:
    for column, value in zip(sheet.columns, row, strict=True):
        right = ' class="n"' if column.type in {"number", "integer"} else ""
        yield f"<td{right}>{escape(text(value))}</td>"
