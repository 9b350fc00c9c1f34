"""How a sentence tells a change: by how much, from what, to what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extractor.check.prose.sentences import (
    ARTICLE,
    ENDED,
    OF_YEAR,
    Said,
    Sentence,
    ends_with,
    words,
)

NEAR_WORDS = 3  # between the word for a change and its number
APPOSED_WORDS = 5  # between a value and what it changed by
NEAR = 60  # characters between a change and what it is a change of
BRACKET = "("
BREAKS = (",", "(", "—", " – ", " - ")
APPOSED = (",", "(", ", or", "or")
PLAIN = regex.compile(r"[\s\p{L}'’/-]*+")
OPENED = regex.compile(r"\s++\S++\s*+$")  # the word that opens the value before a change

DATED = regex.compile(r"^ \s++ (?: \p{L}++ \s++ ){0,3}+ (?:19|20)\d\d (?!\w)", regex.X)

UP, DOWN = ("up", "higher"), ("down", "lower")
Values = tuple[Said | None, Said | None]
"""What a value was, and what it is."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change, and the values that it lies between, as far as the sentence tells them."""

    rises: bool
    amount: Said | None
    percent: Said | None
    base: Said | None = None
    level: Said | None = None
    is_loose: bool = False
    """Whether the sentence does not say that the base is what changed."""
    is_apposed: bool = False
    """Whether no word says that the share is of the change: it may be one of something else."""


def told_changes(sentence: Sentence) -> Iterator[Change]:
    """Yield the changes of a sentence, each with the values beside it."""
    yield from _by(sentence)
    at = 0
    while at < len(sentence):
        last = at + 1 if at + 1 < len(sentence) and is_one(*sentence[at : at + 2]) else at
        rises = direction(sentence[at].before, sentence[last].after)
        if rises is not None:
            told = sentence[at : last + 1]
            shares = [each for each in told if each.figure.kind == "percent"]
            amounts = [each for each in told if each.figure.kind != "percent"]
            change = Change(rises, next(iter(amounts), None), next(iter(shares), None))
            yield _placed(change, sentence, at, last)
        at = last + 1


def courses(sentence: Sentence) -> Iterator[tuple[bool, Said, Said]]:
    """Yield what is said to rise (True), or to fall, and the values: `fell from 40 to 38`."""
    for was, now in pairwise(sentence):
        opened = OPENED.sub("", was.before) if ends_with("from", was.before) else ""
        if opened and len(now.before) <= NEAR and ends_with("to", now.before):
            told = [(m.end(), rises) for rises, m in _matches(opened, UP[:1], DOWN[:1])]
            if told and max(told)[0] == len(opened):
                yield max(told)[1], was, now


def _by(sentence: Sentence) -> Iterator[Change]:
    """Yield what is told right behind a course: `rose from 61 to 74 per cent, by 13 points`.

    A percentage needs no word for it: `rose from 4.1 to 4.7 million, 15 per cent`, `(15 per cent)`.
    """
    for rises, was, now in courses(sentence):
        behind = sentence[sentence.index(now) + 1 :][:1]
        for by in behind:
            opened = DATED.sub("", by.before, count=1).strip(" ,(–—")
            closed = by.after.lstrip().removeprefix(")") if by.before.endswith("(") else by.after
            ended = ENDED.fullmatch(closed) is not None  # else it is of some, or of others
            share = by if by.figure.kind == "percent" else None
            bare = by.figure.unit == "percent" and now.figure.kind != "percent"
            apposed = bare and by.before.strip() in APPOSED
            told = words("by").fullmatch(opened) is not None
            if ended and (apposed or told):
                amount = None if share else by
                yield Change(rises, amount, share, was, now, is_apposed=not told)


def is_one(one: Said, other: Said) -> bool:
    """Say whether two numbers tell one amount: a number and its share."""
    between = other.before.strip(" ,—–-")
    joined = between == BRACKET or words("also").fullmatch(between.strip("( ")) is not None
    kinds = (one.figure.kind == "percent", other.figure.kind == "percent")
    return joined and kinds in ((True, False), (False, True))


def direction(before: str, after: str) -> bool | None:
    """Say whether a number is what something rose by (or fell by: False); None for neither."""
    opens = [(m.end(), rises) for rises, m in _matches(before, UP[:1], DOWN[:1])]
    if opens and _is_near(before[max(opens)[0] :]):
        return max(opens)[1]
    behind = after.lstrip(") ")
    closes = [(m.start(), rises) for rises, m in _matches(behind, UP, DOWN)]
    return min(closes)[1] if closes and _is_near(behind[: min(closes)[0]]) else None


def _matches(
    text: str, up: tuple[str, ...], down: tuple[str, ...]
) -> Iterator[tuple[bool, "regex.Match[str]"]]:
    for rises, names in ((True, up), (False, down)):
        for name in names:
            yield from ((rises, match) for match in words(name).finditer(text))


def _is_near(between: str) -> bool:
    """Say whether a word for a change belongs to a number: few words between, none for a value."""
    close = PLAIN.fullmatch(between) is not None and len(between.split()) <= NEAR_WORDS
    return close and not ends_with("strictly_from", between) and not ends_with("to", between)


def _placed(change: Change, sentence: Sentence, at: int, last: int) -> Change:
    """Return a change with the values that it lies between."""
    first, second = _behind(sentence, last)
    if first is not None and _opens_base(first.before):
        return replace(change, base=first, level=_to(second) or _apposed(sentence, at))
    if first is None or not ends_with("to", first.before):
        base, level = _before(sentence, at)
        return replace(change, base=base, level=level)
    if second is not None and ends_with("against", second.before):
        return replace(change, base=second, level=first)
    before = sentence[at - 1] if at and len(sentence[at].before) <= NEAR else None
    return replace(change, base=before, level=first, is_loose=True)


def _opens_base(between: str) -> bool:
    compared = ends_with("than", ARTICLE.sub("", between)) or ends_with("against", between)
    return compared or ends_with("from", between)


def _behind(sentence: Sentence, last: int) -> Values:
    """Return the two numbers behind a change, as far as they are near."""
    first, second = (*sentence[last + 1 : last + 3], None, None)[:2]
    return (first, second) if first is not None and len(first.before) <= NEAR else (None, None)


def _to(said: Said | None) -> Said | None:
    """Return the value that a change leads to, if this is one."""
    ends = said is not None and len(said.before) <= NEAR and ends_with("to", said.before)
    return said if ends else None


def _apposed(sentence: Sentence, at: int) -> Said | None:
    """Return the value that a change is told of right behind it: `42 million, up 5 per cent`."""
    between = sentence[at].before.strip()
    if at and words("is").fullmatch(between) is not None:
        return sentence[at - 1]
    head, mark, tail = _parted(between)
    told = regex.findall(r"\p{L}++", tail)
    few = len(head.split()) <= NEAR_WORDS and len(told) <= APPOSED_WORDS
    dated = OF_YEAR.fullmatch(f" {head}") is not None
    bare = bool(told) or (mark == "," and (not head or dated))  # `42 million, 5 per cent more`
    aside = bool(told) and words("aside").fullmatch(told[0]) is not None
    return sentence[at - 1] if at and mark and few and bare and not aside else None


def _parted(between: str) -> tuple[str, str, str]:
    """Return what stands before the last break of a clause, the break, and what stands behind."""
    at = max(between.rfind(mark) for mark in BREAKS)
    return (between[:at], between[at], between[at + 1 :]) if at >= 0 else (between, "", "")


def _before(sentence: Sentence, at: int) -> Values:
    """Return the values before a change: `from 40 to 42, an increase of 5 per cent`."""
    level, base = _apposed(sentence, at), sentence[at - 2] if at > 1 else None
    if level is None or base is None:
        return None, level
    if ends_with("from", base.before) and ends_with("to", level.before):
        return base, level
    return (level, base) if ends_with("against", level.before) else (None, level)
