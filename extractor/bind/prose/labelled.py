"""Labels without a verb: `Net weight 84.5 kg; operating temperature: -20 to 55 °C`."""

from collections.abc import Sequence

from extractor.bind.found import Binding
from extractor.bind.passage import CLOSING, OPENING, Range, Sentence, Token
from extractor.bind.prose.spot import Spot, set_indicator
from extractor.bind.prose.times import BOUND_ROLES, is_told_date
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
MAX_TO_WHOLE = 3  # tokens up to the figure that a count is of
MAX_BEHIND = 2  # words that go on with a unit: `24 V DC`, `95 % RH`


def named(spot: Spot) -> bool:
    """`Nets to mend: 300; Target: 40 boats`: a value right behind a colon is of its label."""
    return not _is_of_figure(spot) and behind_label(spot)


def behind_label(spot: Spot) -> bool:
    """Bind the label whose colon stands right before a figure, be it of another one or not."""
    if spot.lead != COLON or not _closes(spot) or (_is_numbered(spot) and _says_itself(spot)):
        return False
    label = _label(spot.sentence, spot.before - 1)
    return label is not None and set_indicator(spot, label, RULE)


def labelled(spot: Spot) -> bool:
    """`Wall thickness 3.2 mm`: the words between the figure and what stands before them."""
    if spot.lead in SIDES and _is_side(spot):
        return True
    told = spot.found.reading.kind in KINDS and not spot.is_counted and spot.lead != COLON
    label = _label(spot.sentence, spot.before) if told and _closes(spot) else None
    return label is not None and set_indicator(spot, label, RULE)


def _is_numbered(spot: Spot) -> bool:
    """Say whether a label ends in a number: `Activity 1.1`, `SO2`."""
    last = spot.tokens[spot.before - 2].text if spot.before > 1 else ""
    return any(c.isdigit() for c in last)


def _says_itself(spot: Spot) -> bool:
    """Say whether what stands behind a figure tells what it is: `12 nets`, `60% of the nets`."""
    behind = spot.tokens[spot.after_figure] if spot.after_figure < len(spot.tokens) else None
    return spot.is_counted or (behind is not None and behind.lower == "of")


def _is_of_figure(spot: Spot) -> bool:
    """Say whether a count is of another one: `Score: 4 of 10`; `count_of` has both."""
    after = spot.tokens[spot.at + 1 : spot.at + 1 + MAX_TO_WHOLE]
    of = bool(after) and after[0].lower == "of" and spot.found.reading.kind == "count"
    return of and any(t.measured is not None for t in after)


def time_label(spot: Spot) -> bool:
    """`Lead time: 14 days`, `Start date: 1 July 2031`: how long or when what a colon stands behind.

    A day or year that its line goes on with may date something else: `Note: 2031 saw two storms`.
    """
    reading = spot.found.reading
    if spot.lead != COLON or not _closes(spot) or reading.role in BOUND_ROLES:
        return False
    if reading.kind == "date" and not (is_told_date(spot) and _ends_line(spot)):
        return False
    label = _label(spot.sentence, spot.before - 1)
    return label is not None and set_indicator(spot, label, RULE)


def _ends_line(spot: Spot) -> bool:
    """Say whether nothing goes on behind a figure but what is set apart from it."""
    rest = spot.tokens[spot.after_figure : spot.after_figure + 1]
    return not rest or rest[0].text in STARTS or rest[0].text in OPENING


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
    start = _behind_noun(tokens, start, close)
    opened = start == 0 or tokens[start - 1].text in STARTS or tokens[start - 1].text in OPENING
    opened = opened or _opens_behind_value(tokens, start, end)
    if not (opened and 0 < close - start <= MAX_LABEL):
        return None
    return (start, close) if _is_noun_phrase(sentence, start, close) else None


def _opens_behind_value(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a label with a colon stands right behind a value: `Time: 3 years Cost: USD 4`."""
    opens = tokens[start].text[:1].isupper() and tokens[end].text == COLON
    at = start
    while at > 0 and tokens[at - 1].is_word:
        at -= 1
    return opens and at > 0 and tokens[at - 1].found is not None


def _behind_noun(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a label begins behind the noun that the figure before it counts."""
    before = tokens[start - 1].found if start > 0 else None
    noun = before.reading.noun if before is not None else None
    while noun is not None and start < end and tokens[start].start < noun[1]:
        start += 1
    return start


def _is_noun_phrase(sentence: Sentence, start: int, end: int) -> bool:
    tokens = sentence.tokens
    first, last = tokens[start], tokens[end - 1]
    acts = end - start == 1 and is_verb(first.text) and tokens[end].text != COLON
    if _is_small(first) or _is_small(last) or acts:
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
