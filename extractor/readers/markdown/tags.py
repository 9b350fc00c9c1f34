"""HTML tags that stand in Markdown: read with a bounded pattern, linear on hostile text."""

from dataclasses import dataclass
from html import unescape

import regex

_VALUE = r"""
    (?: "(?P<value> [^"<]{0,4000}+ )" | '(?P<value> [^'<]{0,4000}+ )'
      | (?P<value> [^\s"'<>]{1,4000}+ ) )
"""

ATTRIBUTE = regex.compile(
    rf"(?P<name> [A-Za-z][A-Za-z0-9_:.-]{{0,60}}+ ) \s{{0,20}}+ = \s{{0,20}}+ {_VALUE}", regex.X
)
TAG = regex.compile(
    r"""
    < (?P<close> / )? (?P<name> [A-Za-z][A-Za-z0-9-]{0,30}+ )
    (?P<attributes> (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ )
    >
    """,
    regex.X,
)

# Tags that end a line of text where they stand.
_BREAKING = "br p div li tr td th dt dd caption figcaption hr h1 h2 h3 h4 h5 h6"
BREAKING = frozenset(_BREAKING.split())


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag."""

    name: str
    """In lower case."""
    closes: bool
    attributes: str

    def attribute(self, name: str) -> str:
        """Return the value of an attribute; empty where it is not given.

        >>> tag_of('<a href="#top">').attribute("href")
        '#top'
        """
        for match in ATTRIBUTE.finditer(self.attributes):
            if match["name"].lower() == name:
                return unescape(match["value"])
        return ""


def tag_of(markup: str) -> Tag | None:
    """Return the tag that a piece of markup opens with; None for a comment or a declaration."""
    match = TAG.match(markup)
    return None if match is None else made(match)


def made(match: "regex.Match[str]") -> Tag:
    """Return the tag of a match of `TAG`."""
    return Tag(match["name"].lower(), match["close"] is not None, match["attributes"])
