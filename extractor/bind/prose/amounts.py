"""Amounts: what is done with money, what it is for, and the same amount in another unit."""

from extractor.bind.chains import without_auxiliaries
from extractor.bind.clauses import clause_end
from extractor.bind.found import Binding, Found, restated
from extractor.bind.phrases import trimmed
from extractor.bind.prose.governed import WEAK_VERBS, governing_verb, noun_of
from extractor.bind.prose.nouns_after import MAX_TO_TIME, leads_to_setting
from extractor.bind.prose.spot import (
    Spot,
    before_predicate,
    set_indicator,
    set_population,
    set_predicate,
    text_range,
)
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import (
    forms_of,
    irregular_pasts,
    is_adverb,
    is_auxiliary,
    is_preposition,
    verbs,
    word_class,
)

OTHERWISE = "prose.said_otherwise"
DETERMINING = frozenset(
    "determined calculated computed measured recorded valued based estimated included presented "
    "disclosed described reported assessed derived recognized recognised".split()
)
"""Participles that say of an amount only how it is known or where it stands."""
LEADING = frozenset({"by", "at"})
MAX_TO_OTHER = 9  # words of the noun of an amount before `or` and the same in another unit
PURPOSES = frozenset({"for", "to"})
SILENT = WEAK_VERBS - {"need", "require", "give"}
"""Verbs that say of money only that it is there."""


def said_otherwise(spot: Spot) -> bool:
    """`USD 14 billion, or 24.5 per cent of the payroll and 12 of the budget`: said again."""
    found, host = spot.found, spot.figure_before
    if host is None or host.indicator is None or found.reading.kind not in {"percent", "money"}:
        return False
    if not _says_again(spot, host):
        return False
    found.indicator = restated(host.indicator, OTHERWISE)
    words = [t.lower for t in spot.tokens[spot.at + 1 : spot.at + 2]]
    if found.reading.kind == "percent" and words == ["of"]:
        end = clause_end(spot.sentence, spot.at + 2)
        group = text_range(spot.sentence, trimmed(spot.sentence, (spot.at + 2, end)))
        set_population(spot, group, "prose.share_of")
    return True


def _says_again(spot: Spot, host: Found) -> bool:
    tokens, at = spot.tokens, spot.before - 1
    if at > 0 and tokens[at].lower in LEADING:
        at -= 1
    start = next(i for i, t in enumerate(tokens) if t.found is host) + 1
    near = 0 <= at - start <= MAX_TO_OTHER
    if not near or any(is_predicate_start(spot.sentence, i) for i in range(start, at)):
        return False
    listed = host.indicator is not None and host.indicator.rule == OTHERWISE
    return tokens[at].lower == "or" or (listed and tokens[at].lower == "and")


def money_passive(spot: Spot) -> bool:
    """`USD 24.6 million had been received`, `grants of USD 250 were paid`: what was done."""
    if spot.found.reading.kind != "money":
        return False
    i, rule = _past_share(spot, spot.after_figure), "prose.money_passive"
    passive = i < len(spot.tokens) and is_auxiliary(spot.tokens[i].text)
    if not passive or not set_predicate(spot, i, rule):
        return False
    done = spot.found.indicator
    if done is not None and noun_of(spot):
        noun = spot.found.indicator
        if _only_determines(spot, i):
            return True
        value = f"{noun.value} {done.value}" if noun is not None else done.value
        spot.found.indicator = Binding(value, "stated", rule, done.span)
    return True


def _only_determines(spot: Spot, at: int) -> bool:
    """Say whether a passive only says how an amount is known: `a balance of … was determined`."""
    verb = without_auxiliaries(spot.sentence, at, len(spot.tokens))
    return spot.tokens[verb].lower in DETERMINING


def _past_share(spot: Spot, at: int) -> int:
    """Return the position after the share that says an amount again: `, or 54 per cent,`."""
    tokens = spot.tokens
    i = spot.sentence.after_bracket(at)
    while i < len(tokens) and (tokens[i].text == "," or tokens[i].lower == "or"):
        i += 1
    again = i > at and i < len(tokens) and tokens[i - 1].lower == "or" and tokens[i].found
    if not again:
        return spot.sentence.after_bracket(at)
    return i + 1 + any(t.text == "," for t in tokens[i + 1 : i + 2])


def money_participle(spot: Spot) -> bool:
    """`3 per cent of the USD 2.4 billion required for shelter`: a participle behind an amount."""
    tokens, i = spot.tokens, spot.after_figure
    counted = spot.found.reading.per_span is not None  # `USD 16 per person served`
    behind = spot.found.reading.kind == "money" and i < len(tokens) and not counted
    if not behind or not _is_participle(tokens[i].lower):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.is_word and not _closes(after.text):
        return False  # `The USD 3 million funded 12 schools`
    goes_on = after is not None and after.lower in PURPOSES
    dated = i + 2 < len(tokens) and tokens[i + 2].found is not None
    if goes_on and not dated:
        return set_predicate(spot, i, "prose.money_participle")
    return set_indicator(spot, (i, i + 1), "prose.money_participle", keep_edge=True)


def share_done(spot: Spot) -> bool:
    """`The appeal is 12 per cent funded`: what is done so far."""
    if spot.found.reading.kind != "percent":
        return False
    tokens, i, lead = spot.tokens, spot.after_figure, spot.before - 1
    while lead > 0 and is_adverb(tokens[lead].text):
        lead -= 1
    done = lead > 0 and is_auxiliary(tokens[lead].text) and i < len(tokens)
    if not done or not tokens[i].lower.endswith("ed") or tokens[i].lower in word_class("differing"):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    closes = after is None or not after.is_word or _closes(after.text)
    return closes and set_indicator(spot, (i, i + 1), "prose.share_done", keep_edge=True)


def _is_participle(lower: str) -> bool:
    return lower.endswith("ed") or (lower in irregular_pasts() and verbs()[lower] != lower)


def _closes(word: str) -> bool:
    return is_preposition(word) or is_adverb(word) or is_auxiliary(word)


def money_object(spot: Spot) -> bool:
    """`The agency requires USD 55.3 million`, `received USD 24.6 million`: what is done with it."""
    if spot.found.reading.kind != "money" or not spot.before:
        return False
    verb = spot.tokens[spot.before - 1]
    base = verbs().get(verb.lower)
    known = verb.found is None and base is not None and verb.lower not in forms_of("copulas")
    if not known or base in SILENT:
        return False
    span = (spot.before - 1, spot.before)
    return set_indicator(spot, span, "prose.money_verb", keep_edge=True)


def purpose_after(spot: Spot) -> bool:
    """`includes USD 3 million in 2034 to meet the demand`: what an amount is for."""
    tokens, i = spot.tokens, spot.after_figure
    if spot.found.reading.kind != "money" or not _is_only_there(spot):
        return False
    while i + 1 < len(tokens) and is_preposition(tokens[i].text) and _is_time(spot, i + 1):
        i += 2
    while i < len(tokens) and (is_adverb(tokens[i].text) or tokens[i].text == ","):
        i += 1
    purpose = i + 2 < len(tokens) and tokens[i].lower in PURPOSES
    if not purpose or leads_to_setting(tokens[i : i + 1 + MAX_TO_TIME]):
        return False
    after = tokens[i + 1]
    acts = verbs().get(after.lower) == after.lower
    if not after.is_word or after.text[0].isupper() or acts != (tokens[i].lower == "to"):
        return False
    end = before_predicate(spot, clause_end(spot.sentence, i + 1))
    return set_indicator(spot, (i + 1, end), "prose.purpose")


def _is_only_there(spot: Spot) -> bool:
    """Say whether no verb before an amount tells what is done with it."""
    verb = governing_verb(spot.sentence, spot.before)
    if verb is None:
        return True
    at = without_auxiliaries(spot.sentence, verb, spot.before)
    return verbs().get(spot.tokens[at].lower) in SILENT


def _is_time(spot: Spot, at: int) -> bool:
    found = spot.tokens[at].found
    return found is not None and found.is_time
