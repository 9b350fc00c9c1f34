"""Lists whose verb is said once: `300 people received food, 200 people seeds and 90 with tools`."""

from extractor.bind.clauses import clause_end
from extractor.bind.found import Binding, Found, restated
from extractor.bind.passage import Range
from extractor.bind.phrases import trimmed_end
from extractor.bind.prose.spot import Spot, clean, counts_people, population_from_noun, text_range
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_adverb, is_auxiliary, is_preposition, verbs

RULE = "prose.gapped"
SAYING = frozenset({"prose.predicate", "prose.verb_with", "prose.part", RULE})
"""Rules whose indicator opens with the verb that a list says once."""
GETTING = frozenset("receive access get obtain need require".split())
"""Verbs whose object may follow the people of a list without them."""
HANDING = frozenset(
    "give provide distribute deliver send supply offer pay hand grant lend bring donate ship "
    "disburse transfer extend issue award sell".split()
)
"""Verbs of what somebody gives to people."""
JOINTS = frozenset({",", "and"})
WITH = "with"
LIKENING = 3  # tokens of `, as do` before a figure


def gapped(spot: Spot) -> bool:
    """`6 million were reached with food, 2 million with care`: the verb of the count before."""
    before = spot.figure_before
    if before is None or not _goes_on(spot, before):
        return before is not None and _given_to(spot, before)
    text = text_range(spot.sentence, _own(spot))
    verb = _verb_of(spot, before) if text is not None else None
    if verb is None or text is None:
        return False
    value = f"{verb} {clean(spot, text)}"
    spot.found.indicator = Binding(value, "stated", RULE, text)
    spot.found.of = spot.found.of or before.of
    population_from_noun(spot)
    return True


def likened(spot: Spot) -> None:
    """`8 in 10 boats leak, as do 6 in 10 barges`: the same is said of a share of others."""
    before, shares = spot.figure_before, spot.found.reading.kind in {"percent", "ratio"}
    likens = spot.leads[:1] == ["as"] and is_auxiliary(spot.lead) and spot.before > LIKENING
    if before is None or not (shares and likens) or spot.found.indicator is not None:
        return
    if spot.tokens[spot.before - LIKENING].text == ",":
        spot.found.indicator = restated(before.indicator, RULE)


def _given_to(spot: Spot, before: Found) -> bool:
    """`provided shelter to 300 people, cash to 200 families`: the verb with another object."""
    said, noun = before.indicator, before.reading.noun
    people = counts_people(spot.found) and counts_people(before) and spot.lead == "to"
    if not people or noun is None or said is None or said.rule not in {"prose.verb", RULE}:
        return False
    verb, *goods = said.value.split()
    own = any(
        is_predicate_start(spot.sentence, i) for i in range(spot.after_noun, len(spot.tokens))
    )
    if own or not goods or verbs().get(verb.lower()) not in HANDING:
        return False  # `fined 300 people, tax to 200 families rose`
    start = next(i for i, t in enumerate(spot.tokens) if t.start >= noun[1])
    while start < spot.before and spot.tokens[start].lower in JOINTS:
        start += 1
    given = (start, spot.before - 1)
    plain = all(
        t.is_word and not is_preposition(t.text) and not is_predicate_start(spot.sentence, i)
        for i, t in enumerate(spot.tokens[slice(*given)], start)
    )
    text = text_range(spot.sentence, given)
    if not plain or text is None:
        return False
    value = f"{verb} {clean(spot, text)}"
    spot.found.indicator = Binding(value, "stated", RULE, text)
    population_from_noun(spot)
    return True


def _goes_on(spot: Spot, before: Found) -> bool:
    """Say whether a count goes on a list of people of whom something is said."""
    said = before.indicator
    people = counts_people(spot.found) and counts_people(before)
    joined = people and said is not None and said.rule in SAYING and spot.lead in JOINTS
    # `and 40 boys with disabilities` behind a part: who they are
    told = said is not None and (said.rule != "prose.part" or WITH in said.value.split())
    return joined and told


def _own(spot: Spot) -> Range | None:
    """Return what is said of a count by itself, where that has no verb: `with care`, `seeds`."""
    tokens, start = spot.tokens, spot.after_noun
    end = clause_end(spot.sentence, start)
    if start >= end or any(is_predicate_start(spot.sentence, i) for i in range(start, end)):
        return None
    first = tokens[start]
    opens = first.is_word and not is_preposition(first.text) and not is_adverb(first.text)
    closes = end == len(tokens) or not tokens[end].is_word or tokens[end].lower in JOINTS
    if not closes or not (opens or first.lower == WITH):
        return None
    return trimmed_end(spot.sentence, (start, end))


def _verb_of(spot: Spot, before: Found) -> str | None:
    """Return the verb that the indicator of the count before opens with, if it can go on."""
    words = before.indicator.value.split() if before.indicator is not None else []
    if spot.tokens[spot.after_noun].lower == WITH:
        verb = words[: words.index(WITH)] if WITH in words[1:] else words[:1]
        return " ".join(verb) or None
    takes = bool(words) and verbs().get(words[0].lower()) in GETTING
    return words[0] if takes else None
