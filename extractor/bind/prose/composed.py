"""People whom a verb only tells to be part of a group: `They include 300 women and 200 men`.

What is said of them is what was said of the group, where the sentence points to one counted before.
"""

from decimal import Decimal

from extractor.bind.chains import without_auxiliaries
from extractor.bind.found import Found, inherited
from extractor.bind.passage import Sentence
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.given import member_of
from extractor.bind.prose.governed import HOLDING, governing_verb, verb_phrase
from extractor.bind.prose.objects import counted_noun
from extractor.bind.prose.spot import Spot, counts_people, population_from_noun
from extractor.bind.words import verbs

RULE = "prose.composed"
BACK = frozenset("this these they it that those".split())
"""Subjects that point back to those counted in the sentence before."""
DEFINITE = frozenset("the this that these those".split())
NUMBERS = frozenset("number figure total".split())
"""Nouns by which a subject points back to a count: `This number includes …`."""
GROUPS = frozenset("group caseload".split())
"""Nouns that may name another body: its members are those counted where they add up to them."""
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
    parts = [f for f in sentence.founds if counts_people(f) and _is_within(f, whole)]
    if second in GROUPS and sum(map(_value, parts)) != _value(whole):
        return
    for found in parts:
        if _is_held(Spot(sentence, sentence.position_of(found), found)):
            found.of = whole


def composed(spot: Spot) -> bool:
    """`The camp holds 90 people, comprising 50 women and 40 men`: as what is said of the whole."""
    found = spot.found
    if not (spot.is_counted and counts_people(found)) or not _is_held(spot):
        return False
    population_from_noun(spot)
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
    if verb is None:
        return False
    between = zip(sentence.places, sentence.founds, strict=True)
    if any(verb < place < spot.at and one.reading.kind == "money" for place, one in between):
        return False  # `$3 million for food for 350 people`
    at = without_auxiliaries(sentence, verb, spot.before)
    words = [t.lower for t in spot.tokens[at : at + 2]]
    if tuple(words) in MADE_UP:
        return True
    return verbs().get(words[0]) in HOLDING and verb_phrase(sentence, verb, spot.before) == (
        at,
        at + 1,
    )


def _whole_before(spot: Spot) -> Found | None:
    """Return those counted before `, comprising`, of whom the figure counts a part."""
    verb = governing_verb(spot.sentence, spot.before)
    before = spot.count_before
    if verb is None or verb < 1 or before is None or spot.tokens[verb - 1].text != ",":
        return None
    whole = before.of or before
    return whole if counts_people(whole) and _is_within(spot.found, whole) else None


def _is_within(found: Found, whole: Found) -> bool:
    """Say whether a count can be a part of another; a range is part of none."""
    counts = found.reading.kind == whole.reading.kind == "count"
    return counts and found.reading.value is not None and _value(found) <= _value(whole)


def _value(found: Found) -> Decimal:
    return Decimal(found.reading.value or 0)
