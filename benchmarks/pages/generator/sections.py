"""Sections: what stands in them and in which columns."""

from collections.abc import Callable

from pages.generator.captions import photo
from pages.generator.desk import Desk
from pages.generator.inline import Rich
from pages.generator.keyfigures import chart, chart_map, panel
from pages.generator.prose import callout, dropped, heading, listed, paragraph, titled
from pages.generator.tables import table
from pages.generator.unit import Block, Unit, alone, stacked

GUTTER = 16.0
Maker = Callable[[Desk], Unit]
EXTRAS: tuple[Maker, ...] = (table, table, panel, chart, chart_map, photo, callout, listed, listed)


def section(desk: Desk) -> list[Block]:
    """Return a section: in the page's columns, or in bands whose columns change."""
    columns = desk.style.columns
    if columns == 1 or desk.chance(1 / 3):
        return [_pages(1), *_banded(desk)]
    return [_pages(columns), *_flowing(desk, columns)]


def endnotes(desk: Desk) -> list[Block]:
    """Return the notes that stand at the end, under a heading."""
    if desk.book.where != "end" or not desk.book.used:
        return []
    desk.marks = 0.0
    head = titled(desk, 1, desk.words.labels["notes"])
    form = desk.rng.choice(("#super[{}] ", "{}. ", "{} "))
    notes: list[Unit] = []
    for note in desk.book.used:
        body = Rich((note.text,)).markup
        unit = desk.unit(f"#block(spacing: 0.7em)[{form.format(note.label)}{body}]")
        unit.order.append(note.text)
        notes.append(unit)
    return [_pages(1), Block(stacked([head, *notes]), [head, *notes])]


def _pages(columns: int) -> Block:
    """Begin a page of so many columns."""
    return Block(f"#pagebreak(weak: true)\n#set page(columns: {columns})", [])


def _flowing(desk: Desk, columns: int) -> list[Block]:
    """Fill columns that run from page to page; the heading may stand over all of them."""
    wide = desk.style.width
    head = heading(desk, 1)
    over = f'#place(top, float: true, scope: "parent", clearance: 1em)[{head.printed}]'
    blocks = [Block(over, [head]) if desk.chance(1 / 2) else alone(head)]
    inner = desk.within((wide - GUTTER * (columns - 1)) / columns)
    for _ in range(desk.rng.randint(2, 3) + columns):
        blocks += [alone(unit) for unit in _passage(inner)]
        if desk.chance(1 / 2):
            blocks.append(alone(desk.rng.choice(EXTRAS)(inner)))
    return blocks


def _banded(desk: Desk) -> list[Block]:
    """Stack bands of one to three columns, side bars and wide things."""
    blocks = [alone(heading(desk, 1))]
    for _ in range(desk.rng.randint(4, 6)):
        (way,) = desk.rng.choices(tuple(WAYS), tuple(WAYS.values()))
        blocks += way(desk)
    return blocks


def _plain(desk: Desk) -> list[Block]:
    """Return text over the whole width, here and there before a thing."""
    return [alone(unit) for unit in _passage(desk)]


def _extra(desk: Desk) -> list[Block]:
    return [alone(desk.rng.choice(EXTRAS)(desk))]


def _long_table(desk: Desk) -> list[Block]:
    return [alone(table(desk, long=True))]


def _landscape(desk: Desk) -> list[Block]:
    """Return a table on a page that lies."""
    style = desk.style
    if style.page[0] > style.page[1]:
        return _extra(desk)
    wide = desk.within(style.page[1] - 2 * style.margin)
    units = [heading(desk, 2), table(wide)]
    turned = f"#page(flipped: true)[{stacked(units)}]"
    return [Block(turned, units)]


def _passage(desk: Desk) -> list[Unit]:
    """Return a heading with one below it here and there, and paragraphs."""
    units = [heading(desk, 2)]
    if desk.chance(1 / 3):
        units += [paragraph(desk), heading(desk, 3)]
        if desk.chance(1 / 3):
            units += [paragraph(desk), heading(desk, 4)]
    first = dropped if desk.chance(1 / 10) else paragraph
    return [*units, first(desk), *(paragraph(desk) for _ in range(desk.rng.randint(0, 3)))]


def _band(desk: Desk) -> list[Block]:
    """Return text in two or three columns of one height."""
    count = desk.rng.choice((2, 2, 3)) if desk.style.width > 40 * desk.style.size else 2
    inner = desk.within((desk.style.width - GUTTER * (count - 1)) / count)
    units = _passage(inner) + ([] if desk.chance(1 / 2) else _passage(inner))
    while sum(len(text) for unit in units for text in unit.order) < 500 * count:
        units.append(paragraph(inner))
    body = stacked(units)
    return [Block(f"#balanced({count}, {GUTTER}pt, {1 + 0.7 * count:.1f}em)[{body}]", units)]


def _sidebar(desk: Desk) -> list[Block]:
    """Return text with a box beside it."""
    main = desk.within(desk.style.width * 0.64)
    units = _passage(main)
    marks, desk.marks = desk.marks, 0.0
    text = [desk.prose(2, 3) for _ in range(desk.rng.randint(1, 2))]
    desk.marks = marks
    body = "\n\n".join(t.markup for t in text)
    side = desk.unit(
        f"#block(fill: luma(235), inset: 8pt, width: 100%)[#text(size: 0.9em)[{body}]]"
    )
    side.say(*text)
    side.beside = len(units)
    left = f"[{stacked(units)}]"
    right = f"[{side.printed}]"
    first = desk.chance(1 / 3)
    cells = f"{right}, {left}" if first else f"{left}, {right}"
    widths = "(1fr, 2fr)" if first else "(2fr, 1fr)"
    markup = f"#block(above: 1.6em)[#grid(columns: {widths}, column-gutter: {GUTTER}pt, {cells})]"
    return [Block(markup, [*units, side])]


def _pair(desk: Desk) -> list[Block]:
    """Return two tables side by side."""
    inner = desk.within((desk.style.width - GUTTER) / 2)
    inner.width = min(inner.width, 25 * desk.style.size)
    units = [table(inner), table(inner)]
    cells = ", ".join(f"[{unit.printed}]" for unit in units)
    grid = f"#grid(columns: (1fr, 1fr), column-gutter: {GUTTER + 8}pt, {cells})"
    return [Block(f"#block(above: 1.6em)[{grid}]", units)]


WAYS: dict[Callable[[Desk], list[Block]], int] = {
    _plain: 6,
    _band: 5,
    _sidebar: 3,
    _extra: 8,
    _pair: 1,
    _long_table: 1,
    _landscape: 1,
}
