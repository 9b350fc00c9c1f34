"""Where a figure holds: stated in its clause, told by its row or headings, or by the title."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, inherited
from extractor.bind.passage import Sentence
from extractor.bind.places.leads import is_label_of_place, place_of_lead
from extractor.bind.places.locating import counts_countries, place_in_sentence
from extractor.bind.places.own_areas import has_own_area
from extractor.bind.places.titled import named_in, place_of_title
from extractor.bind.prose.listed import RULE as LISTED
from extractor.bind.tables.governing import Governing
from extractor.bind.tables.headers import names_givers
from extractor.bind.words import word_class
from extractor.segment.document import Cell, Section, Table

COUNTRY = regex.compile(
    r"\b (?: the | this | le | el ) \s (?: country | nation | pays | país ) \b"
    r" | \b nation (?: al | wide ) \b",
    regex.X | regex.I,
)
"""What speaks of the whole country that a text is about."""
NUMBERED = regex.compile(
    r"\s*+ (?: table | tableau | tabla | cuadro | tabela | quadro | tabella | tabelle"
    r" | таблиц[яа] | جدول )"
    r" \s (?: n[o°º]\.? \s )?+ \p{Nd}",
    regex.X | regex.I,
)
"""The title of a table that the text refers to by its number."""
MAX_OPENING = 60  # characters of a date line from where its passage starts to its place
POINTING_BACK = frozenset({"there", "here", "their", "they"})


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

    def keep(self, context: Context, found: Found) -> None:
        """Keep the place that a sentence states for a figure.

        A name that no word makes a location is spoken of again only where it is of one country
        or opens the passage (`[3 May 2031, Lorn] …`), not `who commute between Lorn and Orn`.
        """
        place = found.place
        if place is None or place.rule not in {"place.clause", "place.named"}:
            return
        said = place.rule == "place.clause" or place.code is not None
        if not said and not _opens_passage(context, found, place):
            return
        self.last[found.passage] = place
        if place.code is not None:
            self.country[found.passage] = place


def _opens_passage(context: Context, found: Found, place: Binding) -> bool:
    start = context.passage_of(found).canonical(0)
    return place.span is not None and place.span[0] - start <= MAX_OPENING


def bind_places(context: Context) -> None:
    """Bind the place of every figure that is no date or duration."""
    told = _Told(place_of_title(context))
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
        told.keep(context, found)


def _of_whole(found: Found) -> Binding | None:
    return inherited(found.of.place, "place.parent") if found.of is not None else None


def _further(context: Context, found: Found, title: Binding | None) -> Binding | None:
    return _of_headings(context, found) or _of_title(found, title)


def _of_text(context: Context, found: Found, told: _Told) -> Binding | None:
    """Return the place of a figure's sentence, of the sentence before it, or of its key figures."""
    sentence = context.sentence_of(found)
    if sentence is None or _names_giver(found):
        return None
    place = place_in_sentence(context, found, sentence, about_one=told.about_one)
    place = place or place_of_lead(context, found)
    if place is None and not counts_countries(found) and not has_own_area(context, found):
        place = _carried(context, found, sentence, told)
    if place is None and found.zone == "keyfigure":
        return _of_headings(context, found)
    return place


def _names_giver(found: Found) -> bool:
    """Say whether the name beside a sum is of who gives it: `donors are Kenya (USD 3 million)`."""
    said = found.indicator
    listed = said is not None and said.rule == LISTED and found.reading.kind == "money"
    return listed and said is not None and names_givers(said.value)


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
    return named_in(context, table.title_span, "place.table_title") if table.title_span else None


def _first_givers(table: Table) -> int:
    """Return the first column whose header names who gives: `Kenya` under `Donor` is not where."""
    named = (c.col for c in table.cells if c.header == "column" and names_givers(c.text))
    return min(named, default=table.n_cols)


def _of_label(context: Context, cell: Cell) -> Binding | None:
    """Return the place that a header or label is: a known one, or one of a column of areas."""
    if cell.span is None:
        return None
    places = context.places_in(cell.span)
    if len(places) == 1 and is_label_of_place(cell.span, places[0]):
        place = places[0]
        return Binding(place.value, "inherited", "place.table_label", place.span, place.code)
    name = context.areas.of(cell)
    code = next((place.code for place in places if place.value == name), None)
    return Binding(name, "inherited", "place.area_label", cell.span, code) if name else None


def _cells_nearest_first(what: Governing) -> list[Cell]:
    group = [what.group] if what.group is not None else []
    return [*reversed(what.labels), *reversed(what.columns), *group]


# --- headings and title ---------------------------------------------------------------------------


def _of_headings(context: Context, found: Found) -> Binding | None:
    """Return the place that the innermost heading tells which surely stands over a figure.

    A numbered table floats: the town of an aside that it is printed below is not where it holds.
    """
    floats = found.cell is not None and _is_numbered(context.doc.tables[found.cell[0]])
    for section in context.headings_of(found.block):
        area = _area_of(context, section) if _is_below(context, found, section) else None
        place = area or named_in(context, section.span, "place.heading")
        if place is not None and (place.code is not None or not floats or section.parent is None):
            return place
    return None


def _is_numbered(table: Table) -> bool:
    return NUMBERED.match(table.title or "") is not None


def _is_below(context: Context, found: Found, section: Section) -> bool:
    """Say whether a figure surely belongs to the heading above it: tables and panels float."""
    if found.zone != "keyfigure":
        return found.cell is None
    return context.doc.blocks[found.block - 1].span == section.span


def _area_of(context: Context, section: Section) -> Binding | None:
    """Return the area of a table that a heading names: alone, or before a colon."""
    name = context.areas.anywhere.get(section.title.partition(":")[0].strip().lower())
    return Binding(name, "inherited", "place.area_heading", section.span) if name else None


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
