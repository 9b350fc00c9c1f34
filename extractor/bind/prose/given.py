"""What a verb does for those counted behind it, with what, and whose part they are."""

from extractor.bind.chains import without_auxiliaries
from extractor.bind.clauses import CIRCUMSTANCES, clause_end
from extractor.bind.found import Binding
from extractor.bind.passage import Range, Sentence
from extractor.bind.phrases import subject_before, trimmed_end
from extractor.bind.prose.governed import HOLDING, governing_verb, reports, verb_phrase
from extractor.bind.prose.spot import Spot, clean, set_indicator, text_range
from extractor.bind.words import is_adverb, is_auxiliary, is_preposition, verbs

GIVING = frozenset(
    "provide supply equip reach assist support help serve target furnish present".split()
)
"""Verbs whose object is given something: `with` says what."""
LINKS = {
    "screen": {"for"},
    "test": {"for"},
    "treat": {"for"},
    "vaccinate": {"against"},
    "immunize": {"against"},
    "immunise": {"against"},
    "train": {"in", "on"},
    "educate": {"in", "on"},
    "sensitize": {"on"},
}
"""What links to other verbs what they are done for, against or in."""
MAX_GIVEN = 14  # words of what is given; a longer stretch runs over into something else


def verb_left(spot: Spot) -> bool:
    """`reach 40,000 people`, `provided shelter to 12,000 households`: the verb and its object.

    Of a verb without an object before the figure it is also what it gives: `provided 300 families
    with shelter`.
    """
    verb = governing_verb(spot.sentence, spot.before)
    phrase = verb_phrase(spot.sentence, verb, spot.before) if verb is not None else None
    if verb is None or phrase is None or is_auxiliary(spot.tokens[phrase[0]].text):
        return False
    alone = phrase[1] == phrase[0] + 1
    holds = verbs().get(spot.tokens[phrase[0]].lower) in HOLDING
    if alone and (holds or reports(spot.sentence, verb, spot.before)):
        return False
    if alone and verbs().get(spot.tokens[phrase[0]].lower) == "go":  # `Stoves went to 300 homes`
        phrase = subject_before(spot.sentence, verb) or phrase
    given = _given(spot, phrase[0]) if alone and phrase[1] == spot.before else None
    if given is not None:
        value = " ".join(clean(spot, text) for text in _texts(spot, phrase, given))
        span = text_range(spot.sentence, phrase)
        spot.found.indicator = Binding(value, "stated", "prose.verb_with", span)
        return True
    bare = phrase[1] > phrase[0] + 1 and is_adverb(spot.tokens[phrase[1] - 1].text)
    return set_indicator(spot, (phrase[0], phrase[1] - bare), "prose.verb", keep_edge=True)


def _texts(spot: Spot, *spans: Range) -> list[tuple[int, int]]:
    return [text for span in spans if (text := text_range(spot.sentence, span)) is not None]


def _given(spot: Spot, verb: int) -> Range | None:
    """Return what is given to those counted, with its preposition, if the clause says it."""
    tokens, base = spot.tokens, verbs().get(spot.tokens[verb].lower, "")
    links = {"with"} if base in GIVING else LINKS.get(base)
    if links is None:
        return None
    end = clause_end(spot.sentence, spot.after_noun)
    places = [i for i in range(spot.after_noun, end) if tokens[i].lower in links]
    if not places:
        return None
    start = places[-1] if links == {"with"} else places[0]
    end = min(end, start + MAX_GIVEN)
    cut = (i for i in range(start + 2, end) if tokens[i].lower in CIRCUMSTANCES)
    phrase = trimmed_end(spot.sentence, (start, next(cut, end)))
    return phrase if phrase is not None and phrase[1] > start + 1 else None


def member_of(spot: Spot) -> bool:
    """`Incidents included 12 attacks and 3 arrests`: some of what a plural subject names."""
    verb = governing_verb(spot.sentence, spot.before)
    if verb is None:
        return False
    at = without_auxiliaries(spot.sentence, verb, spot.before)
    if verbs().get(spot.tokens[at].lower) != "include":
        return False
    phrase = subject_before(spot.sentence, verb)
    plural = phrase is not None and _is_plural(spot.sentence, phrase)
    return phrase is not None and plural and set_indicator(spot, phrase, "prose.member")


def _is_plural(sentence: Sentence, phrase: Range) -> bool:
    words = sentence.tokens[slice(*phrase)]
    of = next((i for i, t in enumerate(words) if is_preposition(t.text)), len(words))
    head = words[max(0, of - 1)].lower
    return head.endswith("s") and not head.endswith("ss")
