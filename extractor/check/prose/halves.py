"""Shares of the two groups that make a whole: whether they make 100."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import regex

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, printed
from extractor.check.prose.claims import severity
from extractor.check.prose.clauses import BREAK
from extractor.check.prose.orders import CLAUSE
from extractor.check.prose.sentences import ARTICLE, DETERMINER, ENDING, YEAR, Said, words
from extractor.check.words import sexes
from extractor.keys import key
from schemas.extraction import Finding

MAX_GAP = Decimal(15)  # percentage points; shares further from 100 are of two wholes
LETTERS = regex.compile(r"\p{L}++")
SUBJECT = regex.compile(  # that nothing narrows
    rf"""
    \s*+ (?: (?: and | while | with | et | tandis \s que | avec | y | mientras \s que | con )
    \s++ )?+
    {DETERMINER}?+
    (?P<name> \p{{L}}++ ) \s*+
    """,
    regex.X | regex.I,
)


def halves(index: Index) -> Iterator[Finding]:
    """Yield the shares of men and women, or of boys and girls, that do not make 100."""
    for sentence in index.sentences:
        for one, other in pairwise(sentence):
            both = one.figure.kind == other.figure.kind == "percent"
            told = (_groups(one, other), _making_up(one, other)) if both else ()
            if not any(frozenset(groups) in sexes() for groups in told):
                continue
            others = any(each.term.value == -_gap(one, other) for each in sentence)
            if abs(_gap(one, other)) > MAX_GAP or others:
                continue
            if abs(_gap(one, other)) > one.term.half + other.term.half:
                made = printed(HUNDRED + _gap(one, other))
                message = f"{one.quote} and {other.quote} make {made} per cent, not 100."
                figures = (one.figure, other.figure)
                grave = severity((one, other), "warning")
                yield finding("share_mismatch", grave, message, figures)


def _gap(one: Said, other: Said) -> Decimal:
    return one.term.value + other.term.value - HUNDRED


def _groups(one: Said, other: Said) -> tuple[str, str]:
    """Return whom two shares are of; nothing where they are of two wholes.

    A clause between them opens another, or the first has a place, or a time, that the second does
    not have: `55 per cent are women in towns and 52 per cent are men in villages`.
    """
    _, *between = BREAK.split(other.before)
    turned = any(
        words("among").match(_opened(clause)) for clause in between
    )  # `and of drivers, 44 per`
    (group, tail), (other_group, other_tail) = _group(one), _group(other)
    joined = words("shares").match(other.after.lstrip()) is not None  # a clause of its own
    apart = (bool(tail) or joined) and tail != other_tail
    return ("", "") if turned or apart else (group, other_group)


def _opened(clause: str) -> str:
    """Return a clause without the word that parts it from the one before: `whereas of heads`."""
    opening = words("aside").match(clause.lstrip())
    return (clause.lstrip()[opening.end() :] if opening is not None else clause).lstrip()


def _group(share: Said) -> tuple[str, str]:
    """Return the word for whom a percentage is of, and what its clause says behind it.

    `52 per cent are women in towns`
    """
    behind = share.after.lstrip()
    joined = words("shares").match(behind)
    behind = behind[joined.end() :].lstrip() if joined is not None else behind
    name = LETTERS.match(behind)
    if name is None:
        return "", ""
    tail, *_ = BREAK.split(words("aside").sub(",", behind[name.end() :]))
    return key(name[0]), tail.strip(f" {ENDING}")


def _making_up(one: Said, other: Said) -> tuple[str, str]:
    """Return who make up two shares: `women make up 52 per cent of the staff and men 48`.

    Nothing where the second is of others than the first, or either of a year of its own; nor of
    shares that groups have: `literacy is 52 per cent among women`, `women 52 per cent, men 44`.
    """
    dated = any(YEAR.search(each.after) for each in (one, other))
    aside = len(CLAUSE.findall(other.before)) > 1  # `and, among nurses, men 44 per cent`
    if dated or aside or other.after.strip(ENDING):
        return ("", "")
    return _subject(CLAUSE.split(one.before)[-1]), _subject(
        BREAK.split(other.before)[-1], verbless=True
    )


def _subject(clause: str, *, verbless: bool = False) -> str:
    """Return the word that is all of the subject of a verb of making up; the verb ends a clause."""
    clause = ARTICLE.sub("", f" {clause.strip()} ").rstrip()
    ends = [
        m.start() for m in words("makes_up", "groups").finditer(clause) if m.end() == len(clause)
    ]
    if not ends and not verbless:
        return ""
    named = SUBJECT.fullmatch(clause[: ends[0]] if ends else clause)
    return "" if named is None else key(named["name"])
