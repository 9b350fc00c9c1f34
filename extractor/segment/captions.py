"""Captions: told by their label, their credit or a picture beside them; the credit apart."""

from dataclasses import dataclass

import regex

from extractor.segment.draft import Draft
from schemas.document import CaptionOf

MAX_CAPTION = 600  # characters; a longer paragraph is body text, whatever it opens with

_OPENING: dict[str, CaptionOf] = {
    "table": "table",
    "tableau": "table",
    "tabla": "table",
    "cuadro": "table",
    "таблица": "table",
    "таблиця": "table",
    "figure": "figure",
    "figura": "figure",
    "fig": "figure",
    "рисунок": "figure",
    "graph": "chart",
    "graphique": "chart",
    "gráfico": "chart",
    "chart": "chart",
    "box": "figure",
    "map": "map",
    "carte": "map",
    "mapa": "map",
    "photo": "photo",
    "foto": "photo",
    "image": "photo",
}

# A label is a kind, a number or letter, and a mark or a title after it: "Table 3 shows" is none.
LABEL = regex.compile(
    r"""
    ^ (?P<kind> \p{L}{3,9} ) \.? [ \u00a0]
    (?P<number> (?: \p{Lu} | \d{1,3} | [IVX]{1,5} ) (?: [.\-–] \d{1,3} ){0,2} )
    (?: [ \u00a0]? [.:–—|\-] (?: \s | $ ) | $ | [ \u00a0]+ (?= \p{Lu} ) )
    """,
    regex.X,
)

CREDIT = regex.compile(
    r"""
    (?P<credit>
      (?: © | \(c\)
        | (?i: copyright | (?: source \s )? photo | photo \s credits? | cr[eé]dits? | fotos? )
          \s? [:©]
      )
      \s*+ (?P<body> [^\n©]{2,120}+ )
    ) $
    """,
    regex.X,
)
YEAR = regex.compile(r"(?<!\d) (?:19|20)\d\d (?!\d)", regex.X)


@dataclass(frozen=True, slots=True)
class Credit:
    """The credit line of a caption, and where in the text it stands."""

    who: str
    """Who made the picture, the year left out."""
    year: str | None
    """The year; None where none is printed."""
    span: tuple[int, int]


def credit_of(text: str) -> Credit | None:
    """Return the credit at the end of a caption.

    >>> credit_of("A school in Lorn. © NRA 2031/Ada Fenn")
    Credit(who='NRA/Ada Fenn', year='2031', span=(18, 37))
    """
    match = CREDIT.search(text)
    if match is None:
        return None
    body = match["body"].strip(" .")
    year = YEAR.search(body)
    who = body
    if year is not None:
        before, after = body[: year.start()].rstrip(" ,/"), body[year.end() :].lstrip(" ,/")
        who = "/".join(part for part in (before, after) if part)
    return Credit(who, year[0] if year else None, match.span("credit"))


def kind_of(text: str) -> CaptionOf | None:
    """Return what a caption belongs to by its label or credit; None where neither tells.

    >>> kind_of("Table 3: Needs"), kind_of("Table 3 shows the needs"), kind_of("© Ada Fenn")
    ('table', None, 'photo')
    """
    label = LABEL.match(text)
    if label is not None:
        return _OPENING.get(label["kind"].casefold())
    return "photo" if credit_of(text) else None


def recognise(drafts: list[Draft]) -> None:
    """Set the type of every paragraph that is a caption."""
    for draft in drafts:
        if draft.type == "paragraph" and _is_caption(draft):
            draft.type = "caption"


def _is_caption(draft: Draft) -> bool:
    text = draft.content.text
    if len(text) > MAX_CAPTION:
        return False
    return kind_of(text) is not None or (draft.italic and draft.near_picture)
