"""The base of a share that its own words leave out: whose share it is, by a stated rule.

In this order: what changed, of a share of change; the group beside the share (`95 per cent in rural
households`, `among returnees (6%)`), the group that its clause is about (`Households … lack food
(58%)`), the base of the share before it in the sentence, that of the sentence before, and that of
a later share of the sentence. The value of a rate is a share of no group.
"""

from extractor.bind.chains import DIRECTIONS
from extractor.bind.found import Found, inherited, restated
from extractor.bind.passage import Sentence
from extractor.bind.phrases import trimmed
from extractor.bind.prose.beside import beside, group_of
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.changed import bind_changed, changed_before
from extractor.bind.prose.clause_group import (
    bind_subject_group,
    set_base,
    subject_group,
    subject_of_clause,
    told_before,
)
from extractor.bind.prose.differences import JOINTS, is_change, is_share
from extractor.bind.prose.groups import PRONOUNS
from extractor.bind.prose.named_shares import NAMED_SHARES, ends_group, named_share
from extractor.bind.prose.quantities import RULE as CHANGED
from extractor.bind.prose.spot import Spot
from extractor.bind.prose.starts import start_of
from extractor.bind.prose.unnamed_changes import bind_unnamed
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import word_class

TAKEN_OVER = frozenset({"prose.compared", "prose.restated_in_bracket", "prose.list_group"})
"""Rules by which a share takes over the base of another, where none is printed beside it."""
RATED = frozenset({"prose.subject", "prose.multiple", "prose.number_of"})
"""Rules that bind the value of a rate or an amount to its name."""
MAX_TO_SAME = 4  # tokens between a share and the number that says the same
ANNOUNCING = frozenset(":-–—")
"""What ends a sentence whose count the shares of the lines below it are of."""
BULLETS = frozenset("•●▪■◦‣➢-–")


def bind_bases(sentence: Sentence, carried: Carried, counted: Found | None) -> None:
    """Bind the base of each share of a sentence; `counted` is the count of the one before."""
    before = carried.sentence if carried.follows(sentence) else None
    if before is None:
        carried.found = None
    carried.move_to(sentence)
    bases: list[Found] = []
    spots = [Spot(sentence, i, t.found) for i, t in enumerate(sentence.tokens) if t.found]
    shares = [spot for spot in spots if is_share(spot.found)]
    for spot in shares:
        _bind_share(spot, carried.found, counted, bases)
        found = spot.found
        if found.population is None and found.reading.kind == "percent":
            bind_unnamed(spot, before)
        if found.population is not None and found.population.rule != CHANGED:
            bases.append(found)
            carried.found = found
    _bind_ahead(shares)
    if len(_groups(bases)) > 1:
        carried.found = None  # of several groups none is the one that goes on
    if not shares and sentence.tokens[-1].text in ANNOUNCING:
        carried.found = _announced(spots)


def _bind_share(spot: Spot, share: Found | None, counted: Found | None, bases: list[Found]) -> None:
    """Bind the base of a share; what may be carried on is a share or a count."""
    found = spot.found
    if found.population is None:
        _bind_base(spot, share, bases)
    elif found.population.rule in TAKEN_OVER:
        _bind_beside(spot, bases[-1] if bases else None)
    if counted is not None and found.population is None:
        changed_before(spot, counted)


def _announced(spots: list[Spot]) -> Found | None:
    """Return the count that a line announces shares of: `36 patients were seen:`."""
    counts = [s.found for s in spots if s.found.reading.kind == "count"]
    return counts[-1] if counts and counts[-1].population is not None else None


def _bind_base(spot: Spot, share: Found | None, bases: list[Found]) -> None:
    """Bind the base of a share; `share` may be carried on, `bases` are of its sentence."""
    changes = is_change(spot)
    if bind_changed(spot) or _says_of_what(spot) or _former(spot):
        return
    if not changes and _bind_beside(spot, bases[-1] if bases else None):
        return
    if not (named_share(spot) or changes or _listed_with(spot)):
        _take_base(spot, share, bases)


def _take_base(spot: Spot, share: Found | None, bases: list[Found]) -> None:
    """Bind a share to the group of its clause, or to the base of a share before."""
    if share is not None and _names_share(spot):
        spot.found.population = inherited(share.population, "prose.base_carried")
    if _is_value(spot) or _of_whole(spot.found) or subject_of_clause(spot):
        return
    told = told_before(spot)
    if told is not None:
        set_base(spot, told, "prose.base_subject")
    elif bases:
        if len(_groups(bases)) == 1:
            _share_base(spot.found, bases[-1])
    elif bind_subject_group(spot, subject_group(spot, 0)) or share is None:
        return
    elif _stands_alone(spot):
        spot.found.population = inherited(share.population, "prose.base_carried")
        spot.found.of = spot.found.of or (share if share.reading.kind == "count" else share.of)


def _groups(bases: list[Found]) -> set[str]:
    return {found.population.value for found in bases if found.population is not None}


def _bind_beside(spot: Spot, before: Found | None) -> bool:
    group = beside(spot, before)
    return group is not None and set_base(spot, group, "prose.base_beside")


def _bind_ahead(shares: list[Spot]) -> None:
    """`Half fled, 7 per cent hid, and 5 per cent of families stayed`: of those said at the end."""
    said = next((s.found for s in shares if s.found.population is not None), None)
    base = said.population if said is not None else None
    if base is None or base.rule != "prose.share_of":
        return
    for spot in shares:
        if spot.found is said:
            return
        alone = spot.found.population is None and not is_change(spot)
        if alone and _opens_clause(spot):
            spot.found.population = restated(base, "prose.base_ahead")


def _opens_clause(spot: Spot) -> bool:
    """Say whether a share is the subject of its clause."""
    after = spot.at + 1
    leads = spot.before == 0 or spot.lead in {",", ";", "and", "while"}
    return leads and after < len(spot.tokens) and is_predicate_start(spot.sentence, after)


def _former(spot: Spot) -> bool:
    """`In 12 per cent of sites … (a fall from 17 per cent)`: the same share, as it was before."""
    lead = spot.before - 1
    changes = lead > 1 and spot.tokens[lead - 1].lower in word_class("changes") | DIRECTIONS
    if spot.lead != "from" or not changes:
        return False
    kind = spot.found.reading.kind
    earlier = (t.measured for t in reversed(spot.tokens[: spot.at]))
    host = next((f for f in earlier if f is not None and f.reading.kind == kind), None)
    base = host.population if host is not None and is_share(host) else None
    spot.found.population = restated(base, "prose.base_former")
    return base is not None


def _says_of_what(spot: Spot) -> bool:
    """Say whether the words beside a share name its base: `30 per cent of the target`.

    So does an amount before its bracket: `USD 47 million (63 per cent)`.
    """
    after, bracket = spot.at + 1, spot.sentence.bracket_of(spot.at)
    host = spot.tokens[bracket[0] - 1].found if bracket is not None and bracket[0] else None
    says_of = after < len(spot.tokens) and spot.tokens[after].lower == "of"
    if says_of and group_of(spot) is None:
        ends = (i for i in range(after + 1, len(spot.tokens)) if ends_group(spot, i))
        group = trimmed(spot.sentence, (after + 1, next(ends, len(spot.tokens))))
        if group is not None and spot.tokens[group[0]].lower not in PRONOUNS:
            set_base(spot, group, "prose.base_beside")
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
    """`between a third and two thirds of households`: the base follows the last of a list.

    So does what says the same in numbers: `90 per cent, or over 500 households, stayed`.
    """
    tokens = spot.tokens
    near = range(spot.at + 2, min(len(tokens), spot.at + 2 + MAX_TO_SAME))
    at = next((i for i in near if tokens[i].found is not None), None)
    after = tokens[at].found if at is not None else None
    if at is None or after is None or after.population is None:
        return False
    between = [t.lower for t in tokens[spot.at + 1 : start_of(spot.sentence, at, after)]]
    same = is_share(after) or (after.reading.noun is not None and between[-1:] == ["or"])
    if not same or not between or any(word not in JOINTS for word in between):
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
    """Say whether a share is the subject of its clause, behind an item, or opens a list item."""
    after = spot.sentence.after_bracket(spot.at + 1)
    bracket = spot.sentence.bracket_of(spot.at)
    says = after < len(spot.tokens) and is_predicate_start(spot.sentence, after)
    listed = spot.before == 1 and spot.tokens[0].text in BULLETS
    return says or listed or (bracket is not None and bracket[0] == spot.before - 1)
