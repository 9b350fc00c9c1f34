"""What is left of a whole behind its other parts: `53 and 21 ...; the remaining 17`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

import regex

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, Term, is_misprint, meets, printed, total
from extractor.check.prose.claims import severity, sum_claim
from extractor.check.prose.clauses import Clause
from extractor.check.prose.sentences import ENDS, ends_with, words
from extractor.check.words import stems
from extractor.keys import key
from schemas.extraction import Finding

FAR = Decimal(1)  # of the whole; a slip in its first digit is any
MAX_PARTS = 6  # each set of them is held against the whole
MAX_SENTENCES = 4  # from the whole to what is left of it
MAX_GAP = Decimal(15)  # percentage points; shares further from 100 are not all there are
SUMMED = ("count", "money")
NAMED = 4  # words behind a share that tell what it is of
FIRST = regex.compile(r"\s*+ (\p{L}++)? \s*+ (\p{L}++)?", regex.X)


def remaining(index: Index) -> Iterator[Finding]:
    """Yield wholes that their parts do not make, the last of which is told to be all that is left.

    Each but for a slip; shares make 100: `total_mismatch`, `share_mismatch`.
    """
    for paragraph in index.clauses:
        for at, last in enumerate(paragraph):
            if _is_rest(last):
                before = _near(index.extraction.text, paragraph[:at], last)
                if last.figure.kind == "percent":
                    yield from _of_shares(before, last)
                else:
                    yield from _of_counts(before, last, paragraph[at + 1 :])


def _is_rest(clause: Clause) -> bool:
    """Say whether a number is told to be all that is left, and no part of that is meant."""
    said, unit = clause.said, (clause.figure.unit or "").casefold()
    behind = [word.casefold() for word in FIRST.findall(said.after)[0] if word]
    left = [word for word in behind if words("rest", "behind").fullmatch(word)]
    if clause.figure.kind == "percent":
        opened = ends_with("rest", said.before) or _rest_subject(clause) is not None
        return opened and clause.figure.modifier is None
    named = ends_with("rest", said.before) or left or words("rest", "behind").fullmatch(unit)
    after = [word for word in behind if word != unit and word not in left]
    narrowed = bool(after) and words("rest", "narrowed").fullmatch(after[0]) is not None
    return bool(named) and not narrowed and clause.figure.modifier is None


def _rest_subject(clause: Clause) -> str | None:
    """Return what opens a clause with a word for all that is left: `all other appeals received`."""
    found = words("rest").match(clause.before.lstrip(" ,;"))
    return (clause.before.lstrip(" ,;")[found.end() :].strip() or None) if found else None


def _near(text: str, before: Sequence[Clause], last: Clause) -> list[Clause]:
    """Return the numbers of the sort of the last, of its sentence and the few before it."""
    alike = [c for c in before if c.said.sort == last.said.sort]
    start = last.figure.anchor.start
    return [c for c in alike if len(ENDS.findall(text, c.figure.anchor.end, start)) < MAX_SENTENCES]


def _of_counts(
    before: Sequence[Clause], last: Clause, behind: Sequence[Clause]
) -> Iterator[Finding]:
    """Yield the one whole that is, but for a slip, that of what follows it up to what is left."""
    if last.figure.kind not in SUMMED:
        return
    slipped = []
    unit = key(before[0].figure.unit or "") if before else ""
    before = [c for c in before if _counts(c, unit)]
    for at, whole in enumerate(before[:-1]):
        parts = before[at + 1 :]
        if len(parts) > MAX_PARTS or not _are_alike(whole, (*parts, last)):
            continue
        if any(meets(made, whole.said.term) for made in _made(parts, last)):
            return
        makes = total([c.said.term for c in (*parts, last)])
        exact = all(c.figure.modifier is None for c in (whole, *parts))
        # Parts that make more than their whole may overlap: built in 6 towns, mended in 5.
        missing = whole.said.term.value - makes.value
        less = missing > 0 and all(c.said.term.value != missing for c in behind)
        if less and exact and _is_slip(whole.said.printed, makes):
            slipped.append((whole, [*parts, last]))
    for whole, parts in slipped if len(slipped) == 1 else ():
        claim = sum_claim(whole.said, [c.said for c in parts], FAR, "warning").finding()
        yield from [claim] if claim is not None else []


def _made(parts: Sequence[Clause], last: Clause) -> Iterator[Term]:
    """Yield what some of the parts and the last make: others may be of one and the same."""
    for many in range(len(parts) + 1):
        for some in combinations(parts, many):
            yield total([c.said.term for c in (*some, last)])


def _is_slip(stated: Term, makes: Term) -> bool:
    """Say whether a number is a sum but for a slip, as far as the parts were rounded."""
    if not stated.step:
        return False
    nearest = (makes.value / stated.step).to_integral_value() * stated.step
    return any(is_misprint(stated, nearest + by * stated.step) for by in (-1, 0, 1))


def _counts(clause: Clause, unit: str) -> bool:
    """Say whether a number counts what another does, or does not tell what it counts."""
    own = (clause.figure.unit or "").casefold()
    return key(own) in ("", unit) or words("rest", "behind").fullmatch(own) is not None


def _are_alike(whole: Clause, parts: Sequence[Clause]) -> bool:
    """Say whether parts are less than their whole, count what it counts, and of no other time."""
    counted = key(whole.figure.unit or "")
    less = all(c.said.term.value < whole.said.term.value for c in parts)
    now = not any(c.tells(("earlier", "each")) for c in parts[:-1])
    return less and now and all(_counts(c, counted) for c in parts)


def _is_of(share: Clause) -> bool:
    """Say whether a share tells what it is of."""
    return words("of").match(share.after.lstrip()) is not None


def _of_shares(before: Sequence[Clause], last: Clause) -> Iterator[Finding]:
    """Yield shares of which the last is all that is left, and that do not make 100."""
    subject = _rest_subject(last)
    parts = [c for c in before if c.figure.unit == "percent"]
    whole_of = stems(" ".join(last.after.split()[:NAMED])) if _is_of(last) else frozenset()
    if whole_of and not any(whole_of & stems(f"{c.said.before} {c.said.after}") for c in parts):
        return  # `in the other 40 per cent of cases`
    if subject is not None:  # `the top ten appeals got 63 per cent; all other appeals, 37`
        named = key(subject.split()[0])
        parts = [c for c in parts if named in key(c.before).split()]
    exact = all(c.figure.modifier is None for c in parts)
    if not parts or not exact or len(parts) > MAX_PARTS:
        return
    whole = Term(HUNDRED, Decimal(0))
    if any(abs(made.value - HUNDRED) <= made.half for made in _made(parts, last)):
        return
    sides = parts if subject is None else parts[:1]
    makes = total([c.said.term for c in (*sides, last)])
    right = last.said.term.value + HUNDRED - makes.value
    slip = is_misprint(last.said.printed, right) or subject is None
    if slip and makes.half < abs(makes.value - whole.value) <= MAX_GAP:
        said = [c.said for c in (last, *sides)]
        quoted = " and ".join(each.quote for each in reversed(said))
        message = f"{quoted} make {printed(makes.value)} per cent, not 100."
        figures = [each.figure for each in said]
        yield finding("share_mismatch", severity(said, "warning"), message, figures)
