"""Sectors of a response (health, protection, shelter …) where a text names them as sectors.

Their names are common words, so the noun stands beside (`Health Cluster`, `secteur de la santé`),
or the name is all that a line or a cell holds, or it heads a row in a column of sectors.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from extractor.data.tables import load
from extractor.entities.mention import Mention, Span, outside

STEMS = tuple(
    """
    luster lúster ector ecteur LUSTER ECTOR ECTEUR AoR кластер Кластер сектор Сектор
    قطاع كتلة مجموعة
    """.split()
)
"""What the nouns below share: finding it is quicker than any pattern."""
WORD_BEFORE = regex.compile(r"(?<! [\p{L}\p{M}\d] ) [\p{L}-]++ $", regex.X)
NOUN = regex.compile(
    r"""
    (?: (?: sub- )? clusters? | clústers? | sectors? | sectores | sectorial (?: es )?
      | secteurs? | sectoriels? | AoR | (?: кластер | сектор ) \p{L}{0,3}
      | (?: ال )? (?: قطاع | كتلة | مجموعة ) )
    (?! [\p{L}\p{M}\d] )
    """,
    regex.X | regex.I,
)
LINK = regex.compile(
    r"""
    : [ ]
    | [ ] (?: (?: de [ ] la | del | du | des | de | з [ ] питань | [зсі]з? | по ) [ ]
        | de [ ] l[’'] | d[’'] )?
    """,
    regex.X | regex.I,
)
"""What stands between the noun and a name behind it."""
OTHER_CLUSTER = regex.compile(
    r"""
    (?<! [\p{L}\p{M}\d] )
    (?P<name>
      (?! (?: The | Global | National | This | Each | Humanitarian | Inter-? | UN ) \b )
      \p{Lu}[\p{L}-]{1,24} (?: \ (?: and | & | of | \p{Lu}[\p{L}-]{1,24} ) ){0,5}
    )
    \ Cluster (?! [\p{L}\d] )
    """,
    regex.X,
)
"""A cluster of any other name; what is `Sector` to the name may be an industry, or the public."""

ROWS = regex.compile(r"[^\n]*+ \n (?P<rows> (?: [^\n]++ \n? )++ )", regex.X)
"""The rows of a table behind its first header: the lines up to a blank one."""
ROW = regex.compile(
    r"""
    (?<! [^\n] )
    (?! (?i: total | grand | overall | all | sous-total | subtotal | всього | разом | итого )
      | المجموع )
    (?P<name> \p{L} [^\n\t\p{Nd}]{1,60}+ ) \t
    """,
    regex.X,
)
BESIDE = 60  # characters before a noun in which the longest name stands
MIN_SECTORS = 3  # different names that are whole cells; a text with fewer may mean something else
LONGEST_PREFIX = 6  # letters of a noun before its stem (`sub-c`)
CELL_ENDS = " :*"


def sectors(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of sectors outside of what is known, in order and disjoint.

    A known sector has its English name, another one the printed one.
    """
    nouns = sorted(_nouns(text))
    found: list[Mention] = []
    for further in (_in_columns(text, nouns), _beside(text, nouns), _whole_cells(text)):
        found.extend(list(outside(further, found)))
    yield from sorted(outside(found, known), key=lambda mention: mention.span)


def _nouns(text: str) -> Iterator[Span]:
    """Yield where the nouns for a sector stand, each time as a whole word, in no order."""
    for stem in STEMS:
        at = text.find(stem)
        while at >= 0:
            prefix = WORD_BEFORE.search(text, max(0, at - LONGEST_PREFIX), at)
            noun = NOUN.match(text, prefix.start() if prefix is not None else at)
            if noun is not None:
                yield noun.span()
            at = text.find(stem, at + len(stem))


def _in_columns(text: str, nouns: Sequence[Span]) -> Iterator[Mention]:
    done = 0
    for start, end in nouns:
        heads = text[start - 1 : start] in {"", "\n"} and text.startswith("\t", end)
        table = ROWS.match(text, end) if heads and start >= done else None
        if table is not None:
            done = table.end()
            for row in ROW.finditer(text, *table.span("rows")):
                if NOUN.fullmatch(row["name"]) is None:  # else a head printed again
                    yield _mention(text, _stripped(text, row.span("name")))


def _beside(text: str, nouns: Sequence[Span]) -> Iterator[Mention]:
    """Yield the sectors with their noun behind them or before, and clusters of any name."""
    for start, end in nouns:
        span = _ending(text, start - 1) if text[start - 1 : start] == " " else None
        link = LINK.match(text, end) if span is None else None
        span = _starting(text, link.end()) if link is not None else span
        other = OTHER_CLUSTER.search(text, max(0, start - BESIDE), end) if span is None else None
        span = other.span("name") if other is not None and other.end() == end else span
        if span is not None:
            yield _mention(text, span)


def _whole_cells(text: str) -> Iterator[Mention]:
    """Yield the cells and lines that are a sector's name, where there are several."""
    cells = set(text.replace("\t", "\n").split("\n"))
    named = {cell for cell in cells if _folded(cell.rstrip(CELL_ENDS)) in _values()}
    named = {cell for cell in named if not cell[0].islower()}
    if len({_values()[_folded(cell.rstrip(CELL_ENDS))] for cell in named}) < MIN_SECTORS:
        return
    for match in regex.finditer(r"(?<![^\n\t])\L<named>(?=[\n\t]|$)", text, named=named):
        yield _mention(text, _stripped(text, match.span()))


def _stripped(text: str, span: Span) -> Span:
    printed = text[slice(*span)].rstrip(CELL_ENDS)
    return span[0], span[0] + len(printed)


def _mention(text: str, span: Span) -> Mention:
    printed = " ".join(text[slice(*span)].split())
    return Mention("sector", span, _values().get(_folded(printed), printed))


def _ending(text: str, end: int) -> Span | None:
    """Return where a known name stands that ends there; the longest counts."""
    before = _folded(text[max(0, end - BESIDE) : end])
    for name in _by_last_word().get(before.rpartition(" ")[2], ()):
        start = end - len(name)
        opens = not before[: -len(name)] or not before[-len(name) - 1].isalnum()
        if before.endswith(name) and opens:
            return start, end
    return None


def _starting(text: str, start: int) -> Span | None:
    """Return where a known name stands that starts there; the longest counts."""
    behind = _folded(text[start : start + BESIDE])
    for name in _by_first_word().get(behind.partition(" ")[0].rstrip(".,;:)"), ()):
        if behind.startswith(name) and not behind[len(name) : len(name) + 1].isalnum():
            return start, start + len(name)
    return None


# --- the names ------------------------------------------------------------------------------------


def _folded(name: str) -> str:
    """Return a name in small letters with one kind of apostrophe, as long as it was."""
    return name.lower().replace("'", "’")


@cache
def _values() -> Mapping[str, str]:
    """Return the English name of each name of a sector, in small letters."""
    listed: Mapping[str, list[str]] = load("sectors.toml")["sectors"]
    return {_folded(name): value for value, names in listed.items() for name in (value, *names)}


@cache
def _by_first_word() -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(_values(), key=len, reverse=True):
        found[name.partition(" ")[0].rstrip(",")].append(name)
    return found


@cache
def _by_last_word() -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(_values(), key=len, reverse=True):
        found[name.rpartition(" ")[2]].append(name)
    return found
