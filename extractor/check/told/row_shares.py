"""Shares that a sentence tells of a row by its name, of the total that only its table has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

import regex

from extractor.check.index import Index
from extractor.check.intervals import compare, meets, term
from extractor.check.prose.claims import Claim, share_claim
from extractor.check.prose.sentences import DETERMINER, WORD, YEAR, Said, around, word_list, words
from extractor.check.tables.grid import Held, Line
from extractor.check.told.rows_with_totals import Row, compared_words, rows_with_totals, spoken
from extractor.check.words import role
from schemas.extraction import Finding
from schemas.figure import Figure

FAR = Decimal("0.5")  # of a share; what is further off is the share of something else
MAX_LABEL = 6  # words
THE = regex.compile(r"(?<!\w) (?: the | this | its | our | este | esta ) \s++ $", regex.X | regex.I)
TOLD = ("prose", "list")
AMOUNTS = ("money", "count")
OF = regex.compile(r"[\s)]*+ (?: of | du | de | des | del ) \s", regex.X | regex.I)
TOGETHER = regex.compile(  # what joins a row with another that the share is also of
    r"\b (?: together | combined | jointly | along \s with | plus | and"
    r" | ensemble | ainsi \s que | et | junto | juntos | conjunto | y ) \b",
    regex.X | regex.I,
)
WHOLE = regex.compile(
    r"""
    [\s)]*+ (?: of | du | de \s la | de | des | del ) \s++
    (?P<name> [\p{L}\s'’-]{3,60}? )
    (?= \s*+ (?: [.,;)] | $ | (?: and | while | but | et | y ) \s
              | (?: in | for | en | pour | para ) \s++ \d{4} \b ) )
    """,
    regex.X | regex.I,
)
OWN = regex.compile(r"(?: its | their | ses | son | sa | leurs?+ | sus?+ ) \s", regex.X | regex.I)
LEAD = regex.compile(
    rf"""
    [\s,;]*+
    (?: (?: and | while | et | tandis \s que | y | e | mientras \s que ) \s++ )?+
    {DETERMINER}?+
    (?: (?: component | composante | componente | sector | secteur | axe | volet | programme
          | programa ) \s++ (?: of | de | del | du | des ) \s++ )?+
    """,
    regex.X | regex.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A share of what is said to be all, and what its clause says before it."""

    share: Said
    clause: str
    sentence: str
    """What its sentence says before it."""
    whole: frozenset[str]
    """The words for the whole that say more than that it is all."""
    goes_on: bool
    """Whether the whole is that of the share told before."""
    years: frozenset[str]
    amounts: Sequence[Said]
    """The amounts of the clause."""


Column = tuple[Held, str, Claim]
"""A cell, the role of its column, and what the share would be of its total."""


def row_shares(index: Index) -> Iterator[Finding]:
    """Yield shares of a total that are not those of the row they name: `share_mismatch`."""
    told = list(_told(index))
    rows = rows_with_totals(index) if told else {}
    before: Sequence[Row] = ()
    for each in told if rows else ():
        named = _named(each, rows, before)
        for row in named:
            yield from _compared(index, each, row)
        before = named


def _told(index: Index) -> Iterator[Told]:
    """Yield the shares of totals outside of tables."""
    for _, figures in groupby(index.extraction.figures, key=lambda figure: figure.block_id):
        block = list(figures)
        if block[0].zone in TOLD and any(figure.unit == "percent" for figure in block):
            yield from _of_block(index.extraction.text, block)


def _of_block(text: str, block: Sequence[Figure]) -> Iterator[Told]:
    """Yield the shares of a block; one that names no whole goes on with that of the last."""
    whole: frozenset[str] | None = None
    name, last = "", 0
    for figure in block:
        value = term(figure.value, figure.precision)
        if figure.unit != "percent" or value is None:
            continue
        start, end = figure.anchor.start, figure.anchor.end
        sentence, behind = around(text, figure)
        clause = sentence[-max(0, start - last) :] if last else sentence
        named = WHOLE.match(behind)
        if named is not None and OWN.match(named["name"]) is not None:
            whole = None  # `health receives 15 per cent of its needs`: of those of health
        elif named is not None:
            said = frozenset(WORD.findall(named["name"].casefold()))
            whole = compared_words(said - word_list("wholes"))
        elif OF.match(behind) is not None:  # a whole that something narrows
            whole = None
        last = end if named is None else end + named.end()
        name = name if named is None else named["name"]
        if whole is not None and _can_be_of(clause, name):
            there = [f for f in block if start - len(clause) <= f.anchor.start < start]
            yield Told(
                Said.of(figure, value, clause, behind),
                clause,
                sentence,
                whole,
                named is None,
                frozenset(YEAR.findall(sentence + behind)),
                [a for f in there if f.kind in AMOUNTS and (a := _amount(f)) is not None],
            )


def _can_be_of(clause: str, whole: str) -> bool:
    """Say whether a share can be one of a whole: what is received is none of what is required."""
    return words("receives").search(clause) is None or words("funds").fullmatch(whole) is not None


def _amount(figure: Figure) -> Said | None:
    value = term(figure.value, figure.precision)
    return None if value is None else Said.of(figure, value)


def _named(told: Told, rows: Mapping[str, Sequence[Row]], before: Sequence[Row]) -> Sequence[Row]:
    """Return the one row that opens the clause of a share, and is said to be that share.

    A clause without a verb goes on with that of a row of its table. One that opens with a verb has
    the subject of its sentence: `roads cost 5 million, up 2 per cent, and take 24 per cent of the
    total`.
    """
    goes_on = _is_joined(told.clause.rpartition(",")[2], verbless=False)
    opening = told.sentence if goes_on else told.clause
    lead = LEAD.match(opening)
    start = lead.end() if lead is not None else 0
    spans = [match.span() for match in WORD.finditer(opening, start)][:MAX_LABEL]
    for _, end in reversed(spans):
        label = spoken(opening[start:end])
        found = [row for row in rows.get(label, ()) if _speaks_of(told, row)]
        if THE.search(opening[:start]) is not None:  # one told before, not all that is so called
            found = [row for row in found if not row.is_opened]
        if found:
            verbless = told.goes_on and [row.table for row in before] == [found[0].table]
            between = _is_joined(opening[end:], verbless=verbless)
            if goes_on and _names_another(opening[end:], rows):
                return ()
            return found if (goes_on or told.amounts or between) and len(found) == 1 else ()
    return ()


def _names_another(between: str, rows: Mapping[str, Sequence[Row]]) -> bool:
    """Say whether another row shares the verb: `Food, together with health, makes up`."""
    aside = between.rpartition(",")[0]
    said = f" {spoken(aside)} "
    return TOGETHER.search(aside) is not None or any(f" {label} " in said for label in rows)


def _speaks_of(told: Told, row: Row) -> bool:
    """Say whether a table is of the whole and the years that a sentence tells."""
    labels = [row.table.title or "", *(line.label for line in row.totals), *row.heads]
    said = " ".join(labels)
    return told.whole <= compared_words([said]) and told.years <= set(YEAR.findall(said))


def _is_joined(between: str, *, verbless: bool) -> bool:
    """Say whether only a verb for what a part does stands before its share, or none need be."""
    between = LEAD.sub("", f"{between.strip()} ", count=1).strip()
    verb = words("makes_up").match(between) or words("receives").match(between)
    if verb is None:
        return verbless and between.casefold() in ("", "for")  # `and for water for 19 per cent`
    return not LEAD.sub("", f"{between[verb.end() :]} ", count=1).strip()


def _compared(index: Index, told: Told, row: Row) -> Iterator[Finding]:
    """Yield a finding if a share is that of the row in no column, and of no other amount."""
    every = [each for line in row.totals for each in _claims(told.share, row, line)]
    if any(_holds(claim) for *_, claim in every) or _is_of_another(index, told.share, every):
        return
    claims = _claims(told.share, row, row.whole(told.whole))
    if told.amounts:
        claims = [each for each in claims if any(meets(a.term, each[0].term) for a in told.amounts)]
    claims.sort(key=lambda each: (each[1] != "total", _gap(each[2])))
    for _, _, claim in claims[:1]:
        found = claim.finding()
        yield from [found] if found is not None else []


def _claims(share: Said, row: Row, total: Line) -> list[Column]:
    """Return what the share would be in each column of a row and a total."""
    return [
        (part, role(head), claim)
        for part, whole, head in zip(row.line.cells, total.cells, row.heads, strict=True)
        if isinstance(part, Held) and isinstance(whole, Held)
        if (claim := _claim(share, part, whole)) is not None
    ]


def _claim(share: Said, part: Held, whole: Held) -> Claim | None:
    alike = part.measured_in == whole.measured_in and part.figure.kind in AMOUNTS
    within = alike and 0 < part.term.value < whole.term.value
    some, every = (Said.of(each.figure, each.term) for each in (part, whole))
    return share_claim(some, share, every, FAR) if within else None


def _holds(claim: Claim) -> bool:
    return compare(claim.stated.term, claim.computed) in ("agrees", "rounded")


def _gap(claim: Claim) -> Decimal:
    return abs(claim.stated.term.value - claim.computed.value)


def _is_of_another(index: Index, share: Said, claims: Sequence[Column]) -> bool:
    """Say whether a share is that of the row in an amount that the text calls all of something."""
    for figure in index.extraction.figures:
        value = term(figure.value, figure.precision)
        if value is not None and figure.cell is None and figure.kind in AMOUNTS and _is_all(figure):
            whole = Held(figure, value)
            made = (_claim(share, part, whole) for part, *_ in claims)
            if any(_holds(claim) for claim in made if claim is not None):
                return True
    return False


def _is_all(figure: Figure) -> bool:
    said = "" if figure.indicator is None else figure.indicator.value.casefold()
    return figure.zone != "prose" or not word_list("wholes").isdisjoint(WORD.findall(said))
