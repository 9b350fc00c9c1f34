"""Lines of a dump made ready: stripped, blank lines counted, set close or apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from extractor.mapped import Mapped
from extractor.readers.source import DumpLine
from extractor.segment.dump import shape

WIDTH_WINDOW = 24  # lines to each side that tell how wide the text is set
WIDTH_STEP = 8  # lines that share one look at their neighbourhood
FULL = 0.72  # of the width: a line that long was broken because the next word did not fit
MIN_DOUBLE_SPACED = 4  # lines with a blank between each two, before they count as double-spaced
FEW = 10  # lines, of which the longest tells the width
MIN_BLOCK = 3  # lines of running text that tell their own width
RUN_ON_SHARE = 0.4  # of the line pairs of a double-spaced text go on in the middle of a sentence

TAB_STOP = 8


@dataclass(slots=True, eq=False)
class Line:
    """A line with text on it."""

    text: str
    """Without white space at its ends."""
    mapped: Mapped
    indent: int
    """Columns of white space before it."""
    gap: int
    """Number of blank lines before it."""
    page: int
    number: int
    """Line of the file, from 0."""
    close: bool = False
    """Whether it is set close to the line before: no blank line between, or only double spacing."""
    barrier: bool = False
    """Whether something that is not body text (a note, a page break) stood right before it."""
    sheet: int = 0
    """Number of the page by form feeds, page numbers and link lists together, from 0."""
    width: int = 0
    """How wide the text around it is set, in characters."""
    entry: int = 0
    """Of the first line of an entry of the contents its level; -1 of the entry's other lines."""
    listed: int = 0
    """Of the first line of a heading that the contents list, its level there."""
    listed_lines: int = 0
    """How many lines that heading has."""
    split: bool = False
    """Whether it is a part of a line of the file: a column, a cell."""
    goes_on: bool = False
    """Whether it is a further line of a label that is set in a grid of key figures."""

    def full(self) -> bool:
        """Say whether the line is about as long as its neighbours: broken for want of room."""
        return len(self.text) >= FULL * self.width

    def part(self, start: int, end: int | None = None) -> "Line":
        """Return a stretch of the line as a line of its own."""
        kept = stripped(self.mapped[start:end])
        lead = len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return replace(
            self, text=kept.text, mapped=kept, indent=self.indent + start + lead, split=True
        )

    def rest(self, start: int) -> "Line":
        """Return the line without its beginning: a label or a bullet."""
        return replace(self.part(start), split=self.split)

    def follows(self, before: "Line") -> bool:
        """Say whether nothing but white space stands between a line and this one in the file."""
        whole = not (self.split or before.split or self.barrier)
        return whole and self.number == before.number + self.gap + 1


def stripped(mapped: Mapped) -> Mapped:
    """Return a text without white space at its ends; the same object where there is none."""
    text = mapped.text
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return mapped
    return mapped.strip()


def from_source(source: Sequence[DumpLine]) -> list[Line]:
    """Return the lines that have text, in order of the file."""
    lines: list[Line] = []
    gap = 0
    for given in source:
        mapped = stripped(given.text)
        if not mapped.text:
            gap += 1
            continue
        indent = _columns(given.text.text[:200])
        lines.append(Line(mapped.text, mapped, indent, gap, given.page, given.number))
        gap = 0
    return lines


def _columns(head: str) -> int:
    blank = head[: len(head) - len(head.lstrip())]
    return len(blank.expandtabs(TAB_STOP))


def measure(lines: Sequence[Line]) -> None:
    """Set for each line how wide the text around it is, and whether it is close to the last."""
    for i, width in enumerate(_widths([len(line.text) for line in lines])):
        lines[i].width = width
    _set_close(lines)
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or not lines[i].close:
            _set_own_width(lines[first:i])
            first = i


def _widths(lengths: Sequence[int]) -> list[int]:
    """Return for each of the lengths a high value of its neighbourhood."""
    widths: list[int] = []
    for first in range(0, len(lengths), WIDTH_STEP):
        around = sorted(lengths[max(0, first - WIDTH_WINDOW) : first + WIDTH_STEP + WIDTH_WINDOW])
        own = min(WIDTH_STEP, len(lengths) - first)
        high = (len(around) * 4) // 5 if len(around) >= FEW else -1
        widths += [around[high]] * own
    return widths


def _set_own_width(block: Sequence[Line]) -> None:
    """Measure a block of running text by itself: a narrow column may stand beside wide text."""
    running = sum(shape.starts_lower(line.text) for line in block[1:])
    if len(block) < MIN_BLOCK or running < RUN_ON_SHARE * (len(block) - 1):
        return
    for line, width in zip(block, _widths([len(line.text) for line in block]), strict=True):
        line.width = width


def _set_close(lines: Sequence[Line]) -> None:
    run: list[int] = []
    for i, line in enumerate(lines):
        line.close = i > 0 and line.gap == 0 and line.page == lines[i - 1].page
        if i and line.gap == 1 and line.page == lines[i - 1].page:
            run.append(i)
            continue
        _close_double_spaced(lines, run)
        run = []
    _close_double_spaced(lines, run)


def _close_double_spaced(lines: Sequence[Line], run: Sequence[int]) -> None:
    """Set close the lines of a run with one blank before each, where sentences run on over them."""
    if len(run) < MIN_DOUBLE_SPACED:
        return
    running = sum(runs_on(lines[i - 1], lines[i]) for i in run)
    if running >= RUN_ON_SHARE * len(run):
        for i in run:
            lines[i].close = True


def runs_on(before: Line, after: Line) -> bool:
    """Say whether a sentence surely goes on from one line to the next."""
    if shape.ends_sentence(before.text) or not before.full():
        return False
    return shape.starts_lower(after.text) or shape.ends_open(before.text)


WORD = regex.compile(r"\S++")


def next_word_fits(before: Line, after: Line, share: float = 0.85) -> bool:
    """Say whether the next line's first word had room on the line: it ends on purpose."""
    word = WORD.match(after.text)
    more = len(word[0]) if word else 0
    return len(before.text) + 1 + more < share * before.width
