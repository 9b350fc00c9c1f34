"""Named shares and rates: `the share of spoiled doses`, `the prevalence of stunting among infants`.

The group that a named share is of stands in its name; the value of a rate is a share of no group
but that among which it is told.
"""

from collections.abc import Iterable

from extractor.bind.passage import Range
from extractor.bind.phrases import trimmed
from extractor.bind.prose.beside import AMONG, BESIDE, group_after
from extractor.bind.prose.clause_group import set_base
from extractor.bind.prose.groups import is_group_noun
from extractor.bind.prose.spot import Spot
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_preposition, word_class

VALUES = ("prose.subject", "prose.change", "prose.compared")
"""Rules by which a figure is the value of what its sentence names."""
NAMED_SHARES = frozenset("share proportion percentage".split())
RATES = frozenset("rate rates ratio prevalence incidence proportion share coverage".split())
"""Nouns of what tells how many of a group are so."""
WHOLE = frozenset("total overall all".split())
QUOTES = frozenset("“”‘’\"'")
MAX_TO_NAME = 16  # tokens between the name of a share and its bracket


def named_share(spot: Spot) -> bool:
    """`The share of spoiled doses fell to 3 per cent`: the group that a named share is of."""
    said = spot.found.indicator
    if spot.lead == "by":
        return False
    if said is None:
        group = _among(spot) if _in_bracket_of_rate(spot) else None
    elif _in_bracket_of_rate(spot):
        group = _among(spot)
    elif said.rule.startswith(VALUES):
        group = _among(spot) or _of_name(spot, range(spot.before - 2))
    else:
        bracket = spot.sentence.bracket_of(spot.at)
        start = bracket[0] - 2 if bracket is not None else 0
        group = _of_name(spot, range(start, max(0, start - MAX_TO_NAME), -1), people=True)
    return group is not None and set_base(spot, group, "prose.base_of_named_share")


def _among(spot: Spot) -> Range | None:
    """`The prevalence of stunting among children is 9 per cent`, `the death rate in cases is`."""
    tokens = spot.tokens
    for i in range(1, spot.before):
        tied = tokens[i].lower in BESIDE and tokens[i - 1].lower in RATES
        if tied or tokens[i].lower in AMONG:
            return group_after(spot.sentence, i)
    return None


def _in_bracket_of_rate(spot: Spot) -> bool:
    """`Wasting rates among infants differ in Lorn (9 against 2 per cent)`: of the rate's group."""
    tokens = spot.tokens
    bracket = spot.sentence.bracket_of(spot.at)
    if bracket is None:
        return False
    verbs = (i for i in range(1, bracket[0]) if is_predicate_start(spot.sentence, i))
    words = {t.lower for t in tokens[: next(verbs, bracket[0])]}
    return not (words.isdisjoint(RATES) or words.isdisjoint(AMONG))


def _of_name(spot: Spot, places: Iterable[int], *, people: bool = False) -> Range | None:
    """Return the group that a share or, of `people`, a rate named at one of the places is of."""
    tokens = spot.tokens
    for i in places:
        if people and not tokens[i].is_word and tokens[i].text not in QUOTES:
            return None
        named = tokens[i].lower in NAMED_SHARES or (people and tokens[i].lower == "rate")
        if named and tokens[i + 1].lower == "of":
            end = next((k for k in range(i + 2, spot.before) if ends_group(spot, k)), spot.before)
            start = i + 2
            while start < end - 1 and tokens[start].lower.endswith("ed"):
                start += 1  # what is so of the share, no part of its base: `spoiled doses`
            group = trimmed(spot.sentence, (start, end))
            counts = group is not None and is_group_noun(spot.sentence, group[1] - 1)
            return group if counts or not people else None
    return None


def ends_group(spot: Spot, at: int) -> bool:
    """Say whether the name of a group ends before a token: at a preposition, clause or verb."""
    token = spot.tokens[at]
    ends = is_preposition(token.text) or token.lower in word_class("subordinators")
    before = spot.tokens[at - 1]
    opens = before.lower.endswith("ly") or before.lower in WHOLE  # `the newly forecast costs`
    acts = is_predicate_start(spot.sentence, at) and not opens
    return ends or not token.is_word or acts
