"""Parts and wholes: `including …`, `of whom …`, lists of shares."""

from decimal import Decimal
from itertools import pairwise

from extractor.bind.clauses import clause_end
from extractor.bind.found import Binding, Found, restated
from extractor.bind.phrases import trimmed, trimmed_end
from extractor.bind.predicates import find_predicate
from extractor.bind.prose.elided import is_completed
from extractor.bind.prose.groups import EVENTS, PRONOUNS, first_group, group_at, whole_group
from extractor.bind.prose.nouns_after import noun_after
from extractor.bind.prose.objects import in_state, predicate_of
from extractor.bind.prose.spot import (
    Spot,
    before_predicate,
    counts_people,
    population_from_noun,
    set_indicator,
    set_indicator_text,
    set_population,
    set_predicate,
    text_range,
    with_adverb,
)
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_adverb, is_preposition
from extractor.entities.gazetteer import people_nouns

OF_WHOM = (["of", "whom"], ["of", "which"])
REMAINING = frozenset("remaining other rest".split())
COUNTING = frozenset({"count", "percent", "ratio"})
OPENING = frozenset("of among amongst".split())
PARTS = frozenset({"percent", "count", "ratio", "money", "measure"})
ENDS = frozenset(",;:()")
BACK = frozenset({"whom", "which", "them"})
"""What stands for the figure before."""


def part_of_parent(spot: Spot) -> bool:
    """`…, including 41 per cent women`, `of whom 1.1 million returned`: parts of a figure."""
    parent = _parent(spot) if spot.found.reading.kind in PARTS else None
    if spot.found.reading.kind == "measure":
        parent = spot.figure_before if _is_of_them(spot) else None
    if parent is None or (spot.is_counted and parent.reading.kind not in COUNTING):
        return False  # things are no part of a sum: `USD 3 million for nets, including 12 for …`
    if spot.leads in OF_WHOM:
        return _part_of_whom(spot, parent)
    if spot.lead == "including" or _continues_list(spot):
        return _listed_part(spot, parent)
    if _is_in_clause_of_whole(spot):
        spot.found.of = parent  # what is done with it is for the rules after this one
    return _is_of_them(spot) and _part_of_them(spot, parent)


def _part_of_whom(spot: Spot, parent: Found) -> bool:
    """`…, of whom 40 per cent are ill`, `of whom 300 severely`: what is said of a part."""
    spot.found.of = parent
    spot.found.population = restated(parent.population, "prose.of_whom")
    start = find_predicate(spot.sentence, spot.after_noun)
    if start is not None:
        return set_predicate(spot, with_adverb(spot, start), "prose.of_whom")
    alone = spot.tokens[spot.after_noun : spot.after_noun + 1]
    told = (spot.after_noun, clause_end(spot.sentence, spot.after_noun))
    by_adverb = bool(alone) and is_adverb(alone[0].text)
    return by_adverb and set_indicator(spot, told, "prose.of_whom")


def _is_in_clause_of_whole(spot: Spot) -> bool:
    """`EUR 3 million, of which the bank lends 80 per cent`: say whether `of which` opens it."""
    if spot.found.reading.kind == "count" or _has_own_whole(spot):
        return False
    for i in range(spot.before - 1, 1, -1):
        if spot.tokens[i].found is not None or spot.tokens[i].text in ENDS:
            return False
        if [t.lower for t in spot.tokens[i - 1 : i + 1]] in OF_WHOM:
            return spot.tokens[i - 2].text == ","
    return False


def _is_of_them(spot: Spot) -> bool:
    """Say whether `of which`, `of them` stands behind a figure: `30 of which are new`."""
    words = [t.lower for t in spot.tokens[spot.after_figure : spot.after_figure + 2]]
    shared = spot.found.reading.kind in {"percent", "ratio"} and words[-1:] == [
        "them"
    ]  # `percent_of` has it
    return words[:1] == ["of"] and words[-1] in BACK and not shared


def _part_of_them(spot: Spot, parent: Found) -> bool:
    """Bind what is said of a part of the figure before: `12 boats sank, 5 of them new`."""
    found, start = spot.found, spot.after_figure + 2
    measured = spot.figure_before if found.reading.kind == "measure" else parent
    found.of = measured
    if found.reading.kind == "count":
        found.unit = found.unit or parent.unit
    found.population = restated(parent.population, "prose.of_whom")
    if found.population is None and found.reading.kind == "percent":
        set_population(spot, parent.reading.noun, "prose.of_whom")
    said = find_predicate(spot.sentence, start)
    if said is not None:
        return set_predicate(spot, with_adverb(spot, said), "prose.of_whom")
    return set_indicator(spot, (start, clause_end(spot.sentence, start)), "prose.of_whom")


def _parent(spot: Spot) -> Found | None:
    """Return the whole that the figure may be a part of: the count before, or its whole."""
    before = spot.count_before
    if before is None or before.of is None or before.reading.kind != spot.found.reading.kind:
        return before
    return before.of


def _continues_list(spot: Spot) -> bool:
    """Say whether the figure goes on a list of parts: `20 per cent children, and 14 per cent …`."""
    before = spot.figure_before
    if before is None or before.of is None or before.reading.kind != spot.found.reading.kind:
        return False
    between = [i for i in range(spot.before) if spot.tokens[i].start >= before.span[1]]
    words = [spot.tokens[i].lower for i in between]
    if not _is_of_whole(spot, before.of):
        return False
    if "," in words[-2:]:
        return "(" not in words and not _has_own_whole(spot)
    says_more = any(is_predicate_start(spot.sentence, i) for i in between)
    return spot.lead == "and" and _is_listed(spot, before, says_more=says_more)


def _is_of_whole(spot: Spot, whole: Found) -> bool:
    """Say whether a count that goes on a list can be a part of the whole of that list.

    Behind `12 of them` only a bare count is, or one of the same: `40 boats, 12 of them new, and
    30 nets`. Behind `of whom` other people may be, too.
    """
    found = spot.found
    if found.reading.kind != "count":
        return True
    if _exceeds(found, whole):
        return False
    words = [t.lower for t in spot.tokens[: spot.before] if t.start >= whole.span[1]]
    back = {last for first, last in pairwise(words) if first == "of" and last in BACK}
    if not back or found.reading.noun is None or found.unit == whole.unit:
        return True
    return back == {"whom"} and counts_people(found) and counts_people(whole)


def _exceeds(found: Found, whole: Found) -> bool:
    """Say whether a count is above a whole; a range is not compared."""
    part, total = found.reading.value, whole.reading.value
    same = whole.reading.kind == "count" and part is not None and total is not None
    return same and part is not None and total is not None and Decimal(part) > Decimal(total)


def _is_listed(spot: Spot, before: Found, *, says_more: bool) -> bool:
    """Say whether an `and` joins a figure to the part before it, of which it may say more."""
    said = before.indicator
    if said is None or _has_own_whole(spot):
        return False
    if said.rule == "prose.of_whom":
        return before.reading.noun is not None or not spot.is_counted  # `… and 40 houses burned`
    return said.rule == "prose.part" and not says_more


def _has_own_whole(spot: Spot) -> bool:
    after = [t.lower for t in spot.tokens[spot.after_figure : spot.after_figure + 2]]
    return after[:1] == ["of"] and after[-1] not in PRONOUNS


def _listed_part(spot: Spot, parent: Found) -> bool:
    found = spot.found
    found.of = parent
    end = clause_end(spot.sentence, spot.at + 1)
    if found.reading.kind == "percent":
        found.population = restated(parent.population, "prose.part")
        phrase = trimmed(spot.sentence, (spot.at + 1, before_predicate(spot, end)))
        return predicate_of(spot) if phrase is None else set_indicator(spot, phrase, "prose.part")
    start = _past_group(spot)
    if start < end and is_preposition(spot.tokens[start].text):
        return _placed_part(spot, parent, (start, end))
    predicate_of(spot)
    if found.indicator is None and _is_other_event(found, parent):
        return set_indicator_text(spot, found.reading.noun, "prose.part")
    found.indicator = found.indicator or restated(parent.indicator, "prose.part")
    return found.indicator is not None or set_indicator_text(spot, found.reading.noun, "prose.part")


def _is_other_event(found: Found, parent: Found) -> bool:
    """Say whether a part counts what else befell those counted: `8 cases, including 2 deaths`."""
    own = _counted_noun(found)
    return own in EVENTS and own != _counted_noun(parent)


def _counted_noun(found: Found) -> str:
    """Return the noun of what a figure counts, in the singular where it is one for people."""
    noun = (found.unit or "").lower().rpartition(" ")[2]
    return people_nouns().get(noun, noun)


def _past_group(spot: Spot) -> int:
    """Return where a counted group ends: `including 300 children under five`."""
    at = spot.after_noun - 1
    if not counts_people(spot.found) or group_at(spot.sentence, at) is None:
        return spot.after_noun
    end = whole_group(spot.sentence, (at, at + 1))[1]
    noun = spot.found.reading.noun
    if end > spot.after_noun and noun is not None:
        set_population(spot, (noun[0], spot.tokens[end - 1].end), "prose.counted_group")
    return end


def _placed_part(spot: Spot, parent: Found, span: tuple[int, int]) -> bool:
    """`…, including 300 from other camps`: what is said of the whole, and of which of it."""
    found = spot.found
    phrase = trimmed_end(spot.sentence, span) or span
    set_indicator(spot, phrase, "prose.part", keep_edge=parent.indicator is not None)
    if parent.indicator is not None and found.indicator is not None:
        joined = f"{parent.indicator.value} {found.indicator.value}"
        found.indicator = Binding(joined, "inherited", "prose.part", found.indicator.span)
    population_from_noun(spot)
    found.population = found.population or restated(parent.population, "prose.part")
    return True


def remaining_part(spot: Spot) -> bool:
    """`…, and the remaining five per cent citizens of other countries`: of the same whole."""
    before = spot.figure_before
    if before is None or spot.tokens[spot.at - 1].lower not in REMAINING:
        return False
    spot.found.of = before.of
    spot.found.population = restated(before.population, "prose.remaining")
    return noun_after(spot)


def out_of(spot: Spot) -> bool:
    """`1.5M in Lorn out of 8.5M targeted by others`: the second is the whole of the first."""
    found, before = spot.found, spot.figure_before
    if before is None or spot.leads != ["out", "of"] or before.reading.kind != found.reading.kind:
        return False
    before.of = before.of or found
    found.unit = found.unit or before.unit
    return predicate_of(spot) or in_state(spot)


def opening_group(spot: Spot) -> bool:
    """`Of the 40,000 evacuees, 35 per cent are children`, `Among those displaced, 8 per cent …`."""
    tokens, found = spot.tokens, spot.found
    counts = found.reading.kind in COUNTING and spot.lead != "by"  # an amount is of no group
    opens = counts and tokens[0].lower in OPENING and found.population is None
    comma = next((i for i in range(spot.at) if tokens[i].text == ","), None) if opens else None
    if comma is None:
        return False
    whole = next((t.measured for t in tokens[1:comma] if t.measured is not None), None)
    if whole is not None and not is_completed(whole):  # `Among the pupils (n=40), 12 per cent …`
        found.of = found.of or whole
        counted = found.reading.kind != "count" or counts_people(whole)
        group = whole.reading.noun if counted else None
        if found.reading.kind == "count":
            found.unit = found.unit or whole.unit
    else:
        ends = (i for i in range(1, comma) if tokens[i].text in "([")
        span = (1, next(ends, comma))
        group = text_range(spot.sentence, trimmed_end(spot.sentence, span))
    set_population(spot, group, "prose.opening_group")
    if found.unit is None and found.reading.kind == "count":
        _count_group(spot, comma)
    return False  # what is said of them is for the rules after this one


def _count_group(spot: Spot, comma: int) -> None:
    """`Among all patients, 22 are children`: the opening names what is counted."""
    group = first_group(spot.sentence, 1, comma)
    if group is not None:
        spot.found.unit = spot.tokens[group[1] - 1].text
