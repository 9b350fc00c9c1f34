"""An extraction in the forms that other programs take: a writer for each."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from extractor.export.exported import Exported
from extractor.export.prov import provenance
from extractor.export.w3c import annotations

__all__ = ["FORMATS", "Exported", "Form", "Writer"]

Form = Literal["w3c", "prov"]
Writer = Callable[[Exported], Iterable[bytes]]
"""Gives the bytes of an export, in pieces; equal extractions give equal bytes."""

FORMATS: Mapping[Form, Writer] = {"w3c": annotations, "prov": provenance}
