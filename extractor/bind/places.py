"""Where a figure holds: stated in its clause, told by its row or headings, or by the document's title."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Sentence
from extractor.bind.tables import Governing
from extractor.bind.words import is_auxiliary, is_verb, word_class
from extractor.entities import Mention
from schemas.figure import State

LOCATIVE = frozenset("in within across inside throughout at around near".split())
ORIGIN = frozenset({"from", "by"})
JOINED = regex.compile(r"^\s*(?:,|&|and|et|y|,\s*and)\s*$", regex.I)
OWNER = regex.compile(
    r"\b(?:Government|Governments|Republic|Ministry|President|Parliament|State|Kingdom|gouvernement|gobierno)\s+(?:of|de|du)\s+(?:the\s+)?$",
    regex.I,
)


def bind_places(context: Context) -> None:
    """Bind the place of every figure that is no date or duration."""
    title = document_place(context)
    earlier: dict[int, Binding] = {}
    by_found = {f: s for s in context.sentences for f in s.founds}
    for found in context.founds:
        if found.is_time or found.place is not None:
            continue
        sentence = by_found.get(found)
        if found.cell is not None:
            found.place = _of_cell(context, found)
        elif sentence is not None:
            found.place = _of_sentence(context, found, sentence)
            one_place = title is not None and title.rule == "place.title"
            if found.place is None and (not one_place or _points_back(sentence)):
                found.place = earlier.get(found.passage)
        if found.place is None and found.cell is None and found.zone == "keyfigure":
            found.place = _of_headings(context, found.block)
        if found.place is None and found.of is not None:
            found.place = _inherited(found.of.place, "place.parent")
        found.place = found.place or _of_headings(context, found.block) or _of_title(found, title)
        if found.place is not None and found.place.rule.startswith("place.clause"):
            earlier[found.passage] = _inherited(found.place, "place.sentence_before") or found.place


def _points_back(sentence: Sentence) -> bool:
    """Say whether a sentence points to the place before it: `Families there draw …`."""
    return any(t.lower in {"there", "here", "their", "they"} for t in sentence.tokens)


def _inherited(binding: Binding | None, rule: str) -> Binding | None:
    if binding is None:
        return None
    return Binding(binding.value, "inherited", rule, binding.span, binding.code)


def _bound(mention: Mention, state: State, rule: str) -> Binding:
    return Binding(mention.value, state, rule, mention.span, mention.code)


# --- tables -----------------------------------------------------------------------------------------


def _of_cell(context: Context, found: Found) -> Binding | None:
    if found.cell is None:
        return None
    what = context.governing_of(found)
    for span in _cells_nearest_first(what):
        mention = _place_in(context, span)
        if mention is not None and _is_label_of_place(span, mention):
            return _bound(mention, "inherited", "place.table_label")
    table = context.doc.tables[found.cell[0]]
    if table.title_span is not None:
        joined = _joined(context, table.title_span, "place.table_title")
        if joined is not None:
            return joined
    return None


def _cells_nearest_first(what: Governing) -> list[Span]:
    cells = [*reversed(what.labels), *reversed(what.columns)]
    if what.group is not None:
        cells.append(what.group)
    return [c.span for c in cells if c.span is not None]


def _is_label_of_place(label: Span, mention: Mention) -> bool:
    """Say whether a label is a place's name, not one that only holds it (`Lorn Development Fund`)."""
    return mention.span[1] - mention.span[0] >= MIN_OF_LABEL * (label[1] - label[0])


MIN_OF_LABEL = 0.55  # of a label's characters are the place's name


def _place_in(context: Context, span: Span) -> Mention | None:
    places = [m for m in context.mentions_in(span) if m.type == "place"]
    return places[0] if len(places) == 1 else None


# --- sentences --------------------------------------------------------------------------------------


def _of_sentence(context: Context, found: Found, sentence: Sentence) -> Binding | None:
    best: tuple[int, Mention] | None = None
    for mention in context.mentions_in(sentence.span):
        if mention.type != "place":
            continue
        cost = _cost(context, found, mention, sentence)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, mention)
    return _bound(best[1], "stated", "place.clause") if best else None


def _cost(context: Context, found: Found, mention: Mention, sentence: Sentence) -> int | None:
    """Return how far a place is from a figure; None where its words say that it is something else's."""
    text = context.doc.text
    before = text[max(0, mention.span[0] - 40) : mention.span[0]]
    words = before.lower().replace(" the ", " ").split()
    lead = words[-1] if words else ""
    if lead in ORIGIN or _is_elsewhere(context, found, mention):
        return None
    after_figure = mention.span[0] >= found.span[1]
    between = (found.span[1], mention.span[0]) if after_figure else (mention.span[1], found.span[0])
    cost = between[1] - between[0]
    if lead not in LOCATIVE and mention.span[0] != sentence.span[0] and not _is_adverbial(mention):
        cost += 120
    if OWNER.search(before) or _acts(context, mention):
        cost += 200
    others = [f for f in sentence.founds if between[0] <= f.span[0] < between[1] and not f.is_time]
    if after_figure and others and mention.span[0] - others[-1].span[1] <= MAX_ADJACENT:
        return None
    cost += 60 * len(others)
    if not after_figure:
        cost += 40
    return cost


def _is_elsewhere(context: Context, found: Found, mention: Mention) -> bool:
    """Say whether a semicolon stands between, or the mention is a far-off `globally`."""
    start, end = sorted((found.span[0], mention.span[0]))
    return ";" in context.doc.text[start:end] or (
        _is_adverbial(mention) and end - start > MAX_ADVERB
    )


MAX_ADVERB = 60  # characters between a figure and the `globally` that is said of it
MAX_ADJACENT = len(" in the ")  # characters; so near, a place belongs to the figure right before it


def _acts(context: Context, mention: Mention) -> bool:
    """Say whether a place is the subject of a verb: it does something, nothing holds in it."""
    words = context.doc.text[mention.span[1] : mention.span[1] + 40].split()
    return bool(words) and words[0].isalpha() and (is_auxiliary(words[0]) or is_verb(words[0]))


def _is_adverbial(mention: Mention) -> bool:
    return mention.value.lower().endswith(("ally", "wide"))


# --- headings and title -----------------------------------------------------------------------------


def _of_headings(context: Context, block: int) -> Binding | None:
    for section in context.headings_of(block):
        found = _joined(context, section.span, "place.heading")
        if found is not None:
            return found
    return None


def _joined(context: Context, span: Span, rule: str) -> Binding | None:
    """Return the place that a title names; several joined by `and` are one place without a code."""
    places = [m for m in context.mentions_in(span) if m.type == "place"]
    if not places:
        return None
    first, last = places[0], places[-1]
    if first is last:
        return Binding(first.value, "inherited", rule, first.span, first.code)
    text = context.doc.text
    gaps = [text[a.span[1] : b.span[0]] for a, b in zip(places, places[1:], strict=False)]
    if not all(JOINED.match(gap) for gap in gaps):
        return None
    value = "".join(
        part for m, gap in zip(places, [*gaps, ""], strict=True) for part in (_cased(m), gap)
    )
    return Binding(" ".join(value.split()), "inherited", rule, (first.span[0], last.span[1]))


def _cased(mention: Mention) -> str:
    return (
        mention.value.lower() if mention.code is None and mention.value.isupper() else mention.value
    )


def document_place(context: Context) -> Binding | None:
    """Return the place that the document's title names."""
    if context.doc.title_span is None:
        return None
    found = _joined(context, context.doc.title_span, "place.title")
    several = found is not None and " " in found.value and found.code is None
    if found is not None and several and _is_joined(context, found):
        return Binding(found.value, found.state, "place.title_several", found.span)
    return found


def _is_joined(context: Context, found: Binding) -> bool:
    span = found.span
    return span is not None and len([m for m in context.mentions_in(span) if m.type == "place"]) > 1


def _of_title(found: Found, title: Binding | None) -> Binding | None:
    """Return the title's place for a figure that nothing nearer places.

    Where the title names several places, they are those of the plan: only the plan's own figures
    (required, targeted, reached, funded) hold for all of them. What a document counts of its own parts
    (`three aims`) holds nowhere.
    """
    if title is None or _is_own_part(found):
        return None
    own = found.status is not None and found.status.value != "in_need"
    return title if own or title.rule == "place.title" else None


def _is_own_part(found: Found) -> bool:
    noun = (found.unit or "").lower()
    return found.reading.kind == "count" and noun in word_class("own_parts")
