"""The orders in which a sentence tells a part, its share and their whole."""

from collections.abc import Iterator

import regex

from extractor.check.intervals import compare, digits, is_misprint
from extractor.check.prose.claims import growth, share_claim
from extractor.check.prose.sentences import ARTICLE, YEAR, Said, ends_with, words
from extractor.check.prose.told_changes import is_one
from extractor.keys import key

NEAR = 60  # characters between two numbers that belong together
NAMED_WORDS = 3  # between `of` and a whole behind its part and share
TELLING = 3  # digits of a share that is another but for a slip by no chance
NOTED = regex.compile(r"(?<!\w) n \s*+ = \s*+ $", regex.X | regex.I)
CLOSED = (",", ";", ":", ".", ")", "—", "–")
CLAUSE = regex.compile(r"[,;:()—–]")


def orders(one: Said, two: Said, three: Said) -> Iterator[tuple[Said, Said, Said]]:
    """Yield three numbers as a part, its share and their whole, if they are told as these."""
    if _are_of(one, two, three):
        yield three, one, two
    # `or 70 per cent of those registered`, `or 70 per cent in towns` are shares of others.
    told = is_one(two, three) and (three.after.lstrip() or ".").startswith(CLOSED)
    if one.figure.of == two.figure.id and told and one.sort == two.sort:
        yield one, three, two  # `412 of the 590, or 70 per cent`
    if _is_apposed(one, two, three) or _is_named_behind(one, two, three):
        yield one, two, three
    if _is_noted(one, two, three):
        yield three, two, one
    if _is_rate_of(one, two, three):
        yield two, three, one


def _are_of(share: Said, whole: Said, part: Said) -> bool:
    """Say whether three numbers are one share: `52 per cent of 1,250 families, or 650`."""
    percent = share.figure.kind == "percent" and whole.figure.kind != "percent"
    told = percent and whole.is_behind_of
    bare = part.figure.unit in (None, whole.figure.unit) and part.sort == whole.sort
    joined = part.before.partition(",")[2] or part.before.partition("(")[1]
    also = joined == "(" or words("also").fullmatch(joined.strip()) is not None
    return told and bare and also and len(part.before) <= NEAR


def _is_apposed(part: Said, share: Said, whole: Said) -> bool:
    """Say whether a share tells what part a number is: `650 fled, 52 per cent of the 1,250 here`.

    What goes on with a verb is a clause of its own: `, 52 per cent of the 1,250 were women`.
    """
    counted = part.figure.unit, whole.figure.unit
    alike = part.sort == whole.sort and (None in counted or len(set(map(key, counted))) == 1)
    percent = share.figure.kind == "percent" and alike
    behind = ARTICLE.sub("", share.before).rstrip()
    joined = percent and (behind.endswith((",", "(", "—", "–")) or ends_with("also", behind))
    goes_on = words("is").search(CLAUSE.split(whole.after, maxsplit=1)[0]) is not None
    return joined and whole.is_behind_of and not goes_on and len(share.before) <= NEAR


def _is_named_behind(part: Said, share: Said, whole: Said) -> bool:
    """Say whether a whole follows a part and its share: `650, or 52 per cent, of the known 1,250`.

    What is joined to another number (`of the town and 1,250 elsewhere`) is another thing.
    """
    behind = whole.before.lstrip(" ,)")
    opened = words("of").match(behind)
    named = behind[opened.end() :].split() if opened is not None else []
    joined = any(words(name).search(behind) for name in ("parts", "of_which"))
    told = 0 < len(named) <= NAMED_WORDS and CLAUSE.search(behind) is None and not joined
    dated = YEAR.search(behind) is not None
    return told and not dated and is_one(part, share) and part.sort == whole.sort


def _is_noted(whole: Said, share: Said, part: Said) -> bool:
    """Say whether a share and its count note a number: `74 samples (positive: 31.1%; n=23)`.

    The number that a sample has need not be of the number before it: only a slip tells.
    """
    noted = share.figure.kind == "percent" and NOTED.search(part.before) is not None
    noted = noted and part.figure.unit in (None, whole.figure.unit)
    inside = "(" in share.before and ")" in part.after and len(share.before) <= NEAR
    return noted and inside and _are_counts(part, whole) and is_slip_of_share(part, share, whole)


def _is_rate_of(whole: Said, part: Said, share: Said) -> bool:
    """Say whether a rate ends what a part of a whole is told in: `of 78, 18 died, 23.1%`.

    The rate may be one of something else: only a slip tells.
    """
    told = share.figure.kind == "percent" and ends_with("of_which", part.before)
    return told and _are_counts(part, whole) and is_slip_of_share(part, share, whole)


def _are_counts(part: Said, whole: Said) -> bool:
    return part.figure.kind == whole.figure.kind == "count" and part.term.value < whole.term.value


def is_slip_of_share(part: Said, share: Said, whole: Said) -> bool:
    """Say whether a share of three digits is that of a part but for a slip, and no growth."""
    right = share_claim(part, share, whole)
    step = share.printed.step
    if right is None or not step or digits(share.printed) < TELLING:
        return False
    change = growth(whole.term, part.term)
    grown = change is not None and compare(share.term, change) == "agrees"
    slip = is_misprint(share.printed, (right.computed.value / step).to_integral_value() * step)
    return slip and not grown
