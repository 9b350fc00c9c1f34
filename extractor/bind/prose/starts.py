"""Where a figure begins with what belongs to it: its modifier and its articles."""

from collections.abc import Sequence

from extractor.bind.found import Found, Span
from extractor.bind.passage import Sentence, Token
from extractor.bind.words import is_adverb

LEADS = frozenset("an a the another further additional remaining some only just merely".split())
"""What may stand between a figure, or its modifier, and the words that govern it."""
ARTICLES = frozenset({"a", "an"})
HELD = frozenset("constant lower higher steady mere stable record modest fixed flat".split())
"""What an amount is said to be behind its article: `a constant 6 per cent`."""
LABEL_LIMITS = frozenset("max min maximum minimum".split())
ANNOUNCING = frozenset("total average sum maximum minimum median".split())
"""Nouns that only announce an amount: `a total of 300 boats`."""


def start_of(sentence: Sentence, at: int, found: Found) -> int:
    """Return the position of the first word of a figure's modifier and articles, or its own."""
    tokens, reading = sentence.tokens, found.reading
    modifier = reading.modifier_span
    i = at
    if modifier is not None and modifier[0] < reading.span[0] and not _heads(tokens, at, modifier):
        while i > 0 and tokens[i - 1].start >= modifier[0]:
            i -= 1
        i += tokens[i].lower == "cannot"  # `cannot exceed`: its verb, too
    if i > 1 and reading.low is not None and tokens[i - 1].lower == "between":
        i -= 1
    i = _before_articles(tokens, i)
    if i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].lower in ANNOUNCING:
        i = _before_articles(tokens, i - 2)
    return i


def _heads(tokens: Sequence[Token], at: int, modifier: Span) -> bool:
    """Say whether a limit heads a figure's label, which goes on: `Max. working pressure 10 bar`."""
    last = tokens[at - 1]
    first = next((t.lower for t in reversed(tokens[:at]) if t.start <= modifier[0]), "")
    return last.start >= modifier[1] and last.lower != "of" and first.rstrip(".") in LABEL_LIMITS


def _before_articles(tokens: Sequence[Token], i: int) -> int:
    if i > 1 and tokens[i - 1].lower in HELD:
        first = i - 1 - is_adverb(tokens[i - 2].text)
        i = first if tokens[first - 1].lower in ARTICLES else i
    while i > 0 and tokens[i - 1].lower in LEADS:
        i -= 1
    return i
