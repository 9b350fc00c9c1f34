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
OF_MANY = regex.compile(
    r"""
    (?<! \p{L} ) (?: tabular | tables | report | document | statements
      | tableaux | rapport | états | tablas | cuadros | informe | documento | estados ) (?! \p{L} )
    """,
    regex.X | regex.I,
)
"""What says in a note below a table that more than this table is meant."""
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
    \W*+ (?:
      (?: notes? \s (?: to | aux | afférentes | complémentaires | annexes )
        | notas? \s (?: a | de | explicativas | às | ao ) ) \b
        (?! .{0,40} \b (?: national | nationaux | nacionales | nacionais ) \b ) .{0,40}?
        \b (?: financial \s statements | accounts | états \s financiers | comptes
        | estados \s financieros | cuentas | demonstrações \s financeiras )
      | (?: notes? \s (?: on | sur ) | notas? \s sobre ) \b .{0,40}?
        \b (?: financial \s statements | états \s financiers | estados \s financieros
        | demonstrações \s financeiras ) ) \b
    """,
    regex.X | regex.I,
)
"""A heading of the notes to accounts; notes on accounts may be on those of a nation."""
FIRST = regex.compile(r"\D{0,6} 1 \D?", regex.X)
"""The number of the first note."""
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
    blocks: Mapping[int, Money]
    """What the running head of its page says to a block, or the heading of notes to accounts."""
    accounts: str | None = None
    """The factor of all sums of a document that is accounts; None for any other."""

    def money(self, block: int, currency: str | None) -> Money:
        """Return what is declared of the money of a table, by its block.

        `currency` is the only one that the document's text prints, if it is one.
        """
        said = self.blocks.get(block, self.general)
        unit = said.unit if said.of_all and said.unit else currency or said.unit
        return Money(unit, said.magnitude, said.of_all)

    def scaled(self, reading: Reading, block: int) -> Reading:
        """Return a sum in the text of a block in the factor that is declared for that.

        One with a factor of its own or with cents, told by its precision, stands as printed.
        """
        said = self.blocks.get(block)
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
    noted = {block for table in doc.tables for block in table.notes}
    stated = {
        (unit.unit, unit.magnitude)
        for block in doc.blocks
        if block.type != "table"
        and (block.id not in noted or OF_MANY.search(doc.quote(block.span)))
        for unit in _in_sentences(doc.quote(block.span))
    }
    heads = {
        line.page: Money(unit.unit, unit.magnitude, of_all=True)
        for line in doc.furniture
        if line.page is not None and (unit := _head_unit(line.text))
    }
    blocks = dict(_of_notes(doc))
    blocks.update((i, heads[b.page]) for i, b in enumerate(doc.blocks) if b.page in heads)
    general = Money(*stated.pop()) if len(stated) == 1 else Money()
    said = _of_statements(doc) if general == Money() and not blocks else general
    return Declared(said, blocks, said.magnitude if said is not general else None)


def _of_notes(doc: Document) -> Iterator[tuple[int, Money]]:
    """Yield the blocks of notes to accounts whose heading states unit and factor.

    It ends in them, or a line right below it does: `Year ended 30 June (in thousands of euros)`.
    """
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
            yield from ((of, money) for of in range(index, _end_of_notes(doc, index)))


def _end_of_notes(doc: Document, index: int) -> int:
    """Return the block behind those of a heading: the next one of its level or a higher one.

    Notes that are numbered from 1 may be as high as the heading over them.
    """
    numbered = False
    level = doc.blocks[index].level or 1
    for later in range(index + 1, len(doc.blocks)):
        block = doc.blocks[later]
        if block.type != "heading" or (block.level or 1) > level:
            continue
        number = None if block.section is None else doc.sections[block.section].number
        if number is None or not (numbered or FIRST.fullmatch(number)):
            return later
        numbered = True
    return len(doc.blocks)


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
    said = {declared.accounts, *(money.magnitude for money in declared.blocks.values())}
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
