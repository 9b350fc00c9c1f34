"""Table cells: a bare number takes unit and factor from what governs its column, row or table."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from sys import intern

import regex

from extractor.figures.grammar import grammar_of
from extractor.figures.neighbours import NONE
from extractor.figures.number import ONE, Number, plain
from extractor.figures.reading import CellHint, NumberFormat, Reading, Readings, Span
from extractor.figures.scan import normalised, read_text
from extractor.figures.term import Term
from extractor.figures.timeframe import UNKNOWN, Timeframe
from extractor.segment.titles import read_unit
from extractor.segment.unit_words import is_measure
from schemas.figure import Kind

_BARE = regex.compile(
    r"""
    \s*+ (?P<open> \( \ ?+ )? (?P<sign> [+−–-] \ ?+ )?+ (?P<lead> [^\s0-9(),;.<>≤≥~≈]{0,5}+ \ ?+ )?+
    (?P<number> [0-9] )
    """,
    regex.X,
)
# By the sign of decimals: a whole number, grouped or not, which can mean nothing else.
_PLAIN = {
    ".": regex.compile(r"[1-9] (?: [0-9]{0,2}+ (?: ,[0-9]{3} )++ | [0-9]{0,15}+ )", regex.X),
    ",": regex.compile(r"[1-9] (?: [0-9]{0,2}+ (?: \.[0-9]{3} )++ | [0-9]{0,15}+ )", regex.X),
}
_MONEY_FIRST = regex.compile(
    r"\A (?P<money> (?: \p{Lu}{0,3} \p{Sc} | \p{Lu}{3} ) \ ?+ ) (?P<sign> [(−–-]) (?= \ ?+ [0-9])",
    regex.X,
)
"""What accounts print of what is less than nothing: `$ (220)`, `$-220`."""
_TAIL = regex.compile(r"\ ?+ (?P<close> \) )? \ ?+ [*†‡]{0,3}+ \s*+ \Z", regex.X)

_FLAGS = regex.compile(r"[^\p{L}\p{N}%‰]*+ (?: \p{Ll}{1,2} | est\.? | approx\.? )? \W*+", regex.X)
"""What may stand beside the number of a cell and change nothing: `12.4 (e)`, `9 p`, `< 5`."""
_COUNT_AND_SHARE = regex.compile(
    r"\s*+ (?P<count> [12][0-9]{3} ) \s*+ [(\[] [0-9.,\s\u00a0]{1,8} % \s*+ [)\]] \s*+", regex.X
)
"""A count with its share, which is no year: `2075 (57.0%)`."""
_CODE = regex.compile(r"[A-Z]{3}")
_FLAG_BEFORE = regex.compile(r"\p{Ll}? \ ?+", regex.X)  # `r 1,250`, `p12.4`; a word names: `Note 4`
_YEAR_AND_UNIT = regex.compile(
    r"""
    \s*+ (?: (?: [^\d\n]{0,40} \s )?? (?P<year> (?:19|20)[0-9]{2} ) [*†]?+
        \s++ (?P<unit> [^\d\s(),]{1,5}+ .{0,12} )
      | (?P<unit> \p{Lu}{0,3}\p{Sc} ) \s++ (?P<year> (?:19|20)[0-9]{2} ) ) \s*+
    """,
    regex.X,
)
"""The head of a column that prints its unit below its year, or above it: `Budget 2031 $`."""


@lru_cache(maxsize=8192)  # tables say the same again and again
def read_cell(
    text: str, hint: CellHint, numbers: NumberFormat, frame: Timeframe = UNKNOWN
) -> Readings:
    """Return the figures of a table cell; a text is read like any other, a bare number by the hint.

    >>> thousands = CellHint(unit="USD", magnitude="1000")
    >>> [r.value for r in read_cell("1,250", thousands, NumberFormat()).figures]
    ['1250000']
    """
    if hint.is_year_column:
        text = _without_unit(text)
    reading = _bare(normalised(text), hint, numbers)
    if reading is not None:
        return Readings((reading,), ())
    return _hinted(text, hint, _counted(text, hint, read_text(text, numbers, frame)))


def _counted(text: str, hint: CellHint, readings: Readings) -> Readings:
    """Return what was read in a cell; what its share stands behind is no year."""
    counted = None if hint.is_year_column else _COUNT_AND_SHARE.fullmatch(text)
    if counted is None or readings.figures[0].rule != "date.year":
        return readings
    count = _valued(_plain_term(counted["count"]), hint, counted.span("count"), negative=False)
    return Readings((count or readings.figures[0], *readings.figures[1:]), readings.explained)


def _without_unit(head: str) -> str:
    """Return a head that is a year and the unit of its column with the unit blanked."""
    headed = _YEAR_AND_UNIT.fullmatch(head)
    if headed is None or read_unit(headed["unit"]) == (None, None):
        return head
    start, end = headed.span("unit")
    return head[:start] + regex.sub(r"\D", " ", head[start:end]) + head[end:]


def _hinted(text: str, hint: CellHint, readings: Readings) -> Readings:
    """Return what was read in a cell; one number with no more than flags is read by the hint."""
    if len(readings.figures) != 1 or (hint.unit is None and hint.magnitude is None):
        return readings
    one = readings.figures[0]
    rest = text[: one.span[0]] + text[one.span[1] :]
    if one.kind != "count" or one.unit is not None or not _FLAGS.fullmatch(rest):
        return readings
    kind = "money" if hint.is_money else _kind_of_unit(hint.unit)
    factor = Decimal(1) if kind == "percent" else Decimal(hint.magnitude or 1)
    values = (one.value, one.low, one.high, one.precision)
    value, low, high, precision = (v and plain(Decimal(v) * factor) for v in values)
    read = replace(one, kind=kind, value=value, low=low, high=high, precision=precision)
    return Readings((replace(read, unit=hint.unit, rule=f"{kind}.cell"),), readings.explained)


def _bare(text: str, hint: CellHint, numbers: NumberFormat) -> Reading | None:
    """Return the reading of a cell that is one number and nothing else."""
    if _PLAIN[numbers.decimal].fullmatch(text):  # as most are: the grammar takes twice as long
        return _of_number(_plain_term(text), hint, (0, len(text)), negative=False)
    text = _MONEY_FIRST.sub(r"\g<sign>\g<money>", text, count=1)  # as long as it was
    opening = _BARE.match(text)
    if opening is None:
        return None
    term = grammar_of(numbers).amounts.term(text, opening.start("number"), 0)
    tail = _TAIL.match(text, term.end) if term and _leads(opening, term) else None
    if term is None or tail is None or bool(tail["close"]) != bool(opening["open"]):
        return None
    start = opening.start("open") if opening["open"] else len(text) - len(text.lstrip())
    end = tail.end("close") if opening["open"] else term.end
    negative = bool(opening["open"] or (opening["sign"] or "+")[0] != "+")
    return _of_number(term, hint, (start, end), negative=negative)


def _leads(opening: "regex.Match[str]", term: Term) -> bool:
    """Say whether what stands before a number is its money or a flag: a word names it."""
    return term.lead is not None or _FLAG_BEFORE.fullmatch(opening["lead"] or "") is not None


def _plain_term(text: str) -> Term:
    value = Decimal(text.replace(",", "").replace(".", ""))
    number = Number((0, len(text)), value, ONE, printed=text, behind=NONE)
    return Term(0, len(text), number, None, None)


def _of_number(term: Term, hint: CellHint, span: Span, *, negative: bool) -> Reading | None:
    """Return the reading of a term that is all of a cell; None for a year."""
    dated = hint.is_year_column or hint.unit is None
    if dated and term.kind is None and term.number.is_year:
        return None
    return _valued(term, hint, span, negative=negative)


def _valued(term: Term, hint: CellHint, span: Span, *, negative: bool) -> Reading | None:
    """Return the reading of a term with the unit and factor of its cell, if it has none itself.

    A plus before a number that is all of a cell is the sign of a rise: `+2` beside `-1`, no limit.
    """
    kind = _kind(term, hint)
    if kind is None:
        return None
    own = term.unit or term.lead
    factor = Decimal(hint.magnitude or 1)
    if term.number.factor != ONE or kind in ("percent", "duration"):
        factor = ONE
    value = abs(term.number.value) * factor * (-1 if negative else 1)
    return Reading(
        span=span,
        kind=kind,
        value=plain(value),
        unit=(own.name if own else None) or hint.unit,
        precision=intern(plain(term.number.quantum * factor / 2)),  # as that of most cells
        rule=f"{kind}.cell",
    )


def _kind(term: Term, hint: CellHint) -> Kind | None:
    """Return the kind by the cell's own unit, else by the hint; None: text rules read it."""
    match term.kind:
        case "money" | "percent" | "measure" as kind:
            return kind
        case "duration" | "times":
            return None
        case _:
            return "money" if hint.is_money else _kind_of_unit(hint.unit)


@lru_cache(maxsize=256)  # a table has few units
def _kind_of_unit(unit: str | None) -> Kind:
    if unit in ("percent", "percentage_points"):
        return "percent"
    if unit and is_measure(unit):
        return "measure"
    return "money" if unit and _CODE.fullmatch(unit) else "count"
