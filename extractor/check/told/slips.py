"""When a number outside of tables is that of a cell but for a slip, and nothing else's."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR
from itertools import combinations

from extractor.check.index import Index
from extractor.check.intervals import ONE, Term, is_misprint, meets
from extractor.check.tables.grid import Held
from extractor.check.words import EVERYBODY, measured_in, stems
from schemas.figure import Figure

LONG = 3  # digits of numbers of which one is another, with a slip, by no chance
ENDS = (ROUND_FLOOR, ROUND_CEILING)  # what a number of a table may be rounded to
MAX_CELLS = 16  # of a line whose sums and differences are tried


def size(held: Held) -> Term:
    """Return a number of a table without its sign."""
    return Term(abs(held.term.value), held.term.half)


def is_slip(value: Term, held: Term) -> bool:
    """Say whether a single slip makes a number of another, as exactly as it is printed."""
    step = value.step or ONE
    ends = [(held.value / step).to_integral_value(how) * step for how in ENDS]
    return any(is_misprint(value, end) for end in ends)


def counts_alike(figure: Figure, cell: Figure, said: str) -> bool:
    """Say whether a number counts what a cell does, or what is said of it."""
    if figure.kind == "money" or figure.unit is None:
        return True
    if measured_in(figure) == EVERYBODY:
        return measured_in(cell) == EVERYBODY
    return bool(stems(figure.unit) & stems(f"{said} {cell.unit or ''}"))


def is_one_stage(figure: Figure, cell: Figure) -> bool:
    """Say whether nothing tells that one is what is needed, and the other what was received."""
    told = {each.value for each in (figure.status, cell.status) if each is not None}
    return len(told) < len((figure, cell))


def is_other(index: Index, figure: Figure, value: Term, line: Iterable[Held]) -> bool:
    """Say whether a number is told elsewhere, or is what two numbers of a line make."""
    for each in index.extraction.figures:
        if each.value == figure.value and each.kind == figure.kind and each.id != figure.id:
            return True
    pairs = combinations([*map(size, line)][:MAX_CELLS], 2)
    made = ((a.value + b.value, abs(a.value - b.value), a.half + b.half) for a, b in pairs)
    return any(meets(value, Term(each, half)) for total, gap, half in made for each in (total, gap))
