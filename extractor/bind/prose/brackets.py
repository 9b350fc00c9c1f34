"""Figures in brackets: a share that says a count again, or that follows the item it is of."""

from extractor.bind.clauses import clause_end
from extractor.bind.found import Found, restated
from extractor.bind.passage import Range, Sentence
from extractor.bind.phrases import MAX_PHRASE, noun_phrase_before
from extractor.bind.predicates import find_predicate
from extractor.bind.prose.groups import PRONOUNS
from extractor.bind.prose.objects import predicate_of
from extractor.bind.prose.shares import share_of
from extractor.bind.prose.spot import (
    AMOUNTS,
    Spot,
    population_from_noun,
    set_indicator,
    set_indicator_text,
    set_population,
    set_predicate,
    text_range,
    without_quantity,
)
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_adverb, is_auxiliary, is_preposition, is_verb
from extractor.entities.gazetteer import people_nouns

QUANTITIES = frozenset("percentage share proportion minority majority part half rate".split())
"""Nouns that only announce a share: `a very small percentage (5%) of …`."""
RELATIVES_OF = frozenset({"whom", "which"})
THOSE = frozenset("those people persons".split())
NO_HOST = frozenset("whom who which majority ; , ) (".split())
"""What shows that a bracket follows words of its own, not the figure before them."""
BACK = frozenset("they these those".split())
"""What points back to the group of a share."""
BEFORE_FIGURE = frozenset("est estimated from or about i e".split())
"""Words before the first figure of a bracket that leave it the first thing said there."""
MIN_OF_THEM = 3  # words of `of them women`
MAX_TO_HOST = 12  # words between a figure and the bracket that says it again in another unit


def bracketed(spot: Spot) -> bool:
    """`4.2 million returnees (88%) are …`, `financial aid (58%)`, `those who came (47%) did …`."""
    bracket = spot.sentence.bracket_of(spot.at)
    if bracket is None or not _opens_bracket(spot, bracket[0]):
        return False
    return _says_scale(spot) or _said_before(spot, bracket)


def _said_before(spot: Spot, bracket: Range) -> bool:
    """Bind the figure that opens a bracket by what the bracket follows."""
    host = _host_before(spot.sentence, bracket[0])
    if host is not None:
        return _share_of_host(spot, host)
    if bracket[0] > 1 and spot.tokens[bracket[0] - 1].lower in RELATIVES_OF:
        return _share_of_those(spot, bracket[1])
    phrase = _phrase_before(spot.sentence, bracket[0])
    return phrase is not None and _share_of_phrase(spot, phrase, bracket[1])


def _says_scale(spot: Spot) -> bool:
    """`(45 represents 45,000)`: say whether a number only shows how those of a table are read."""
    behind = spot.tokens[spot.at + 1 : spot.at + 3]
    return len(behind) > 1 and behind[0].lower == "represents" and behind[1].found is not None


def _opens_bracket(spot: Spot, opening: int) -> bool:
    """Say whether the figure is the first thing in its bracket but for modifiers."""
    words = spot.tokens[opening + 1 : spot.before]
    return all(not w.is_word or is_adverb(w.text) or w.lower in BEFORE_FIGURE for w in words)


def _share_of_those(spot: Spot, start: int) -> bool:
    """`…, the majority of whom (95%) are nationals`: a share of the figure before."""
    parent = spot.figure_before
    if parent is not None:
        spot.found.of = parent
        group = parent.indicator if parent.reading.kind == "percent" else parent.population
        spot.found.population = restated(group or parent.indicator, "prose.of_whom")
    return set_predicate(spot, start, "prose.of_whom")


# --- after another figure -------------------------------------------------------------------------


def _host_before(sentence: Sentence, opening: int) -> Found | None:
    """Return the figure whose noun phrase or clause ends right before a bracket."""
    for token in reversed(sentence.tokens[max(0, opening - MAX_TO_HOST - 1) : opening]):
        if token.measured is not None:
            return token.measured
        if token.found is None and token.lower in NO_HOST:
            return None
    return None


def _share_of_host(spot: Spot, host: Found) -> bool:
    """Bind a figure in a bracket by the figure that the bracket follows."""
    found = spot.found
    if _is_of_them(spot):
        end = clause_end(spot.sentence, spot.at + MIN_OF_THEM)
        found.unit = found.unit or host.unit
        return _part_of_host(spot, host, (spot.at + MIN_OF_THEM, end))
    if host.indicator is None and host.reading.kind != "percent":
        _bind_host(spot, host)
    first = spot.tokens[spot.at + 1] if spot.at + 1 < len(spot.tokens) else None
    if first is not None and first.is_word and found.reading.kind == "percent":
        end = clause_end(spot.sentence, spot.at + 1)
        if not is_preposition(first.text):
            return _part_of_host(spot, host, (spot.at + 1, end))
        of_them = [t.lower in PRONOUNS for t in spot.tokens[spot.at + 2 : spot.at + 3]]
        if first.lower == "of" and not any(of_them):
            group = text_range(spot.sentence, (spot.at + 2, end))
            set_population(spot, group, "prose.share_of")
    found.indicator = restated(host.indicator, "prose.restated_in_bracket")
    population_from_noun(spot)
    if found.population is None:
        found.population = restated(host.population, "prose.restated_in_bracket")
    found.of = host.of
    return found.indicator is not None


def _is_of_them(spot: Spot) -> bool:
    """`1,250 teachers (430 of them women)`: say whether a part is told by what it is."""
    words = [t.lower for t in spot.tokens[spot.at + 1 : spot.at + 1 + MIN_OF_THEM]]
    told = len(words) == MIN_OF_THEM and words[0] == "of" and words[1] in PRONOUNS
    return told and words[2].isalpha() and not is_auxiliary(words[2])


def _part_of_host(spot: Spot, host: Found, said: Range) -> bool:
    """`183 partners (over 90% local)`: the share of those counted that is so."""
    spot.found.of = host
    set_population(spot, host.reading.noun, "prose.part_in_bracket")
    return set_indicator(spot, said, "prose.part_in_bracket")


def _bind_host(spot: Spot, host: Found) -> None:
    for at, token in enumerate(spot.tokens):
        if token.found is host:
            predicate_of(Spot(spot.sentence, at, host))


# --- after a phrase -------------------------------------------------------------------------------


def _phrase_before(sentence: Sentence, opening: int) -> Range | None:
    """Return the noun phrase before a bracket, with the `those who` that its clause belongs to."""
    phrase = noun_phrase_before(sentence, opening)
    if phrase is None:
        return None
    start, end = phrase
    for i in range(start - 1, max(-1, end - MAX_PHRASE - 1), -1):
        if not sentence.tokens[i].is_word:
            break
        if sentence.tokens[i].lower in THOSE:
            return i, end
    return phrase


def _share_of_phrase(spot: Spot, phrase: Range, after: int) -> bool:
    """Bind a share by the phrase before its bracket: a group of which more is said, or an item."""
    goes_on = after < len(spot.tokens) and spot.found.reading.kind not in AMOUNTS
    last = spot.tokens[phrase[1] - 1]
    if goes_on and last.lower in QUANTITIES:
        return share_of(spot, after)
    if goes_on and is_adverb(last.text):
        return set_predicate(spot, after, "prose.predicate_after_bracket")  # `hardly any (2%)`
    if goes_on and not spot.is_counted and find_predicate(spot.sentence, after) == after:
        if not _is_named_item(spot, phrase):
            group = text_range(spot.sentence, phrase)
            set_population(spot, group, "prose.bracket_after_group")
        set_predicate(spot, after, "prose.predicate_after_bracket")
        return True
    text = text_range(spot.sentence, phrase)
    set_indicator_text(spot, without_quantity(spot.sentence, text), "prose.bracket_after_item")
    if spot.found.reading.kind == "percent" and spot.found.population is None:
        _group_of_list(spot)
    return True


def _is_named_item(spot: Spot, phrase: Range) -> bool:
    """Say whether a name ends a list of shares: `in Orn (31 per cent) and Lorn (17 per cent)`."""
    before = spot.figure_before
    named = all(t.text[0].isupper() for t in spot.tokens[slice(*phrase)])
    return named and before is not None and before.reading.kind == spot.found.reading.kind


def _group_of_list(spot: Spot) -> None:
    """Give a listed share its group: of the share before it, or who says so after the list."""
    before = spot.figure_before
    shared = before is not None and before.reading.kind == "percent"
    if before is not None and shared and before.population is not None:
        start = spot.sentence.position_of(before)
        acts = any(is_predicate_start(spot.sentence, i) for i in range(start, spot.at))
        if acts and not any(t.lower in BACK for t in spot.tokens[start : spot.at]):
            return  # another clause may be about others
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
