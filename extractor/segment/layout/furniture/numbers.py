"""Page numbers: numbers at the edge of a page that count up with the pages."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

import regex

from extractor.segment.layout.furniture.printed import Edge, PrintedPage
from extractor.segment.layout.lines import Line

APART = 1.6  # type sizes of white between a lone page number and the text
FAR_APART = 2.5  # where no other page tells that it is one
LEAST_PAGES = 3
LEAST_TURNED = 4  # pages, where their order tells nothing
BEYOND = 0.3  # of the pages, by which their numbers may be higher than they are many
SPARSE = 2.5  # pages for each number: every second one may have it at the other side
BODY = 1.05  # of the body's type, which the number of a page is not larger than
YEARS = range(1900, 2101)
LEVEL_PT = 3.0  # by which page numbers in the side margins stand higher or lower
WORD = r"(?: page | página | pagina | p[aá]g\.? | стр\.? | p\.? | pg\.? ) \s*+"
PAGE_NUMBER = regex.compile(
    rf"""
    [^\p{{L}}\d]*+ (?P<word> {WORD} )?
    (?P<number> \d{{1,4}} | [ivxlc]{{1,7}} )
    (?: \s*+ (?: / | \| | of | de | sur | из ) \s*+ (?P<total> \d{{1,4}} ) )? [^\p{{L}}\d]*+
    """,
    regex.X | regex.I,
)
NAMED = regex.compile(
    rf"""
    (?: (?<! [\p{{L}}\d] ) {WORD} | \| \s*+ ) (?P<number> \d++ )
    | (?<! [\d/] ) (?P<number> \d++ ) \s? / \s? (?P<total> \d++ ) (?! [\d/] )
    """,
    regex.X | regex.I,
)
"""A number that a running text calls that of a page: `Lorn, page 4`, `Lorn | 4`, `Lorn 4/15`."""
UNIT = regex.compile(r"[%‰°+±\p{Sc}]", regex.X)  # beside what counts no pages
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def page_number(text: str) -> int | None:
    """Return the number of a line that is nothing but a page number.

    >>> page_number("Page 3 of 12"), page_number("- xiv -"), page_number("3 goats")
    (3, 14, None)
    """
    found = PAGE_NUMBER.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    number = found["number"]
    return int(number) if number.isdigit() else _roman(number.casefold())


def _roman(text: str) -> int:
    values = [ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def counts_up(group: Sequence[tuple[int, Line]], n_pages: int) -> bool:
    """Whether lone numbers, each with the index of its page, rise with the pages."""
    most = max(_offsets(group).values(), default=0)
    return most >= min(LEAST_PAGES, max(2, n_pages // 2)) and most >= len(group) / 2


def lone_of_turned(group: Sequence[tuple[int, Line]], n_pages: int, body: float) -> bool:
    """Whether lone numbers are those of pages in another order: none is large, or has a unit."""
    fitting = all(line.size <= BODY * body and not UNIT.search(line.text) for _, line in group)
    return fitting and are_of_turned_pages(
        [(page, number) for page, line in group if (number := page_number(line.text)) is not None],
        n_pages,
    )


def named_of_turned(group: Sequence[tuple[int, Line]], n_pages: int) -> bool:
    """Whether a running text calls its numbers those of pages, which are in another order."""
    found = [(page, NAMED.search(line.text)) for page, line in group]
    named = [
        (page, int(told["number"]))
        for page, told in found
        if told is not None and told["total"] in (None, str(n_pages))
    ]
    return len(named) == len(group) and are_of_turned_pages(named, n_pages)


def are_of_turned_pages(numbers: Sequence[tuple[int, int]], n_pages: int) -> bool:
    """Whether numbers, each with the index of its page, are those of pages in another order.

    No page has two, no two pages have one, each has the one before or after it on another page,
    none is a year or much higher than the pages are many.

    >>> are_of_turned_pages([(1, 9), (2, 7), (3, 10), (4, 8)], n_pages=10)
    True
    >>> are_of_turned_pages([(1, 9), (2, 4), (3, 10), (4, 7)], n_pages=10)
    False
    """
    pages, values = ({each[at] for each in numbers} for at in (0, 1))
    if len(numbers) < LEAST_TURNED or {len(pages), len(values)} != {len(numbers)}:
        return False
    if max(values) > (1 + BEYOND) * n_pages or not values.isdisjoint(YEARS):
        return False
    reach = max(pages) - min(pages) + 1
    return reach <= SPARSE * len(pages) and all(
        not values.isdisjoint({n - 1, n + 1}) for n in values
    )


def numbering(group: Sequence[tuple[int, Line]]) -> Iterator[Line]:
    """Yield those of lone numbers that are page numbers: of several of a page, what counts up.

    The last row of a table may stand as near the edge. What all of its pages print alike is part
    of a running text: the years over a table that goes on.
    """
    offsets, of_page = _offsets(group), Counter(page for page, _ in group)
    alike = Counter(text for _, text in {(page, line.text) for page, line in group})
    for page, line in group:
        number = page_number(line.text)
        rises = number is None or offsets[number - page] > 1
        if of_page[page] == 1 or rises or alike[line.text] == len(of_page):
            yield line


def _offsets(group: Sequence[tuple[int, Line]]) -> Counter[int]:
    """Count the pages by how much their numbers are ahead of their indices."""
    numbers = {(page, page_number(line.text)) for page, line in group}
    return Counter(number - page for page, number in numbers if number is not None)


def side_numbers(sheets: Sequence[PrintedPage], known: Collection[int], body: float) -> set[int]:
    """Return the identities of the page numbers that stand in a side margin, at one height.

    What is `known` to be furniture, by its identity, is no text that they stand beside.
    """
    levels: defaultdict[int, list[tuple[int, Line]]] = defaultdict(list)
    for page, sheet in enumerate(sheets):
        for line in _in_margins([line for line in sheet.lines if id(line) not in known]):
            if page_number(line.text) is not None:
                levels[round(line.baseline / LEVEL_PT)].append((page, line))
    return {
        id(line)
        for group in levels.values()
        if len(group) > 1
        and (counts_up(group, len(sheets)) or lone_of_turned(group, len(sheets), body))
        for _, line in group
    }


def _in_margins(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the line that stands left of all others, and the one right of them, if any does."""
    if len(lines) < 2:  # noqa: PLR2004 - a number, and a text that it stands beside
        return
    lefts, rights = [line.box[0] for line in lines], [line.box[2] for line in lines]
    first, last = rights.index(min(rights)), lefts.index(max(lefts))
    if rights[first] < min([*lefts[:first], *lefts[first + 1 :]]):
        yield lines[first]
    if lefts[last] > max([*rights[:last], *rights[last + 1 :]]):
        yield lines[last]


def is_own_number(line: Line, edge: Edge, n_pages: int) -> bool:
    """Whether a line is the number of its own page, told by that page alone.

    It says how many pages there are (`2/15`), or names itself a page, or stands alone far from
    the text. The foot of a lone page may have any number: the page may be one of a longer document.
    """
    found = PAGE_NUMBER.fullmatch(" ".join(line.text.split()))
    if found is None:
        return False
    if page_number(line.text) != edge.sheet.number:
        foot = n_pages == 1 and edge.name == "bottom" and line.text.isdigit()
        return foot and edge.stands_apart(line, FAR_APART)
    if found["total"]:
        return int(found["total"]) == n_pages
    return bool(found["word"]) or edge.stands_apart(line, APART if n_pages > 1 else FAR_APART)
