"""What totals tell: bare numbers and rows without labels are known by the totals they add up to or repeat."""

from collections import defaultdict
from decimal import Decimal

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.figures.reading import Reading

MIN_PARTS = 3  # fewer numbers add up to a total by chance
MIN_DIGITS = 4  # a shorter value repeats by chance


def tell_bare_numbers(context: Context) -> None:
    """Bind numbers that stand bare under sibling headings by the labelled totals that they add up to.

    Under each of several sibling headings stand one or more bare numbers; where the first numbers of all
    headings add up to a key figure that has a label, they are of that label, and so on for the second.
    """
    series = _series(context)
    for (parent, _), parts in series.items():
        if len(parts) < MIN_PARTS:
            continue
        total = _total_of(context, parts)
        if total is None or total.indicator is None:
            continue
        _rehome(context, parent, parts)
        for part in parts:
            _take(part, total)
        _place_siblings(context, parts)


def _series(context: Context) -> dict[tuple[int | None, int], list[Found]]:
    """Return the bare numbers by the parent of their heading and their position below it."""
    found: dict[tuple[int | None, int], list[Found]] = defaultdict(list)
    position: dict[int, int] = defaultdict(int)
    for one in context.founds:
        section = context.doc.blocks[one.block].section
        if one.zone != "keyfigure" or section is None or not _is_bare(context, one):
            continue
        key = (context.doc.sections[section].parent, position[section])
        position[section] += 1
        found[key].append(one)
    return found


def _is_bare(context: Context, found: Found) -> bool:
    passage = context.collected.passages[found.passage]
    return len(passage.founds) == 1 and passage.text.strip() == context.doc.quote(found.span)


def _total_of(context: Context, parts: list[Found]) -> Found | None:
    values = [_value(p.reading) for p in parts]
    total = sum((v for v in values if v is not None), Decimal(0))
    labelled = [
        f for f in context.founds if f.zone == "keyfigure" and f not in parts and f.indicator
    ]
    fits = [
        f for f in labelled if _says(f.reading, total) and f.reading.kind == parts[0].reading.kind
    ]
    return fits[0] if fits else None


def _says(reading: Reading, total: Decimal) -> bool:
    value = _value(reading)
    if value is None or reading.precision is None:
        return False
    return abs(value - total) <= Decimal(reading.precision)


def _value(reading: Reading) -> Decimal | None:
    return Decimal(reading.value) if reading.value is not None else None


def _take(part: Found, total: Found) -> None:
    rule = "keyfigure.total_tells"
    if total.indicator is not None:
        part.indicator = Binding(total.indicator.value, "inherited", rule, total.indicator.span)
    if total.population is not None:
        part.population = Binding(total.population.value, "inherited", rule, total.population.span)
    if total.status is not None:
        part.status = Binding(total.status.value, "inherited", rule, total.status.span)
    part.unit = part.unit or total.unit


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


def _rehome(context: Context, parent: int | None, parts: list[Found]) -> None:
    """Put the labelled key figures that stand below the last of the headings under their parent."""
    blocks = context.doc.blocks
    last = blocks[parts[-1].block].section
    bare = {f.block for f in context.founds if f.zone == "keyfigure" and _is_bare(context, f)}
    for index in range(parts[-1].block + 1, len(blocks)):
        if blocks[index].section != last:
            break
        if index not in bare:
            context.home[index] = parent


def tell_rows(context: Context) -> None:
    """Give a row without a label the place and status of the same value where it stands with them."""
    same: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for found in context.founds:
        value = found.reading.value or ""
        if found.cell and len(value.rstrip("0")) >= MIN_DIGITS:
            same[found.reading.kind, value].append(found)
    for table in range(len(context.doc.tables)):
        for row in _rows_without_label(context, table):
            twins = [t for f in row for t in same[f.reading.kind, f.reading.value or ""]]
            _tell_row(row, [t for t in twins if t not in row])


def _tell_row(row: list[Found], twins: list[Found]) -> None:
    places = {t.place.value: t.place for t in twins if t.place and t.place.rule in OWN_PLACE}
    statuses = {t.status.value: t.status for t in twins if t.status}
    for found in row:
        if len(places) == 1:
            found.place = _told(next(iter(places.values())), "place.value_tells_row")
        if len(statuses) == 1 and found.status is None:
            found.status = _told(next(iter(statuses.values())), "status.value_tells_row")


OWN_PLACE = frozenset({"place.table_label", "place.table_title"})


def _told(binding: Binding, rule: str) -> Binding:
    return Binding(binding.value, "inherited", rule, binding.span, binding.code)


def _rows_without_label(context: Context, table: int) -> list[list[Found]]:
    rows: dict[int, list[Found]] = defaultdict(list)
    for found in context.by_table.get(table, []):
        unlabelled = not found.is_time and not context.governing_of(found).labels
        if found.cell is not None and unlabelled:
            rows[found.cell[1]].append(found)
    return list(rows.values())
