"""Shares of change: by how much something rose, differs or may happen, which is of no group."""

from extractor.bind.found import Found
from extractor.bind.prose.spot import Spot
from extractor.bind.prose.starts import start_of
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import word_class

CHANGES = "prose.change"
SIGNS = frozenset("+-−–")
MOVES = frozenset("by up down from to".split())
"""What leads to the amount of a change, or to a value that is reached."""
JOINTS = frozenset({",", "and", "or", "to"})
CLAUSE_STARTS = frozenset("; while whereas although though but".split())
MAX_TO_CHANGE = 4  # words between a share and the word that makes it one of change


def is_share(found: Found) -> bool:
    """Say whether a figure is so much of a whole: per cent, or one in so many."""
    kind, unit = found.reading.kind, found.unit
    return (kind == "percent" and unit == "percent") or (kind == "ratio" and unit is None)


def is_change(spot: Spot) -> bool:
    """Say whether a share says by how much something changed or differs, not of what it is."""
    said = spot.found.indicator
    if said is not None and said.rule.startswith(CHANGES):
        return True
    if spot.tokens[spot.at].text[0] in SIGNS or goes_on_change(spot):
        return True
    before = before_list(spot)
    if before and spot.tokens[before - 1].lower in MOVES:
        return True
    listed = any(t.found is not None for t in spot.tokens[before : spot.before])
    start = before if listed else spot.before  # `fell, and 5 per cent said` is of no change
    around = spot.tokens[max(0, start - 2) : start]
    differing = word_class("differing")
    return _differs_after(spot) or any(t.lower in differing and t.found is None for t in around)


def _differs_after(spot: Spot) -> bool:
    """`5 per cent m-o-m fall`; what stands behind a verb of its own is another thing that fell."""
    for i, token in enumerate(spot.tokens[spot.at + 1 :][:MAX_TO_CHANGE], spot.at + 1):
        if token.found is None and token.lower in word_class("differing"):
            return True
        if i > spot.at + 1 and is_predicate_start(spot.sentence, i - 1):
            return False
    return False


def goes_on_change(spot: Spot) -> bool:
    """`rose by 1 per cent for children and 28 per cent for adults`: both are of the one verb."""
    for i in range(spot.before - 1, -1, -1):
        token = spot.tokens[i]
        acts = is_predicate_start(spot.sentence, i) and not token.lower.endswith("ed")
        if acts or token.lower in CLAUSE_STARTS:
            return False
        if _is_share_token(spot, i):
            share = spot.tokens[i].found
            start = start_of(spot.sentence, i, share) if share is not None else 0
            return start > 0 and spot.tokens[start - 1].lower == "by"
    return False


def before_list(spot: Spot) -> int:
    """Return the position of the list of shares that a share stands in."""
    if spot.list_start is None:
        spot.list_start = _before_list(spot)
    return spot.list_start


def _before_list(spot: Spot) -> int:
    i = spot.before
    while i > 0:
        found = spot.tokens[i - 1].found
        if found is not None and is_share(found):
            i = start_of(spot.sentence, i - 1, found)
        elif spot.tokens[i - 1].lower in JOINTS:
            i -= 1
        else:
            break
    return i


def before_amount(spot: Spot) -> int:
    """Return the position of the amount that a share belongs to: its list, or what it says again.

    `fell by USD 8 million, or 15 per cent`, `a rise of USD 271 million (48 per cent)`.
    """
    tokens, at = spot.tokens, spot.before
    end = at - 1 if at and (tokens[at - 1].lower == "or" or tokens[at - 1].text == "(") else at
    end -= end < at and end > 0 and tokens[end - 1].text == ","
    host = tokens[end - 1].measured if 0 < end < at else None
    if host is None or is_share(host):
        return before_list(spot)
    return start_of(spot.sentence, end - 1, host)


def _is_share_token(spot: Spot, at: int) -> bool:
    found = spot.tokens[at].found
    return found is not None and is_share(found)
