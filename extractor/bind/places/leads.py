"""Names of places that label what follows: rows, paragraphs (`Ost: …`), members of a list."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Sentence
from extractor.entities import Mention

MEMBER = regex.compile(
    r"(?: [,;] | ,? \s (?: and | et | y | e ) ) \s (?: (?: in | en | au ) \s )?+ $", regex.X
)
"""What stands between a figure and the name of the next one's place."""
MEMBER_WINDOW = 12  # characters before a name in which that stands
MAX_TO_MEMBER = 40  # characters behind a figure to the next member of its list

MIN_OF_LABEL = 0.55  # of a label's characters are the place's name
MAX_LEAD = 40  # characters of the label that a paragraph opens with


def is_label_of_place(label: Span, mention: Mention) -> bool:
    """Say whether a label is a place's name, not one that only holds it (`Lorn Housing Fund`)."""
    return mention.span[1] - mention.span[0] >= MIN_OF_LABEL * (label[1] - label[0])


def place_of_lead(context: Context, found: Found) -> Binding | None:
    """Return the place whose name and a colon open the paragraph of a figure."""
    if found.cell is not None:
        return None
    passage = context.passage_of(found)
    end = passage.text.find(":", 0, MAX_LEAD)
    name = passage.text[:end].rstrip() if end > 0 else ""
    if not name or passage.span(0, end)[1] > found.span[0]:
        return None
    label = passage.span(0, len(name))
    places = context.places_in(label)
    if len(places) != 1 or not is_label_of_place(label, places[0]):
        return None
    place = places[0]
    return Binding(place.value, "inherited", "place.lead", place.span, place.code)


def opens_member(text: str, mention: Mention, found: Found, sentence: Sentence) -> bool:
    """Say whether a place opens a member of a list: `Lorn got USD 3, Orn USD 2 and Ost USD 1`."""
    start = mention.span[0]
    if text[mention.span[1] : found.span[0]] != " ":
        return False
    joined = MEMBER.search(text, max(sentence.span[0], start - MEMBER_WINDOW), start)
    return joined is not None and any(
        0 <= joined.start() - f.span[1] <= MAX_TO_MEMBER and not f.is_time for f in sentence.founds
    )
