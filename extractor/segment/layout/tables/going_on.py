"""Texts that a line end cuts: which line goes on with the one above it."""

import regex

GOES_ON = regex.compile(r"^ [\p{Ll}(/&%]", regex.X)
UNFINISHED = regex.compile(
    r"""
    (?: [-–,&(] | (?<! \d ) /
      | \b (?: and|of|the|in|for|with|to|by|or|on | et|de|des|du|la|le|les
              | y|e|del|en|por|para | и|в|на )
    ) $
    """,
    regex.X | regex.I,
)
BROKEN = regex.compile(r"\p{L} [-\u2010\u00ad] $", regex.X)


def reads_on(last: str, first: str) -> bool:
    """Whether a label goes on with another: it opens in lower case, or that one is unfinished."""
    return bool(first) and bool(GOES_ON.match(first) or UNFINISHED.search(last))


def is_broken(text: str) -> bool:
    """Whether a text breaks off: in a word, or within brackets."""
    return BROKEN.search(text) is not None or text.count("(") > text.count(")")
