"""Stages of one measure: `Homes with light (baseline: 34%; target: 75%)`, in any language.

What a stage is of stands before the bracket or colon in which the stages are told; a stage by
itself says when in a programme a value holds, not what of.
"""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Sentence
from extractor.bind.phrases import noun_phrase_before
from extractor.bind.tables.headers import is_stage
from extractor.bind.tables.labels import bare_label
from extractor.bind.tables.naming import without_tails
from extractor.bind.tables.own_labels import bind_counted
from extractor.bind.tables.unitheads import base_of
from extractor.bind.verbs import PRONOUNS, RELATIVES, is_predicate_start
from extractor.bind.words import is_auxiliary, simple_pasts, verbs, word_class

RULE = "prose.staged"
ZONES = frozenset({"prose", "list", "heading"})
STAGE = regex.compile(
    r"""
    (?P<open> [(\[:;,] ) \s*+ (?P<stage> \p{L}++ (?: \s \p{L}++ ){0,2}+ )
    (?: \s? [(]? \s? (?: (?: in | en | for | pour | para ) \s )?+ (?: 19 | 20 ) \d\d [)]? )?+
    \s?+ (?: [:=–-] \s?+ )?+ (?: (?: of | is | de | à | a ) \s )?+ [~≥≤<>]?+ \s?+ $
    """,
    regex.X,
)
"""A stage between a sign and its value: `(target 2032: `, `; baseline of `."""
HEAD = regex.compile(
    r"(?: \G | [:.;!?\n] \s ) (?P<host> (?: (?! \. \s \p{Lu} ) [^:;!?\n] ){3,200}+ ) $", regex.X
)
"""What stands before stages, behind the number or name of its line: `Indicator 3.4: `."""
AMBIGUOUS = frozenset({"base"})
"""What by itself is as well another thing: `The camp (base: 40 tents)`."""
MORE = frozenset({"more", "fewer", "less"})
MAX_STAGE = 60  # characters before a value in which its stage stands
MAX_BACK = 160  # characters before a value in which its stages begin
MAX_HOST = 25  # words


def bind_staged(context: Context) -> None:
    """Bind each value that follows a stage to what its stages are of."""
    for found in context.founds:
        if found.zone not in ZONES or found.is_time or found.cell is not None:
            continue
        host = _host(context, found) if stage_of(context, found) is not None else None
        if host is not None and _is_clause(context, found, host):
            host = _noun_before(context, found, host[1])
        if host is not None:
            _bind(context, found, host)


def stage_of(context: Context, found: Found) -> Span | None:
    """Return where the stage right before a value stands; None where none does."""
    start = max(context.doc.blocks[found.block].span[0], found.span[0] - MAX_STAGE)
    said = STAGE.search(context.doc.text, start, found.span[0])
    if said is None or said["stage"].lower() in AMBIGUOUS or not is_stage(said["stage"]):
        return None
    return said.span("stage")


def _host(context: Context, found: Found) -> Span | None:
    """Return where that stands which the stages of a bracket, or behind a colon, are of."""
    text, first = context.doc.text, context.doc.blocks[found.block].span[0]
    opening = _opening(text, max(first, found.span[0] - MAX_BACK), found.span[0])
    said = HEAD.search(text, first, opening) if opening is not None else None
    if said is None:
        return None
    start, end = said.span("host")
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    told = context.founds_in((start, end))
    named = text[start:end].count(" ") < MAX_HOST and any(c.isalpha() for c in text[start:end])
    return (start, end) if named and all(f.is_time for f in told) else None


def _is_clause(context: Context, found: Found, host: Span) -> bool:
    """`The target was missed (baseline 20%)`: say whether what stands before stages is a clause."""
    sentence = context.sentence_of(found)
    if sentence is None or context.collected.language not in {None, "en"}:
        return False
    for at, token in enumerate(sentence.tokens):
        if not host[0] <= token.start < host[1]:
            continue
        if token.lower in RELATIVES:  # `People who have received nets`
            return False
        if token.lower in PRONOUNS or _is_finite(sentence, at):
            return True
    return False


def _noun_before(context: Context, found: Found, end: int) -> Span | None:
    """Return the noun phrase of a clause right before its stages: `We expect growth (target: 4%)`.

    A stage is none by itself: `We met the target (baseline 20%)`.
    """
    sentence = context.sentence_of(found)
    if sentence is None:
        return None
    last = next((i for i, t in enumerate(sentence.tokens) if t.end == end), None)
    phrase = noun_phrase_before(sentence, last + 1) if last is not None else None
    if last is None or phrase is None or phrase[1] != last + 1 or phrase[0] == 0:
        return None
    start = phrase[0] + (sentence.tokens[phrase[0]].lower in MORE and phrase[0] < last)
    words = sentence.tokens[start : phrase[1]]
    told = len(words) == 1 and not _names_amount(words[0].lower)
    told = told or any(t.found is not None or is_stage(t.text) for t in words)
    governed = is_predicate_start(sentence, phrase[0] - 1)
    return (words[0].start, end) if governed and not told else None


def _names_amount(word: str) -> bool:
    """Say whether a word by itself surely names what is measured: no `early`, no `open`."""
    return word in word_class("quantities") or word.endswith("s")


def _is_finite(sentence: Sentence, at: int) -> bool:
    """Say whether a word is surely a finite verb; a participle may belong to a noun."""
    word = sentence.tokens[at]
    if is_auxiliary(word.text) and word.text.islower():
        return True
    third = verbs().get(word.lower) != word.lower and word.lower.endswith("s")
    return (third or word.lower in simple_pasts()) and is_predicate_start(sentence, at)


def _opening(text: str, first: int, end: int) -> int | None:
    """Return where the bracket opens in which a value stands, or the colon before its stages."""
    depth = 0
    for at in range(end - 1, first - 1, -1):
        if text[at] in ")]":
            depth += 1
        elif text[at] in "([":
            if depth == 0:
                return at
            depth -= 1
    colon = text.find(": ", first, end)
    stages = text[colon + 1 : end].replace(":", " ").split() if colon >= 0 else []
    return colon if stages and is_stage(stages[0].strip(",;")) else None


def _bind(context: Context, found: Found, host: Span) -> None:
    label = bare_label(context.doc.quote(host))
    label = without_tails(context, label, host) or label
    found.indicator = Binding(label, "stated", RULE, host)
    if found.reading.kind == "count" and found.reading.noun is None:
        found.unit = None
        bind_counted(context, found, label, host)
    base = base_of(context.doc.quote(host)) if found.reading.kind == "percent" else None
    if base is not None:
        found.population = Binding(base, "stated", RULE, host)
