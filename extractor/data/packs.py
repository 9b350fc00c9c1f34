"""The words of each language as its file lists them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache  # several readers look into each pack, and to parse one takes 7 ms
def pack_tree(code: str) -> Mapping[str, Any]:
    """Return the tables of a language's pack, shared: nobody may change them."""
    text = files(__package__).joinpath(f"lang/{code}.toml").read_text("utf-8")
    return tomllib.loads(text)
