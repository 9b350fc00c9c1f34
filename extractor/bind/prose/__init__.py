"""Prose: what a figure in a sentence measures, of whom, and of which figure it is a part.

The rules are tried in order, the first that fits binds; each is named in the binding. No parse is
assumed: a rule reads tokens to the left and right of the figure up to where its clause ends.
"""

from collections.abc import Callable, Iterable

from extractor.bind.found import Found
from extractor.bind.passage import Sentence
from extractor.bind.prose.amounts import (
    money_object,
    money_participle,
    money_passive,
    purpose_after,
    said_otherwise,
    share_done,
)
from extractor.bind.prose.bases import bind_bases
from extractor.bind.prose.bracket_counts import bind_bracket_counts
from extractor.bind.prose.brackets import bracketed
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.changes import (
    again_in_bracket,
    change,
    change_in_bracket,
    compared,
    compared_with,
    elsewhere,
    multiple_of,
    reached_by_change,
)
from extractor.bind.prose.composed import composed, point_to_group
from extractor.bind.prose.elided import (
    elided_group,
    elided_noun,
    keep_count,
    point_back,
)
from extractor.bind.prose.gapped import gapped, likened
from extractor.bind.prose.governed import amount_of, said_left
from extractor.bind.prose.groups import drop_events
from extractor.bind.prose.labelled import labelled, named, time_label
from extractor.bind.prose.leads import rate_at, time_of_noun
from extractor.bind.prose.listed import listed
from extractor.bind.prose.nouns_after import described, noun_after
from extractor.bind.prose.numbered import numbered_noun
from extractor.bind.prose.objects import (
    as_object,
    counted_noun,
    opening_whole,
    predicate_right,
)
from extractor.bind.prose.parts import (
    opening_group,
    out_of,
    part_of_parent,
    remaining_part,
)
from extractor.bind.prose.respective import bind_respective
from extractor.bind.prose.shares import count_of, percent_of, ratio_of
from extractor.bind.prose.spot import Spot, population_from_noun
from extractor.bind.prose.subjects import subject_left
from extractor.bind.prose.sums import keep_sum, point_to_sum
from extractor.bind.prose.times import (
    event_after,
    event_before,
    event_clause,
    falls_on,
    fronted_event,
    lasting,
)
from extractor.bind.prose.whose import bind_whose

Rule = Callable[[Spot], bool]
"""Binds what it can tell; says whether that settles what the figure measures."""

FIGURE_RULES: tuple[Rule, ...] = (
    named,
    elided_noun,
    elided_group,
    opening_group,
    opening_whole,
    listed,
    change_in_bracket,
    again_in_bracket,
    labelled,
    bracketed,
    compared,
    compared_with,
    said_otherwise,
    gapped,
    count_of,
    out_of,
    part_of_parent,
    remaining_part,
    percent_of,
    ratio_of,
    reached_by_change,
    change,
    multiple_of,
    money_passive,
    money_participle,
    share_done,
    amount_of,
    subject_left,
    predicate_right,
    composed,
    as_object,
    elsewhere,
    rate_at,
    described,
    noun_after,
    money_object,
    purpose_after,
    counted_noun,
    said_left,
)
TIME_RULES: tuple[Rule, ...] = (
    time_label,
    time_of_noun,
    event_after,
    event_before,
    event_clause,
    falls_on,
    fronted_event,
    lasting,
)


def bind_sentences(sentences: Iterable[Sentence]) -> None:
    """Bind indicator, population and whole of every figure of each sentence."""
    shared, counted, bracketed_counts, sums = Carried(), Carried(), Carried(), Carried()
    founds: list[Found] = []
    for sentence in sentences:
        point_back(sentence, counted)
        point_to_group(sentence, counted)
        point_to_sum(sentence, sums)
        for at, token in enumerate(sentence.tokens):
            if token.found is not None:
                _bind(Spot(sentence, at, token.found))
        bind_bases(sentence, shared, counted.found if counted.follows(sentence) else None)
        bind_respective(sentence)
        bind_bracket_counts(sentence, bracketed_counts)
        keep_count(sentence, counted)
        keep_sum(sentence, sums)
        founds.extend(sentence.founds)
    drop_events(founds)  # at last: a share may be of the cases or deaths of another sentence


def _bind(spot: Spot) -> None:
    rules = TIME_RULES if spot.found.is_time else FIGURE_RULES
    for rule in rules:
        if rule(spot):
            break
    if spot.found.is_time:
        return
    likened(spot)
    numbered_noun(spot)
    if spot.found.population is None:
        population_from_noun(spot)
    bind_whose(spot)
