"""Dates and durations in prose: what they date, what lasts so long."""

from extractor.bind import clauses
from extractor.bind.passage import is_boundary
from extractor.bind.prose.spot import Spot, set_indicator
from extractor.bind.words import is_determiner

SILENT_ZONES = frozenset({"caption", "footnote", "heading", "keyfigure"})
LASTING = frozenset("of into since".split())


def event_after(spot: Spot) -> bool:
    """`the 24 February 2022 invasion`, `15 years of progress`, `a three-year plan`: what is dated or lasts."""
    tokens, i = spot.tokens, spot.at + 1
    if i >= len(tokens) or spot.found.zone in SILENT_ZONES:
        return False
    if spot.found.reading.kind == "duration":
        return _lasting(spot, i)
    before = tokens[spot.at - 1] if spot.at else None
    attributive = before is not None and is_determiner(before.text)
    return attributive and _noun_at(spot, i, "prose.dated_event")


def _lasting(spot: Spot, i: int) -> bool:
    tokens = spot.tokens
    if "-" in tokens[spot.at].text and tokens[i].is_word:
        return set_indicator(spot, (i, i + 1), "prose.duration_attribute")
    if tokens[i].lower not in LASTING:
        return False
    start = i + 1
    while start < len(tokens) and (is_determiner(tokens[start].text) or _is_date(spot, start)):
        start += 1
    end = clauses.clause_end(spot.sentence, start)
    return set_indicator(spot, (start, end), "prose.duration_of")


def _is_date(spot: Spot, at: int) -> bool:
    found = spot.tokens[at].found
    return found is not None and found.is_time


def _noun_at(spot: Spot, start: int, rule: str) -> bool:
    tokens = spot.tokens
    if not tokens[start].is_word or clauses.is_predicate_start(spot.sentence, start):
        return False
    return set_indicator(spot, (start, clauses.clause_end(spot.sentence, start)), rule)


def event_before(spot: Spot) -> bool:
    """`the invasion on 24 February 2022`, `requirements for 2024`, `Global Plan (2024-2028)`."""
    tokens, i = spot.tokens, spot.at
    found = spot.found
    if found.reading.kind != "date" or found.zone in SILENT_ZONES or i < 2:
        return False
    if found.reading.role in {"as_of", "since", "until"}:
        return False
    lead = tokens[i - 1]
    closing = tokens[i + 1].text if i + 1 < len(tokens) else ""
    phrase = clauses.noun_phrase_before(spot.sentence, i - 1)
    if phrase is None:
        return False
    if lead.text == "(" and closing == ")":
        return _named_period(spot, phrase)
    exact = len(found.reading.value or "") > len("2024-01")
    dated = lead.lower in {"for", "of"} or (lead.lower == "on" and exact)
    return (
        dated
        and not clauses.is_predicate_start(spot.sentence, i - 2)
        and set_indicator(spot, phrase, "prose.dated_noun")
    )


def _named_period(spot: Spot, phrase: tuple[int, int]) -> bool:
    """Bind the name that ends a phrase, its last run of capitalised words, to its period."""
    start = phrase[1]
    while start > phrase[0] and spot.tokens[start - 1].text[0].isupper():
        start -= 1
    return start < phrase[1] and set_indicator(spot, (start, phrase[1]), "prose.named_period")


def event_clause(spot: Spot) -> bool:
    """`Registration began on 2 March 2030`, `… prolonged the directive until March 2024`: what happened then.

    A clause with an amount in it says that amount of the date, not an event.
    """
    found, tokens = spot.found, spot.tokens
    if found.reading.kind != "date" or found.zone in SILENT_ZONES or found.reading.role == "as_of":
        return False
    if any(f is not found and not f.is_time for f in spot.sentence.founds):
        return False
    end = spot.at - 1
    if end < 1 or tokens[end].lower not in {"in", "on", "until", "by", "since"}:
        return False
    for i in range(end - 1, -1, -1):
        if is_boundary(tokens[i]) or tokens[i].text in {",", ";"}:
            return False
        if clauses.is_predicate_start(spot.sentence, i):
            return set_indicator(spot, (i, end), "prose.event_clause", keep_edge=True)
    return False
