"""Tables that the structure tree of a tagged file names, where the page bears the tree out."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, starmap

from extractor.readers.geometry import around, holds
from extractor.readers.source import Box, GlyphSpan, Tag, Word
from extractor.segment.layout.tables.cells import Table, cell_lines, is_numeric
from extractor.segment.layout.tables.placed import Piece, columns_of, placed, stand_apart

LEAST_ROWS = 2  # with text in more than one cell
LEAST_FULL = 0.5  # of the rows have text in more than one cell; fewer set a page
MOST_GONE = 0.1  # of an element's glyphs that are not among the page's words any more
MOST_STRANGERS = 0.03  # of the words in a table's box that its element does not hold
PROSE_WORDS = 70  # words a cell on average; more is a page set in boxes
NOTE_WORDS = 6  # words of a last row of one cell that is a note
NOTE_INDENT = 0.1  # of the table's width by which one may stand in
PARTS = frozenset({"THead", "TBody", "TFoot"})
NOTES = frozenset({"Note", "FENote"})
HEADS = frozenset({"TH", "THead"})
SETTING = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6", "Table", "TOC"})
"""What no cell of a table holds: an element with them sets a page."""


def tagged_tables(
    tags: Sequence[Tag], words: Sequence[Word], page: int
) -> tuple[list[Table], list[Word]]:
    """Return the tables of a page's structure tree that its words bear out, and the other words.

    An element that sets a page, whose cells hold headings or pages of text, is no table; nor is
    one whose rows and columns do not stand below and beside each other.
    """
    tables: list[Table] = []
    taken: set[int] = set()
    ordered = sorted(words, key=lambda word: word.glyph)
    for tag in _tables(tags):
        table = _table(tag, ordered, page)
        if table:
            tables.append(table)
            taken |= {w.glyph for c in table.cells for line in c.lines for w in line.words}
    return tables, [word for word in words if word.glyph not in taken]


def _tables(tags: Sequence[Tag]) -> Iterator[Tag]:
    """Yield the tables, of those within each other the inmost."""
    for tag in tags:
        inner = list(_tables(tag.children))
        if tag.role == "Table" and not inner:
            yield tag
        yield from inner


def _table(tag: Tag, words: Sequence[Word], page: int) -> Table | None:
    glyphs = _glyphs(tag)
    held = sum(len(word.text) for word in _held(glyphs, words))
    if not held or held < (1 - MOST_GONE) * sum(end - start for start, end in glyphs):
        return None
    rows = [[_piece(cell, words, page) for cell in row.children] for row in _rows(tag)]
    rows = [row for row in rows if any(piece.lines for piece in row)]
    rows = _body(rows) if rows else []
    if not _reads_as_table(tag, rows) or _strangers(rows, words):
        return None
    blanks = any(not piece.lines for row in rows for piece in row)
    rows = _without_ends(rows)
    columns = columns_of(rows)
    if len(columns) < 2 or not stand_apart(rows):  # noqa: PLR2004 - one column is a list
        return None
    cells = placed(rows, columns, blanks=blanks)
    return Table(
        _box(rows), page, cells, len(rows), len(columns), columns, [page], element=tag.place
    )


def _rows(tag: Tag) -> Iterator[Tag]:
    for child in tag.children:
        if child.role == "TR":
            yield child
        elif child.role in PARTS:
            yield from _rows(child)


def _piece(cell: Tag, words: Sequence[Word], page: int) -> Piece:
    held = _held(_glyphs(cell), words)
    return Piece(cell_lines(held, page) if held else [], cell.rows, cell.columns)


def _held(glyphs: Sequence[GlyphSpan], words: Sequence[Word]) -> list[Word]:
    """Return the words of some glyphs; the words come in the order of their glyphs."""
    found: list[Word] = []
    for start, end in glyphs:
        at = bisect_left(words, start, key=lambda word: word.glyph)
        while at < len(words) and words[at].glyph < end:
            found.append(words[at])
            at += 1
    return found


def _glyphs(tag: Tag) -> list[GlyphSpan]:
    """Return the glyphs of an element without its notes: a tree has them where they are called."""
    noted = {at for note in _notes(tag) for at in chain.from_iterable(starmap(range, note.glyphs))}
    if not noted:
        return list(tag.glyphs)
    return [
        (at, at + 1) for start, end in tag.glyphs for at in range(start, end) if at not in noted
    ]


def _notes(tag: Tag) -> Iterator[Tag]:
    for child in tag.children:
        if child.role in NOTES:
            yield child
        else:
            yield from _notes(child)


def _body(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Return the rows without what the tree counts as the table's last ones: its notes."""
    left = min(piece.box[0] for row in rows for piece in row if piece.lines)
    right = max(piece.box[2] for row in rows for piece in row if piece.lines)
    end = len(rows)
    while end and _is_note(rows[end - 1], left + NOTE_INDENT * (right - left)):
        end -= 1
    return rows[:end]


def _without_ends(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Return the rows without the blank cell that some programs open or close every row with."""
    while all(len(row) > 1 and not row[-1].lines for row in rows):
        rows = [row[:-1] for row in rows]
    while all(len(row) > 1 and not row[0].lines for row in rows):
        rows = [row[1:] for row in rows]
    return rows


def _is_note(row: Sequence[Piece], left: float) -> bool:
    """Whether a row is one long text that begins at the table's left."""
    filled = [piece for piece in row if piece.lines]
    words = sum(len(line.words) for line in filled[0].lines)
    return len(filled) == 1 and words >= NOTE_WORDS and filled[0].box[0] <= left


def _reads_as_table(tag: Tag, rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether an element holds what a table holds, and not what a page holds."""
    filled = [piece for row in rows for piece in row if piece.lines]
    full = sum(sum(bool(piece.lines) for piece in row) > 1 for row in rows)
    words = sum(len(line.words) for piece in filled for line in piece.lines)
    return (
        full >= max(LEAST_ROWS, LEAST_FULL * len(rows))
        and words <= PROSE_WORDS * len(filled)
        and not any(_has(SETTING, child) for child in tag.children)
        and (_has(HEADS, tag) or any(map(_is_value, filled)))
    )


def _is_value(piece: Piece) -> bool:
    return len(piece.lines) == 1 and is_numeric(piece.lines[0].text)


def _has(roles: frozenset[str], tag: Tag) -> bool:
    return tag.role in roles or any(_has(roles, child) for child in tag.children)


def _box(rows: Sequence[Sequence[Piece]]) -> Box:
    return around(piece.box for row in rows for piece in row if piece.lines)


def _strangers(rows: Sequence[Sequence[Piece]], words: Sequence[Word]) -> bool:
    """Whether words stand between those of a table that are none of its own."""
    box = _box(rows)
    own = {w.glyph for row in rows for p in row for line in p.lines for w in line.words}
    strange = sum(holds(box, word.box) for word in words if word.glyph not in own)
    return strange > MOST_STRANGERS * len(own)
