"""Bare counts of what a sentence says is numbered: `The number of complaints rose to 79`."""

from extractor.bind.found import Binding, restated
from extractor.bind.prose.elided import is_bare
from extractor.bind.prose.groups import first_group, has_preposition, is_modifier
from extractor.bind.prose.spot import Spot, counts_people, quote, text_range
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_preposition, verbs, word_class

LEADS = frozenset({"to", "from", "at"})
"""What leads from a number that is named to its value."""
OF_SUBJECT = ("prose.subject", "prose.change")
"""Rules that bind a figure as the value or the change of the subject of its clause."""
MEASURING = frozenset("average cost range value score measure rank weigh".split())
COUNTING = frozenset({"number", "numbers"})
VALUES = (
    "prose.subject",
    "prose.change",
    "prose.compared",
    "prose.bracket_after_item",
    "prose.listed",
)
"""Rules by which a figure is the value of what its sentence names."""


def numbered_noun(spot: Spot) -> None:
    """`The number of complaints rose from 39 to 79`: counts of what is said to be numbered."""
    found, said, tokens = spot.found, spot.found.indicator, spot.tokens
    is_value = said is not None and said.rule.startswith(VALUES)
    limited = found.reading.modifier_span is not None  # `a number of cases over 30`
    behind_date = said is None and spot.lead == "("  # `the number of fires rose on 5 April (6)`
    leads = is_value or behind_date or spot.lead in LEADS
    if not is_bare(found) or not (leads or limited):
        return
    for i in range(spot.before - 3, -1, -1):
        before = tokens[i].measured
        if before is not None:
            _take_first(Spot(spot.sentence, i, before), spot)
            return
        if not leads and is_predicate_start(spot.sentence, i):
            return
        if tokens[i].lower in COUNTING and tokens[i + 1].lower == "of":
            _set_noun(spot, i + 2)
            return
    if said is not None and said.rule.startswith(OF_SUBJECT):
        _count_subject(spot, said)


def _take_first(before: Spot, spot: Spot) -> None:
    """`rose from 6,000 cases in 2014 to 13,000`: with the noun of the value that it had before."""
    if before.lead == "from" and spot.lead == "to" and before.found.reading.kind == "count":
        spot.found.unit = before.found.unit
        spot.found.population = restated(before.found.population, "prose.elided_noun")


def _count_subject(spot: Spot, said: Binding) -> None:
    """`Confirmed cases were 2,214`: counts its subject, where that is a group."""
    span = said.span or spot.found.span
    first = next(i for i, t in enumerate(spot.tokens) if t.end > span[0])
    group = first_group(spot.sentence, first, spot.before)
    plain = group is not None and not has_preposition(spot.sentence, (first, group[0]))
    if group is None or not plain or _measures(spot, group[1]):
        return
    spot.found.unit = spot.tokens[group[1] - 1].text
    text = text_range(spot.sentence, group)
    if counts_people(spot.found) and text is not None:
        value = quote(spot.sentence, text)
        spot.found.population = Binding(value, "stated", "prose.counted_subject", text)


def _measures(spot: Spot, start: int) -> bool:
    """Say whether a verb before a number measures its subject instead of counting it."""
    bases = {verbs().get(t.lower) for t in spot.tokens[start : spot.before]}
    return not bases.isdisjoint(MEASURING)


def _set_noun(spot: Spot, start: int) -> None:
    end = start
    while end < spot.before and not _ends_noun(spot, end):
        after = max(end + 1, spot.sentence.after_bracket(end))
        if after > spot.at:
            break  # the bracket that the figure stands in
        end = after
    span = text_range(spot.sentence, (start, end))
    if span is None:
        return
    spot.found.unit = quote(spot.sentence, span)
    if counts_people(spot.found):
        value = quote(spot.sentence, span)
        spot.found.population = Binding(value, "stated", "prose.number_of", span)


def _ends_noun(spot: Spot, at: int) -> bool:
    token = spot.tokens[at]
    ends = is_preposition(token.text) or token.lower in word_class("subordinators")
    closes = not token.is_word and spot.sentence.after_bracket(at) == at
    acts = is_predicate_start(spot.sentence, at) and not is_modifier(spot.sentence, at)
    return ends or closes or acts
