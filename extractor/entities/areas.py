"""First-level areas of countries: provinces, states, governorates, oblasts, departments.

Names of areas are names of much else: one counts where its country is named in the text, or where
the word for its kind stands beside it (`Northern Province`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import regex

from extractor.data.tables import load
from extractor.entities.mention import Mention, Span

Codes = tuple[str, ...]
"""The areas that a name may mean, by ISO 3166-2 code."""

RARELY = 0.2  # of the mentions of the country that a text names most: another is not its subject
SHOUTED = 6  # letters; a shorter name in capitals is an acronym as well (`IMO`, `BAY`)
FIRST = regex.compile(r"(?<! [\p{L}\p{M}\d] | \p{L}- ) [\p{Lu}\p{Lo}] [\p{L}\p{M}]*+", regex.X)
ENDS = regex.compile(r"(?! [\p{L}\p{M}\d] | [-’'] \p{Lu} )", regex.X)

KIND = r"""
    (?: Province | State | Governorate | Oblast | Region | County | District | Department
      | Prefecture | Division | Territory | Canton )
"""
KIND_BEHIND = regex.compile(
    rf"\ (?i: {KIND} ) (?P<several> s )? (?! [\p{{L}}\d] | \ (?: of | for ) \b )", regex.X
)
KIND_BEFORE = regex.compile(
    rf"""
    (?<! [\p{{L}}\d-] )
    (?: (?i: {KIND} ) (?P<several> s )? \ of (?: \ the )?
      | (?i: province | département | région | gouvernorat | état | wilaya ) (?P<several> s )?
        (?: \ (?: de \ la | de \ l[’'] | du | des | de | d[’'] ) )
      | (?i: provincia | departamento | región | estado | gobernación ) (?P<several> s )?
        \ (?: de \ la | del | de )
      | محافظة | ولاية | منطقة | إقليم
    )
    \ ? $
    """,
    regex.X,
)
BEFORE = 40  # characters before a name in which the word for its kind stands
JOINED = regex.compile(r",? \ (?: and | et | y | or | ou ) \  | , \ ", regex.X)
"""What stands between areas that one word for their kind tells: `Lorn and Ost provinces`."""

NAME_BEHIND = regex.compile(r"\ \p{Lu}\p{Ll}", regex.X)
NAME_BEFORE = regex.compile(r"(?<! [\p{L}.] ) (?P<word> \p{Lu}[\p{L}’'-]{1,24} ) \ $", regex.X)
NO_NAME = frozenset(
    """
    across all along and around as at between both by despite during dans depuis desde during en
    for from if in inside into its like near of on only or outside over since the their to
    toward towards under until when where while with within que sur
    """.split()
)
"""Words that open a sentence before an area, and make no longer name with it."""

CASES = {
    "ька область": ("ької області", "ькій області", "ьку область", "ькою областю"),
    "ская область": ("ской области", "скую область", "ской областью"),
}
"""How the name of an oblast changes with its place in a sentence."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name of areas where it stands."""

    span: Span
    """With the word for its kind, where that stands beside it in the singular."""
    name: str
    """As it is listed, whatever its case and capitals."""
    codes: Codes
    doubtful: bool
    told: bool
    """Whether the word for its kind stands beside it,"""
    several: bool
    """and tells what it is joined to too (`Lorn and Ost provinces`)."""


def areas(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of first-level areas, in order and disjoint.

    `known` are the mentions of countries: of areas of one name it is that of the country which the
    text names most. Two areas of one country that share a name (a town and the land around it) are
    a place without a code.
    """
    named = [m for m in known if m.code is not None]
    countries = Counter(m.code for m in named)
    starts = {m.span[0]: m.code for m in named}
    for hit in _told_in_lists(text, list(_hits(text))):
        behind = starts.get(hit.span[1] + 2) if text.startswith(", ", hit.span[1]) else None
        codes = _meant(hit, countries, behind)
        if codes:
            code = codes[0] if len(codes) == 1 else None
            yield Mention("place", hit.span, hit.name, area=code)


def _meant(hit: _Hit, countries: Mapping[str | None, int], behind: str | None) -> Codes:
    """Return the areas of one country that a name means; none where that is in doubt.

    `behind` is the country that follows (`Lorn, Kenya`), which leaves no doubt.
    """
    by_country: defaultdict[str | None, list[str]] = defaultdict(list)
    for code in hit.codes:
        by_country[code[:2]].append(code)
    if behind in by_country:
        return tuple(by_country[behind])
    if hit.doubtful and not hit.told:
        return ()
    first, *others = sorted(by_country, key=lambda c: countries.get(c, 0), reverse=True)
    times = countries.get(first, 0)
    rarely = times < RARELY * max(countries.values(), default=0)
    surely = times > max((countries.get(c, 0) for c in others), default=0)
    only = not others and not hit.doubtful
    return (
        tuple(by_country[first]) if (only or surely if hit.told else surely and not rarely) else ()
    )


def _hits(text: str) -> Iterator[_Hit]:
    """Yield the names of areas that are no part of a longer name."""
    names, end = _by_first_word(), 0
    for first in FIRST.finditer(text):
        forms = names.get(first[0])
        if forms is None or first.start() < end:
            continue
        start = first.start()
        form = next((f for f in forms if _stands(text, f, start)), None)
        if form is None:
            continue
        hit = _hit(text, (start, start + len(form)), form)
        if hit is not None:
            end = hit.span[1]
            yield hit


def _stands(text: str, form: str, start: int) -> bool:
    return text.startswith(form, start) and ENDS.match(text, start + len(form)) is not None


def _hit(text: str, name: Span, form: str) -> _Hit | None:
    """Return a name with the word for its kind; None where other words make it a longer name."""
    behind = KIND_BEHIND.match(text, name[1])
    opening = max(0, name[0] - BEFORE)
    before = None if behind is not None else KIND_BEFORE.search(text[opening : name[0]])
    if not form.isupper() and _is_part(
        text, name, is_told=(before is not None, behind is not None)
    ):
        return None
    end = behind.end() if behind is not None and behind["several"] is None else name[1]
    start = opening + before.start() if before is not None and not before["several"] else name[0]
    kind = behind or before
    several = kind is not None and bool(kind["several"])
    doubtful = form.casefold() in _doubtful()
    return _Hit((start, end), *_listed()[form], doubtful, kind is not None, several)


def _is_part(text: str, name: Span, *, is_told: tuple[bool, bool]) -> bool:
    """Say whether a name is part of a longer one (`Lorn University`, `Greater Lorn`).

    `is_told` says whether the word for its kind stands before it and behind, and so no other does.
    """
    if not is_told[1] and NAME_BEHIND.match(text, name[1]):
        return True
    before = NAME_BEFORE.search(text, max(0, name[0] - BEFORE), name[0])
    return not is_told[0] and before is not None and before["word"].lower() not in NO_NAME


def _told_in_lists(text: str, hits: Sequence[_Hit]) -> Sequence[_Hit]:
    """Return the hits; those joined to one that is told in the plural are told with it."""
    several = [hit.several for hit in hits]
    joined = [bool(JOINED.fullmatch(text, a.span[1], b.span[0])) for a, b in pairwise(hits)]
    for at in (*range(len(joined)), *reversed(range(len(joined)))):
        if joined[at] and (several[at] or several[at + 1]):
            several[at] = several[at + 1] = True
    pairs = zip(hits, several, strict=True)
    return [replace(hit, told=hit.told or is_one_of_several) for hit, is_one_of_several in pairs]


# --- the names ------------------------------------------------------------------------------------


@cache
def _names() -> Mapping[str, Sequence[str]]:
    """Return the names of each area by its code, the first standing for it."""
    table = load("areas.json")
    aliases: Mapping[str, list[str]] = load("places.toml")["areas"]["aliases"]
    return {
        f"{country}-{code}": [*aliases.get(f"{country}-{code}", ()), *names]
        for country, coded in table["areas"].items()
        for code, names in coded.items()
    }


def area_name(code: str) -> str:
    """Return the name that stands for an area."""
    return _names()[code][0]


@cache
def _listed() -> Mapping[str, tuple[str, Codes]]:
    """Return what each printed form stands for: the listed name, spelt so if one is, and areas."""
    found: dict[str, tuple[str, Codes]] = {}
    for code, names in _names().items():
        for name in dict.fromkeys(names):
            for form in _forms(name):
                listed, codes = found.get(form, (name, ()))
                codes = codes if code in codes else (*codes, code)
                found[form] = (name if form == name else listed, codes)
    return found


def _forms(name: str) -> Iterator[str]:
    """Yield the forms in which a name is printed: in cases, in capitals, with either apostrophe."""
    forms = [name]
    if not name.isascii():
        for ending, cases in CASES.items():
            if name.endswith(ending):
                forms += (name.removesuffix(ending) + case for case in cases)
    for form in forms:
        yield form
        if "’" in form:
            yield form.replace("’", "'")
        if len(form) >= SHOUTED:
            yield form.upper()


@cache
def _by_first_word() -> Mapping[str, Sequence[str]]:
    """Return the forms by their first word, the longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in _listed():
        head = form.partition(" ")[0]
        first = None if head.isalpha() else FIRST.match(form)
        found[head if first is None else first[0]].append(form)
    return {first: sorted(forms, key=len, reverse=True) for first, forms in found.items()}


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("places.toml")["areas"]["doubtful"])
