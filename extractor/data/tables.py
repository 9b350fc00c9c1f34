"""The tables of this folder, each read once."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import rtoml


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of a data file, shared: nobody may change it.

    `name` is that of the file in this folder, such as `lang/en.toml` or `areas.json`.

    Raises:
        FileNotFoundError: There is none.
    """
    content = files(__package__).joinpath(name).read_text("utf-8")
    table: dict[str, Any] = json.loads(content) if name.endswith(".json") else rtoml.loads(content)
    return table
