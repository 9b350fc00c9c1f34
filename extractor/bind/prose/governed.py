"""Figures that a verb or a noun before them governs: what is done, and what comes to so much.

The verb is looked for to the left within the clause, over other figures, commas and brackets: in
`distributed 300 nets to 120 families` it governs both figures.
"""

from extractor.bind.chains import without_auxiliaries
from extractor.bind.clauses import clause_end
from extractor.bind.found import Binding, Span
from extractor.bind.passage import CLOSING, Range, Sentence, Token
from extractor.bind.phrases import noun_phrase_before, subject_before, trimmed, trimmed_end
from extractor.bind.prose.spot import (
    VALUING,
    Spot,
    clean,
    counts_people,
    set_indicator_text,
    text_range,
    without_quantity,
)
from extractor.bind.verbs import INTENDING, is_predicate_start
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

ENDS = frozenset(".!?;:([")
CLAUSE_OPENERS = frozenset(
    "while whereas although though because unless when where whereby which that who whose whom "
    "but if according compared than".split()
)
"""What a clause begins with: the verb before it governs nothing in it."""
WEAK_VERBS = frozenset(
    "include contain comprise need require involve engage use have set draw keep leave make get "
    "be do exist consist age name call base give take".split()
)
"""Verbs that say nothing of their object but that it is there."""
HOLDING = frozenset("include contain comprise consist exist".split())
FINDING = frozenset("find note reveal observe".split())
"""Verbs of which the object, and not that it was found, has an amount."""
LINKS = frozenset("in from to across at within on with throughout against for".split())
"""Prepositions between what was done and where, with whom or for how many it was."""
GIVING = frozenset("to for with".split())
"""Prepositions from things to those who have them."""
COUNTING = frozenset("number group majority most out some one any none".split())
"""What a whole is of, not what measures it: `a number of 300 boats`, `one of 20`."""
CHANGES = frozenset(
    "increase decrease rise fall drop decline growth reduction change improvement surge".split()
)
"""Nouns that say that something changed: `an increase from 36 per cent`."""
OF_CHANGE = frozenset("from to by".split())
DEGREES = frozenset("highest lowest higher lower high low most least largest smallest".split())
"""Words that only compare a subject: it is what is measured."""
LASTING = frozenset("take last run".split())
"""Verbs whose subject is what takes so long or so much."""
"""Verbs that say of another one only that it is meant, or goes on."""
DEFINITE = frozenset("the a an its their".split())
MAX_LEFT = 30  # tokens between a figure and the verb that governs it
MAX_TO_HEAD = 3  # words of a noun phrase up to its head
MAX_OBJECT = 7  # words of a verb with its object; a longer one runs over into something else


def amount_of(spot: Spot) -> bool:
    """`a duty of 17 per cent`, `depths of 80 to 120 metres`: the noun that has the amount."""
    return not spot.is_counted and noun_of(spot)


def noun_of(spot: Spot) -> bool:
    """`the closure of two agencies`: the noun to which `of` ties a figure of any kind."""
    found, lead = spot.found, spot.before - 1
    phrase = _last_joined(spot, noun_phrase_before(spot.sentence, lead)) if lead > 0 else None
    phrase = _behind_count(spot, phrase)
    if phrase is None or not _has_amount(spot, phrase):
        return False
    text = without_quantity(spot.sentence, text_range(spot.sentence, phrase))
    if text is None:
        return False
    rule = "prose.amount_of"
    noun = found.reading.noun
    if found.reading.kind == "count" and noun is not None and not counts_people(found):
        value = f"{clean(spot, text)} of {clean(spot, noun)}"
        found.indicator = Binding(value, "stated", rule, text)
        return True
    return set_indicator_text(spot, text, rule)


def _last_joined(spot: Spot, phrase: Range | None) -> Range | None:
    """Return the last of joined noun phrases, where its article shows that it is one by itself.

    `the closure of the camp and the release of USD 3 million`: what was released.
    """
    if phrase is None:
        return None
    tokens = spot.tokens
    for i in range(phrase[1] - 2, phrase[0], -1):
        had = tokens[i].lower == "with" and tokens[i + 1].lower in {"a", "an"}  # `with a crew of`
        if had or (tokens[i].lower == "and" and tokens[i + 1].lower in DEFINITE):
            return i + 2, phrase[1]
    return phrase


def _behind_count(spot: Spot, phrase: Range | None) -> Range | None:
    """Return what has an amount without what another figure counts: `20 posts for savings of`."""
    if phrase is None or phrase[0] == 0 or spot.tokens[phrase[0] - 1].measured is None:
        return phrase
    leads = [i for i in range(*phrase) if spot.tokens[i].lower in GIVING]
    return (leads[-1] + 1, phrase[1]) if leads and leads[-1] + 1 < phrase[1] else phrase


def _has_amount(spot: Spot, phrase: Range) -> bool:
    """Say whether a noun phrase has the amount that follows it: `of`, or a change `by` so much."""
    words = [t.lower for t in spot.tokens[phrase[0] : phrase[1]]]
    if spot.lead == "of":
        return words[-1] not in COUNTING
    return spot.lead in OF_CHANGE and not CHANGES.isdisjoint(words[:MAX_TO_HEAD])


def object_done(spot: Spot) -> bool:
    """`destroyed 300 houses`, `installed taps in 40 villages`: what was done to things counted."""
    noun = spot.found.reading.noun
    verb = governing_verb(spot.sentence, spot.before)
    if noun is None or verb is None or says_little(spot.sentence, verb, spot.before):
        return False
    phrase = verb_phrase(spot.sentence, verb, spot.before)
    text = text_range(spot.sentence, phrase)
    link = _link(spot, phrase) if phrase is not None else None
    if text is None or link is None:
        return False
    has_object = bool(link) and phrase is not None and phrase[1] > phrase[0] + 1
    where = bool(link) and clean(spot, noun).split()[-1].lower() in word_class("areas")
    if where and not has_object and _happened(spot, verb, text):
        return True
    parts = (clean(spot, text), link, clean(spot, noun))[: 1 if has_object or where else 3]
    value = " ".join(part for part in parts if part)
    spot.found.indicator = Binding(value, "stated", "prose.object", text)
    return True


def _happened(spot: Spot, verb: int, said: Span) -> bool:
    """`The harvest failed in 12 districts`: what did so where, of a verb without an object."""
    phrase = subject_before(spot.sentence, verb)
    acts = not is_auxiliary(spot.tokens[verb].text) and spot.figure_before is None
    alone = acts and phrase is not None and phrase[1] == verb
    text = text_range(spot.sentence, phrase) if alone else None
    return text is not None and set_indicator_text(spot, (text[0], said[1]), "prose.object")


def _link(spot: Spot, phrase: Range) -> str | None:
    """Return what links a counted noun to its verb: nothing, or a preposition; None if neither."""
    tokens, i = spot.tokens, spot.before
    while i > phrase[1] and _owns(tokens[i - 1]):
        i -= 1
    lead = tokens[i - 1].lower
    if i == phrase[1] or lead in LINKS:
        return lead if lead in LINKS else ""
    listed = any(t.measured is not None for t in tokens[phrase[1] : i])
    return "" if listed and lead in {"and", ","} else None


def _owns(token: Token) -> bool:
    return is_determiner(token.text) or token.lower.endswith(("’s", "'s", "s’", "s'"))


def said_left(spot: Spot) -> bool:
    """`A visit takes two days`, `recorded the highest price at USD 5`: what the clause says."""
    is_part = spot.found.reading.kind == "count" and spot.count_before is not None
    is_part = is_part and not is_verb(spot.lead)
    if spot.found.zone == "keyfigure" or is_part:
        return False  # its label or its whole says it
    text = said_before(spot.sentence, spot.before)
    return set_indicator_text(spot, text, "prose.said_left")


def said_before(sentence: Sentence, end: int) -> Span | None:
    """Return where the words stand by which a clause says what comes at a position."""
    verb = governing_verb(sentence, end)
    if verb is None:
        return None
    token = sentence.tokens[verb]
    lasts = verbs().get(sentence.tokens[without_auxiliaries(sentence, verb, end)].lower) in LASTING
    if is_auxiliary(token.text) or token.lower in forms_of("copulas") or lasts:
        said = None if lasts else _complement(sentence, verb, end)
        phrase = said or _subject_of(sentence, verb)
        text = without_quantity(sentence, text_range(sentence, phrase))
        if text is not None or not lasts:
            return text
    phrase = verb_phrase(sentence, verb, end)
    if phrase is not None and verbs().get(token.lower) in FINDING:  # `found rates above`
        phrase = trimmed(sentence, (phrase[0] + 1, phrase[1]))
    alone = phrase == (verb, verb + 1)
    empty = reports(sentence, verb, end) or verbs().get(token.lower) in HOLDING
    return None if alone and empty else text_range(sentence, phrase)


def _subject_of(sentence: Sentence, verb: int) -> Range | None:
    """Return the subject of a verb, or of the one that `and` joins it to."""
    joined = verb > 0 and sentence.tokens[verb - 1].lower == "and"
    first = governing_verb(sentence, verb - 1) if joined else None
    return subject_before(sentence, verb if first is None else first)


def _complement(sentence: Sentence, verb: int, figure: int) -> Range | None:
    """Return what a form of `be` says of its subject: `are valid for two years`."""
    if not is_auxiliary(sentence.tokens[verb].text):
        return None
    start = without_auxiliaries(sentence, verb, figure)
    end = min(clause_end(sentence, start), figure)
    words = [t for t in sentence.tokens[start:end] if not is_adverb(t.text) and t.is_word]
    telling = [t for t in words if not is_preposition(t.text) and not is_auxiliary(t.text)]
    said = bool(telling) and telling[0].lower not in DEGREES  # `Prices were highest in Lorn`
    return trimmed_end(sentence, (start, end)) if said else None


# --- the verb -------------------------------------------------------------------------------------


def governing_verb(sentence: Sentence, end: int) -> int | None:
    """Return where the verb begins that governs what comes at a position, if one does."""
    tokens = sentence.tokens
    i = end - 1
    last = max(-1, i - MAX_LEFT)
    while i > last:
        token = tokens[i]
        if token.text in CLOSING:
            bracket = sentence.bracket_of(i)
            i = bracket[0] - 1 if bracket is not None else last
            continue
        if token.found is None and (token.text in ENDS or token.lower in CLAUSE_OPENERS):
            return None
        if token.lower == "with" and i > 0 and tokens[i - 1].text == ",":
            return None  # `…, with famine in five areas`: a clause without a verb
        if is_predicate_start(sentence, i) or _is_imperative(sentence, i):
            return _chain_start(sentence, i)
        i -= 1
    return None


def _is_imperative(sentence: Sentence, at: int) -> bool:
    """Say whether a base form opens the sentence or item: `Repair 300 houses`."""
    tokens = sentence.tokens
    first = at == 0 or (at == 1 and not tokens[0].text.isalpha())
    word = tokens[at]
    if not first or word.found is not None or verbs().get(word.lower) != word.lower:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and not is_preposition(after.text)


def _chain_start(sentence: Sentence, at: int) -> int:
    """Return where the verbs joined to a verb begin: `adapted and expanded`, `has closed`."""
    tokens = sentence.tokens
    at -= 2 if _is_expected(sentence, at - 2) else 0
    while at > 1 and tokens[at - 1].lower in {"and", "or"} and is_predicate_start(sentence, at - 2):
        at -= 2
    while at > 0 and (is_auxiliary(tokens[at - 1].text) and tokens[at - 1].is_word):
        at -= 1
    return at


def _is_expected(sentence: Sentence, at: int) -> bool:
    """Say whether a verb only says that another is expected: `is projected to grow`."""
    words = sentence.tokens[max(0, at - 1) : at + 2]
    if at < 1 or words[2].lower != "to" or not words[0].is_word:
        return False
    return is_auxiliary(words[0].text) and words[1].lower.endswith("ed")


def verb_phrase(sentence: Sentence, verb: int, figure: int) -> Range | None:
    """Return a verb, without auxiliaries, with the object that stands before the figure."""
    start = _past_intent(sentence, without_auxiliaries(sentence, verb, figure), figure)
    end = min(clause_end(sentence, start), figure, start + MAX_OBJECT)
    end -= end > start + 1 and sentence.tokens[end - 1].lower in VALUING
    return trimmed_end(sentence, (start, end))


def _past_intent(sentence: Sentence, at: int, figure: int) -> int:
    """Return where what is intended begins: `assist` of `aims to assist`."""
    tokens = sentence.tokens
    intends = verbs().get(tokens[at].lower) in INTENDING and at + 2 < figure
    return at + 2 if intends and tokens[at + 1].lower == "to" else at


def says_little(sentence: Sentence, verb: int, figure: int) -> bool:
    """Say whether a verb tells nothing of its object: it is there, or somebody reports it."""
    token = sentence.tokens[without_auxiliaries(sentence, verb, figure)]
    weak = is_auxiliary(token.text) or verbs().get(token.lower) in WEAK_VERBS
    return weak or reports(sentence, verb, figure)


def reports(sentence: Sentence, verb: int, figure: int) -> bool:
    """Say whether a verb says that somebody reports, not that something was reported."""
    tokens = sentence.tokens
    start = without_auxiliaries(sentence, verb, figure)
    governed = start + 1 < figure and is_preposition(tokens[start + 1].text)
    passive = start > verb or governed  # `reported in Lorn`, not `reported at least 300`
    return tokens[start].lower in forms_of("reporting") and not passive
