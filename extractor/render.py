"""An extraction as clean Markdown: the document given back in reading order."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import regex

from schemas.base import Anchor
from schemas.document import Block, Footnote, Table, TableCell
from schemas.extraction import Extraction

MAX_HEADING_LEVEL = 6  # Markdown knows no deeper one
INDENT = "  "  # of one level of a list

_SPECIAL = regex.compile(
    r"""
      [\\`\[\]]               # escapes, code, links, wherever they stand
    | [*_~] (?= \S ) | (?<= \S ) [*_~]   # emphasis, unless it stands alone
    | < (?= [\p{L}/!?] )      # HTML
    | & (?= [#\p{L}] [\p{L}\p{N}]{1,31} ; )  # entities
    """,
    regex.VERBOSE,
)
_OPENING = regex.compile(
    r"""
    ^ (?P<before> \p{N}{1,9} (?= [.)] (?: \s | $ ) ) )?+  # the number of an ordered list
    (?P<mark>
        (?(before) [.)] | (?:
            >                               # a quotation
          | (?: \#{1,6} | [-+*] ) (?= \s | $ )  # a heading, a list
          | -{2,}+ | =++ (?= \s*+ $ ) | _ (?= [\ _]*+ $ )  # a rule, the underline of a heading
        ) )
    )
    """,
    regex.VERBOSE | regex.MULTILINE,
)


def to_markdown(extraction: Extraction) -> str:
    """Return the document as Markdown; furniture is left out."""
    return _Writer(extraction).document()


def escape(text: str) -> str:
    r"""Return text so that Markdown reads it as it stands.

    >>> print(escape("a [b] and 2 * 3"))
    a \[b\] and 2 * 3
    """
    return _opened(_inline(text))


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _opened(text: str) -> str:
    """Return inline Markdown whose lines do not open lists, headings and the like."""
    return _OPENING.sub(r"\g<before>\\\g<mark>", text)


class _Writer:
    """Writes one extraction; holds what the blocks refer to."""

    def __init__(self, extraction: Extraction) -> None:
        self._blocks = [block for block in extraction.blocks if block.type != "furniture"]
        self._tables = {table.id: table for table in extraction.tables}
        self._footnotes = {note.id: note for note in extraction.footnotes}
        self._names = _note_names(extraction.footnotes)
        self._marks: dict[int, list[str]] = defaultdict(list)
        for note in extraction.footnotes:
            for reference in note.references:
                self._marks[reference.at].append(f"[^{self._names[note.id]}]")
        self._offsets = sorted(self._marks)

    def document(self) -> str:
        parts: list[str] = []
        before: Block | None = None
        for block in self._blocks:
            written = self._block(block)
            if not written:
                continue
            if before is not None:
                tight = before.type == block.type == "list_item"
                parts.append("\n" if tight else "\n\n")
            parts.append(written)
            before = block
        return "".join(parts) + "\n" if parts else ""

    def _block(self, block: Block) -> str:
        if block.type == "table" and block.table_id in self._tables:
            return "\n".join(self._rows(self._tables[block.table_id]))
        if block.type == "footnote" and block.ref in self._footnotes:
            note = self._footnotes[block.ref]
            return f"[^{self._names[note.id]}]: {_one_line(_inline(note.text))}"
        return self._running_text(block, self._marked(block.text, block.anchor))

    @staticmethod
    def _running_text(block: Block, text: str) -> str:
        level = block.level or 1
        match block.type:
            case "title" | "heading":
                return f"{'#' * min(level, MAX_HEADING_LEVEL)} {_one_line(text)}"
            case "list_item":
                return f"{INDENT * (level - 1)}- {_opened(_one_line(text))}"
            case "caption":
                return f"*{_one_line(text)}*"
            case _:
                return _opened(text).replace("\n", "\\\n")  # a line break that the document made

    def _marked(self, text: str, anchor: Anchor | None) -> str:
        """Return escaped text with the footnote marks that stood in it."""
        if anchor is None:
            return _inline(text)
        inside = [at - anchor.start for at in self._marks_between(anchor)]
        cuts = [0, *inside, len(text)]
        escaped = [_inline(text[start:end]) for start, end in pairwise(cuts)]
        marks = ["".join(self._marks[at + anchor.start]) for at in inside]
        return "".join(piece + mark for piece, mark in zip(escaped, [*marks, ""], strict=True))

    def _marks_between(self, anchor: Anchor) -> Iterator[int]:
        # A mark follows the character before it: one at the very start belongs to what went before.
        return (at for at in self._offsets if anchor.start < at <= anchor.end)

    def _rows(self, table: Table) -> Iterator[str]:
        """Yield the lines of a pipe table; what a spanning cell covers is left blank."""
        grid = [[""] * table.n_cols for _ in range(table.n_rows)]
        for cell in table.cells:
            grid[cell.row][cell.col] = self._cell(cell)
        headed = any(cell.row == 0 and cell.header == "column" for cell in table.cells)
        if not headed:  # Markdown cannot do without a header row; figures are no header
            grid.insert(0, [""] * table.n_cols)
        head, *body = (f"| {' | '.join(row)} |" for row in grid)
        yield from (head, f"|{' --- |' * table.n_cols}", *body)

    def _cell(self, cell: TableCell) -> str:
        return _one_line(self._marked(cell.text, cell.anchor)).replace("|", r"\|")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _note_names(footnotes: tuple[Footnote, ...]) -> dict[str, str]:
    """Return a Markdown name for each footnote: its label, told apart where several share it."""
    counts: dict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    for note in footnotes:
        label = note.label if note.label.isalnum() else "note"
        counts[label] += 1
        unique = counts[label] == 1 and label != "note"
        names[note.id] = label if unique else f"{label}-{counts[label]}"
    return names
