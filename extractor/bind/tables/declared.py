"""The unit that a document declares once for the money of all its tables.

Accounts and budgets say so in a note (`Tabular amounts are in thousands of dollars`) or in the
running head of their pages (`(in thousands of dollars)`), and print bare numbers from then on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

import regex

from extractor.bind.tables.hints import Money
from extractor.figures.number import plain
from extractor.figures.reading import Reading
from extractor.segment.document import Document
from extractor.segment.titles import StatedUnit, stated_unit

MAX_HEAD = 160  # characters; a running head that states a unit is a line
HALF = Decimal("0.5")  # the precision of a sum without cents and without a factor of its own
MAX_GAP = 60  # characters between what is declared and its unit: `are, unless stated otherwise,`

DECLARES = regex.compile(
    r"""
    (?<! \p{L} )
    (?: tabular | all \s (?: the \s)? (?: amounts | figures | sums | values )
      | (?: dollar | monetary | money ) \s amounts
      | (?: amounts | figures | sums ) \s (?: are | is | in \s (?: the | these | this ) \s
          (?: tables? | statements? | schedules? | accounts? | report | document ) )
      | tous \s les \s (?: montants | chiffres ) | (?: montants | chiffres ) \s (?: sont | exprim )
      | \( (?: expressed | stated | presented | exprim\p{L}++ | expresad\p{L}++ )
      | todos \s l[oa]s \s (?: importes | montos | cifras )
      | (?: importes | montos | cifras ) \s (?: están | estan | expresad | se \s expresan )
    )
    """,
    regex.X | regex.I,
)
STATEMENTS = regex.compile(
    r"""
    (?: financial \s statements | statements? \s of \s (?: financial \s position | operations
      | cash \s flows? ) | balance \s sheet | états \s financiers | bilan \s consolidé
      | estados? \s (?: financieros | de \s situación \s financiera )
    ) (?! \p{L} )
    """,
    regex.X | regex.I,
)
"""A line that only accounts have."""
NOTES = regex.compile(
    r"""
    \W*+ (?i: notes? \s (?: to | on | aux | sur | afférentes | complémentaires | annexes )
      | notas? \s (?: a | sobre | de | explicativas | às | ao ) ) \b .{0,40}?
    (?i: financial \s statements | accounts | états \s financiers | comptes
      | estados \s financieros | cuentas | demonstrações \s financeiras ) \b
    """,
    regex.X,
)
"""A heading of the notes to accounts."""
MAX_BELOW = 2  # lines below that heading, of the year and the unit
MIN_STATEMENTS = 2  # that state one factor, for it to be that of the notes
NAMES = (
    "amounts figures sums tabular montants chiffres importes montos cifras (expressed (stated"
    " (presented (exprim (expresad"
).split()
SENTENCE = regex.compile(r"[^.;!?\n]++ (?: \. (?= \S ) [^.;!?\n]++ )*+", regex.X)
ENDS = regex.compile(r"\s* [)\]] \s* \Z", regex.X)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a document declares of the money of its tables."""

    general: Money
    """What its text says of all tables."""
    heads: Mapping[int | None, Money]
    """What the running heads say, or the lines below the heading of notes to accounts, by page."""
    accounts: str | None = None
    """The factor of all sums of a document that is accounts; None for any other."""

    def money(self, page: int | None, currency: str | None) -> Money:
        """Return what is declared of the money of a table on a page.

        `currency` is the only one that the document's text prints, if it is one.
        """
        said = self.heads.get(page, self.general)
        unit = said.unit if said.of_all and said.unit else currency or said.unit
        return Money(unit, said.magnitude, said.of_all)

    def scaled(self, reading: Reading, page: int | None) -> Reading:
        """Return a sum in the text of a page in the factor that the page's running head states.

        One with a factor of its own or with cents, told by its precision, stands as printed.
        """
        said = self.heads.get(page)
        magnitude = self.accounts if said is None else said.magnitude
        if magnitude is None or reading.kind != "money" or reading.per:
            return reading
        if Decimal(reading.precision or 1) != HALF:
            return reading
        return in_factor(reading, magnitude)


def in_factor(reading: Reading, magnitude: str) -> Reading:
    """Return a number as it reads in a factor that is stated apart from it."""
    factor = Decimal(magnitude)
    values = (reading.value, reading.low, reading.high, reading.precision)
    value, low, high, precision = (v and plain(Decimal(v) * factor) for v in values)
    return replace(reading, value=value, low=low, high=high, precision=precision)


def declared_units(doc: Document) -> Declared:
    """Return the units and factors that a document declares for its tables."""
    stated = {
        (unit.unit, unit.magnitude)
        for block in doc.blocks
        if block.type != "table"
        for unit in _in_sentences(doc.quote(block.span))
    }
    heads = dict(_of_notes(doc))
    heads.update(
        (line.page, Money(unit.unit, unit.magnitude, of_all=True))
        for line in doc.furniture
        if line.page is not None and (unit := _head_unit(line.text))
    )
    general = Money(*stated.pop()) if len(stated) == 1 else Money()
    said = _of_statements(doc) if general == Money() and not heads else general
    return Declared(said, heads, said.magnitude if said is not general else None)


def _of_notes(doc: Document) -> Iterator[tuple[int | None, Money]]:
    """Yield the pages from the heading of notes to accounts on that states unit and factor.

    It ends in them, or a line right below it does: `Year ended 30 June (in thousands of euros)`.
    """
    last = max((block.page or 0 for block in doc.blocks), default=0)
    for index, block in enumerate(doc.blocks):
        if block.type not in {"title", "heading"} or not NOTES.match(doc.quote(block.span)):
            continue
        lines = [block]
        for below in doc.blocks[index + 1 : index + 1 + MAX_BELOW]:
            if below.type != "paragraph":
                break
            lines.append(below)
        unit = next(filter(None, (_head_unit(doc.quote(line.span)) for line in lines)), None)
        if unit is not None:
            money = Money(unit.unit, unit.magnitude, of_all=True)
            pages = [None] if block.page is None else range(block.page, last + 1)
            yield from ((page, money) for page in pages)


def _of_statements(doc: Document) -> Money:
    """Return the unit and factor that all statements of accounts state, two or more.

    The notes to them tell sums in the same.
    """
    stated = [Money(table.unit, table.magnitude) for table in doc.tables if table.magnitude]
    factors, units = {m.magnitude for m in stated}, {m.unit for m in stated if m.unit}
    if len(stated) < MIN_STATEMENTS or len(factors) != 1 or len(units) > 1:
        return Money()
    lines = (doc.quote(b.span) for b in doc.blocks if b.type != "table")
    if not any(len(line) <= MAX_HEAD and STATEMENTS.search(line) for line in lines):
        return Money()
    return Money(units.pop() if units else None, factors.pop())


def prints_factors(readings: Iterable[Reading], declared: Declared) -> bool:
    """Say whether the text prints the factor of its running heads itself (`1,204 million`)."""
    said = {declared.accounts, *(money.magnitude for money in declared.heads.values())}
    factors = {Decimal(factor) for factor in said if factor}
    return any(
        reading.kind == "money" and Decimal(reading.precision or 0) in {f * HALF for f in factors}
        for reading in readings
    )


@lru_cache(maxsize=64)  # running heads say the same on each page
def _head_unit(line: str) -> StatedUnit | None:
    """Return the unit in which a running head ends (`Accounts of 2031 (in thousands)`)."""
    unit = stated_unit(line) if len(line) <= MAX_HEAD else None
    return unit if unit is not None and ENDS.match(line, unit.span[1]) else None


def _in_sentences(text: str) -> Iterator[StatedUnit]:
    """Yield the units of the sentences that say what amounts are stated in.

    >>> [unit.magnitude for unit in _in_sentences("All amounts are in thousands of euros.")]
    ['1000']
    >>> list(_in_sentences("Amounts in thousands were lost, the mayor said."))
    []
    """
    folded = text.casefold()
    if not any(name in folded for name in NAMES):  # the pattern costs more than all else here
        return
    for opening in DECLARES.finditer(text):
        sentence = SENTENCE.match(text, opening.start())
        said = sentence[0] if sentence is not None else ""
        unit = stated_unit(said)
        if unit is not None and unit.span[0] <= len(opening[0]) + MAX_GAP:
            yield unit
