"""On whose word a figure stands: links, bracketed organisations, `according to`, footnotes."""

from dataclasses import dataclass

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding, Span
from extractor.bind.passage import Sentence
from extractor.bind.words import forms_of
from extractor.segment.document import Link, Mark

IBID = regex.compile(r"\b(?:ibid|ibidem|idem|op\.\s?cit)\b", regex.I)
TRAILING_URL = regex.compile(
    r"[\s,:;|–-]*(?:available\s+(?:at|from|here)\s*:?\s*)?(?:https?://|www\.)\S+\s*$", regex.I
)
# A name of several capitalised words where a source is said: after `according to`, before a verb of saying.
_CAPITALISED = (
    r"\p{Lu}[\p{L}’'\-]+(?:\s(?:(?:of|for|and|the|on|de|du|des|la)\s){0,2}\p{Lu}[\p{L}’'\-]+){1,6}"
)
NAMED = regex.compile(
    rf"(?:\baccording\sto\s(?:the\s)?(?P<name>{_CAPITALISED}))"
    rf"|(?:(?:^|[,;]\s|[Tt]he\s)(?P<name>{_CAPITALISED})(?=\s(?:has\s|have\s)?(?:estimate|report|count|record|found|find|show|state|register)))"
)
MAX_NAME = 60  # characters; a longer link text is a title, which names a document, not who says it
SOURCE_LINE = regex.compile(
    r"^\s*(?:sources?|fuente|quelle|джерело|источник)\s*:\s*(?P<name>[^\n]{2,200}?)\.?\s*$", regex.I
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A named source in a sentence."""

    name: str
    span: Span
    url: str | None


def bind_sources(context: Context) -> None:
    """Bind the sources of every figure."""
    for sentence in context.sentences:
        if any(not f.is_time for f in sentence.founds):
            _bracketed(context, sentence)
            _according_to(context, sentence)
            _reporting(context, sentence)
        _footnoted(context, sentence)
    _source_lines(context)
    for found in context.founds:
        if not found.sources and found.of is not None and found.zone == found.of.zone:
            found.sources = [_again(s) for s in found.of.sources]


def _again(source: SourceBinding) -> SourceBinding:
    return SourceBinding(
        source.value, "inherited", "source.parent", source.span, source.footnote, source.url
    )


# --- named sources ----------------------------------------------------------------------------------


def _names(context: Context, sentence: Sentence) -> list[Cited]:
    """Return the organisations and short links of a sentence, links first where they overlap."""
    start, end = sentence.span
    links = [k for k in context.doc.links if start <= k.span[0] < end and _is_name(context, k)]
    named = [Cited(context.doc.quote(k.span), k.span, _address(k.url)) for k in links]
    for mention in context.mentions_in(sentence.span):
        overlaps = any(n.span[0] < mention.span[1] and mention.span[0] < n.span[1] for n in named)
        if mention.type == "organisation" and not overlaps:
            named.append(Cited(context.doc.quote(mention.span), mention.span, None))
    for match in NAMED.finditer(context.doc.text, start, end):
        span = match.span("name")
        if not any(n.span[0] < span[1] and span[0] < n.span[1] for n in named):
            named.append(Cited(match["name"], span, None))
    return sorted(named, key=lambda n: n.span)


def _is_name(context: Context, link: Link) -> bool:
    text = context.doc.quote(link.span)
    return len(text) <= MAX_NAME and text[:1].isupper() and "\n" not in text


def _address(url: str) -> str | None:
    return url if url.startswith(("http://", "https://", "www.")) else None


def _bracketed(context: Context, sentence: Sentence) -> None:
    """`… were injured (UN).`: a name alone in a bracket sources the figures before it."""
    text = context.doc.text
    for name in _names(context, sentence):
        start, end = name.span
        if text[start - 1 : start] not in "([" or text[end : end + 1] not in ")];," or start == 0:
            continue
        if _defines(context, name.span):
            continue
        for found in sentence.founds:
            if not found.is_time and found.span[1] <= start and not found.sources:
                found.sources = [_source(name, "source.bracket")]


def _defines(context: Context, span: Span) -> bool:
    """Say whether a bracketed name is only the short form of the words before it."""
    return any(a.short_span == span for a in context.acronyms)


def _according_to(context: Context, sentence: Sentence) -> None:
    """`According to X, …` sources what follows; `… according to X` the clause before it."""
    text = context.doc.text
    for name in _names(context, sentence):
        lead = text[max(0, name.span[0] - 24) : name.span[0]].lower()
        match = regex.search(
            r"(?:according to|as per|selon|según|d['’]après)\s+(?:the\s+|l['’]|la\s+|le\s+|el\s+)?$",
            lead,
        )
        if match is None:
            continue
        opens = name.span[0] - sentence.span[0] <= len("according to the ") + 1
        if opens:
            _assign(sentence, name, (name.span[1], sentence.span[1]), "source.according_to")
        else:
            begin = _clause_before(sentence, name.span[0])
            _assign(sentence, name, (begin, name.span[0]), "source.according_to", over=True)


def _clause_before(sentence: Sentence, end: int) -> int:
    """Return where the clause that `according to` closes begins: after `while`, `;` or the start."""
    begin = sentence.span[0]
    for token in sentence.tokens:
        if token.start >= end:
            break
        if token.found is None and token.lower in {"while", "whereas", ";", "but"}:
            begin = token.end
    return begin


def _reporting(context: Context, sentence: Sentence) -> None:
    """`X estimated that …`, `The X found that …`: the subject of a reporting verb."""
    for name in _names(context, sentence):
        after = [t for t in sentence.tokens if t.start >= name.span[1]][:4]
        words = [t.lower for t in after if t.found is None]
        verb = next((i for i, w in enumerate(words) if w in forms_of("reporting")), None)
        said = verb is not None and all(
            w in {"has", "have", "had", "also", "systematically", "regularly"} for w in words[:verb]
        )
        if said and not _is_passive(words):
            _assign(sentence, name, (name.span[1], sentence.span[1]), "source.reporting")


def _is_passive(words: list[str]) -> bool:
    return bool(words) and words[0] in {"is", "are", "was", "were", "be", "been"}


def _assign(sentence: Sentence, name: Cited, span: Span, rule: str, *, over: bool = False) -> None:
    for found in sentence.founds:
        inside = span[0] <= found.span[0] and found.span[1] <= span[1]
        if inside and not found.is_time and (over or not found.sources):
            found.sources = [_source(name, rule)]


def _source(name: Cited, rule: str) -> SourceBinding:
    return SourceBinding(name.name, "stated", rule, name.span, url=name.url)


# --- footnotes --------------------------------------------------------------------------------------


def _footnoted(context: Context, sentence: Sentence) -> None:
    """A mark at a figure or its noun sources that figure; one at a sentence's end the rest of them."""
    start, end = sentence.span
    text = context.doc.text
    closing = end
    while closing < len(text) and text[closing] in "”\"’')":
        closing += 1
    marks = [
        m
        for m in context.doc.marks
        if start < m.at <= closing
        and m.footnote is not None
        and not _is_remark(context, m.footnote)
    ]
    pending: list[tuple[Mark, list[Found]]] = []
    own: set[int] = set()
    for mark in marks:
        near = _figure_at(sentence, mark)
        if near is not None:
            near.sources = [*_noted(near), _note_source(context, mark, "source.mark_at_figure")]
            own.add(id(near))
        else:
            pending.append((mark, _figures_of_mark(context, sentence, mark)))
    for mark, founds in pending:
        for found in founds:
            if id(found) not in own:
                found.sources = [_note_source(context, mark, "source.mark_at_sentence")]


def _noted(found: Found) -> list[SourceBinding]:
    return [s for s in found.sources if s.footnote is not None]


def _figure_at(sentence: Sentence, mark: Mark) -> Found | None:
    for found in sentence.founds:
        noun = found.reading.noun
        if mark.at == found.span[1] or (noun is not None and noun[0] < mark.at <= noun[1]):
            return found
    return None


def _figures_of_mark(context: Context, sentence: Sentence, mark: Mark) -> list[Found]:
    text = context.doc.text
    before = text[max(0, mark.at - 1) : mark.at]
    at_end = mark.at >= sentence.span[1] - 1 or before in ".;!?"
    if at_end or (before == "," or text[mark.at : mark.at + 1] in ",;"):
        return [f for f in sentence.founds if f.span[1] <= mark.at]
    later = [f for f in sentence.founds if f.span[0] > mark.at]
    if later and _shows(sentence, mark.at, later[0].span[0]):
        return later
    return []


def _shows(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a reporting verb stands between a marked noun and a figure: `Data⁵ … shows that`."""
    words = [t.lower for t in sentence.tokens if start <= t.start < end and t.found is None]
    verbs = [i for i, w in enumerate(words) if w in forms_of("reporting")]
    return any("that" in words[i : i + 2] for i in verbs)


REMARK = regex.compile(
    r"^\s*(?:includes?|including|excludes?|excluding|this|these|figures|numbers|totals?)\b", regex.I
)


def _is_remark(context: Context, index: int) -> bool:
    """Say whether a note explains a figure instead of citing who says it."""
    note = context.doc.footnotes[index]
    text = context.doc.quote(note.span)
    return REMARK.match(text) is not None and not note.urls and IBID.search(text) is None


def _note_source(context: Context, mark: Mark, rule: str) -> SourceBinding:
    doc = context.doc
    index = mark.footnote if mark.footnote is not None else 0
    resolved = _resolved(context, index)
    note = doc.footnotes[resolved]
    urls = note.urls or doc.footnotes[index].urls
    return SourceBinding(
        cited_title(doc.quote(note.span)),
        "stated",
        rule,
        note.span,
        index,
        urls[0] if urls else None,
    )


def _resolved(context: Context, index: int) -> int:
    """Return the note that a note stands for: `Ibid.` is the one before it."""
    notes = context.doc.footnotes
    for _ in range(len(notes)):
        if index == 0 or not IBID.search(context.doc.quote(notes[index].span)):
            return index
        index -= 1
    return index


def cited_title(note: str) -> str:
    """Return what a note cites, without its address and closing full stop.

    >>> cited_title("NRA, Returns Survey (June 2031). https://nra.example/r")
    'NRA, Returns Survey (June 2031)'
    """
    title = TRAILING_URL.sub("", " ".join(note.split()))
    return title.rstrip(" .") or note


# --- source lines -----------------------------------------------------------------------------------


def _source_lines(context: Context) -> None:
    """`Source: X` below a table or a key figure sources every figure of it."""
    doc = context.doc
    for index, block in enumerate(doc.blocks):
        match = SOURCE_LINE.match(doc.quote(block.span)) if block.type != "table" else None
        if match is None:
            continue
        span = (block.span[0] + match.start("name"), block.span[0] + match.end("name"))
        source = SourceBinding(match["name"], "stated", "source.line", span)
        for found in _figures_above(context, index):
            if not found.sources and not found.is_time:
                found.sources = [source]


def _figures_above(context: Context, index: int) -> list[Found]:
    doc = context.doc
    noted = [t for t in doc.tables if doc.blocks[index].id in t.notes]
    if noted:
        return [f for f in context.founds if f.block == noted[0].block]
    group = doc.blocks[index].group
    if group is None:
        return []
    return [f for f in context.founds if doc.blocks[f.block].group == group]
