"""Labels that are a place's name: of rows, and of paragraphs that open with one (`Ost: …`)."""

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.entities import Mention

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
