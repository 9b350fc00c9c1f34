"""Parts and wholes: `including …`, `of whom …`, lists of shares."""

from extractor.bind import clauses
from extractor.bind.found import Binding, Found
from extractor.bind.prose.predicates import noun_after, predicate_right_of
from extractor.bind.prose.spot import (
    Spot,
    before_predicate,
    figure_before,
    quote,
    restated,
    set_indicator,
    set_population,
    set_predicate,
    text_range,
    with_adverb,
)
from extractor.bind.words import is_preposition


def part_of_parent(spot: Spot) -> bool:
    """`…, including 41 per cent women and girls`, `of whom 1.1 million returned`, `out of 8.5M targeted`."""
    tokens, before = spot.tokens, spot.before
    lead = [t.lower for t in tokens[max(0, before - 2) : before] if t.found is None]
    parent = _parent(spot)
    if parent is None or spot.found.reading.kind not in {"percent", "count", "ratio", "money"}:
        return False
    if lead[-2:] == ["of", "whom"] or lead[-2:] == ["of", "which"]:
        spot.found.of = parent
        spot.found.population = restated(parent.population, "prose.of_whom")
        start = clauses.find_predicate(spot.sentence, spot.after_noun)
        return start is not None and set_predicate(spot, with_adverb(spot, start), "prose.of_whom")
    if lead[-1:] == ["including"] or _continues_list(spot):
        return _listed_part(spot, parent)
    return False


def remaining_part(spot: Spot) -> bool:
    """`…, and the remaining five per cent citizens of other countries`: of what the share before is of."""
    before = figure_before(spot)
    lead = spot.tokens[max(0, spot.at - 1) : spot.at]
    if before is None or not lead or lead[0].lower not in {"remaining", "other", "rest"}:
        return False
    spot.found.of = before.of
    spot.found.population = restated(before.population, "prose.remaining")
    return noun_after(spot)


def elided_noun(spot: Spot) -> bool:
    """`10,000 civilians have been killed and over 18,500 injured`: the noun is that of the count before."""
    found, before = spot.found, figure_before(spot)
    if found.reading.kind != "count" or found.reading.noun is not None or before is None:
        return False
    whole = before.of or before
    if whole.reading.kind != "count" or whole.reading.noun is None or whole.unit is None:
        return False
    joint = spot.tokens[spot.before - 1].lower if spot.before else ""
    if joint not in {"and", "but", "while", "whom", "which", "including"}:
        return False
    found.unit = whole.unit
    found.population = restated(whole.population, "prose.elided_noun")
    return False


def elided_group(spot: Spot) -> bool:
    """`… (47%) did so, and 26 per cent came from abroad`: a bare share is of the group of the one before."""
    found, before = spot.found, figure_before(spot)
    if found.reading.kind != "percent" or found.population is not None or before is None:
        return False
    joint = spot.tokens[spot.before - 1].lower if spot.before else ""
    after = spot.at + 1
    stands_alone = after < len(spot.tokens) and clauses.is_predicate_start(spot.sentence, after)
    if before.reading.kind == "percent" and joint in {"and", "while", "but", ","} and stands_alone:
        found.population = restated(before.population, "prose.elided_group")
        found.of = found.of or before.of
    return False


def opening_group(spot: Spot) -> bool:
    """`Of the 40,000 evacuees, 35 per cent are children`, `Among those returning, 87 per cent …`."""
    tokens, found = spot.tokens, spot.found
    comma = next((i for i, t in enumerate(tokens) if t.text == "," and t.found is None), None)
    opens = tokens[0].lower in {"of", "among", "amongst"} and comma is not None
    if not opens or comma is None or comma >= spot.at or found.population is not None:
        return False
    whole = _figure_in(spot, 1, comma)
    if whole is not None and whole.reading.noun is not None:
        found.of = found.of or whole
        set_population(spot, whole.reading.noun, "prose.opening_group")
        return False
    group = text_range(spot.sentence, clauses.trimmed_end(spot.sentence, (1, comma)))
    set_population(spot, group, "prose.opening_group")
    return False


def _figure_in(spot: Spot, start: int, end: int) -> Found | None:
    figures = (t.found for t in spot.tokens[start:end] if t.found is not None)
    return next((f for f in figures if not f.is_time), None)


def out_of(spot: Spot) -> bool:
    """`1.5M in Lorn out of 8.5M targeted by others`: the second is the whole of the first."""
    found, before = spot.found, figure_before(spot)
    lead = [t.lower for t in spot.tokens[max(0, spot.before - 2) : spot.before]]
    if before is None or lead != ["out", "of"] or before.reading.kind != found.reading.kind:
        return False
    before.of = before.of or found
    found.unit = found.unit or before.unit
    return predicate_right_of(spot)


def _parent(spot: Spot) -> Found | None:
    for i in range(spot.at - 1, -1, -1):
        candidate = spot.tokens[i].found
        if candidate is not None and candidate.reading.kind in {"count", "money"}:
            return (
                candidate.of
                if candidate.of is not None and _is_list_mate(spot, candidate)
                else candidate
            )
    return None


def _is_list_mate(spot: Spot, candidate: Found) -> bool:
    return candidate.reading.kind == spot.found.reading.kind


def _continues_list(spot: Spot) -> bool:
    """Say whether the figure goes on a list of parts: `20 per cent children, and 14 per cent …`."""
    for i in range(spot.at - 1, -1, -1):
        before = spot.tokens[i].found
        if before is None or before.is_time:
            continue
        mate = before.of is not None and before.reading.kind == spot.found.reading.kind
        between = [t.lower for t in spot.tokens[i + 1 : spot.before]]
        return mate and "," in between[-2:] + between[-1:] and "(" not in between
    return False


def _listed_part(spot: Spot, parent: Found) -> bool:
    found = spot.found
    found.of = parent
    tokens = spot.tokens
    end = clauses.clause_end(spot.sentence, spot.at + 1)
    noun = found.reading.noun
    if found.reading.kind == "percent":
        phrase = clauses.trimmed(spot.sentence, (spot.at + 1, before_predicate(spot, end)))
        if phrase is None:
            return False
        set_indicator(spot, phrase, "prose.part")
        found.population = _group_of(parent)
        return True
    start = spot.after_noun
    if start < end and is_preposition(tokens[start].text):
        set_indicator(spot, (start, end), "prose.part")
        if parent.indicator is not None and found.indicator is not None:
            joined = f"{parent.indicator.value} {found.indicator.value}"
            found.indicator = Binding(joined, "inherited", "prose.part", found.indicator.span)
        found.population = restated(parent.population, "prose.part")
        return True
    predicate_right_of(Spot(spot.sentence, spot.at, found))
    if found.indicator is None and parent.indicator is not None:
        found.indicator = restated(parent.indicator, "prose.part")
    if found.indicator is None and noun:
        found.indicator = Binding(quote(spot.sentence, noun), "stated", "prose.part", noun)
    return True


def _group_of(parent: Found) -> Binding | None:
    if parent.population is not None:
        return restated(parent.population, "prose.part")
    return None
