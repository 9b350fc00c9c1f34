"""Groups beside a share: `95 per cent in rural households`, `highest among returnees (6%)`."""

from extractor.bind.clauses import clause_end
from extractor.bind.found import Found
from extractor.bind.passage import Range, Sentence
from extractor.bind.prose.differences import JOINTS
from extractor.bind.prose.groups import (
    PRONOUNS,
    QUANTITIES,
    first_group,
    group_at,
    has_preposition,
    whole_group,
)
from extractor.bind.prose.spot import Spot
from extractor.bind.verbs import is_predicate_start
from extractor.entities.gazetteer import people_nouns

AMONG = frozenset({"among", "amongst"})
"""What ties a share to any group beside it."""
BESIDE = frozenset({"in", "for"})
"""What ties a share to people beside it; sites and houses after it are only where they are."""
MAX_GROUP = 8  # words from `among` to the bracket after the group


def beside(spot: Spot, before: Found | None) -> Range | None:
    """Return the group beside a share; `before` is the share before it in its sentence."""
    bracket = spot.sentence.bracket_of(spot.at)
    after = group_after(spot.sentence, spot.at + 1) or group_of(spot)
    if after is None and bracket is not None:
        after = _before_bracket(spot.sentence, bracket[0], joined=_is_beside(before))
    return after


def group_of(spot: Spot) -> Range | None:
    """Return the group of a share that is compared: `against two per cent of the men`."""
    at = spot.at + 1
    words = [t.lower for t in spot.tokens[at : at + 2]]
    if words[:1] != ["of"] or words[-1] in PRONOUNS:
        return None
    group = first_group(spot.sentence, at + 1, clause_end(spot.sentence, at + 1))
    plain = group is not None and not has_preposition(spot.sentence, (at + 1, group[0]))
    return whole_group(spot.sentence, group) if group is not None and plain else None


def _is_beside(share: Found | None) -> bool:
    base = share.population if share is not None else None
    return base is not None and base.rule == "prose.base_beside"


def _before_bracket(sentence: Sentence, opening: int, *, joined: bool) -> Range | None:
    """Return the group before the bracket of a share, or the next one of a list of groups."""
    tokens = sentence.tokens
    for i in range(opening - 1, max(-1, opening - MAX_GROUP), -1):
        if not tokens[i].is_word:
            break
        if tokens[i].lower in AMONG:
            return _any_group(sentence, (i + 1, opening))
        if tokens[i].lower in BESIDE:
            return group_after(sentence, i)
        if tokens[i].lower == "than":
            compared = group_at(sentence, opening - 1)
            return compared if compared is not None and compared[0] > i else None
    return _joined_group(sentence, opening) if joined else None


def _any_group(sentence: Sentence, span: Range) -> Range | None:
    """Return all that stands between `among` and a bracket, where that only names a group."""
    acts = any(
        is_predicate_start(sentence, i) and not sentence.tokens[i].lower.endswith(("ing", "ed"))
        for i in range(*span)
    )
    counts = sentence.tokens[span[0]].lower in QUANTITIES
    return None if acts or counts or span[0] == span[1] else span


def _joined_group(sentence: Sentence, end: int) -> Range | None:
    """Return the next group of a list: `among women (62%) and older men (48%)`."""
    group = group_at(sentence, end - 1)
    joined = group is not None and sentence.tokens[group[0] - 1].lower in JOINTS
    return group if joined else None


def group_after(sentence: Sentence, at: int) -> Range | None:
    """Return the group that a preposition at a token ties to the share before it or after it."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].lower not in AMONG | BESIDE:
        return None
    group = first_group(sentence, at + 1, clause_end(sentence, at + 1))
    if group is None or has_preposition(sentence, (at + 1, group[0])):
        return None
    people = tokens[group[1] - 1].lower in people_nouns()
    return whole_group(sentence, group) if people or tokens[at].lower in AMONG else None
