"""Places that only the document makes known: by their kind, or by what happens in them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

import regex

from extractor.entities.mention import Mention

MIN_TIMES = 2  # a name that things happen in once may be anything,
MIN_MENTIONS = 3  # unless the document names it again and again
MAX_WORDS = 3  # of a place's name

NAME = r"\p{Lu}[\p{L}\p{M}’'\-]{2,24}"
# Capitalised words that `in`, `across` and the like stand before, and that are no places.
NO_PLACE = """
    January | February | March | April | May | June | July | August | September | October
    | November | December | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
    | Spring | Summer | Autumn | Winter | The | This | These | Those | Table | Figure | Annex
    | Section | Chapter | Part | Box | Phase | Round | Article | Resolution | Paragraph | Appendix
    | Fiscal | Fiscals | Calendar | Quarter | Quarters
    | English | French | Spanish | Arabic | Russian | Internet | Outcome | Output | Objective
    | Strategic | Province | District | Region | State | County | Governorate | Department
"""
IN_PLACE = regex.compile(
    rf"""
    \b (?<! [\p{{L}}.] )
    (?:
      [Ii]n | [Nn]ear | within | across | throughout | inside | of \s the \s people \s of
      | (?: Government | districts? | province | city | town ) \s of
    )
    \s (?! (?: {NO_PLACE} ) \b )
    (?P<name> {NAME} (?: \s (?! (?: {NO_PLACE} ) \b ) {NAME} ){{0,{MAX_WORDS - 1}}} )
    (?! [\p{{L}}\d] )
    """,
    regex.X,
)
FORM = r"""
    (?: Inc | Ltd | LLC | LLP | Corp | Limited | Incorporated | Corporation | Company | PLC | plc
      | GmbH | Holdings? )
"""
COMPANY_BEHIND = regex.compile(
    rf"(?: \  \p{{Lu}} [\p{{L}}’'-]{{1,24}}+ ){{0,2}}? \  {FORM} (?! [\p{{L}}\d] )", regex.X
)
COMPANY_END = regex.compile(rf"\  {FORM} $", regex.X)
"""The form of a company ends its name, after up to two words more: it is no place."""
RUN = rf"{NAME} (?: \  (?! (?: {NO_PLACE} ) \b ) {NAME} ){{0,{MAX_WORDS - 1}}}"
KINDS_BEFORE = (
    *("city of ", "town of ", "village of ", "municipality of ", "raion of "),
    *("ville d", "village d", "commune d", "territoire d", "zone de santé d", "aire de santé d"),
    *("ciudad de", "municipio de", "comuna de", "localidad de", "aldea de"),
)
KINDS_BEHIND = (" raion", " rayon", " oblast")
"""Words for what a name names, which tell a place the first time."""
NAME_BEHIND = regex.compile(
    rf"""
    (?: (?: e | u | el )? \  | [’'] )? (?! (?: {NO_PLACE} ) \b )
    (?P<name> {RUN} ) (?! [\p{{L}}\d] )
    """,
    regex.X,
)
NAME_BEFORE = regex.compile(
    rf"(?<! [\p{{L}}\d’'-] ) (?! (?: {NO_PLACE} ) \b ) (?P<name> {RUN} ) $", regex.X
)
BEFORE = 80  # characters before the word for its kind in which a name stands
COMMON = r"\b (?<! [\p{L}\p{M}/.\-@=?&’'] ) \L<words> (?! [\p{L}\p{M}’'\-] )"
"""A word printed by itself, in no address and no part of another."""
NAME_RUN = regex.compile(rf"(?<! [\p{{L}}\d] ) {NAME} (?: \ {NAME} )*+", regex.X)
POSSESSIVES = ("’s", "'s")


def local_places(text: str) -> Iterator[Mention]:
    """Yield the mentions of places that the document makes known.

    A name is a place when the word for its kind stands beside it (`the town of Lorn`), or something
    happens in it at least twice, or once where it is named again and again, and its words are never
    all printed as common words. In capitals it is the same name.
    """
    names = _names(text)
    if not names:
        return
    by_upper = {name.upper(): name for name in sorted(names)}
    forms = {*names, *by_upper}
    for match in regex.finditer(r"\b(?<![\p{L}\d])\L<forms>(?![\p{L}\d])", text, forms=forms):
        yield Mention("place", match.span(), by_upper[match[0].upper()])


def _names(text: str) -> frozenset[str]:
    times = Counter(
        _without_possessive(m["name"]) for m in IN_PLACE.finditer(text) if not _is_company(text, m)
    )
    times.update({_without_possessive(name): MIN_TIMES for name in _of_a_kind(text)})
    rare = {name.upper() for name, count in times.items() if count < MIN_TIMES}
    mentions = _times_named(text, rare) if rare else {}
    named = [
        name
        for name, count in times.items()
        if (count >= MIN_TIMES or mentions.get(name.upper(), 0) >= MIN_MENTIONS)
        and not name.isupper()
    ]
    common = _common(text, {word.lower() for name in named for word in name.split()})
    return frozenset(n for n in named if not common >= set(n.lower().split()))


def _is_company(text: str, match: "regex.Match[str]") -> bool:
    """Say whether what something is said to be in is a company (`in Lorn Power Inc.`)."""
    named = COMPANY_END.search(match["name"]) is not None
    return named or COMPANY_BEHIND.match(text, match.end()) is not None


def _of_a_kind(text: str) -> Iterator[str]:
    """Yield the names with the word for their kind beside them."""
    for kind in KINDS_BEFORE:
        for at in _places_of(kind[1:], text):  # without its first letter, which may be a capital
            named = NAME_BEHIND.match(text, at + len(kind) - 1)
            if named is not None and text[at - 1 : at].lower() == kind[0] and _opens(text, at - 1):
                yield named["name"]
    for kind in KINDS_BEHIND:
        for at in _places_of(kind, text):
            named = NAME_BEFORE.search(text, max(0, at - BEFORE), at)
            if named is not None and not text[at + len(kind) : at + len(kind) + 1].isalpha():
                yield named["name"]


def _places_of(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _opens(text: str, at: int) -> bool:
    return at <= 0 or not text[at - 1].isalnum()


def _common(text: str, words: AbstractSet[str]) -> AbstractSet[str]:
    """Return those of some words in lower case that the text prints so."""
    if not words:
        return words
    return {match[0] for match in regex.finditer(COMMON, text, regex.X, words=words)}


def _times_named(text: str, names: AbstractSet[str]) -> Mapping[str, int]:
    """Return how often each of some names in capitals is printed, in capitals or not."""
    named: Counter[str] = Counter()
    for run in NAME_RUN.finditer(text):
        words = [_without_possessive(word).upper() for word in run[0].split(" ")]
        for size in range(1, min(MAX_WORDS, len(words)) + 1):
            for at in range(len(words) - size + 1):
                name = " ".join(words[at : at + size]) if size > 1 else words[at]
                if name in names:
                    named[name] += 1
    return named


def _without_possessive(name: str) -> str:
    for ending in POSSESSIVES:
        name = name.removesuffix(ending)
    return name
