"""Tables of all sorts."""

from dataclasses import dataclass, field
from typing import Literal

from pages.generator.captions import captioned
from pages.generator.desk import Desk
from pages.generator.inline import Note, NoteBook, Rich, plain, quoted
from pages.generator.unit import Unit
from pages.generator.words import PLACES, number, percent, sentence
from pages.truth import Cell, Table

Look = Literal["ruled", "half", "booktabs", "shaded", "borderless", "outer"]
Kind = Literal["count", "percent", "change", "check", "money", "text"]
LOOKS: tuple[Look, ...] = ("ruled", "half", "booktabs", "shaded", "borderless", "outer")
GROUPED = 1 / 4
LABELS_MOST = 3  # columns of values that need no groups above them
MOST_NOTES = 3  # of a table
LONG_ROWS = (34, 60)


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

    def put(self, row: int, col: int, text: Rich, spans: tuple[int, int] = (1, 1)) -> None:
        """Set a cell."""
        self.rows = max(self.rows, row + spans[0])
        head = row < self.head
        self.cells.append((Cell(row, col, text.plain, *spans, header=head), text))


def table(desk: Desk, *, long: bool = False) -> Unit:
    """Return a table with its caption, unit note and notes."""
    notes = NoteBook(desk.rng, "table", "letters" if desk.chance(1 / 2) else "symbols", SOURCES)
    grid = _grid(desk, notes, long=long)
    truth = Table(
        grid.rows, len(grid.kinds), tuple(cell for cell, _ in sorted(grid.cells, key=_place))
    )
    body = _markup(desk, grid, repeat=desk.chance(3 / 4))
    unit = desk.unit("")
    below = _below(desk, notes)
    texts = [text for _, text in sorted(grid.cells, key=_place)]
    unit.tables.append(truth)
    above = ""
    lead: list[Rich] = []
    if desk.chance(1 / 4) and any(kind in {"count", "money"} for kind in grid.kinds):
        lead = [plain(f"({desk.rng.choice(desk.words.units)})")]
        above = f'#block(below: 0.5em, text(size: 0.85em, style: "italic")[{lead[0].markup}])\n'
    if desk.chance(5 / 6):
        captioned(desk, unit, ("table", f"{above}{body}"), [*lead, *texts], breakable=long)
    else:
        unit.markup = f"#block(breakable: {str(long).lower()}, width: 100%)[{above}{body}]"
        unit.say(*lead, *texts)
    _close(unit, below)
    return unit


SOURCES = (
    "Preliminary",
    "Joint Survey Unit, Household Survey",
    "Basin Council, Register of Wells",
    "NAVO, Quarterly Report",
    "Ministry of Works, Damage Register",
    "CLEARWAY, Round of Visits",
)


def _place(cell: tuple[Cell, Rich]) -> tuple[int, int]:
    return cell[0].row, cell[0].col


def _grid(desk: Desk, notes: NoteBook, *, long: bool) -> Grid:
    """Fill a table."""
    rng = desk.rng
    look = rng.choice(LOOKS)
    if desk.narrow:
        grid = Grid(look, _kinds(desk, rng.randint(1, 2)))
    else:
        grid = Grid(look, _kinds(desk, rng.randint(2, 6)))
    grouped_rows = desk.chance(GROUPED) and not long
    labels = 2 if grouped_rows and desk.chance(1 / 2) and not desk.narrow else 1
    grid.kinds = ["text"] * labels + grid.kinds
    _head(desk, grid, labels)
    count = rng.randint(*LONG_ROWS) if long else rng.randint(3, 9)
    if grouped_rows:
        _groups(desk, grid, labels, notes)
    else:
        for label in _labels(desk, count):
            _row(desk, grid, labels, label, notes)
    if desk.chance(1 / 2):
        grid.rules.add(grid.rows)
        grid.bold.add(grid.rows)
        row = grid.rows
        grid.put(row, 0, plain(desk.words.labels["total"]))
        for col in range(1, labels):
            grid.put(row, col, plain(""))
        for col in range(labels, len(grid.kinds)):
            grid.put(row, col, plain(_value(desk, grid.kinds[col], blanks=False)))
    return grid


def _kinds(desk: Desk, count: int) -> list[Kind]:
    every: tuple[Kind, ...] = ("count", "count", "count", "percent", "change", "check", "money")
    kinds = [desk.rng.choice(every) for _ in range(count)]
    if desk.chance(1 / 6) and not desk.narrow:
        kinds[-1] = "text"
    return kinds


def _head(desk: Desk, grid: Grid, labels: int) -> None:
    """Write the header: one row, or groups of columns above it."""
    rng, words = desk.rng, desk.words
    columns = len(grid.kinds) - labels
    names = rng.sample(words.columns, min(columns, len(words.columns)))
    first = words.labels[rng.choice(("sector", "district"))]
    stubs = [words.labels["subtotal"], first] if labels > 1 else [first]
    if labels > 1:
        stubs[0] = words.labels["plan"]
    halves = [span for span in _thirds(columns) if span[1] > 1] if columns > LABELS_MOST else []
    if not halves or desk.chance(1 / 2):
        grid.head = 1
        for col, name in enumerate([*stubs, *names]):
            grid.put(0, col, desk_marked_head(desk, name))
        return
    grid.head = 2
    year = rng.randint(2027, 2032)
    ruled = grid.look == "ruled"
    for col, stub in enumerate(stubs):
        if ruled:
            grid.put(0, col, plain(stub), (2, 1))
        else:
            grid.put(0, col, plain(""))
            grid.put(1, col, plain(stub))
    for at, (start, width) in enumerate(_thirds(columns)):
        grid.put(0, labels + start, plain(str(year + at)), (1, width))
        for offset in range(width):
            grid.put(1, labels + start + offset, plain(names[offset]))


def desk_marked_head(desk: Desk, name: str) -> Rich:
    """Return a column's name, now and then with the mark of a foot note."""
    return desk.marked(name, 0.03)


def _thirds(columns: int) -> list[tuple[int, int]]:
    """Return spans of two or three columns that make up all of them."""
    width = 3 if columns % 3 == 0 else 2
    spans = [(start, width) for start in range(0, columns - columns % width, width)]
    if columns % width:
        start, last = spans[-1]
        spans[-1] = (start, last + columns % width)
    return spans


def _labels(desk: Desk, count: int) -> list[str]:
    """Return the labels of rows, no two alike."""
    words, rng = desk.words, desk.rng
    pool = [s.capitalize() for s in words.sectors] + list(PLACES)
    if count > len(pool):
        pool = [
            f"{place} {words.labels[way]}" for place in PLACES for way in ("north", "south", "east")
        ]
    rng.shuffle(pool)
    if desk.chance(1 / 4):
        pool[0] = (
            f"{pool[0]} ({rng.choice(words.groups)} {words.labels['in']} {rng.choice(PLACES)})"
        )
    return pool[:count]


def _row(desk: Desk, grid: Grid, labels: int, label: str, notes: NoteBook) -> None:
    """Add a row of values."""
    row = grid.rows
    if grid.look != "ruled" or labels == 1 or not _covered(grid, row, 0):
        for col in range(labels - 1):
            if not _covered(grid, row, col):
                grid.put(row, col, plain(""))
    grid.put(row, labels - 1, _noted(desk, plain(label), notes))
    for col in range(labels, len(grid.kinds)):
        value = plain(_value(desk, grid.kinds[col], blanks=True))
        grid.put(row, col, _noted(desk, value, notes) if value.plain else value)


def _covered(grid: Grid, row: int, col: int) -> bool:
    return any(
        cell.row <= row < cell.row + cell.row_span and cell.col <= col < cell.col + cell.col_span
        for cell, _ in grid.cells
    )


def _noted(desk: Desk, text: Rich, notes: NoteBook) -> Rich:
    """Give a cell a mark now and then, at most three in a table."""
    if len(notes.used) < MOST_NOTES and desk.chance(0.03):
        note: Note | None = notes.note()
        if note is not None:
            return Rich((*text.parts, note))
    return text


def _groups(desk: Desk, grid: Grid, labels: int, notes: NoteBook) -> None:
    """Add groups of rows, named by a row of their own or by a first column."""
    names = desk.rng.sample(desk.words.topics, desk.rng.randint(2, 3))
    rows = _labels(desk, 12)
    width = len(grid.kinds)
    for name in names:
        count = desk.rng.randint(2, 4)
        start = grid.rows
        grid.rules.add(start)
        if labels == 1:
            grid.bold.add(start)
            _name_row(grid, start, name, width)
            start = grid.rows
        elif grid.look == "ruled":
            grid.put(start, 0, plain(name), (count, 1))
            grid.rows = start
        for at in range(count):
            if labels > 1 and grid.look != "ruled" and at == 0:
                grid.put(start, 0, plain(name))
                grid.rows = start
            _row(desk, grid, labels, rows.pop(), notes)


def _name_row(grid: Grid, row: int, name: str, width: int) -> None:
    """Write the name of a group: over all columns where rules show it, else in the first."""
    if grid.look == "ruled":
        grid.put(row, 0, plain(name), (1, width))
        return
    for col in range(width):
        grid.put(row, col, plain(name if col == 0 else ""))


def _value(desk: Desk, kind: Kind, *, blanks: bool) -> str:
    """Return a value of a kind, or one of the ways to have none."""
    rng, words = desk.rng, desk.words
    if blanks and kind != "text" and desk.chance(0.08):
        return rng.choice(("", "–", "n/a", "TBC", "0", "-"))
    count = number(words, rng.choice((rng.randint(2, 980), rng.randint(1_000, 940_000))))
    change = number(words, rng.randint(12, 9_800))
    return {
        "count": count,
        "percent": percent(words, rng) if desk.chance(1 / 2) else str(rng.randint(2, 98)),
        "change": f"({change})" if desk.chance(1 / 3) else change,
        "check": rng.choice(("✓", "✗", "✓")),
        "money": f"{rng.randint(1, 380)}{words.decimal}{rng.randint(0, 9)}",
        "text": sentence(words, rng) if desk.chance(1 / 3) else rng.choice(words.topics),
    }[kind]


def _markup(desk: Desk, grid: Grid, *, repeat: bool) -> str:
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
    return (
        f"#text(size: {size}em)[#set par(justify: false)\n#table(columns: ({', '.join(fixed)},), "
        f"align: ({sides},), inset: {_inset(desk, grid)}, {_lines(desk, grid)}\n"
        f"table.header(repeat: {str(repeat).lower()}, {', '.join(head)}{_mid(grid)}),\n"
        + ",\n".join([*body, *_body_rules(grid)])
        + ")]"
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
    if cell.header or cell.row in grid.bold:
        body = f"#strong[{body}]"
    return f"table.cell(x: {cell.col}, y: {cell.row}{spans})[{body}]"


def _below(desk: Desk, notes: NoteBook) -> list[Note | Rich]:
    """Return what stands below a table: its notes, a remark, its source."""
    found: list[Note | Rich] = list(notes.used)
    labels = desk.words.labels
    if desk.chance(1 / 5):
        found.append(plain(f"{labels['note']}: {labels['rounded']}"))
    if desk.chance(1 / 4):
        found.append(plain(f"{labels['source']}: {desk.rng.choice(SOURCES[1:])}, 2031."))
    return found


def _close(unit: Unit, below: list[Note | Rich]) -> None:
    """Print what stands below a table."""
    for line in below:
        markup = (
            f"#super({quoted(line.label)}) #{quoted(line.text)}"
            if isinstance(line, Note)
            else line.markup
        )
        unit.markup += f"\n#block(above: 0.55em, below: 0.55em, text(size: 0.78em)[{markup}])"
        unit.order.append(line.text if isinstance(line, Note) else line.plain)
    if below:
        unit.markup = f"{unit.markup}\n#v(0.5em)"
