"""The base of a share that its own words leave out: whose share it is, by a stated rule.

In this order: the group beside the share (`95 per cent in rural households`, `among returnees
(6%)`), the group that its clause is about (`Households … lack food (58%)`), the base of the share
before it in the sentence, and that of the sentence before. What changed, and the value of a rate,
is a share of no group.
"""

from extractor.bind.clauses import clause_end
from extractor.bind.found import Found, inherited, restated
from extractor.bind.passage import CLOSING, OPENING, Range, Sentence
from extractor.bind.phrases import trimmed
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.changed import bind_changed
from extractor.bind.prose.differences import (
    CLAUSE_STARTS,
    JOINTS,
    MAX_TO_CHANGE,
    is_change,
    is_share,
)
from extractor.bind.prose.groups import (
    PRONOUNS,
    QUANTITIES,
    first_group,
    group_at,
    has_preposition,
    is_modifier,
)
from extractor.bind.prose.quantities import RULE as CHANGED
from extractor.bind.prose.spot import Spot, set_population, text_range
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_preposition, is_verb, word_class
from extractor.entities.gazetteer import people_nouns

AMONG = frozenset({"among", "amongst"})
"""What ties a share to any group beside it."""
BESIDE = frozenset({"in", "for"})
"""What ties a share to people beside it; sites and houses after it are only where they are."""
LEADING = frozenset("among amongst of for in".split())
"""What opens a sentence with the group that it is about."""
ABSOLUTE = frozenset({"with", "to", ","})
"""What opens a clause without a finite verb: `with …`, `due to …`."""
TAKEN_OVER = frozenset({"prose.compared", "prose.restated_in_bracket"})
"""Rules by which a share takes over the base of another, where none is printed beside it."""
RATED = frozenset({"prose.subject", "prose.multiple", "prose.number_of"})
"""Rules that bind the value of a rate or an amount to its name."""
VALUES = ("prose.subject", "prose.change", "prose.compared")
"""Rules by which a figure is the value of what its sentence names."""
NAMED_SHARES = frozenset("share proportion percentage".split())
MAX_GROUP = 8  # words from `among` to the bracket after the group


def bind_bases(sentence: Sentence, carried: Carried) -> None:
    """Bind the base of each share of a sentence that has none yet."""
    if not carried.follows(sentence):
        carried.found = None
    carried.move_to(sentence)
    within = False
    for at, token in enumerate(sentence.tokens):
        found = token.found
        if found is None or not is_share(found):
            continue
        spot = Spot(sentence, at, found)
        if found.population is None:
            _bind_base(spot, carried, within=within)
        elif found.population.rule in TAKEN_OVER:
            _beside(spot, None)
        if found.population is not None and found.population.rule != CHANGED:
            carried.found, within = found, True


def _bind_base(spot: Spot, carried: Carried, *, within: bool) -> None:
    share = carried.found
    before = share if within else None
    changes = is_change(spot)
    if bind_changed(spot) or _says_of_what(spot) or (not changes and _beside(spot, before)):
        return
    if _named_share(spot) or changes or _listed_with(spot):
        return
    if share is not None and _names_share(spot):
        spot.found.population = inherited(share.population, "prose.base_carried")
    if _is_value(spot) or _of_whole(spot.found) or _subject_of_clause(spot):
        return
    if before is not None:
        _share_base(spot.found, before)
    elif _subject(spot, _subject_group(spot, 0)) or share is None:
        return
    elif _stands_alone(spot):
        spot.found.population = inherited(share.population, "prose.base_carried")


def _says_of_what(spot: Spot) -> bool:
    """Say whether the words beside a share name its base: `30 per cent of the target`.

    So does an amount before its bracket: `USD 47 million (63 per cent)`.
    """
    after, bracket = spot.at + 1, spot.sentence.bracket_of(spot.at)
    host = spot.tokens[bracket[0] - 1].found if bracket is not None and bracket[0] else None
    says_of = after < len(spot.tokens) and spot.tokens[after].lower == "of"
    if says_of and _group_of(spot) is None:
        ends = (i for i in range(after + 1, len(spot.tokens)) if _ends_group(spot, i))
        group = trimmed(spot.sentence, (after + 1, next(ends, len(spot.tokens))))
        if group is not None and spot.tokens[group[0]].lower not in PRONOUNS:
            _set(spot, group, "prose.base_beside")
        return True
    return host is not None and host.reading.kind == "money"


def _of_whole(found: Found) -> bool:
    """`14 million need aid, including 41 per cent women`: of those that the whole counts."""
    whole = found.of
    if whole is None or whole.reading.kind != "count":
        return False
    group = whole.population or whole.indicator
    found.population = restated(group, "prose.base_whole")
    return group is not None


def _share_base(found: Found, share: Found) -> None:
    found.population = restated(share.population, "prose.base_shared")
    found.of = found.of or share.of


def _listed_with(spot: Spot) -> bool:
    """`between a third and two thirds of households`: the base follows the last of a list."""
    tokens = spot.tokens
    i = spot.at + 1
    while i < len(tokens) and tokens[i].lower in JOINTS:
        i += 1
    after = tokens[i].found if spot.at + 1 < i < len(tokens) else None
    if after is None or after.population is None or not is_share(after):
        return False
    _share_base(spot.found, after)
    return True


def _is_value(spot: Spot) -> bool:
    """Say whether a figure is the value of what is named: `unemployment is`, `a target of`."""
    said = spot.found.indicator
    return spot.lead == "of" or (said is not None and said.rule in RATED)


def _names_share(spot: Spot) -> bool:
    """`In Lorn, the share is 61 per cent`: the share that was said before, elsewhere."""
    said = spot.found.indicator
    return said is not None and said.rule in RATED and said.value.lower() in NAMED_SHARES


def _stands_alone(spot: Spot) -> bool:
    """Say whether a share is itself the subject of its clause, or the bracket after an item."""
    after = spot.at + 1
    bracket = spot.sentence.bracket_of(spot.at)
    says = after < len(spot.tokens) and is_predicate_start(spot.sentence, after)
    return says or (bracket is not None and bracket[0] == spot.before - 1)


# --- where a group is named -----------------------------------------------------------------------


def _beside(spot: Spot, before: Found | None) -> bool:
    """`95 per cent in rural households`, `highest among returnees (6%)`: the group beside it."""
    bracket = spot.sentence.bracket_of(spot.at)
    after = _group_after(spot.sentence, spot.at + 1) or _group_of(spot)
    if after is None and bracket is not None:
        leads = range(bracket[0] - 2, max(-1, bracket[0] - MAX_GROUP), -1)
        lead = next((i for i in leads if _leads_group(spot.sentence, i)), None)
        after = _group_after(spot.sentence, lead) if lead is not None else None
        if after is None and _is_beside(before):
            after = _joined_group(spot.sentence, bracket[0])
    return after is not None and _set(spot, after, "prose.base_beside")


def _group_of(spot: Spot) -> Range | None:
    """Return the group of a share that is compared: `against two per cent of the men`."""
    at = spot.at + 1
    words = [t.lower for t in spot.tokens[at : at + 2]]
    if words[:1] != ["of"] or words[-1] in PRONOUNS:
        return None
    group = first_group(spot.sentence, at + 1, clause_end(spot.sentence, at + 1))
    plain = group is not None and not has_preposition(spot.sentence, (at + 1, group[0]))
    return group if plain else None


def _is_beside(share: Found | None) -> bool:
    base = share.population if share is not None else None
    return base is not None and base.rule == "prose.base_beside"


def _joined_group(sentence: Sentence, end: int) -> Range | None:
    """Return the next group of a list: `among women (62%) and older men (48%)`."""
    group = group_at(sentence, end - 1)
    joined = group is not None and sentence.tokens[group[0] - 1].lower in JOINTS
    return group if joined else None


def _leads_group(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].lower in AMONG | BESIDE


def _group_after(sentence: Sentence, at: int) -> Range | None:
    """Return the group that a preposition ties to the share before it or after it."""
    tokens = sentence.tokens
    if at >= len(tokens) or not _leads_group(sentence, at):
        return None
    group = first_group(sentence, at + 1, clause_end(sentence, at + 1))
    if group is None or has_preposition(sentence, (at + 1, group[0])):
        return None
    people = tokens[group[1] - 1].lower in people_nouns()
    return group if people or tokens[at].lower in AMONG else None


def _named_share(spot: Spot) -> bool:
    """`The share of spoiled doses fell to 3 per cent`: the group that a named share is of."""
    said = spot.found.indicator
    if said is None or spot.lead == "by" or not said.rule.startswith(VALUES):
        return False
    tokens = spot.tokens
    for i in range(spot.before - 2):
        if tokens[i].lower in NAMED_SHARES and tokens[i + 1].lower == "of":
            end = next((k for k in range(i + 2, spot.before) if _ends_group(spot, k)), spot.before)
            start = i + 2
            while start < end - 1 and tokens[start].lower.endswith("ed"):
                start += 1  # what is so of the share, no part of its base: `spoiled doses`
            group = trimmed(spot.sentence, (start, end))
            return group is not None and _set(spot, group, "prose.base_of_named_share")
    return False


def _ends_group(spot: Spot, at: int) -> bool:
    token = spot.tokens[at]
    ends = is_preposition(token.text) or token.lower in word_class("subordinators")
    return ends or not token.is_word or is_predicate_start(spot.sentence, at)


def _subject_of_clause(spot: Spot) -> bool:
    """`…, while households … lack food (58%)`: the group that a later clause is about."""
    start = _clause_start(spot)
    acting = _acting_group(spot)
    if acting is None and start:
        acting = _subject_group(spot, start)
    return _subject(spot, acting)


def _subject(spot: Spot, group: Range | None) -> bool:
    """Bind the group that a clause is about.

    Areas are no base of a share behind a name: that is of something in each of them.
    """
    if group is None:
        return False
    people = spot.tokens[group[1] - 1].lower in people_nouns()
    bracket = spot.sentence.bracket_of(spot.at)
    named = bracket is not None and spot.tokens[max(0, bracket[0] - 1)].text[0].isupper()
    return (people or not named) and _set(spot, group, "prose.base_subject")


def _acting_group(spot: Spot) -> Range | None:
    """Return the group that a clause with a participle is about: `with many families lacking`."""
    sentence, tokens = spot.sentence, spot.tokens
    for i in range(spot.before - 1, 0, -1):
        if tokens[i].text == ";":
            return None
        if not tokens[i].lower.endswith(("ing", "ed")) or not is_verb(tokens[i].text):
            continue
        group = group_at(sentence, i - 1)
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


def _subject_group(spot: Spot, start: int) -> Range | None:
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


def _set(spot: Spot, group: Range | None, rule: str) -> bool:
    set_population(spot, text_range(spot.sentence, group), rule)
    return True
