"""Counts in brackets behind those they count: `patients (n=226)`, `8% (n=3)`, `all KIs (6)`."""

from extractor.bind.found import Binding, restated
from extractor.bind.passage import OPENING, Sentence
from extractor.bind.prose.differences import is_share
from extractor.bind.prose.elided import is_bare
from extractor.bind.prose.groups import QUANTITIES, group_at
from extractor.bind.prose.spot import Spot, counts_people, quote, text_range

RULE = "prose.count_in_bracket"
SIGN = ["n", "="]
"""What marks the number of those of whom something is said."""


def bind_bracket_counts(sentence: Sentence) -> None:
    """Bind each bare count that a bracket gives of those named before it."""
    for at, token in enumerate(sentence.tokens):
        if token.found is not None and is_bare(token.found):
            _bind(Spot(sentence, at, token.found))


def _bind(spot: Spot) -> None:
    opening = spot.before - 1
    signed = [t.lower for t in spot.tokens[max(0, spot.before - 2) : spot.before]] == SIGN
    opening -= 2 * signed
    if opening < 1 or spot.tokens[opening].text not in OPENING:
        return
    share = spot.tokens[opening - 1].found
    if signed and share is not None and is_share(share):
        spot.found.population = restated(share.population, RULE)
        spot.found.indicator = spot.found.indicator or restated(share.indicator, RULE)
        spot.found.unit = share.population.value.split()[-1] if share.population else None
    elif share is None:
        _count_group(spot, opening, signed=signed)


def _count_group(spot: Spot, opening: int, *, signed: bool) -> None:
    """Count the group that ends before a bracket: by `n=`, or where it says how many of them."""
    group = group_at(spot.sentence, opening - 1)
    if group is None:
        return
    counted = group[0] > 0 and spot.tokens[group[0] - 1].lower in QUANTITIES
    span = text_range(spot.sentence, group)
    if not (signed or counted) or span is None:
        return
    spot.found.unit = spot.tokens[group[1] - 1].text
    if counts_people(spot.found):
        value = quote(spot.sentence, span)
        spot.found.population = Binding(value, "stated", RULE, span)
