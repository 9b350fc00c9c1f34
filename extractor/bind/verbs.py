"""Reading a sentence without a parser: where the predicate of a subject begins."""

from extractor.bind.found import Found
from extractor.bind.passage import CLOSING, Sentence, Token, is_boundary
from extractor.bind.words import (
    forms_of,
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
INSERTIONS = frozenset("including excluding of and mostly mainly especially particularly".split())
"""What opens an insertion that lists parts of the subject."""
PARTICIPLES = ("ed", "en", "wn", "lost", "left", "held", "built", "hit", "made")
LEADING_MODIFIERS = frozenset(
    "between over under up to around only at by from total of additional further".split()
)
MAX_OPENING = 5  # words of a subject that a participle opens
MAX_MODIFIER = 4  # words of a modifier before a figure
MAX_TO_NOUN = 3  # tokens from a figure to a participle before its noun
MAX_SUBJECT = 100  # tokens between a subject and its predicate: none waits longer for its verb
MAX_RELATIVE = 9  # words of a participle and what belongs to it
PRONOUNS = frozenset("it he she they we i you".split())
NAMING = frozenset(
    "cost show lead set rise fall stand draw run drive hold spread strike win sleep fly find "
    "drink leave feel take put keep bear throw build steal go".split()
)
"""Irregular verbs of which a form is a noun as well."""
MODALS = frozenset("will would shall should can could may might must".split())
POSSESSING = frozenset("have has had having".split())
"""Verbs that alone join a subject to what it has (`The network has 183 partners`)."""
CHAIN_WORDS = forms_of("reporting") | frozenset(
    "an a the more less fewer than least most some about approximately estimated up just nearly "
    "high low as".split()
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
    if token.lower in NEVER_PREDICATES or not is_verb(token.text) or in_name:
        return False
    if token.lower.startswith("un") and token.lower.endswith("ed") and token.lower not in verbs():
        return False  # `undocumented migrants`: nobody undocuments them
    return not is_noun_here(sentence, at)


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
    return before.text not in {",", "(", ")"} and _is_noun_form_here(sentence, at)


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
        return not has_object and not _amount_follows(sentence, at + 1)
    lower = sentence.tokens[at].lower
    held = before.lower in HOLDING_FORMS  # `include pooled funds`
    attribute = lower.endswith("ed") and (is_preposition(before.text) or held)  # `in armed groups`
    return attribute or before.lower in NOUN_LEADS or is_determiner(before.text)


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
    takes_amount = lower.endswith("s") and _takes_amount(sentence, at + 1)
    return not (takes_amount or _is_plural(before.lower) or is_adverb(before.text))


def _takes_amount(sentence: Sentence, at: int) -> bool:
    """Say whether the amount of a verb follows, not one that a noun has (`rises of 5 per cent`)."""
    link = sentence.tokens[at].lower if at < len(sentence.tokens) else ""
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


# --- from a subject to its predicate --------------------------------------------------------------


def find_predicate(sentence: Sentence, start: int) -> int | None:
    """Return where the predicate of a subject that ends before `start` begins.

    Brackets, lists of parts between commas and prepositional phrases are passed over.
    """
    tokens = sentence.tokens
    i, end = start, min(len(tokens), start + MAX_SUBJECT)
    inserted = passed = False
    while i < end:
        if tokens[i].found is not None:
            passed = passed or (tokens[i].measured is not None and not inserted)
            i += 1
            continue
        if tokens[i].text == ",":
            opens = _opens_insertion(sentence, i)
            if not (inserted or opens):
                return None
            inserted = opens
        elif is_predicate_start(sentence, i) or tokens[i].lower in RELATIVES:
            of_other = passed and tokens[i].lower in RELATIVES  # `camps with 90 tents that leak`
            return None if of_other else _begin(sentence, i)
        elif _ends_subject(tokens[i]):
            return None
        i = max(i + 1, sentence.after_bracket(i))
    return None


def past_relative(sentence: Sentence, start: int) -> int:
    """Return where the verb stands behind a clause that tells who: `girls who left are ill`.

    Without one the verb of that clause is returned: it is what is said.
    """
    tokens = sentence.tokens
    if start == 0 or tokens[start - 1].lower not in RELATIVES:
        return start
    for i in range(start + 1, len(tokens)):
        if not tokens[i].is_word and tokens[i].found is None:
            break
        if _is_next_verb(sentence, i):
            return i
    return start


def _is_next_verb(sentence: Sentence, at: int) -> bool:
    """Say whether a finite verb stands at a token that goes on with no other verb."""
    before, token = sentence.tokens[at - 1], sentence.tokens[at]
    finite = is_auxiliary(token.text) or token.lower.endswith("ed")
    if not (finite and is_predicate_start(sentence, at)):
        return False
    goes_on = is_auxiliary(before.text) or before.lower in CONJUNCTIONS | {"not", "been"}
    return not (goes_on or is_adverb(before.text) or is_preposition(before.text))


def _begin(sentence: Sentence, at: int) -> int | None:
    """Return where a predicate begins that a verb, or the relative pronoun before it, opens.

    A verb behind `and` goes on with what was done before the subject (`has 130 and needs 450`).
    """
    if at > 0 and sentence.tokens[at - 1].lower in CONJUNCTIONS:
        return None
    if is_predicate_start(sentence, at):
        return _past_reduced_relative(sentence, at)
    return at + 1 if at + 1 < len(sentence.tokens) else None


def _past_reduced_relative(sentence: Sentence, at: int) -> int:
    """Return where a predicate begins past a participle: `people displaced by floods were …`."""
    tokens = sentence.tokens
    if is_auxiliary(tokens[at].text) or not tokens[at].lower.endswith(PARTICIPLES):
        return at
    for i in range(at + 1, min(at + MAX_RELATIVE, len(tokens))):
        token = tokens[i]
        if i == at + 1 and token.lower.endswith("ed") and token.lower in verbs():
            return i  # `households interviewed reported …`
        if not token.is_word or is_boundary(token) or token.lower in CONJUNCTIONS:
            break
        if is_auxiliary(token.text):
            return at if tokens[i - 1].lower == "to" else i  # `continued to be`: no participle
    return at


def _ends_subject(token: Token) -> bool:
    if token.found is not None or token.lower in INSERTIONS:
        return False
    if not token.is_word:
        return token.text in ".;:!?)]"
    return token.lower in word_class("subordinators") and not is_preposition(token.text)


def _opens_insertion(sentence: Sentence, comma: int) -> bool:
    """Say whether a comma opens or goes on with an insertion that lists parts of the subject."""
    tokens = sentence.tokens
    if comma + 1 >= len(tokens):
        return False
    after = tokens[comma + 1]
    named = after.is_word and after.text[0].isupper()
    if named or after.lower in people_nouns():
        return True  # a list: `households in Lorn, Vell and Sarn received …`
    if tokens[comma - 1].text in CLOSING and is_auxiliary(after.text):
        return True  # `two provinces in the south (Lorn and Orn), are …`
    return after.found is not None or after.lower in INSERTIONS or is_adverb(after.text)
