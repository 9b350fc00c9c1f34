"""What a page carries beside its text: running heads, page numbers, drawn rules.

A line is a running head because pages repeat it at their edges, a page number because it rises with
the pages. Where no form feed tells the pages, a number that rises through the flow does, if it
cuts sentences as a page break does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.lines import Line

EDGE = 3  # lines at the top and at the foot of a page that may be furniture
MAX_HEAD = 160  # characters of a running head
REPEATED_SHARE = 0.08  # of the pages repeat a running head, at least
FEW = 2  # pages, all of which must repeat it
REPEATED = 3  # times, at least
PAGE_LINES = 6  # lines with text between two page numbers in a flow without form feeds
MAX_PAGE_LINES = 120  # lines with text between two page numbers
REGULAR = 5  # bare numbers in such distances are page numbers, whatever they cut
NUMBER_WORDS = 5  # of a line that says no more than its page
CUTTING_PART = 6  # of the places of a running head, one at least cuts a sentence
CUTS = 2  # page numbers that cut a sentence, before a flow's numbers count as page numbers

NUMBER = regex.compile(r"(?<! [\p{L}\d.,]) \d{1,4} (?! [\p{L}\d]| [.,]\d)", regex.X)
BARE = regex.compile(r"^ [\-–—|\[(\s]*+ \d{1,4} [\-–—|\])\s]*+ $", regex.X)
ROMAN = regex.compile(r"^ [ivxl]{1,6} $", regex.X)
OF_PAGES = regex.compile(r"\# \s? (?: / | of | de | sur | von | из | з ) \s? \d", regex.X)
SEPARATED = regex.compile(r"\s [|•·–—] \s? \# $ | ^ \# \s? [|•·–—] \s", regex.X)
PAGE_WORD = regex.compile(
    r"\b(?: pages? | pag | pág | página | seite | стр | страница | сторінка | صفحة | p )\b"
    r" | \bp\sa\sg\se\b",
    regex.X | regex.I,
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(slots=True)
class Cleared:
    """The lines of the flow, and those taken out of it."""

    lines: list[Line]
    furniture: list[Line] = field(default_factory=list)


def clear(lines: Sequence[Line]) -> Cleared:
    """Return the lines without furniture, the sheets numbered, a barrier where a page ends."""
    paged = bool(lines) and lines[-1].page > lines[0].page
    heads = _at_edges(lines) if paged else _in_flow(lines)
    rules = {i for i, line in enumerate(lines) if shape.is_rule(line.text)}
    cleared = Cleared([])
    sheet, taken, pending_gap = 0, False, 0
    for i, line in enumerate(lines):
        turned = i > 0 and line.page != lines[i - 1].page
        sheet += turned
        if i in heads or i in rules:
            cleared.furniture.append(line)
            sheet += i in heads and not paged and heads[i]
            taken = taken or i in heads
            pending_gap += line.gap + (i in rules)
            continue
        line.barrier = line.barrier or taken or turned
        line.sheet = sheet
        line.gap += pending_gap
        line.close = line.close and not pending_gap
        cleared.lines.append(line)
        taken, pending_gap = False, 0
    return cleared


# --- pages by form feeds ----------------------------------------------------------------

Key = tuple[str, int | None]
"""A text with one number left out, and how far that is from the page's; or a text as it is."""


def _at_edges(lines: Sequence[Line]) -> dict[int, bool]:
    """Return the lines at page edges that pages repeat, and whether each tells a page's number."""
    edges = list(_edges(lines))
    pages: dict[Key, set[int]] = defaultdict(set)
    for i in edges:
        for key in _keys(lines[i]):
            pages[key].add(lines[i].page)
    total = len({line.page for line in lines})
    needed = total if total <= FEW else max(REPEATED, int(REPEATED_SHARE * total))
    found: dict[int, bool] = {}
    for i in edges:
        counts = {key: len(pages[key]) for key in _keys(lines[i])}
        numbered = any(
            key[1] is not None and n >= min(needed, REPEATED) for key, n in counts.items()
        )
        if numbered or any(n >= needed for n in counts.values()):
            found[i] = numbered
    return found


def _edges(lines: Sequence[Line]) -> Iterator[int]:
    first = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and lines[i].page == lines[first].page:
            continue
        top = min(first + EDGE, i)
        yield from range(first, top)
        yield from range(max(top, i - EDGE), i)
        first = i


def _keys(line: Line) -> Iterable[Key]:
    text = _folded(line)
    if shape.LETTER.search(text) and not shape.is_number(line.text):
        yield text, None
    if ROMAN.match(text):
        yield "#roman", _roman(text) - line.page
    for match in _outer_numbers(text):
        yield _template(text, match), int(match[0]) - line.page


def _folded(line: Line) -> str:
    """Return the text by which a line is compared; an address or a long line is no running head."""
    if len(line.text) > MAX_HEAD or "://" in line.text:
        return ""
    return " ".join(line.text.casefold().split())


def _outer_numbers(text: str) -> list["regex.Match[str]"]:
    numbers = list(NUMBER.finditer(text))
    return numbers[:1] + numbers[1:][-1:]


def _template(text: str, number: "regex.Match[str]") -> str:
    return f"{text[: number.start()]}#{text[number.end() :]}"


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


# --- pages in a flow without form feeds -------------------------------------------------


def _in_flow(lines: Sequence[Line]) -> dict[int, bool]:
    """Return the page numbers and running heads that stand in the flow."""
    numbered: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, line in enumerate(lines):
        text = _folded(line)
        for match in _outer_numbers(text):
            numbered[_template(text, match)].append((i, int(match[0])))
    found: dict[int, bool] = {}
    for template, places in numbered.items():
        chain = _rising(places)
        if len(chain) >= FEW and _tells_pages(template, chain, lines):
            found.update(dict.fromkeys(chain, True))
    found.update(dict.fromkeys(_repeated_heads(lines, found), False))
    return found


def _rising(places: Sequence[tuple[int, int]]) -> list[int]:
    """Return the longest chain of lines, pages apart, whose numbers rise with the pages.

    They rise by two where left and right pages have heads of their own, or a page has no number.
    """
    ending: dict[int, tuple[int, int]] = {}  # number -> (length of its chain, line)
    before: dict[int, int] = {}
    best: tuple[int, int] = (0, -1)
    for i, number in places:
        length, at = max(ending.get(number - 1, (0, -1)), ending.get(number - 2, (0, -1)))
        if at >= 0 and i - at <= PAGE_LINES:
            length, at = 0, -1
        if at >= 0:
            before[i] = at
        ending[number] = max(ending.get(number, (0, -1)), (length + 1, i))
        best = max(best, (length + 1, i))
    chain, i = [], best[1]
    while i >= 0:
        chain.append(i)
        i = before.get(i, -1)
    return chain[::-1]


def _tells_pages(template: str, chain: Sequence[int], lines: Sequence[Line]) -> bool:
    bare = BARE.match(lines[chain[0]].text) is not None
    if PAGE_WORD.search(template) and shape.words(template) <= NUMBER_WORDS:
        return True
    if len(chain) >= REPEATED and OF_PAGES.search(template):
        return True
    parted = bare or SEPARATED.search(template) is not None
    if parted and len(chain) >= REGULAR and _is_regular(chain):
        return True
    cuts = sum(_cuts_sentence(lines, i) for i in chain)
    return len(chain) >= REPEATED and cuts >= (1 if bare else CUTS) and cuts * 4 >= len(chain)


def _is_regular(chain: Sequence[int]) -> bool:
    """Say whether the lines of a chain stand about as far apart as pages are long."""
    steps = sorted(after - before for before, after in pairwise(chain))
    return steps[0] > PAGE_LINES and steps[-1] <= MAX_PAGE_LINES


def _cuts_sentence(lines: Sequence[Line], i: int) -> bool:
    """Say whether a sentence goes on from the text before a line to the text after it."""
    if i < 1 or i + 1 >= len(lines):
        return False
    return _goes_on(lines[i - 1], lines[i + 1])


def _goes_on(before: Line, after: Line) -> bool:
    return before.full() and not shape.ends_block(before.text) and shape.starts_lower(after.text)


def _repeated_heads(lines: Sequence[Line], numbers: dict[int, bool]) -> list[int]:
    """Return lines that repeat beside page numbers, or that cut sentences."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        may_be = len(line.text) <= MAX_HEAD and "://" not in line.text
        if may_be and i not in numbers and shape.LETTER.search(line.text):
            places[line.text.casefold()].append(i)
    beside = Counter(
        lines[j].text.casefold()
        for i in numbers
        for j in (i - 2, i - 1, i + 1, i + 2)
        if 0 <= j < len(lines)
    )
    repeated = {i for at in places.values() if len(at) >= REPEATED for i in at} | set(numbers)
    cutting = _cutting(lines, repeated)
    found: list[int] = []
    for text, at in places.items():
        if len(at) < REPEATED:
            continue
        cuts = len(cutting.intersection(at))
        if (cuts >= CUTS and cuts * CUTTING_PART >= len(at)) or beside[text] >= max(
            REPEATED, len(at) // 2
        ):
            found += at
    return found


def _cutting(lines: Sequence[Line], repeated: set[int]) -> set[int]:
    """Return those of the repeated lines that stand, with others beside them, inside a sentence."""
    cutting: set[int] = set()
    for i in sorted(repeated):
        if i - 1 in repeated:
            continue
        end = i
        while end + 1 in repeated:
            end += 1
        if (
            i > 0
            and end + 1 < len(lines)
            and end - i < 2 * EDGE
            and _goes_on(lines[i - 1], lines[end + 1])
        ):
            cutting.update(range(i, end + 1))
    return cutting
