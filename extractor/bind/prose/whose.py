"""Whose an amount is: of those who spend, draw or get it, or of each to whom it goes.

`The average household spends USD 310`, `Families there draw 11 litres`, `an allowance of EUR 40 to
each family`: the people whose it is are its group. Bodies and things have no group so.
"""

from collections.abc import Iterator

from extractor.bind.passage import Range, Token
from extractor.bind.phrases import subject_before
from extractor.bind.prose.governed import governing_verb
from extractor.bind.prose.spot import AMOUNTS, Spot, set_population, text_range
from extractor.bind.verbs import CONJUNCTIONS
from extractor.bind.words import is_adverb, is_preposition, is_title_case, verbs
from extractor.entities.gazetteer import people_nouns

TAKING = frozenset(
    "spend draw get receive earn pay need require lack use consume drink eat walk travel live "
    "settle stay save borrow owe lose own send afford".split()
)
"""Verbs of those whose an amount is, or who are so far away."""
EACH = frozenset({"each", "every"})
SINGLE = frozenset("average typical each every".split())
"""What makes one stand for all of its kind."""
RULE = "prose.whose_amount"
LEADING = frozenset("of the these those".split())
MAX_WORDS = 4  # of the name of a group behind `each`


def bind_whose(spot: Spot) -> None:
    """Bind the people who act on an amount, or each of whom gets it, as its group."""
    if spot.found.reading.kind not in AMOUNTS or spot.found.population is not None:
        return
    group = _to_each(spot) or _subject(spot)
    set_population(spot, text_range(spot.sentence, group), RULE)


def _to_each(spot: Spot) -> Range | None:
    """Return the people in `an allowance of EUR 40 to each family`."""
    tokens, at = spot.tokens, spot.after_figure
    if [t.lower in {"to", "for"} for t in tokens[at : at + 1]] != [True]:
        return None
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in EACH:
        return None
    last = min(len(tokens), at + 2 + MAX_WORDS)
    noun = next((i for i in range(at + 2, last) if tokens[i].lower in people_nouns()), None)
    if noun is None:
        return None
    start = at + 2
    while tokens[at + 2].lower == "of" and start < noun and _leads_to_several(tokens[start]):
        start += 1
    return start, noun + 1


def _leads_to_several(token: Token) -> bool:
    """Say whether a word stands before a group of several: `each of the 300 women`."""
    return token.found is not None or token.lower in LEADING


def _subject(spot: Spot) -> Range | None:
    """Return the people that are the subject of the verb right before an amount."""
    i = spot.before - 1
    while i > 0 and is_adverb(spot.tokens[i].text):
        i -= 1
    if i < 1 or verbs().get(spot.tokens[i].lower) not in TAKING:
        return None
    verb = governing_verb(spot.sentence, spot.before)
    if verb and spot.tokens[verb - 1].lower in CONJUNCTIONS:
        verb = governing_verb(spot.sentence, verb - 1)  # `reach 300 people and need USD 4`
    phrase = subject_before(spot.sentence, verb) if verb is not None else None
    return next(_people(spot, phrase), None) if phrase is not None else None


def _people(spot: Spot, phrase: Range) -> Iterator[Range]:
    """Yield the people that head a phrase: several of them, or one who stands for all."""
    tokens = spot.tokens
    for i in range(*phrase):
        lower = tokens[i].lower
        if is_preposition(tokens[i].text):
            return
        named = i > 0 and is_title_case(tokens[i].text)  # a body's name may end in such a noun
        if lower in people_nouns() and not named:
            words = {t.lower for t in tokens[max(0, phrase[0] - 1) : i]}
            if people_nouns()[lower] != lower or not words.isdisjoint(SINGLE):
                yield phrase[0], i + 1
