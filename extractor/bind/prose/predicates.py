"""Subjects, predicates and objects: what is said of a figure in its clause."""

from dataclasses import replace

from extractor.bind import clauses
from extractor.bind.found import Binding, Found
from extractor.bind.passage import Token
from extractor.bind.prose.spot import (
    Spot,
    before_predicate,
    clean,
    count_before,
    counts_people,
    figure_before,
    population_from_noun,
    quote,
    restated,
    set_indicator,
    set_population,
    set_predicate,
    text_range,
    with_adverb,
    without_quantity,
)
from extractor.bind.words import forms_of, is_auxiliary, is_preposition, is_verb, verbs


def percent_of(spot: Spot) -> bool:
    """`88 per cent of returnees expressed …`, `two thirds of the roads are damaged`."""
    return spot.found.reading.kind in {"percent", "ratio"} and share_of(spot, spot.at + 1)


def share_of(spot: Spot, at: int) -> bool:
    """Bind a share whose `of` stands at a token: what is of it, and what is said of that."""
    tokens = spot.tokens
    if at >= len(tokens) or tokens[at].lower != "of":
        return False
    whole = _whole_after(spot, at + 1)
    if whole is not None:
        return _share_of_figure(spot, whole)
    end = clauses.clause_end(spot.sentence, at + 1)
    start = clauses.find_predicate(spot.sentence, at + 1)
    if start is not None and start <= end + 1:
        _population_in(spot, at + 1, start)
        return set_predicate(spot, with_adverb(spot, start), "prose.share_predicate")
    split = _preposition_after(spot, at + 2, end)
    _population_in(spot, at + 1, split)
    if split < end and tokens[split].lower in STATE_PREPOSITIONS:
        return set_indicator(spot, (split, end), "prose.share_state", keep_edge=True)
    return subject_left(spot) or _verb_left(spot)


def _whole_after(spot: Spot, at: int) -> Spot | None:
    """Return the figure that follows `of`, with at most an article and its modifier between."""
    for i in range(at, min(at + 4, len(spot.tokens))):
        found = spot.tokens[i].found
        if found is not None:
            whole = None if found.is_time else Spot(spot.sentence, i, found)
            return whole if whole is not None and whole.before <= at + 1 else None
    return None


def _share_of_figure(spot: Spot, whole: Spot) -> bool:
    """`46 per cent of 1,870 wells are unsafe`, `31,200 of the 44,500 jobs lost had been restored`."""
    found, noun = spot.found, whole.found.reading.noun
    found.of = whole.found
    if found.reading.kind == "count":
        found.unit = found.unit or whole.found.unit
    if noun is not None and (found.reading.kind != "count" or counts_people(whole.found)):
        set_population(spot, noun, "prose.share_of")
    start = clauses.find_predicate(spot.sentence, whole.after_noun)
    return start is not None and set_predicate(
        spot, with_adverb(spot, start), "prose.share_predicate"
    )


def count_of(spot: Spot) -> bool:
    """`31,200 of the 44,500 jobs …`: a count that is a part of another one."""
    at = spot.at + 1
    is_part = spot.found.reading.kind == "count" and _whole_after(spot, at + 1) is not None
    return is_part and share_of(spot, at)


def compared(spot: Spot) -> bool:
    """`9 per cent are malnourished, against 6 per cent a year before`: the same, said of another time."""
    before = figure_before(spot)
    lead = [t.lower for t in spot.tokens[max(0, spot.before - 2) : spot.before]]
    if before is None or before.reading.kind != spot.found.reading.kind or before.indicator is None:
        return False
    if not (lead[-1:] == ["against"] or lead in COMPARING):
        return False
    spot.found.indicator = restated(before.indicator, "prose.compared")
    spot.found.population = restated(before.population, "prose.compared")
    return True


COMPARING = (["compared", "to"], ["compared", "with"], ["up", "from"], ["down", "from"])


def _population_in(spot: Spot, start: int, end: int) -> None:
    if end == start + 1 and spot.tokens[start].lower in {"them", "these", "those", "which", "whom"}:
        parent = count_before(spot)
        if parent is not None:
            spot.found.of = parent
            spot.found.population = restated(parent.population, "prose.of_them")
        return
    group = clauses.trimmed(spot.sentence, (start, end))
    set_population(spot, text_range(spot.sentence, group), "prose.share_of")


STATE_PREPOSITIONS = frozenset("under below above without with at on".split())


def _preposition_after(spot: Spot, start: int, end: int) -> int:
    for i in range(start, end):
        if is_preposition(spot.tokens[i].text) and spot.tokens[i].lower != "of":
            return i
    return end


def change(spot: Spot) -> bool:
    """`Poverty levels increased in 2022 from 5.5 per cent to 24.1 per cent`: both are the subject's."""
    tokens = spot.tokens
    lead = tokens[spot.before - 1].lower if spot.before else ""
    if lead == "to":
        mate = _change_mate(spot)
        if (
            mate is not None
            and mate.indicator is not None
            and mate.reading.kind == spot.found.reading.kind
        ):
            spot.found.indicator = restated(mate.indicator, "prose.change")
            spot.found.population = restated(mate.population, "prose.change")
            return True
    if lead not in {"from", "to", "by"}:
        return False
    chain = clauses.copula_before(spot.sentence, spot.before)
    if chain is None or tokens[chain].lower not in forms_of("change") | {
        "have",
        "has",
        "had",
        "was",
        "were",
    }:
        return False
    return _subject(spot, chain, f"prose.change_{lead}")


def _change_mate(spot: Spot) -> Found | None:
    for i in range(spot.before - 2, max(-1, spot.before - 8), -1):
        found = spot.tokens[i].found
        if found is not None and not found.is_time:
            return found
    return None


def subject_left(spot: Spot) -> bool:
    """`direct damage was estimated to have reached over USD 152 billion`: the subject is measured."""
    counted = spot.found.reading.kind == "count" and spot.found.reading.noun is not None
    if counted and counts_people(spot.found):
        return False
    chain = clauses.copula_before(spot.sentence, spot.before)
    if chain is None:
        return _after_reporting_at(spot)
    return _subject(spot, chain, "prose.subject")


def _subject(spot: Spot, chain: int, rule: str) -> bool:
    phrase = clauses.noun_phrase_before(spot.sentence, chain)
    text = without_quantity(spot.sentence, text_range(spot.sentence, phrase))
    if text is None:
        return False
    spot.found.indicator = Binding(clean(spot, text), "stated", rule, text)
    return True


def _after_reporting_at(spot: Spot) -> bool:
    """`estimates the number of displaced persons who …, at 2.95 million`."""
    tokens, before = spot.tokens, spot.before
    if before == 0 or tokens[before - 1].lower != "at":
        return False
    for i in range(before - 1, -1, -1):
        if tokens[i].lower == "number" and i + 1 < len(tokens) and tokens[i + 1].lower == "of":
            _estimated(spot, i)
            return _numbered_group(spot, i + 2, before - 1)
    return False


def _estimated(spot: Spot, until: int) -> None:
    """Mark a figure as approximate when the verb that gives it is `estimate`."""
    reading = spot.found.reading
    verb = next((t for t in spot.tokens[:until] if t.lower.startswith("estimat")), None)
    if verb is not None and reading.modifier is None:
        spot.found.reading = replace(
            reading, modifier="approx", modifier_span=(verb.start, verb.end)
        )


def _numbered_group(spot: Spot, start: int, end: int) -> bool:
    relative = next(
        (i for i in range(start, end) if spot.tokens[i].lower in {"who", "that", "which"}), None
    )
    group_end = relative if relative is not None else end
    group = clauses.trimmed(spot.sentence, (start, group_end))
    set_population(spot, group and text_range(spot.sentence, group), "prose.number_of")
    if group and spot.found.unit is None:
        unit = quote(spot.sentence, text_range(spot.sentence, group) or (0, 0))
        spot.found.unit = unit.split(" (")[0]
    if relative is not None:
        return set_predicate(spot, relative + 1, "prose.number_of")
    return group is not None and set_indicator(spot, group, "prose.number_of")


def predicate_right(spot: Spot) -> bool:
    """`3.7 million people are internally displaced`: what is said of those counted."""
    if spot.found.reading.kind in {"money", "measure"}:
        return False
    return predicate_right_of(spot)


def predicate_right_of(spot: Spot) -> bool:
    if _is_object(spot) and not counts_people(spot.found):
        return False
    start = clauses.find_predicate(spot.sentence, spot.after_noun)
    if start is None or start > spot.after_noun + MAX_TO_PREDICATE + _insertion(spot):
        return False
    start = with_adverb(spot, start)
    population_from_noun(spot, start)
    return set_predicate(spot, start, "prose.predicate")


MAX_TO_PREDICATE = 8  # words between the counted noun and its verb, insertions not counted


def _insertion(spot: Spot) -> int:
    """Return how many tokens of brackets and lists of parts stand after the figure."""
    tokens = spot.tokens
    i = spot.after_noun
    end = i
    while i < len(tokens) and tokens[i].text in "(,":
        if tokens[i].text == "(":
            i = clauses.after_bracket(spot.sentence, i)
        else:
            figures = [k for k in range(i + 1, len(tokens)) if tokens[k].found is not None]
            if not figures:
                break
            i = max(figures) + 1
        end = i
    return end - spot.after_noun + (8 if end > spot.after_noun else 0)


def _is_object(spot: Spot) -> bool:
    """Say whether a verb or preposition stands right before the figure: it is no subject."""
    if spot.before == 0:
        return False
    token = spot.tokens[spot.before - 1]
    return token.is_word and (
        (is_verb(token.text) and token.lower not in forms_of("reporting"))
        or token.lower in {"with", "to", "into", "by", "of", "for", "through", "from"}
    )


def as_object(spot: Spot) -> bool:
    """`conducted more than 24,000 surveys with …`, `pushing 7.1 million more people into poverty`."""
    found = spot.found
    noun = found.reading.noun
    if found.reading.kind != "count" or noun is None:
        return False
    end = clauses.clause_end(spot.sentence, spot.after_noun)
    if counts_people(found):
        population_from_noun(spot)
        if spot.after_noun < end and spot.before and is_verb(spot.tokens[spot.before - 1].text):
            rest = clauses.trimmed_end(spot.sentence, (spot.after_noun, end))
            if rest is not None:
                return set_indicator(spot, rest, "prose.object_state", keep_edge=True)
        return _verb_left(spot)
    text = (noun[0], spot.tokens[end - 1].end) if _prepositional(spot, end) else noun
    done = "" if text != noun else _done(spot)
    value = " ".join(part for part in (done, clean(spot, text)) if part)
    found.indicator = Binding(value, "stated", "prose.object", text)
    return True


def _done(spot: Spot) -> str:
    """Return the past verb whose object the figure is (`destroyed or damaged`); empty for other verbs."""
    tokens, start = spot.tokens, spot.before
    while start > 0 and (_is_past(tokens[start - 1]) or tokens[start - 1].lower in {"or", "and"}):
        start -= 1
    while start < spot.before and not _is_past(tokens[start]):
        start += 1
    return " ".join(t.text for t in tokens[start : spot.before] if t.found is None)


def _is_past(token: Token) -> bool:
    past = token.lower.endswith("ed") and token.lower in verbs()
    return token.found is None and past and verbs()[token.lower] not in WEAK_VERBS


WEAK_VERBS = frozenset("include contain comprise need require involve engage use".split())


def money_object(spot: Spot) -> bool:
    """`The agency requires USD 55.3 million`, `received USD 24.6 million`: what is done with it."""
    if spot.found.reading.kind != "money" or not spot.before:
        return False
    verb = spot.tokens[spot.before - 1]
    known = verb.found is None and verb.lower in verbs() and verb.lower not in forms_of("copulas")
    return known and set_indicator(
        spot, (spot.before - 1, spot.before), "prose.money_verb", keep_edge=True
    )


def _prepositional(spot: Spot, end: int) -> bool:
    i = spot.after_noun
    words = tuple(t.lower for t in spot.tokens[i : i + 2])
    linked = words[:1] != () and words[0] in {"with", "of", "for", "on", "to", "against"}
    return i < end and (linked or words in {("in", "need"), ("at", "risk")})


def _verb_left(spot: Spot) -> bool:
    """`reach 40,000 people`, `provided shelter to 12,000 households`: the verb and its object."""
    i = spot.before - 1
    end = spot.before
    while i >= 0 and end - i < clauses.MAX_PHRASE:
        token = spot.tokens[i]
        if token.found is not None or token.text in ".;:()":
            return False
        if clauses.is_predicate_start(spot.sentence, i) and not is_auxiliary(token.text):
            span = clauses.trimmed(spot.sentence, (i, end))
            return span is not None and set_indicator(spot, span, "prose.verb")
        i -= 1
    return False


def noun_after(spot: Spot) -> bool:
    """`USD 3 million for shelter repairs`, `$152B in estimated damage to housing`, `20 per cent children`."""
    tokens = spot.tokens
    i = spot.after_figure
    kind = spot.found.reading.kind
    bare_count = kind == "count" and spot.found.reading.noun is None
    if i >= len(tokens) or kind == "ratio" or (kind == "count" and not bare_count):
        return False
    end = clauses.clause_end(spot.sentence, i)
    linked = tokens[i].lower in ({"for"} if bare_count else LINKS)
    if i >= end or (linked and i + 1 < len(tokens) and tokens[i + 1].found is not None):
        return False
    if not linked and (bare_count or not _opens_noun(spot, i)):
        return kind == "percent" and _copula_after(spot, i, end)
    phrase = clauses.trimmed(spot.sentence, (i, before_predicate(spot, end)))
    return phrase is not None and set_indicator(spot, phrase, "prose.noun_after")


LINKS = frozenset("in for of to as towards on".split())


def _opens_noun(spot: Spot, at: int) -> bool:
    token = spot.tokens[at]
    opens = token.is_word and not is_preposition(token.text)
    return opens and not clauses.is_predicate_start(spot.sentence, at)


def _copula_after(spot: Spot, start: int, end: int) -> bool:
    return set_predicate(spot, start, "prose.share_is") if start < end else False


def counted_noun(spot: Spot) -> bool:
    """`50 partnerships with government authorities`: nothing is said of it but what it is."""
    found = spot.found
    noun = found.reading.noun
    if found.reading.kind != "count" or noun is None:
        return False
    end = clauses.clause_end(spot.sentence, spot.after_noun)
    text = (noun[0], spot.tokens[end - 1].end) if _prepositional(spot, end) else noun
    found.indicator = Binding(clean(spot, text), "stated", "prose.counted", text)
    return True


def multiple_of(spot: Spot) -> bool:
    """`…, representing 2.8 times the product`: what was said to be so much is measured."""
    if spot.found.reading.kind != "ratio" or spot.found.unit != "times":
        return False
    before = figure_before(spot)
    if before is not None and before.indicator is not None:
        spot.found.indicator = restated(before.indicator, "prose.multiple")
        spot.found.population = restated(before.population, "prose.multiple")
        return True
    return subject_left(spot)


def money_passive(spot: Spot) -> bool:
    """`USD 24.6 million had been received`: what was done with the money."""
    i = spot.after_figure
    passive = i < len(spot.tokens) and is_auxiliary(spot.tokens[i].text)
    return (
        spot.found.reading.kind == "money"
        and passive
        and set_predicate(spot, i, "prose.money_passive")
    )
