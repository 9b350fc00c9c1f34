"""Figures that `respectively` pairs with a list: `in Lorn and Vell, 3 and 5 boats`."""

from functools import cache

from extractor.bind.found import Binding, Found
from extractor.bind.passage import Range, Sentence
from extractor.bind.prose.listed import WHERE
from extractor.bind.prose.spot import quote, text_range
from extractor.bind.times.dating import as_of
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_adverb, is_determiner, is_preposition, word_class
from extractor.figures.lexicon import load_pack

RULE = "prose.respective"
WORD = "respectively"
JOINTS = frozenset({"and", ",", "&"})
MIN_PAIRS = 2
MAX_MEMBER = 4  # words of a member
MAX_APART = 6  # tokens from one figure of a list to the next: its noun, rate and joints


def bind_respective(sentence: Sentence) -> None:
    """Tell each figure of a list by its own member of the list that the clause names."""
    if len(sentence.founds) < MIN_PAIRS:
        return
    at = next((i for i, t in enumerate(sentence.tokens) if t.lower == WORD), None)
    figures = _series(sentence, at) if at is not None else []
    if at is None or len(figures) < MIN_PAIRS:
        return
    behind = _members(sentence, (figures[-1] + 1, at), len(figures))
    members = behind or _members(sentence, (0, figures[0]), len(figures))
    founds = [f for i in figures if (f := sentence.tokens[i].found) is not None]
    if members is not None:
        _pair(sentence, founds, members)


def _series(sentence: Sentence, end: int) -> list[int]:
    """Return where the figures of one kind stand that a list before a token has."""
    places: list[int] = []
    for i in range(end - 1, -1, -1):
        found = sentence.tokens[i].measured
        if found is None:
            continue
        if places and not _goes_on(sentence, i, places[0]):
            break
        places.insert(0, i)
    return places


def _goes_on(sentence: Sentence, first: int, second: int) -> bool:
    """Say whether only the joint of a list, nouns and rates stand between two figures."""
    one, other = sentence.tokens[first].measured, sentence.tokens[second].measured
    alike = one is not None and other is not None and one.reading.kind == other.reading.kind
    between = sentence.tokens[first + 1 : second]
    joined = any(t.lower in JOINTS for t in between) and len(between) <= MAX_APART
    return alike and joined and not any(t.text in "();:" for t in between)


def _members(sentence: Sentence, span: Range, number: int) -> list[Range] | None:
    """Return the members of the last list of a stretch, if it has so many."""
    tokens = sentence.tokens
    ands = (i for i in range(span[1] - 1, span[0], -1) if tokens[i].lower in {"and", "&"})
    last = next(ands, None)
    if last is None:
        return None
    end = last + 1
    while end < min(span[1], last + 1 + MAX_MEMBER) and _belongs(sentence, end):
        end += 1
    members: list[Range] = [(last + 1, end)]
    joint = last
    while joint > span[0]:
        stop = joint - (tokens[joint - 1].text == ",")  # `Lorn, Vell, and Sarn`
        start = stop
        while start > max(span[0], stop - MAX_MEMBER) and _belongs(sentence, start - 1):
            start -= 1
        members.insert(0, (start, stop))
        joint = start - 1
        if joint < span[0] or tokens[joint].text != ",":
            break
    whole = len(members) == number and all(start < end for start, end in members)
    return members if whole else None


def _belongs(sentence: Sentence, at: int) -> bool:
    """Say whether a token belongs to a member: a date, or a word that opens nothing else."""
    token = sentence.tokens[at]
    if token.found is not None:
        return token.found.reading.kind == "date"
    closed = is_preposition(token.text) or is_determiner(token.text) or is_adverb(token.text)
    return token.is_word and not closed and not is_predicate_start(sentence, at)


def _pair(sentence: Sentence, founds: list[Found], members: list[Range]) -> None:
    tokens = sentence.tokens
    dates = [tokens[start].found for start, _ in members]
    lead = tokens[members[0][0] - 1].lower if members[0][0] else ""
    named = lead in WHERE and all(_may_be_place(tokens[start].text) for start, _ in members)
    sizes = [end - start for start, end in members]
    headed = sizes[-1] > sizes[0]  # `rice and maize prices` may share their noun
    said, group = (None, None) if headed else (founds[0].indicator, founds[0].population)
    span = (members[0][0], members[-1][1])
    for found, member, date in zip(founds, members, dates, strict=True):
        text = text_range(sentence, member)
        if date is not None:
            found.as_of = as_of(date, "stated", "as_of.respective")
        elif named and text is not None:
            found.place = Binding(quote(sentence, text), "stated", "place.listed", text)
        if date is None:
            found.indicator = _of_member(sentence, said, (span, member)) or found.indicator
            found.population = _of_member(sentence, group, (span, member)) or found.population


def _may_be_place(word: str) -> bool:
    """Say whether the first word of a member may be a place's: no month, phase, or short form."""
    return word[0].isupper() and word.lower() not in _no_places() and not word[1:].isupper()


@cache
def _no_places() -> frozenset[str]:
    """Return the words with a capital behind `in` that are times and numbered things."""
    times = (load_pack("en").section(f"date.{name}").inverted() for name in ("months", "seasons"))
    return word_class("numbered").union(name.lower() for names in times for name in names)


def _of_member(
    sentence: Sentence, said: Binding | None, listed: tuple[Range, Range]
) -> Binding | None:
    """Return what was said of a list as it is said of one of its members; None if not of it."""
    whole, text = (text_range(sentence, span) for span in listed)
    if said is None or whole is None or text is None:
        return None
    value = said.value.replace(quote(sentence, whole), quote(sentence, text))
    return Binding(value, said.state, RULE, text) if value != said.value else None
