"""One file of HTML: what documents say is data in it, never markup or script."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic_core import to_json

# What could end a script element, or a line of a script, where a document says it.
ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
ESCAPED = str.maketrans(ESCAPES)


def environment(package: str) -> Environment:
    """Return what fills the templates of a package; it escapes all text by itself."""
    return Environment(
        loader=PackageLoader(package, "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def as_data(data: object) -> str:
    """Return data as JSON in which nothing can end the element that it stands in."""
    return to_json(data).decode().translate(ESCAPED)


def asset(package: str, folder: str, names: Iterable[str]) -> str:
    """Return scripts or styles of a package as one."""
    assets: Traversable = resources.files(package) / "assets" / folder
    return "\n".join((assets / f"{name}.{folder}").read_text("utf-8") for name in names)


def policy(content: str) -> str:
    """Return what the page's policy allows a script or style by."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode('ascii')}'"
