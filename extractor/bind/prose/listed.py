"""Lists of names with figures in brackets: what the list says, of each place or time in it.

`The team repaired pumps in Lorn (14), Vell (7) and Sarn (4)`: a name is where or when a figure
holds, never what it measures.
"""

from itertools import takewhile

from extractor.bind.found import Binding, Found, restated
from extractor.bind.passage import CLOSING, Range, Sentence, Token
from extractor.bind.prose.governed import said_before
from extractor.bind.prose.spot import Spot, set_indicator_text, text_range
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_adverb, is_preposition
from extractor.entities.gazetteer import places

RULE = "prose.listed"
WHERE = frozenset("in from at to near across within into around".split())
"""Prepositions that lead to the first name of a list of places."""
EQUATING = frozenset("is are was were".split())
"""Verbs that say which names a noun is of: `The largest donors were Ost (USD 3) and Lorn (2)`."""
AMOUNTS = frozenset({"money", "percent"})
PICKING = frozenset("including notably especially particularly".split())
"""What leads to some of the areas that were spoken of: `three counties, including Lorn (14)`."""
LEADS = WHERE | frozenset({"on", "for", "than", "between", "among", "("})
DASHES = frozenset("-–—")
WITHIN_NAME = frozenset("of de du la le el al and the".split())
AREAS = frozenset(
    "state province district region governorate county department division municipality".split()
)
"""Nouns behind the name of an area: `in Lorn province (14)`."""
AREAS_NAMED = frozenset(
    f"{area[:-1]}ies" if area.endswith("y") else f"{area}s" for area in AREAS
) | frozenset("communes towns cities villages countries lgas camps sites markets".split())
"""Nouns of several areas, which a list may pick from."""
JOINTS = WITHIN_NAME | frozenset({",", "and", "or", "&"})
ITEM_WORDS = 6  # of a name
MAX_ITEMS = 12  # names between a figure and what leads to their list
MAX_TO_HEAD = 12  # tokens between a list and the figure of its kind that it parts


def listed(spot: Spot) -> bool:
    """Bind a figure after a name in a list by what leads to the list."""
    end = _after_name(spot)
    name = _name_before(spot.sentence, end) if end is not None else None
    start = _list_start(spot.sentence, name[0]) if name is not None else None
    if start is not None and spot.tokens[start - 1].lower in EQUATING:
        start = start if spot.found.reading.kind in AMOUNTS else None
    if name is None or start is None or not _bind(spot, start):
        return False
    lead = spot.tokens[start - 1].lower
    if lead in EQUATING or (lead == "from" and spot.found.reading.kind == "money"):
        return True  # whose money it is, not where
    dated = any(t.found is not None for t in spot.tokens[name[0] : name[1]])
    text = text_range(spot.sentence, name)
    where = lead in WHERE | PICKING
    if where and not dated and text is not None:
        value = " ".join(t.text for t in spot.tokens[name[0] : name[1]])
        spot.found.place = Binding(value, "stated", "place.listed", text)
    return True


def _after_name(spot: Spot) -> int | None:
    """Return where a name would end whose figure this is: before its bracket, or its dash."""
    if spot.before and spot.tokens[spot.before - 1].text in DASHES:
        return spot.before - 1
    bracket = spot.sentence.bracket_of(spot.at)
    if bracket is None:
        return None
    inside = spot.tokens[bracket[0] + 1 : spot.before]
    first = all(not t.is_word or is_adverb(t.text) or t.lower in {"up", "down"} for t in inside)
    return bracket[0] if first else None


def _name_before(sentence: Sentence, end: int) -> Range | None:
    """Return the name, or the date, that ends at a position."""
    tokens = sentence.tokens
    start = end
    if start > 1 and tokens[start - 1].lower in AREAS and tokens[start - 2].text[0].isupper():
        start -= 1
    while start > 0 and end - start < ITEM_WORDS:
        token = tokens[start - 1]
        is_date = token.found is not None and token.found.is_time
        capital = token.is_word and token.text[0].isupper()
        if not (is_date or capital or (token.is_word and token.lower in WITHIN_NAME)):
            break
        start -= 1
    while start < end and tokens[start].lower in WITHIN_NAME:
        start += 1
    return (start, end) if 0 < start < end else None


def _list_start(sentence: Sentence, at: int) -> int | None:
    """Return where the list begins of which a name begins at a position; None where in none."""
    tokens = sentence.tokens
    for _ in range(MAX_ITEMS):
        while at > 0 and (
            tokens[at - 1].text == "," or tokens[at - 1].lower in WITHIN_NAME | JOINTS
        ):
            at -= 1
        start = _after_lead(sentence, at)
        if at == 0 or start is not None:
            return start
        item = _name_before(sentence, _item_end(sentence, at))
        if item is None:
            return None
        at = item[0]
    return None


def _after_lead(sentence: Sentence, at: int) -> int | None:
    """Return where a list begins behind what leads to it: `in Lorn`, `in: Lorn`."""
    tokens = sentence.tokens
    before = tokens[at - 1] if at else None
    if before is None:
        return None
    if before.text == ":" and at > 1 and tokens[at - 2].lower in WHERE:
        return at - 1
    leads = before.lower in LEADS | EQUATING or _leads_to_areas(sentence, at - 1)
    return at if leads or (before.lower == "by" and tokens[at - 2].lower == "followed") else None


def _leads_to_areas(sentence: Sentence, at: int) -> bool:
    """Say whether a word leads to some of the areas spoken of before it, and no other things.

    They are told right before it (`three counties, including Lorn`), or a known place is after it.
    """
    tokens = sentence.tokens
    if tokens[at].lower not in PICKING or all(t.lower not in AREAS_NAMED for t in tokens[:at]):
        return False
    last = at - 1 - (tokens[at - 1].text == ",")
    told = tokens[last].lower in AREAS_NAMED and _is_told(sentence, last)
    return told or _first_item(tokens, at + 1) in places()


def _is_told(sentence: Sentence, at: int) -> bool:
    """Say whether the noun at a place is of the clause, and of no noun: `partners in districts`."""
    tokens, before = sentence.tokens, at - 1
    while before >= 0 and _is_modifier(sentence, before):
        before -= 1
    if before < 0 or not is_preposition(tokens[before].text):
        return True
    before -= 1
    while before > 0 and is_adverb(tokens[before].text):
        before -= 1
    return before < 0 or is_predicate_start(sentence, before)


def _is_modifier(sentence: Sentence, at: int) -> bool:
    """Say whether a token goes on a noun phrase to the left: `the three northern | districts`."""
    token = sentence.tokens[at]
    ends = is_preposition(token.text) or is_predicate_start(sentence, at)
    return (token.is_word or token.found is not None) and not ends


def _first_item(tokens: list[Token], at: int) -> str:
    """Return the name that opens a list."""
    words = takewhile(lambda t: t.is_word and t.lower not in {"and", "or"}, tokens[at:])
    return " ".join(t.text for t in words)


def _item_end(sentence: Sentence, at: int) -> int:
    """Return where the name of the item ends that ends before a position with its figure."""
    tokens = sentence.tokens
    if tokens[at - 1].text in CLOSING:
        bracket = sentence.bracket_of(at - 1)
        return bracket[0] if bracket is not None else 0
    dashed = tokens[at - 1].measured is not None and at > 1 and tokens[at - 2].text in DASHES
    return at - 2 if dashed else at


def _bind(spot: Spot, start: int) -> bool:
    """Bind by the item before, by the figure of which the list gives the parts, or the clause."""
    head = _head(spot, start)
    if head is not None:
        found = spot.found
        found.indicator = restated(head.indicator, RULE)
        found.population = found.population or restated(head.population, RULE)
        if found.reading.kind == "count":
            found.unit = found.unit or head.unit
        return True
    equates = spot.tokens[start - 1].lower in EQUATING
    return set_indicator_text(spot, said_before(spot.sentence, start - (not equates)), RULE)


def _head(spot: Spot, start: int) -> Found | None:
    """Return the figure before, where it is an item of the list or right before the list."""
    before = spot.figure_before
    if before is None or before.indicator is None:
        return None
    tokens = spot.tokens
    near = tokens[max(0, start - MAX_TO_HEAD)].start <= before.span[0]
    same = before.reading.kind == spot.found.reading.kind
    in_list = before.span[0] >= tokens[start].start
    return before if same and (in_list or near) else None
