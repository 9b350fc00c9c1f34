"""Key figures: what the label says, and which of them are parts of another."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Passage, Sentence
from extractor.bind.prose import bind_sentence
from extractor.bind.tables import plain_title
from extractor.segment.document import Document
from extractor.segment.keyfigures import is_as_of_line

COPULA = regex.compile(r"^\s*(?:is|are|was|were|of whom|of which|including)\b", regex.I)
CODE = regex.compile(r"^\s*[A-Z]{1,3}[-\s]?\d{1,2}\s+(?=\p{L})")
LEAD = regex.compile(r"^(?:grand |overall |sub-?)?total (?:of )?(?=\p{L})", regex.I)


def bind_keyfigures(context: Context) -> None:
    """Bind the label of each key figure, then the shares that break one down."""
    by_passage: dict[int, list[Sentence]] = {}
    for sentence in context.sentences:
        by_passage.setdefault(sentence.passage, []).append(sentence)
    for passage in context.collected.passages:
        if passage.zone != "keyfigure":
            continue
        for sentence in by_passage.get(passage.number, []):
            bind_sentence(sentence)
        first = next((f for f in passage.founds if not f.is_time), None)
        if first is not None:
            _label(context, first)
    _parts(context)
    _placed_parts(context)


def label_span(context: Context, found: Found) -> Span | None:
    """Return where the label of a key figure stands: up to its next figure, bracket or as-of line."""
    doc = context.doc
    passage = context.collected.passages[found.passage]
    spans: list[Span] = []
    for index in passage.blocks:
        start, end = doc.blocks[index].span
        start = max(start, found.span[1])
        if start >= end or is_as_of_line(doc.text[start:end]):
            continue
        spans.append((start, _until_figure(passage.founds, found, start, end)))
    spans = [_trim(doc, s) for s in spans]
    spans = [s for s in spans if s[0] < s[1]]
    return (spans[0][0], spans[-1][1]) if spans else None


def _until_figure(founds: list[Found], found: Found, start: int, end: int) -> int:
    later = [
        f.span[0] for f in founds if f is not found and start <= f.span[0] < end and not f.is_time
    ]
    return min([end, *later])


def _trim(doc: Document, span: Span) -> Span:
    start, end = span
    text = doc.text[start:end]
    cut = CODE.match(text)
    if cut:
        start += cut.end()
    while start < end and doc.text[start] in " \n,;:–—-":
        start += 1
    while end > start and doc.text[end - 1] in " \n,;:(–—-":
        end -= 1
    return start, end


def _label(context: Context, found: Found) -> None:
    """Take the whole label where the words of a sentence in it did not tell more."""
    doc = context.doc
    span = label_span(context, found)
    if span is None:
        return
    text = " ".join(doc.text[span[0] : span[1]].split())
    if (
        found.indicator is not None
        and not text.isupper()
        and found.indicator.rule != "prose.counted"
    ):
        return
    value = LEAD.sub("", _without_place(context, span))
    found.indicator = Binding(value or text, "inherited", "keyfigure.label", span)


def _without_place(context: Context, span: Span) -> str:
    """Return a label without the place at its end (`in Lorn`)."""
    doc = context.doc
    text = doc.text[span[0] : span[1]]
    for mention in reversed(context.mentions_in(span)):
        if mention.type == "place" and mention.span[1] == span[1]:
            lead = regex.search(
                r"\s+(?:in|within|across|en|au|aux)\s+(?:the\s+)?$",
                text[: mention.span[0] - span[0]],
                regex.I,
            )
            if lead and lead.start() > 0:
                text = text[: lead.start()]
    return " ".join(text.split())


# --- breakdowns -------------------------------------------------------------------------------------


def _parts(context: Context) -> None:
    """Bind the shares that break down the count above them: `41% are women and girls`."""
    parent: Found | None = None
    section: int | None = None
    for passage in context.collected.passages:
        if passage.zone != "keyfigure":
            parent = _announced(context, passage) or parent
            section = context.doc.blocks[passage.blocks[0]].section if parent else section
            continue
        here = context.doc.blocks[passage.blocks[0]].section
        if here != section:
            parent, section = None, here
        first = next((f for f in passage.founds if not f.is_time), None)
        if first is None:
            continue
        if first.reading.kind == "count" and first.of is None:
            parent = first if not _is_part(context, first) else parent
        elif first.reading.kind == "percent" and parent is not None and _is_part(context, first):
            _break_down(first, parent)


def _placed_parts(context: Context) -> None:
    """Bind a key figure whose label only says where (`1.5M in Lorn`) by the labelled one above it."""
    above: Found | None = None
    for passage in context.collected.passages:
        first = next((f for f in passage.founds if not f.is_time), None)
        if passage.zone != "keyfigure" or first is None:
            continue
        span = label_span(context, first)
        if span is None or first.reading.kind != "count":
            continue
        if not _is_only_place(context, span):
            above = first
        elif above is not None and above.indicator is not None:
            _take_label(first, above)
            for other in passage.founds:
                if other.of is None and other is first.of:
                    other.unit = other.unit or above.unit
                    other.population = other.population or first.population


def _is_only_place(context: Context, span: Span) -> bool:
    places = [m.span for m in context.mentions_in(span) if m.type == "place"]
    if not places:
        return False
    text = context.doc.text
    rest = text[span[0] : places[0][0]] + text[places[-1][1] : span[1]]
    return not [w for w in regex.findall(r"\p{L}+", rest.lower()) if w not in AROUND_PLACE]


AROUND_PLACE = frozenset("in within across the out of and".split())


def _take_label(found: Found, above: Found) -> None:
    rule = "keyfigure.label_above"
    if above.indicator is not None:
        found.indicator = Binding(above.indicator.value, "inherited", rule, above.indicator.span)
    if above.population is not None:
        found.population = Binding(above.population.value, "inherited", rule, above.population.span)
    found.unit = found.unit or above.unit


def _announced(context: Context, passage: Passage) -> Found | None:
    """Return the count of a line that announces a breakdown: `Of the 1.2 million people in need:`."""
    text = passage.text.strip()
    if not (text.startswith("Of ") and text.endswith(":")):
        return None
    return next((f for f in passage.founds if f.reading.kind == "count"), None)


def bind_by_heading(context: Context) -> None:
    """Bind a key figure without a label to its heading, and to the date that stands right above it."""
    for found in context.founds:
        if found.zone != "keyfigure" or found.is_time or found.indicator is not None:
            continue
        section = next(iter(context.headings_of(found.block)), None)
        if section is None or any(m.type == "place" for m in context.mentions_in(section.span)):
            continue
        found.indicator = Binding(
            plain_title(section.title), "inherited", "keyfigure.heading", section.span
        )
        above = _date_above(context, found)
        if above is not None and found.as_of is None:
            found.as_of = Binding(above.reading.value or "", "stated", "as_of.above", above.span)


def _date_above(context: Context, found: Found) -> Found | None:
    doc = context.doc
    if found.block == 0:
        return None
    span = doc.blocks[found.block - 1].span
    dates = [d for d in context.founds_in(span) if d.reading.kind == "date"]
    return dates[0] if len(dates) == 1 and dates[0].span == span else None


def _is_part(context: Context, found: Found) -> bool:
    span = (found.span[1], found.span[1] + 20)
    return COPULA.match(context.doc.text[span[0] : span[1]]) is not None


def _break_down(found: Found, parent: Found) -> None:
    found.of = parent
    group = parent.indicator if parent.population is None else parent.population
    if parent.indicator is not None and parent.indicator.rule in {
        "keyfigure.label",
        "prose.predicate",
    }:
        group = parent.indicator
    if found.population is None and group is not None:
        found.population = Binding(group.value, "inherited", "keyfigure.parent", group.span)
