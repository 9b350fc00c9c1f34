"""Those to whom something went: `distributed 300 nets to 120 families`."""

from extractor.bind.found import Binding, Found, restated
from extractor.bind.passage import Token
from extractor.bind.phrases import noun_phrase_before
from extractor.bind.prose.governed import GIVING, MAX_TO_HEAD, governing_verb, verb_phrase
from extractor.bind.prose.spot import Spot, clean, counts_people, set_indicator, text_range
from extractor.bind.words import is_preposition

LISTING = frozenset({",", "and"})


def recipients(spot: Spot) -> bool:
    """`distributed 300 nets to 120 families`: what was done with the things counted before."""
    tokens, lead = spot.tokens, spot.before - 1
    before = spot.figure_before
    if lead < 1 or spot.lead not in GIVING or before is None or counts_people(before):
        return False
    noun, kind = before.reading.noun, before.reading.kind
    if noun is None and kind != "measure":
        return False
    between = [t for t in tokens[:lead] if t.start >= (noun or before.span)[1]]
    in_bracket = bool(between) and between[0].text == "(" and between[-1].text == ")"
    if between and not in_bracket and not (kind == "measure" and _names_goods(between)):
        return False
    spot.found.indicator = restated(before.indicator, "prose.recipients")
    if kind == "measure" and before.indicator is not None:
        _add_verb(spot, before)
    return before.indicator is not None


def paid_for(spot: Spot) -> bool:
    """`USD 3 million for nets for 120 families`: what the sum before it pays for whom."""
    before, rule = spot.figure_before, "prose.paid_for"
    leads = spot.lead in GIVING or spot.lead == "for"
    if (
        before is None
        or before.reading.kind != "money"
        or not (leads and counts_people(spot.found))
    ):
        return False
    said = before.indicator
    between = [t for t in spot.tokens[: spot.before - 1] if t.start >= before.span[1]]
    if said is None or said.span is None or not between or between[0].lower != "for":
        return False
    # A name is who or where it is for: `USD 3 million for Lorn for 120 families`.
    named = any(word.text[:1].isupper() for word in between[1:])
    if named or said.span != (between[1].start, between[-1].end):
        return False
    spot.found.indicator = restated(said, rule)
    return True


def _add_verb(spot: Spot, before: Found) -> None:
    """Say what was done with the goods that people got: `distributed food`."""
    at = spot.sentence.position_of(before)
    verb = governing_verb(spot.sentence, at)
    said = spot.found.indicator
    phrase = verb_phrase(spot.sentence, verb, at) if verb is not None else None
    text = text_range(spot.sentence, phrase)
    if text is not None and said is not None and not said.value.startswith(clean(spot, text)):
        value = f"{clean(spot, text)} {said.value.removeprefix('of ')}"
        spot.found.indicator = Binding(value, "stated", said.rule, text)


def _names_goods(words: list[Token]) -> bool:
    """Say whether words behind a measure only name what is measured: `7 tons of dry food`."""
    plain = all(t.is_word and not is_preposition(t.text) for t in words[1:])
    return words[0].lower == "of" and plain and len(words) <= MAX_TO_HEAD + 1


def noun_for(spot: Spot) -> bool:
    """`referrals for 90 girls, 40 boys and 12 women`: the noun that leads the list of them."""
    before, rule = spot.figure_before, "prose.noun_for"
    said = before.indicator if before is not None else None
    if spot.lead in LISTING and said is not None and said.rule == rule:
        spot.found.indicator = said
        return True
    phrase = noun_phrase_before(spot.sentence, spot.before - 1) if spot.lead == "for" else None
    return phrase is not None and set_indicator(spot, phrase, rule)
