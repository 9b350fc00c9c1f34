"""What the words behind an amount or a share say: `USD 3 million for shelter`."""

from collections.abc import Sequence

from extractor.bind.clauses import clause_end
from extractor.bind.passage import Token
from extractor.bind.prose.labelled import SIDES
from extractor.bind.prose.spot import Spot, before_predicate, set_indicator, set_predicate
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import (
    forms_of,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    verbs,
    word_class,
)

MAX_TO_TIME = 3  # tokens from a preposition to the time that it leads to
PURPOSES = frozenset("in for of to as towards on".split())
"""Prepositions between an amount or a share and what it is for or of."""
WHILE = frozenset("between since during compared by until versus vs than".split())
"""What opens a time or a comparison: it says nothing of a share."""
LASTING = frozenset("over throughout across via".split())
"""What opens how long or how widely a share holds."""
AGAINST_WHEN = frozenset(
    "respectively m-o-m y-o-y month-on-month year-on-year annually monthly yearly".split()
)
"""What says against when a change is, or orders a list."""


JOINING = frozenset({"and", "or", "but", "while"})
"""What leads to something else than what an amount is of: `lent USD 3 million and gave …`."""


def noun_after(spot: Spot) -> bool:
    """`USD 3 million for shelter`, `$152B in estimated damage`, `20 per cent children`."""
    tokens, i = spot.tokens, _past_comparing(spot, spot.after_figure)
    end = _before_rate(spot, clause_end(spot.sentence, i))
    kind = spot.found.reading.kind
    if kind == "ratio" or spot.is_counted or i >= end or not tokens[i].is_word:
        return False
    linked = tokens[i].lower in ({"for"} if kind == "count" else PURPOSES)
    of_whole = kind == "percent" and tokens[i].lower == "of"  # its base, not what is so of it
    if of_whole or (linked and _is_circumstance(spot, i)):
        return False
    if not linked and not _opens_noun(spot, i):
        says = kind == "percent" and tokens[i].lower not in WHILE | LASTING
        return says and set_predicate(spot, i, "prose.share_is")
    # `70 per cent forecast confidence actually …`: a verb follows, though no list may have it.
    end = next((j for j in range(i + 2, end) if _is_manner(tokens[j])), end)
    if linked and (kind == "measure" or tokens[i].lower == "of"):
        end = next((j for j in range(i + 1, end) if _leads_on(tokens[j])), end)
    end = next((j for j in range(i + 1, end - 1) if _opens_other(tokens[j : j + 2])), end)
    return set_indicator(spot, (i, before_predicate(spot, end)), "prose.noun_after")


def described(spot: Spot) -> bool:
    """`The USD 3 million project will end`, `launches USD 48 million appeal for`: a noun behind.

    What could be a verb's base is a noun behind `a` or a verb that is none of saying, or where the
    clause has another verb; and where none of its objects follows.
    """
    tokens, i = spot.tokens, spot.after_figure
    if spot.found.reading.kind != "money" or not spot.at or i >= len(tokens):
        return False
    lead, lower = tokens[spot.at - 1], tokens[i].lower
    if verbs().get(lower) != lower or not _is_alone(tokens[i + 1 : i + 2]):
        return False
    end = clause_end(spot.sentence, i)
    acts = next((j for j in range(i + 1, end) if is_predicate_start(spot.sentence, j)), None)
    led = lead.lower in {"a", "an"} or (is_determiner(lead.text) and acts is not None)
    if not led and (lead.lower not in verbs() or lead.lower in forms_of("reporting")):
        return False
    return set_indicator(spot, (i, end if acts is None else acts), "prose.noun_after")


def _is_alone(after: Sequence[Token]) -> bool:
    """Say whether no object of a verb follows: nothing, an auxiliary or a preposition."""
    if not after:
        return True
    word = after[0].text
    closes = not after[0].is_word or is_auxiliary(word) or is_preposition(word)
    return after[0].found is None and closes


def _before_rate(spot: Spot, end: int) -> int:
    """Return where a phrase ends at the latest: before the rate of `5 tonnes of waste a day`."""
    rate = spot.found.reading.per_span
    if rate is None or spot.found.reading.rate_end:
        return end  # as that of `USD 310 per month on food`
    tokens = spot.tokens[spot.at : end]
    return next((i for i, t in enumerate(tokens, spot.at) if t.start >= rate[0]), end)


def _opens_other(words: Sequence[Token]) -> bool:
    """Say whether an article shows that another thing follows: `kg of seed and a voucher of`."""
    return words[0].lower == "and" and words[1].lower in {"a", "an"}


def _is_manner(token: Token) -> bool:
    return token.lower.endswith("ly") and is_adverb(token.text)


def _leads_on(token: Token) -> bool:
    """Say whether a word leads from what is measured to where, when or whose it is."""
    return is_preposition(token.text) and token.lower != "of"


def _past_comparing(spot: Spot, at: int) -> int:
    """Return the position after a bracket, and after what says against when (`y-o-y`)."""
    at = spot.sentence.after_bracket(at)
    while at < len(spot.tokens) and spot.tokens[at].lower in AGAINST_WHEN:
        at += 1
    return at


def _is_circumstance(spot: Spot, at: int) -> bool:
    """Say whether a preposition leads to a time, a name, an infinitive or `on average`."""
    tokens = spot.tokens
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.found is not None or after.lower == "average":
        return True
    if tokens[at].lower == "to" and verbs().get(after.lower) == after.lower:
        return True
    placed = tokens[at].lower in {"in", "to"} and after.is_word and after.text[0].isupper()
    return placed or leads_to_setting(tokens[at : at + 1 + MAX_TO_TIME])


def leads_to_setting(words: Sequence[Token]) -> bool:
    """Say whether a preposition leads to a time or to areas: `for the next six months`.

    Only what tells which time stands between them: `for shelter in 2031` tells a purpose first.
    """
    lead, near = words[0].lower, words[1:]
    time = next((i for i, t in enumerate(near) if t.found is not None and t.found.is_time), None)
    timed = lead != "of" and time is not None and all(_tells_which(t) for t in near[:time])
    areas = (t.lower in word_class("areas") for t in near[:2])
    return timed or (lead == "in" and any(areas))


def _tells_which(token: Token) -> bool:
    """Say whether a word before a time tells which it is: `the next`, `a further`."""
    return is_determiner(token.text) or token.lower in word_class("untelling")


def _opens_noun(spot: Spot, at: int) -> bool:
    """Say whether what a figure other than a bare count is of begins at the token after it."""
    token = spot.tokens[at]
    opens = token.is_word and not is_preposition(token.text)
    opens = opens and token.lower not in SIDES | JOINING
    is_count = spot.found.reading.kind == "count"
    return opens and not is_count and not is_predicate_start(spot.sentence, at)
