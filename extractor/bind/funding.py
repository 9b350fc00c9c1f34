"""Whether a sum in running text is asked for or was given: by the verb that governs it."""

from functools import cache

from extractor.bind.clauses import stands_before
from extractor.bind.context import Context
from extractor.bind.found import Binding
from extractor.bind.passage import Sentence, Token
from extractor.bind.phrases import subject_before
from extractor.bind.prose.starts import start_of
from extractor.bind.words import is_adverb, is_auxiliary, is_determiner
from extractor.data.tables import load
from extractor.entities.gazetteer import people_nouns

RULE = "status.verb_of_sum"
ZONES = frozenset({"prose", "list", "footnote"})
LINKS = frozenset({"further", "another", "additional"})
"""What may stand between a verb and its sum, beside adverbs and articles."""
TO_COME = frozenset("to will would should could may might not never".split())
"""What makes a verb one of what was not done."""
COMPARING = frozenset({"less", "more", "fewer"})
"""What makes a sum behind which it stands a difference."""
MAX_GOAL = 6  # words behind a sum that tell in what or to whom it goes
MAX_TO_AUXILIARY = 2  # tokens behind a sum up to the auxiliary of its passive


def bind_funding(context: Context) -> None:
    """Bind the status of the sums that somebody needs, asks for or gave."""
    for sentence in context.sentences if context.collected.language in {None, "en"} else ():
        if sentence.zone not in ZONES:
            continue
        for at, token in enumerate(sentence.tokens):
            found = token.found
            if found is None or found.reading.kind != "money" or found.status is not None:
                continue
            if _is_difference(sentence, at) or stands_before(sentence.tokens, at, _denials()):
                continue
            said = _active(sentence, start_of(sentence, at, found), at)
            said = said or _passive(sentence, at)
            if said is not None:
                status, verb = said
                found.status = Binding(status, "stated", RULE, (verb.start, verb.end))


def _is_difference(sentence: Sentence, at: int) -> bool:
    """`gave USD 40,000 less than in May`: say whether a sum only tells by how much."""
    return any(token.lower in COMPARING for token in sentence.tokens[at + 1 : at + 2])


def _active(sentence: Sentence, start: int, at: int) -> tuple[str, Token] | None:
    """Return what the verb before a sum says of it: `donors gave USD 3 million`."""
    tokens, verb = sentence.tokens, start - 1
    while verb > 0 and (tokens[verb].lower in LINKS or is_adverb(tokens[verb].text)):
        verb -= 1
    asked_for = tokens[verb].lower == "for"
    verb -= asked_for
    while asked_for and verb > 0 and is_adverb(tokens[verb].text):
        verb -= 1
    status = _status(tokens[verb].lower, asked_for=asked_for) if verb > 0 else None
    if status is None or _is_of_people(sentence, verb) or _goes_elsewhere(sentence, verb, at):
        return None
    before = {t.lower for t in tokens[max(0, verb - 2) : verb]}
    denied = not TO_COME.isdisjoint(before)
    return None if denied and status == "funded" else (status, tokens[verb])


def _goes_elsewhere(sentence: Sentence, verb: int, at: int) -> bool:
    """Say whether a sum is none of aid: `seeks USD 3 million in damages`, `… in tax`.

    What a trade `contributed … to output` is a part of that; what a donor did goes to some work.
    """
    tokens = sentence.tokens[at + 1 : at + 1 + MAX_GOAL]
    if not tokens or tokens[0].lower not in {"in", "to"}:
        return False
    goal = tokens[1:]
    if not goal or goal[0].found is not None or goal[0].text[0].isupper():
        return False
    words = {token.lower for token in goal}
    if tokens[0].lower == "in":
        return not is_determiner(goal[0].text) and words.isdisjoint(_words("help"))
    adds = sentence.tokens[verb].lower in _words("adds")
    return adds and words.isdisjoint(_words("receivers") | people_nouns().keys())


def _is_of_people(sentence: Sentence, verb: int) -> bool:
    """Say whether people spend or need a sum themselves: `Families need USD 40 a month`."""
    phrase = subject_before(sentence, verb)
    last = sentence.tokens[phrase[1] - 1] if phrase is not None else sentence.tokens[verb - 1]
    return last.lower in people_nouns() and last.lower not in _words("givers")


def _passive(sentence: Sentence, at: int) -> tuple[str, Token] | None:
    """Return what was done with a sum: `USD 3 million has been contributed`."""
    tokens = sentence.tokens
    i = at + 1
    while i < min(len(tokens), at + 1 + MAX_TO_AUXILIARY) and not is_auxiliary(tokens[i].text):
        i += 1
    chain = i
    while i < len(tokens) and (is_auxiliary(tokens[i].text) or is_adverb(tokens[i].text)):
        i += 1
    if not chain < i < len(tokens):
        return None
    verb, said = tokens[i], {token.lower for token in tokens[chain:i]}
    if verb.lower in _words("asked"):
        return ("required", verb) if said.isdisjoint(_denials()) else None
    given = verb.lower in _words("given") and said.isdisjoint(TO_COME)
    return ("funded", verb) if given else None


def _status(verb: str, *, asked_for: bool) -> str | None:
    if verb in _words("asks_for" if asked_for else "asks"):
        return "required"
    return "funded" if verb in _words("gives") and not asked_for else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("statuses.toml")["sums"]["en"][name])


@cache
def _denials() -> frozenset[str]:
    return frozenset(load("statuses.toml")["verbs"]["en"]["denials"])
