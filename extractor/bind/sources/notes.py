"""Sources that footnotes cite: which figures a mark stands for, and what its note says."""

from dataclasses import replace
from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding, Span
from extractor.bind.passage import Sentence
from extractor.bind.sources.citing import citations, is_name_alone
from extractor.bind.sources.references import resolved
from extractor.bind.sources.works import OPENING, address_in, cited_title, works_of
from extractor.bind.words import forms_of
from extractor.segment.document import Mark

CLOSING_QUOTES = "”\"’')"
ENDS = frozenset(".;!?")
MAX_SHORT = 14  # characters of a short form and what stands around it
ARTICLE = regex.compile(
    r"^ (?: (?: the | la | le | les | el | los ) \s | l['’] )", regex.X | regex.I
)
SHORT_FORM = regex.compile(r"(?<! [\p{L}\d] ) \p{Lu} [\p{Lu}&\-]{1,9}+ [)\]]? $", regex.X)


def note_sources(context: Context, sentence: Sentence) -> None:
    """Bind the figures of a sentence to the works that the notes of its marks cite.

    A mark at a figure or its noun sources that figure, one at the end of a clause or sentence every
    figure of it that has no mark of its own.
    """
    own: set[Found] = set()
    pending: list[tuple[Mark, list[SourceBinding]]] = []
    for mark in _marks(context, sentence):
        cited = cited_by(context, mark, "source.mark_at_figure")
        near = _figure_at(sentence, mark)
        if cited and near is not None:
            near.sources = _with_notes(near, cited)
            own.add(near)
        elif cited:
            pending.append((mark, cited))
    marked: dict[Found, int] = {}
    for mark, cited in pending:
        told = [replace(source, rule="source.mark_at_sentence") for source in cited]
        for found in _figures_of(context, sentence, mark):
            if found in own or marked.setdefault(found, mark.at) != mark.at:
                continue  # a mark at the end of its clause stands before one of the sentence
            found.sources = _with_notes(found, told)


def _with_notes(found: Found, cited: list[SourceBinding]) -> list[SourceBinding]:
    """Return the sources of a figure with those of one more note, which win over names."""
    return [*(s for s in found.sources if s.footnote is not None), *cited]


def _marks(context: Context, sentence: Sentence) -> list[Mark]:
    """Return the marks in a sentence, and right after it, that have a note."""
    start, end = sentence.span
    text = context.doc.text
    while end < len(text) and text[end] in CLOSING_QUOTES:
        end += 1
    return [m for m in context.marks_in((start + 1, end + 1)) if m.footnote is not None]


# --- which figures --------------------------------------------------------------------------------


def _figure_at(sentence: Sentence, mark: Mark) -> Found | None:
    """Return the figure that a mark is glued to, or to whose noun."""
    for found in sentence.founds:
        noun = found.reading.noun
        if mark.at == found.span[1] or (noun is not None and noun[0] < mark.at <= noun[1]):
            return found
    return None


def _figures_of(context: Context, sentence: Sentence, mark: Mark) -> list[Found]:
    """Return the figures before a mark that closes a clause, or those that a marked noun shows."""
    text = context.doc.text
    before, after = text[max(0, mark.at - 1) : mark.at], text[mark.at : mark.at + 1]
    closes = mark.at >= sentence.span[1] - 1 or before in ENDS
    if closes or before == "," or after in {",", ";"}:
        return [f for f in sentence.founds if f.span[1] <= mark.at]
    later = [f for f in sentence.founds if f.span[0] > mark.at]
    return later if later and _shows(sentence, mark.at, later[0].span[0]) else []


def _shows(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether `shows that` stands between a marked noun and a figure: `Data⁵ … shows that`."""
    words = [t.lower for t in sentence.tokens if start <= t.start < end and t.found is None]
    verbs = [i for i, w in enumerate(words) if w in forms_of("reporting")]
    return any("that" in words[i : i + 2] for i in verbs)


# --- what the note says ---------------------------------------------------------------------------


def cited_by(context: Context, mark: Mark, rule: str) -> list[SourceBinding]:
    """Return the works that the note of a mark cites, or those of the note that it stands for."""
    if mark.footnote is None:
        return []
    notes = context.doc.footnotes
    index = resolved(context.notes, mark.footnote)
    start = notes[index].span[0]
    text = context.doc.quote(notes[index].span)
    if index == mark.footnote and is_name_alone(text) and _spells_out(context, mark, text):
        return []  # it says what the letters stand for
    addresses = notes[index].urls or (notes[mark.footnote].urls if index != mark.footnote else [])
    works = _works(text, linked=bool(addresses))
    found: list[SourceBinding] = []
    for at, (first, last) in enumerate(works):
        listed = addresses[at] if len(addresses) == len(works) else None
        url = (
            address_in(text[first:last])
            or listed
            or (addresses[0] if addresses and not at else None)
        )
        span = (start + first, start + last)
        title = cited_title(text[first:last])
        found.append(SourceBinding(title, "stated", rule, span, mark.footnote, url))
    return found


def _spells_out(context: Context, mark: Mark, name: str) -> bool:
    """Say whether a name is what the letters at a mark are short for: `CERF⁵`.

    It opens with the first of them and has all of them in their order.
    """
    short = SHORT_FORM.search(context.doc.text, max(0, mark.at - MAX_SHORT), mark.at)
    if short is None:
        return False
    letters = iter(c for c in ARTICLE.sub("", name).lower() if c.isalpha())
    wanted = [c for c in short[0].lower() if c.isalpha()]
    return next(letters, "") == wanted[0] and all(c in letters for c in wanted[1:])


@lru_cache(maxsize=64)  # a note that several marks lead to is read once
def _works(note: str, *, linked: bool) -> tuple[Span, ...]:
    """Return where the works stand that a note cites, without what leads to them (`See`)."""
    found: list[Span] = []
    for start, end in citations(note, linked=linked):
        for first, last in works_of(note[start:end]):
            lead = OPENING.match(note[start + first : start + last])
            found.append((start + first + (lead.end() if lead is not None else 0), start + last))
    return tuple(found)
