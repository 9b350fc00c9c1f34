"""People whom a verb only tells to be part of a group: `They include 300 women and 200 men`.

What is said of them is what was said of the group, where the sentence points to one counted before.
"""

from collections.abc import Sequence
from decimal import Decimal

from extractor.bind.chains import without_auxiliaries
from extractor.bind.found import Found, inherited
from extractor.bind.passage import Sentence
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.given import member_of
from extractor.bind.prose.governed import HOLDING, governing_verb, verb_phrase
from extractor.bind.prose.objects import counted_noun
from extractor.bind.prose.spot import Spot, counts_people, counts_until, population_from_noun
from extractor.bind.words import is_preposition, verbs
from extractor.entities.gazetteer import people_nouns

RULE = "prose.composed"
COUNTED = "prose.counted"  # of families that are only named nothing is said of who is in them
BACK = frozenset("this these they it that those".split())
"""Subjects that point back to those counted in the sentence before."""
DEFINITE = frozenset("the this that these those".split())
NUMBERS = frozenset("number figure total".split())
"""Nouns by which a subject points back to a count: `This number includes …`."""
GROUPS = frozenset("group caseload".split())
"""Nouns that may name another body: its members are those counted where they add up to them."""
HOMES = frozenset({"family", "household"})
JOINTS = frozenset({"and", ","})
MADE_UP = frozenset({("made", "up"), ("composed", "of"), ("comprised", "of")})
"""Participles that tell what a group is made up of."""


def point_to_group(sentence: Sentence, counted: Carried) -> None:
    """Make the people of a sentence that lists them parts of those counted in the one before."""
    whole = counted.found
    if whole is None or not counted.follows(sentence) or not counts_people(whole):
        return
    first, second, third = [*(t.lower for t in sentence.tokens[:3]), "", "", ""][:3]
    named = first in DEFINITE and second in NUMBERS | GROUPS
    if not (named or first in BACK) or verbs().get(third if named else second) not in HOLDING:
        return
    people = (f for f in sentence.founds if counts_people(f))
    spots = [Spot(sentence, sentence.position_of(found), found) for found in people]
    parts = [spot for spot in spots if _is_held(spot)]
    other = second in GROUPS or (first == "it" and not _is_subject(counted))
    if not _fit(parts, whole) or (other and _total(parts) != _value(whole)):
        return
    said = whole.indicator
    for part in parts:
        if _live_in(part.found, whole):
            named = said is not None and said.rule == COUNTED
            part.found.indicator = None if named else inherited(said, RULE)
        else:
            part.found.of = whole


def composed(spot: Spot) -> bool:
    """`The camp holds 90 people, comprising 50 women and 40 men`: as what is said of the whole."""
    found = spot.found
    if not (spot.is_counted and counts_people(found)) or not _is_held(spot):
        return False
    population_from_noun(spot)
    if found.indicator is not None and found.indicator.rule == RULE:
        return True  # as was said of the families that they are in
    whole = found.of or _whole_before(spot)
    if whole is not None and whole.indicator is not None:
        found.of = whole
        found.indicator = inherited(whole.indicator, RULE)
        return True
    return member_of(spot) or counted_noun(spot)


def _is_held(spot: Spot) -> bool:
    """Say whether the verb that governs a figure only tells of what something consists."""
    sentence = spot.sentence
    verb = governing_verb(sentence, spot.before)
    if verb is None or _is_of_another(spot, verb):
        return False
    at = without_auxiliaries(sentence, verb, spot.before)
    words = [t.lower for t in spot.tokens[at : at + 2]]
    if tuple(words) in MADE_UP:
        return True
    return verbs().get(words[0]) in HOLDING and verb_phrase(sentence, verb, spot.before) == (
        at,
        at + 1,
    )


def _is_of_another(spot: Spot, verb: int) -> bool:
    """Say whether a preposition puts people under something else that the verb tells of.

    `40 trucks for 90 women and 30 men`, `$3 million for food for 350 people`: no parts of a group.
    """
    if spot.lead in JOINTS:
        earlier = (t.found for t in reversed(spot.tokens[verb : spot.before]))
        before = next((f for f in earlier if f is not None and counts_people(f)), None)
        if before is not None:
            place = spot.sentence.position_of(before)
            return _is_of_another(Spot(spot.sentence, place, before), verb)
    return is_preposition(spot.lead) and spot.lead != "of"


def _fit(parts: Sequence[Spot], whole: Found) -> bool:
    """Say whether all parts, and those that `and` joins together, are within a whole."""
    joined = [spot for i, spot in enumerate(parts) if not i or spot.lead in JOINTS]
    if any(_live_in(spot.found, whole) for spot in parts):
        return True
    return all(_is_within(spot.found, whole) for spot in parts) and _total(joined) <= _value(whole)


def _is_subject(counted: Carried) -> bool:
    """Say whether those counted are what their sentence is about, and no body: `It reached 30`."""
    sentence, found = counted.sentence, counted.found
    if sentence is None or found is None:
        return False
    spot = Spot(sentence, sentence.position_of(found), found)
    return governing_verb(sentence, spot.before) is None


def _live_in(people: Found, whole: Found) -> bool:
    """Say whether people are held against families: they live in them, and are no part of them."""
    homes, own = (
        people_nouns().get((f.unit or "-").lower().split()[-1]) in HOMES for f in (whole, people)
    )
    return homes and not own


def _whole_before(spot: Spot) -> Found | None:
    """Return those counted before `, comprising`, of whom the figure counts a part."""
    verb = governing_verb(spot.sentence, spot.before)
    if verb is None or verb < 1:
        return None
    counts = counts_until(spot.sentence, verb)
    if spot.tokens[verb - 1].text != ",":
        return _subject(spot, Spot(spot.sentence, *counts[-1]), verb) if counts else None
    people = [f for _, f in counts if counts_people(f)]
    whole = people[-1] if people else None
    fits = whole is not None and _is_within(spot.found, whole) and not _live_in(spot.found, whole)
    return whole if fits else None


def _subject(spot: Spot, whole: Spot, verb: int) -> Found | None:
    """Return those who comprise so many, where these add up to them: they are what they are called.

    `The 300 injured comprised 200 women and 100 men.`
    """
    people = ((i, t.found) for i, t in enumerate(spot.tokens) if i > verb and t.found is not None)
    parts = [Spot(spot.sentence, i, f) for i, f in people if counts_people(f)]
    if whole.after_noun != verb or _total(parts) != _value(whole.found):
        return None
    whole.found.indicator = None
    return whole.found if counted_noun(whole) else None


def _is_within(found: Found, whole: Found) -> bool:
    """Say whether a count can be a part of another; a range is part of none."""
    counts = found.reading.kind == whole.reading.kind == "count"
    return counts and found.reading.value is not None and _value(found) <= _value(whole)


def _total(parts: Sequence[Spot]) -> Decimal:
    return sum((_value(spot.found) for spot in parts), Decimal(0))


def _value(found: Found) -> Decimal:
    return Decimal(found.reading.value or 0)
