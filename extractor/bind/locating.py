"""The place that a sentence gives for a figure: the nearest one that its words do not give away."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, takewhile

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.bind.passage import Sentence
from extractor.bind.words import is_auxiliary, is_verb
from extractor.entities import Mention

LOCATIVE = frozenset("in within across inside throughout at around near".split())
ORIGIN = frozenset({"from", "by"})
"""What leads to a place that people or money come from, not where a figure holds."""
OWNER = regex.compile(
    r"""
    \b
    (?: Government | Governments | Republic | Ministry | President | Parliament | State | Kingdom
      | gouvernement | gobierno
    )
    \s++ (?: of | de | du ) \s++ (?: the\s++ )? $
    """,
    regex.X | regex.I,
)
MAX_PLACES = 16  # on each side of a figure: behind so many others a place is never the nearest
NEXT_CLAUSE = regex.compile(r", \s (?: and | but | while | whereas ) \s \p{L}", regex.X)
LEAD_WINDOW = 40  # characters before a place in which its preposition or owner stands
VERB_WINDOW = 40  # characters after a place in which the first word stands whole
MAX_ADVERB = 60  # characters between a figure and the `globally` that is said of it
MAX_ADJACENT = len(" in the ")  # characters; so near, a place belongs to the figure before it

# Costs are characters of distance; these make a place as good as one so much further away.
COST_NOT_LOCATIVE = 120  # no preposition says that something is there
COST_ACTING = 200  # a state that does something is an actor, not a location
COST_OTHER_FIGURE = 60  # another figure stands between
COST_BEFORE = 40  # what stands before the figure may belong to the clause before


def place_in_sentence(context: Context, found: Found, sentence: Sentence) -> Binding | None:
    """Return the place that a figure's sentence states for it."""
    near = _nearest(context.places_in(sentence.span), found)
    costs = ((_cost(context, found, m, sentence), m) for m in near)
    told = [(cost, mention) for cost, mention in costs if cost is not None]
    if not told:
        return None
    _, place = min(told, key=lambda pair: pair[0])
    return Binding(place.value, "stated", "place.clause", place.span, place.code)


def _nearest(places: Sequence[Mention], found: Found) -> Sequence[Mention]:
    """Return the places nearest to a figure on both sides, in order."""
    at = bisect_left(places, found.span[0], key=lambda place: place.span[0])
    return places[max(0, at - MAX_PLACES) : at + MAX_PLACES]


def _cost(context: Context, found: Found, mention: Mention, sentence: Sentence) -> int | None:
    """Return how far a place is from a figure; None where its words give it to something else."""
    before = context.doc.text[max(0, mention.span[0] - LEAD_WINDOW) : mention.span[0]]
    lead = _last_word(before)
    others = _figures_between(found, mention, sentence)
    if lead in ORIGIN or _is_elsewhere(context, found, mention) or _is_of_other(mention, others):
        return None
    cost = _distance(found, mention) + COST_OTHER_FIGURE * len(others)
    opens = mention.span[0] == sentence.span[0]
    if lead not in LOCATIVE and not opens and not _is_adverbial(mention):
        cost += COST_NOT_LOCATIVE
    if OWNER.search(before) or _acts(context, mention):
        cost += COST_ACTING
    return cost + (COST_BEFORE if mention.span[0] < found.span[1] else 0)


def _last_word(before: str) -> str:
    """Return the last word before a place, articles left out."""
    words = before.lower().replace(" the ", " ").split()
    return words[-1] if words else ""


def _distance(found: Found, mention: Mention) -> int:
    first, second = sorted((found.span, mention.span))
    return second[0] - first[1]


def _figures_between(found: Found, mention: Mention, sentence: Sentence) -> list[Found]:
    (_, end), (start, _) = sorted((found.span, mention.span))
    founds = sentence.founds
    at = bisect_left(founds, end, key=_start)
    between = takewhile(lambda f: f.span[0] < start, islice(founds, at, None))
    return [f for f in between if not f.is_time]


def _start(found: Found) -> int:
    return found.span[0]


def _is_of_other(mention: Mention, others: list[Found]) -> bool:
    """Say whether a place stands right after another figure, which stands between."""
    return any(0 <= mention.span[0] - f.span[1] <= MAX_ADJACENT for f in others[-1:])


def _is_elsewhere(context: Context, found: Found, mention: Mention) -> bool:
    """Say whether a semicolon stands between, or the mention is a far-off `globally`.

    `Prices rose by 18 per cent, and rents in Lorn by 30`: nor does a later clause say where.
    """
    start, end = sorted((found.span[0], mention.span[0]))
    between = context.doc.text[start:end]
    far = _is_adverbial(mention) and end - start > MAX_ADVERB
    later = found.span < mention.span and NEXT_CLAUSE.search(between) is not None
    return far or later or ";" in between


def _acts(context: Context, mention: Mention) -> bool:
    """Say whether a place is the subject of a verb: it does something, nothing holds in it."""
    words = context.doc.text[mention.span[1] : mention.span[1] + VERB_WINDOW].split()
    return bool(words) and words[0].isalpha() and (is_auxiliary(words[0]) or is_verb(words[0]))


def _is_adverbial(mention: Mention) -> bool:
    return mention.value.lower().endswith(("ally", "wide"))
