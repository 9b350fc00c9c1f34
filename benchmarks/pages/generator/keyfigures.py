"""Key-figure panels, charts and maps with numbers."""

from typing import Literal

from pages.generator.captions import Thing, captioned
from pages.generator.desk import Desk
from pages.generator.inline import plain, quoted
from pages.generator.unit import Unit
from pages.generator.words import PLACES, money, number, percent
from pages.truth import KeyFigure

Side = Literal["below", "above", "right"]


def panel(desk: Desk) -> Unit:
    """Return a grid of large numbers with their labels, some with icons and an as-of line."""
    rng, words = desk.rng, desk.words
    columns = 1 if desk.narrow else rng.randint(2, 4)
    rows = rng.randint(1, 2) if columns > 1 else rng.randint(2, 3)
    side: Side = rng.choice(("below", "below", "above", "right"))
    if side == "right":
        columns = min(columns, 2)
    dated = desk.chance(1 / 4)
    icons = desk.chance(1 / 4)
    labels = rng.sample(words.measures, rows * columns)
    figures = [
        KeyFigure(_value(desk), _label(desk, label), _as_of(desk) if dated else None)
        for label in labels
    ]
    boxed = rng.choice(("", "fill: luma(238), ", "stroke: 0.6pt + luma(120), "))
    size = rng.choice((1.7, 2.0, 2.4)) * (1 - 0.05 * columns)
    cells = [_cell(desk, figure, (side, size), icons=icons) for figure in figures]
    unit = desk.unit(
        "#block(breakable: false, width: 100%, above: 1.4em, below: 1.4em)[#set par(justify: false)"
        f"\n#grid(columns: (1fr,) * {columns}, column-gutter: 12pt, row-gutter: 14pt, inset: 6pt, "
        + boxed
        + ",\n".join(cells)
        + ")]"
    )
    for figure in figures:
        texts = [figure.value, figure.label]
        unit.order += texts if side != "above" else texts[::-1]
        if figure.as_of:
            unit.order.append(figure.as_of)
    unit.key_figures += figures
    return unit


def _label(desk: Desk, label: str) -> str:
    """Return a label, in capitals here and there and with a group here and there."""
    return f"{label} ({desk.rng.choice(desk.words.groups)})" if desk.chance(1 / 4) else label


def _as_of(desk: Desk) -> str:
    words = desk.words
    of = " de " if words.code == "es" else " "
    before = f"{words.labels['as_of']} {desk.rng.randint(2, 28)}"
    middle = " de " if words.code == "es" else " "
    return f"{before}{middle}{desk.rng.choice(words.months)}{of}{desk.rng.randint(2029, 2032)}"


def _value(desk: Desk) -> str:
    """Return a large number as such panels print it."""
    rng, words = desk.rng, desk.words
    decimal = f"{rng.randint(1, 95)}{words.decimal}{rng.randint(1, 9)}"
    return rng.choice(
        (
            number(words, rng.randint(1_200, 980_000)),
            number(words, rng.randint(1_200, 980_000)),
            str(rng.randint(12, 890)),
            percent(words, rng),
            f"{decimal} {words.million}",
            f"{decimal}M",
            money(words, rng),
        )
    )


def _cell(desk: Desk, figure: KeyFigure, how: tuple[Side, float], *, icons: bool) -> str:
    """Return one number with its label as Typst."""
    side, size = how
    colour = desk.style.colour
    value = (
        f'text(size: {size}em, weight: "bold", fill: rgb("{colour}"), hyphenate: false)'
        f"[#{quoted(figure.value)}]"
    )
    label = f"text(size: 0.9em)[#{quoted(figure.label)}]"
    dated = [f"text(size: 0.75em)[#{quoted(figure.as_of)}]"] if figure.as_of else []
    if side == "right":
        lines = ", ".join([label, *dated])
        body = (
            "grid(columns: (auto, 1fr), column-gutter: 8pt, align: horizon, "
            f"{value}, stack(spacing: 5pt, {lines}))"
        )
    else:
        order = [value, label] if side == "below" else [label, value]
        body = f"stack(spacing: 7pt, {', '.join([*order, *dated])})"
    if icons:
        body = (
            "grid(columns: (auto, 1fr), column-gutter: 7pt, "
            f'circle(radius: 8pt, fill: rgb("{colour}").lighten(40%)), {body})'
        )
    return f"[#{body}]"


def chart(desk: Desk) -> Unit:
    """Return a chart of bars, each with its label and its number."""
    rng, words = desk.rng, desk.words
    count = rng.randint(3, 5)
    flat = desk.narrow or desk.chance(1 / 2)
    names = rng.sample(words.sectors if flat else PLACES, count)
    names = [name.capitalize() for name in names]
    values = [rng.randint(8, 98) for _ in names]
    printed = [percent_of(desk, value) for value in values]
    body = _flat(desk, names, values, printed) if flat else _upright(desk, names, values, printed)
    unit = desk.unit("")
    texts = [plain(f"{name} {value}") for name, value in zip(names, printed, strict=True)]
    if not flat:
        texts = [plain(" ".join(printed)), plain(" ".join(names))]
    captioned(desk, unit, Thing("figure", body, texts))
    if not flat:
        whole = [f"{value} {name}" for name, value in zip(names, printed, strict=True)]
        unit.otherwise = _swapped(unit.order, [t.plain for t in texts], whole)
    unit.key_figures += [KeyFigure(v, n) for n, v in zip(names, printed, strict=True)]
    return unit


def _swapped(order: list[str], old: list[str], new: list[str]) -> list[str]:
    """Return an order with a run of its texts put otherwise."""
    at = order.index(old[0])
    return [*order[:at], *new, *order[at + len(old) :]]


def percent_of(desk: Desk, value: int) -> str:
    """Return the number at a bar."""
    return f"{value}{desk.words.percent}"


def _flat(desk: Desk, names: list[str], values: list[int], printed: list[str]) -> str:
    """Return bars that lie, labels to their left."""
    rows = ", ".join(
        f"[#{quoted(name)}], [#box(rect(width: {value * 0.7:.0f}%, height: 9pt, "
        f'fill: rgb("{desk.style.colour}").lighten(30%)))#h(4pt)#{quoted(number_)}]'
        for name, value, number_ in zip(names, values, printed, strict=True)
    )
    return (
        "#text(size: 0.82em)[#set par(justify: false)\n#grid(columns: (34%, 1fr), row-gutter: 7pt, "
        f"column-gutter: 6pt, align: (right + horizon, left + horizon), {rows})]"
    )


def _upright(desk: Desk, names: list[str], values: list[int], printed: list[str]) -> str:
    """Return bars that stand, their numbers above and their labels below."""
    bars = ", ".join(
        f"align(bottom + center)[#stack(spacing: 3pt, [#{quoted(number_)}], "
        f"rect(width: 24pt, height: {value * 0.8:.0f}pt, "
        f'fill: rgb("{desk.style.colour}").lighten(30%)))]'
        for value, number_ in zip(values, printed, strict=True)
    )
    labels = ", ".join(f"align(center)[#{quoted(name)}]" for name in names)
    return (
        f"#text(size: 0.82em)[#set par(justify: false)\n"
        f"#grid(columns: (1fr,) * {len(names)}, row-gutter: 5pt, {bars}, {labels})]"
    )


def chart_map(desk: Desk) -> Unit:
    """Return a map: a shape with the names of places, a number below each."""
    rng = desk.rng
    names = rng.sample(PLACES, rng.randint(3, 5))
    values = [number(desk.words, rng.randint(1_100, 98_000)) for _ in names]
    wide, high = desk.width, 46.0 * len(names)
    corners = ", ".join(
        f"({x * wide:.0f}pt, {y * high:.0f}pt)"
        for x, y in ((0.05, 0.1), (0.5, 0.0), (0.95, 0.2), (0.9, 0.9), (0.4, 1.0), (0.1, 0.7))
    )
    spots = "\n".join(
        f"#place(dx: {rng.uniform(0.12, 0.6) * wide:.0f}pt, dy: {12 + at * 44}pt, "
        f"stack(spacing: 3pt, text(size: 0.85em)[#{quoted(name)}], "
        f'text(size: 0.95em, weight: "bold")[#{quoted(value)}]))'
        for at, (name, value) in enumerate(zip(names, values, strict=True))
    )
    body = (
        f"#block(width: {wide:.0f}pt, height: {high:.0f}pt)[#place(polygon(fill: luma(228), "
        f"stroke: 0.6pt + luma(150), {corners}))\n{spots}]"
    )
    unit = desk.unit("")
    texts = [plain(f"{name} {value}") for name, value in zip(names, values, strict=True)]
    captioned(desk, unit, Thing("map", body, texts))
    unit.key_figures += [KeyFigure(v, n) for n, v in zip(names, values, strict=True)]
    return unit
