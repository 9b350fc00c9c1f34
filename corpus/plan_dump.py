"""The text dump: the plan's pages as a PDF-to-text tool gives them, in reading order.

Running heads and page numbers stand in the text, words are cut at line ends, footnotes interrupt
the body at the foot of their column with marks glued to the words, and the addresses behind
links are listed at the end of the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from plan_content import Block, Footnote, Line, Plan
from plan_sheet import Sheet

PAGE_WIDTH = 96  # characters a line
COLUMN_WIDTH = 50
COLUMN_PARTS = frozenset({"context"})
CELL_GAP = 3  # spaces between the columns of a table


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character to be written, a whole footnote mark, or the end of a column or page."""

    kind: str
    text: str


@dataclass(slots=True)
class _Page:
    number: int = 1
    pending: list[Footnote] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)
    addresses: list[str] = field(default_factory=list)


class DumpWriter:
    """Writes a plan page by page."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.sheet = Sheet()
        self.page = _Page()
        self.width = PAGE_WIDTH
        self.notes = {note.label: note for note in plan.footnotes}

    def write(self) -> Sheet:
        """Write every part, each from a new page on."""
        for index, (part, blocks) in enumerate(self.plan.parts()):
            if index:
                self._turn_page()
            self.width = COLUMN_WIDTH if part in COLUMN_PARTS else PAGE_WIDTH
            for block in blocks:
                self._write_block(block)
        self._end_page()
        return self.sheet

    # ------------------------------------------------------------ pages

    def _turn_page(self) -> None:
        self._end_page()
        self.sheet.write("\f")
        self.page.number += 1
        self.sheet.write(self.plan.running_head, "furniture")
        self.sheet.write("\n\n")

    def _end_page(self) -> None:
        self._end_column()
        for address in self.page.addresses:
            self.sheet.write(address, "url")
            self.sheet.write("\n")
        self.page.addresses.clear()
        if self.page.number >= self.plan.first_numbered_page:
            self.sheet.write("\n")
            self.sheet.write(str(self.page.number), "furniture")
            self.sheet.write("\n")

    def _end_column(self) -> None:
        """Write the notes that were called since the column began."""
        if self.page.pending:
            self.sheet.write("\n")
        for note in self.page.pending:
            start = self.sheet.position
            self.sheet.write(note.label, "footnote_marker")
            self.sheet.write(" ")
            self._write_line(note.line)
            self.sheet.close(note.line.id, start)
            self.page.addresses.extend(note.addresses)
            self.sheet.write("\n")
        if self.page.pending:
            self.sheet.write("\n")
        self.page.pending.clear()

    # ------------------------------------------------------------ blocks

    def _write_block(self, block: Block) -> None:
        start = self.sheet.position
        if block.kind == "table":
            self._write_table(block)
        elif block.kind == "contents":
            self._write_contents(block)
        else:
            self._write_lines(block)
        self.sheet.close(block.id, start)
        self.sheet.write("\n\n")

    def _write_lines(self, block: Block) -> None:
        if block.number is not None:
            self._write_line(block.number)
            self.sheet.write(" ")
        indent = ""
        if block.kind == "item":
            outer = block.fields["level"] == 1
            self.sheet.write("• " if outer else "   o ")
            indent = "  " if outer else "     "
        for index, line in enumerate(block.lines):
            self.sheet.write("\n" if index else "")
            self._write_line(line, indent)

    def _write_contents(self, block: Block) -> None:
        for index, (number, name, page) in enumerate(block.rows):
            self.sheet.write("\n" if index else "")
            start = self.sheet.position
            self._write_line(number)
            self.sheet.write(" " if number.text else "")
            self._write_line(name)
            dots = self.width - (self.sheet.position - start) - len(page.text) - 2
            self.sheet.write(" " + "." * dots + " ")
            self._write_line(page)

    def _write_table(self, block: Block) -> None:
        widths = _column_widths(block)
        for index, row in enumerate(block.rows):
            self.sheet.write("\n" if index else "")
            if index == block.fields.get("break_before"):
                start = self.sheet.position
                self._turn_page()
                self._repeat_header(block, widths)
                self.sheet.interrupt(block.id, start)
            self._write_row(block, row, widths)

    def _repeat_header(self, block: Block, widths: list[int]) -> None:
        for cells in block.rows[: block.fields["header_rows"]]:
            printed = [cell.text for cell in cells]
            padded = map(_padded, printed, widths, block.fields["align"])
            self.sheet.write((" " * CELL_GAP).join(padded).rstrip(), "furniture")
            self.sheet.write("\n")

    def _write_row(self, block: Block, row: tuple[Line, ...], widths: list[int]) -> None:
        if len(row) == 1:
            self._write_line(row[0])
            return
        last = max(index for index, cell in enumerate(row) if cell.text)
        for index, cell in enumerate(row[: last + 1]):
            self.sheet.write(" " * CELL_GAP if index else "")
            padded = _padded(cell.text, widths[index], block.fields["align"][index])
            before = len(padded) - len(padded.lstrip()) if cell.text else 0
            self.sheet.write(" " * before)
            for character in cell.text:
                self.sheet.write_character(cell, character)
            if index < last:
                self.sheet.write(" " * (len(padded) - before - len(cell.text)))

    # ------------------------------------------------------------ lines

    def _write_line(self, line: Line, indent: str = "") -> None:
        """Write a line, wrapped; a word that does not fit is cut where the plan allows it."""
        for position, word in enumerate(_words_of(line)):
            room = self.width - self.sheet.column - 1
            whole = "".join(glyph.text for glyph in word)
            cut = len(word)
            if position and len(whole) > room:
                cut = self._cut_of(word, room)
                broken = cut == 0
                self.sheet.write_character(line, "\n" if broken else " ")
                self.sheet.write(indent if broken else "")
                cut = cut or len(word)
            elif position:
                self.sheet.write_character(line, " ")
            self._write_word(line, word[:cut])
            if cut < len(word):
                self.sheet.write("-\n" + indent)
                self._write_word(line, word[cut:])
        self.page.addresses.extend(
            run.address for run in line.runs if run.address and not line.id.startswith("note-")
        )

    def _write_word(self, line: Line, word: list[Glyph]) -> None:
        for glyph in word:
            if glyph.kind == "mark":
                self.sheet.write_mark(glyph.text)
                self._call_note(glyph.text)
            elif glyph.kind == "character":
                self.sheet.write_character(line, glyph.text)
            else:
                self.sheet.write("-\n")
                self._break_off(glyph.kind)

    def _break_off(self, kind: str) -> None:
        if kind == "column_end":
            self._end_column()
        else:
            self._turn_page()

    def _call_note(self, label: str) -> None:
        if label not in self.page.noted:
            self.page.noted.add(label)
            self.page.pending.append(self.notes[label])

    def _cut_of(self, word: list[Glyph], room: int) -> int:
        """How many glyphs of the word fit before a hyphen; 0 where it may not be cut."""
        letters = [glyph.text for glyph in word if glyph.kind == "character"]
        pieces = self.plan.hyphenation.get("".join(letters).strip(".,;:").casefold(), ())
        best = reached = 0
        for piece in pieces[:-1]:
            reached += len(piece)
            if reached + 1 <= room:
                best = reached
        return best


def write_dump(plan: Plan) -> Sheet:
    """Write the text dump of a plan."""
    return DumpWriter(plan).write()


def _words_of(line: Line) -> Iterator[list[Glyph]]:
    """Words with the marks that are glued to them; the space between two words is not given."""
    word: list[Glyph] = []
    for run in line.runs:
        if run.in_text:
            for character in run.text:
                if character == " ":
                    yield word
                    word = []
                else:
                    word.append(Glyph("character", character))
        else:
            word.append(Glyph(run.kind, run.text))
    yield word


def _column_widths(block: Block) -> list[int]:
    full = [row for row in block.rows if len(row) > 1]
    return [max(len(row[index].text) for row in full) for index in range(len(full[0]))]


def _padded(text: str, width: int, side: str) -> str:
    if side == "r":
        return text.rjust(width)
    if side == "c":
        return text.center(width)
    return text.ljust(width)
