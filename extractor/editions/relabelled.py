"""Lines of tables that got another name: none of its words is left, but every value is."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import regex

from extractor.editions.facets import Facet
from extractor.editions.pairing import Pair

SURE = 0.75  # that two lines of equal numbers below equal heads, in one table, are one
TELLING = 6  # digits of a line that is hardly met by chance
TWO = 2  # numbers of such a line, at least
LONG = 4  # digits of a single number, at least
ODD = 3  # of those, without the zeros at its ends
FEW = 4  # digits of the only line, without the zeros at the ends of its numbers
DECIMALS = regex.compile(r"\d [.,] \d{1,2} (?!\d)", regex.X)

Line = tuple[str, str, int]
"""A table, `row` or `column`, and its index."""
Told = tuple[str, str, tuple[Hashable, ...]]
"""A table, `row` or `column`, and all that stands in one."""


def relabelled(
    old: Sequence[Facet], new: Sequence[Facet], paired: Sequence[Pair]
) -> Iterator[Pair]:
    """Yield pairs of lines that were told apart by their names, but all of whose values are equal.

    Their tables became each other, and none of their figures is paired with one of another line.
    """
    tables = _became((old[pair.old].home, new[pair.new].home) for pair in paired)
    partners = {pair.old: pair.new for pair in paired}
    ours = _by_values(old, set(partners), tables)
    theirs = _by_values(new, set(partners.values()), {each: each for each in tables.values()})
    taken = set(partners.values())
    # Rows first: a row and a column may share a figure, two rows may not.
    for told in sorted(ours, key=_is_column):
        lines, there = ours[told], theirs.get(told, [])
        if len(lines) != 1 or len(there) != 1:
            continue
        found = [(i, j) for i, j in zip(lines[0], there[0], strict=True) if partners.get(i) != j]
        if all(i not in partners and j not in taken for i, j in found):
            partners.update(found)
            taken.update(j for _, j in found)
            yield from (Pair(i, j, SURE) for i, j in found)


def _is_column(told: Told) -> bool:
    return told[1] == "column"


def _became(homes: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return which table became which, by most of the pairs in both; of as many, by the ids."""
    counts = Counter(homes)
    ours: dict[str, str] = {}
    theirs: dict[str, str] = {}
    for old, new in sorted(counts, key=lambda both: (-counts[both], both)):
        ours.setdefault(old, new)
        theirs.setdefault(new, old)
    return {old: new for old, new in ours.items() if theirs[new] == old}


def _by_values(
    facets: Sequence[Facet], paired: set[int], tables: Mapping[str, str]
) -> Mapping[Told, Sequence[Sequence[int]]]:
    """Return the rows and columns some of whose numbers are alone, by all that stands in them."""
    lines: defaultdict[Line, list[int]] = defaultdict(list)
    for at, facet in enumerate(facets):
        cell = facet.figure.cell
        if cell is not None and cell.table_id in tables and facet.figure.kind != "date":
            lines[tables[cell.table_id], "row", cell.row].append(at)
            lines[tables[cell.table_id], "column", cell.col].append(at)
    alone = {line: figures for line, figures in lines.items() if not paired.issuperset(figures)}
    counts = Counter((table, axis) for table, axis, _ in alone)
    found: defaultdict[Told, list[Sequence[int]]] = defaultdict(list)
    for (table, axis, _), figures in alone.items():
        if _is_telling(facets, figures, is_only=counts[table, axis] == 1):
            across = 1 if axis == "row" else 0
            found[table, axis, tuple(_told(facets[at], across) for at in figures)].append(figures)
    return found


def _told(facet: Facet, across: int) -> Hashable:
    """Return what a cell says besides the name of its line: its value, and the head across.

    That an amount without a currency is one may be told by a heading that is another one now.
    """
    figure = facet.figure
    kind = "count" if figure.kind == "money" and figure.unit is None else figure.kind
    return facet.heads[across], kind, figure.value, figure.low


def _is_telling(facets: Sequence[Facet], figures: Sequence[int], *, is_only: bool) -> bool:
    """Say whether the numbers of a line are hardly met by chance.

    In the only line that came or went a few digits are, and a single number if it is long and no
    round one; shares are not.
    """
    quotes = [facets[at].figure.anchor.quote for at in figures]
    digits = ["".join(filter(str.isdigit, quote)) for quote in quotes]
    if len(figures) < TWO:
        long = all(len(each) >= LONG and len(each.strip("0")) >= ODD for each in digits)
        return is_only and long
    if sum(map(len, digits)) >= TELLING:
        return True
    if not is_only or any(facets[at].figure.kind == "percent" for at in figures):
        return False
    odd = sum(len(each.strip("0")) for each in digits)
    return odd >= FEW or all(map(DECIMALS.search, quotes))
