"""What a summary tells in the words of the text behind it: whether the numbers are the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from extractor.check.again.bare_counts import PARTED
from extractor.check.again.contradictions import Told, are_far, contradicting
from extractor.check.again.itself import DATED
from extractor.check.index import Index
from extractor.check.intervals import digits, is_misprint, meets, term
from extractor.check.prose.sentences import YEAR, around, words
from extractor.check.words import measured_in
from extractor.keys import STOP_WORDS
from schemas.document import Section
from schemas.extraction import Finding

TOLD = ("prose", "list")
KINDS = ("money", "count", "measure", "percent")
TELLING = 3  # digits of numbers of which one is the other but for a slip by no chance
MANY = 5  # telling words around two numbers that are the same words by no chance
SOME = 3  # the same where a number is among them
MAX_ALIKE = 40  # figures of one unit in a summary; more are a table in words
TOKEN = regex.compile(r"[\p{L}\p{M}]++|\d[\d.,]*+(?<=\d)")
NAMED = regex.compile(r"\b\p{Lu}[\p{L}'’-]++")


Measured = defaultdict[tuple[str, str | None], list[Told]]
"""Numbers by their kind and what they are measured in."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words around a number in its sentence."""

    before: Sequence[str]
    """The words before it, the nearest first."""
    after: Sequence[str]
    years: frozenset[str]
    names: frozenset[str]
    """The names, and the words for one of several (`the second line`), that its sentence tells."""
    is_parted: bool
    """Whether a place, a time or a group opens its sentence."""


def summed_up(index: Index) -> Iterator[Finding]:
    """Yield numbers of a summary that the text tells in the same words but for a slip."""
    text = index.extraction.text
    for told, rest in _told(index):
        alike = ((one, other) for one in told for other in rest if not are_far(one, other))
        near = [pair for pair in alike if not _is_apart(*pair) or _is_slip(*pair)]
        passages = {id(each): _passage(text, each) for pair in near for each in pair}
        pairs = [
            (one, other)
            for one, other in near
            if _says_the_same(passages[id(one)], passages[id(other)])
        ]
        agreeing = {id(each) for pair in pairs if not _is_apart(*pair) for each in pair}
        apart = [pair for pair in pairs if agreeing.isdisjoint(map(id, pair))]
        yield from contradicting(text, apart if len(apart) == 1 else ())


def _told(index: Index) -> Iterator[tuple[Sequence[Told], Sequence[Told]]]:
    """Yield the numbers of summaries, and the others in sentences, that are measured alike."""
    found: tuple[Measured, Measured] = defaultdict(list), defaultdict(list)
    summaries = _summaries(index.extraction.sections)
    for figure in index.extraction.figures if summaries else ():
        if figure.zone in TOLD and figure.kind in KINDS and figure.modifier is None:
            value = term(figure.value, figure.precision)
            if value is not None and digits(value) >= TELLING:
                part = found[0 if figure.section_id in summaries else 1]
                part[figure.kind, measured_in(figure)].append(Told(figure, value, ""))
    for matter, told in found[0].items():
        if len(told) <= MAX_ALIKE and matter in found[1]:
            yield told, found[1][matter]


def _summaries(sections: Sequence[Section]) -> set[str]:
    """Return the sections that sum up what the others tell, with those in them."""
    found: set[str] = set()
    for section in sections:
        if section.parent_id in found or words("summaries").search(section.title) is not None:
            found.add(section.id)
    return found


def _passage(text: str, told: Told) -> Passage:
    before, after = around(text, told.figure)
    said = f"{before} {after}"
    spoken = TOKEN.findall(before.casefold()), TOKEN.findall(after.casefold())
    years = frozenset(YEAR.findall(said))
    names = {name for name in NAMED.findall(said) if name.casefold() not in STOP_WORDS}
    names |= {match[0].casefold() for match in words("one_of_several").finditer(before)}
    parted = PARTED.match(before) is not None and DATED.match(before) is None
    return Passage(spoken[0][::-1], spoken[1], years, frozenset(names), parted)


def _says_the_same(one: Passage, other: Passage) -> bool:
    """Say whether the same words stand around two numbers, and neither has a name of its own."""
    same = [
        word
        for ours, theirs in ((one.before, other.before), (one.after, other.after))
        for word, _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False))
    ]
    telling = [word for word in same if word not in STOP_WORDS and not YEAR.fullmatch(word)]
    numbered = any(word[0].isdigit() for word in telling)
    apart = any(
        mine - yours and yours - mine
        for mine, yours in ((one.names, other.names), (one.years, other.years))
    )
    apart = apart or one.is_parted != other.is_parted
    return len(telling) >= (SOME if numbered else MANY) and not apart


def _is_apart(one: Told, other: Told) -> bool:
    return not meets(one.term, other.term)


def _is_slip(one: Told, other: Told) -> bool:
    return is_misprint(one.term, other.term.value)
