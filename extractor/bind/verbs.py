"""Reading a sentence without a parser: whether a word is a verb there, or a noun."""

from extractor.bind.found import Found
from extractor.bind.passage import Sentence, Token
from extractor.bind.words import (
    forms_of,
    irregular_participles,
    irregular_pasts,
    irregular_verbs,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    is_verb,
    verbs,
    word_class,
)
from extractor.entities.gazetteer import people_nouns

NEVER_PREDICATES = frozenset(
    "including excluding according following followed aged regarding concerning during compared "
    "based given related united".split()
)
"""Words in -ing and -ed that are prepositions or parts of names."""
HOLDING_FORMS = frozenset("include includes contain contains comprise comprises".split())
"""Verbs of the present that have an object, whatever participle opens it."""
NOUN_LEADS = frozenset("of in for".split())
"""What makes a participle after it an attribute: `of affected households`."""
CONJUNCTIONS = frozenset({"and", "or"})
PLURALS = frozenset("people children women men who that which".split())
RELATIVES = frozenset("who that which".split())
LEADING_MODIFIERS = frozenset(
    "between over under up to around only at by from total of additional further".split()
)
MAX_OPENING = 5  # words of a subject that a participle opens
MAX_MODIFIER = 4  # words of a modifier before a figure
MAX_TO_DEED = 12  # tokens between two deeds of one subject
MAX_THING = 4  # tokens of an object of two or three words with the preposition behind it
MAX_TO_NOUN = 3  # tokens from a figure to a participle before its noun
DOING = frozenset(
    "provide distribute deliver conduct organize organise train support repair rehabilitate "
    "construct establish launch install visit assist vaccinate supply hire plant restore renovate "
    "create start equip fund finance carry drill hand host implement monitor publish recruit "
    "deploy reach help".split()
)
"""Verbs of deeds; other participles say what goods are like (`40 kits and fortified biscuits`)."""
PRONOUNS = frozenset("it he she they we i you".split())
ONE = frozenset({"this", "that"})
"""Demonstratives of one, which before `includes` are its subject."""
NAMING = frozenset(
    "cost show lead set rise fall stand draw run drive hold spread strike win sleep fly find "
    "drink leave feel take put keep bear throw build steal go cut hit feed fight catch sink".split()
)
"""Irregular verbs of which a form is a noun as well."""
ARTICLES = frozenset("the a an its their".split())
MODALS = frozenset("will would shall should can could may might must".split())
INTENDING = frozenset("aim plan seek intend hope continue begin start manage help".split())
"""Verbs that say of another one that it is meant or under way: `aims to provide food`."""
SAYING = frozenset("projects estimates forecasts reports records".split())
"""Verbs of saying that name things as well."""
POSSESSING = frozenset("have has had having".split())
"""Verbs that alone join a subject to what it has (`The network has 183 partners`)."""
CHAIN_WORDS = forms_of("reporting") | frozenset(
    "an a the more less fewer than least most some about approximately estimated up down just "
    "nearly high low as expected anticipated likely due set thought believed budgeted worth kept "
    "limited capped".split()
)
"""What may stand between the verb that joins a subject to its amount and the amount."""


def is_predicate_start(sentence: Sentence, at: int) -> bool:
    """Say whether a predicate begins at a token: an auxiliary, or a verb that is no noun here."""
    token = sentence.tokens[at]
    is_word = token.is_word
    if not is_word or is_auxiliary(token.text):
        return is_word
    capital = token.text[0].isupper() and not token.text.isupper()
    in_name = capital and not (at == 0 and token.lower.endswith("ed"))
    never = token.lower in NEVER_PREDICATES or _is_time_next(sentence, at)
    if never or not is_verb(token.text) or in_name:
        return False
    if token.lower.startswith("un") and token.lower.endswith("ed") and token.lower not in verbs():
        return False  # `undocumented migrants`: nobody undocuments them
    return not is_noun_here(sentence, at)


def _is_time_next(sentence: Sentence, at: int) -> bool:
    """Say whether a token only tells which time follows: `last year`, `last March`."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if sentence.tokens[at].lower != "last" or after is None:
        return False
    is_time = after.found is not None and after.found.is_time
    return is_time or (after.found is None and after.lower in word_class("untelling"))


def is_noun_here(sentence: Sentence, at: int) -> bool:
    """Say whether a word that may be a verb is a noun here: after an article, adjective, `of`."""
    lower = sentence.tokens[at].lower
    participle = lower.endswith(("ed", "ing"))
    if at == 0:
        return not participle or lower in word_class("quantities") or _heads_subject(sentence)
    before = sentence.tokens[at - 1]
    if before.found is not None:
        return _is_noun_of_figure(sentence, at, before.found)
    if participle:
        names = lower in word_class("quantities") and not is_auxiliary(before.text)
        named = names or _is_counted(sentence, at)
        return named or _is_attribute(sentence, at, before)  # `spending`, `funding`
    opens = before.text in {",", "(", ")"} or _is_surely_verb(sentence, at)
    return not opens and _is_noun_form_here(sentence, at)


def _is_noun_of_figure(sentence: Sentence, at: int, figure: Found) -> bool:
    """Say whether a word behind a figure is its noun, or belongs to it, and no verb.

    `a six-month increase`, `a USD 3 million increase`, `115 suspected cases`.
    """
    lower = sentence.tokens[at].lower
    if verbs().get(lower) == lower:
        first = sentence.tokens[at - 2].lower if at > 1 else ""
        return figure.is_time or first in {"a", "an"}
    noun = figure.reading.noun if figure.reading.kind == "count" else None
    inside = noun is not None and sentence.tokens[at].end < noun[1] + lower.endswith("s")
    has_object = any(is_determiner(t.text) for t in sentence.tokens[at + 1 : at + 2])
    return inside and not has_object  # `one passed the bill`


def _is_counted(sentence: Sentence, at: int) -> bool:
    """Say whether a participle belongs to a counted noun: `1.8 million internally displaced …`."""
    near = sentence.tokens[max(0, at - MAX_TO_NOUN) : at]
    nouns = [t.found.reading.noun for t in near if t.found and t.found.reading.kind == "count"]
    end = sentence.tokens[at].end
    return any(noun is not None and noun[0] < end < noun[1] for noun in nouns)


def _heads_subject(sentence: Sentence) -> bool:
    """Say whether a participle opens a subject with a verb of its own: `Confirmed cases were …`."""
    for token in sentence.tokens[1 : 1 + MAX_OPENING]:
        closes = not token.is_word or is_determiner(token.text) or token.lower in RELATIVES
        if closes or is_preposition(token.text):
            return False
        if is_auxiliary(token.text) or token.lower in forms_of("copulas"):
            return True
    return False


def _is_attribute(sentence: Sentence, at: int, before: Token) -> bool:
    """Say whether a participle belongs to a noun after it: `of affected households`."""
    if before.lower == "and":  # `left the camp and abducted 16 women`, `and passed the target`
        after = sentence.tokens[at + 1 : at + 2]
        has_object = bool(after) and is_determiner(after[0].text)
        has_object = has_object or _goes_on_deed(sentence, at)
        return not has_object and not _amount_follows(sentence, at + 1)
    lower = sentence.tokens[at].lower
    if lower.endswith("ing") and before.lower in {"to", "at"}:  # `admissions to feeding centres`
        return any(t.lower in word_class("surveyed") for t in sentence.tokens[at + 1 : at + 2])
    held = before.lower in HOLDING_FORMS  # `include pooled funds`
    attribute = lower.endswith("ed") and (is_preposition(before.text) or held)  # `in armed groups`
    return attribute or before.lower in NOUN_LEADS or is_determiner(before.text)


def _goes_on_deed(sentence: Sentence, at: int) -> bool:
    """`trained 40 men and distributed books to 9`: say whether an `and` joins a second deed."""
    tokens = sentence.tokens
    near = range(max(0, at - MAX_TO_DEED), at - 2)
    done = (tokens[i].lower for i in near if tokens[i + 1].found is not None)
    did = any((w.endswith("ed") and is_verb(w)) or w in irregular_pasts() for w in done)
    doing = verbs().get(tokens[at].lower) in DOING
    return did and doing and _has_plain_object(sentence, at + 1)


def _has_plain_object(sentence: Sentence, start: int) -> bool:
    """Say whether things stand at a token as an object: `books`, or `locust surveys in`.

    Behind a participle that belongs to its noun stand people (`and displaced farm families in`).
    """
    words = sentence.tokens[start : start + MAX_THING]
    end = next((i for i, t in enumerate(words) if t.lower.endswith("s") and t.is_word), None)
    if end == 0:
        return True
    if end is None or words[end].lower in people_nouns() or len(words) == end + 1:
        return False
    plain = all(t.is_word and not is_preposition(t.text) for t in words[:end])
    return plain and is_preposition(words[end + 1].text)


def _is_noun_form_here(sentence: Sentence, at: int) -> bool:
    """Say whether a form other than a participle is a noun here; `spoke` hardly ever is."""
    lower, before = sentence.tokens[at].lower, sentence.tokens[at - 1]
    if before.lower in MODALS or not _is_third_or_base(lower):
        return is_determiner(before.text) or is_preposition(before.text)
    infinitive = before.lower == "to" and verbs()[lower] == lower  # `to assist 300 families`
    if before.lower in CONJUNCTIONS or (infinitive and _amount_follows(sentence, at + 1)):
        return not _amount_follows(sentence, at + 1)
    if governs_noun(before) or before.lower in PRONOUNS or _is_only_verb(lower):
        return governs_noun(before)
    has_object = any(t.lower in ARTICLES for t in sentence.tokens[at + 1 : at + 2])
    takes_amount = lower.endswith("s") and (has_object or _takes_amount(sentence, at + 1))
    return not (takes_amount or _is_plural(before.lower) or is_adverb(before.text))


def _is_surely_verb(sentence: Sentence, at: int) -> bool:
    """`was cut`, `The World Bank projects growth`, `aims to provide food`."""
    tokens, lower = sentence.tokens, sentence.tokens[at].lower
    if lower in {"account", "accounts"} and [t.lower for t in tokens[at + 1 : at + 2]] == ["for"]:
        return _amount_follows(sentence, at + 2)
    if lower in word_class("never_nouns") and is_intended(sentence, at, INTENDING):
        return True
    if lower in HOLDING_FORMS and tokens[at - 1].lower in ONE:  # `This includes 300 women`
        return True
    done = lower in irregular_participles()
    return (done and is_auxiliary(sentence.tokens[at - 1].text)) or _is_said_by(sentence, at)


def is_intended(sentence: Sentence, at: int, intending: frozenset[str]) -> bool:
    """Say whether an infinitive depends on one of the verbs: `aims to give`, no `plans to give`."""
    verb, tokens = at - 2, sentence.tokens
    named = verb < 1 or governs_noun(tokens[verb - 1])  # `the plans to give food were dropped`
    return (
        not named and tokens[at - 1].lower == "to" and verbs().get(tokens[verb].lower) in intending
    )


def _is_said_by(sentence: Sentence, at: int) -> bool:
    """Say whether a verb of saying stands between a name and what that says."""
    token, before = sentence.tokens[at], sentence.tokens[at - 1]
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if token.lower not in SAYING or not before.text[0].isupper() or after is None:
        return False
    closed = is_preposition(after.text) or is_auxiliary(after.text) or is_verb(after.text)
    plain = after.text.islower() or after.text.isupper()
    return after.is_word and plain and not closed and after.lower != "and"


def _takes_amount(sentence: Sentence, at: int) -> bool:
    """Say whether the amount of a verb follows, not one that a noun has (`rises of 5 per cent`)."""
    link = sentence.tokens[at].lower if at < len(sentence.tokens) else ""
    if link == "for" and sentence.tokens[at - 1].lower == "accounts":
        return _amount_follows(sentence, at + 1)
    moves = forms_of("copulas") | forms_of("change")
    given = link == "to" and sentence.tokens[at - 1].lower not in moves  # `transfers to 90 boys`
    return link != "of" and not given and _amount_follows(sentence, at)


def _is_only_verb(lower: str) -> bool:
    """Say whether a form is of a verb that names nothing: `pays`, not `costs`."""
    base = verbs()[lower]
    irregular = base in irregular_verbs() and base not in NAMING
    return irregular or base in word_class("never_nouns")


def _amount_follows(sentence: Sentence, at: int) -> bool:
    """Say whether a figure follows, with its modifier: `A visit takes about two days`."""
    for token in sentence.tokens[at : at + MAX_MODIFIER]:
        if token.found is not None:
            return True
        if token.lower not in CHAIN_WORDS and token.lower not in LEADING_MODIFIERS:
            return False
    return False


def governs_noun(token: Token) -> bool:
    """Say whether what follows a word is a noun: an article, a preposition, `and`, `no`."""
    joins = token.lower in CONJUNCTIONS or token.lower == "no"
    return joins or is_determiner(token.text) or is_preposition(token.text)


def _is_third_or_base(lower: str) -> bool:
    base = verbs().get(lower)
    stems = {lower, lower.removesuffix("s"), lower.removesuffix("es")}
    return base in stems or (lower.endswith("ies") and base == f"{lower[:-3]}y")


def _is_plural(lower: str) -> bool:
    return lower.endswith("s") or lower in PLURALS
