"""The text dump: the plan's pages as a PDF-to-text tool gives them, in reading order.

Running heads and page numbers stand in the text, words are cut at line ends, footnotes interrupt
the body at the foot of their column with marks glued to the words, and the addresses behind
links are listed at the end of the page. A note that the page has no room for goes on at the foot
of the next column.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plan_content import Block, Footnote, Line, Plan
from plan_sheet import Sheet
from plan_words import Word, begins_anew, cut_of, words_of

PAGE_WIDTH = 96  # characters a line
COLUMN_WIDTH = 50
CELL_GAP = 3  # spaces between the columns of a table


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left to be written of a note: all of it, or what the page before had no room for."""

    note: Footnote
    words: Sequence[Word]
    start: int | None = None
    """Where the note began; None for one that has yet to begin."""
    broken_off: int = 0
    """Where it was broken off."""


@dataclass(slots=True)
class _Page:
    number: int = 1
    pending: list[_Rest] = field(default_factory=list)
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
        """Write every part."""
        for index, (part, blocks) in enumerate(self.plan.parts()):
            if index and self.plan.parts_begin_pages:
                self._turn_page()
            for block in blocks:
                narrow = part in self.plan.column_parts and not block.fields.get("wide")
                self.width = COLUMN_WIDTH if narrow else PAGE_WIDTH
                if block.fields.get("starts"):
                    self._break_off(block.fields["starts"])
                self._write_block(block)
        self._end_page()
        return self.sheet

    # ------------------------------------------------------------ pages

    def _turn_page(self) -> None:
        self._end_page()
        self.sheet.write("\f")
        self.page.number += 1
        self.sheet.write(self.plan.running_head(self.page.number), "furniture")
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
        """Write the notes that were called since the column began, and the rest of older ones."""
        pending, self.page.pending = self.page.pending, []
        if pending:
            self.sheet.write("\n")
        for rest in pending:
            self._write_rest(rest)
            self.sheet.write("\n")
        if pending:
            self.sheet.write("\n")

    def _write_rest(self, rest: _Rest) -> None:
        """Write a note as far as the page has room for it."""
        line, start = rest.note.line, rest.start
        if start is None:
            start = self.sheet.position
            self.sheet.write(rest.note.label, "footnote_marker")
            self.sheet.write(" ")
        else:
            self.sheet.write_character(line, "")  # the space that the break stands for
            self.sheet.interrupt(line.id, rest.broken_off)
        fits = next((at for at, w in enumerate(rest.words) if begins_anew(w)), len(rest.words))
        self._write_words(line, rest.words[:fits])
        if fits < len(rest.words):
            _, *first = rest.words[fits]
            words = [first, *rest.words[fits + 1 :]]
            self.page.pending.append(_Rest(rest.note, words, start, self.sheet.position))
            return
        self.sheet.close(line.id, start)
        self.page.addresses.extend(rest.note.addresses)

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
        for note in self.plan.footnotes:
            if note.below == block.id:
                self._write_rest(_Rest(note, list(words_of(note.line))))
                self.sheet.write("\n\n")

    def _write_lines(self, block: Block) -> None:
        if block.number is not None:
            self._write_line(block.number)
            self.sheet.write(" ")
        indent = ""
        if block.kind == "item" and block.number is not None:
            indent = "   "
        elif block.kind == "item":
            outer = block.fields["level"] == 1
            self.sheet.write("• " if outer else "   o ")
            indent = "  " if outer else "     "
        for index, line in enumerate(block.lines):
            self.sheet.write("\n" if index else "")
            words = list(words_of(line))
            if block.fields.get("drop_capital"):
                # The tall letter is a line of its own to a tool, and its word begins after it.
                self._write_word(line, words[0][:1])
                self.sheet.write(" ")
                words[0] = words[0][1:]
            self._write_words(line, words, indent)
            self._list_addresses(line)

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
            for mark in cell.marks:
                self.sheet.write_mark(mark)
            if index < last:
                self.sheet.write(" " * (len(padded) - before - len(cell.text)))

    # ------------------------------------------------------------ lines

    def _write_line(self, line: Line) -> None:
        self._write_words(line, list(words_of(line)))
        self._list_addresses(line)

    def _list_addresses(self, line: Line) -> None:
        self.page.addresses.extend(run.address for run in line.runs if run.address)

    def _write_words(self, line: Line, words: Sequence[Word], indent: str = "") -> None:
        """Write words, wrapped; one that does not fit is cut where the plan allows it."""
        for position, word in enumerate(words):
            if begins_anew(word):
                self.sheet.write_character(line, "\n")
                self._break_off(word[0].kind)
                self._write_word(line, word[1:])
                continue
            room = self.width - self.sheet.column - 1
            whole = "".join(glyph.text for glyph in word)
            cut = len(word)
            if position and len(whole) > room:
                cut = cut_of(self.plan, word, room)
                broken = cut == 0
                self.sheet.write_character(line, "\n" if broken else " ")
                self.sheet.write(indent if broken else "")
                cut = cut or len(word)
            elif position:
                self.sheet.write_character(line, " ")
            self._write_word(line, word[:cut])
            if cut < len(word):
                self.sheet.write("" if word[cut - 1].text == "-" else "-")
                self.sheet.write("\n" + indent)
                self._write_word(line, word[cut:])

    def _write_word(self, line: Line, word: Word) -> None:
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
        if kind in ("column", "column_end"):
            self._end_column()
        else:
            self._turn_page()

    def _call_note(self, label: str) -> None:
        note = self.notes[label]
        if label not in self.page.noted and note.below is None:
            self.page.noted.add(label)
            self.page.pending.append(_Rest(note, list(words_of(note.line))))


def write_dump(plan: Plan) -> Sheet:
    """Write the text dump of a plan."""
    return DumpWriter(plan).write()


def _column_widths(block: Block) -> list[int]:
    full = [row for row in block.rows if len(row) > 1]
    return [max(len(row[index].text) for row in full) for index in range(len(full[0]))]


def _padded(text: str, width: int, side: str) -> str:
    if side == "r":
        return text.rjust(width)
    if side == "c":
        return text.center(width)
    return text.ljust(width)
