"""Reading a sentence without a parser: where a clause ends."""

from extractor.bind.passage import Sentence, Token, is_boundary
from extractor.bind.words import is_adverb, is_auxiliary, is_preposition, is_verb, verbs

CONJUNCTIONS = frozenset({"and", "or"})
JOINTS = frozenset("and or , but an a the".split())
"""What stands between a clause and the figure that opens the next one, and belongs to neither."""
OUT_OF = ["out", "of"]
"""What leads to the whole of which the clause says a part."""
SENTENCE_STOPS = frozenset(".!?;")
MAX_MEMBER = 4  # words in a member of an enumeration


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
    """Say whether an `and` opens a new clause: a verb in -ing or an auxiliary follows."""
    tokens = sentence.tokens
    if tokens[at].lower not in CONJUNCTIONS or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.is_word and (
        is_auxiliary(after.text) or (after.lower.endswith("ing") and after.lower in verbs())
    )


def _before_joint(sentence: Sentence, start: int, figure: int) -> int:
    """Return the end of a clause before a figure, without joints and the words of its modifier."""
    tokens = sentence.tokens
    found = tokens[figure].found
    modifier = found.reading.modifier_span if found is not None else None
    end = figure
    while end > start:
        token = tokens[end - 1]
        in_modifier = modifier is not None and token.start >= modifier[0]
        if not in_modifier and token.lower not in JOINTS:
            break
        end -= 1
    of_whole = end - start >= len(OUT_OF) and _words(tokens[end - len(OUT_OF) : end]) == OUT_OF
    return end - len(OUT_OF) if of_whole else end


def _words(tokens: list[Token]) -> list[str]:
    return [t.lower for t in tokens]


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
    return any(t.text == "," for t in sentence.tokens[max(0, at - MAX_MEMBER - 1) : at])


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
    tokens = sentence.tokens[at : at + MAX_MEMBER]
    return bool(tokens) and not any(t.found is not None or is_auxiliary(t.text) for t in tokens)
