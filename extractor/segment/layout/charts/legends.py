"""Legends: small samples of colour, each with the name of what is drawn in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.readers.geometry import around
from extractor.readers.source import Box, PdfPage, Shape, Word
from extractor.segment.layout.lines import Line

SMALLEST_PT, LARGEST_PT = 2.5, 24.0  # the sides of a sample
TALLEST = 1.4  # type sizes of the name beside it: a sample is no taller
NAME_GAP = 1.2  # type sizes between a sample and its name at most
WORD_GAP = 0.8  # type sizes between two words of a name on one line at most
ROW_GAP = 12.0  # type sizes between the name of one entry and the sample of the next, in a row
COLUMN_GAP = 1.5  # the same downwards, in a column
SAME_LEFT_PT = 2.0
MOST_SAMPLES = 60  # on a page; more are the marks of a map or a plot
LEAST_ENTRIES = 2


@dataclass(slots=True, eq=False)
class Entry:
    """An entry of a legend."""

    color: str
    sample: Box
    name: Line

    @property
    def box(self) -> Box:
        """Around the sample and the name."""
        return around((self.sample, self.name.box))


Legend = list[Entry]


def legends(page: PdfPage, lines: Sequence[Line]) -> list[Legend]:
    """Return the legends of a page of which each colour has one name."""
    samples = [shape for shape in page.shapes if _may_be_sample(shape)]
    if not LEAST_ENTRIES <= len(samples) <= MOST_SAMPLES:
        return []
    if len({shape.color for shape in samples}) < LEAST_ENTRIES:
        return []
    entries = list(_entries(samples, lines))
    return [legend for legend in _groups(entries) if _is_clear(legend)]


def _may_be_sample(shape: Shape) -> bool:
    x0, y0, x1, y1 = shape.box
    small = min(x1 - x0, y1 - y0) >= SMALLEST_PT and max(x1 - x0, y1 - y0) <= LARGEST_PT
    return small and shape.color is not None and shape.kind != "image"


def _entries(samples: Sequence[Shape], lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the samples that a name stands right of."""
    boxes = [shape.box for shape in samples]
    for sample in samples:
        for line in lines:
            name = _name(sample.box, line, boxes)
            if name and sample.color is not None:
                raised = {word.glyph for word in name} & line.raised
                yield Entry(sample.color, sample.box, Line.of(name, line.page, raised))
                break


def _name(sample: Box, line: Line, others: Sequence[Box]) -> list[Word]:
    """Return the words of a line right of a sample, up to the next sample or wide white."""
    middle = (sample[1] + sample[3]) / 2
    if not line.top <= middle <= line.bottom or sample[3] - sample[1] > TALLEST * line.size:
        return []
    level = [box[0] for box in others if line.top <= (box[1] + box[3]) / 2 <= line.bottom]
    stop = min((left for left in level if left > sample[2]), default=float("inf"))
    reach = sample[2] + NAME_GAP * line.size
    name: list[Word] = []
    for word in sorted(line.words, key=lambda word: word.box[0]):
        if sample[2] - 1 <= word.box[0] <= reach and word.box[0] < stop:
            name.append(word)
            reach = word.box[2] + WORD_GAP * line.size
    return name if any(c.isalpha() for word in name for c in word.text) else []


def _groups(entries: Sequence[Entry]) -> list[Legend]:
    """Return the entries that stand in one row or column, or in several of one block."""
    groups: list[Legend] = []
    for entry in sorted(entries, key=lambda entry: (entry.box[1], entry.box[0])):
        near = [group for group in groups if any(_is_next(other, entry) for other in group)]
        merged = [*(one for group in near for one in group), entry]
        groups = [group for group in groups if group not in near] + [merged]
    return groups


def _is_next(one: Entry, other: Entry) -> bool:
    """Whether two entries stand side by side, or one right below the other."""
    a, b, size = one.box, other.box, other.name.size
    if abs(a[1] + a[3] - b[1] - b[3]) < size:
        return max(a[0], b[0]) - min(a[2], b[2]) < ROW_GAP * size
    apart = max(a[1], b[1]) - min(a[3], b[3])
    return abs(one.sample[0] - other.sample[0]) < SAME_LEFT_PT and apart < COLUMN_GAP * size


def _is_clear(legend: Legend) -> bool:
    """Whether a legend has several entries, and each colour one name."""
    return len(legend) >= LEAST_ENTRIES and len({entry.color for entry in legend}) == len(legend)
