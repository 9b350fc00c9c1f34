"""Reading a sentence without a parser: where a clause ends."""

from collections.abc import Sequence

from extractor.bind.passage import Sentence, Token, is_boundary
from extractor.bind.words import (
    forms_of,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    is_verb,
    verbs,
    word_class,
)

CONJUNCTIONS = frozenset({"and", "or"})
JOINTS = frozenset("and or , but an a the further another additional remaining".split())
"""What stands between a clause and the figure that opens the next one, and belongs to neither."""
OUT_OF = ["out", "of"]
"""What leads to the whole of which the clause says a part."""
TOTALS = frozenset("total number".split())
"""Nouns whose `of` only announces an amount: `reached a total of 40 boys and 30 girls`."""
SENTENCE_STOPS = frozenset(".!?;")
CIRCUMSTANCES = frozenset(
    "in at through via during upon across throughout since within near along amid".split()
)
"""Prepositions of where, when and by which way something is so."""
SET_PHRASES = frozenset({("in", "time"), ("in", "need"), ("in", "debt"), ("in", "full")})
"""What says how something is, not where."""
BE = frozenset("is are was were be been being".split())
PLACED = frozenset(
    "enrolled involved engaged included interested employed based born housed located settled "
    "situated resulted".split()
)
"""Participles that say little without their `in`."""
TURNS = frozenset({";", ":", "but"})
"""Behind what a word before it, as a negation, no longer tells."""
MAX_TO_AMOUNT = 3  # words of a modifier between a clause and the figure that ends it
MAX_SUBJECT = 7  # words of a subject between `and` and its auxiliary
MEMBER_ENDS = frozenset(",;(")
"""What ends the last member of an enumeration."""
MAX_MEMBER = 4  # words in a member of an enumeration


def stands_before(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    """Say whether one of some words, no name (`May`), stands before a token in its clauses."""
    for token in reversed(tokens[:at]):
        if token.lower in TURNS:
            return False
        if token.lower in words and (token.text.islower() or token is tokens[0]):
            return True
    return False


def clause_end(sentence: Sentence, start: int, *, over_figures: bool = False) -> int:
    """Return where the clause that begins at `start` ends.

    That is at punctuation, at a subordinator, or before the next figure (unless `over_figures`).
    """
    tokens = sentence.tokens
    for i in range(start, len(tokens)):
        token = tokens[i]
        if token.measured is not None and not over_figures:
            return _before_joint(sentence, start, i)
        if i > start and _ends_at(sentence, i):
            return i
        if token.text in SENTENCE_STOPS and token.found is None:
            return i
    return len(tokens)


def _ends_at(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    comma = token.text == "," and not _is_list_comma(sentence, at)
    return is_boundary(token) or comma or _ends_at_and(sentence, at)


def _ends_at_and(sentence: Sentence, at: int) -> bool:
    """Say whether an `and` opens a new clause: a verb in -ing or an auxiliary follows.

    The auxiliary may stand behind a subject of its own (`… and thousands of women were abducted`).
    """
    tokens = sentence.tokens
    if tokens[at].lower not in CONJUNCTIONS or at + 1 >= len(tokens):
        return False
    after, before = tokens[at + 1], tokens[at - 1].lower
    acts = after.is_word and after.lower.endswith("ing") and after.lower in verbs()
    joined = before.endswith("ing") and before in verbs()  # `borrowing or receiving food`
    return (acts and not joined) or _auxiliary_near(sentence, at + 1)


def _auxiliary_near(sentence: Sentence, start: int) -> bool:
    """Say whether an auxiliary follows within the words of a short subject."""
    before = ""
    for token in sentence.tokens[start : start + 1 + MAX_SUBJECT]:
        plural = before.endswith("s") and not before.endswith("ss")
        if is_auxiliary(token.text) or (plural and verbs().get(token.lower) == token.lower):
            return True
        before = token.lower
        if not token.is_word or is_boundary(token):
            return False
    return False


def _before_joint(sentence: Sentence, start: int, figure: int) -> int:
    """Return the end of a clause before a figure, without joints and the words of its modifier."""
    tokens = sentence.tokens
    found = tokens[figure].found
    modifier = found.reading.modifier_span if found is not None else None
    end = figure
    announced = end - start > 1 and tokens[end - 1].lower == "of"
    end -= 2 if announced and tokens[end - 2].lower in TOTALS else 0
    while end > start:
        token = tokens[end - 1]
        in_modifier = modifier is not None and modifier[0] <= token.start < modifier[1]
        if not in_modifier and token.lower not in JOINTS:
            break
        end -= 1
    end = _before_verb(tokens, start, end)
    of_whole = end - start >= len(OUT_OF) and _words(tokens[end - len(OUT_OF) : end]) == OUT_OF
    return end - len(OUT_OF) if of_whole else end


def _before_verb(tokens: list[Token], start: int, end: int) -> int:
    """Return the end of a clause before the verb of the next figure: `… of GDP and employs 58`."""
    lead = end - 2
    lead -= lead > start and tokens[lead].lower == "to"
    joined = lead > start and tokens[lead].lower in CONJUNCTIONS
    apart = joined and not is_verb(tokens[lead - 1].text)  # `destroyed or damaged 84 houses`
    return lead if apart and is_verb(tokens[end - 1].text) else end


def _words(tokens: list[Token]) -> list[str]:
    return [t.lower for t in tokens]


# --- circumstances --------------------------------------------------------------------------------


def shortest(sentence: Sentence, predicate: tuple[int, int, int]) -> int:
    """Return where a predicate ends without circumstances: where, when and by which way.

    A predicate is where its auxiliaries begin, where its verb begins and where it ends. What
    directly follows the verb belongs to it (`live in tents`), unless the verb is passive
    (`recorded in the north`).
    """
    start, begin, end = predicate
    tokens = sentence.tokens
    said = _is_passive(sentence, start, begin)
    for i in range(begin + 1, end):
        agent = tokens[i].lower == "by" and tokens[begin].lower not in forms_of("reporting")
        other = _opens_other(sentence, i, end) and not (agent and not _leads_to_month(tokens, i))
        if said and (_opens_circumstance(sentence, i) or other):
            return i
        said = said or not _is_link(tokens[i]) or is_verb(tokens[i].text)
    return end


def _is_passive(sentence: Sentence, start: int, begin: int) -> bool:
    lower = sentence.tokens[begin].lower
    done = lower.endswith("ed") or verbs().get(lower, lower) != lower
    passive = any(t.lower in BE for t in sentence.tokens[start:begin])
    return passive and done and not lower.endswith("ing") and lower not in PLACED


def _opens_circumstance(sentence: Sentence, at: int) -> bool:
    """Say whether a token opens a phrase that says where, when or how; `in buying` says what."""
    tokens = sentence.tokens
    if tokens[at].lower not in CIRCUMSTANCES or at + 1 >= len(tokens):
        return False
    after, before = tokens[at + 1].lower, tokens[at - 1].lower
    acts = after.endswith("ing") and after in verbs()
    infinitive = at > 1 and tokens[at - 2].lower == "to" and verbs().get(before) == before
    return not acts and not infinitive and (tokens[at].lower, after) not in SET_PHRASES


def _opens_other(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether a phrase leads to a name (`from Lorn`, `by the Red Fund`) or the next figure.

    `reported with a fatality rate of 1.3 per cent`: the rate is what that figure measures.
    """
    tokens = sentence.tokens
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or tokens[at].lower not in {"from", "to", "with", "by", "between"}:
        return False
    if tokens[at].lower == "by" and at + 2 < len(tokens) and is_determiner(after.text):
        after = tokens[at + 2]
    if tokens[at].lower == "with":
        return any(t.measured is not None for t in tokens[end : end + MAX_TO_AMOUNT])
    return after.is_word and after.text[0].isupper()


def _leads_to_month(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower in word_class("untelling")


def _is_link(token: Token) -> bool:
    links = is_preposition(token.text) or is_determiner(token.text) or is_adverb(token.text)
    return links or token.lower in {"it", "them", "so", "there"}


# --- enumerations ---------------------------------------------------------------------------------


def _is_list_comma(sentence: Sentence, at: int) -> bool:
    """Say whether a comma stands in an enumeration: `housing, transport, energy and industry`.

    Its members are short, hold no verb, and the last one follows an `and`.
    """
    tokens = sentence.tokens
    joined = at + 1 < len(tokens) and tokens[at + 1].lower in CONJUNCTIONS
    if joined and not _follows_list(sentence, at):
        return False
    words = 0
    for i in range(at + 1, len(tokens)):
        if tokens[i].text == ",":
            words = 0
        elif _breaks_list(tokens[i], words):
            return False
        elif tokens[i].lower in CONJUNCTIONS:
            return _is_short_member(sentence, i + 1)
        else:
            words += 1
    return False


def _follows_list(sentence: Sentence, at: int) -> bool:
    """Say whether a comma before `and` closes a list: another comma stands a member before it."""
    for token in reversed(sentence.tokens[max(0, at - MAX_MEMBER - 1) : at]):
        if token.text == "," or token.found is not None:
            return token.found is None
    return False


def _breaks_list(token: Token, words: int) -> bool:
    """Say whether a token shows that no enumeration goes on, so many words into a member of it."""
    if not token.is_word or is_boundary(token) or is_auxiliary(token.text):
        return True
    if words:
        return words >= MAX_MEMBER and token.lower not in CONJUNCTIONS
    owner = token.lower.endswith(("’s", "'s"))
    acts = token.lower.endswith("ing") and is_verb(token.text)
    return owner or acts or is_adverb(token.text) or is_preposition(token.text)


def _is_short_member(sentence: Sentence, at: int) -> bool:
    """Say whether the last member of an enumeration, up to what ends it, holds no clause."""
    tokens = sentence.tokens[at : at + MAX_MEMBER]
    end = next((i for i, t in enumerate(tokens) if t.text in MEMBER_ENDS), len(tokens))
    member = tokens[:end]
    return bool(member) and not any(t.found is not None or is_auxiliary(t.text) for t in member)
