"""Sources that a sentence names: links, bracketed organisations, `according to`, who reports."""

from dataclasses import dataclass

import regex

from extractor.bind.context import Context
from extractor.bind.found import SourceBinding, Span
from extractor.bind.passage import Sentence
from extractor.bind.words import forms_of
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
LEAD_TO_SOURCE = regex.compile(
    r"""
    (?: according\sto | as\sper | selon | según | d['’]après ) \s++
    (?: the\s++ | l['’] | la\s++ | le\s++ | el\s++ )? $
    """,
    regex.X | regex.I,
)
LEAD_WINDOW = 24  # characters before a name in which `according to` stands
MAX_OPENING = len("according to the ") + 1  # characters before a name that opens its sentence
MAX_NAME = 60  # characters; a longer link text is a title: it names a document, not who says it
MAX_TO_VERB = 4  # tokens after a name in which its reporting verb stands
BEFORE_VERB = frozenset("has have had also systematically regularly".split())
PASSIVE = frozenset("is are was were be been".split())
NEW_CLAUSE = frozenset("while whereas ; but".split())


@dataclass(frozen=True, slots=True)
class Cited:
    """A named source in a sentence."""

    name: str
    span: Span
    url: str | None


def named_sources(context: Context, sentence: Sentence) -> None:
    """Bind the figures of a sentence to the sources that it names."""
    names = _names(context, sentence)
    for bind in (_bind_bracketed, _bind_according_to, _bind_reporting):
        for name in names:
            bind(context, sentence, name)


# --- names ----------------------------------------------------------------------------------------


def _names(context: Context, sentence: Sentence) -> list[Cited]:
    """Return the links, organisations and other names of a sentence; links win overlaps."""
    doc = context.doc
    links = [k for k in context.links_in(sentence.span) if _is_name(doc.quote(k.span))]
    candidates = [
        *(Cited(doc.quote(k.span), k.span, _address(k)) for k in links),
        *(
            Cited(doc.quote(m.span), m.span, None)
            for m in context.mentions_in(sentence.span)
            if m.type == "organisation"
        ),
        *(Cited(m["name"], m.span("name"), None) for m in NAMED.finditer(doc.text, *sentence.span)),
    ]
    named: list[Cited] = []
    for one in candidates:
        if not any(n.span[0] < one.span[1] and one.span[0] < n.span[1] for n in named):
            named.append(one)
    return sorted(named, key=lambda n: n.span)


def _is_name(text: str) -> bool:
    return len(text) <= MAX_NAME and text[:1].isupper() and "\n" not in text


def _address(link: Link) -> str | None:
    return link.url if link.url.startswith(("http://", "https://", "www.")) else None


# --- what they source -----------------------------------------------------------------------------


def _bind_bracketed(context: Context, sentence: Sentence, name: Cited) -> None:
    """`… were injured (UN).`: a name alone in a bracket sources the figures before it."""
    text = context.doc.text
    start, end = name.span
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if (
        before in {"(", "["}
        and after in {")", "]", ";", ","}
        and name.span not in context.short_forms
    ):
        _assign(sentence, name, (sentence.span[0], start), "source.bracket")


def _bind_according_to(context: Context, sentence: Sentence, name: Cited) -> None:
    """`According to X, …` sources what follows; `… according to X` the clause before it."""
    at = name.span[0]
    if LEAD_TO_SOURCE.search(context.doc.text, max(0, at - LEAD_WINDOW), at) is None:
        return
    if at - sentence.span[0] <= MAX_OPENING:
        _assign(sentence, name, (name.span[1], sentence.span[1]), "source.according_to")
    else:
        clause = (_clause_before(sentence, at), at)
        _assign(sentence, name, clause, "source.according_to", over=True)


def _clause_before(sentence: Sentence, end: int) -> int:
    """Return where the clause that `according to` closes begins: after `while`, `;`, or first."""
    opening = [t.end for t in sentence.tokens if t.start < end and t.lower in NEW_CLAUSE]
    return opening[-1] if opening else sentence.span[0]


def _bind_reporting(_context: Context, sentence: Sentence, name: Cited) -> None:
    """`X estimated that …`, `The X found that …`: the subject of a reporting verb."""
    after = [t for t in sentence.tokens if t.start >= name.span[1]][:MAX_TO_VERB]
    words = [t.lower for t in after if t.found is None]
    verb = next((i for i, w in enumerate(words) if w in forms_of("reporting")), None)
    if verb is None or words[0] in PASSIVE or not all(w in BEFORE_VERB for w in words[:verb]):
        return
    _assign(sentence, name, (name.span[1], sentence.span[1]), "source.reporting")


def _assign(sentence: Sentence, name: Cited, span: Span, rule: str, *, over: bool = False) -> None:
    """Source the figures in a stretch that have no source yet; with `over` all of them."""
    for found in sentence.founds:
        inside = span[0] <= found.span[0] and found.span[1] <= span[1]
        if inside and not found.is_time and (over or not found.sources):
            found.sources = [SourceBinding(name.name, "stated", rule, name.span, url=name.url)]
