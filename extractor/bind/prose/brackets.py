"""Figures in brackets: a share that says a count again, or that follows the item it is of."""

from extractor.bind import clauses
from extractor.bind.clauses import Range
from extractor.bind.found import Found
from extractor.bind.passage import Sentence
from extractor.bind.prose.predicates import predicate_right_of, share_of
from extractor.bind.prose.spot import (
    Spot,
    figure_before,
    restated,
    set_indicator,
    set_population,
    set_predicate,
    text_range,
)
from extractor.bind.words import is_adverb, is_preposition, is_verb
from extractor.entities.gazetteer import people_nouns


def bracketed(spot: Spot) -> bool:
    """`4.2 million returnees (88%) are …`, `financial assistance (58%)`, `those who came (47%) did …`."""
    bracket = clauses.bracket_of(spot.sentence, spot.at)
    if bracket is None or not _opens_bracket(spot, bracket[0]):
        return False
    host = _host_before(spot.sentence, bracket[0])
    if host is not None and host.reading.kind != "date":
        return _share_of_host(spot, host)
    if _is_of_those(spot, bracket[0]):
        return _share_of_those(spot, bracket[1])
    phrase = _phrase_before_bracket(spot.sentence, bracket[0])
    if phrase is None:
        return False
    if _is_quantity(spot, phrase) and bracket[1] < len(spot.tokens):
        return share_of(spot, bracket[1])
    start = (
        clauses.find_predicate(spot.sentence, bracket[1]) if bracket[1] < len(spot.tokens) else None
    )
    if start == bracket[1]:
        population = text_range(spot.sentence, phrase)
        set_population(spot, population, "prose.bracket_after_group")
        set_predicate(spot, start, "prose.predicate_after_bracket")
        return True
    set_indicator(spot, phrase, "prose.bracket_after_item")
    if spot.found.reading.kind == "percent" and spot.found.population is None:
        _group_of_list(spot)
    return True


def _is_quantity(spot: Spot, phrase: Range) -> bool:
    """Say whether a phrase only announces a share: `a very small percentage (5%) of …`."""
    return spot.tokens[phrase[1] - 1].lower in {
        "percentage",
        "share",
        "proportion",
        "minority",
        "majority",
        "part",
        "half",
        "rate",
    }


def _is_of_those(spot: Spot, opening: int) -> bool:
    return opening > 1 and spot.tokens[opening - 1].lower in {"whom", "which"}


def _share_of_those(spot: Spot, start: int) -> bool:
    """`…, the majority of whom (95%) are nationals`: a share of the figure before."""
    parent = figure_before(spot)
    if parent is None:
        return False
    spot.found.of = parent
    group = parent.indicator if parent.reading.kind == "percent" else parent.population
    spot.found.population = restated(group or parent.indicator, "prose.of_whom")
    return set_predicate(spot, start, "prose.of_whom")


def _opens_bracket(spot: Spot, opening: int) -> bool:
    """Say whether the figure is the first thing in its bracket but for modifiers."""
    words = spot.tokens[opening + 1 : spot.before]
    return all(
        not w.is_word
        or is_adverb(w.text)
        or w.lower in {"est", "estimated", "from", "or", "about", "i", "e"}
        for w in words
    )


def _host_before(sentence: Sentence, opening: int) -> Found | None:
    """Return the figure whose noun phrase ends right before a bracket, or whose clause the bracket ends."""
    i = opening - 1
    words = 0
    while i >= 0 and words <= MAX_TO_HOST:
        token = sentence.tokens[i]
        if token.found is not None and not token.found.is_time:
            return token.found
        if token.text in ";,)(" and token.found is None:
            return None
        if token.lower in {"whom", "who", "which", "majority"}:
            return None
        words += 1
        i -= 1
    return None


MAX_TO_HOST = 12  # words between a figure and the bracket that says it again in another unit


def _share_of_host(spot: Spot, host: Found) -> bool:
    """Bind a figure in a bracket by the figure that the bracket follows."""
    found = spot.found
    if host.indicator is None and host.reading.kind != "percent":
        _bind_host_first(spot, host)
    first = spot.tokens[spot.at + 1] if spot.at + 1 < len(spot.tokens) else None
    if first is not None and first.is_word and found.reading.kind == "percent":
        end = clauses.clause_end(spot.sentence, spot.at + 1)
        if not is_preposition(first.text):
            return _part_of_host(spot, host, end)
        if first.lower == "of":
            group = text_range(spot.sentence, (spot.at + 2, end))
            set_population(spot, group, "prose.share_of")
    found.indicator = restated(host.indicator, "prose.restated_in_bracket")
    if found.population is None:
        found.population = restated(host.population, "prose.restated_in_bracket")
    found.of = host.of
    return found.indicator is not None


def _part_of_host(spot: Spot, host: Found, end: int) -> bool:
    """`183 partners (over 90% local)`: the share of those counted that is so."""
    spot.found.of = host
    noun = host.reading.noun
    if noun is not None:
        set_population(spot, noun, "prose.part_in_bracket")
    return set_indicator(spot, (spot.at + 1, end), "prose.part_in_bracket")


def _bind_host_first(spot: Spot, host: Found) -> None:
    for at, token in enumerate(spot.tokens):
        if token.found is host:
            predicate_right_of(Spot(spot.sentence, at, host))


def _phrase_before_bracket(sentence: Sentence, opening: int) -> Range | None:
    phrase = clauses.noun_phrase_before(sentence, opening)
    if phrase is None:
        return None
    start, end = phrase
    tokens = sentence.tokens
    # `the majority of whom (95%)`, `those who returned (47%)`: the relative clause belongs to the phrase
    i = start
    while i > 0 and end - i < clauses.MAX_PHRASE:
        token = tokens[i - 1]
        if token.found is not None or (not token.is_word):
            break
        if token.lower in {"those", "people", "persons"}:
            return i - 1, end
        i -= 1
    return phrase


def _group_of_list(spot: Spot) -> None:
    """Give a listed share its group: that of the share before it, or of those who say so after the list."""
    before = figure_before(spot)
    if before is not None and before.reading.kind == "percent" and before.population is not None:
        said_by = before.population.rule == "prose.said_by"
        rule = "prose.said_by" if said_by else "prose.list_group"
        spot.found.population = restated(before.population, rule)
        return
    tokens = spot.tokens
    for i in range(spot.at + 1, len(tokens) - 1):
        said = tokens[i].lower == "by" and is_verb(tokens[i - 1].text)
        if said and tokens[i + 1].lower in people_nouns():
            group = text_range(spot.sentence, (i + 1, i + 2))
            set_population(spot, group, "prose.said_by")
            return
