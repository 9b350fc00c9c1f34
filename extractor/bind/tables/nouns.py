"""The noun that a head or label counts: `people` of `Number of hospitalized people`."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.bind.found import Span
from extractor.bind.tables.headers import counts_money, counts_people

NUMBER_OF = regex.compile(
    r"""
    ^ \W*+
    (?:
        (?: (?: total | estimated | overall | cumulative ) \s )*+
        (?: number | no\.? | \# | count | total ) \s (?: of \s )?+ (?: the \s )?+
      | (?: nombre | nbre | nb | effectif | total | cumul ) \s (?: total \s | cumulé \s )?+
        (?: de \s | des \s | d['’] )?+ (?: l[ae]s? \s )?+
      | (?: n[úu]mero | total | cantidad ) \s (?: total \s )?+ (?: de \s )?+ (?: l[oa]s \s )?+
      | (?: número | quantidade | total ) \s d (?: e | os | as ) \s
      | (?: numero | totale ) \s (?: totale \s )?+ d (?: i | ei | elle | egli ) \s
      | (?: anzahl | zahl | gesamtzahl ) \s (?: d(?: er | es ) \s | an \s | von \s )?+
      | (?: кількість | число | количество | численность | عدد | n° | nº ) \s
    )
    (?= \p{L} )
    """,
    regex.X | regex.I,
)
PART_OF = regex.compile(
    r"""
    ^ \W*+ (?: of \s (?: which | whom | these ) | including | dont | de \s (?: los | las ) \s cuales
      | из \s них | у \s тому \s числі | в \s том \s числе ) \b [\s:,]*+
    """,
    regex.X | regex.I,
)
"""What opens the label or head of a part: `of which: fire`."""
LABEL_NUMBER = regex.compile(r"\W*+ (?: \d [\d.]*+ \p{Ll}?+ [.)]? \s++ (?= \p{L} ) )?+", regex.X)
"""The number of a label before its words: `1.1 Children vaccinated`."""
WORD = regex.compile(r"[\p{L}\p{M}]++ (?: ['’\-] [\p{L}\p{M}]++ )*+", regex.X)
STOP = regex.compile(
    r"""
    [^\p{L}\p{M}\s'’\-] | (?<! \S )
    (?: in | with | of | to | for | by | at | on | from | who | that | which | whose | under | per
      | without | within | during | as | above | below | over | aged | since | until | into | where
      | de | des | du | dans | en | par | pour | sur | sous | au | aux | avec | qui | dont | ayant
      | con | por | para | que | del
      | com | em | da | dos | das | di | dei | delle | degli | della
      | nel | nella | che | für | mit | von | nach | bei | zum | zur
    ) (?! \S ) | (?<! \S ) d['’]
    """,
    regex.X | regex.I,
)
JOINS = frozenset("and or & et ou y o und".split())
PLURAL = regex.compile(r"\p{L}{2,}+ (?<= [^suiSUI] s | [A-Z] s | [aeo]ux )", regex.X)
IRREGULAR = frozenset("people children men women staff personnel cattle livestock".split())
COLLECTIVE = frozenset("population youth".split())
NO_PLURAL = frozenset("gas bias".split())
SAME_IN_BOTH = frozenset("cas décès heures mois".split())
BEFORE_NOUN = frozenset(
    "nouveaux nouvelles autres anciens anciennes petits petites grands grandes nuevos nuevas otros"
    " otras grandes pequeños pequeñas principales total totales".split()
)
"""Adjectives that stand before the noun in French and Spanish."""
OF_PEOPLE = frozenset(
    "ciblés ciblées visés visées atteints atteintes assistés assistées touchés touchées affectés"
    " affectées atendidos atendidas alcanzados alcanzadas asistidos asistidas afectados afectadas"
    " focalizados focalizadas priorizados priorizadas targeted".split()
)
"""Adjectives that are heads of their own, and no nouns: `Ciblées`."""
ROMANCE = frozenset({"fr", "es", "pt", "it"})
MIN_CAPITALS = 6  # letters of a word of a head that is set in capitals
MAX_TERM = 3  # words of a term for people


class Counted(NamedTuple):
    """A counted noun in a phrase, and where it stands there."""

    noun: str
    span: Span
    is_group: bool
    """Whether it names people."""


@lru_cache(maxsize=4096)
def counted_noun(phrase: str, language: str | None) -> Counted | None:
    """Return the noun that a head or label counts; None where it counts nothing, or several.

    >>> counted_noun("Number of hospitalized people (in isolation)", "en").noun
    'people'
    >>> counted_noun("Nouvelles alertes investiguées", "fr").noun
    'alertes'
    >>> counted_noun("User fees", "en"), counted_noun("Boats and sheds", "en")
    (None, None)
    """
    number = LABEL_NUMBER.match(phrase)
    start = number.end() if number is not None else 0
    part = PART_OF.match(phrase[start:])
    start += part.end() if part is not None else 0
    opening = NUMBER_OF.match(phrase[start:])
    start += opening.end() if opening is not None else 0
    stop = STOP.search(phrase, start + 1)
    words = list(WORD.finditer(phrase, start, stop.start() if stop is not None else len(phrase)))
    group = _group(words, language)
    if group is not None:
        return group
    if any(word[0].lower() in JOINS for word in words) or counts_money(phrase):
        return None
    if STOP.match(phrase, start):
        return None  # `Dans le besoin`
    nouns = [w for w in words if _is_plural(w[0]) and w[0].lower() not in OF_PEOPLE]
    if language in ROMANCE:
        nouns = [w for w in nouns if w[0].lower() not in BEFORE_NOUN][:1]
    return Counted(nouns[-1][0], nouns[-1].span(), is_group=False) if nouns else None


def _group(words: "list[regex.Match[str]]", language: str | None) -> Counted | None:
    """Return the term for people in a phrase: its last in English, else what opens it."""
    english = language in {None, "en"}
    for first, end in _runs(len(words), last=english):
        term = " ".join(word[0] for word in words[first:end])
        if counts_people(term.lower()) and _may_count(words[end - 1][0]):
            if english and any(map(_is_noun, words[end : end + 1])):
                return None  # it only qualifies what follows: `User fees`
            span = (words[first].start(), words[end - 1].end())
            return Counted(term, span, is_group=True)
    return None


def _runs(size: int, *, last: bool) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that may be a term, the last or first of a phrase before others."""
    if last:
        yield from (
            (first, end)
            for end in range(size, 0, -1)
            for first in range(max(0, end - MAX_TERM), end)
        )
    else:
        yield from (
            (first, end)
            for first in range(size)
            for end in range(min(size, first + MAX_TERM), first, -1)
        )


def _may_count(word: str) -> bool:
    """Say whether the last word of a term is no singular, as before another noun: `User fees`."""
    return _is_plural(word) or word.lower() in COLLECTIVE or not word.isascii()


def _is_noun(word: "regex.Match[str]") -> bool:
    """Say whether a word after a noun is a noun of its own, not a participle: `people reached`."""
    text = word[0].lower()
    return not text.endswith(("ed", "en", "ing", "ly")) and text not in SAID_AFTER


SAID_AFTER = frozenset("seen left lost met sent kept told able alive due ill sick new".split())


def _is_plural(word: str) -> bool:
    folded = word.lower()
    word = folded if word.isupper() and len(word) >= MIN_CAPITALS else word  # no acronym is so long
    if folded in NO_PLURAL:
        return False
    return folded in IRREGULAR or folded in SAME_IN_BOTH or PLURAL.fullmatch(word) is not None


def bare_part(label: str) -> str:
    """Return a label of a part without what opens it.

    >>> bare_part("of which girls"), bare_part("Girls")
    ('girls', 'Girls')
    """
    return PART_OF.sub("", label).strip(" :;*")


@lru_cache(maxsize=4096)
def people_in(phrase: str, language: str | None) -> str | None:
    """Return the term for people that opens a phrase, or ends its first noun phrase in English.

    >>> people_in("femmes enceintes vues au moins une fois", "fr")
    'femmes enceintes'
    """
    stop = STOP.search(phrase, 1)
    words = list(WORD.finditer(phrase, 0, stop.start() if stop is not None else len(phrase)))
    group = _group(words, language)
    return group.noun if group is not None else None
