"""Sources in brackets: `(UNICEF)`, `(Harbour Office, 2031)`, `(Orn and Lorn, 2030; Tarn, 2029)`."""

from collections.abc import Iterator

import regex

from extractor.bind.context import Context
from extractor.bind.found import SourceBinding, Span
from extractor.bind.passage import Sentence
from extractor.bind.sources.named import Cited, names_in
from extractor.bind.sources.works import OPENING, address_in, names_body

BRACKET = regex.compile(
    r"\( (?P<inside> [^()]{2,240} ) \) | \[ (?P<inside> [^\[\]]{2,240} ) \]", regex.X
)
PIECE = regex.compile(r"[^;\s] [^;]*+", regex.X)
_NAME = r"\p{Lu} [\p{L}\p{M}’'&.\-]*+"
_DAY = r"(?: (?: \d{1,2} [/.] ){0,2} (?: 19 | 20 ) \d\d [a-z]?+ | n\.d\. )"
DATED = regex.compile(
    rf"""
    ^
    (?P<name>
      {_NAME}
      (?: / {_NAME}
        | (?: ,? \s (?: and | & | et | y ) | , )?+ (?: \s (?: of | for | the | on | de | la ) )?+
          \s {_NAME} ){{0,9}}
      (?: ,? \s (?: et \s al | and \s others | y \s otros ) \.?+ )?+
    )
    (?P<tie>
      ,? \s (?: accessed \s )?+ (?: \d{{1,2}} \s )?+ (?: \p{{Lu}} \p{{L}}{{2,8}}+ \.? \s )?+ )
    {_DAY} (?: , \s {_DAY} ){{0,5}}
    (?: [,:] \s (?: pp? \.? \s? )?+ \d{{1,4}} (?: [–\-] \d{{1,4}} )?+ )?+
    \s*+ $
    """,
    regex.X,
)
"""An author and when the work was published."""
SEVERAL = regex.compile(r"\s (?: and | & | et | y | al | others | otros ) \b | /", regex.X)
SHORT = regex.compile(r"^ \p{Lu} [\p{Lu}\p{Nd}\-]{2,9}+ $", regex.X)
NO_AUTHOR = frozenset(
    "act age annex april article august baseline box century chapter constitution december decision"
    " decree estimate fall february figure fiscal january july june law march may november october"
    " paragraph part phase pillar plan quarter regulation resolution round section september series"
    " spring stage strategy summer table target vision wave week winter year".split()
)
"""What names a part, a text of law or a time before a year, not who says a figure."""
CLOSING = frozenset(".,;:!?")
WORD = regex.compile(r"[\p{L}\p{M}’'\-]++", regex.X)
NAME_WINDOW = 80  # characters before a bracket in which the long form of a short one stands


def bind_bracketed(context: Context, sentence: Sentence) -> None:
    """Source the figures before a bracket that holds who says them and nothing else."""
    text = context.doc.text
    for match in BRACKET.finditer(text, *sentence.span):
        inside = match.span("inside")
        cited = list(_dated(context, inside))
        if not cited and _closes(text, match.end(), sentence):
            cited = _alone(context, inside)
        for found in sentence.founds if cited else ():
            if found.span[1] <= match.start() and not found.is_time and not found.sources:
                found.sources = list(cited)


def _closes(text: str, end: int, sentence: Sentence) -> bool:
    """Say whether a bracket closes its clause."""
    return end >= sentence.span[1] or text[end : end + 1] in CLOSING


# --- an author and a date -------------------------------------------------------------------------


def _dated(context: Context, inside: Span) -> Iterator[SourceBinding]:
    """Yield the works of a bracket: each an author and a date, or what `Source:` leads to."""
    text = context.doc.text
    for piece in PIECE.finditer(text, *inside):
        lead = OPENING.match(piece[0])
        start = piece.start() + (lead.end() if lead is not None else 0)
        name = text[start : piece.end()].rstrip()
        match = DATED.match(name)
        named = match is not None and _is_author(context, match, start)
        if named or (lead is not None and ":" in lead[0]):
            span = (start, start + len(name))
            yield SourceBinding(name, "stated", "source.bracket", span, url=address_in(name))


def _is_author(context: Context, match: "regex.Match[str]", at: int) -> bool:
    """Say whether a name before a year is one of a body or of people, not of a place or a part."""
    name = match["name"]
    words = name.lower().replace(".", "").split()
    if not NO_AUTHOR.isdisjoint((words[0], words[-1])):
        return False
    span = at + match.start("name"), at + match.end("name")
    if any(m.span == span for m in context.places_in(span)):
        return False
    body = any(one.span[0] == span[0] for one in names_in(context, span))
    people = SEVERAL.search(name) is not None or match["tie"].startswith(",")
    return body or people or SHORT.match(name) is not None or len(words) > 1


# --- a name alone ---------------------------------------------------------------------------------


def _alone(context: Context, inside: Span) -> list[SourceBinding]:
    """Return the one body that a bracket names, and nothing else; several are those meant."""
    text = context.doc.text
    named = [one for one in names_in(context, inside) if one.span == inside]
    if not named or inside in context.short_forms:
        return []
    before = WORD.findall(text, max(0, inside[0] - NAME_WINDOW), inside[0])
    return [] if _is_short_of(named[0].name, before) else [_bound(named[0])]


def _is_short_of(name: str, before: list[str]) -> bool:
    """Say whether a name in a bracket is short for the words before it, or for a body there."""
    initials = iter(word[0].lower() for word in before)
    spelled = name.isupper() and all(letter in initials for letter in name.lower())
    return spelled or (bool(before) and before[-1][0].isupper() and names_body(before[-1]))


def _bound(name: Cited) -> SourceBinding:
    return SourceBinding(name.name, "stated", "source.bracket", name.span, url=name.url)
