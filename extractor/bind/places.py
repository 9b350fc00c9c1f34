"""Where a figure holds: stated in its clause, told by its row or headings, or by the title."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, inherited
from extractor.bind.governing import Governing
from extractor.bind.headers import names_givers
from extractor.bind.locating import counts_countries, has_own_area, place_in_sentence
from extractor.bind.passage import Sentence
from extractor.bind.words import word_class
from extractor.entities import Mention
from extractor.segment.document import Cell, Section, Table

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
COUNTRY = regex.compile(
    r"\b (?: the | this | le | el ) \s (?: country | nation | pays | país ) \b"
    r" | \b nation (?: al | wide ) \b",
    regex.X | regex.I,
)
"""What speaks of the whole country that a text is about."""
POINTING_BACK = frozenset({"there", "here", "their", "they"})
MAX_SUBTITLE = 15  # words of the line below a title that goes on with it
MIN_OF_LABEL = 0.55  # of a label's characters are the place's name


@dataclass(slots=True)
class _Told:
    """What places have been told so far, to be spoken of again."""

    title: Binding | None
    last: dict[int, Binding] = field(default_factory=dict)
    """The last place that a passage says something of."""
    country: dict[int, Binding] = field(default_factory=dict)
    """The last country that it names."""

    @property
    def about_one(self) -> bool:
        """Whether the document is about one place, as its title tells."""
        return self.title is not None and self.title.rule == "place.title"

    def keep(self, passage: int, place: Binding | None) -> None:
        """Keep a place that a sentence states for a figure."""
        if place is None or place.rule not in {"place.clause", "place.named"}:
            return
        self.last[passage] = place
        if place.code is not None:
            self.country[passage] = place


def bind_places(context: Context) -> None:
    """Bind the place of every figure that is no date or duration."""
    told = _Told(_place_of_title(context))
    givers = [_first_givers(table) for table in context.doc.tables]
    for found in context.founds:
        if found.is_time or found.place is not None or _is_own_part(found):
            continue
        if found.cell is not None:
            near = _of_cell(context, found, givers)
        else:
            near = _of_text(context, found, told)
        if near is None and not counts_countries(found):
            near = _of_whole(found) or _further(context, found, told.title)
        found.place = near
        told.keep(found.passage, near)


def _of_whole(found: Found) -> Binding | None:
    return inherited(found.of.place, "place.parent") if found.of is not None else None


def _further(context: Context, found: Found, title: Binding | None) -> Binding | None:
    return _of_headings(context, found) or _of_title(found, title)


def _of_text(context: Context, found: Found, told: _Told) -> Binding | None:
    """Return the place of a figure's sentence, of the sentence before it, or of its key figures."""
    sentence = context.sentence_of(found)
    if sentence is None:
        return None
    place = place_in_sentence(context, found, sentence, about_one=told.about_one)
    if place is None and not counts_countries(found) and not has_own_area(context, found):
        place = _carried(context, found, sentence, told)
    if place is None and found.zone == "keyfigure":
        return _of_headings(context, found)
    return place


def _carried(context: Context, found: Found, sentence: Sentence, told: _Told) -> Binding | None:
    """Return the place that was spoken of before a sentence.

    In a document about one place, a sentence without a place speaks of that one again, unless it
    points back (`Families there draw …`). Of `the country` it is the last country, not a town.
    """
    last = told.last.get(found.passage)
    if COUNTRY.search(context.doc.text, *_around(found, sentence)):
        if told.about_one:
            return None
        around = _further(context, found, told.title)
        countries = [b for b in (told.country.get(found.passage), around) if b and b.code]
        last = countries[0] if countries else last
    elif told.about_one and not any(token.lower in POINTING_BACK for token in sentence.tokens):
        return None
    return inherited(last, "place.sentence_before")


def _around(found: Found, sentence: Sentence) -> Span:
    """Return the stretch of a sentence from the figure before one to its next comma or figure."""
    start, end = sentence.span
    for token in sentence.tokens:
        if token.measured is not None and token.end <= found.span[0]:
            start = token.end
        elif token.start >= found.span[1] and (token.measured or token.text == ","):
            end = token.start
            break
    return start, end


# --- tables ---------------------------------------------------------------------------------------


def _of_cell(context: Context, found: Found, givers: Sequence[int]) -> Binding | None:
    """Return the place of a cell: that of its labels and headers, or that of its table's title.

    `givers` is for each table the first column whose header names who gives.
    """
    if found.cell is None:
        return None
    table = context.doc.tables[found.cell[0]]
    what = context.governing_of(found)
    given = found.cell[2] > givers[found.cell[0]] or any(names_givers(c.text) for c in what.columns)
    if not given and not names_givers(table.title or ""):
        labels = (_of_label(context, cell) for cell in _cells_nearest_first(what))
        label = next((place for place in labels if place is not None), None)
        if label is not None:
            return label
    return _named(context, table.title_span, "place.table_title") if table.title_span else None


def _first_givers(table: Table) -> int:
    """Return the first column whose header names who gives: `Kenya` under `Donor` is not where."""
    named = (c.col for c in table.cells if c.header == "column" and names_givers(c.text))
    return min(named, default=table.n_cols)


def _of_label(context: Context, cell: Cell) -> Binding | None:
    """Return the place that a header or label is: a known one, or one of a column of areas."""
    if cell.span is None:
        return None
    places = context.places_in(cell.span)
    if len(places) == 1 and _is_label_of_place(cell.span, places[0]):
        place = places[0]
        return Binding(place.value, "inherited", "place.table_label", place.span, place.code)
    name = context.areas.get(cell.text.lower())
    return Binding(name, "inherited", "place.area_label", cell.span) if name else None


def _cells_nearest_first(what: Governing) -> list[Cell]:
    group = [what.group] if what.group is not None else []
    return [*reversed(what.labels), *reversed(what.columns), *group]


def _is_label_of_place(label: Span, mention: Mention) -> bool:
    """Say whether a label is a place's name, not one that only holds it (`Lorn Housing Fund`)."""
    return mention.span[1] - mention.span[0] >= MIN_OF_LABEL * (label[1] - label[0])


# --- headings and title ---------------------------------------------------------------------------


def _of_headings(context: Context, found: Found) -> Binding | None:
    for section in context.headings_of(found.block):
        area = _area_of(context, section) if _is_below(context, found, section) else None
        place = area or _named(context, section.span, "place.heading")
        if place is not None:
            return place
    return None


def _is_below(context: Context, found: Found, section: Section) -> bool:
    """Say whether a figure surely belongs to the heading above it: tables and panels float."""
    if found.zone != "keyfigure":
        return found.cell is None
    return context.doc.blocks[found.block - 1].span == section.span


def _area_of(context: Context, section: Section) -> Binding | None:
    """Return the area of a table that a heading names: alone, or before a colon."""
    name = context.areas.get(section.title.partition(":")[0].strip().lower())
    return Binding(name, "inherited", "place.area_heading", section.span) if name else None


def _named(context: Context, span: Span, rule: str) -> Binding | None:
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


def _place_of_title(context: Context) -> Binding | None:
    """Return the place that the document's title names; the rule tells one place from several.

    Where the title names none, the line below it may go on (`Light for All` / `Sheds of Lorn`).
    """
    span = context.doc.title_span
    if span is None:
        return None
    if not context.places_in(span):
        below = _subtitle(context, span)
        return _named(context, below, "place.subtitle") if below is not None else None
    several = len(context.places_in(span)) > 1
    named = _named(context, span, "place.title_several" if several else "place.title")
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


def _of_title(found: Found, title: Binding | None) -> Binding | None:
    """Return the title's place for a figure that nothing nearer places.

    Where the title names several places, they are those of the plan: only the plan's own figures
    (required, targeted, reached, funded) hold for all of them.
    """
    if title is None:
        return None
    own = found.status is not None and found.status.value != "in_need"
    return title if own or title.rule != "place.title_several" else None


def _is_own_part(found: Found) -> bool:
    """Say whether a figure counts parts of the document itself (`three aims`): nowhere."""
    noun = (found.unit or "").lower()
    return found.reading.kind == "count" and noun in word_class("own_parts")
