"""Wholes that a sentence breaks down: whether the parts that it lists make the whole."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from extractor.check.again.contradictions import Told, by_matter
from extractor.check.findings import Severity
from extractor.check.index import Index
from extractor.check.intervals import digits, is_misprint, total
from extractor.check.prose.claims import Claim, sum_claim
from extractor.check.prose.heads import are_of_both_sexes, are_persons, as_counted, counts_heads
from extractor.check.prose.sentences import ENDING, Said, Sentence, ends_with, words
from schemas.extraction import Finding

OPENS, CLOSES = ("(", "[", ":"), (")", "]")
LISTED = frozenset(",;/+&")
ANY = Decimal("0.5")  # of a whole: men and women are all people, however far off
FULLY = Decimal(1)  # the same for what lists all of them in brackets, and must not be more
FULL = Decimal("0.1")  # the same for parts of any sort in brackets
SAID_TO_BE_PARTS = Decimal("0.02")  # and for parts behind `of which`, which need not be all
LONG = 4  # digits of a sum that is a number but for a slip by no chance
SEVERAL = 3  # parts that come near their whole by no chance
PERIOD = Decimal("0.05")  # and for the years of a period
NEAR = 60  # characters between two parts
APART = (
    regex.compile(  # what stands behind a part that is of a place, or a year, and of nothing else
        r"""
    \s++ (?: in | à | au | aux | en ) (?: \s++ (?: the | la | le ) )?+
    (?: \s++ (?: d['’] )?+ (?: \p{Lu}[\p{L}'’-]*+ | \d{4} ) )++
    \s*+ [,;.)]?+ \s*+ (?: (?: and | et | y | e | & ) \s*+ )?+
    """,
        regex.X,
    )
)
YEAR = 4  # digits
MAX_YEARS = 12  # of a period
TWO = 2  # numbers: a period that is told has more than one year, and itself
ADDED = ("money", "count", "measure")  # kinds whose values of several years are added up


def periods(index: Index) -> Iterator[Finding]:
    """Yield values of several years that are not the sum of those of each year."""
    seen: set[str] = set()
    for told in (*by_matter(index.extraction.figures).values(), *_year_by_year(index)):
        by_year = {one.when: one for one in told if len(one.when) == YEAR}
        for whole in told if len(by_year) > 1 else ():
            years = _years(whole.when)
            if len(years) > 1 and all(year in by_year for year in years):
                parts = [by_year[year] for year in years]
                found = _claim(_said(whole), [_said(part) for part in parts], PERIOD).finding()
                if found is not None and whole.figure.id not in seen:
                    seen.add(whole.figure.id)
                    yield found


def _year_by_year(index: Index) -> Iterator[Sequence[Told]]:
    """Yield the numbers of one sort in a sentence that tells each year, and then their sum, once.

    What is told of the period without a word for a sum may be of something else.
    """
    for sentence in index.sentences:
        by_sort: defaultdict[object, list[Told]] = defaultdict(list)
        summed = {said.figure.id for said in sentence if said.is_summed_up}
        for said in sentence:
            if said.figure.as_of is not None and said.figure.kind in ADDED:
                by_sort[said.sort].append(Told(said.figure, said.term, said.figure.as_of.value))
        for told in by_sort.values():
            once = len({one.when for one in told}) == len(told) > TWO
            if once and told[-1].figure.id in summed:
                yield told


def _years(when: str) -> Sequence[str]:
    """Return the years of a period that begins and ends with a year."""
    first, _, last = when.partition("/")
    if len(first) != YEAR or len(last) != YEAR or not (first + last).isdecimal():
        return ()
    return [str(year) for year in range(int(first), min(int(last), int(first) + MAX_YEARS) + 1)]


def _said(told: Told) -> Said:
    return Said.of(told.figure, told.term)


def enumerations(index: Index) -> Iterator[Finding]:
    """Yield wholes that are not the sum of the parts listed beside them: `total_mismatch`."""
    for sentence in index.sentences:
        listed = [*_listed(sentence)]
        known = {part.figure.id for _, parts, _ in listed for part in parts}
        for whole, parts, far in listed:
            # `6,019 children (2,432 boys, 2,727 girls) and 860 adults`: the sentence adds up.
            others = [each for each in sentence if each.figure.id not in known]
            told = any(whole.term.value - _sum(parts) == each.term.value for each in others)
            if not told and not are_of_both_sexes(whole, parts):
                found = _claim(whole, parts, far).finding()
                yield from [found] if found is not None else []


def _claim(whole: Said, parts: Sequence[Said], far: Decimal) -> Claim:
    # One of the parts of what opens the sentence may be two of them at once.
    grave: Severity = "info" if _are_of(whole, parts) else "error"
    if whole.figure.modifier is not None and counts_heads(whole, parts):
        whole, grave = as_counted(whole), "warning"
    return sum_claim(whole, parts, far, grave)


def _listed(sentence: Sentence) -> Iterator[tuple[Said, Sequence[Said], Decimal]]:
    """Yield each whole with the parts behind it, and how far off they may be to be its parts."""
    for at, whole in enumerate(sentence):
        found = (of(sentence, at) for of in (_bracketed, _said_to_be, _before, _yearly))
        parts = next((parts for parts in found if parts), ())
        larger = bool(parts) and whole.term.value > max(each.term.value for each in parts)
        if len(parts) > 1 and (larger or counts_heads(whole, parts)):
            far = _reach(whole, parts)
            if far:
                yield whole, parts, far


def _bracketed(sentence: Sentence, at: int) -> Sequence[Said]:
    """Return the numbers in brackets behind a number, if they are of its kind: a list of parts."""
    whole, behind = sentence[at], sentence[at + 1 :]
    how_many = behind[0].term.value if len(behind) > SEVERAL and _tells_how_many(behind) else 0
    behind = behind[1:] if how_many else behind
    if not behind or not _opens(behind[0]):
        return ()
    parts = _list(whole, behind)
    return parts if how_many in (0, len(parts)) else ()


def _tells_how_many(behind: Sequence[Said]) -> bool:
    """Say whether a number may tell how many parts follow: `900 in four provinces: 200 in Lorn`."""
    return behind[0].figure.kind == "count" and not _opens(behind[0]) and _opens(behind[1])


def _list(whole: Said, behind: Sequence[Said]) -> Sequence[Said]:
    """Return the numbers of a list that begins with the first; none where it holds others."""
    parts: list[Said] = []
    shared = False
    for said in behind:
        closed = said.before.lstrip().removeprefix(")") if shared else said.before
        shared = bool(parts) and _is_share_in_brackets(said)
        if shared:
            continue
        if said.sort != whole.sort or len(closed) > NEAR or (parts and not _goes_on(closed)):
            return ()
        if words("of_which").match(said.after.lstrip()) is not None:
            return ()  # `(960 women, 880 men, 120 of them from the north)`: counted once already
        parts.append(said)
        if any(mark in said.after for mark in CLOSES):
            return parts
    return parts if behind[0].before.rstrip().endswith(":") else ()


def _is_share_in_brackets(said: Said) -> bool:
    """Say whether a number only tells what share the part before it is: `268 women (65 %)`."""
    opened = said.before.rstrip().endswith("(") and said.after.lstrip().startswith(")")
    return said.figure.kind == "percent" and opened


def _opens(said: Said) -> bool:
    """Say whether a list begins with a number: in brackets of its own, or behind a colon."""
    closed = any(mark in said.before for mark in CLOSES)
    return not closed and said.before.rstrip().endswith(OPENS)


def _goes_on(before: str) -> bool:
    """Say whether what stands before a number makes it the next of a list."""
    joined = not LISTED.isdisjoint(before) or words("parts").search(before) is not None
    return joined and not any(mark in before for mark in (*OPENS, *CLOSES))


def _said_to_be(sentence: Sentence, at: int) -> Sequence[Said]:
    """Return the numbers that a sentence says to be parts of a number, the last behind `and`."""
    whole = sentence[at]
    behind = sentence[at + 1 :]
    opened = bool(behind) and ends_with("of_which", behind[0].before)
    told = opened and all(each.sort == whole.sort for each in behind)
    parts = [each for each in behind if each.figure.of == whole.figure.id or told]
    alike = [each for each in parts if each.sort == whole.sort]
    ended = bool(alike) and words("parts").search(alike[-1].before) is not None
    return alike if ended and len(alike) == len(parts) else ()


def _yearly(sentence: Sentence, at: int) -> Sequence[Said]:
    """Return the numbers of each year of a period: `46.8 in 2032-33, of which 23.0 is for 2032`."""
    whole, behind = sentence[at], sentence[at + 1 :]
    parts = [each for each in behind if each.sort == whole.sort]
    opened = bool(parts) and words("partly").search(parts[0].before) is not None
    return parts if opened and _are_years_of(whole, parts) else ()


def _before(sentence: Sentence, at: int) -> Sequence[Said]:
    """Return the numbers before a sum, all of its sentence: `2 men and 3 boys, a total of 5`."""
    whole, parts = sentence[at], sentence[:at]
    opens = ends_with("whole", whole.before) and words("partly").search(whole.before) is None
    opens = opens or _closes(whole)
    alike = all(each.sort == whole.sort for each in parts)
    joined = len(parts) > 1 and words("parts").search(parts[-1].before) is not None
    return parts if opens and alike and joined else ()


def _closes(whole: Said) -> bool:
    """Say whether a sum ends its clause, and is told to be one: `..., 5,520 in all`."""
    behind = whole.after.strip()
    told = words("in_all").fullmatch(behind.rstrip(ENDING))
    apart = whole.before.rstrip()
    joined = apart.endswith((",", ":", "–", "—")) or ends_with("also", apart)
    return told is not None and joined and words("partly").search(whole.before) is None


def _reach(whole: Said, parts: Sequence[Said]) -> Decimal:
    """Return how far off the sum of parts may be, by how they are told to be all parts."""
    if _are_years_of(whole, parts):
        return PERIOD
    by_no_chance = digits(whole.term) >= LONG and is_misprint(whole.printed, _sum(parts))
    partly = words("partly").search(parts[0].before) is not None
    if counts_heads(whole, parts):
        return FULLY
    if by_no_chance or (not partly and are_persons(whole, parts)):
        return ANY
    return SAID_TO_BE_PARTS if partly else _reach_of_list(whole, parts)


def _reach_of_list(whole: Said, parts: Sequence[Said]) -> Decimal:
    """Return how far off the sum of parts of any sort may be."""
    told = parts[0].before.rstrip().endswith(OPENS) or ends_with("whole", whole.before)
    told = told or _closes(whole)
    gap = whole.term.value - _sum(parts)
    slip = is_misprint(whole.printed, _sum(parts))
    if _are_of(whole, parts) or (gap < 0 and _exclude_each_other(parts)):
        slip = slip or any(is_misprint(p.printed, p.term.value + gap) for p in parts)
        told = told or _are_of(whole, parts)
    return FULL if told and slip else SAID_TO_BE_PARTS


def _sum(parts: Sequence[Said]) -> Decimal:
    return total([each.term for each in parts]).value


def _are_years_of(whole: Said, parts: Sequence[Said]) -> bool:
    """Say whether parts are told of each year of the period that their whole is of."""
    dates = [None if each.figure.as_of is None else each.figure.as_of.value for each in parts]
    period = "" if whole.figure.as_of is None else whole.figure.as_of.value
    return len(parts) > 1 and dates == _years(period)


def _exclude_each_other(parts: Sequence[Said]) -> bool:
    """Say whether parts, each of a place or a year of its own, cannot be more than their whole.

    What is told in words (`88 with fever, 61 with cough`) may be of one and the same.
    """
    apart = all(APART.fullmatch(each.after) is not None for each in parts)
    places = {None if p.figure.place is None else p.figure.place.value for p in parts}
    years = {None if p.figure.as_of is None else p.figure.as_of.value for p in parts}
    own = any(None not in each and len(each) == len(parts) for each in (places, years))
    return apart and own and len(parts) >= SEVERAL


def _are_of(whole: Said, parts: Sequence[Said]) -> bool:
    """Say whether a whole opens the sentence of its parts: `Of 38 jobs, 21 are done, 11 ...`."""
    return len(parts) >= SEVERAL and whole.is_behind_of
