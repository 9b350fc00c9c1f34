"""Text as a cell of a table that a spreadsheet opens, and will not run."""

import regex

NUMBER = regex.compile(r"-?+\d++(?:\.\d++)?+")
_RUN = regex.compile(
    r"""
    '*+             # an apostrophe of its own is told from ours by one more
    [=+\-@＝＋－＠\t\r\n]  # what spreadsheets take for a formula, in some scripts at full width
    """,
    regex.VERBOSE,
)


def safe(cell: object) -> str:
    """Return a cell as text; what a spreadsheet would run gets an apostrophe before it.

    A plain number keeps its minus, so that it stays one.

    >>> safe("=1+1"), safe("-12.5"), safe("-all-"), safe(None)
    ("'=1+1", '-12.5', "'-all-", '')
    """
    text = "" if cell is None else str(cell)
    return f"'{text}" if _RUN.match(text) and not NUMBER.fullmatch(text) else text


def unsafe(text: str) -> str:
    """Return the text that a safe cell was made of.

    >>> unsafe("'=1+1"), unsafe("-12.5"), unsafe("'tis"), unsafe(safe("'=1"))
    ('=1+1', '-12.5', "'tis", "'=1")
    """
    return text[1:] if text.startswith("'") and _RUN.match(text) else text
