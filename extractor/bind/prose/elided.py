"""What is left out because it was said before: the noun of a count, the group of a share."""

from collections.abc import Sequence

from extractor.bind.found import Binding, Found, inherited, restated
from extractor.bind.passage import Range, Sentence, Token
from extractor.bind.prose.carried import Carried
from extractor.bind.prose.groups import group_at
from extractor.bind.prose.listed import AREAS
from extractor.bind.prose.spot import Spot, counts_until, quote, text_range
from extractor.bind.prose.starts import start_of
from extractor.bind.verbs import RELATIVES, is_predicate_start
from extractor.bind.words import is_adverb, is_preposition, is_verb
from extractor.entities.gazetteer import people_nouns

NOUN_JOINTS = frozenset("and but while whom which including , – - or another with".split())
"""What joins a bare count to the count before it, whose noun it shares."""
FIRM_JOINTS = frozenset({"and", "but"})
MORE = frozenset("more others additional fewer".split())
"""What tells a count of the same from the one before it (`let them hire 150 to 200 more`)."""
MAX_TO_NEXT = 5  # tokens between a number and the `to` of what it changed to
COMPARING = frozenset({"to", "from"})
"""What joins it so where nothing is said of it (`compared to 6 in 2019`)."""
WHERE = frozenset("in from across at within".split())
"""What makes a count one of the places where another one was counted."""
LISTED = "prose.listed_group"
SHARE_JOINTS = frozenset("and while but ,".split())
BACK = frozenset("these those them which whom".split())
"""What points back to those counted in the sentence before."""
OPENING = frozenset("of among amongst".split())


def point_back(sentence: Sentence, counted: Carried) -> None:
    """Give a bare count that points back the noun of the sentence before.

    `Of these, 324 were confirmed`, `287 of these were …`, `35 were laboratory confirmed`.
    """
    whole = counted.found
    if whole is None or not counted.follows(sentence):
        return
    if _is_of_them(sentence, 0):
        _share_back(sentence, whole)
    at = next((i for i, t in enumerate(sentence.tokens) if t.measured is not None), None)
    found = sentence.tokens[at].found if at is not None else None
    if at is None or found is None or not is_bare(found):
        return
    part = _is_of_them(sentence, 0) or _is_of_them(sentence, at + 1)
    if part or _opens_clause(sentence, at):
        found.unit = whole.unit
        found.population = inherited(whole.population, "prose.points_back")
        found.of = whole if part else None


def _share_back(sentence: Sentence, whole: Found) -> None:
    """Give the shares behind what points back the whole that it points to.

    `Of these, 54 per cent are women and 9 per cent live alone`: of the later ones those of which a
    clause without a subject of its own is told, not `and prices rose by 9 per cent`.
    """
    for at, token in enumerate(sentence.tokens):
        found = token.found
        if found is None or found.reading.kind != "percent":
            continue
        start = start_of(sentence, at, found)
        lead = sentence.tokens[start - 1].lower if start else ""
        after = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
        if lead in SHARE_JOINTS | BACK and after not in OPENING:
            found.population = inherited(whole.population, "prose.points_back")
            found.of = whole


def keep_count(sentence: Sentence, counted: Carried) -> None:
    """Keep the last count of a sentence that has a noun for the sentence after it."""
    counts = counts_until(sentence, len(sentence.tokens))
    wholes = [found.of for _, found in counts]  # `12 of the 40 boats sank`: it is about the 12
    named = [(at, found) for at, found in counts if found.unit is not None]
    parts = [(at, found) for at, found in named if all(found is not whole for whole in wholes)]
    counted.found = _last_counted(sentence, parts or named)
    counted.move_to(sentence)


def _last_counted(sentence: Sentence, counts: Sequence[tuple[int, Found]]) -> Found | None:
    """Return the last of counts that is none of the places where another was counted."""
    last = counts[-1][1] if counts else None
    for at, found in reversed(counts):
        start = start_of(sentence, at, found)
        if not start or sentence.tokens[start - 1].lower not in WHERE:
            return found
    return last


def _is_of_them(sentence: Sentence, at: int) -> bool:
    """Say whether `of these`, `among them` stands at a token."""
    words = [t.lower for t in sentence.tokens[at : at + 2]]
    return words[:1] != [] and words[0] in OPENING and words[-1] in BACK


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Say whether a count opens its sentence and a verb follows it."""
    found, last = sentence.tokens[at].found, len(sentence.tokens) - 1
    opens = found is not None and start_of(sentence, at, found) == 0  # `Another 35 were …`
    return opens and at < last and is_predicate_start(sentence, at + 1)


def is_bare(found: Found) -> bool:
    """Say whether a figure is a whole number of things that are not named beside it."""
    reading = found.reading
    whole = "." not in (reading.value or reading.low or ".") + (reading.high or "")
    return reading.kind == "count" and whole and reading.noun is None and found.unit is None


def is_completed(found: Found) -> bool:
    """Say whether the grammar gave a bare count the noun of a figure before it."""
    reading = found.reading
    noun = reading.noun
    before = noun is None or noun[1] <= reading.span[0]
    return reading.kind == "count" and reading.unit is not None and before


# --- in one sentence ------------------------------------------------------------------------------


def elided_noun(spot: Spot) -> bool:
    """`10,000 civilians were killed and over 18,500 injured`: with the noun of the count before."""
    found = spot.found
    if not is_bare(found) and not is_completed(found):
        return False
    whole = _count_before(spot)
    named = _named_group(spot, whole)
    if named is not None:
        found.unit = spot.tokens[named[1] - 1].text
        span = text_range(spot.sentence, named)
        if span is not None:
            found.population = Binding(quote(spot.sentence, span), "stated", LISTED, span)
    elif whole is None:
        _take_next(spot)
    elif whole.unit is not None and (whole.unit == found.unit or _shares_noun(spot, whole)):
        found.unit = whole.unit
        found.population = restated(whole.population, "prose.elided_noun")
    return False  # what is said of them is for the rules after this one


def _take_next(spot: Spot) -> None:
    """`from 1,845 in May to 1,882 tests`: with the noun of the value that it changed to."""
    if spot.lead != "from":
        return
    tokens = spot.tokens
    near = range(spot.at + 1, min(len(tokens) - 1, spot.at + 1 + MAX_TO_NEXT))
    at = next((i for i in near if tokens[i].lower == "to"), None)
    after = tokens[at + 1].found if at is not None else None
    if after is not None and after.reading.kind == "count":
        spot.found.unit = after.unit


def _count_before(spot: Spot) -> Found | None:
    """Return the count before a figure, or the whole that it is a part of.

    In a bracket of names that follows a count of places, it is the one that was counted there:
    `31 cases from three states (Lorn – 20, Orn – 9, Sarn – 2)`.
    """
    earlier = counts_until(spot.sentence, spot.at)
    bracket = spot.sentence.bracket_of(spot.at)
    if bracket is not None and spot.lead != "(":
        before = _last_counted(spot.sentence, earlier)
    else:
        before = earlier[-1][1] if earlier else None
    whole = before.of if before is not None else None
    return whole if whole is not None and whole.reading.kind == "count" else before


def _shares_noun(spot: Spot, whole: Found) -> bool:
    """Say whether a bare count goes on a list, as what stands before and after it shows."""
    tokens, lead = spot.tokens, spot.lead
    after = tokens[spot.at + 1] if spot.at + 1 < len(tokens) else None
    ends = after is None or not after.is_word or is_preposition(after.text)
    if lead in {"(", "["}:
        return spot.before > 1 and _opens_part(spot, whole, after)
    if lead in COMPARING:
        return ends
    if after is not None and after.lower in MORE:
        return True
    named = spot.before > 0 and _is_named(tokens[spot.before - 1])
    joined = lead in NOUN_JOINTS or (named and spot.found.zone != "keyfigure")
    if _is_second_verb(spot):
        joined, ends = True, ends or (after is not None and after.lower in FIRM_JOINTS)
    says = after is not None and not ends and _says(spot.sentence, spot.at + 1)
    says = says or _is_so(spot)
    return joined and (ends or says)


def _is_so(spot: Spot) -> bool:
    """`48 were healthy, 6 lame and 21 thin`: one word says what those counted are."""
    tokens, i, before = spot.tokens, spot.at + 1, spot.figure_before
    group = before.population if before is not None else None
    pointed = group is not None and group.rule in {"prose.points_back", "prose.elided_noun"}
    if not pointed or i == len(tokens):
        return False
    ends = i + 1 == len(tokens) or tokens[i + 1].text in {",", ".", "and"}
    return ends and tokens[i].text.islower()


def _says(sentence: Sentence, at: int) -> bool:
    """Say whether a verb, the adverb before it or `that` begins at a token."""
    token = sentence.tokens[at]
    return is_predicate_start(sentence, at) or is_adverb(token.text) or token.lower in RELATIVES


def _is_second_verb(spot: Spot) -> bool:
    """`has 130 fitters and needs 450`: say whether the verb before a count joins one before it."""
    at = spot.before - 1
    joined = at > 0 and spot.tokens[at - 1].lower in FIRM_JOINTS
    listed = at > 0 and spot.tokens[at - 1].text == "," and spot.lead.endswith("ed")
    joined = joined or (listed and is_predicate_start(spot.sentence, at))  # `killed 9 men, hurt 4`
    return joined and is_verb(spot.tokens[at].text)


def _opens_part(spot: Spot, whole: Found, after: Token | None) -> bool:
    """`Katsina (1,099)`, `107 cases (88 from the camps)`: of an item, or a part of the count."""
    host = spot.tokens[spot.before - 2]
    if after is None or not after.is_word:
        return _names_item(spot.tokens, spot.before - 2)
    noun = whole.reading.noun
    return noun is not None and host.end == noun[1] and is_preposition(after.text)


def _named_group(spot: Spot, whole: Found | None) -> Range | None:
    """Return the people that a list of names counts: `youths in Lorn (100), Orn (150)`."""
    tokens, start = spot.tokens, 0
    after = tokens[spot.at + 1] if spot.at + 1 < len(tokens) else None
    closed = spot.lead == "(" and spot.before > 1 and after is not None and after.text == ")"
    if not closed or not _names_item(tokens, spot.before - 2):
        return None
    if whole is not None:
        end = (whole.reading.noun or whole.span)[1]
        start = next(i for i, t in enumerate(tokens) if t.start >= end)
    for i in range(spot.before - 2, start - 1, -1):
        group = group_at(spot.sentence, i)
        if group is not None and tokens[i].lower in people_nouns():
            where = i + 1 < len(tokens) and tokens[i + 1].lower in WHERE
            return group if where else None
    return None


def _names_item(tokens: list[Token], at: int) -> bool:
    """Say whether a name ends at a token: `Lorn`, `the West region`."""
    area = at > 0 and tokens[at].lower.removesuffix("s") in AREAS
    return _is_named(tokens[at - area])


def _is_named(token: Token) -> bool:
    """Say whether a token is a name or a date: what the counts of a list are told apart by."""
    return (token.found is not None and token.found.is_time) or token.text[0].isupper()


def elided_group(spot: Spot) -> bool:
    """`… (47%) did so, and 26 per cent came from abroad`: of the group of the share before."""
    found, before = spot.found, spot.figure_before
    if found.reading.kind != "percent" or found.population is not None or before is None:
        return False
    after = spot.at + 1
    stands_alone = after < len(spot.tokens) and is_predicate_start(spot.sentence, after)
    joined = spot.lead in SHARE_JOINTS and stands_alone
    if before.reading.kind == "percent" and (joined or spot.leads == ["followed", "by"]):
        found.population = restated(before.population, "prose.elided_group")
        found.of = found.of or before.of
    return False  # what is said of them is for the rules after this one
