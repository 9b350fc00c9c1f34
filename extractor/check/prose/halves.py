"""Shares of the two groups that make a whole: whether they make 100."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

import regex

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, printed
from extractor.check.prose.claims import severity
from extractor.check.prose.sentences import YEAR, Said, words
from extractor.entities.gazetteer import load
from schemas.extraction import Finding

MAX_GAP = Decimal(15)  # percentage points; shares further from 100 are of two wholes
LETTERS = regex.compile(r"\p{L}++")


def halves(index: Index) -> Iterator[Finding]:
    """Yield the shares of men and women, or of boys and girls, that do not make 100."""
    for sentence in index.sentences:
        for one, other in pairwise(sentence):
            both = one.figure.kind == other.figure.kind == "percent"
            told = ((_group(one), _group(other)), _making_up(one, other)) if both else ()
            if not any(frozenset(groups) in sexes() for groups in told):
                continue
            if abs(_gap(one, other)) > MAX_GAP:
                continue
            if abs(_gap(one, other)) > one.term.half + other.term.half:
                made = printed(HUNDRED + _gap(one, other))
                message = f"{one.quote} and {other.quote} make {made} per cent, not 100."
                figures = (one.figure, other.figure)
                grave = severity((one, other), "warning")
                yield finding("share_mismatch", grave, message, figures)


def _gap(one: Said, other: Said) -> Decimal:
    return one.term.value + other.term.value - HUNDRED


def _group(share: Said) -> str:
    """Return the word for whom a percentage is of: `52 per cent are women`."""
    behind = share.after.lstrip(" (")
    joined = words("shares").match(behind)
    name = LETTERS.match(behind[joined.end() :].lstrip() if joined is not None else behind)
    return name[0].casefold() if name is not None else ""


def _making_up(one: Said, other: Said) -> tuple[str, str]:
    """Return who make up two shares: `women make up 52 per cent of the staff and men 48`.

    Nothing where the second is of others than the first, or either of a year of its own.
    """
    dated = any(YEAR.search(each.after) for each in (one, other))
    apart = dated or words("of").match(other.after.lstrip()) is not None
    return ("", "") if apart else (_subject(one), _subject(other))


def _subject(share: Said) -> str:
    """Return the word before the verb that ends before a share; the last one without a verb."""
    before = share.before.rstrip()
    ends = [m.start() for m in words("makes_up").finditer(before) if m.end() == len(before)]
    named = LETTERS.findall(before[: ends[0]] if ends else before)
    return named[-1].casefold() if named else ""


@cache
def sexes() -> frozenset[frozenset[str]]:
    """Return the pairs of groups that make a whole: men and women, boys and girls."""
    return frozenset(frozenset(pair) for pair in load("said.toml")["sexes"]["pairs"])
