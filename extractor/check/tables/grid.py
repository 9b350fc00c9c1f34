"""A table as lines that can be added up: its rows, or its columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from extractor.check.intervals import Term, term
from extractor.check.words import counts_once, is_change, is_missing, is_unsummed, role
from schemas.document import Table, TableCell
from schemas.figure import Figure

ADDED = ("money", "count", "measure", "percent")  # kinds whose values can be parts of a sum
BULLETS = "-–—•▪◦·*→"  # before the label of a line that is a part of the line above it
MIN_REPEATED = 4  # letters of a name that closes what it opened
MIN_CAPITALS = 3  # letters; two may be an abbreviation
PERIOD = regex.compile(
    r"^ (?P<first> (?:19|20)\d\d ) \s? [-–—/] \s? (?P<last> (?:19|20)\d\d ) $", regex.X
)
MAX_PERIOD = 12  # years
MAX_MARK = 20  # characters of what stands for a value that is not told
SIGNS = "+-−–("
MAX_CELLS = 20_000  # of one table; a larger one is data, not a table of a plan


@dataclass(frozen=True, slots=True)
class Held:
    """A number in a cell."""

    figure: Figure
    term: Term
    measured_in: tuple[str, str | None] = field(init=False)
    """What must be equal for two numbers to be added; what is counted may differ."""

    def __post_init__(self) -> None:
        kind = self.figure.kind
        object.__setattr__(
            self, "measured_in", (kind, None if kind == "count" else self.figure.unit)
        )


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell with digits that are not one plain number: what it adds to a sum is not known."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A cell that tells that its value is not available, or held back: it adds nothing or more."""


UNREAD, MISSING = Unread(), Missing()
Content = Held | Unread | Missing | None
"""What a cell adds to a sum; None for a blank, a dash or a word."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: what it is called, and what it holds where it meets each track."""

    label: str
    role: str
    """total, net, memo, leaf, group for a line that sums up those after it, or head for one that
    only names them."""
    group: str
    """What is printed over several columns; empty where nothing is."""
    cells: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table seen in one direction: lines are added up along the tracks that cross them."""

    table: Table
    lines: tuple[Line, ...]
    tracks: tuple[int, ...]
    """Positions in a line where values are added up."""
    called: tuple[str, ...]
    """What each track is called."""
    down: bool
    """Whether lines are rows, so that a column's values are added up."""


def grids(table: Table, figures: dict[tuple[int, int], list[Figure]]) -> Iterator[Grid]:
    """Yield a table by rows, then by columns; nothing for one that is too large or holds none."""
    if not figures or max(table.n_rows, 1) * max(table.n_cols, 1) > MAX_CELLS:
        return
    content = _contents(table, figures)
    held = [at for at, cell in content.items() if isinstance(cell, Held)]
    first, numbers = min(held, default=(0, 0))[0], sorted({col for _, col in held})
    labels = _labels_of_rows(table, content)
    heads, groups = _labels_of_columns(table, first)
    opened = first - 1  # the row that names the first lines is one of the table's lines, too
    body = sorted(row for row in labels.keys() | {row for row, _ in content} if row >= opened)
    across = [
        _row(table, row, labels.get(row, ""), [content.get((row, c)) for c in numbers])
        for row in body
    ]
    across = _closed(_grouped(across))
    summed = [
        at
        for at, col in enumerate(numbers)
        if _adds_up(heads.get(col, ""), [content.get((row, col)) for row in body])
    ]
    yield Grid(
        table, tuple(across), tuple(summed), tuple(heads.get(c, "") for c in numbers), down=True
    )
    down = []
    periods = _periods(heads)
    for col in numbers:
        head = heads.get(col, "")
        says = "total" if col in periods else role(head) if head else "leaf"
        cells = tuple(content.get((row, col)) for row in body)
        down.append(Line(head, says, groups.get(col, ""), cells))
    kept = [
        at
        for at, row in enumerate(body)
        if _adds_up(labels.get(row, ""), [content.get((row, col)) for col in numbers])
    ]
    yield Grid(table, tuple(down), tuple(kept), tuple(labels.get(r, "") for r in body), down=False)


def _adds_up(label: str, cells: Sequence[Content]) -> bool:
    """Say whether values under a label are added up: amounts by which others changed are."""
    if not is_change(label):
        return not is_unsummed(label)
    held = [cell for cell in cells if isinstance(cell, Held)]
    # Bare numbers may tell how far apart two values are, and not which is the larger.
    signed = any(cell.figure.anchor.quote.lstrip()[:1] in SIGNS for cell in held)
    kinds = {cell.figure.kind for cell in held}
    return kinds == {"money"} and signed and not is_unsummed(label)


def _row(table: Table, row: int, label: str, cells: Sequence[Content]) -> Line:
    says = "total" if row in table.total_rows and not counts_once(label) else role(label)
    return Line(label, says if any(cells) else "head", "", tuple(cells))


def _grouped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, with those that stand over others by how their labels are printed.

    In capitals over lines that are not, or over lines with a bullet.
    """
    labels = [line.label for line in lines if line.role == "leaf"]
    bulleted = [label for label in labels if label[:1] in BULLETS and label[:1]]
    if bulleted:
        over = set(labels) - set(bulleted)
    else:
        over = {label for label in labels if _in_capitals(label)}
    if not over or len(over) == len(set(labels)):
        return list(lines)
    return [
        replace(line, role="group") if line.role == "leaf" and line.label in over else line
        for line in lines
    ]


def _closed(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, with those as totals that repeat the name over the lines before them."""
    found: list[Line] = []
    opened = ""
    for line in lines:
        if line.role == "head":
            opened = line.label
        elif line.role == "leaf" and _is_repeated(line.label, opened):
            line = replace(line, role="total")  # noqa: PLW2901  # as it is from here on
            opened = ""
        found.append(line)
    return found


def _is_repeated(label: str, opened: str) -> bool:
    """Say whether a label is the one that opened the lines, perhaps cut short.

    >>> _is_repeated("621 Workers", "621 Workers Compensation"), _is_repeated("Water", "Wages")
    (True, False)
    """
    return len(label) >= MIN_REPEATED and opened.startswith(label)


def _in_capitals(label: str) -> bool:
    return label.isupper() and sum(map(str.isalpha, label)) >= MIN_CAPITALS


def _periods(heads: Mapping[int, str]) -> set[int]:
    """Return the columns whose head is a period of which every year heads a column.

    >>> _periods({1: "2031", 2: "2032", 3: "2031–2032", 4: "2032-2033"})
    {3}
    """
    years = set(heads.values())
    found = set()
    for col, head in heads.items():
        match = PERIOD.match(head)
        if match is None:
            continue
        first, last = int(match["first"]), int(match["last"])
        if 0 < last - first < MAX_PERIOD and years >= {str(y) for y in range(first, last + 1)}:
            found.add(col)
    return found


def _contents(
    table: Table, figures: dict[tuple[int, int], list[Figure]]
) -> dict[tuple[int, int], Content]:
    found: dict[tuple[int, int], Content] = {}
    for cell in table.cells:
        if cell.header is not None or not cell.text:
            continue
        if any(map(str.isdigit, cell.text)):
            found[cell.row, cell.col] = _content(cell, figures.get((cell.row, cell.col), ()))
        elif len(cell.text) <= MAX_MARK and is_missing(cell.text):
            found[cell.row, cell.col] = MISSING
    return found


def _content(cell: TableCell, figures: Sequence[Figure]) -> Content:
    """Return what a cell adds: its one number, if that is all that its digits say.

    A share in brackets behind a number tells of what it is, and adds nothing.
    """
    own = figures[:1] if share_beside(cell, figures) is not None else figures
    if len(own) != 1:
        return UNREAD
    (figure,) = own
    digits = sum(sum(map(str.isdigit, each.anchor.quote)) for each in figures)
    read = term(figure.value, figure.precision) if figure.kind in ADDED else None
    signed = figure.anchor.quote.startswith("+")  # in a table a sign, elsewhere `at least`
    plainly = (figure.modifier is None or signed) and figure.per is None
    if read is None or not plainly or sum(map(str.isdigit, cell.text)) != digits:
        return UNREAD
    return Held(figure, read)


def share_beside(cell: TableCell, figures: Sequence[Figure]) -> Figure | None:
    """Return the share in brackets behind the one number of a cell: `63 (18.5%)`."""
    if len(figures) != 2 or figures[0].kind == "percent" or figures[1].kind != "percent":  # noqa: PLR2004  # a number and its share
        return None
    number, share = (figure.anchor.quote for figure in figures)
    printed_as = "".join(cell.text.split())
    both = (f"{number}({share})", f"{number}[{share}]")
    return figures[1] if printed_as in ("".join(each.split()) for each in both) else None


def _labels_of_rows(table: Table, content: dict[tuple[int, int], Content]) -> dict[int, str]:
    """Return of each row below the headers the first text that is no number of it."""
    found: dict[int, str] = {}
    for cell in table.cells:
        named = cell.text and cell.header != "column" and cell.row not in found
        if named and not isinstance(content.get((cell.row, cell.col)), Held):
            found[cell.row] = cell.text
    return found


def _labels_of_columns(table: Table, first: int) -> tuple[dict[int, str], dict[int, str]]:
    """Return of each column its lowest head, and what is printed over it and others.

    What stands in a column before its first number heads it, also where no one marked it so.
    """
    texts: dict[int, str] = {}
    groups: dict[int, str] = {}
    for cell in table.cells:
        unmarked = cell.header != "column" and (cell.row >= first or cell.col_span > 1)
        if unmarked or not cell.text:
            continue
        for col in range(cell.col, min(cell.col + cell.col_span, table.n_cols)):
            texts[col] = cell.text
            if cell.col_span > 1:
                groups[col] = f"{cell.text} {cell.col}"
    return texts, groups
