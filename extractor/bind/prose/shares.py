"""Shares: of what they are, and what is said of that."""

from extractor.bind.chains import copula_before
from extractor.bind.clauses import clause_end
from extractor.bind.found import Binding, restated
from extractor.bind.phrases import trimmed
from extractor.bind.predicates import find_predicate, past_relative
from extractor.bind.prose.given import verb_left
from extractor.bind.prose.governed import noun_of
from extractor.bind.prose.groups import first_group, group_at, has_preposition, is_modifier
from extractor.bind.prose.labelled import behind_label
from extractor.bind.prose.spot import (
    Spot,
    counts_people,
    set_indicator,
    set_population,
    set_predicate,
    text_range,
    with_adverb,
)
from extractor.bind.prose.subjects import bind_subject, subject_left
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import (
    forms_of,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    verbs,
    word_class,
)

OF = "prose.share_of"
SHARES = frozenset({"percent", "ratio"})
MAKING_UP = frozenset("comprise hold own occupy".split())
"""Verbs whose subject is so much of a whole, or has it: `Women hold 12 per cent of the seats`."""
PRONOUNS = frozenset("it them these those which whom".split())
STATE_PREPOSITIONS = frozenset("under below above without with at on".split())
"""What opens a state of the group (`55 per cent of households without power`)."""
NO_GROUPS = frozenset(
    "as more less fewer higher lower and or but than who that which year years".split()
)
"""What follows a ratio that is of nothing, or compares."""
WHEN = frozenset("after before since until".split())
"""What opens a clause of its own behind a group: its verb says nothing of that."""
JOINTS = frozenset({"and", "or", "alone", "only"})
MAX_TO_GROUP = 3  # tokens from a word that may be a verb to the noun that it belongs to
MAX_TO_WHOLE = 4  # tokens between `of` and the figure that is the whole


def percent_of(spot: Spot) -> bool:
    """`88 per cent of returnees expressed …`, `two thirds of the roads are damaged`."""
    if spot.found.reading.kind not in SHARES:
        return False
    after = spot.sentence.after_bracket(spot.after_figure)  # `nearly half (48%) of returnees`
    bracket = spot.sentence.bracket_of(spot.at)
    if bracket == (spot.before - 1, spot.at + 2):
        after = bracket[1]  # `(48%) of returnees`
    told = share_of(spot, after)
    named = told and spot.lead == "of" and noun_of(spot)  # `a rebate of 50 per cent of the tax`
    return told or named


def ratio_of(spot: Spot) -> bool:
    """`one in five households said …`, `9 out of 15 clinics are open`, `half the wells`."""
    at = spot.at + 1
    is_part = spot.found.reading.kind == "ratio" and spot.found.unit is None
    if not is_part or at >= len(spot.tokens):
        return False
    if not _opens_group(spot, at):
        return False
    end = clause_end(spot.sentence, at)
    said = find_predicate(spot.sentence, at + 1)
    if (said is None or said > end + 1) and first_group(spot.sentence, at, end) is None:
        return False  # the word after it may be a verb that nobody listed
    return _share_of_group(spot, at)


def _opens_group(spot: Spot, at: int) -> bool:
    token = spot.tokens[at]
    if not token.is_word or is_preposition(token.text) or token.lower in NO_GROUPS:
        return False
    acts = is_predicate_start(spot.sentence, at) or token.lower.endswith("ing")
    return not acts or is_modifier(spot.sentence, at) or _names_group(spot, at)


def _names_group(spot: Spot, at: int) -> bool:
    """Say whether a word that may be a verb belongs to a group: `host community households`."""
    base = verbs().get(spot.tokens[at].lower) == spot.tokens[at].lower
    last = min(len(spot.tokens), at + 1 + MAX_TO_GROUP)
    group = first_group(spot.sentence, at + 1, last) if base else None
    between = spot.tokens[at + 1 : group[1]] if group is not None else []
    closed = any(is_preposition(t.text) or is_determiner(t.text) for t in between)
    return group is not None and not closed


def count_of(spot: Spot) -> bool:
    """`31,200 of the 44,500 jobs …`: a count that is a part of another one."""
    at = spot.at + 1
    is_part = spot.found.reading.kind == "count" and _whole_after(spot, at + 1) is not None
    return is_part and (share_of(spot, at) or behind_label(spot))  # `Score: 4 of 10`


def share_of(spot: Spot, at: int) -> bool:
    """Bind a share whose `of` stands at a token: what is of it, and what is said of that."""
    tokens = spot.tokens
    if at + 1 >= len(tokens) or tokens[at].lower != "of":
        return False
    whole = _whole_after(spot, at + 1)
    if whole is not None:
        return _share_of_figure(spot, whole)
    return _share_of_group(spot, at + 1)


def _share_of_group(spot: Spot, at: int) -> bool:
    """Bind a share of the group that begins at a token, and what is said of that."""
    end = clause_end(spot.sentence, at)
    start = _behind_participle(spot, at, end)
    modifies = is_modifier(spot.sentence, at) or _names_group(spot, at)
    start = start or find_predicate(spot.sentence, at + modifies)
    if start is None or start > end + 1 or (start > end and spot.tokens[end].lower in WHEN):
        start = _unlisted_verb(spot, at, end)
    if start is None:
        return _share_in_state(spot, at, end)
    start = past_relative(spot.sentence, with_adverb(spot, start))
    if _is_attribute(spot, start):
        set_population(spot, text_range(spot.sentence, trimmed(spot.sentence, (at, end))), OF)
        return verb_left(spot)
    _group_in(spot, at, start)
    return set_predicate(spot, start, "prose.share_predicate")


def _is_attribute(spot: Spot, predicate: int) -> bool:
    """Say whether a participle says of what the share is, not what is so of it.

    `lost 30 per cent of the crops sown in May`, `received only 4 per cent of the sum required`.
    """
    lower = spot.tokens[predicate].lower
    if is_auxiliary(lower) or not lower.endswith("ed"):
        return False
    i = spot.before - 1
    while i > 0 and is_adverb(spot.tokens[i].text):
        i -= 1
    lead = spot.tokens[i] if i >= 0 else None
    if lead is None or lead.found is not None or lead.lower in forms_of("reporting"):
        return False
    acts = not is_auxiliary(lead.text) and lead.lower not in forms_of("copulas")
    return acts and is_predicate_start(spot.sentence, i)


def _behind_participle(spot: Spot, start: int, end: int) -> int | None:
    """Return where the verb stands behind a participle that names a group: `of the surveyed`."""
    tokens, sentence = spot.tokens, spot.sentence
    verb = start + 1 + is_determiner(tokens[start].text)
    if verb >= end or not tokens[verb - 1].lower.endswith("ed"):
        return None
    acts = verbs().get(tokens[verb].lower) == tokens[verb].lower
    others = any(
        is_predicate_start(sentence, i) and not tokens[i].lower.endswith(("ing", "ed"))
        for i in range(verb + 1, end)
    )
    return verb if acts and not others and group_at(sentence, verb) is None else None


def _unlisted_verb(spot: Spot, start: int, end: int) -> int | None:
    """Return the word right behind the noun of a group, which can only be a verb there.

    `30 per cent of children present signs of stress`: no list has every verb.
    """
    group = first_group(spot.sentence, start, end)
    if group is None or group[1] >= end or has_preposition(spot.sentence, (start, group[0])):
        return None
    token = spot.tokens[group[1]]
    closed = is_preposition(token.text) or token.lower in word_class("subordinators")
    noun = token.lower.endswith("s") and not token.lower.endswith("ss")
    acts = token.is_word and token.text.islower() and not noun and token.lower not in JOINTS
    return group[1] if acts and not closed and not token.lower.endswith("ed") else None


def _share_in_state(spot: Spot, start: int, end: int) -> bool:
    """Bind a share without a predicate of its own: by what leads to it, or by its state."""
    if start + 1 < end and spot.tokens[start].lower == "them":
        _point_back(spot)
        return set_indicator(spot, (start + 1, end), "prose.of_them")
    after = range(start + 1, end)
    split = next((i for i in after if _opens_state(spot, i)), end)
    _group_in(spot, start, _with_setting(spot, split, end))
    state = spot.tokens[split].lower if split < end else ""
    joined = copula_before(spot.sentence, spot.before) is not None
    has_subject = joined and subject_left(spot)
    if has_subject or _composes(spot):
        return True
    if state in STATE_PREPOSITIONS or state.endswith("ing"):
        return set_indicator(spot, (split, end), "prose.share_state", keep_edge=True)
    return subject_left(spot) or verb_left(spot)


def _composes(spot: Spot) -> bool:
    """`Nurses make up 12 per cent of the staff`: the subject is what the share is."""
    before = spot.figure_before if spot.lead == "and" else None
    if before is not None:  # `… and 8 per cent of the cooks`
        first = Spot(spot.sentence, spot.sentence.position_of(before), before)
        said = before.indicator if _composing_verb(first) is not None else None
        spot.found.indicator = said or spot.found.indicator
        return said is not None
    verb = _composing_verb(spot)
    return verb is not None and bind_subject(spot, verb, "prose.subject")


def _composing_verb(spot: Spot) -> int | None:
    """Return where the verb right before a share stands by which its subject is that share."""
    tokens, verb = spot.tokens, spot.before - 1
    made = verb > 0 and tokens[verb].lower == "up"
    verb -= made
    base = verbs().get(tokens[verb].lower) if verb > 0 else None
    return verb if base in ({"make"} if made else MAKING_UP) else None


def _with_setting(spot: Spot, at: int, end: int) -> int:
    """Return where a group ends with what it is in: `one in five jobs in private firms`.

    An article or a capital there leads to a place: `of the people in the north`.
    """
    if at >= end or spot.tokens[at].lower != "in":
        return at
    ends = (i for i in range(at + 1, end) if is_preposition(spot.tokens[i].text))
    last = next(ends, end)
    words = spot.tokens[at + 1 : last]
    told = bool(words) and all(t.is_word and t.text.islower() for t in words)
    return last if told and not is_determiner(words[0].text) else at


def _opens_state(spot: Spot, at: int) -> bool:
    token = spot.tokens[at]
    names = token.text[0].isupper() or token.lower in word_class("quantities")  # `annual spending`
    acts = token.lower.endswith("ing") and not names
    return acts or (is_preposition(token.text) and token.lower != "of")


def _whole_after(spot: Spot, at: int) -> Spot | None:
    """Return the figure that follows `of`, with at most an article and its modifier between."""
    for i in range(at, min(at + MAX_TO_WHOLE, len(spot.tokens))):
        found = spot.tokens[i].found
        if found is not None:
            whole = Spot(spot.sentence, i, found)
            near = whole.before <= at + 1 or _is_owned(spot, at, whole.before)
            return whole if not found.is_time and near else None
    return None


def _is_owned(spot: Spot, start: int, end: int) -> bool:
    """Say whether what stands between is whose the whole is: `35 of the country’s 75 districts`."""
    words = spot.tokens[start:end]
    return all(t.is_word for t in words) and words[-1].lower.endswith(("’s", "'s", "s’", "s'"))


def _share_of_figure(spot: Spot, whole: Spot) -> bool:
    """`46 per cent of 1,870 wells are unsafe`, `31,200 of the 44,500 jobs lost were restored`."""
    found, noun = spot.found, whole.found.reading.noun
    found.of = whole.found
    if found.reading.kind == "count":
        named = found.unit if found.reading.noun is not None else None
        found.unit = named or whole.found.unit or found.unit
    if noun is not None and (found.reading.kind != "count" or counts_people(whole.found)):
        set_population(spot, noun, OF)
    start = find_predicate(spot.sentence, whole.after_noun)
    if start is not None and _is_attribute(spot, start):
        return verb_left(spot)
    rule = "prose.share_predicate"
    return start is not None and set_predicate(spot, with_adverb(spot, start), rule)


def _group_in(spot: Spot, start: int, end: int) -> None:
    """Bind the group that a range names, or points back to (`of them`)."""
    told = spot.tokens[start].lower == "those" and _tells_whom(spot, start + 1)
    if spot.tokens[start].lower in PRONOUNS and not told:
        _point_back(spot)
        return
    group = (start, end) if told else trimmed(spot.sentence, (start, end))
    if group is None or all(t.found is not None for t in spot.tokens[slice(*group)]):
        return  # `half of 2033`
    set_population(spot, text_range(spot.sentence, group), OF)


def _tells_whom(spot: Spot, at: int) -> bool:
    """Say whether the words behind `those` tell who they are: `of those in formal schools`."""
    return at < len(spot.tokens) and is_preposition(spot.tokens[at].text)


def _base_before(spot: Spot) -> Binding | None:
    """Return the base of the last share before that has one: `…, and 96 per cent of them are`."""
    earlier = (t.measured for t in reversed(spot.tokens[: spot.at]))
    shares = (f for f in earlier if f is not None and f.reading.kind in SHARES)
    return next((f.population for f in shares if f.population is not None), None)


def _point_back(spot: Spot) -> None:
    """Bind the count before as the whole."""
    parent = spot.count_before
    before = spot.figure_before
    if parent is None and before is not None and before.reading.kind == spot.found.reading.kind:
        spot.found.population = restated(_base_before(spot), "prose.of_them")
    if parent is not None:
        spot.found.of = parent
        spot.found.population = restated(parent.population, "prose.of_them")
        if spot.found.population is None and spot.found.reading.kind != "count":
            set_population(spot, parent.reading.noun, "prose.of_them")
