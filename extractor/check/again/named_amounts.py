"""Amounts told by their name alone, in a headline and a sentence: `Revenue is USD 26.4 million`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import regex

from extractor.check.again.bare_counts import are_of_one_time
from extractor.check.again.contradictions import Told, contradicting
from extractor.check.again.itself import are_of_one_part
from extractor.check.index import Index
from extractor.check.intervals import meets, term
from extractor.check.prose.sentences import ASIDE, DETERMINER, ENDED, YEAR, around, words
from extractor.keys import key
from schemas.extraction import Finding
from schemas.figure import Figure

MAX_NAME = 8  # words
MAX_TOLD = 12  # amounts of one name; more are a list
TOLD = ("prose", "list", "keyfigure")
NAME = regex.compile(
    rf"""
    \s*+ (?: in \s++ \d{{4}} ,?+ \s++ | en \s++ \d{{4}} ,?+ \s++ )?+
    {DETERMINER}?+
    (?P<name> [\p{{L}}\s'’-]{{3,80}}? ) \s*+
    """,
    regex.X | regex.I,
)


@dataclass(frozen=True, slots=True)
class Named:
    """An amount, and the years that its sentence tells."""

    told: Told
    name: frozenset[str]
    years: frozenset[str]


def named_amounts(index: Index) -> Iterator[Finding]:
    """Yield amounts of one name that differ between two places: `contradiction`."""
    by_name: defaultdict[tuple[object, ...], list[Named]] = defaultdict(list)
    for figure in index.extraction.figures:
        value = term(figure.value, figure.precision)
        plain = figure.kind == "money" and figure.modifier is None and figure.per is None
        if value is not None and plain and figure.zone in TOLD:
            place = None if figure.place is None else figure.place.value
            for name, years in _named(index.extraction.text, figure):
                by_name[name, figure.unit, place].append(
                    Named(Told(figure, value, ""), name, years)
                )
    for told in by_name.values():
        if 1 < len(told) <= MAX_TOLD:
            yield from contradicting(index.extraction.text, _apart(index, told))


def _named(text: str, figure: Figure) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the words of the name that an amount is told by alone, and the years beside it."""
    before, after = around(text, figure)
    after = ASIDE.split(after)[0]
    narrowed = ENDED.fullmatch(after) is None
    if narrowed or words("earlier").search(f"{before} | {after}") is not None:
        return
    opened = before.rstrip()
    joined = [m.start() for m in words("amounts_to").finditer(opened) if m.end() == len(opened)]
    listed = figure.zone != "prose" and opened.endswith(":")
    name = NAME.fullmatch(opened[: joined[0]] if joined else opened[:-1] if listed else "")
    said = key(name["name"]).split() if name is not None else []
    if 0 < len(said) <= MAX_NAME:
        yield frozenset(said), frozenset(YEAR.findall(before + after))


def _apart(index: Index, told: Sequence[Named]) -> Sequence[tuple[Told, Told]]:
    document = index.extraction.document
    return [
        (one.told, other.told)
        for one, other in combinations(told, 2)
        if one.told.figure.block_id != other.told.figure.block_id
        and not meets(one.told.term, other.told.term)
        and are_of_one_time(document, one.years, other.years)
        and are_of_one_part(index, one.told.figure, other.told.figure, " ".join(one.name))
    ]
