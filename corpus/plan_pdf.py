"""Where the words of the plan stand on the pages of the PDF.

The glyphs are read in the order in which they were printed, and the content is looked up in them:
notes and furniture first, then line by line in the content's order, over what is left. White space
and hyphens do not count, since a printed line may end at either. What floats to the head or foot of
a page is printed before or after what it interrupts: it is looked up on its own, and an interrupted
line is put together from its two parts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

import pypdfium2 as pdfium
from plan_content import Block, Line, Plan
from plan_places import LooseDigits
from pypdfium2 import raw

from schemas.base import BoxPiece, Piece
from schemas.extraction import LedgerStatus

UNCOUNTED = frozenset("-\u00ad\u0002")  # PDFium gives a hyphen at a line's end as U+0002
LINE_STEP_PT = 3.0  # a glyph this far to the left of the one before begins a new line
SHORTEST_PART = 12  # glyphs; fewer, printed apart from their line, could be anybody's

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character and its tight box."""

    character: str
    page: int
    box: Box


class PdfPlaces:
    """Finds the content in the printed form."""

    spans_are_lost = False

    def __init__(self, plan: Plan, pdf: bytes) -> None:
        self.glyphs = list(_glyphs(pdf))
        self.free = [True] * len(self.glyphs)
        self.words: dict[str, list[Glyph | None]] = {}
        self.marks: dict[str, list[list[Glyph]]] = {}
        self.blocks: dict[str, list[Glyph]] = {}
        self.loose: list[tuple[list[Glyph | None], LedgerStatus]] = []
        self._take_furniture(plan)
        for note in plan.footnotes:
            self._take_note(note.label, note.line)
        before = cursor = floating = 0
        for block in plan.blocks:
            if block.fields.get("floats"):
                floating = self._take_block(block, max(before, floating))
            else:
                before, cursor = cursor, self._take_block(block, cursor)
        self._take_repeated_headers(plan)

    # ------------------------------------------------------------ answers

    def of_words(self, line: str, start: int, end: int) -> tuple[Piece, ...]:
        """Where characters `[start, end)` of a line are printed, one box a line."""
        return _boxes(glyph for glyph in self.words[line][start:end] if glyph)

    def of_block(self, name: str) -> tuple[Piece, ...]:
        """Where a table (one box a page) or a footnote (one box a line) is printed."""
        glyphs = self.blocks[name]
        if name.startswith("note-"):
            return _boxes(glyphs)
        return tuple(
            _union(page, list(on_page)) for page, on_page in groupby(glyphs, lambda g: g.page)
        )

    def of_marks(self, note: str) -> tuple[Piece, ...]:
        """Where the marks of a footnote are printed."""
        return tuple(piece for mark in self.marks.get(note, ()) for piece in _boxes(mark))

    def loose_digits(self) -> Iterator[LooseDigits]:
        """Marks, labels, running heads, page numbers and repeated table headers."""
        for glyphs, status in self.loose:
            for is_digit, group in groupby(glyphs, _is_digit):
                run = [glyph for glyph in group if glyph]
                if is_digit:
                    digits = "".join(glyph.character for glyph in run)
                    yield _boxes(run)[0], digits, status

    # ------------------------------------------------------------ looking up

    def _take_block(self, block: Block, cursor: int) -> int:
        taken: list[Glyph] = []
        for line in block.all_lines():
            cursor = self._take_line(line, cursor)
            taken.extend(glyph for glyph in self.words.get(line.id, ()) if glyph)
        self.blocks[block.id] = taken
        return cursor

    def _take(self, text: str, cursor: int) -> list[int]:
        """Take the glyphs of a text, the first free ones from `cursor` on, else from the start."""
        wanted = "".join(c for c in text if not c.isspace() and c not in UNCOUNTED)
        left = [
            index
            for index, glyph in enumerate(self.glyphs)
            if self.free[index] and glyph.character not in UNCOUNTED
        ]
        printed = "".join(self.glyphs[index].character for index in left)
        since = sum(index < cursor for index in left)
        at = printed.find(wanted, since)
        at = printed.find(wanted) if at < 0 else at
        if at < 0:
            fits = _longest_start(wanted, printed)
            if fits < SHORTEST_PART:
                message = f"not printed: {text!r}"
                raise ValueError(message)
            first = self._take(wanted[:fits], cursor)
            return first + self._take(wanted[fits:], first[-1])
        indexes = left[at : at + len(wanted)]
        for index in indexes:
            self.free[index] = False
        return indexes

    def _take_line(self, line: Line, cursor: int) -> int:
        printed = "".join(run.text for run in line.runs)
        if not printed:
            return cursor
        indexes = self._take(printed, cursor)
        supply = (self.glyphs[index] for index in indexes)
        for run in line.runs:
            glyphs = _spread(run.text, supply)
            if run.in_text:
                self.words.setdefault(line.id, []).extend(glyphs)
            elif run.kind == "mark":
                self.marks.setdefault(run.text, []).append([g for g in glyphs if g])
                self.loose.append((glyphs, "footnote_marker"))
        return indexes[-1]

    def _take_note(self, label: str, line: Line) -> None:
        indexes = self._take(label + line.text, 0)
        glyphs = [self.glyphs[index] for index in indexes]
        supply = iter(glyphs)
        self.blocks[line.id] = glyphs
        self.loose.append((_spread(label, supply), "footnote_marker"))
        self.words[line.id] = _spread(line.text, supply)

    def _take_furniture(self, plan: Plan) -> None:
        pages = {glyph.page for glyph in self.glyphs}
        for page in sorted(pages):
            if page < plan.first_numbered_page:
                continue
            on_page = [index for index, glyph in enumerate(self.glyphs) if glyph.page == page]
            for text, cursor in (
                (plan.running_head(page), on_page[0]),
                (str(page), on_page[-len(str(page))]),
            ):
                self._take_furniture_text(text, cursor)

    def _take_furniture_text(self, text: str, cursor: int) -> None:
        supply = (self.glyphs[index] for index in self._take(text, cursor))
        self.loose.append((_spread(text, supply), "furniture"))

    def _take_repeated_headers(self, plan: Plan) -> None:
        """Take what a table that runs on prints again at the head of its next page."""
        for block in plan.blocks:
            pages = {glyph.page for glyph in self.blocks[block.id]}
            for _ in range(len(pages) - 1 if block.kind == "table" else 0):
                for cell in block.rows[0]:
                    self._take_furniture_text(cell.text, 0)


def _glyphs(pdf: bytes) -> Iterator[Glyph]:
    document = pdfium.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        height = page.get_height()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(text, index))
            if raw.FPDFText_IsGenerated(text, index) == 1 or character.isspace():
                continue
            left, bottom, right, top = text.get_charbox(index)
            box = (left, height - top, right, height - bottom)
            yield Glyph(character, number, box)
    document.close()


def _longest_start(wanted: str, printed: str) -> int:
    """How many characters of `wanted`, from its start on, are printed together somewhere."""
    ends = range(1, len(wanted) + 1)
    return sum(1 for _ in takewhile(lambda end: wanted[:end] in printed, ends))


def _is_digit(glyph: Glyph | None) -> bool:
    return glyph is not None and glyph.character.isdecimal()


def _spread(text: str, supply: Iterator[Glyph]) -> list[Glyph | None]:
    """The glyph of each character of a text; None where a character does not count."""
    return [None if c.isspace() or c in UNCOUNTED else next(supply) for c in text]


def _boxes(glyphs: Iterable[Glyph]) -> tuple[Piece, ...]:
    """One box a printed line."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if lines and _same_line(lines[-1], glyph):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return tuple(_union(line[0].page, line) for line in lines)


def _same_line(line: list[Glyph], glyph: Glyph) -> bool:
    top = min(known.box[1] for known in line)
    bottom = max(known.box[3] for known in line)
    onward = glyph.box[0] > line[-1].box[2] - LINE_STEP_PT
    level = glyph.box[1] < bottom and glyph.box[3] > top
    # A letter high beside the one before it stands on the first line beside a tall capital.
    high = glyph.character.isalpha() and glyph.box[3] < (top + bottom) / 2
    return glyph.page == line[-1].page and onward and level and not high


def _union(page: int, glyphs: list[Glyph]) -> BoxPiece:
    lefts, tops, rights, bottoms = zip(*(glyph.box for glyph in glyphs), strict=True)
    return BoxPiece(
        page=page,
        bbox=(
            round(min(lefts), 2),
            round(min(tops), 2),
            round(max(rights), 2),
            round(max(bottoms), 2),
        ),
    )
