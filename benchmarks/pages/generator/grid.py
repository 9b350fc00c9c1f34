"""A table while it is filled, and as Typst: its rules, shades and spans."""

from dataclasses import dataclass, field
from typing import Literal

from pages.generator.desk import Desk
from pages.generator.inline import Rich
from pages.truth import Cell

Look = Literal["ruled", "half", "booktabs", "shaded", "borderless", "outer"]
Kind = Literal["count", "percent", "change", "check", "money", "text"]


@dataclass(slots=True)
class Grid:
    """A table while it is filled."""

    look: Look
    kinds: list[Kind]
    rows: int = 0
    head: int = 0
    cells: list[tuple[Cell, Rich]] = field(default_factory=list)
    rules: set[int] = field(default_factory=set)
    """Rows with a rule above: totals, groups."""
    bold: set[int] = field(default_factory=set)
    turned: bool = False
    """The names of groups of rows stand on their side."""

    def put(self, row: int, col: int, text: Rich, spans: tuple[int, int] = (1, 1)) -> None:
        """Set a cell."""
        self.rows = max(self.rows, row + spans[0])
        head = row < self.head
        self.cells.append((Cell(row, col, text.plain, *spans, header=head), text))


def markup(desk: Desk, grid: Grid) -> str:
    """Return the table as Typst."""
    fixed = [
        "auto" if kind != "text" else ("1.4fr" if col == 0 else "1fr")
        for col, kind in enumerate(grid.kinds)
    ]
    if desk.chance(1 / 2) or desk.narrow:
        fixed = ["1.6fr" if kind == "text" else "1fr" for kind in grid.kinds]
    align = desk.rng.choice(("right", "right", "center", "left"))
    sides = ", ".join("left" if kind == "text" else align for kind in grid.kinds)
    head = [_cell(grid, *cell) for cell in grid.cells if cell[0].header]
    body = [_cell(grid, *cell) for cell in grid.cells if not cell[0].header]
    size = desk.rng.choice((0.8, 0.88, 0.95))
    repeat, broken = desk.chance(3 / 4), desk.chance(1 / 4)
    return (
        f"#text(size: {size}em)[#set par(justify: false)\n"
        f"#set table.cell(breakable: {str(broken).lower()})\n"
        f"#table(columns: ({', '.join(fixed)},), align: ({sides},), "
        f"inset: {_inset(desk, grid)}, {_lines(desk, grid)}\n"
        f"table.header(repeat: {str(repeat).lower()}, {', '.join(head)}"
        f"{_mid(grid)}),\n" + ",\n".join([*body, *_body_rules(grid)]) + ")]"
    )


def _inset(desk: Desk, grid: Grid) -> str:
    tall = desk.rng.choice((3, 4, 5))
    return f"(x: {6 if grid.look in ('ruled', 'half', 'shaded') else 8}pt, y: {tall}pt)"


def _lines(desk: Desk, grid: Grid) -> str:
    """Return the stroke and fill of a look."""
    head, last = grid.head, (grid.rows - 1, len(grid.kinds) - 1)
    top = f'rgb("{desk.style.colour}").lighten(70%)' if desk.chance(1 / 2) else "luma(215)"
    return {
        "ruled": f"stroke: 0.5pt, fill: (x, y) => if y < {head} {{ luma(225) }},",
        "half": "stroke: (x, y) => (bottom: 0.5pt + luma(120)),",
        "shaded": f"fill: (x, y) => if y < {head} {{ {top} }} else if calc.odd(y) {{ luma(240) }},",
        "outer": f"stroke: (x, y) => (left: if x == 0 {{ 0.6pt }}, right: if x == {last[1]} "
        f"{{ 0.6pt }}, top: if y == 0 or y == {head} {{ 0.6pt }}, "
        f"bottom: if y == {last[0]} {{ 0.6pt }}),",
    }.get(grid.look, "")


def _mid(grid: Grid) -> str:
    """Return the rules below the header."""
    if grid.look != "booktabs":
        return ""
    spans = [
        f", table.hline(y: 1, start: {cell.col}, end: {cell.col + cell.col_span}, stroke: 0.4pt)"
        for cell, _ in grid.cells
        if cell.row == 0 and cell.col_span > 1
    ]
    ends = ", table.hline(y: 0, stroke: 0.9pt)"
    return "".join(spans) + ends + f", table.hline(y: {grid.head}, stroke: 0.5pt)"


def _body_rules(grid: Grid) -> list[str]:
    if grid.look != "booktabs":
        return []
    rules = [
        f"table.hline(y: {row}, stroke: 0.3pt)" for row in sorted(grid.rules) if row > grid.head
    ]
    return [*rules, f"table.hline(y: {grid.rows}, stroke: 0.9pt)"]


def _cell(grid: Grid, cell: Cell, text: Rich) -> str:
    """Return a cell as Typst."""
    spans = ""
    if cell.row_span > 1:
        spans += f", rowspan: {cell.row_span}, align: horizon"
    if cell.col_span > 1:
        spans += f", colspan: {cell.col_span}" + (", align: center" if cell.header else "")
    body = text.markup
    if text.plain in {"✓", "✗"}:
        body = f'#text(font: "DejaVu Sans Mono")[{body}]'
    if cell.col == 0 and cell.row_span > 1 and grid.turned:
        body = f"#rotate(-90deg, reflow: true)[{body}]"
    if cell.header or cell.row in grid.bold:
        body = f"#strong[{body}]"
    return f"table.cell(x: {cell.col}, y: {cell.row}{spans})[{body}]"
