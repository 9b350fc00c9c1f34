"""Prose: what a figure in a sentence measures, of whom, and of which figure it is a part.

The rules are tried in order, the first that fits binds; each is named in the binding. No parse is
assumed: a rule reads tokens to the left and right of the figure up to where its clause ends.
"""

from collections.abc import Callable

from extractor.bind.passage import Sentence
from extractor.bind.prose.brackets import bracketed
from extractor.bind.prose.parts import (
    elided_group,
    elided_noun,
    opening_group,
    out_of,
    part_of_parent,
    remaining_part,
)
from extractor.bind.prose.predicates import (
    as_object,
    change,
    compared,
    count_of,
    counted_noun,
    money_object,
    money_passive,
    multiple_of,
    noun_after,
    percent_of,
    predicate_right,
    subject_left,
)
from extractor.bind.prose.spot import Spot, population_from_noun
from extractor.bind.prose.times import event_after, event_before, event_clause

Rule = Callable[[Spot], bool]


def bind_sentence(sentence: Sentence) -> None:
    """Bind indicator, population and whole of every figure of a sentence."""
    for at, token in enumerate(sentence.tokens):
        found = token.found
        if found is None:
            continue
        spot = Spot(sentence, at, found)
        rules = TIME_RULES if found.is_time else FIGURE_RULES
        for rule in rules:
            if rule(spot):
                break
        if not found.is_time and found.population is None:
            population_from_noun(spot)


FIGURE_RULES: tuple[Rule, ...] = (
    elided_noun,
    elided_group,
    opening_group,
    bracketed,
    compared,
    count_of,
    out_of,
    part_of_parent,
    remaining_part,
    percent_of,
    change,
    multiple_of,
    money_passive,
    subject_left,
    predicate_right,
    as_object,
    noun_after,
    money_object,
    counted_noun,
)
TIME_RULES: tuple[Rule, ...] = (event_after, event_before, event_clause)
