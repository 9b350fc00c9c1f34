"""The names of those who may say a figure: links, organisations, censuses and surveys."""

from dataclasses import dataclass
from itertools import chain

import regex

from extractor.bind.context import Context
from extractor.bind.found import Span
from extractor.bind.sources.works import is_data, names_body
from extractor.segment.document import Link

_CAPITALISED = r"""
    \p{Lu} [\p{L}’'\-]++
    (?:
        \s (?: (?: of | for | and | the | on | de | du | des | la ) \s ){0,2}
        \p{Lu} [\p{L}’'\-]++
    ){1,6}
"""
"""A name of several capitalised words."""
NAMED = regex.compile(
    rf"""
    \b [Aa]ccording \s to \s (?: the\s )? (?P<name> {_CAPITALISED} )
    | (?: ^ | (?<= [.!?]\s | \n ) | [,;]\s | \b [Tt]he\s ) (?: The\s )?+ (?P<name> {_CAPITALISED} )
      (?= \s (?: has\s | have\s )?
          (?: estimate | report | count | record | found | find | show | state | register ) )
    """,
    regex.X,
)
"""A name that no list knows, where a source is said: after `according to`, before `reported`."""
TITLED = regex.compile(
    r"""
    \b (?: The \s )?+ (?P<name>
    (?: (?: 19 | 20 ) \d\d (?: [–/\-] (?: \d\d ){1,2} )?+ \s )?+
    \p{Lu} [\p{L}’'\-]++ (?: (?: , | \s and | \s of | \s on )?+ \s \p{Lu} [\p{L}’'\-]++ ){0,7}+ )
    """,
    regex.X,
)
"""Capitalised words with the year before them, as censuses and offices are called."""
CAPITALS = regex.compile(r"\b \p{Lu} [\p{Lu}\p{Nd}/\-]{2,9}+ (?! [\p{L}\p{Nd}] )", regex.X)
ROMANCE = regex.compile(
    r"""
    \p{Lu} [\p{L}’'\-]*+ (?: \s [\p{L}’'\-]++ ){0,9}+
    (?= \s*+ (?: \( [^()\n]{2,30} \) \s*+ )?+ (?: [,;.:)\n] | $ ) )
    """,
    regex.X,
)
"""A name up to the end of its phrase, in French or Spanish: small but for its first word."""
NO_NAME = frozenset(
    "a ont avait avaient est sont était en dans pour par avec qui que dont sur au aux plus ce cette"
    " ha han había es son era fue fueron para por con sobre donde cuyo más este esta durante entre"
    " pendant depuis desde hasta lors".split()
)
"""What is in no name of a body or an inquiry: verbs, and prepositions that lead on."""
KINDS_OF_AREA = frozenset(
    "canton city county department district division governorate lga municipality oblast prefecture"
    " province region state town ward zone".split()
)
MAX_NAME = 60  # characters; a longer link text is a title: it names a document, not who says it


@dataclass(frozen=True, slots=True)
class Cited:
    """A named source in a sentence."""

    name: str
    span: Span
    url: str | None


def names_in(context: Context, span: Span) -> list[Cited]:
    """Return who is named in a stretch, in order: links, bodies, inquiries, what reports."""
    doc = context.doc
    links = [k for k in context.links_in(span) if _is_name(doc.quote(k.span))]
    mentions = context.mentions_in(span)
    told = chain(
        (m.span for m in mentions if m.type == "organisation"),
        (m.span for m in mentions if m.type == "acronym" and names_body(m.value)),
        (m.span("name") for m in TITLED.finditer(doc.text, *span) if _may_say(m["name"])),
        (m.span("name") for m in NAMED.finditer(doc.text, *span)),
    )
    named: list[Cited] = []
    for one in chain(
        (Cited(doc.quote(k.span), k.span, address_of(k)) for k in links),
        (Cited(_without_possessive(doc.quote(s)), s, None) for s in told if not _area(context, s)),
    ):
        if not any(n.span[0] < one.span[1] and one.span[0] < n.span[1] for n in named):
            named.append(one)
    return sorted(named, key=lambda n: n.span)


def romance_name(text: str, start: int, end: int) -> Span | None:
    """Return where a French or Spanish name stands that opens at `start` and ends its phrase.

    One word alone is one only where it is of a body: `Selon Sexe, …` heads a part of a list.
    """
    name = ROMANCE.match(text, start, end)
    if name is None or not NO_NAME.isdisjoint(name[0].lower().split()):
        return None
    alone = " " not in name[0]
    return None if alone and not (name[0].isupper() or names_body(name[0])) else name.span()


def address_of(link: Link) -> str | None:
    """Return the address that a link opens outside its document."""
    return link.url if link.url.startswith(("http://", "https://", "www.")) else None


def _is_name(text: str) -> bool:
    return len(text) <= MAX_NAME and text[:1].isupper() and "\n" not in text


def _may_say(text: str) -> bool:
    """Say whether capitalised words name an inquiry (`2029 Household Survey`) or a body."""
    words = _without_possessive(text).split()
    return len(words) > 1 and (is_data(words[-1]) or names_body(" ".join(words)))


def _without_possessive(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _area(context: Context, span: Span) -> bool:
    """Say whether a name is that of an area (`Lorn Province`), which reports nothing."""
    place = next(iter(context.places_in(span)), None)
    if place is None or place.span[0] != span[0]:
        return False
    rest = context.doc.text[place.span[1] : span[1]].lower().split()
    return all(word in KINDS_OF_AREA for word in rest)
