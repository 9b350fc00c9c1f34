"""What a CSV file holds, as a Data Package of Frictionless Data."""

import hashlib
from collections.abc import Iterator

from pydantic_core import to_json

from extractor.export.exported import Exported
from extractor.export.selectors import Json
from extractor.export.tables.sheet import Column, Sheet
from extractor.export.tables.texts import sheet_of

TYPES = {"text": "string", "list": "string", "number": "number", "integer": "integer"}
SHORT = 12  # digits of a hash in a name


def package(exported: Exported, file: str, content: bytes) -> bytes:
    """Return the descriptor of a CSV file beside it: columns, types, constraints, hash."""
    sheet, document = sheet_of(exported), exported.extraction.document
    resource: Json = {
        "name": sheet.name,
        "path": file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(sheet),
    }
    described: Json = {
        "profile": "tabular-data-package",
        "name": f"planfacts-{document.sha256[:SHORT]}",
        "title": document.title or exported.document,
        "sources": [{"title": document.title or exported.document, "path": exported.address}]
        if exported.address
        else [],
        "resources": [resource],
    }
    return to_json({name: value for name, value in described.items() if value}, indent=1) + b"\n"


def _schema(sheet: Sheet) -> Json:
    schema: Json = {
        "fields": [dict(_field(column)) for column in sheet.columns],
        "missingValues": [""],
    }
    if sheet.columns[0].name == "id":
        whole = {"resource": "", "fields": ["id"]}
        schema |= {"primaryKey": ["id"], "foreignKeys": [{"fields": ["of"], "reference": whole}]}
    return schema


def _field(column: Column) -> Iterator[tuple[str, object]]:
    yield "name", column.name
    yield "type", TYPES.get(column.type, column.type)
    yield "description", column.what
    constraints: Json = {"required": True} if column.required else {}
    if column.one_of:
        constraints["enum"] = column.one_of
    if constraints:
        yield "constraints", constraints
