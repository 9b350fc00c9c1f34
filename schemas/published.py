"""The schemas as JSON Schema, for whoever reads or writes our files in another language."""

import json
from typing import Any, Literal

from schemas.base import Record
from schemas.diff import Diff
from schemas.explanation import Explanation
from schemas.extraction import Extraction
from schemas.golden import Golden
from schemas.history import History
from schemas.manifest import ManifestLine
from schemas.review import GoldenPatch

_MODELS: dict[str, type[Record]] = {
    "extraction": Extraction,
    "golden": Golden,
    "review": GoldenPatch,
    "diff": Diff,
    "history": History,
    "explanation": Explanation,
    "manifest": ManifestLine,
}
SCHEMA_NAMES = tuple(_MODELS)
WRITTEN = ("extraction", "diff", "history", "explanation", "manifest")
"""Schemas of what we write; people write the others too."""


def schema_json(name: str) -> str:
    """Return one published schema as JSON text.

    What we write is described with every key there; a golden or a review as a person may write it,
    keys with a default left out.
    """
    mode: Literal["validation", "serialization"]
    mode = "serialization" if name in WRITTEN else "validation"
    body: dict[str, Any] = _MODELS[name].model_json_schema(mode=mode)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | body, indent=1, ensure_ascii=False) + "\n"
