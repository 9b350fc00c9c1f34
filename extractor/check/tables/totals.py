"""Tables: whether their totals are the sums of their parts, and which cell is wrong if not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import ZERO, is_misprint, printed
from extractor.check.tables.grid import Held
from extractor.check.tables.lines import Relation, Sum, relations
from extractor.check.tables.split import split_totals
from schemas.extraction import Finding
from schemas.figure import Figure

NEAR = Decimal("0.05")  # of the total; what is further off was likely never meant as the sum
NEAR_ALONE = Decimal("0.02")  # where nothing but the label says that it is a sum
TOLD_DIGITS = 4  # significant digits of a total that a slip can be told of
ROUNDED = 3  # last digits that rounding may add to a slip
NOT_SHOWN = 3  # totals, all more than their parts: a slip does not come that often
NAMED = 3  # cells that are named as the likely slip
MOST_SHARES = 12  # of a whole, of which each choice is tried


def table_totals(index: Index) -> Iterator[Finding]:
    """Yield what the totals of each table say: `total_mismatch`, `truncated`, `rounded_total`."""
    for sums in table_sums(index):
        yield from _told(sums)


def table_sums(index: Index) -> Iterator[list[Sum]]:
    """Yield the sums of each table, those that add up and those told because they do not."""
    for table in index.extraction.tables:
        sums: list[Sum] = []
        for grid in index.grids(table):
            for relation in relations(grid):
                alone = not relation.agreeing
                if _lacks_a_part(relation):
                    continue
                told = [s for s in relation.sums if s.fits or _is_told(relation, s)]
                sums += [replace(s, alone=alone) for s in told]
            if grid.down:
                split = [s for s in split_totals(grid) if s.fits or _is_near(s, NEAR)]
                sums += [replace(s, alone=True) for s in split]
        yield sums


def _is_told(relation: Relation, wrong: Sum) -> bool:
    """Say whether a sum that does not add up is a fault, and not a sum that was never meant."""
    slips = bool(_slips(wrong, wrong.stated.term.value - wrong.computed.value))
    slips = slips or _is_over_hundred(wrong)
    if relation.agreeing:
        return relation.agreeing >= relation.failing and (slips or _is_near(wrong, NEAR))
    if not relation.sole or relation.failing > 1:
        return False
    digits = len(f"{abs(wrong.stated.term.value):f}".replace(".", "").strip("0"))
    told = digits >= TOLD_DIGITS or _is_over_hundred(wrong)
    return _is_near(wrong, NEAR_ALONE) or (slips and told)


def _is_over_hundred(wrong: Sum) -> bool:
    """Say whether shares of a whole are more than all of it, and none are parts of others.

    Were some of them parts of others (`of which`), the rest would make 100.
    """
    over = wrong.computed.value - wrong.stated.term.value
    if wrong.stated.figure.kind != "percent" or over <= 0 or len(wrong.parts) > MOST_SHARES:
        return False
    sums = {ZERO}
    for part in wrong.parts:
        sums |= {each + part.term.value for each in sums}
    return all(abs(each - over) > wrong.computed.half for each in sums)


def _lacks_a_part(relation: Relation) -> bool:
    """Say whether several totals are more than their parts, few by a slip: a part is not shown."""
    wrong = [s for s in relation.sums if not s.fits]
    gaps = [s.stated.term.value - s.computed.value for s in wrong]
    if len(wrong) < NOT_SHOWN or any(gap < 0 for gap in gaps):
        return False
    slips = sum(bool(_slips(s, gap)) for s, gap in zip(wrong, gaps, strict=True))
    return slips * 2 < len(wrong)


def _is_near(s: Sum, share: Decimal) -> bool:
    size = max(abs(s.stated.term.value), abs(s.computed.value))
    return abs(s.stated.term.value - s.computed.value) <= share * size


def _told(sums: Sequence[Sum]) -> Iterator[Finding]:
    """Yield a finding for each fault: a wrong cell spoils the sum of its row and its column."""
    right = {held.figure.id for s in sums if s.verdict == "agrees" for held in (s.stated, *s.parts)}
    wrong = [s for s in sums if s.verdict == "differs"]
    crossing = _crossing(wrong)
    stated = Counter(s.stated.figure.id for s in wrong)
    told: set[str] = set()
    for each in wrong:
        ids = [held.figure.id for held in (each.stated, *each.parts)]
        culprit = next((i for i in ids if i in crossing and len(crossing[i]) > 1), None)
        if culprit is None:
            alone = each.alone and ids[0] not in right and stated[ids[0]] == 1
            yield _mismatch([each], _suspects(each, right), "warning" if alone else "error")
        elif culprit not in told:
            told.add(culprit)
            both = crossing[culprit]
            yield _mismatch(both, [h for s in both[:1] for h in _all(s) if h.figure.id == culprit])
    yield from (_truncated(s) for s in sums if s.verdict == "truncated")
    rounded = [s for s in sums if s.verdict == "rounded"]
    if rounded:
        yield _rounded(rounded)


def _all(s: Sum) -> tuple[Held, ...]:
    return s.stated, *s.parts


def _crossing(wrong: Sequence[Sum]) -> dict[str, list[Sum]]:
    """Return the cells that would right more than one sum, each with those sums."""
    rights: defaultdict[tuple[str, Decimal], list[Sum]] = defaultdict(list)
    for each in wrong:
        gap = each.stated.term.value - each.computed.value
        rights[each.stated.figure.id, gap].append(each)
        for part in each.parts:
            rights[part.figure.id, -gap].append(each)
    return {cell: found for (cell, _), found in rights.items() if len(found) > 1}


def _slips(wrong: Sum, gap: Decimal) -> list[Held]:
    """Return the cells that a single slip would explain, exactly or but for the rounding."""
    step = wrong.stated.term.step
    steps = min(int(wrong.computed.half / step), ROUNDED) if step else 0
    for off in range(steps + 1):
        shifts = {off * step, -off * step}
        found = [held for shift in shifts for held in _slipped(wrong, gap + shift)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _slipped(wrong: Sum, gap: Decimal) -> list[Held]:
    stated = wrong.stated
    found = [stated] if is_misprint(stated.term, stated.term.value - gap) else []
    return found + [p for p in wrong.parts if is_misprint(p.term, p.term.value + gap)]


def _suspects(wrong: Sum, right: set[str]) -> list[Held]:
    """Return the cells that a slip would explain and no other sum bears out."""
    slips = _slips(wrong, wrong.stated.term.value - wrong.computed.value)
    left = [held for held in slips if held.figure.id not in right]
    return left if len(left) <= NAMED else []


def _stated(s: Sum) -> str:
    return f"{s.label or 'The total'}: {shown(s.stated.figure, s.stated.term)}"


def _sum(s: Sum) -> str:
    return f"the sum of its {len(s.parts)} parts, {printed(s.computed.value)}"


def _mismatch(
    wrong: Sequence[Sum], suspects: Sequence[Held], severity: Severity = "error"
) -> Finding:
    first = wrong[0]
    sums = [f"{_stated(s)} is {more_or_less(s.stated.term, s.computed)} {_sum(s)}" for s in wrong]
    named = " or ".join(held.figure.anchor.quote for held in suspects)
    slip = f"; {_one_cell(wrong, named)}" if named else ""
    figures: list[Figure] = [held.figure for held in suspects]
    figures += [held.figure for s in wrong for held in _all(s)]
    numbers = (first.stated.term, first.computed)
    return finding("total_mismatch", severity, f"{'; '.join(sums)}{slip}.", figures, numbers)


def _one_cell(wrong: Sequence[Sum], named: str) -> str:
    return f"{named} explains both" if len(wrong) > 1 else f"one slip in {named} would explain it"


def _truncated(s: Sum) -> Finding:
    message = f"{_stated(s)} is {_sum(s)}, cut off where it should have been rounded."
    figures = [held.figure for held in _all(s)]
    return finding("truncated", "warning", message, figures, (s.stated.term, s.computed))


def _rounded(sums: Sequence[Sum]) -> Finding:
    first = sums[0]
    more = f" (and {len(sums) - 1} more totals of the table)" if len(sums) > 1 else ""
    message = (
        f"{_stated(first)} is {more_or_less(first.stated.term, first.computed)} {_sum(first)}: "
        f"no more than rounding allows{more}."
    )
    figures = [s.stated.figure for s in sums] + [part.figure for part in first.parts]
    return finding("rounded_total", "info", message, figures, (first.stated.term, first.computed))
