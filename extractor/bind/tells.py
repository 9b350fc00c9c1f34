"""What totals tell: what bare numbers and rows without labels are.

They are known by the totals that they add up to, or by the values that they repeat.
"""

from collections import defaultdict
from decimal import Decimal

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, inherited, take_over
from extractor.figures.reading import Reading

MIN_PARTS = 3  # fewer numbers add up to a total by chance
MIN_DIGITS = 4  # a shorter value repeats by chance
MAX_TWINS = 50  # cells of one value; one that stands in more tells nothing
OWN_PLACE = frozenset({"place.table_label", "place.table_title"})
"""Rules that place a row or table by itself, so that its values tell the place of others."""


def tell_bare_numbers(context: Context) -> None:
    """Bind bare numbers under sibling headings by the labelled total that they add up to.

    Under each of several sibling headings stand one or more bare numbers; where the first numbers
    of all headings add up to a key figure that has a label, they are of that label, and so on for
    the second.
    """
    key_figures = [f for f in context.founds if f.zone == "keyfigure"]
    bare = [f for f in key_figures if _is_bare(context, f)]
    for (parent, _), parts in _series(context, bare).items():
        total = _total_of(key_figures, parts) if len(parts) >= MIN_PARTS else None
        if total is None:
            continue
        _rehome(context, parent, parts, {f.block for f in bare})
        for part in parts:
            take_over(part, total, "keyfigure.total_tells")
        _place_siblings(context, parts)


def _is_bare(context: Context, found: Found) -> bool:
    passage = context.passage_of(found)
    return len(passage.founds) == 1 and passage.text.strip() == context.doc.quote(found.span)


def _series(context: Context, bare: list[Found]) -> dict[tuple[int | None, int], list[Found]]:
    """Return the bare numbers by the parent of their heading and their position below it."""
    found: dict[tuple[int | None, int], list[Found]] = defaultdict(list)
    position: dict[int, int] = defaultdict(int)
    for one in bare:
        section = context.doc.blocks[one.block].section
        if section is not None:
            found[context.doc.sections[section].parent, position[section]].append(one)
            position[section] += 1
    return found


def _total_of(key_figures: list[Found], parts: list[Found]) -> Found | None:
    """Return the first labelled key figure that the parts, all of one kind with it, add up to."""
    values = [Decimal(p.reading.value) for p in parts if p.reading.value is not None]
    total = sum(values, Decimal(0))
    own = set(parts)
    labelled = (f for f in key_figures if f.indicator is not None and f not in own)
    kind = parts[0].reading.kind
    return next((f for f in labelled if f.reading.kind == kind and _says(f.reading, total)), None)


def _says(reading: Reading, total: Decimal) -> bool:
    if reading.value is None or reading.precision is None:
        return False
    return abs(Decimal(reading.value) - total) <= Decimal(reading.precision)


def _place_siblings(context: Context, parts: list[Found]) -> None:
    """Read every heading of a series as a place where one of them is known to be one."""
    sections = [context.doc.sections[context.doc.blocks[p.block].section or 0] for p in parts]
    named = [any(m.type == "place" for m in context.mentions_in(s.span)) for s in sections]
    if not any(named):
        return
    for part, section, known in zip(parts, sections, named, strict=True):
        if not known:
            name = section.title.title() if section.title.isupper() else section.title
            part.place = Binding(name, "inherited", "place.sibling_heading", section.span)


def _rehome(context: Context, parent: int | None, parts: list[Found], bare: set[int]) -> None:
    """Put what stands labelled below the headings of a series under their parent.

    Below the last heading that is everything after its numbers; below the others, where the layout
    of a page put the total among them, the key figures.
    """
    blocks = context.doc.blocks
    for part in parts:
        section = blocks[part.block].section
        for index in range(part.block + 1, len(blocks)):
            if blocks[index].section != section:
                break
            if index not in bare and (part is parts[-1] or blocks[index].type == "key_figure"):
                context.home[index] = parent


def tell_rows(context: Context) -> None:
    """Give a row without a label the place and status that the same values stand with elsewhere."""
    same: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for found in context.founds:
        value = found.reading.value or ""
        if found.cell and len(value.rstrip("0")) >= MIN_DIGITS:
            same[found.reading.kind, value].append(found)
    for table in range(len(context.doc.tables)):
        for row in _rows_without_label(context, table):
            twins = [same[f.reading.kind, f.reading.value or ""] for f in row]
            told_by = (t for mates in twins if len(mates) <= MAX_TWINS for t in mates)
            _tell_row(row, [t for t in told_by if t not in row])


def _tell_row(row: list[Found], twins: list[Found]) -> None:
    places = {t.place.value: t.place for t in twins if t.place and t.place.rule in OWN_PLACE}
    statuses = {t.status.value: t.status for t in twins if t.status}
    for found in row:
        if len(places) == 1:
            found.place = inherited(next(iter(places.values())), "place.value_tells_row")
        if len(statuses) == 1 and found.status is None:
            found.status = inherited(next(iter(statuses.values())), "status.value_tells_row")


def _rows_without_label(context: Context, table: int) -> list[list[Found]]:
    rows: dict[int, list[Found]] = defaultdict(list)
    for found in context.by_table.get(table, []):
        unlabelled = not found.is_time and not context.governing_of(found).labels
        if found.cell is not None and unlabelled:
            rows[found.cell[1]].append(found)
    return list(rows.values())
