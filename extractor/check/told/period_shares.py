"""Shares told of several years, each of which only a table has."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, Term, compare, meets, total
from extractor.check.prose.claims import PER_CENT, Claim, made
from extractor.check.prose.sentences import Said, Sentence
from extractor.check.prose.told_changes import is_one
from extractor.check.tables.along import Told
from extractor.check.tables.grid import Held
from extractor.check.words import role
from schemas.extraction import Finding

NEAR = Decimal("0.03")  # of a share; what is further off is the share of something else
TELLING = 100  # an amount must be that many times its last digit, or it may be alike by chance
YEAR = 4  # characters of a year that is no fiscal one

Lines = Mapping[str, Sequence[Told]]
"""The lines of each table."""


def period_shares(index: Index) -> Iterator[Finding]:
    """Yield shares that the years of a table deny: `share_mismatch`, `truncated`."""
    told = [pair for sentence in index.sentences for pair in _pairs(sentence)]
    tables: defaultdict[str, list[Told]] = defaultdict(list)
    for line in index.lines if told else ():
        tables[line.table.id].append(line)
    for part, share in told:
        rates = list(_rates(part, tables))
        if not any(compare(share.term, rate) in ("agrees", "rounded") for rate, _ in rates):
            for rate, held in rates[:1]:
                yield from _told(part, share, rate, held)


def _pairs(sentence: Sentence) -> Iterator[tuple[Said, Said]]:
    """Yield amounts of a period with their shares: `7 million in 2031-2034 (54.4 per cent ...`."""
    for part, share in pairwise(sentence):
        percent = share.figure.unit == "percent" and part.figure.kind in ("money", "count")
        beside = is_one(part, share) or share.before.endswith("(")
        when = part.figure.as_of
        of_years = when is not None and "/" in when.value
        if percent and beside and of_years and part.term.value >= TELLING * part.term.step > 0:
            yield part, share


def _rates(part: Said, tables: Lines) -> Iterator[tuple[Term, Held]]:
    """Yield what an amount, as a line of a table makes it, is of the table's total."""
    when = "" if part.figure.as_of is None else part.figure.as_of.value
    for told in tables.values():
        wholes = [
            years for line in told if role(line.label) == "total" and (years := _of(line, when))
        ]
        for line in told if wholes else ():
            years = _of(line, when)
            if not years or years[0].measured_in != part.sort or role(line.label) == "total":
                continue
            some, every = (total([each.term for each in each_of]) for each_of in (years, wholes[0]))
            rate = made(lambda one, all_of: one * HUNDRED / all_of, some, every)
            if meets(part.term, some) and rate is not None:
                yield rate, years[0]


def _of(line: Told, period: str) -> Sequence[Held]:
    """Return what a line has for the years of a period, if it has the first, the last and more."""
    first, _, last = period.partition("/")
    found: list[tuple[str, str, Held]] = []
    for (name, when), held in line.held.items():
        start, _, end = when.partition("/")
        yearly = name == "as_of" and (bool(end) or len(when) == YEAR)
        if yearly and first <= start and (end or start) <= last:
            found.append((start, end or start, held))
    found.sort(key=lambda each: each[:2])
    whole = len(found) > 1 and found[0][0] == first and found[-1][1] == last
    return [held for _, _, held in found] if whole else []


def _told(part: Said, share: Said, rate: Term, held: Held) -> Iterator[Finding]:
    claim = Claim(
        stated=share,
        computed=rate,
        others=(part, Said.of(held.figure, held.term)),
        how=f"{part.quote}, by the years of a table,",
        code="share_mismatch",
        unit=PER_CENT,
        gravest="warning",
        far=NEAR,
    )
    found = claim.finding()
    yield from [found] if found is not None else []
