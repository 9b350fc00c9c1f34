"""Tables of all sorts."""

from pages.generator.captions import Thing, captioned
from pages.generator.desk import Desk
from pages.generator.grid import Grid, Kind, Look, markup
from pages.generator.inline import Note, NoteBook, Rich, plain, quoted
from pages.generator.unit import Unit
from pages.generator.words import PLACES, number, percent, sentence
from pages.truth import Cell, Table

LOOKS: tuple[Look, ...] = ("ruled", "half", "booktabs", "shaded", "borderless", "outer")
GROUPED = 1 / 4
LABELS_MOST = 3  # columns of values that need no groups above them
MOST_NOTES = 3  # of a table
LONG_ROWS = (34, 60)


def table(desk: Desk, *, long: bool = False) -> Unit:
    """Return a table with its caption, unit note and notes."""
    notes = NoteBook(desk.rng, "table", "letters" if desk.chance(1 / 2) else "symbols", SOURCES)
    grid = _grid(desk, notes, long=long)
    truth = Table(
        grid.rows, len(grid.kinds), tuple(cell for cell, _ in sorted(grid.cells, key=_place))
    )
    body = markup(desk, grid)
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
        note = lead[0].plain if lead else None
        captioned(desk, unit, Thing("table", f"{above}{body}", [*lead, *texts], long, note))
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
            kind = grid.kinds[col]
            blank = kind in {"check", "text"}
            grid.put(row, col, plain("" if blank else _value(desk, kind, blanks=False)))
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
            grid.turned = desk.style.side_label
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
