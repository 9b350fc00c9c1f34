"""Numbers that a block begins with: `1.`, `2.1` before a title, `(3)`."""

import regex

from extractor.figures.found import Found, explained

_LIST_NUMBER = regex.compile(
    r"""
    \s*+ (?:
        [0-9]{1,3} (?: \.[0-9]{1,3} ){0,4}+ [.)] (?=\s)
      | \( [0-9]{1,2} \) (?=\s)
      | [0-9]{1,3} \ ? [-–] (?= \ \p{Arabic} )
      | [0-9]{1,2} (?: \.[0-9]{1,2} ){1,4}+ (?=\ \p{Lu})
    )
    """,
    regex.X,
)


def list_number(text: str, at: int) -> Found | None:
    """Return the number that a block begins with (`1.`, `2.1` before a title)."""
    match = _LIST_NUMBER.match(text)
    if match is None or at >= match.end():
        return None
    return explained(text, at, match.end(), "list_number")
