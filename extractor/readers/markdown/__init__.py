"""The Markdown reader: a file becomes blocks of text, each character with its place in the file."""

from pathlib import Path

import regex

from extractor.readers.markdown.blocks import read_blocks
from extractor.readers.markdown.lines import Lines
from extractor.readers.offsets import OffsetLocator
from extractor.readers.source import MarkdownSource

MARKED = regex.compile(
    r"""
      ^ [\ ]{0,3}+ \#{1,6} [\ \t]+ \S                       # a heading
    | ^ [\ ]{0,3}+ (?: ``` | ~~~ )                           # fenced code
    | ^ [\ \t]*+ \|? [\ \t]*+ :? -{3,}+ :? [\ \t]*+ \|        # the rule of a table
    | ^ [\ \t]*+ \| [^\n]*+ (?<= \| ) [\ \t]*+ $             # a row between pipes
    | (?<! [\w*] ) \*\*? (?! [\s*] ) [^*\n]{1,300}+ (?<! \s ) \*   # emphasis
    | (?<! \w ) __? (?! [\s_] ) [^_\n]{1,300}+ _ (?! \w )    # emphasis
    | \] \( [^()\s]{0,1000}+ [^()\n]{0,200}+ \)               # a link or an image
    | ^ [\ ]{0,3}+ \[ [^\]\n]{1,60}+ \]: \s                  # a definition
    | \[ \^ [^\]\s]{1,40}+ \]                               # a footnote mark
    | \\ [$*_\#\[\]()<>~`|&.+-]                              # an escape
    | </? (?: p | em | strong | a | b | i | br | sup | table | t[rdh] | h[1-6] | div | img ) \b
      [^<>]{0,1000}+ >                                        # a tag
    """,
    regex.X,
)


def read(path: Path, raw: str, *, sha256: str, encoding: str) -> MarkdownSource:  # noqa: ARG001  # a reader's signature
    """Return the blocks of a decoded Markdown file."""
    return MarkdownSource(
        sha256=sha256,
        encoding=encoding,
        locator=OffsetLocator(raw, bridge=True),
        raw=raw,
        blocks=read_blocks(Lines.of(raw)),
    )


def markdown_marks(raw: str) -> int:
    r"""Return how many lines of a text carry marks of Markdown.

    >>> markdown_marks("# Needs\n\nOf **40** wells\n5 * 3 is 15")
    2
    """
    return sum(1 for line in raw.splitlines() if MARKED.search(line))
