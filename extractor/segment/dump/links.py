"""Lists of addresses that a dump puts at the end of a page: whose notes they belong to.

A PDF's link list repeats an address once for each line of a broken link, in the order of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote

import regex

from extractor.segment.dump.lines import Line

URL = regex.compile(r"^ (?: https?:// | www\. | ftp:// | mailto: ) \S++ $", regex.X | regex.I)
ADDRESS = regex.compile(r"https?:// | \bwww\.", regex.X | regex.I)
URL_REST = regex.compile(r"^ \S*? [/._%=&?#\d\-] \S*+ $", regex.X)
LONG_URL = 50  # characters; a shorter one is not wrapped
WORD = regex.compile(r"\p{L}{2,}+ | \d++", regex.X)
CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}]++")
EMPTY_WORDS = frozenset(
    "https http www com org net int html htm pdf php aspx en fr es the and for of to on in".split()
)
ENOUGH = 0.34  # of the words of the shorter side are shared, before an address counts as the note's
MAX_PAIRS = 100_000  # notes times addresses of one page; more is no page
MIN_SITE = 5  # characters of a site's name
ACRONYM = (3, 8)  # letters


@dataclass(slots=True)
class LinkList:
    """Bare addresses in a row."""

    lines: list[Line]
    urls: list[str]
    sheet: int


def lists(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the stretches of lines (first, one past the last) that hold nothing but addresses."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        end = _end_of_list(lines, i)
        if end > i:
            found.append((i, end))
        i = max(end, i + 1)
    return found


def _end_of_list(lines: Sequence[Line], i: int) -> int:
    end = i
    in_text = not lines[i].gap  # an address right below text is part of it, up to the next blank
    while (
        end < len(lines)
        and not (in_text and end > i and lines[end].gap)
        and (URL.match(lines[end].text) or (end > i and _is_rest(lines, end)))
    ):
        end += 1
    return end


def _is_rest(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line goes on with the address of the line before."""
    return (
        lines[i].gap == 0
        and not lines[i].barrier
        and len(lines[i - 1].text) >= LONG_URL
        and URL_REST.match(lines[i].text) is not None
    )


def addresses(lines: Sequence[Line]) -> list[str]:
    """Return the addresses of a list, those broken over lines made whole."""
    urls: list[str] = []
    for line in lines:
        if URL.match(line.text) or not urls:
            urls.append(line.text)
        else:
            urls[-1] += line.text
    return urls


def assign(urls: Sequence[str], notes: Sequence[str]) -> list[list[str]]:
    """Return the addresses of each note: by shared words, order preserved, at most one each.

    >>> assign(["https://x.int/lorn-flood-report"] * 2, ["Ibid.", "NRA, Lorn flood report."])
    [[], ['https://x.int/lorn-flood-report']]
    """
    runs = [(url, len(list(same))) for url, same in groupby(urls)]
    given: list[list[str]] = [[] for _ in notes]
    if not runs or len(runs) * len(notes) > MAX_PAIRS:
        return given
    likeness = [[_likeness(url, note) for url, _ in runs] for note in notes]
    for note, run in enumerate(_best_order(likeness, [count for _, count in runs])):
        if run is not None:
            given[note].append(runs[run][0])
    return given


def _best_order(likeness: Sequence[Sequence[float]], counts: Sequence[int]) -> list[int | None]:
    """Return for each note the run it takes: none goes back, and the sum of likeness is greatest.

    `best[r]` is the best sum of the notes so far when the last run taken is `r - 1` (0: none).
    """
    width = len(counts) + 1
    best = [0.0] + [-1.0] * (width - 1)
    choices: list[
        list[tuple[int, bool]]
    ] = []  # for each note and last run: (last run before, taken)
    for row in likeness:
        now = list(best)
        choice = [(r, False) for r in range(width)]
        top, top_at = best[0], 0
        for r in range(1, width):
            again = counts[r - 1] > 1 and best[r] > top
            before, at = (best[r], r) if again else (top, top_at)
            if row[r - 1] >= ENOUGH and before >= 0 and before + row[r - 1] > now[r]:
                now[r], choice[r] = before + row[r - 1], (at, True)
            if best[r] > top:
                top, top_at = best[r], r
        choices.append(choice)
        best = now
    return _traced(choices, max(range(width), key=best.__getitem__))


def _traced(choices: Sequence[Sequence[tuple[int, bool]]], last: int) -> list[int | None]:
    taken: list[int | None] = []
    for choice in reversed(choices):
        before, took = choice[last]
        taken.append(last - 1 if took else None)
        last = before
    return taken[::-1]


def _likeness(url: str, note: str) -> float:
    """Return how much of the shorter of the two stands in the other, 0 to 1."""
    if url.casefold() in note.casefold():
        return 1.0
    if ADDRESS.search(note):
        return 0.0  # the note prints another address: it needs none
    said, linked = _words(note), _words(unquote(url))
    shared = said & linked
    if not said or not linked:
        return 0.0
    share = len(shared) / min(len(said), len(linked))
    return max(
        share if len(shared) > 1 else share / 2, _by_acronym(note, linked), _by_host(note, url)
    )


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text[:2000])} - EMPTY_WORDS


def _by_acronym(note: str, linked: set[str]) -> float:
    """Return a little likeness where initials of the note's names are a word of the address."""
    initials = "".join(name[0] for name in CAPITALISED.findall(note[:300])).casefold()
    low, high = ACRONYM
    return 0.4 if any(low <= len(word) <= high and word in initials for word in linked) else 0.0


def _by_host(note: str, url: str) -> float:
    host = regex.sub(r"^\w+://(?:www\.)?", "", url[:300]).split("/")[0]
    site = ".".join(host.split(".")[-2:])
    return 0.45 if len(site) >= MIN_SITE and site.casefold() in note.casefold() else 0.0
