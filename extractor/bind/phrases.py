"""Reading a sentence without a parser: noun phrases, and what says nothing at their ends."""

from extractor.bind.passage import CLOSING, Range, Sentence, Token
from extractor.bind.verbs import RELATIVES, is_predicate_start
from extractor.bind.words import is_adverb, is_auxiliary, is_determiner, is_preposition, word_class

MAX_PHRASE = 14  # words; a longer phrase names no indicator
MAX_PARTS = 3  # noun phrases that a subject holds one in another
MAX_INSERTION = 10  # words between the commas of what is inserted behind a subject
MAX_MEMBER = 4  # words in a member of a list
MAX_OF_BASE = 3  # words from the number of a base to where its noun starts: 1,000 live births
ARTICLES = frozenset({"the", "a", "an"})
NOUN_STOPS = frozenset("and or than as not no".split())
POINTING = frozenset("there here now".split())
"""Adverbs that only point; they belong to neither a noun nor a verb."""
CONNECTIVES = frozenset(
    "meanwhile however furthermore moreover nevertheless nonetheless otherwise instead thus hence "
    "therefore then today overall".split()
)
"""Adverbs that open a sentence and belong to no noun."""
WITHIN_NOUN_PHRASE = frozenset("of to on for in with by".split())
"""Prepositions that carry a noun phrase on instead of ending it."""


def noun_phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Return the noun phrase that ends before a position, its of-phrases included.

    A bracket and a date behind it are passed over: `The budget of 2033 (see annex) amounts to …`.
    """
    start = end = _before_insertion(sentence, end)
    while start > 0 and end - start < MAX_PHRASE and _is_in_phrase(sentence, start - 1):
        if start < end and _opens_phrase(sentence, start):
            break  # `Over the plan period the budget fell`
        start -= 1
    while start < end and is_adverb(sentence.tokens[end - 1].text):
        end -= 1
    return trimmed(sentence, (start, end))


def _before_insertion(sentence: Sentence, end: int) -> int:
    tokens = sentence.tokens
    if end > 0 and tokens[end - 1].text in CLOSING:
        bracket = sentence.bracket_of(end - 1)
        end = bracket[0] if bracket is not None else end
    last = tokens[end - 1].found if end > 1 else None
    lead = end - 2
    while lead > 0 and is_determiner(tokens[lead].text):
        lead -= 1
    dated = last is not None and last.is_time and is_preposition(tokens[lead].text)
    return lead if dated else end


# --- subjects -------------------------------------------------------------------------------------


def subject_before(sentence: Sentence, end: int) -> Range | None:
    """Return the whole noun phrase that is the subject of the verb at a position.

    Unlike a noun phrase alone it goes on over what a participle or a preposition of place says of
    its noun (`the number of people receiving grants`), a list (`the cost of oil, salt and rice`),
    a number (`the price of one loaf`) and what stands between commas behind it.
    """
    phrase = _whole(sentence, noun_phrase_before(sentence, _before_inserted(sentence, end)))
    if phrase is None:
        return None
    opens = phrase[0] == 0 and phrase[1] > 1 and sentence.tokens[0].lower in CONNECTIVES
    return trimmed(sentence, (phrase[0] + opens, phrase[1]))


def _whole(sentence: Sentence, phrase: Range | None) -> Range | None:
    """Return a noun phrase with the ones before it that it belongs to."""
    for _ in range(MAX_PARTS):
        start = _start_before(sentence, phrase) if phrase is not None else None
        if phrase is None or start is None:
            break
        phrase = start, phrase[1]
    return phrase


def _before_inserted(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before an insertion: `prices of oil, long stable, rose`."""
    tokens = sentence.tokens
    while end > 0 and (is_auxiliary(tokens[end - 1].text) or is_adverb(tokens[end - 1].text)):
        end -= 1
    if end < 1 or tokens[end - 1].text != ",":
        return end - 1 if end > 1 and tokens[end - 1].text == ":" else end
    for i in range(end - 2, max(0, end - 2 - MAX_INSERTION), -1):
        if tokens[i].text == ",":
            return i
        if tokens[i].found is not None:
            break
    return end


def _start_before(sentence: Sentence, phrase: Range) -> int | None:
    """Return where the noun phrase begins that one belongs to; None where it stands by itself."""
    tokens = sentence.tokens
    at = phrase[0] - 1
    while at > 0 and is_determiner(tokens[at].text) and tokens[at].lower not in RELATIVES:
        at -= 1
    start = None if at < 1 else _before_base(sentence, phrase[0])
    if at < 1 or start is not None:
        return start
    if tokens[at].text == ",":
        start = _list_before(sentence, phrase, at)
    elif tokens[at].measured is not None:
        start = _before_number(sentence, at)
    elif is_predicate_start(sentence, at):
        start = _before_participle(sentence, at)
    elif is_preposition(tokens[at].text):
        start = _before_relative(sentence, at)
    return start


def _before_base(sentence: Sentence, start: int) -> int | None:
    """Return where `deaths per 1,000 live births` begins, whose noun starts at a token."""
    tokens, i = sentence.tokens, start
    while i > 0 and start - i < MAX_OF_BASE and tokens[i].text.isalpha():
        i -= 1
    number = i
    while i > 0 and (tokens[i].text == "," or tokens[i].text.isdigit()):
        i -= 1
    return _adjacent(sentence, i) if i < number and tokens[i].lower == "per" else None


def _before_number(sentence: Sentence, at: int) -> int | None:
    """Return where `exports to the 27 states` begins, whose number stands at a token."""
    while at > 0 and is_determiner(sentence.tokens[at - 1].text):
        at -= 1
    linked = at > 0 and is_preposition(sentence.tokens[at - 1].text)
    return _adjacent(sentence, at - 1) if linked else None


def _before_participle(sentence: Sentence, at: int) -> int | None:
    """Return where `people receiving` or `hardly used` begins, whose verb stands at a token."""
    tokens = sentence.tokens
    if tokens[at].lower.endswith("ing"):
        return _adjacent(sentence, at)
    if is_adverb(tokens[at - 1].text):
        start = _adjacent(sentence, at - 1)
        return at - 1 if start is None else start
    return _before_relative(sentence, at + 1) if tokens[at - 1].lower in RELATIVES else None


def _before_relative(sentence: Sentence, at: int) -> int | None:
    """Return where the noun phrase begins that a participle or `who` before a token is about."""
    tokens = sentence.tokens
    end = at
    while end > 0 and is_predicate_start(sentence, end - 1):
        if is_auxiliary(tokens[end - 1].text):
            return None
        end -= 1
    end -= end > 0 and tokens[end - 1].lower in RELATIVES
    return _adjacent(sentence, end)


def _list_before(sentence: Sentence, phrase: Range, comma: int) -> int | None:
    """Return where the noun phrase of a list begins: `the cost of oil, salt and rice`."""
    tokens = sentence.tokens
    joined = any(t.lower in {"and", "or"} for t in tokens[slice(*phrase)])
    while joined and comma > 0:
        start = _adjacent(sentence, comma)
        if start is None or any(t.lower == "of" for t in tokens[start:comma]):
            return start
        short = comma - start <= MAX_MEMBER and start > 0 and tokens[start - 1].text == ","
        comma = start - 1 if short else 0
    return None


def _adjacent(sentence: Sentence, end: int) -> int | None:
    """Return where the noun phrase begins that ends right before a position."""
    phrase = noun_phrase_before(sentence, end)
    return phrase[0] if phrase is not None and phrase[1] == end else None


def _opens_phrase(sentence: Sentence, at: int) -> bool:
    """Say whether an article opens a noun phrase that does not go on with the word before it."""
    before = sentence.tokens[at - 1]
    links = is_preposition(before.text) or is_determiner(before.text) or before.lower in NOUN_STOPS
    acts = before.lower.endswith("ing") or (at > 1 and sentence.tokens[at - 2].lower == "to")
    links = links or acts  # `Rebuilding the port`, `to extend the grid`
    return sentence.tokens[at].lower in ARTICLES and not (links or is_adverb(before.text))


def _is_in_phrase(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if not token.is_word or token.lower == "yet" or token.lower in word_class("subordinators"):
        return False
    if is_auxiliary(token.text) or is_predicate_start(sentence, at):
        return False
    return not is_preposition(token.text) or token.lower in WITHIN_NOUN_PHRASE


def trimmed(sentence: Sentence, span: Range) -> Range | None:
    """Return a phrase without articles, conjunctions and punctuation at its ends, if any left."""
    start, end = span
    while start < end and _is_edge(sentence.tokens[start], first=True):
        start += 1
    return trimmed_end(sentence, (start, end))


def trimmed_end(sentence: Sentence, span: Range) -> Range | None:
    """Return a phrase without what says nothing at its end; None if nothing is left."""
    start, end = span
    while end > start and is_trailing(sentence.tokens[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def is_trailing(token: Token) -> bool:
    """Say whether a token at a phrase's end says nothing: punctuation, `and`, a preposition."""
    return _is_edge(token, first=False)


def _is_edge(token: Token, *, first: bool) -> bool:
    if not token.is_word:
        closes = (token.text in {"(", ")"} or token.text.isdigit()) and not first
        return token.found is None and not closes
    says_nothing = token.lower in NOUN_STOPS or (token.lower in POINTING and not first)
    return says_nothing or is_determiner(token.text) or is_preposition(token.text)
