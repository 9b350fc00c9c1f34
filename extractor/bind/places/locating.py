"""The place that a sentence gives for a figure: the nearest one that its words do not give away."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.bind.passage import Sentence
from extractor.bind.places.givers import gives
from extractor.bind.places.leads import opens_member
from extractor.bind.places.own_areas import has_own_area
from extractor.bind.words import is_auxiliary, is_determiner, is_verb
from extractor.entities import Mention

LOCATIVE = frozenset(
    "in within across inside throughout at around near above below along off"
    " en dans à au aux sur у в на في داخل".split()
)
TYING = frozenset("of for to d de du des del para pour".split())
"""What ties a place to a noun, if more loosely: `the people of Lorn`, `a plan for Lorn`."""
ORIGIN = frozenset("from by outside beyond versus than desde depuis par por".split())
"""What leads to a place that people or money come from, or that another is held against."""
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
DIRECTIONS = frozenset(
    "central east eastern great greater inner lower middle north northeast northeastern"
    " northern northwest northwestern outer south southeast southeastern southern southwest"
    " southwestern upper west western".split()
)
ARTICLES = frozenset("la le les el los las rural urban".split())
ELIDED = regex.compile(r"(?<! \p{L} ) [lL] ['’] | (?<= [dD] ) ['’]", regex.X)
"""The elided article of a name, and what is elided of the `de` before it."""
BY_NAME = regex.compile(r"\s?+ [(:–—\-] \s?+ (?: \p{Ll} \s? = \s? )?+", regex.X)
"""What stands between a name and its own figure: `Lorn (43)`, `Lorn: 43`."""
WIDER = regex.compile(
    r"""
    \b (?: [Ii]n | [Aa]t | [Nn]ear | [Ww]ithin | [Aa]cross ) \s (?: the \s )?+
    (?: \p{Lu} [\p{L}\-]*+ \s? ){1,5} , \s $
    """,
    regex.X,
)
"""What stands before a wider place: `in Tarn District, Lorn Province`."""
NAME_BEFORE = regex.compile(r"(?<word> \p{Lu} \p{Ll}++ ) \s $", regex.X)
NAME_AFTER = regex.compile(
    r"\s (?: dollars? | francs? | pounds? | shillings? | rupees? | dinars? ) \b", regex.X
)
COUNTRIES = frozenset("countries nations territories states economies pays países".split())
"""Nouns of counted places, which are in no country."""
JOINED = regex.compile(r"\s*+ (?: ,\s (?: and | et | y )? | and | & | et | y ) \s*+ $", regex.X)
AND = regex.compile(r"\b (?: and | et | y ) \b | &", regex.X)
MAX_PLACES = 6  # on each side of a figure: behind so many others a place is never the nearest
NEXT_CLAUSE = regex.compile(
    r", \s (?: and | but | while | whereas ) \s \p{L}"
    r" | \s (?: tandis | alors | mientras ) \s que \b",
    regex.X,
)
AMONG_OTHERS = regex.compile(
    r"""
    , \s (?: including | such \s as | notably | especially | particularly | y \s compris | incluso )
    \s [^\p{Nd},;]{0,60}+ $
    """,
    regex.X,
)
"""What leads to a place that is only one of those where a figure before it holds."""
LEAD_WINDOW = 40  # characters before a place in which its preposition or owner stands
VERB_WINDOW = 40  # characters after a place in which the first word stands whole
MAX_ADVERB = 60  # characters between a figure and the `globally` that is said of it
MAX_OPENING = 40  # characters from the start of a sentence to a place that all of it is about
MAX_GAP = 12  # characters, more than any gap between a label and its figure
MAX_ADJACENT = len(" in the ")  # characters; so near, a place belongs to the figure before it

# Costs are characters of distance; these make a place as good as one so much further away.
COST_NOT_LOCATIVE = 120  # no preposition says that something is there
COST_ACTING = 200  # a state that does something is an actor, not a location
COST_OTHER_FIGURE = 60  # another figure stands between
COST_BEFORE = 40  # what stands before the figure may belong to the clause before


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before a place."""

    word: str
    """The last word, articles and directions left out."""
    is_wider: bool
    """Whether it says that something is in a narrower place."""
    is_owner: bool
    """Whether it makes the place an actor (`the Government of`)."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place of the sentence and how far it is from a figure."""

    cost: int
    place: Mention
    where: bool
    """Whether its words say that something is there."""


def place_in_sentence(
    context: Context, found: Found, sentence: Sentence, *, about_one: bool = False
) -> Binding | None:
    """Return the place that a figure's sentence states for it.

    In a document about one place (`about_one`) a name that no word makes a location is none.
    """
    near = _nearest(context.places_in(sentence.span), found)
    told = [one for m in near if (one := _candidate(context, found, m, sentence)) is not None]
    if about_one:
        told = [one for one in told if one.where]
    if not told:
        return None
    best = min(told, key=lambda one: one.cost)
    rule = "place.clause" if best.where else "place.named"
    first, last = _joined(context.doc.text, context.places_in(sentence.span), best.place)
    if first is last:
        return Binding(best.place.value, "stated", rule, best.place.span, best.place.code)
    span = (first.span[0], last.span[1])
    return Binding(" ".join(context.doc.quote(span).split()), "stated", rule, span)


def _joined(text: str, places: Sequence[Mention], place: Mention) -> tuple[Mention, Mention]:
    """Return the first and the last of the places that one is listed with: `in Lorn, Orn and Ost`.

    A wider place behind a narrower one (`Lorn, Kenya`) is no list of two.
    """
    at = next(i for i, one in enumerate(places) if one is place)
    first = last = at
    while first > 0 and JOINED.match(text, places[first - 1].span[1], places[first].span[0]):
        first -= 1
    while last + 1 < len(places) and JOINED.match(
        text, places[last].span[1], places[last + 1].span[0]
    ):
        last += 1
    ends = AND.search(text[places[last - 1].span[1] : places[last].span[0]]) if last else None
    return (places[first], places[last]) if first < last and ends else (place, place)


def counts_countries(found: Found) -> bool:
    """Say whether a figure counts countries, which lie in none."""
    return found.unit is not None and found.unit.lower().split()[-1] in COUNTRIES


def _nearest(places: Sequence[Mention], found: Found) -> Sequence[Mention]:
    """Return the places nearest to a figure on both sides, in order."""
    at = bisect_left(places, found.span[0], key=lambda place: place.span[0])
    return places[max(0, at - MAX_PLACES) : at + MAX_PLACES]


def _candidate(
    context: Context, found: Found, mention: Mention, sentence: Sentence
) -> _Candidate | None:
    """Return a place of a sentence for a figure; None where its words give it to something else."""
    before = _led(context.doc.text[max(0, mention.span[0] - LEAD_WINDOW) : mention.span[0]])
    lead = before.word
    others = _figures_between(found, mention, sentence)
    if lead in ORIGIN or _is_elsewhere(context, found, mention, sentence):
        return None
    if _is_of_other(mention, others) or _labels_other(context, found, mention, sentence):
        return None
    given = lead not in LOCATIVE | TYING and gives(context.doc.text, found, mention, sentence)
    if given or _is_name_of_other(context, found, mention, sentence):
        return None
    where = lead in LOCATIVE or _opens_or_labels(context, found, mention, sentence)
    where = where or before.is_wider
    acts = before.is_owner or (lead not in TYING and _acts(context, mention))
    cost = _distance(found, mention) + COST_OTHER_FIGURE * len(others)
    cost += 0 if where else COST_NOT_LOCATIVE
    cost += COST_ACTING if acts else 0
    cost += COST_BEFORE if mention.span[0] < found.span[1] else 0
    named = mention.value[:1].isupper()  # `programme countries` are one only where `in` says so
    tied = (named and lead in TYING) or context.doc.text[mention.span[1] : mention.span[1] + 1] in {
        "'",
        "’",
    }
    return _Candidate(cost, mention, where or (tied and not acts))


def _opens_or_labels(context: Context, found: Found, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a place opens its sentence, is an adverb, or stands by a figure as its label."""
    gap = context.doc.text[mention.span[1] : found.span[0]]
    labels = mention.span[1] < found.span[0] and BY_NAME.fullmatch(gap[:MAX_GAP]) is not None
    labels = labels or opens_member(context.doc.text, mention, found, sentence)
    return labels or mention.span[0] == sentence.span[0] or _is_adverbial(mention)


def _is_name_of_other(context: Context, found: Found, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a name of a place is part of another name, or what the figure itself counts.

    `the Lorn-Orn line`, `New Lorn City`, `Lorn dollars`; `40 programme countries`.
    """
    text = context.doc.text
    start, end = mention.span
    if counts_countries(found) and mention.code is not None:
        return True
    hyphened = text[start - 1 : start] == "-" or text[end : end + 1] == "-"
    name = NAME_BEFORE.search(text, max(sentence.span[0], start - LEAD_WINDOW), start)
    inside = name is not None and name.start() > sentence.span[0] and _names(name["word"])
    own = found.reading.noun
    counted = own is not None and own[0] < end and start < own[1]
    return hyphened or inside or counted or NAME_AFTER.match(text, end) is not None


def _names(word: str) -> bool:
    lower = word.lower()
    return lower not in DIRECTIONS and lower not in LOCATIVE | TYING and not is_determiner(word)


@lru_cache(maxsize=256)  # a place is asked about by all figures of its sentence
def _led(before: str) -> _Lead:
    return _Lead(
        _last_word(before), WIDER.search(before) is not None, OWNER.search(before) is not None
    )


def _last_word(before: str) -> str:
    """Return the last word before a place, articles and directions left out.

    >>> _last_word("people in the western "), _last_word("la province de l’")
    ('in', 'de')
    """
    words = ELIDED.sub(" ", before).lower().split()
    while words and (is_determiner(words[-1]) or words[-1] in DIRECTIONS | ARTICLES):
        words.pop()
    return words[-1] if words else ""


def _distance(found: Found, mention: Mention) -> int:
    first, second = sorted((found.span, mention.span))
    return second[0] - first[1]


def _figures_between(found: Found, mention: Mention, sentence: Sentence) -> list[Found]:
    (_, end), (start, _) = sorted((found.span, mention.span))
    starts = sentence.starts
    between = sentence.founds[bisect_left(starts, end) : bisect_left(starts, start)]
    return [f for f in between if not f.is_time]


def _labels_other(context: Context, found: Found, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a place is the label of another figure: `Lorn (29)`."""
    at = bisect_left(sentence.starts, mention.span[1])
    after = next((f for f in sentence.founds[at : at + 1] if not f.is_time), None)
    if after is None or after is found or after.span[0] - mention.span[1] > MAX_GAP:
        return False
    labels = BY_NAME.fullmatch(context.doc.text, mention.span[1], after.span[0]) is not None
    return labels or opens_member(context.doc.text, mention, after, sentence)


def _is_of_other(mention: Mention, others: list[Found]) -> bool:
    """Say whether a place stands right after another figure, which stands between."""
    return any(0 <= mention.span[0] - f.span[1] <= MAX_ADJACENT for f in others[-1:])


def _is_elsewhere(context: Context, found: Found, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a semicolon stands between, or the mention is a far-off `globally`.

    `Prices rose by 18 per cent, and rents in Lorn by 30`: nor does a later clause say where.
    """
    start, end = sorted((found.span[0], mention.span[0]))
    between = context.doc.text[start:end]
    far = _is_adverbial(mention) and end - start > MAX_ADVERB
    vague = mention.value.islower() and "," in between
    other = NEXT_CLAUSE.search(between) is not None
    if found.span < mention.span:
        return far or vague or other or ";" in between or AMONG_OTHERS.search(between) is not None
    inside = mention.span[0] - sentence.span[0] > MAX_OPENING
    return far or vague or ";" in between or (other and inside) or has_own_area(context, found)


def _acts(context: Context, mention: Mention) -> bool:
    """Say whether a place is the subject of a verb: it does something, nothing holds in it."""
    words = context.doc.text[mention.span[1] : mention.span[1] + VERB_WINDOW].split()
    return bool(words) and words[0].isalpha() and (is_auxiliary(words[0]) or is_verb(words[0]))


def _is_adverbial(mention: Mention) -> bool:
    return mention.value.lower().endswith(("ally", "wide"))
