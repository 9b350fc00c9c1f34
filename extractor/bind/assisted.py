"""Whether people in running text are in need, targeted or reached: by the verb beside them."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.bind.chains import without_auxiliaries
from extractor.bind.clauses import BE, stands_before
from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, inherited
from extractor.bind.levels import is_level
from extractor.bind.passage import Sentence, Token
from extractor.bind.prose.governed import governing_verb
from extractor.bind.tables.headers import counts_events
from extractor.bind.verbs import is_intended
from extractor.bind.words import is_adverb, is_auxiliary
from extractor.data.tables import load

RULE = "status.verb"
MAX_AFTER = 16  # words from people to the verb that says what became of them
MAX_AID = 5  # words from `need` to the noun for aid
MAX_OBJECT = 6  # words from `will receive` to what it is
MAX_LEAD = 4  # words between a verb and its number: `reached an estimated total of`
STOPS = frozenset(";:.!?")
NEGATIONS = frozenset("not never no pas non yet".split())
CHAINED = frozenset(
    "to ont sont était étaient avaient sera seront été être encore han sido son está están "
    "fueron fue eran serán ser todavía aún".split()
)
"""What may stand between a negation and its verb, beside English auxiliaries and adverbs."""
JOINS = frozenset({",", "and", "including", "et", "y", "dont", "incluidos", "incluidas"})


def bind_assisted(context: Context) -> None:
    """Bind the status of the people that a sentence says were reached, targeted or in need."""
    for sentence in context.sentences:
        in_text = sentence.zone in {"prose", "list", "footnote"}
        if in_text and any(_is_group(found) for found in sentence.founds):
            _bind_sentence(sentence, context.collected.language or "en")


def _is_group(found: Found) -> bool:
    """Say whether a figure counts people, not what happens to them."""
    group = found.population
    return found.reading.kind == "count" and group is not None and not counts_events(group.value)


def _bind_sentence(sentence: Sentence, language: str) -> None:
    tokens = sentence.tokens
    places = [at for at, token in enumerate(tokens) if token.measured is not None]
    for at, later in pairwise([*places, len(tokens)]):
        found = tokens[at].measured
        if found is None or not _is_group(found):
            continue
        closed = _closing(tokens, at, later)
        behind = next((place for place in places if place > closed), len(tokens))
        said = _before(tokens, at, language) or _after(tokens, closed, behind, language)
        said = said or _given(sentence, at, language)
        if said is not None:
            status, token = said
            bound = Binding(status, "stated", RULE, (token.start, token.end))
            for part in (tokens[i].measured for i in places if at < i < closed):
                if part is not None and part.status is None and _is_group(part):
                    part.status = bound
            found.status = bound
    _carry_on(tokens, places)


def _closing(tokens: Sequence[Token], at: int, later: int) -> int:
    """Return where the bracket ends that parts a group: `300 people (120 men, …) received`.

    Where the next number stands in no bracket, that is at the group itself.
    """
    opened = next((i for i in range(at + 1, later) if tokens[i].text == "("), None)
    if opened is None or later == len(tokens):
        return at
    closed = next((i for i in range(opened, len(tokens)) if tokens[i].text == ")"), at)
    return closed if closed > later else at


def _before(tokens: Sequence[Token], at: int, language: str) -> tuple[str, Token] | None:
    """Return what the verb right before a number says: `reached some 300`, `to assist 40`."""
    leads, helps, hopes = (_words(language, name) for name in ("leads", "helps", "hopes"))
    i = at - 1
    while i > 0 and at - i <= MAX_LEAD and tokens[i].lower in leads:
        i -= 1
    if i < 0:
        return None
    verb, before = tokens[i].lower, tokens[i - 1].lower if i else ""
    people = tokens[at].measured
    if verb.startswith("reach") and people is not None and is_level(tokens[:i], people):
        return None
    if verb in _words(language, "targets") or (
        verb in _words(language, "help_infinitive") and before in hopes
    ):
        return "targeted", tokens[i]
    helped = verb in helps and before not in hopes
    return ("reached", tokens[i]) if helped else None


def _given(sentence: Sentence, at: int, language: str) -> tuple[str, Token] | None:
    """Return what the verb says by which people get something: `provided shelter to 300 people`."""
    tokens, i = sentence.tokens, at - 1
    leads = _words(language, "leads")
    while i > 0 and at - i <= MAX_LEAD and tokens[i].lower in leads and tokens[i].lower != "to":
        i -= 1
    verb = governing_verb(sentence, i) if i > 0 and tokens[i].lower in {"to", "for"} else None
    if verb is None:
        return None
    begin = without_auxiliaries(sentence, verb, i)
    word = tokens[begin].lower
    passive = any(t.lower in BE for t in tokens[verb:begin])  # `nets were given to 300 families`
    helps = word in _words(language, "gives") and _is_help(tokens[begin + 1 : i], language)
    if not helps or passive or stands_before(tokens, at, _words(language, "denials")):
        return None
    if word in _words(language, "give_infinitive"):
        planned = _is_planned(sentence, begin, at, language)
        return ("targeted", tokens[begin]) if planned else None
    said_of = tokens[verb - 1].lower == "to"  # `claims to have provided nets`
    unreal = said_of or stands_before(tokens, begin, _words(language, "unreal"))
    return None if unreal or word.endswith("ing") else ("reached", tokens[begin])


def _is_planned(sentence: Sentence, verb: int, at: int, language: str) -> bool:
    """Say whether it is meant that somebody gives: `will give nets`, `aims to give nets`."""
    tokens = sentence.tokens
    if stands_before(tokens, at, _words(language, "unreal") - {"if", "unless"}):
        return False
    dropped = any(is_auxiliary(token.text) for token in tokens[at + 1 :])
    meant = is_intended(sentence, verb, _words(language, "intends")) and not dropped
    return meant or tokens[verb - 1].lower in _words(language, "get_leads")


def _is_help(tokens: Sequence[Token], language: str) -> bool:
    """Say whether words name aid or goods, and not that there are none of them."""
    words = {t.lower for t in tokens} | {t.lower.removesuffix("s") for t in tokens}
    helps = _words(language, "goods") | _words(language, "aid")
    return not helps.isdisjoint(words) and _words(language, "denials").isdisjoint(words)


def _is_ill(tokens: Sequence[Token], language: str) -> bool:
    """Say whether a participle says of what people suffer: `patients atteints de la maladie`."""
    words = [t.lower for t in tokens]
    return words[0] in _words(language, "ill") and words[-1] in _words(language, "ill_of")


def _after(tokens: Sequence[Token], at: int, later: int, language: str) -> tuple[str, Token] | None:
    """Return what the first verb after people says of them, before the next number."""
    needs, gets = (_words(language, name) for name in ("needs", "gets"))
    for i in range(at + 1, min(later, at + MAX_AFTER)):
        word = tokens[i].lower
        if word in STOPS:
            return None
        if word in needs and _is_aid(tokens[i + 1 : i + 1 + MAX_AID], language):
            return "in_need", tokens[i]
        got = word in gets and not _is_ill(tokens[i : i + 2], language)
        if got or _will_get(tokens, i, language):
            return _reached(tokens, at, i, language) if got else ("targeted", tokens[i])
    return None


def _will_get(tokens: Sequence[Token], at: int, language: str) -> bool:
    """`Some 300 families will receive cash`: say whether the verb at a token is one to come."""
    gets, leads = _words(language, "get_infinitive"), _words(language, "get_leads")
    if tokens[at].lower not in gets or tokens[at - 1].lower not in leads:
        return False
    denied = stands_before(tokens, at, _words(language, "denials"))
    return not denied and _is_help(tokens[at + 1 : at + 1 + MAX_OBJECT], language)


def _reached(
    tokens: Sequence[Token], at: int, verb: int, language: str
) -> tuple[str, Token] | None:
    """Return whether people are reached or targeted by a verb after them, or neither."""
    if _is_denied(tokens[at + 1 : verb]):
        return None
    before = {t.lower for t in tokens[max(at + 1, verb - 2) : verb]}
    planned = not _words(language, "plans").isdisjoint(before)
    return "targeted" if planned else "reached", tokens[verb]


def _is_denied(before: Sequence[Token]) -> bool:
    """Say whether a negation stands among the auxiliaries of the verb that comes next.

    `people who had not been asked received food`: it is of another verb.
    """
    for token in reversed(before):
        if token.lower in NEGATIONS:
            return True
        between = token.lower in CHAINED or is_auxiliary(token.text) or is_adverb(token.text)
        if not between:
            return False
    return False


def _is_aid(tokens: Sequence[Token], language: str) -> bool:
    aid = _words(language, "aid")
    return any(token.lower in aid for token in tokens)


def _carry_on(tokens: Sequence[Token], places: Sequence[int]) -> None:
    """Give people in a list without a verb of their own the status of those before them.

    `12 people received food, 8 children care`; `300 people, including 40 children`.
    """
    for first, second in pairwise(places):
        before, found = tokens[first].measured, tokens[second].measured
        if before is None or found is None or before.status is None:
            continue
        opens = tokens[second - 1].lower in JOINS
        people = _is_group(found) and before.status.rule in {RULE, "status.list"}
        if people and opens and found.status is None:
            found.status = inherited(before.status, "status.list")


@cache
def _words(language: str, name: str) -> frozenset[str]:
    verbs = load("statuses.toml")["verbs"]
    return frozenset(verbs.get(language, verbs["en"]).get(name, ()))
