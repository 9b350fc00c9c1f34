"""Sources that footnotes cite: which figures a mark stands for, and what its note says."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding
from extractor.bind.passage import Sentence
from extractor.bind.words import forms_of
from extractor.segment.document import Footnote, Mark

IBID = regex.compile(r"\b (?: ibid | ibidem | idem | op\.\s?cit ) \b", regex.X | regex.I)
REMARK = regex.compile(
    r"""
    (?: ^ | [.;] ) \s*+
    (?: includes? | including | excludes? | excluding | this | these | they | figures | numbers
      | totals? )
    \b
    """,
    regex.X | regex.I,
)
"""How a sentence opens that explains a figure instead of citing who says it."""
ADDRESS = regex.compile(r"(?: https?:// | www\. ) \S", regex.X | regex.I)
LEAD_TO_ADDRESS = regex.compile(
    r"available (?: \s (?: at | from | here ) )? \s? :? $", regex.X | regex.I
)
LEAD_WINDOW = len("available from :")  # characters before an address in which its lead stands
AROUND_ADDRESS = " ,:;|–-"
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
    for mark, founds in pending:
        for found in founds:
            if found not in own:
                found.sources = _cited(context, mark, "source.mark_at_sentence")


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
    return REMARK.search(text) is not None and not note.urls and IBID.search(text) is None


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
    """Return what the note of a mark cites."""
    if mark.footnote is None:
        return []
    doc = context.doc
    note = doc.footnotes[_resolved(context, mark.footnote)]
    urls = note.urls or doc.footnotes[mark.footnote].urls
    url = urls[0] if urls else None
    title = cited_title(doc.quote(note.span))
    return [SourceBinding(title, "stated", rule, note.span, mark.footnote, url)]


def _resolved(context: Context, index: int) -> int:
    """Return the note that a note stands for: `Ibid.` is the one before it."""
    notes = context.doc.footnotes
    while index > 0 and IBID.search(context.doc.quote(notes[index].span)):
        index -= 1
    return index


def cited_title(note: str) -> str:
    """Return what a note cites, without its address and closing full stop.

    >>> cited_title("NRA, Returns Survey (June 2031). https://nra.example/r")
    'NRA, Returns Survey (June 2031)'
    """
    title = " ".join(note.split())
    address = ADDRESS.search(title, title.rfind(" ") + 1)
    if address is not None:
        title = title[: address.start()].rstrip(AROUND_ADDRESS)
        lead = LEAD_TO_ADDRESS.search(title, max(0, len(title) - LEAD_WINDOW))
        title = title[: lead.start()].rstrip(AROUND_ADDRESS) if lead is not None else title
    return title.rstrip(" .") or note
