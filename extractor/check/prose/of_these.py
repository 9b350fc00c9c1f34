"""Parts of what the sentence before tells: `Of these, 2,187 are rural and 1,239 urban`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extractor.check.findings import Severity
from extractor.check.index import Index
from extractor.check.intervals import digits, is_misprint, total
from extractor.check.prose.claims import sum_claim
from extractor.check.prose.clauses import Clause
from extractor.check.prose.sentences import ENDING, ENDS, Said, words
from extractor.check.words import measured_in
from schemas.extraction import Finding

FAR = Decimal("0.5")  # of the whole
LONG = 4  # digits of numbers of which one is a sum but for a slip by no chance
SHORT = 3  # the same of a whole of several parts
SEVERAL = 3


def of_these(index: Index) -> Iterator[Finding]:
    """Yield wholes that are, but for a slip, the sum of the parts in the sentence behind them.

    The parts need not be all there are: any other difference tells nothing.
    """
    for paragraph in index.clauses:
        for one, other in pairwise(_sentences(paragraph)):
            parts = _parts(other)
            whole = _whole(index.extraction.text, one, other[0], parts) if parts else None
            if whole is not None and _is_slipped(whole, parts):
                grave: Severity = "warning" if _are_all(other[0].opening, parts) else "info"
                found = sum_claim(whole, parts, FAR, grave).finding()
                yield from [found] if found is not None else []


def _sentences(paragraph: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    starts = [at for at, clause in enumerate(paragraph) if clause.opens or at == 0]
    for start, end in pairwise([*starts, len(paragraph)]):
        yield paragraph[start:end]


def _parts(sentence: Sequence[Clause]) -> Sequence[Said]:
    """Return the numbers of a sentence that opens with what it takes up, a list of one sort."""
    if len(sentence) == 1 or words("of_these").match(sentence[0].opening.lstrip()) is None:
        return ()
    told = [
        clause.said
        for clause in sentence
        if clause.figure.kind != "percent"
        and words("of_which").match(clause.said.after.lstrip()) is None  # `with 30 of those ...`
    ]
    joined = len(told) > 1 and words("parts").search(told[-1].before) is not None
    alike = len({each.sort for each in told}) == 1
    return told if joined and alike else ()


def _are_all(opening: str, parts: Sequence[Said]) -> bool:
    """Say whether parts are told as all there are, not as some (`They include`).

    Two that are told with a verb each may be any two: `5,112 caused damage and 3,200 injured us`.
    """
    taken_up = opening.lstrip()
    if words("of_these", "some").match(taken_up) is not None:
        return False
    if len(parts) >= SEVERAL or words("of_these", "every").match(taken_up) is not None:
        return True
    first, last = (each.after.strip(f" {ENDING}") for each in parts)
    return words("shares").match(first) is not None and len(last.split()) == 1


def _counted(told: Sequence[Said]) -> set[str]:
    """Return what numbers count, where they tell it."""
    return {measured_in(each.figure) or "" for each in told if each.figure.unit is not None}


def _whole(
    text: str, before: Sequence[Clause], first: Clause, parts: Sequence[Said]
) -> Said | None:
    """Return the one number of the sentence right before that parts can be of."""
    told = [c.said for c in before if c.said.sort == parts[0].sort]
    start = first.figure.anchor.start - len(first.opening)
    if len(told) != 1 or (digits(told[0].term) < LONG and len(_counted([*told, *parts])) > 1):
        return None
    ends = ENDS.findall(text, told[0].figure.anchor.end, start + 1)  # one looks at what follows
    return told[0] if len(ends) == 1 else None


def _is_slipped(whole: Said, parts: Sequence[Said]) -> bool:
    """Say whether a slip in the whole, or in one long part, explains all of the difference."""
    made = total([each.term for each in parts]).value
    gap = whole.term.value - made
    slip = is_misprint(whole.printed, made)
    if digits(whole.term) < LONG:
        return slip and len(parts) >= SEVERAL and digits(whole.term) >= SHORT
    long = [each for each in parts if digits(each.term) >= LONG]
    return slip or any(is_misprint(each.printed, each.term.value + gap) for each in long)
