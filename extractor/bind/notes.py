"""Sources that footnotes cite: which figures a mark stands for, and what its note says."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding
from extractor.bind.passage import Sentence
from extractor.bind.references import SAME, resolved
from extractor.bind.words import forms_of
from extractor.bind.works import address_in, cited_title, works_of
from extractor.segment.document import Footnote, Mark

REMARK = regex.compile(
    r"""
    (?: ^ | [.;] ) \s*+
    (?: includes? | including | excludes? | excluding | this | these | they
      | (?: all \s | the \s )?
        (?: amounts | figures | sums | numbers | values | prices | totals? | shares )
      | y \s compris | non \s compris | hors | ces | les \s (?: montants | chiffres )
      | incluye | excluye | est[eao]s? | los \s montos | las \s cifras
    )
    \b
    """,
    regex.X | regex.I,
)
"""How a sentence opens that explains a figure instead of citing who says it."""
CLOSING_QUOTES = "”\"’')"
ENDS = frozenset(".;!?")


def note_sources(context: Context, sentence: Sentence) -> None:
    """Bind the figures of a sentence to the notes that its marks call.

    A mark at a figure or its noun sources that figure, one at the end of a clause or sentence every
    figure of it that has no mark of its own.
    """
    own: set[Found] = set()
    pending: list[tuple[Mark, list[Found]]] = []
    for mark in _marks(context, sentence):
        near = _figure_at(sentence, mark)
        if near is None:
            pending.append((mark, _figures_of(context, sentence, mark)))
        else:
            noted = [s for s in near.sources if s.footnote is not None]
            near.sources = [*noted, *_cited(context, mark, "source.mark_at_figure")]
            own.add(near)
    marked: dict[Found, int] = {}
    for mark, founds in pending:
        cited = _cited(context, mark, "source.mark_at_sentence")
        for found in founds:
            if found in own or marked.setdefault(found, mark.at) != mark.at:
                continue  # a mark at the end of its clause stands before one of the sentence
            noted = [s for s in found.sources if s.footnote is not None]
            found.sources = [*noted, *cited]


def _marks(context: Context, sentence: Sentence) -> list[Mark]:
    """Return the marks in a sentence, and right after it, whose notes cite something."""
    start, end = sentence.span
    text = context.doc.text
    while end < len(text) and text[end] in CLOSING_QUOTES:
        end += 1
    marks = context.marks_in((start + 1, end + 1))
    notes = context.doc.footnotes
    return [
        m for m in marks if m.footnote is not None and not _is_remark(context, notes[m.footnote])
    ]


def _is_remark(context: Context, note: Footnote) -> bool:
    """Say whether a note explains a figure instead of citing who says it."""
    text = context.doc.quote(note.span)
    return REMARK.search(text) is not None and not note.urls and not SAME.search(text)


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


def _cited(context: Context, mark: Mark, rule: str) -> list[SourceBinding]:
    """Return the works that the note of a mark cites, or those of the note that it stands for."""
    if mark.footnote is None:
        return []
    notes = context.doc.footnotes
    index = resolved(context.notes, mark.footnote)
    own = notes[mark.footnote].urls if index != mark.footnote else []
    start, end = notes[index].span
    works = list(works_of(context.doc.text[start:end]))
    addresses = notes[index].urls or own
    found: list[SourceBinding] = []
    for at, (first, last) in enumerate(works):
        text = context.doc.text[start + first : start + last]
        listed = addresses[at] if len(addresses) == len(works) else None
        url = address_in(text) or listed or (addresses[0] if addresses and not at else None)
        span = (start + first, start + last)
        found.append(SourceBinding(cited_title(text), "stated", rule, span, mark.footnote, url))
    return found
