"""The group that a clause is about: `Households … lack food (58%)`, `with families lacking …`."""

from extractor.bind.passage import CLOSING, OPENING, Range, Sentence
from extractor.bind.prose.differences import CLAUSE_STARTS, MAX_TO_CHANGE
from extractor.bind.prose.groups import QUANTITIES, first_group, group_at, is_modifier
from extractor.bind.prose.spot import Spot, set_population, text_range
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_preposition, is_verb

LEADING = frozenset("among amongst of for in".split())
"""What opens a sentence with the group that it is about."""
AREAS = frozenset(
    "schools classrooms facilities hospitals clinics centres centers posts sites camps settlements "
    "locations communities villages neighbourhoods districts counties provinces municipalities "
    "lgas countries".split()
)
"""Groups in each of which something may be so."""
KINDS = frozenset("type types kind kinds form forms".split())
"""Nouns whose `of` names a whole group, of which a share is of one kind."""
FOR = frozenset("for among amongst of".split())
ABLE = frozenset("able unable willing unwilling likely unlikely ready free".split())
"""Adjectives that act like verbs: a clause without a verb may end in one, as in a participle."""
MAX_ADJECTIVES = 5  # tokens between `for` and the noun of a group
ABSOLUTE = frozenset({"with", "to", ","})
"""What opens a clause without a finite verb: `with …`, `due to …`."""


def subject_of_clause(spot: Spot) -> bool:
    """`…, while households … lack food (58%)`: the group that a later clause is about."""
    start = _clause_start(spot)
    acting = _acting_group(spot)
    if acting is None and start:
        acting = subject_group(spot, start)
    return bind_subject_group(spot, acting)


def bind_subject_group(spot: Spot, group: Range | None) -> bool:
    """Bind the group that a clause is about.

    Areas are no base of a share behind a name, which is of something in each of them, unless it
    is the areas that are there: `Schools in Lorn (31 per cent) have no water`.
    """
    if group is None:
        return False
    areas = spot.tokens[group[1] - 1].lower in AREAS
    bracket = spot.sentence.bracket_of(spot.at)
    named = bracket is not None and spot.tokens[max(0, bracket[0] - 1)].text[0].isupper()
    if areas and named and bracket is not None and _says_more(spot, (group[1], bracket[0])):
        return False
    return set_base(spot, group, "prose.base_subject")


def _says_more(spot: Spot, span: Range) -> bool:
    """Say whether more than where it is stands behind a group: a verb, or no preposition."""
    acts = any(is_predicate_start(spot.sentence, i) for i in range(*span))
    return acts or not is_preposition(spot.tokens[span[0]].text)


def _acting_group(spot: Spot) -> Range | None:
    """Return the group that a clause with a participle is about: `with many families lacking`."""
    sentence, tokens = spot.sentence, spot.tokens
    for i in range(spot.before - 1, 0, -1):
        if tokens[i].text == ";":
            return None
        ending = tokens[i].lower[-3:]
        acts = ending == "ing" or (ending.endswith("ed") and is_verb(tokens[i].text))
        group = group_at(sentence, i - 1) if acts else None
        if group is None:
            continue
        first = group[0]
        while first > 0 and tokens[first - 1].lower in QUANTITIES:
            first -= 1
        return group if first > 0 and tokens[first - 1].lower in ABSOLUTE else None
    return None


def _clause_start(spot: Spot) -> int:
    tokens, depth = spot.tokens, 0
    bracket = spot.sentence.bracket_of(spot.at)
    for i in range(bracket[0] - 1 if bracket is not None else spot.before - 1, -1, -1):
        if tokens[i].text in CLOSING:
            depth += 1
        elif tokens[i].text in OPENING:
            depth = max(0, depth - 1)
        elif depth == 0 and tokens[i].lower in CLAUSE_STARTS:
            return i + 1
    return 0


def subject_group(spot: Spot, start: int) -> Range | None:
    """Return the group before the first predicate from `start` on, where it is the subject."""
    sentence, tokens = spot.sentence, spot.tokens
    for i in range(start, spot.before):
        if is_predicate_start(sentence, i) and not is_modifier(sentence, i):
            return None
        group = group_at(sentence, i)
        if group is not None:
            return group if _is_subject(sentence, start, group) else None
        if tokens[i].text in "([;" or (tokens[i].text == "," and i > start + MAX_TO_CHANGE):
            return None
    return None


def _is_subject(sentence: Sentence, start: int, group: Range) -> bool:
    tokens = sentence.tokens
    for i in range(group[0] - 1, start - 1, -1):
        if not is_preposition(tokens[i].text):
            continue
        if i == start:
            return tokens[i].lower in LEADING
        before = tokens[i - 1]
        counted = before.found is not None or before.lower in QUANTITIES
        return tokens[i].lower == "of" and counted
    return True


def told_before(spot: Spot) -> Range | None:
    """Return the group that the words right before a share, or before its bracket, tell of.

    `Trained drivers are young (35 per cent are under 30)`, `the usual kind of sites with 23 per
    cent`, `hard for poor families, with 37 per cent citing rent`.
    """
    sentence, tokens, lead = spot.sentence, spot.tokens, spot.before - 1
    after = tokens[spot.at + 1 : spot.at + 2]
    if spot.lead == "(" and after and is_predicate_start(sentence, spot.at + 1):
        verbs = (i for i in range(lead) if is_predicate_start(sentence, i))
        return first_group(sentence, 0, next(verbs, 0))
    if lead < 1 or spot.lead not in {"with", "at"}:
        return None
    parted = tokens[lead - 1].text == ","
    group = group_at(sentence, lead - 1 - parted)
    before = [t.lower for t in tokens[max(0, group[0] - 2) : group[0]]] if group else []
    if parted:  # a comma may stand between two words that tell which of a group
        tells = bool(after) and (after[0].lower.endswith("ing") or after[0].lower in ABLE)
        return group if tells and group and _is_for(spot, group[0]) else None
    return group if before[-1:] == ["of"] and before[0] in KINDS else None


def _is_for(spot: Spot, at: int) -> bool:
    """Say whether `for` or `among` leads to a group, over adjectives and the commas between."""
    for i in range(at - 1, max(-1, at - 1 - MAX_ADJECTIVES), -1):
        if spot.tokens[i].lower in FOR:
            return True
        if is_predicate_start(spot.sentence, i) or is_preposition(spot.tokens[i].text):
            return False
    return False


def set_base(spot: Spot, group: Range | None, rule: str) -> bool:
    """Bind a group as the base of a share."""
    set_population(spot, text_range(spot.sentence, group), rule)
    return True
