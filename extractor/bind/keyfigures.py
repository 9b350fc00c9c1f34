"""Key figures: what their label, or else their heading, says that they measure."""

from dataclasses import replace
from itertools import pairwise

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Passage
from extractor.bind.scales import scale
from extractor.bind.tables.headers import counts_people
from extractor.bind.tables.naming import bare_title, without_tails
from extractor.bind.tables.unitheads import unit_of_head, without_unit
from extractor.bind.words import is_auxiliary, verbs
from extractor.segment.document import Document
from extractor.segment.keyfigures import is_as_of_line
from extractor.segment.titles import StatedUnit

CODE = regex.compile(r"^ \s*+ [A-Z]{1,3} [-\s]? \d{1,2} \s+ (?=\p{L})", regex.X)
"""The code of an objective or outcome before its label."""
TOTAL_OF = regex.compile(
    r"""
    ^ (?:
        (?: grand\s | overall\s | sub-? )? total\s (?: number\s )? (?: of\s )?
      | (?: nombre | n[uú]mero | montant | monto ) \s total\s
        (?: de\s (?: l[oa]s\s )? | des\s | d['’] )?
      | total\s (?: de\s (?: l[oa]s\s )? | des\s | d['’] )
      | (?: загальна\sкількість | усього | всього | общее\s(?: число | количество ) | всего ) \s
      | (?: إجمالي | مجموع | العدد\sالإجمالي ) \s (?: عدد\s )?
    )
    (?= \p{L} )
    """,
    regex.X | regex.I,
)
OPENING = regex.compile(
    r"^ (?: sont | est | étaient | était | son | es | eran | de | des | d['’] ) \s++ (?= \p{L} )",
    regex.X,
)
"""What ties a label to the value above it and says nothing: `sont des femmes`."""
DANGLING = regex.compile(
    r"""
    (?: \s (?: of | in | for | from | the | across | within | per | to | by | and | with | pour
      | par | de | des | du | d['’] | les | la | le | l['’] | dans | en | et | à | aux | con | para
      | por | los | las | el | al | y | a )
    )++ $
    """,
    regex.X | regex.I,
)
"""What ties a label to a number after it: `Cases in the` of `Cases in the 3 provinces`."""
NUMBER_OF = regex.compile(
    r"""
    ^ (?: number\sof | nombre\s(?: de\s | des\s | d['’] ) | n[uú]mero\sde(?: \sl[oa]s )?
      | кількість | число | количество | численность | عدد
    )
    \s*+ (?= \p{L} )
    """,
    regex.X | regex.I,
)
MILLION = "m"  # or metres
MAX_NAME = 4  # words of a label that names what is measured: `Roads mended`
MAX_NOUN = 3  # words of a noun for people
AROUND_LABEL = " \n,;:–—-"
"""What stands between a figure and its label and belongs to neither."""


def bind_keyfigures(context: Context) -> None:
    """Bind the label of each key figure where a sentence in it did not tell more."""
    for passage in context.collected.passages:
        first = passage.first_measured if passage.zone == "keyfigure" else None
        if first is None:
            continue
        _bind_label(context, first)
        second = _in_brackets(context, passage, first)
        if second is not None:
            second.indicator = _label(context, second)


def _in_brackets(context: Context, passage: Passage, first: Found) -> Found | None:
    """Return the bare number in brackets after a value: `291 (26.0%)`, two values of one label."""
    text = context.doc.text
    for found in passage.founds:
        start, end = found.span
        between = text[first.span[1] : start]
        if between.strip() == "(" and text[end : end + 1] == ")" and not found.is_time:
            return found
    return None


def label_span(context: Context, found: Found) -> Span | None:
    """Return where the label of a key figure stands: up to its next figure or as-of line."""
    doc = context.doc
    passage = context.passage_of(found)
    later = [f.span[0] for f in passage.founds if f.span[0] > found.span[0] and not f.is_time]
    spans: list[Span] = []
    for index in passage.blocks:
        start, end = doc.blocks[index].span
        start = max(start, found.span[1], found.read_to)
        if start < end and not is_as_of_line(doc.text[start:end]):
            stop = min([end, *(at for at in later if start <= at)])
            spans.append(_trimmed(doc, (start, stop)))
    spans = [s for s in spans if s[0] < s[1]]
    return (spans[0][0], spans[-1][1]) if spans else None


def _trimmed(doc: Document, span: Span) -> Span:
    """Return a label without the code before it and the punctuation around it."""
    start, end = span
    code = CODE.match(doc.text[start:end])
    if code:
        start += code.end()
    while start < end and doc.text[start] in AROUND_LABEL + ")":
        start += 1
    while end > start and doc.text[end - 1] in AROUND_LABEL + "(":
        end -= 1
    return start, end


def _bind_label(context: Context, found: Found) -> None:
    """Bind the whole label, unless a sentence in it says more; capitals are no sentence."""
    label = _label(context, found)
    if label is None or label.span is None:
        return
    _scale(found, context.doc.quote(label.span))
    said = found.indicator is not None and found.indicator.rule != "prose.counted"
    in_english = context.collected.language in {None, "en"}  # the rules of prose read no other
    if not (said and in_english) or _is_name(context, found, label.span):
        found.indicator = label
    if found.reading.kind == "count" and found.population is None:
        _bind_people(found, label)


def _is_name(context: Context, found: Found, span: Span) -> bool:
    """Say whether a label is the name of what is measured, no sentence: short, or in capitals.

    A share is of whom its label opens with (`of children are out of school`), unless the label
    states its unit too (`Children vaccinated (%)`).
    """
    label = " ".join(context.doc.quote(span).split())
    if found.reading.kind == "percent" and unit_of_head(label) is None:
        return label.isupper()
    words = without_unit(label).split()
    return label.isupper() or (len(words) <= MAX_NAME and not _has_verb(words))


def _has_verb(words: list[str]) -> bool:
    """Say whether a short label is a sentence: `were displaced`, `girls miss school`."""
    lower = [word.lower() for word in words]
    base = verbs().get(lower[0])
    opens = base is not None and base != lower[0] and not lower[0].endswith(("ed", "ing", "s"))
    acts = (
        verbs().get(word) == word and (before.endswith("s") or counts_people(before))
        for before, word in pairwise(lower[:-1])
    )
    return opens or any(map(is_auxiliary, lower)) or any(acts)


def _scale(found: Found, label: str) -> None:
    """Read a bare number in the unit that its label states: `Requirements (USD)`, `Roads (km)`."""
    stated = unit_of_head(" ".join(label.split()))
    if stated is None or found.reading.kind != "count":
        return
    if stated.unit == MILLION and counts_people(label.split(maxsplit=1)[0].lower()):
        stated = StatedUnit(None, "1000000", stated.span)  # `People in need (m)` are no metres
    if stated.unit is not None:  # the noun after the number names a sum or a share, no things
        found.reading, found.unit = replace(found.reading, unit=None, noun=None), None
    scale(found, stated)


def _bind_people(found: Found, label: Binding) -> None:
    """Bind unit and group of a count whose label opens with who is counted."""
    words = NUMBER_OF.sub("", label.value).split()[:MAX_NOUN]
    for size in range(len(words), 0, -1):
        noun = " ".join(words[:size])
        if counts_people(noun.lower()):
            found.unit = noun
            found.population = Binding(noun, "inherited", "keyfigure.people", label.span)
            return


def _label(context: Context, found: Found) -> Binding | None:
    """Return the whole label of a key figure as what it measures; None without one."""
    span = label_span(context, found)
    if span is None:
        return None
    date = context.date_in(span)
    if date is not None and date.span == span:
        return None  # when, not what
    text = " ".join(context.doc.quote(span).split())
    bare = DANGLING.sub("", without_tails(context, text, span))
    value = without_unit(TOTAL_OF.sub("", OPENING.sub("", bare))) or text
    return Binding(value, "inherited", "keyfigure.label", span)


def bind_by_heading(context: Context) -> None:
    """Bind a key figure without a label to its heading, and to the date right above it."""
    plotted = {place.block for place in context.doc.plotted}  # their drawing says what they are
    for found in context.founds:
        if found.zone != "keyfigure" or found.is_time or found.indicator is not None:
            continue
        if found.block in plotted:
            continue
        section = next(iter(context.headings_of(found.block)), None)
        if section is None or context.places_in(section.span):
            continue  # a heading that is a place says where, not what
        title = bare_title(context, section.title, section.span)
        found.indicator = Binding(title, "inherited", "keyfigure.heading", section.span)
        if found.reading.kind == "count" and found.population is None and found.unit is None:
            _bind_people(found, found.indicator)
        above = _date_above(context, found)
        if above is not None and found.as_of is None:
            found.as_of = Binding(above.reading.value or "", "stated", "as_of.above", above.span)


def _date_above(context: Context, found: Found) -> Found | None:
    """Return the date that is all of the block before a key figure."""
    span = context.doc.blocks[found.block - 1].span if found.block else (0, 0)
    date = context.date_in(span)
    return date if date is not None and date.span == span else None
