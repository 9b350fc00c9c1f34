"""Figures that say another one's subject again: changed, compared or multiplied."""

from extractor.bind.chains import DIRECTIONS, copula_before, says_moved, without_auxiliaries
from extractor.bind.clauses import BE
from extractor.bind.found import Binding, Found, restated
from extractor.bind.passage import OPENING
from extractor.bind.phrases import noun_phrase_before
from extractor.bind.prose.governed import governing_verb, said_before
from extractor.bind.prose.spot import (
    Spot,
    clean,
    counts_people,
    population_from_noun,
    set_indicator,
    set_indicator_text,
    text_range,
    without_quantity,
)
from extractor.bind.prose.starts import start_of
from extractor.bind.prose.subjects import bind_subject, subject_left
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_determiner, verbs

COMPARING = (["compared", "to"], ["compared", "with"], ["up", "from"], ["down", "from"])
COMPARATIVES = frozenset("more less fewer higher lower".split())
BESIDE = frozenset("in for among amongst".split())
"""What ties a share to those of whom it is."""
WHERE = frozenset("in at from across within near".split())
PERFECT = frozenset("have has had was were".split())
MOVING = frozenset(
    "increase decrease raise reduce cut lower boost expand extend double bring push".split()
)
"""Verbs by which somebody moves something from one figure to another."""
SHARED = frozenset({"prose.restated_in_bracket", "prose.listed"})
"""Rules that bind the first figure of a bracket for all of them."""
COUNTED = frozenset({"prose.counted", "prose.object"})
"""Rules that say of what is counted only what it is."""
REACHED = frozenset({"prose.change_to", "prose.subject"})
"""Rules by which a value is what something changed to: `rose to 13 per cent from 12`."""
MAX_TO_NAME = 5  # words from the preposition to the name of a place
MAX_TO_TWIN = 14  # tokens between two shares of a pair
MAX_TO_MATE = 8  # tokens between the two values of a change


def compared(spot: Spot) -> bool:
    """`9 per cent are malnourished, against 6 per cent a year before`: the same at another time."""
    if spot.lead != "against" and spot.leads not in COMPARING:
        return False
    before = _part_before(spot)
    if before is None or before.reading.kind != spot.found.reading.kind or before.indicator is None:
        return False
    return _say_again(spot, before, "prose.compared")


def _part_before(spot: Spot) -> Found | None:
    """Return the figure before, or its part that was told: `31 of the 120 seats, against 22`."""
    before = spot.figure_before
    if before is None:
        return None
    earlier = (t.measured for t in reversed(spot.tokens[: spot.at]))
    return next((f for f in earlier if f is not None and f.of is before), before)


def change(spot: Spot) -> bool:
    """`Poverty levels rose in 2022 from 5.5 per cent to 24.1 per cent`: both are the subject's."""
    mate = _mate(spot) if spot.lead in {"to", "from"} else None
    told = mate.indicator if mate is not None else None
    paired = told is not None and (spot.lead == "to" or told.rule in REACHED)
    if mate is not None and paired and _is_same_measure(spot.found, mate):
        return _say_again(spot, mate, "prose.change")
    if spot.lead not in {"from", "to", "by"}:
        return False
    chain = copula_before(spot.sentence, spot.before) or _before_comma(spot)
    if chain is None:
        return _moved_subject(spot) or _changed_object(spot)
    return _changed_subject(spot, chain)


def _before_comma(spot: Spot) -> int | None:
    """Return the change before a comma: `rates doubled, from 6`, `rose by 40 per cent, from 50`."""
    at = spot.before - 2
    if spot.lead == "by" or at < 1 or spot.tokens[at].text != ",":
        return None
    by = spot.tokens[at - 1].measured
    end = at if by is None else start_of(spot.sentence, at - 1, by)
    chain = copula_before(spot.sentence, end)
    return chain if chain is not None and _says_change(spot, chain) else None


def compared_with(spot: Spot) -> bool:
    """`worth USD 9, 11 per cent less than before`, `95 men came, 12 more than in May`: again."""
    before, after = spot.figure_before, [t.lower for t in spot.tokens[spot.at + 1 : spot.at + 3]]
    said = before.indicator if before is not None else None
    compares = len(after) > 1 and after[0] in COMPARATIVES and after[1] == "than"
    if before is None or said is None or not compares or spot.lead != ",":
        return False
    found, rule = spot.found, "prose.compared_with"
    found.indicator = restated(said, rule)
    if found.reading.kind == "count":
        found.unit = found.unit or before.unit
        found.population = restated(before.population, rule)
    return True


def reached_by_change(spot: Spot) -> bool:
    """`went up by 30 per cent to USD 45`: the level that a change right before led to.

    People are those to whom something goes: `reduced by 20 per cent to 400 families`.
    """
    if counts_people(spot.found):
        return False
    at = spot.before - 2
    at -= at > 1 and spot.tokens[at].text == ","
    by = spot.tokens[at].measured if spot.lead == "to" and at > 0 else None
    shared = by is not None and by.reading.kind in {"percent", "ratio"}
    counted = by is not None and spot.is_counted and spot.found.unit != by.unit and not shared
    start = start_of(spot.sentence, at, by) if by is not None and not counted else 0
    if start == 0 or spot.tokens[start - 1].lower == "from":
        return False
    chain = copula_before(spot.sentence, start)
    if chain is None or not _says_change(spot, chain):
        chain = _passive_at(spot, start - 2) if spot.tokens[start - 1].lower == "by" else None
    return chain is not None and bind_subject(spot, chain, "prose.change_to")


def _moved_subject(spot: Spot) -> bool:
    """`Malaria was reduced from 21 per cent to 15`: what somebody moved, told in the passive."""
    verb = spot.before - 2
    by = spot.lead == "by" and spot.found.reading.kind not in {"percent", "money", "measure"}
    chain = None if by else _passive_at(spot, verb)
    return chain is not None and bind_subject(spot, chain, f"prose.change_{spot.lead}")


def _passive_at(spot: Spot, verb: int) -> int | None:
    """Return where a passive begins whose verb of moving stands at a token; None without one."""
    moves = verb > 0 and verbs().get(spot.tokens[verb].lower) in MOVING
    chain = governing_verb(spot.sentence, verb + 1) if moves else None
    passive = chain is not None and any(t.lower in BE for t in spot.tokens[chain:verb])
    return chain if passive else None


def _changed_subject(spot: Spot, chain: int) -> bool:
    if not _says_change(spot, chain) or _is_agent(spot, chain):
        return False
    rule = f"prose.change_{spot.lead}"
    return _changed(spot, chain, rule) if spot.lead == "by" else bind_subject(spot, chain, rule)


def _changed_object(spot: Spot) -> bool:
    """`raised the total budget from USD 2 million to USD 3 million`: what was raised."""
    lead = spot.before - 1
    verb = governing_verb(spot.sentence, lead) if spot.lead in {"from", "to"} else None
    if verb is None:
        return False
    begin = without_auxiliaries(spot.sentence, verb, lead)
    phrase = noun_phrase_before(spot.sentence, lead)
    moves = verbs().get(spot.tokens[begin].lower) in MOVING
    whole = phrase is not None and phrase[0] >= begin + 1
    between = spot.tokens[begin + 1 : phrase[0]] if phrase is not None else []
    plain = all(is_determiner(t.text) for t in between)
    text = without_quantity(spot.sentence, text_range(spot.sentence, phrase))
    return moves and whole and plain and set_indicator_text(spot, text, "prose.changed_object")


def _is_agent(spot: Spot, chain: int) -> bool:
    """Say whether things counted are those by which something was changed: `cut by two bodies`."""
    passive = any(t.lower in BE for t in spot.tokens[chain : spot.before])
    return passive and spot.is_counted and spot.lead == "by"


def _changed(spot: Spot, chain: int, rule: str) -> bool:
    """Bind what changed and that it did: `Food prices rose`; only the verb without a subject."""
    moved = [i for i in range(chain, spot.before) if says_moved(spot.sentence, i)]
    verb = (moved[0], moved[0] + 1 + _is_directed(spot, moved[0])) if moved else None
    text = text_range(spot.sentence, verb)
    if text is None:
        return bind_subject(spot, chain, rule)
    if not bind_subject(spot, chain, rule):
        return set_indicator_text(spot, text, rule)
    said = spot.found.indicator
    if said is not None and said.span is not None:
        span = (min(said.span[0], text[0]), text[1])
        spot.found.indicator = Binding(f"{said.value} {clean(spot, text)}", "stated", rule, span)
    return True


def _is_directed(spot: Spot, verb: int) -> bool:
    return spot.tokens[verb + 1].lower in DIRECTIONS


def _is_same_measure(found: Found, mate: Found) -> bool:
    """Say whether two figures measure alike: `12 boats to 20`, not `300 nets to 120 families`."""
    nouns = (found.reading.noun, mate.reading.noun)
    return found.reading.kind == mate.reading.kind and (None in nouns or found.unit == mate.unit)


def _says_change(spot: Spot, chain: int) -> bool:
    """Say whether a chain of verbs tells a change: `rose`, `is projected to grow`."""
    if spot.tokens[chain].lower in PERFECT:
        return True
    return any(says_moved(spot.sentence, i) for i in range(chain, spot.before))


def _mate(spot: Spot) -> Found | None:
    """Return the value that a change starts from."""
    first = max(0, spot.before - MAX_TO_MATE + 1)
    near = reversed(spot.tokens[first : max(0, spot.before - 1)])
    return next((t.measured for t in near if t.measured is not None), None)


def elsewhere(spot: Spot) -> bool:
    """`88 per cent of wells are dry in Lorn, but 43 per cent in Orn`: the same in another place."""
    before, after = spot.figure_before, spot.tokens[spot.after_figure :][:2]
    in_label = spot.is_counted or spot.found.zone == "keyfigure"
    if before is None or len(after) <= 1 or after[0].lower not in WHERE | BESIDE or in_label:
        return False
    is_count = spot.found.reading.kind == "count"
    named = _is_placed(spot, before) if is_count else after[1].text[0].isupper()
    named = named or _is_parallel(spot, before)
    same = before.reading.kind == spot.found.reading.kind and before.indicator is not None
    if named and same:
        spot.found.indicator = restated(before.indicator, "prose.elliptical")
    return named and same


def _is_parallel(spot: Spot, before: Found) -> bool:
    """`60 per cent for migrants and as high as 80 per cent for others`: two shares, two groups."""
    start = spot.sentence.position_of(before) + 1
    near = spot.at - start <= MAX_TO_TWIN and spot.found.reading.kind == "percent"
    ties = (spot.tokens[start].lower, spot.tokens[spot.after_figure].lower)
    if not near or not BESIDE.issuperset(ties):
        return False
    return not any(is_predicate_start(spot.sentence, i) for i in range(start, spot.at))


def placed_again(spot: Spot, predicate: int) -> bool:
    """`Of the reported cases, 263 were from Lorn, 254 were from Vell`: where those are, not what.

    What is counted is the group that opens the sentence, or that of the figure before.
    """
    words = spot.tokens[without_auxiliaries(spot.sentence, predicate, len(spot.tokens)) :]
    named = any(t.is_word and t.text[0].isupper() for t in words[1:MAX_TO_NAME])
    if not words or words[0].lower not in WHERE or not named:
        return False
    before = spot.figure_before
    if before is not None and before.indicator is not None:
        spot.found.indicator = restated(before.indicator, "prose.placed")
        return True
    comma = next((i for i in range(spot.at) if spot.tokens[i].text == ","), 0)
    opens = spot.tokens[0].lower in {"of", "among", "amongst"}
    return opens and comma > 1 and set_indicator(spot, (1, comma), "prose.placed")


def counted_again(spot: Spot) -> bool:
    """`101 cases were seen in camps: 3 cases from camp 1`: a part of what was counted before."""
    before, noun = spot.figure_before, (spot.found.unit or "").lower().split()
    said = before.indicator if before is not None else None
    if before is None or said is None or spot.lead not in {":", "–", "—"} or not noun:
        return False
    same = noun[-1] in (before.unit or "").lower().split()
    if same and said.rule not in COUNTED:
        spot.found.indicator = restated(said, "prose.counted_again")
    return same and said.rule not in COUNTED


def again_in_bracket(spot: Spot) -> bool:
    """`14 victims (9 girls, 1 boy and 4 women) were reached`: each part as the first of them."""
    before, rule = spot.figure_before, "prose.again_in_bracket"
    said = before.indicator if before is not None else None
    if (
        before is None
        or said is None
        or said.rule not in {"prose.restated_in_bracket", "prose.listed", rule}
    ):
        return False
    bracket = spot.sentence.bracket_of(spot.at) if spot.lead in {",", "and"} else None
    inside = bracket is not None and before.span[0] > spot.tokens[bracket[0]].start
    if inside and before.reading.kind == spot.found.reading.kind:
        spot.found.indicator = restated(said, rule)
        population_from_noun(spot)
        return True
    return False


def _is_placed(spot: Spot, count: Found) -> bool:
    """Say whether a count is one of a place: `3 cases from camp 1, 7 from camp 2`."""
    end = (count.reading.noun or count.span)[1]
    after = next((t for t in spot.tokens if t.start >= end), None)
    return after is not None and after.lower in WHERE


def change_in_bracket(spot: Spot) -> bool:
    """`the highest price at USD 35 (up 7 per cent)`: what is said before the bracket changed."""
    opening = spot.before - 2
    if spot.lead not in {"up", "down"} or opening < 1 or spot.tokens[opening].text not in OPENING:
        return False
    before, rule = spot.figure_before, "prose.change_in_bracket"
    if before is not None and spot.tokens[opening - 1].found is before:
        spot.found.indicator = restated(before.indicator, rule)
        return before.indicator is not None
    return set_indicator_text(spot, said_before(spot.sentence, opening), rule)


def multiple_of(spot: Spot) -> bool:
    """`…, representing 2.8 times the product`: what was said to be so much is measured."""
    if spot.found.reading.kind != "ratio" or spot.found.unit != "times":
        return False
    before = spot.figure_before
    if before is not None and before.indicator is not None:
        return _say_again(spot, before, "prose.multiple")
    return subject_left(spot)


def _say_again(spot: Spot, other: Found, rule: str) -> bool:
    spot.found.indicator = restated(other.indicator, rule)
    spot.found.population = restated(other.population, rule)
    return True
