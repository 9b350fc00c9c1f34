"""Dates and durations in prose: what they date, what lasts so long."""

from extractor.bind import clauses
from extractor.bind.prose.spot import (
    Spot,
    set_indicator,
)
from extractor.bind.words import is_determiner


def event_after(spot: Spot) -> bool:
    """`the 24 February 2022 invasion`, `15 years of progress`: what is dated or lasts."""
    tokens = spot.tokens
    i = spot.at + 1
    if i >= len(tokens) or spot.found.zone in {"caption", "footnote", "heading"}:
        return False
    if spot.found.reading.kind == "duration":
        if tokens[i].lower not in {"of", "into", "since"}:
            return False
        end = clauses.clause_end(spot.sentence, i + 1)
        phrase = clauses.trimmed(spot.sentence, (i + 1, end))
        return phrase is not None and set_indicator(spot, phrase, "prose.duration_of")
    before = tokens[spot.at - 1] if spot.at else None
    attributive = before is not None and is_determiner(before.text)
    if not attributive or not tokens[i].is_word or clauses.is_predicate_start(spot.sentence, i):
        return False
    end = clauses.clause_end(spot.sentence, i)
    phrase = clauses.trimmed(spot.sentence, (i, end))
    return phrase is not None and set_indicator(spot, phrase, "prose.dated_event")


def event_before(spot: Spot) -> bool:
    """`the full-scale invasion on 24 February 2022`: the noun phrase that the date follows."""
    tokens, i = spot.tokens, spot.at
    if spot.found.reading.kind != "date" or spot.found.zone in {
        "caption",
        "footnote",
        "heading",
        "keyfigure",
    }:
        return False
    if i < 2 or tokens[i - 1].lower != "on" or spot.found.reading.role == "as_of":
        return False
    phrase = clauses.noun_phrase_before(spot.sentence, i - 1)
    return phrase is not None and set_indicator(spot, phrase, "prose.event_on")
