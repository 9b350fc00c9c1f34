"""The place that a title or heading names: one, several joined, one made wider, a town in it."""

from itertools import pairwise

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Span
from extractor.entities import Mention

JOINED = regex.compile(r"^ \s*+ (?: ,\s*and | , | & | and | et | y ) \s*+ $", regex.X | regex.I)
TOWN = regex.compile(
    r"(?: ^ | (?<= \b (?: in | of | for )\s ) )"
    r"(?P<name> \p{Lu} [\p{L}\-]++ (?: \s \p{Lu} [\p{L}\-]++ ){0,2} ) ,\s $",
    regex.X,
)
"""A name and the comma before a wider place."""
AROUND_PLACE = regex.compile(
    r"""
    \s*+
    (?P<more>
      (?: and | & | et | y ) \s (?: (?: its | the | sus | les | los | ses ) \s )?
      (?: neighbou?r\p{L}* | surrounding | adjacent | bordering | vecin[oa]s | voisins )
      (?: \s (?: countries | states | regions | areas ) )?
      | (?: et | y ) \s (?: les | los | ses | sus )? \s? (?: pays | pa[ií]ses )
        \s (?: voisins | limitrophes | vecinos )
    )
    \b
    """,
    regex.X | regex.I,
)
"""What follows a place's name and makes it wider: `& neighbouring countries`."""
MAX_SUBTITLE = 15  # words of the line below a title that goes on with it


def named_in(context: Context, span: Span, rule: str) -> Binding | None:
    """Return the place that a title names; several joined by `and` are one place without a code."""
    places = context.places_in(span)
    if not places:
        return None
    first, last = places[0], places[-1]
    if first is last:
        return _alone(context, first, span, rule)
    text = context.doc.text
    gaps = [text[a.span[1] : b.span[0]] for a, b in pairwise(places)]
    if not all(JOINED.match(gap) for gap in gaps):
        return None
    parts = (_cased(m) + gap for m, gap in zip(places, [*gaps, ""], strict=True))
    value = " ".join("".join(parts).split())
    return Binding(value, "inherited", rule, (first.span[0], last.span[1]))


def _alone(context: Context, place: Mention, span: Span, rule: str) -> Binding:
    """Return the one place of a title, with what makes it wider (`& neighbouring countries`)."""
    around = AROUND_PLACE.match(context.doc.text, place.span[1], span[1])
    if around is None:
        return Binding(place.value, "inherited", rule, place.span, place.code)
    value = " ".join(f"{_cased(place)} {around['more']}".split())
    return Binding(value, "inherited", rule, (place.span[0], around.end("more")))


def _cased(mention: Mention) -> str:
    """Return a place's name; in lower case where it is a description set in capitals."""
    capitals = mention.code is None and mention.value.isupper()
    return mention.value.lower() if capitals else mention.value


def place_of_title(context: Context) -> Binding | None:
    """Return the place that the document's title names; the rule tells one place from several.

    Where the title names none, the line below it may go on (`Light for All` / `Sheds of Lorn`).
    """
    span = context.doc.title_span
    if span is None:
        return None
    if not context.places_in(span):
        below = _subtitle(context, span)
        return named_in(context, below, "place.subtitle") if below is not None else None
    several = len(context.places_in(span)) > 1
    named = named_in(context, span, "place.title_several" if several else "place.title")
    return named if several or named is None else _with_town(context, span, named)


def _subtitle(context: Context, title: Span) -> Span | None:
    """Return the line right below the title that is no sentence, where it names one place."""
    blocks = context.doc.blocks
    at = next((i + 1 for i, b in enumerate(blocks) if b.span == title), len(blocks))
    if at >= len(blocks) or blocks[at].type != "paragraph":
        return None
    text = context.doc.quote(blocks[at].span)
    is_line = len(text.split()) <= MAX_SUBTITLE and not text.endswith((".", ":", ";"))
    names = len(context.places_in(blocks[at].span))
    return blocks[at].span if is_line and names == 1 else None


def _with_town(context: Context, title: Span, place: Binding) -> Binding:
    """Return the place of a title with the town before it (`Lornville, Ohio`), which has no code.

    What stands before the comma is a name where no word of it is ever printed as a common one.
    """
    text = context.doc.text
    if place.span is None:
        return place
    town = TOWN.search(text, title[0], place.span[0])
    if town is None or any(f" {word.lower()}" in text for word in town["name"].split()):
        return place
    start = town.start("name")
    name, value = (n.title() if n.isupper() else n for n in (town["name"], place.value))
    return Binding(f"{name}, {value}", "inherited", place.rule, (start, place.span[1]))
