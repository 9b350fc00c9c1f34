"""Subjects: what stands before the verb that leads to a figure is measured."""

from dataclasses import replace

from extractor.bind.chains import copula_before, without_auxiliaries
from extractor.bind.found import Binding, restated
from extractor.bind.levels import is_level
from extractor.bind.passage import Range, Sentence, Token
from extractor.bind.phrases import noun_phrase_before, subject_before, trimmed
from extractor.bind.predicates import EQUALLING
from extractor.bind.prose.governed import CHANGES, governing_verb
from extractor.bind.prose.spot import (
    Spot,
    counts_people,
    quote,
    set_indicator,
    set_indicator_text,
    set_population,
    set_predicate,
    text_range,
    without_quantity,
)
from extractor.bind.verbs import RELATIVES, is_predicate_start
from extractor.bind.words import forms_of, is_determiner, is_preposition, verbs

MAX_TO_NAME = 8  # words from a noun that a figure says again to the verb between them
MAX_OBJECT = 8  # words of what somebody sets an amount of
AGENTS = frozenset(
    "project projects programme programmes program programs campaign campaigns partner partners "
    "agency agencies organization organizations organisation organisations team teams ministry "
    "government cluster clusters network fund mission initiative they we".split()
)
"""Nouns of those who reach others; what is no agent comes to so much."""
SETTING = frozenset("estimate put value set assess project fix price".split())
"""Verbs by which somebody says how much something is: `puts the damage at`."""
AMOUNTS = frozenset({"money", "percent", "measure"})
"""What somebody can set something at; desks are where somebody is put."""
STAYING = frozenset({"remain", "stay"})
"""Verbs after which an adjective says how their subject is."""
ADJECTIVAL = ("ous", "less")
"""Endings of adjectives that look like plurals."""
WHERE = frozenset("in within across throughout".split())
NAMING_AGAIN = frozenset({"which", "that"})
"""Relative pronouns for what has an amount."""


def subject_left(spot: Spot) -> bool:
    """`damage was estimated to have reached over USD 152 billion`: the subject is measured."""
    chain = copula_before(spot.sentence, spot.before)
    if spot.is_counted and counts_people(spot.found) and not _has_value(spot, chain):
        return False
    if chain is None and spot.tokens[spot.before].lower in forms_of("copulas"):
        chain = spot.before  # its modifier is the verb: `exceeds 35 per cent`
    if chain is None:
        return _number_at(spot) or _object_at(spot)
    says = chain == spot.before - 1 and spot.tokens[chain].lower in forms_of("reporting")
    if says or _is_reached(spot, chain):
        return False  # `The bank projects 3 per cent growth`: it only says so
    return bind_subject(spot, chain, "prose.subject")


def _is_reached(spot: Spot, chain: int) -> bool:
    """Say whether who acts reached the things counted: `the Network reached 321 schools`."""
    tokens = spot.tokens
    reaches = spot.is_counted and chain > 0 and verbs().get(spot.lead) == "reach"
    subject = subject_before(spot.sentence, chain) if reaches else None
    if subject is None or _names_unit(spot, chain):
        return False
    inner = (i for i in range(subject[0] + 1, subject[1]) if _belongs(spot.sentence, i))
    end = next(inner, subject[1])
    named = end == subject[1] > 1 and tokens[end - 1].text[0].isupper()
    return (named or tokens[end - 1].lower in AGENTS) and not _is_inner(spot.sentence, subject[0])


def _belongs(sentence: Sentence, at: int) -> bool:
    """Say whether a word opens what belongs to the noun before: `toll of floods`, `teams used`."""
    word = sentence.tokens[at]
    return is_preposition(word.text) or is_predicate_start(sentence, at)


def _is_inner(sentence: Sentence, start: int) -> bool:
    """Say whether a phrase is under a noun before it: `sales at the Fund`, no `In May UNHCR`."""
    while start > 0 and is_determiner(sentence.tokens[start - 1].text):
        start -= 1
    return start > 1 and is_preposition(sentence.tokens[start - 1].text)


def _has_value(spot: Spot, chain: int | None) -> bool:
    """Say whether a verb gives a number of people as a value: `arrivals averaged 300 people`.

    People are its object otherwise: `The project reached 300 people`.
    """
    if chain is None:
        return False
    again = spot.tokens[chain].lower.endswith("ing") and _names_unit(spot, chain)
    valued = again or any(t.lower in forms_of("values") for t in spot.tokens[chain : spot.before])
    return valued or is_level(spot.tokens[:chain], spot.found)


def bind_subject(spot: Spot, chain: int, rule: str) -> bool:
    """Bind the noun phrase before a chain of verbs as the indicator."""
    relative = chain > 1 and spot.tokens[chain - 1].lower in NAMING_AGAIN
    goes_on = spot.tokens[chain].lower.endswith("ing") and spot.tokens[chain - 1].text == ","
    if goes_on and _is_said_again(spot, chain):
        return True
    if goes_on and chain > 1:
        text = text_range(spot.sentence, _resulting(spot.sentence, chain - 1))
        return set_indicator_text(spot, without_quantity(spot.sentence, text), rule)
    if relative and (rate := _rate_before(spot, chain - 1)) is not None:
        spot.found.indicator = restated(rate, rule)
        return True
    phrase = _named_before(spot, chain - 1) if relative else subject_before(spot.sentence, chain)
    if phrase is None and spot.tokens[chain - 1].lower == "and":
        verb = governing_verb(spot.sentence, chain - 1)  # `It lasts a year and costs USD 40`
        phrase = subject_before(spot.sentence, verb) if verb is not None else None
    text = without_quantity(spot.sentence, text_range(spot.sentence, phrase))
    return set_indicator_text(spot, text, rule)


def _resulting(sentence: Sentence, comma: int) -> Range | None:
    """Return what comes to so much behind a comma: `Sales grew here, reaching 300`.

    That is the noun before the comma, but for one that only says where, and for the word that says
    how its subject stayed (`Exports remained strong, reaching …`).
    """
    tokens = sentence.tokens
    phrase = noun_phrase_before(sentence, comma)
    lead = phrase[0] - 1 if phrase is not None else -1
    while lead > 0 and (tokens[lead].found or is_determiner(tokens[lead].text)):
        lead -= 1
    if lead < 1:
        return phrase
    stays = lead == comma - 2 and verbs().get(tokens[lead].lower) in STAYING
    if stays and not _is_plural_noun(tokens[comma - 1]):
        return subject_before(sentence, lead) or phrase
    where = tokens[lead].lower in WHERE and tokens[lead - 1].lower not in CHANGES
    if where and is_predicate_start(sentence, lead - 1):
        moves = tokens[lead - 1].lower in forms_of("change")  # `resulted in savings`: what came
        return (subject_before(sentence, lead - 1) if moves else None) or phrase
    before = noun_phrase_before(sentence, lead) if where else None
    return before if before is not None and before[1] == lead else phrase


def _is_plural_noun(token: Token) -> bool:
    """Say whether a word behind `remained` names what something was: `volunteers`, no `strong`."""
    return token.lower.endswith("s") and not token.lower.endswith(ADJECTIVAL)


def _names_unit(spot: Spot, chain: int) -> bool:
    """Say whether what is counted was named before: `the cholera cases, reaching 137 cases`."""
    noun = (spot.found.unit or "").lower().split()[-1:]
    near = spot.tokens[max(0, chain - MAX_TO_NAME) : chain]
    return bool(noun) and any(t.lower == noun[0] for t in near)


def _is_said_again(spot: Spot, chain: int) -> bool:
    """`4,500 girls were seen, representing 8 per cent of the target`: what was said of them."""
    before = spot.figure_before
    said = before.indicator if before is not None else None
    if before is None or said is None or spot.tokens[chain].lower not in EQUALLING:
        return False
    between = [t.text for t in spot.tokens[: chain - 1] if t.start >= before.span[1]]
    if "," in between or spot.found.reading.kind not in {"percent", "ratio"}:
        return False
    spot.found.indicator = restated(said, "prose.said_again")
    return True


def _rate_before(spot: Spot, relative: int) -> Binding | None:
    """Return what a rate measures that a pronoun stands for: `14 per 1,000 boats, which fell to`.

    But for a time or a name the rate ends at the comma, and the figure is none of something else.
    """
    rate, found = spot.figure_before, spot.found
    if rate is None or rate.reading.per_span is None or rate.reading.kind != found.reading.kind:
        return None
    end = rate.reading.per_span[1]
    between = [t for t in spot.tokens[:relative] if t.start >= end]
    ends = all(map(_tells_where_or_when, between[:-1]))
    ends = ends and [t.text for t in between[-1:]] == [","]
    return rate.indicator if ends and found.unit in {None, rate.unit} else None


def _tells_where_or_when(token: Token) -> bool:
    """Say whether a token belongs to `in 2030`, `of May`, `in Lorn`."""
    name = token.is_word and token.text[0].isupper()
    time = token.found is not None and token.found.is_time
    return name or time or is_preposition(token.text)


def _named_before(spot: Spot, relative: int) -> Range | None:
    """Return what a relative pronoun stands for: `insurance, which costs USD 3 million`.

    It stands for no base of a rate: `30 doses per 100 children, which costs USD 40`.
    """
    end = relative - (spot.tokens[relative - 1].text == ",")
    phrase, rate = noun_phrase_before(spot.sentence, end), spot.figure_before
    base = rate.reading.per_span if rate is not None else None
    if phrase is None or base is None or spot.tokens[phrase[0]].start >= base[1]:
        return phrase
    return None


def _number_at(spot: Spot) -> bool:
    """`estimates the number of displaced persons who …, at 2.95 million`."""
    tokens, before = spot.tokens, spot.before
    if spot.lead != "at":
        return False
    for i in range(before - 2, -1, -1):
        if tokens[i].lower == "number" and tokens[i + 1].lower == "of":
            _mark_estimated(spot, i)
            return _numbered_group(spot, i + 2, before - 1)
    return False


def _object_at(spot: Spot) -> bool:
    """`The bank estimates the output at USD 3 million`: the object of who sets an amount."""
    lead, amounts = spot.before - 1, spot.found.reading.kind in AMOUNTS
    verb = governing_verb(spot.sentence, lead) if spot.lead == "at" and amounts else None
    if verb is None:
        return False
    begin = without_auxiliaries(spot.sentence, verb, lead)
    words = spot.tokens[begin + 1 : lead]
    plain = 0 < len(words) <= MAX_OBJECT and all(t.is_word for t in words)
    sets = verbs().get(spot.tokens[begin].lower) in SETTING
    return sets and plain and set_indicator(spot, (begin + 1, lead), "prose.object_at")


def _mark_estimated(spot: Spot, until: int) -> None:
    """Mark a figure as approximate when the verb that gives it is `estimate`."""
    reading = spot.found.reading
    verb = next((t for t in spot.tokens[:until] if t.lower.startswith("estimat")), None)
    if verb is not None and reading.modifier is None:
        spot.found.reading = replace(
            reading, modifier="approx", modifier_span=(verb.start, verb.end)
        )


def _numbered_group(spot: Spot, start: int, end: int) -> bool:
    """Bind the group between `number of` and `at`, and what its relative clause says of it."""
    tokens = spot.tokens
    relative = next((i for i in range(start, end) if tokens[i].lower in RELATIVES), end)
    group = trimmed(spot.sentence, (start, relative))
    text = text_range(spot.sentence, group)
    set_population(spot, text, "prose.number_of")
    if text is not None and spot.found.unit is None:
        spot.found.unit = quote(spot.sentence, text).split(" (")[0]
    if relative < end:
        return set_predicate(spot, relative + 1, "prose.number_of")
    return group is not None and set_indicator(spot, group, "prose.number_of")
