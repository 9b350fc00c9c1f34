"""Counts in brackets behind those they count: `patients (n=226)`, `8% (n=3)`, `all KIs (6)`."""

from extractor.bind.found import Binding, Found, inherited, restated
from extractor.bind.passage import OPENING, Sentence
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.differences import is_share
from extractor.bind.prose.elided import is_bare, is_completed
from extractor.bind.prose.groups import QUANTITIES, group_at, head_noun
from extractor.bind.prose.spot import Spot, counts_people, quote, text_range

RULE = "prose.count_in_bracket"
SIGN = ["n", "="]
"""What marks the number of those of whom something is said."""


def bind_bracket_counts(sentence: Sentence, counted: Carried) -> None:
    """Bind each bare count that a bracket gives of those named before it.

    `counted` holds the last count of a bracket: `Nearly all clinics (6) … . Others gave the price
    (2) and the distance (1)` counts clinics on.
    """
    if not counted.follows(sentence):
        counted.found = None
    counted.move_to(sentence)
    for at, token in enumerate(sentence.tokens):
        if token.found is None or not (is_bare(token.found) or is_completed(token.found)):
            continue
        spot = Spot(sentence, at, token.found)
        _bind(spot)
        if spot.found.unit is not None:
            counted.found = spot.found
        elif counted.found is not None and _follows_item(spot):
            spot.found.unit = counted.found.unit
            spot.found.population = inherited(counted.found.population, RULE)


def _follows_item(spot: Spot) -> bool:
    """Say whether a count is alone in a bracket behind what is no name."""
    tokens, opening = spot.tokens, spot.before - 1
    alone = spot.sentence.bracket_of(spot.at) == (opening, spot.at + 2)
    return alone and opening > 0 and tokens[opening - 1].text.islower()


def _bind(spot: Spot) -> None:
    opening = spot.before - 1
    signed = [t.lower for t in spot.tokens[max(0, spot.before - 2) : spot.before]] == SIGN
    opening -= 2 * signed
    opens = opening > 0 and spot.tokens[opening].text in OPENING
    share = spot.tokens[opening - 1].found if opens else None
    if signed and share is not None and is_share(share):
        _count_share(spot, share)
    elif opens and share is None:
        _count_group(spot, opening, signed=signed)
    if spot.found.unit is None:
        _count_restated(spot)
    if signed and spot.found.unit is None:
        earlier = (t.measured for t in reversed(spot.tokens[: spot.at]))
        before = next((f for f in earlier if f is not None and is_share(f)), None)
        if before is not None:
            _count_share(spot, before)


def _count_restated(spot: Spot) -> None:
    """`Half of the clinics (12 of 24)`: of those that the share is of, and so is the whole."""
    group = spot.found.population
    before = spot.figure_before
    if group is not None and group.rule == "prose.restated_in_bracket":
        spot.found.unit = head_noun(group.value)
    elif before is not None and spot.lead == "of" and spot.sentence.bracket_of(spot.at) is not None:
        spot.found.unit = before.unit
        spot.found.population = restated(before.population, "prose.restated_in_bracket")


def _count_share(spot: Spot, share: Found) -> None:
    """`8% of clinics (n=3)`, `8% of clinics said so (n=2 in Orn)`: those that the share is of."""
    spot.found.population = restated(share.population, RULE)
    spot.found.indicator = spot.found.indicator or restated(share.indicator, RULE)
    spot.found.unit = head_noun(share.population.value) if share.population else None


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
