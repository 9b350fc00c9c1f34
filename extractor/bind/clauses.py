"""Reading a sentence without a parser: noun phrases, predicates and where a clause ends."""

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

NEVER_PREDICATES = frozenset(
    "including excluding according following regarding concerning during compared based "
    "given related united".split()
)
MAX_PHRASE = 14  # words; a longer phrase names no indicator
NOUN_STOPS = frozenset("and or than as not no".split())

Range = tuple[int, int]
"""Token positions of a sentence: first, one past the last."""


def after_bracket(sentence: Sentence, at: int) -> int:
    """Return the position after the bracket that opens at `at`; `at` itself where none opens."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].text not in "([":
        return at
    depth = 0
    for i in range(at, len(tokens)):
        if tokens[i].text in "([":
            depth += 1
        elif tokens[i].text in ")]":
            depth -= 1
            if depth == 0:
                return i + 1
    return len(tokens)


def bracket_of(sentence: Sentence, at: int) -> Range | None:
    """Return the bracket that a token stands in, brackets included; None where it stands in none."""
    depth = 0
    for i in range(at, -1, -1):
        text = sentence.tokens[i].text
        if text in ")]" and i != at:
            depth += 1
        elif text in "([":
            if depth == 0:
                return i, after_bracket(sentence, i)
            depth -= 1
    return None


def is_predicate_start(sentence: Sentence, at: int) -> bool:
    """Say whether a predicate begins at a token: an auxiliary, or a verb that is no noun here."""
    token = sentence.tokens[at]
    if not token.is_word:
        return False
    if is_auxiliary(token.text):
        return True
    if token.lower in NEVER_PREDICATES:
        return False
    capital = token.text[0].isupper() and not token.text.isupper()
    if not is_verb(token.text) or (capital and not (at == 0 and token.lower.endswith("ed"))):
        return False
    return not _is_noun_here(sentence, at)


def _is_noun_here(sentence: Sentence, at: int) -> bool:
    """Say whether a word that may be a verb is a noun at this place: after an article, adjective, `of`."""
    lower = sentence.tokens[at].lower
    if at == 0:
        return not lower.endswith(("ed", "ing"))
    before = sentence.tokens[at - 1]
    if before.found is not None or before.text in {",", "(", ")"}:
        return False
    if lower.endswith(("ed", "ing")):
        return is_determiner(before.text) or before.lower in {"of", "in", "for", "and"}
    if is_determiner(before.text) or is_preposition(before.text) or before.lower in {"and", "or"}:
        return True
    return _is_third_or_base(lower) and not _is_plural(before.lower) and not is_adverb(before.text)


def _is_third_or_base(lower: str) -> bool:
    base = verbs().get(lower)
    return base in {lower, lower.removesuffix("s"), lower.removesuffix("es")}


def _is_plural(lower: str) -> bool:
    return lower.endswith("s") or lower in {
        "people",
        "children",
        "women",
        "men",
        "who",
        "that",
        "which",
    }


def clause_end(sentence: Sentence, start: int, *, over_figures: bool = False) -> int:
    """Return where the clause that begins at `start` ends: punctuation, a subordinator, the next figure."""
    tokens = sentence.tokens
    i = start
    while i < len(tokens):
        token = tokens[i]
        if token.found is not None and not token.found.is_time and not over_figures:
            return _before_joint(sentence, start, i)
        ends = is_boundary(token) or _ends_at_comma(sentence, i) or _ends_at_and(sentence, i)
        if i > start and ends:
            return i
        if token.text in ".!?;" and token.found is None:
            return i
        i += 1
    return len(tokens)


def _ends_at_comma(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].text == "," and not _is_list_comma(sentence, at)


def _is_list_comma(sentence: Sentence, at: int) -> bool:
    """Say whether a comma stands within an enumeration: `housing, transport, energy and industry`.

    Its members are short, hold no verb, and the last one follows an `and`.
    """
    tokens = sentence.tokens
    if (
        at + 1 < len(tokens)
        and tokens[at + 1].lower in {"and", "or"}
        and not _follows_list(sentence, at)
    ):
        return False
    words = 0
    for i in range(at + 1, len(tokens)):
        token = tokens[i]
        if token.text == ",":
            words = 0
            continue
        if token.found is not None or not token.is_word or _breaks_list(sentence, i, words):
            return False
        if token.lower in {"and", "or"}:
            return _is_short_member(sentence, i + 1)
        words += 1
        if words > MAX_MEMBER:
            return False
    return False


def _follows_list(sentence: Sentence, at: int) -> bool:
    """Say whether a comma before `and` closes a list: another comma stands a member before it."""
    return any(t.text == "," for t in sentence.tokens[max(0, at - MAX_MEMBER - 1) : at])


MAX_MEMBER = 4  # words in a member of an enumeration


def _breaks_list(sentence: Sentence, at: int, words: int) -> bool:
    token = sentence.tokens[at]
    if is_boundary(token) or is_auxiliary(token.text):
        return True
    opens = words == 0 and (
        is_adverb(token.text) or is_preposition(token.text) or token.lower.endswith(("’s", "'s"))
    )
    return opens or token.lower.endswith("ing") and words == 0 and is_verb(token.text)


def _is_short_member(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens[at : at + MAX_MEMBER]
    return bool(tokens) and not any(t.found is not None or is_auxiliary(t.text) for t in tokens)


def _ends_at_and(sentence: Sentence, at: int) -> bool:
    """Say whether an `and` opens a new clause: a verb in -ing, an auxiliary or an amount follows."""
    tokens = sentence.tokens
    if tokens[at].lower not in {"and", "or"} or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.is_word and (
        is_auxiliary(after.text) or (after.lower.endswith("ing") and after.lower in verbs())
    )


def _before_joint(sentence: Sentence, start: int, figure: int) -> int:
    """Return the end of a clause before a figure, without `and`, commas and the words of its modifier."""
    tokens = sentence.tokens
    found = tokens[figure].found
    modifier = found.reading.modifier_span if found is not None else None
    end = figure
    while end > start:
        token = tokens[end - 1]
        in_modifier = modifier is not None and token.start >= modifier[0]
        joint = token.lower in {"and", "or", ",", "but", "an", "a", "the"}
        if not in_modifier and not joint:
            break
        end -= 1
    return end


def find_predicate(sentence: Sentence, start: int) -> int | None:
    """Return where the predicate of a subject that ends before `start` begins.

    Brackets, lists of parts between commas and prepositional phrases are passed over.
    """
    tokens = sentence.tokens
    i = start
    inserted = False
    while i < len(tokens):
        token = tokens[i]
        if token.found is None and token.text in "([":
            i = after_bracket(sentence, i)
        elif token.found is None and token.text == ",":
            opens = _opens_insertion(sentence, i)
            if not (inserted or opens):
                return None
            inserted = opens
            i += 1
        elif is_predicate_start(sentence, i):
            return _past_reduced_relative(sentence, i)
        elif token.lower in {"who", "that", "which"}:
            return i + 1 if i + 1 < len(tokens) else None
        elif _ends_subject(token):
            return None
        else:
            i += 1
    return None


def _past_reduced_relative(sentence: Sentence, at: int) -> int:
    """Return where the predicate begins when a participle only qualifies: `people displaced by floods were …`."""
    tokens = sentence.tokens
    if is_auxiliary(tokens[at].text) or not tokens[at].lower.endswith(PARTICIPLES):
        return at
    for i in range(at + 1, min(at + MAX_RELATIVE, len(tokens))):
        token = tokens[i]
        if token.found is not None or not token.is_word or is_boundary(token):
            return at
        if token.lower in {"and", "or"}:
            return at
        if is_auxiliary(token.text):
            return i
    return at


PARTICIPLES = ("ed", "en", "wn", "lost", "left", "held", "built", "hit", "made")
MAX_RELATIVE = 9  # words of a participle and what belongs to it


def _ends_subject(token: Token) -> bool:
    if token.found is not None or token.lower in INSERTIONS:
        return False
    if not token.is_word:
        return token.text in ".;:!?)]"
    return token.lower in word_class("subordinators") and not is_preposition(token.text)


INSERTIONS = frozenset("including excluding of and mostly mainly especially particularly".split())


def _opens_insertion(sentence: Sentence, comma: int) -> bool:
    """Say whether a comma opens or goes on with an insertion that lists parts of the subject."""
    tokens = sentence.tokens
    if comma + 1 >= len(tokens):
        return False
    after = tokens[comma + 1]
    return after.found is not None or after.lower in INSERTIONS or is_adverb(after.text)


def noun_phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Return the noun phrase that ends before a position, its of-phrases included."""
    tokens = sentence.tokens
    start = end
    while start > 0 and end - start < MAX_PHRASE:
        token = tokens[start - 1]
        if token.found is not None or not token.is_word:
            break
        if token.lower in word_class("subordinators") or (
            is_auxiliary(token.text) or is_predicate_start(sentence, start - 1)
        ):
            break
        if is_preposition(token.text) and token.lower not in WITHIN_NOUN_PHRASE:
            break
        start -= 1
    return trimmed(sentence, (start, end))


WITHIN_NOUN_PHRASE = frozenset("of to on for in with by".split())


def trimmed(sentence: Sentence, span: Range) -> Range | None:
    """Return a phrase without articles, conjunctions and punctuation at its ends; None if nothing is left."""
    tokens = sentence.tokens
    start, end = span
    while start < end and _is_edge(tokens[start], first=True):
        start += 1
    while end > start and _is_edge(tokens[end - 1], first=False):
        end -= 1
    return (start, end) if start < end else None


def trimmed_end(sentence: Sentence, span: Range) -> Range | None:
    """Return a phrase without what says nothing at its end; None if nothing is left."""
    start, end = span
    while end > start and is_trailing(sentence.tokens[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _is_edge(token: Token, *, first: bool) -> bool:
    if token.found is not None:
        return False
    if not token.is_word:
        return token.text not in {"(", ")"} or first
    if token.lower in NOUN_STOPS:
        return True
    if first:
        return is_determiner(token.text) or is_preposition(token.text)
    return is_preposition(token.text) or is_determiner(token.text)


def is_trailing(token: Token) -> bool:
    """Say whether a token at the end of a phrase says nothing: punctuation, `and`, a lone preposition."""
    return token.found is None and _is_edge(token, first=False)


def without_auxiliaries(sentence: Sentence, start: int, end: int) -> int:
    """Return where a predicate begins once auxiliaries are left out (adverbs before a verb stay)."""
    tokens = sentence.tokens
    i = start
    while i < end - 1 and (is_auxiliary(tokens[i].text) or tokens[i].lower in SKIPPED_ADVERBS):
        i += 1
    return i


SKIPPED_ADVERBS = frozenset("already also now still currently so far just".split())


def copula_before(sentence: Sentence, at: int) -> int | None:
    """Return where the verb chain that joins a subject to the amount at `at` begins; None without one.

    `was estimated to have reached`, `amounts to`, `totalled`, `increased in 2022 from`, `stood at`.
    """
    tokens = sentence.tokens
    i = at
    seen_verb = False
    while i > 0:
        token = tokens[i - 1]
        if token.found is not None and token.found.is_time:
            i -= 1
            continue
        if token.found is not None or not token.is_word:
            break
        lower = token.lower
        if lower in forms_of("copulas") or is_auxiliary(token.text):
            seen_verb = True
        elif not (is_preposition(token.text) or is_adverb(token.text) or lower in CHAIN_WORDS):
            break
        i -= 1
    if not seen_verb:
        return None
    while i < at and not (tokens[i].lower in forms_of("copulas") or is_auxiliary(tokens[i].text)):
        i += 1
    return i


CHAIN_WORDS = forms_of("reporting") | frozenset(
    "an a the more less fewer than least most some about approximately estimated up just nearly high low".split()
)
