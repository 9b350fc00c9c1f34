"""Captions: told by their label, their credit or a picture beside them; the credit apart."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import regex

from extractor.mapped import Mapped
from extractor.segment.credits import credit_of
from extractor.segment.draft import Draft
from extractor.segment.keyfigures import AS_OF
from schemas.document import CaptionOf

MAX_TITLE = 160  # characters of the line on top of a table; a longer one is body text
MAX_SCOPE = 80  # characters of a line of units between a caption and its table
SENTENCE_ENDS = (".", ":", ";", "?", "!")
BOLD_SHARE = 0.9  # of a title's characters
IN_BRACKETS = regex.compile(r"\( [^()]*+ (?: \( [^()]*+ \) [^()]*+ )*+ \)", regex.X)
MAX_CAPTION = 600  # characters; a longer paragraph is body text, whatever it opens with

Kind = CaptionOf | Literal["box"]
"""What a caption's label names; the box of a framed text is nothing that a caption can be of."""

_OPENING: dict[str, Kind] = {
    "table": "table",
    "tableau": "table",
    "tabla": "table",
    "cuadro": "table",
    "tab": "table",
    "tabl": "table",
    "tabela": "table",
    "tabelle": "table",
    "tabella": "table",
    "quadro": "table",
    "abbildung": "figure",
    "abb": "figure",
    "таблица": "table",
    "таблиця": "table",
    "figure": "figure",
    "figura": "figure",
    "fig": "figure",
    "рисунок": "figure",
    "schéma": "figure",
    "esquema": "figure",
    "diagram": "figure",
    "diagramme": "figure",
    "diagrama": "figure",
    "exhibit": "figure",
    "infographic": "figure",
    "infographie": "figure",
    "infografía": "figure",
    "illustration": "figure",
    "ilustración": "figure",
    "box": "box",
    "encadré": "box",
    "riquadro": "box",
    "kasten": "box",
    "recuadro": "box",
    "graph": "chart",
    "graphique": "chart",
    "graphic": "chart",
    "gráfico": "chart",
    "gráfica": "chart",
    "gráf": "chart",
    "grafico": "chart",
    "grafik": "chart",
    "schaubild": "chart",
    "diagramm": "chart",
    "chart": "chart",
    "map": "map",
    "carte": "map",
    "mapa": "map",
    "karte": "map",
    "карта": "map",
    "photo": "photo",
    "photograph": "photo",
    "picture": "photo",
    "photographie": "photo",
    "foto": "photo",
    "fotografía": "photo",
    "image": "photo",
    "imagen": "photo",
    "imagem": "photo",
    "immagine": "photo",
    "fotografia": "photo",
}

_PARTS = ("annex", "annexe", "anexo", "appendix", "apéndice", "appendice")
SHORTEST_KIND = 3  # characters
_BEGINNINGS = frozenset(word[:SHORTEST_KIND] for word in (*_OPENING, *_PARTS))

# A label is a kind, a number or letter, and a mark or a title after it: "Table 3 shows" is none.
LABEL = regex.compile(
    r"""
    ^ (?: (?&part) \s )?+ (?P<kind> \p{L}{3,14} ) (?: \s (?&part) )?+ \.?
    [ \u00a0] (?: [Nn] [°ºo.]{1,2} [ \u00a0]? )?
    (?P<number> (?&one) (?: \s? (?: [,&–-] | and | et | y | e | à | to | a ) \s? (?&one) )*+ )
    (?: [ \u00a0]? [.:–—|\-] (?: \s | $ ) | $ | [ \u00a0]+ (?= [\p{Lu}\p{N}(“"«¿] ) )
    (?(DEFINE) (?P<part> (?i: annexe? | anexo | appendix | apéndice | appendice ) ) (?P<one>
        (?: \p{Lu}{1,2} [.\-]? )? \d{1,3} (?: [.\-–] \d{1,3} ){0,2}
        (?: \p{Ll} | bis | ter )? (?! \p{L} )
      | (?: [IVX]{1,5} | \p{Lu} ) (?: [.\-–] \d{1,3} ){0,2} (?! \p{L} )
    ))
    """,
    regex.X,
)
ALONE = regex.compile(
    r"\p{L}{3,9} \.? \s (?: \d{1,3} (?: \. \d{1,3} )? | [IVX]{1,5} | \p{Lu} ) \s? [.:–-]?", regex.X
)
# Without a number only a colon tells the kind: "Photo: girls at the well of Lorn".
NAMED = regex.compile(r"^ (?P<kind> \p{L}{3,14} ) [ \u00a0]? : \s", regex.X)

# A list of tables names them with their pages: "Table 2: Wells ........ 14".
ENTRY = regex.compile(r"(?: [.·_…] \s? ){4,}+ \s* (?: \d{1,4} | [ivxlc]{1,6} ) \s*+ $", regex.X)
LEAST_WORDS = 4  # of a caption in small type; less is a label


def kind_of(text: str) -> Kind | None:
    """Return what a caption stands at by its label or credit; None where neither tells.

    >>> kind_of("Table 3: Needs"), kind_of("Table 3 shows the needs"), kind_of("© Ada Fenn")
    ('table', None, 'photo')
    """
    label = (LABEL.match(text) or NAMED.match(text)) if _may_open(text) else None
    kind = _kind(label["kind"]) if label is not None else None
    return kind or ("photo" if credit_of(text) else None)


def opens_caption(text: str) -> bool:
    """Whether a text opens with a caption's label and number.

    >>> opens_caption("Figures 2 & 3. The river"), opens_caption("Photo: the river")
    (True, False)
    """
    label = LABEL.match(text) if _may_open(text) else None
    return label is not None and _kind(label["kind"]) is not None


def is_label(text: str) -> bool:
    """Whether a text is nothing but a caption's label, its title elsewhere.

    >>> is_label("Table 2:"), is_label("Table 2: Wells")
    (True, False)
    """
    return _may_open(text) and ALONE.fullmatch(text) is not None and kind_of(text) is not None


def _may_open(text: str) -> bool:
    """Whether a text begins as some label does: few do, and to match one takes much longer."""
    return text[:SHORTEST_KIND].casefold()[:SHORTEST_KIND] in _BEGINNINGS


def is_scope(text: str) -> bool:
    """Whether a line reads as what limits a table under its caption: units, a place, a period.

    >>> is_scope("Thousands of people"), is_scope("The wells are dry."), is_scope("Table 2: Wells")
    (True, False, False)
    """
    if IN_BRACKETS.fullmatch(text):
        return True
    short = len(text) <= MAX_SCOPE and not text.endswith(SENTENCE_ENDS)
    return short and not opens_caption(text)


def belongs_to(draft: Draft) -> CaptionOf | None:
    """Return what a caption belongs to: by its label or credit, else by what stands at it."""
    kind = kind_of(draft.content.text) or draft.caption_of
    return None if kind == "box" else kind or ("photo" if draft.near_picture else None)


def _kind(word: str) -> Kind | None:
    """Return what a word of a label names, in the singular or plural."""
    folded = word.casefold()
    return _OPENING.get(folded) or _OPENING.get(folded.removesuffix("s").removesuffix("x"))


def recognise(drafts: list[Draft]) -> None:
    """Set the type of every paragraph that is a caption; a credit below one becomes part of it."""
    for draft in drafts:
        if draft.type == "paragraph" and _is_caption(draft):
            draft.type = "caption"
    _recognise_titles(drafts)
    at = 1
    while at < len(drafts):
        if _is_credit_of(drafts[at], drafts[at - 1]):
            _append(drafts[at - 1], drafts.pop(at))
        else:
            at += 1


def _recognise_titles(drafts: Sequence[Draft]) -> None:
    """Make the emphatic line on top of a table its caption; a line of units may stand between.

    What opens the document names all of it.
    """
    for at in range(1, len(drafts) - 1):
        below = at + 2 if IN_BRACKETS.fullmatch(drafts[at + 1].content.text) else at + 1
        heads = below < len(drafts) and drafts[below].type == "table"
        if not heads or drafts[at - 1].table_at is drafts[below]:
            continue  # what stands between a label and its table is one of its heads
        if drafts[at].page == drafts[below].page and _is_title(drafts[at]):
            drafts[at].type, drafts[at].caption_of = "caption", "table"


def _is_title(draft: Draft) -> bool:
    """Whether a paragraph is short, in bold or capitals, and no sentence nor opening of one."""
    text = draft.content.text
    if draft.type != "paragraph" or len(text) > MAX_TITLE or text.endswith(SENTENCE_ENDS):
        return False
    if IN_BRACKETS.fullmatch(text) or AS_OF.match(text):
        return False
    bold = sum(end - start for start, end in draft.bold)
    return text.isupper() or bold >= BOLD_SHARE * len(text)


def _is_credit_of(draft: Draft, before: Draft) -> bool:
    """Whether a block is nothing but the credit of the caption before it."""
    if not draft.type == before.type == "caption" or draft.page != before.page:
        return False
    credit = credit_of(draft.content.text)
    alone = credit is not None and credit.span[0] == 0
    return alone and credit_of(before.content.text) is None


def _append(caption: Draft, credit: Draft) -> None:
    """Put a credit line after its caption, in one block."""
    shift = len(caption.content) + 1
    caption.content = Mapped.concat([caption.content, Mapped.put_in(" "), credit.content])
    caption.lines += [shift, *(at + shift for at in credit.lines)]
    caption.marks += [replace(mark, at=mark.at + shift) for mark in credit.marks]
    caption.links += [
        replace(link, start=link.start + shift, end=link.end + shift) for link in credit.links
    ]
    caption.bold += [(start + shift, end + shift) for start, end in credit.bold]


def _is_caption(draft: Draft) -> bool:
    text = draft.content.text
    if len(text) > MAX_CAPTION or ENTRY.search(text):
        return False
    return kind_of(text) is not None or (draft.near_picture and _is_set_apart(draft))


def _is_set_apart(draft: Draft) -> bool:
    """Whether a text beside a picture is set as what says what the picture shows."""
    text = draft.content.text
    words = sum(any(map(str.isalpha, word)) for word in text.split())  # numbers are an axis of it
    small = draft.small and words >= LEAST_WORDS
    told = draft.italic and words > 0
    return told or (small and not IN_BRACKETS.fullmatch(text))  # which are of its numbers
