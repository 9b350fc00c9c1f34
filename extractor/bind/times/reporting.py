"""Sentences that go on reporting in the time that one before them opens with."""

from itertools import pairwise

from extractor.bind.passage import Sentence, Token
from extractor.bind.verbs import MODALS, PLURALS, PRONOUNS
from extractor.bind.words import (
    forms_of,
    irregular_participles,
    irregular_pasts,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    is_verb,
    simple_pasts,
    verbs,
    word_class,
)

PAST = frozenset("was were had did".split())
PERFECT = frozenset("is are has have".split())
"""Auxiliaries of what holds now: so also as of the date that the sentence before gives."""
OTHER_TIMES = MODALS | frozenset(
    "after afterwards ago aimed already always annual annually autumn baseline before census "
    "centuries century currently daily date decade decades during each earlier era established "
    "eventually ever every expected far following forecast foresaw former formerly founded "
    "friday goal goals hitherto hoped independence initial initially intended last later monday "
    "monthly next now often old once originally past peak planned poll predicted previous "
    "previously prior projected promised quarterly recent recently saturday season since "
    "sometimes soon still study subsequently summer sunday survey surveys target targets then "
    "thursday today tuesday until usually wanted war wednesday week weekly when winter year "
    "yearly years yesterday".split()
)
"""Words of a sentence that is of another time, or of no time at all."""
LEADS_IN = frozenset(
    "in on at over during by to within from since until before after upon under throughout "
    "between through around towards toward".split()
)
"""Prepositions that open a sentence with a time of its own: `On Monday, …`, `At noon, …`."""
NO_TIMES = frozenset("total all addition response particular".split())
"""What tells no time behind them: `In total, …`."""
PLACING = frozenset({"in", "at", "throughout"})
"""Those that open with a place before a name: `In Lorn, …`."""
NEVER_SUBJECTS = frozenset(
    "and or but nor most many several few more other not nearly only".split()
)
POSSESSIVES = ("'s", "’s", "s'", "s’")


def goes_on(sentence: Sentence, *, now: bool) -> bool:
    """Say whether a sentence reports in the same time as the one before it, and names no other.

    After a time in which things were done it must be told in the past: `It has 40 members` holds
    now. After a date as of which things are so (`now`) it must be told in the present: what was
    done before that date may have been done at any time.
    """
    if sentence.zone != "prose" or any(found.is_time for found in sentence.founds):
        return False
    words = [t.lower for t in sentence.tokens if t.found is None]
    if not OTHER_TIMES.isdisjoint(words) or _opens_elsewhen(sentence.tokens):
        return False
    return reports(sentence, now=now)


def reports(sentence: Sentence, *, now: bool) -> bool:
    """Say whether a sentence tells what was done, or else (`now`) what is so, and not to come."""
    tokens = sentence.tokens
    if any(t.lower in MODALS and t.found is None for t in tokens) or _had_been(tokens):
        return False
    verb = next((i for i in range(1, len(tokens)) if _acts(tokens, i)), None)
    if verb is None:
        return False
    if now:
        return tokens[verb].lower in PERFECT
    says = tokens[verb].lower in forms_of("reporting")  # `They said that the port needs 40`
    after = range(verb + 1, len(tokens))
    holds = any(tokens[i].lower in PERFECT or (says and _does(tokens, i)) for i in after)
    return _is_past(tokens[verb]) and not holds


def _opens_elsewhen(tokens: list[Token]) -> bool:
    """Say whether a sentence opens with a time in words: `On Monday, …`; not `In Lorn, …`."""
    lead, words = tokens[0].lower, tokens[1:2]
    placed = lead in PLACING and any(t.text[0].isupper() for t in words)
    return lead in LEADS_IN and not placed and not any(t.lower in NO_TIMES for t in words)


def _had_been(tokens: list[Token]) -> bool:
    """Say whether something is told that was done before: `Sales had been low`."""
    words = [t for t in tokens if t.lower != "not" and not is_adverb(t.text)]
    pairs = ((a.lower, b.lower) for a, b in pairwise(words))
    return any(
        a == "had" and (b in irregular_participles() or (b.endswith("ed") and is_verb(b)))
        for a, b in pairs
    )


def _acts(tokens: list[Token], at: int) -> bool:
    """Say whether a word is a finite verb, as far as its neighbours tell."""
    before, token = tokens[at - 1], tokens[at]
    lower = token.lower
    led = before.lower == "to" or (before.is_word and is_determiner(before.text))
    if token.found is not None or not token.is_word or led:
        return False
    if is_auxiliary(token.text) or lower in simple_pasts():
        return True
    return _does(tokens, at) or (_is_past(token) and _is_surely_past(tokens, at))


def _does(tokens: list[Token], at: int) -> bool:
    """Say whether a word is a verb of the present: `the port has`, `ports need`."""
    before, lower = tokens[at - 1], tokens[at].lower
    if lower in word_class("never_nouns"):
        return True
    if verbs().get(lower) is None or is_preposition(before.text) or not before.is_word:
        return False
    plural = _is_plural(before)
    third = lower.endswith("s") and not plural and not is_adverb(before.text)
    return before.found is None and (third or (plural and verbs()[lower] == lower))


def _is_plural(token: Token) -> bool:
    return token.is_word and (token.lower.endswith("s") or token.lower in PLURALS)


def _is_past(token: Token) -> bool:
    lower = token.lower
    ends = lower.endswith("ed") and is_verb(lower) and verbs().get(lower) != lower  # `need`
    acts = lower in irregular_pasts() or ends
    return lower in PAST or acts


def _is_surely_past(tokens: list[Token], at: int) -> bool:
    """Say whether a form that may be a participle is none: it has a subject, and no verb follows.

    Not so `40 displaced families live in tents`, `Its reserves, held in banks, stand at USD 40`.
    """
    subject = at - 1
    while subject > 0 and is_adverb(tokens[subject].text):
        subject -= 1
    counted = tokens[subject].found is not None
    opens = subject == 0 and not _is_plural(tokens[0]) and tokens[0].lower not in PRONOUNS
    for after in tokens[at + 1 : at + 2]:
        names = _may_be_subject(after) and after.found is None and after.lower not in PRONOUNS
        reduced = after.lower in {"by", "behind"} or (
            after.lower == "of" and tokens[at].lower in irregular_participles()
        )  # `made of wood`, `left behind`
        if reduced or (names and (counted or (opens and _is_plural(after)))):
            return False
    if not _may_be_subject(tokens[subject]):
        return False
    return not any(_acts_behind(tokens, i) for i in range(at + 1, len(tokens)))


def _may_be_subject(token: Token) -> bool:
    """Say whether a word is a figure, a pronoun or a noun, as far as closed classes tell."""
    if token.found is not None or token.lower in PRONOUNS:
        return True
    closed = is_determiner(token.text) or is_preposition(token.text) or is_adverb(token.text)
    closed = closed or token.lower in NEVER_SUBJECTS or token.text.endswith(POSSESSIVES)
    return token.is_word and not closed


def _acts_behind(tokens: list[Token], at: int) -> bool:
    """Say whether a verb of the present stands behind a participle, whose subject that is."""
    lower, before = tokens[at].lower, tokens[at - 1]
    if tokens[at].found is not None or before.lower in {"to", "and", "or"}:
        return False
    plural = _is_plural(before) and verbs().get(lower) == lower
    return plural or lower in word_class("never_nouns")
