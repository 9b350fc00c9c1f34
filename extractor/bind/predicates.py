"""Reading a sentence without a parser: where the predicate of a subject begins."""

from extractor.bind.passage import CLOSING, Sentence, Token, is_boundary
from extractor.bind.verbs import CONJUNCTIONS, MAX_MODIFIER, RELATIVES, is_predicate_start
from extractor.bind.words import is_adverb, is_auxiliary, is_preposition, verbs, word_class
from extractor.entities.gazetteer import people_nouns

INSERTIONS = frozenset("including excluding of and mostly mainly especially particularly".split())
"""What opens an insertion that lists parts of the subject."""
PARTICIPLES = ("ed", "en", "wn", "lost", "left", "held", "built", "hit", "made")
EQUALLING = frozenset("representing constituting equalling equaling".split())
"""What leads from what was told to the share that it is."""
SHARING = EQUALLING | {"comprising"}
"""Participles that tell of a subject what share it is; behind a comma `comprising` parts it."""
MAX_EQUALLING = 14  # words between such a participle and the verb of its subject
MAX_SUBJECT = 100  # tokens between a subject and its predicate: none waits longer for its verb
MAX_RELATIVE = 9  # words of a participle and what belongs to it


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
        equals = sentence.tokens[at].lower in SHARING
        return _past_equalling(sentence, at) if equals else _past_reduced_relative(sentence, at)
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


def _past_equalling(sentence: Sentence, at: int) -> int:
    """Return where the verb stands past a share: `people comprising 52 per cent … were reached`.

    Without one the participle is what is said.
    """
    for i in range(at + 1, min(at + MAX_EQUALLING, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.found is None and (token.text in ",;:.()" or token.lower in CONJUNCTIONS):
            break
        if token.is_word and is_auxiliary(token.text) and token.lower not in RELATIVES:
            return i
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
    again = tokens[comma + 2 : comma + 2 + MAX_MODIFIER] if after.lower == "or" else [after]
    amount = any(t.found is not None for t in again)  # `…, or 30 per cent of them, rely on …`
    return amount or after.lower in INSERTIONS or is_adverb(after.text)
