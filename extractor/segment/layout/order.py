"""What is brought into reading order, and the columns that come of it."""

from dataclasses import dataclass, field

from extractor.readers.source import Box
from extractor.segment.layout.charts.finding import Chart
from extractor.segment.layout.keyfigures.values import KeyFigure
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import Note
from extractor.segment.layout.tables.cells import Table


@dataclass(slots=True, eq=False)
class Fixed:
    """Something that is read as a unit: a table, a note, a key figure, a chart, a box."""

    box: Box
    table: Table | None = None
    note: Note | None = None
    figure: KeyFigure | None = None
    chart: Chart | None = None
    inner: list["Region"] = field(default_factory=list)
    """Of a box its columns."""
    held: list["Item"] = field(default_factory=list)
    """Of a table and its caption, or of a map, what is tied together, from top to bottom."""
    size: float = 0.0
    picture: bool = False
    """Whether it is a picture, which takes its place and holds no text."""


Item = Line | Fixed


@dataclass(slots=True, eq=False)
class Region:
    """Items of one column, from top to bottom."""

    items: list[Item] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    page: int = 0
    boxed: bool = False
    """Whether it stands in a box of its own."""


def is_unit(item: Item) -> bool:
    """Whether an item is a box with columns of its own."""
    return isinstance(item, Fixed) and bool(item.inner)


def is_box(item: Item) -> bool:
    """Whether an item is a box with columns of its own, or a picture."""
    return is_unit(item) or (isinstance(item, Fixed) and item.picture)
