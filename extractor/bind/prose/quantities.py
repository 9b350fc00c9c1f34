"""What changes: the noun phrase that names a quantity, and the figure whose value it is."""

from extractor.bind.found import Binding, Found, restated
from extractor.bind.passage import CLOSING, Range, Sentence
from extractor.bind.phrases import noun_phrase_before, subject_before
from extractor.bind.prose.differences import CLAUSE_STARTS, is_share
from extractor.bind.prose.governed import DEGREES, governing_verb
from extractor.bind.prose.spot import Spot, quote, set_population, text_range
from extractor.bind.prose.starts import start_of
from extractor.bind.words import is_preposition, word_class
from extractor.entities.gazetteer import people_nouns

RULE = "prose.base_changed"
PRONOUNS = frozenset("it they he she we i you them which that who this these there what".split())
NO_QUANTITIES = frozenset(
    "area areas region regions country countries district districts province provinces state "
    "states city cities town towns village villages county counties camp camps market markets "
    "location locations period periods year years quarter month months week weeks case terms "
    "comparison relation line addition response total".split()
)
"""Nouns of where and when something changed, and of set phrases."""
SHARES = frozenset("share proportion percentage".split())
REACHING = frozenset("reaching totalling totaling hitting".split())
"""What leads from a subject to the level that it has now."""
MAX_TO_HOST = 40  # tokens between a figure and the change of what it counts
VALUES = ("prose.subject", "prose.change_to", "prose.amount_of")
"""Rules whose indicator is the name of what has a value."""


def set_changed(spot: Spot, phrase: Range | None) -> bool:
    """Bind a noun phrase as what changed, if it names a quantity."""
    if phrase is None or not _names_quantity(spot.sentence, phrase):
        return False
    text = text_range(spot.sentence, phrase)
    if (
        text is not None and spot.tokens[phrase[0]].lower.removesuffix("s") in SHARES
    ):  # the share itself changed
        value = quote(spot.sentence, text)
        spot.found.population = Binding(value, "stated", RULE, text)
    else:
        set_population(spot, text, RULE)
    return spot.found.population is not None


def _names_quantity(sentence: Sentence, phrase: Range) -> bool:
    """Say whether a noun phrase can name what changes: no pronoun, no place or time, no name."""
    words = sentence.tokens[slice(*phrase)]
    of = next((i for i, t in enumerate(words) if is_preposition(t.text)), len(words))
    head = words[max(0, of - 1)].lower
    known = head in quantities() or head in people_nouns()
    if head in PRONOUNS | NO_QUANTITIES or head in word_class("changes"):
        return False
    before = sentence.tokens[phrase[0] - 1] if phrase[0] else None
    in_clause = before is not None and before.is_word and before.lower != "the"  # `the Afghani`
    named = words[max(0, of - 1)].text[0].isupper() and in_clause
    return known or not named


def quantities() -> frozenset[str]:
    """Return the nouns of what has an amount that rises and falls."""
    return word_class("quantities")


# --- of another figure ----------------------------------------------------------------------------


def share_host(spot: Spot, host: Found | None) -> bool:
    """Bind a change of what a figure counts, or is the value of."""
    if host is None:
        return False
    spot.found.population = restated(host.population, RULE)
    if host.population is not None or set_changed(spot, _reached(spot.sentence, host)):
        return True
    said = host.indicator
    named = said.span if said is not None and said.rule.startswith(VALUES) else None
    span = host.reading.noun or named
    if span is None:
        return set_changed(spot, _priced(spot.sentence, host)) or share_last(spot)
    tokens = spot.tokens
    inside = [i for i, t in enumerate(tokens) if span[0] <= t.start < span[1]]
    return bool(inside) and set_changed(spot, (inside[0], inside[-1] + 1))


def _priced(sentence: Sentence, host: Found) -> Range | None:
    """Return what has an amount: `the highest price at USD 5`."""
    tokens = sentence.tokens
    at = next(i for i, t in enumerate(tokens) if t.found is host)
    lead = start_of(sentence, at, host) - 1
    if lead < 1 or tokens[lead].lower != "at":
        return None
    phrase = noun_phrase_before(sentence, lead - (tokens[lead - 1].text == ","))
    if phrase is None:
        return None
    start, end = phrase
    first = None
    if start and tokens[start - 1].lower.endswith("ing"):  # `the highest selling price`
        first = noun_phrase_before(sentence, start - 1)
    start = start if first is None else first[0]
    while start < end - 1 and tokens[start].lower in DEGREES:
        start += 1  # the price rose, not the highest price
    return start, end


def _reached(sentence: Sentence, host: Found) -> Range | None:
    """Return what reached an amount: `Exports stayed strong, reaching USD 5 million`."""
    at = start_of(sentence, sentence.position_of(host), host) - 1
    if at < 1 or sentence.tokens[at].lower not in REACHING:
        return None
    verb = governing_verb(sentence, at)
    return subject_before(sentence, verb) if verb is not None else None


def host_before(spot: Spot, end: int) -> Found | None:
    """Return the figure before in the clause, where nothing else is said between it and `end`."""
    i = end - 1
    while i >= max(0, end - MAX_TO_HOST):
        token = spot.tokens[i]
        if token.measured is not None:
            return token.measured
        if token.text in {",", ";"} or token.lower in CLAUSE_STARTS:
            return None
        bracket = spot.sentence.bracket_of(i) if token.text in CLOSING else None
        i = (bracket[0] if bracket is not None else i) - 1
    return None


def share_last(spot: Spot) -> bool:
    """Bind the base of the change before in the sentence."""
    earlier = (t.measured for t in reversed(spot.tokens[: spot.at]))
    before = next((f for f in earlier if f is not None and is_share(f)), None)
    base = before.population if before is not None else None
    if base is None or base.rule != RULE:
        return False
    spot.found.population = base
    return True
