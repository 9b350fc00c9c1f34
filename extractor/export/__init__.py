"""An extraction in the forms that other programs take: a writer for each."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from extractor.export.exported import Exported
from extractor.export.prov import provenance
from extractor.export.tables.columnar import parquet
from extractor.export.tables.texts import comma_separated, json_lines, markdown, web_page
from extractor.export.tables.workbook import workbook
from extractor.export.w3c import annotations

__all__ = ["BINARY", "FORMATS", "GRAPHS", "Exported", "Form", "Writer"]

Form = Literal["w3c", "prov", "jsonl", "csv", "xlsx", "parquet", "md", "html"]
Writer = Callable[[Exported], Iterable[bytes]]
"""Gives the bytes of an export, in pieces; equal extractions give equal bytes."""

FORMATS: Mapping[Form, Writer] = {
    "w3c": annotations,
    "prov": provenance,
    "jsonl": json_lines,
    "csv": comma_separated,
    "xlsx": workbook,
    "parquet": parquet,
    "md": markdown,
    "html": web_page,
}
BINARY: frozenset[Form] = frozenset({"xlsx", "parquet"})
GRAPHS: frozenset[Form] = frozenset({"w3c", "prov"})
"""What is no table of figures."""
