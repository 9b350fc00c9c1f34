"""Labels without a verb: `Net weight 84.5 kg; operating temperature: -20 to 55 °C`."""

from extractor.bind.found import Binding
from extractor.bind.passage import CLOSING, OPENING, Range, Sentence, Token
from extractor.bind.prose.spot import Spot, set_indicator
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import forms_of, is_determiner, is_preposition, is_verb, word_class

RULE = "prose.label"
KINDS = frozenset({"measure", "money"})
"""What a label tells without a colon; of a share or a count it may tell the group."""
COLON = ":"
STARTS = frozenset(";,.:•–—|")
"""What a label stands behind, where it does not open its sentence."""
SIDES = frozenset({"x", "×", "by"})
"""What joins the dimensions of one thing."""
MAX_LABEL = 7  # words
MAX_BEHIND = 2  # words that go on with a unit: `24 V DC`, `95 % RH`


def labelled(spot: Spot) -> bool:
    """`Wall thickness 3.2 mm`: the words between the figure and what stands before them."""
    if spot.lead in SIDES and _is_side(spot):
        return True
    colon = spot.lead == COLON
    told = colon or (spot.found.reading.kind in KINDS and not spot.is_counted)
    label = _label(spot.sentence, spot.before - colon) if told and _closes(spot) else None
    return label is not None and set_indicator(spot, label, RULE)


def lasting_label(spot: Spot) -> bool:
    """`Lead time: 14 days`: how long what stands before a colon lasts."""
    lasts = spot.found.reading.kind == "duration" and spot.lead == COLON
    label = _label(spot.sentence, spot.before - 1) if lasts and _closes(spot) else None
    return label is not None and set_indicator(spot, label, RULE)


def _is_side(spot: Spot) -> bool:
    """Bind a further dimension as the one before it."""
    before = spot.figure_before
    said = before.indicator if before is not None else None
    if said is None or said.rule != RULE:
        return False
    spot.found.indicator = Binding(said.value, said.state, RULE, said.span)
    return True


def _label(sentence: Sentence, end: int) -> Range | None:
    """Return the label that ends before a token; None where a clause stands there."""
    tokens = sentence.tokens
    close = end
    if end > 1 and tokens[end - 1].text in CLOSING:
        bracket = sentence.bracket_of(end - 1)
        close = bracket[0] if bracket is not None else end
    start = close
    while start > 0 and tokens[start - 1].is_word:
        start -= 1
    opened = start == 0 or tokens[start - 1].text in STARTS or tokens[start - 1].text in OPENING
    if not (opened and 0 < close - start <= MAX_LABEL):
        return None
    return (start, close) if _is_noun_phrase(sentence, start, close) else None


def _is_noun_phrase(sentence: Sentence, start: int, end: int) -> bool:
    tokens = sentence.tokens
    first, last = tokens[start], tokens[end - 1]
    if _is_small(first) or _is_small(last) or (end - start == 1 and is_verb(first.text)):
        return False
    return not any(
        is_predicate_start(sentence, i)
        and not (_is_to_come(sentence, i) or (start == 0 and _is_left_so(sentence, i, end)))
        for i in range(start + 1, end)
    )


def _is_left_so(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether a participle closes a label that opens its line: `Area flooded: 1,200 ha`."""
    word = sentence.tokens[at].lower
    said = word in forms_of("reporting")
    return at == end - 1 and word.endswith("ed") and not said and sentence.tokens[end].text in ":("


def _is_to_come(sentence: Sentence, at: int) -> bool:
    """Say whether a word is of what is still to come: `People to be reached`."""
    before = [token.lower for token in sentence.tokens[max(0, at - 2) : at + 1]]
    return before[-2:] == ["to", "be"] or before[:2] == ["to", "be"]


def _is_small(token: Token) -> bool:
    """Say whether a word opens or ends no label."""
    linking = is_preposition(token.text) or is_determiner(token.text)
    return linking or token.lower in word_class("subordinators") or token.lower in {"and", "or"}


def _closes(spot: Spot) -> bool:
    """Say whether no clause goes on behind the figure."""
    tokens = spot.tokens
    for i in range(spot.after_figure, min(spot.after_figure + MAX_BEHIND, len(tokens))):
        if not tokens[i].is_word or tokens[i].found is not None:
            return True
        if is_predicate_start(spot.sentence, i):
            return False
    return True
