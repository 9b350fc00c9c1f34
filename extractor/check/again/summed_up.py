"""What a summary tells in the words of the text behind it: whether the numbers are the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from extractor.check.again.bare_counts import PARTED
from extractor.check.again.contradictions import Told, contradicting
from extractor.check.again.itself import DATED
from extractor.check.index import Index
from extractor.check.intervals import digits, is_misprint, meets, term
from extractor.check.prose.sentences import YEAR, around, words
from extractor.check.words import measured_in
from extractor.keys import STOP_WORDS
from schemas.extraction import Finding
from schemas.figure import Figure

TOLD = ("prose", "list")
KINDS = ("money", "count", "measure", "percent")
TELLING = 3  # digits of numbers of which one is the other but for a slip by no chance
MANY = 5  # telling words around two numbers that are the same words by no chance
SOME = 3  # the same where a number is among them
MAX_ALIKE = 40  # figures of one unit in a summary; more are a table in words
TOKEN = regex.compile(r"[\p{L}\p{M}]++|\d[\d.,]*+(?<=\d)")
NAMED = regex.compile(r"\b\p{Lu}[\p{L}'’-]++")


@dataclass(frozen=True, slots=True)
class Passage:
    """A number, and the words around it in its sentence."""

    told: Told
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
    summaries, others = _passages(index)
    for unit, told in summaries.items():
        rest = others.get(unit, [])
        if len(told) <= MAX_ALIKE and rest:
            pairs = [(one, other) for one in told for other in rest if _says_the_same(one, other)]
            agreeing = {
                id(each) for pair in pairs if _agree(*pair) for each in pair
            }  # told of its own counterpart as it is
            apart = [
                (one.told, other.told)
                for one, other in pairs
                if id(one) not in agreeing and id(other) not in agreeing and _is_slip(one, other)
            ]
            yield from contradicting(index.extraction.text, apart if len(apart) == 1 else ())


Passages = dict[tuple[str, str | None], list[Passage]]


def _passages(index: Index) -> tuple[Passages, Passages]:
    """Return the numbers of summaries and all others in sentences, by what they are measured in."""
    found: tuple[Passages, Passages] = defaultdict(list), defaultdict(list)
    known: dict[str | None, bool] = {}
    for figure in index.extraction.figures:
        if figure.zone not in TOLD or figure.kind not in KINDS or figure.modifier is not None:
            continue
        at = figure.section_id
        if at not in known:
            known[at] = any(words("summaries").search(title) for title in index.headings(figure))
        value = term(figure.value, figure.precision)
        if value is not None and digits(value) >= TELLING:
            matter = figure.kind, measured_in(figure)
            found[0 if known[at] else 1][matter].append(
                _passage(index.extraction.text, figure, Told(figure, value, ""))
            )
        if not any(known.values()) and len(known) > MAX_ALIKE:
            break
    return found


def _passage(text: str, figure: Figure, told: Told) -> Passage:
    before, after = around(text, figure)
    said = f"{before} {after}"
    spoken = TOKEN.findall(before.casefold()), TOKEN.findall(after.casefold())
    years = frozenset(YEAR.findall(said))
    names = {name for name in NAMED.findall(said) if name.casefold() not in STOP_WORDS}
    names |= {match[0].casefold() for match in words("one_of_several").finditer(before)}
    parted = PARTED.match(before) is not None and DATED.match(before) is None
    return Passage(told, spoken[0][::-1], spoken[1], years, frozenset(names), parted)


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


def _agree(one: Passage, other: Passage) -> bool:
    return meets(one.told.term, other.told.term)


def _is_slip(one: Passage, other: Passage) -> bool:
    return is_misprint(one.told.term, other.told.term.value)
