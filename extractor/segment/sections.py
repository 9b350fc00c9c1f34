"""The section tree: which heading stands below which."""

import regex

from extractor.segment.draft import Draft

NUMBER = regex.compile(
    r"""
    ^ (?P<number> \d{1,2} (?: \. \d{1,2} ){0,4} | [IVX]{1,5} | \p{Lu} )
    (?: [.)] \s+ | \s+ (?= \p{L} ) | (?<= \d ) [.)] (?= \p{Lu} \p{Ll} ) )
    """,
    regex.X,
)


def printed_number(text: str) -> str | None:
    """Return the printed number of a heading.

    >>> printed_number("2.1 Conditions of return"), printed_number("4. Roads")
    ('2.1', '4')
    >>> printed_number("A new start") is None
    True
    """
    match = NUMBER.match(text)
    if match is None:
        return None
    number: str = match["number"]
    is_letter = not number[0].isdigit()
    closed = text[match.end("number")] in ".)"
    return None if is_letter and not closed else number


def titled(text: str, number: str | None) -> str:
    """Return a heading's text without its printed number.

    >>> titled("2.1 Conditions of return", "2.1")
    'Conditions of return'
    """
    if number is None or not text.startswith(number):
        return text
    return text[len(number) :].lstrip(" .)\t–—-:") or text


def rank_levels(headings: list[Draft]) -> None:
    """Make the levels of the headings 1, 2, 3 … in the order of those that occur.

    A title takes a level away (`##` below a title `#` is the top); formats count sizes or signs.
    """
    ranks = {level: i + 1 for i, level in enumerate(sorted({h.level or 1 for h in headings}))}
    for heading in headings:
        heading.level = ranks[heading.level or 1]


def parents(headings: list[Draft]) -> list[int | None]:
    """Return for each heading the index of the one that it stands below.

    A heading stands below the nearest earlier heading of a smaller level.
    """
    found: list[int | None] = []
    open_path: list[int] = []
    for i, heading in enumerate(headings):
        level = heading.level or 1
        while open_path and (headings[open_path[-1]].level or 1) >= level:
            open_path.pop()
        found.append(open_path[-1] if open_path else None)
        open_path.append(i)
    return found
