"""Dates and durations in prose: what they date, what lasts so long."""

from extractor.bind.chains import copula_before
from extractor.bind.clauses import BE, clause_end
from extractor.bind.passage import Range, Token, is_boundary
from extractor.bind.phrases import noun_phrase_before
from extractor.bind.prose.governed import MAX_OBJECT, said_left
from extractor.bind.prose.spot import Spot, set_indicator
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_auxiliary, is_determiner, is_preposition

SILENT_ZONES = frozenset({"caption", "footnote", "heading", "keyfigure"})
"""Where a date dates the whole, not something that is named beside it."""
LASTING = frozenset("of into since".split())
OPEN = ".."  # the end of an interval that goes on
MAX_PARTICIPLES = 3  # words between a determiner and its noun
NOBODY = frozenset("no nobody none neither few hardly not".split())
BEING = BE - {"been", "being"}  # what may stand right before when something is
DATING = frozenset("in on until by since from between during".split())
BOUND_ROLES = frozenset({"as_of", "since", "until"})
"""What a date is that says when other figures hold."""
AROUND = frozenset("of next past last previous coming every each first".split())
"""What shows that a duration says when something is, not how long."""
MONTH = len("2024-01")  # characters of a date to the month; a longer one is to the day
CLAUSE_STOPS = frozenset({",", ";"})


def is_told_date(spot: Spot) -> bool:
    """Say whether a figure is a date of which its text says something, not that of the whole."""
    return spot.found.reading.kind == "date" and spot.found.zone not in SILENT_ZONES


def event_after(spot: Spot) -> bool:
    """`the 24 February 2022 invasion`, `15 years of progress`, `a three-year plan`."""
    i = spot.at + 1
    if i >= len(spot.tokens) or spot.found.zone in SILENT_ZONES:
        return False
    if spot.found.reading.kind == "duration":
        return _lasting(spot, i)
    return spot.at > 0 and is_determiner(spot.tokens[spot.at - 1].text) and _dated_event(spot, i)


def _lasting(spot: Spot, at: int) -> bool:
    tokens = spot.tokens
    if "-" in tokens[spot.at].text and tokens[at].is_word and tokens[at].lower not in LASTING:
        return set_indicator(spot, (at, at + 1), "prose.duration_attribute")
    if tokens[at].lower not in LASTING:
        return False
    start = at + 1
    while start < len(tokens) and (is_determiner(tokens[start].text) or _is_time(tokens[start])):
        start += 1
    end = clause_end(spot.sentence, start)
    return set_indicator(spot, (start, end), "prose.duration_of")


def _is_time(token: Token) -> bool:
    return token.found is not None and token.found.is_time


def _dated_event(spot: Spot, at: int) -> bool:
    if not spot.tokens[at].is_word or is_predicate_start(spot.sentence, at):
        return False
    return set_indicator(spot, (at, clause_end(spot.sentence, at)), "prose.dated_event")


def event_before(spot: Spot) -> bool:
    """`the invasion on 24 February 2022`, `requirements for 2024`, `Global Plan (2024-2028)`."""
    found = spot.found
    if not is_told_date(spot) or found.reading.role in BOUND_ROLES:
        return False
    lead = spot.at - 1
    phrase = noun_phrase_before(spot.sentence, lead) if lead > 0 else None
    if phrase is None:
        return False
    if _is_alone_in_bracket(spot):
        return _named_period(spot, phrase)
    dated = _dates_noun(spot) and not is_predicate_start(spot.sentence, lead - 1)
    return dated and set_indicator(spot, phrase, "prose.dated_noun")


def _is_alone_in_bracket(spot: Spot) -> bool:
    around = spot.tokens[spot.at - 1 : spot.at + 2]
    return around[0].text == "(" and around[-1].text == ")"


def _dates_noun(spot: Spot) -> bool:
    """Say whether the word before a date ties it to a noun; `on` does so only with a day."""
    lead = spot.tokens[spot.at - 1].lower
    to_the_day = len(spot.found.reading.value or "") > MONTH
    return lead in {"for", "of"} or (lead == "on" and to_the_day)


def _named_period(spot: Spot, phrase: Range) -> bool:
    """Bind the name that ends a phrase, its last run of capitalised words, to its period."""
    start = phrase[1]
    while start > phrase[0] and spot.tokens[start - 1].text[0].isupper():
        start -= 1
    return start < phrase[1] and set_indicator(spot, (start, phrase[1]), "prose.named_period")


def event_clause(spot: Spot) -> bool:
    """`Registration began on 2 March 2030`, `… prolonged the directive until March 2024`.

    A clause with an amount in it says that amount of the date, not an event.
    """
    if not is_told_date(spot) or spot.found.reading.role == "as_of" or not _is_only_figure(spot):
        return False
    end = spot.at - 1
    dates = end > 0 and spot.tokens[end].lower in DATING and spot.tokens[end - 1].lower not in BEING
    start = _verb_before(spot, end) if dates else None
    if start is None or end - start > MAX_OBJECT:
        return False
    return set_indicator(spot, (start, end), "prose.event_clause", keep_edge=True)


def fronted_event(spot: Spot) -> bool:
    """`On 1 May, the towns launched a plan`: what was done on the day that opens its sentence.

    An amount in the sentence holds at that day; of a clause between, nothing is said. From one day
    to another is what a text reports on, and no event.
    """
    told = is_told_date(spot) and spot.found.reading.role != "as_of" and _is_only_figure(spot)
    verb = _main_verb(spot, spot.at + 2) if told and _opens_sentence(spot) else None
    if verb is None:
        return False
    end = clause_end(spot.sentence, verb)
    begin = spot.at + 2 if _needs_subject(spot, verb, end) else verb
    return set_indicator(spot, (begin, end), "prose.fronted_event")


def _opens_sentence(spot: Spot) -> bool:
    """Say whether a sentence opens with a date and a comma, and no stretch of time that ended."""
    _, lasts, until = (spot.found.reading.value or "").partition("/")
    if lasts and until != OPEN:
        return False
    comma = any(token.text == "," for token in spot.tokens[spot.at + 1 : spot.at + 2])
    return comma and spot.before == 1 and spot.tokens[0].lower in DATING


def _needs_subject(spot: Spot, verb: int, end: int) -> bool:
    """Say whether a predicate tells too little without its subject: `was held`, `occurred`."""
    words = [token.lower for token in spot.tokens[verb:end]]
    undergone = not BE.isdisjoint(words[:2]) and not any(w.endswith("ing") for w in words[1:4])
    return undergone or len(words) == 1


def _main_verb(spot: Spot, start: int) -> int | None:
    """Return where the predicate begins of the clause at a position, if its subject opens it.

    What is said of nobody is not what happened.
    """
    if start < len(spot.tokens) and spot.tokens[start].lower in NOBODY:
        return None
    for i in range(start, len(spot.tokens)):
        token = spot.tokens[i]
        if is_boundary(token) or token.text in CLAUSE_STOPS:
            return None
        if i > start and is_predicate_start(spot.sentence, i) and not _is_of_subject(spot, i):
            return i
    return None


def _is_of_subject(spot: Spot, at: int) -> bool:
    """Say whether a verb only tells more of its subject: `the running costs`, `teams led by`."""
    word, after = spot.tokens[at].lower, spot.tokens[at + 1 : at + 2]
    led = bool(after) and after[0].lower == "by"
    return word.endswith("ing") or (led and not is_auxiliary(spot.tokens[at - 1].text))


def falls_on(spot: Spot) -> bool:
    """`The deadline for bids is 30 September 2031`, `The vote was in May`: when something is.

    A bare year behind the verb may be a number, and `It is 2031` says nothing of anything.
    """
    to_the_month = len(spot.found.reading.value or "") >= MONTH
    in_time = spot.lead in {"in", "on"} and spot.leads[0] in BEING
    is_on = is_told_date(spot) and (in_time or (to_the_month and spot.lead in BEING))
    verb = copula_before(spot.sentence, spot.before) if is_on else None
    phrase = noun_phrase_before(spot.sentence, verb) if verb else None
    if phrase is None:
        return False
    start = _determined_from(spot, phrase[0])
    return set_indicator(spot, (start, phrase[1]), "prose.falls_on")


def _determined_from(spot: Spot, start: int) -> int:
    """Return where the determiner of a noun stands before its participles: `the confirmed case`."""
    for i in range(start - 1, max(-1, start - 1 - MAX_PARTICIPLES), -1):
        if is_determiner(spot.tokens[i].text):
            return i
        if not spot.tokens[i].is_word or is_preposition(spot.tokens[i].text):
            break
    return start


def lasting(spot: Spot) -> bool:
    """`A visit takes two days`, `cards are valid for two years`: what lasts, or is done in it."""
    found = spot.found
    speaks = found.reading.kind == "duration" and found.zone not in SILENT_ZONES
    is_period = spot.at > 0 and is_determiner(spot.tokens[spot.at - 1].text)
    near = spot.tokens[max(0, spot.before - 2) : spot.before]
    of_amount = any(t.measured is not None for t in near)  # `costs USD 3 million over two years`
    told = is_period or of_amount or spot.lead in AROUND
    return speaks and not told and said_left(spot)


def _is_only_figure(spot: Spot) -> bool:
    """Say whether no amount stands with a date between semicolons."""
    ends = [i for i, t in enumerate(spot.tokens) if t.text == ";"]
    start = max((i for i in ends if i < spot.at), default=0)
    end = min((i for i in ends if i > spot.at), default=len(spot.tokens))
    return all(t.measured is None for t in spot.tokens[start:end])


def _verb_before(spot: Spot, end: int) -> int | None:
    """Return where the last predicate before a position begins, within its clause."""
    for i in range(end - 1, -1, -1):
        if is_boundary(spot.tokens[i]) or spot.tokens[i].text in CLAUSE_STOPS:
            return None
        if is_predicate_start(spot.sentence, i):
            return i
    return None
