"""What governs a table: its title, its unit and factor, its total rows, the notes below it."""

from collections.abc import Collection, Iterator

import regex

from extractor.segment.captions import is_scope, kind_of
from extractor.segment.document import Block, Document, Span, Table
from extractor.segment.keyfigures import AS_OF
from extractor.segment.table_notes import notes_below, unit_in_notes
from extractor.segment.titles import (
    LETTER,
    Stated,
    StatedUnit,
    is_bare_total,
    is_total,
    read_unit,
    stated_unit,
)
from extractor.segment.unit_words import CODE

MAX_TITLE = 160  # characters; a longer paragraph above a table is body text
SENTENCE_ENDS = (".", ":", ";")
LEADING = ("paragraph", "heading", "caption", "title")  # blocks that may lead into a table
MAX_LEADS = 3  # lines above a table that may state its unit: name, period, unit

MAX_OPENING = 24  # characters that open a text on the table: `This table shows`
IN_BRACKETS = regex.compile(r"\( [^()]{1,80}+ \)", regex.X)  # what is counted, in any words
LEADS_IN = regex.compile(
    r"""
    \b (?: table s? \s (?: below | above | that \s follows ) | following \s table s? | as \s follows
      | tableau x? \s (?: ci-(?: dessous | après | dessus ) | suivants? ) | comme \s suit
      | (?: tabla | cuadro ) s? \s (?: siguientes? | a \s continuación | que \s sigue )
      | siguientes? \s (?: tabla | cuadro ) s? | a \s continuación | como \s sigue
      | (?: tabela | quadro ) s? \s (?: seguintes? | abaixo | a \s seguir )
    ) \b
    """,
    regex.X | regex.I,
)
"""What speaks of the table below it is no title."""
HEADNOTE = regex.compile(r"\[ [^\[\]]{1,1200}+ \]", regex.X)
"""What statistical tables say between title and head: `[In thousands. As of December 31 …]`."""
MAX_UNIT = 80  # characters of a headnote in which it states its unit, first of all
AMOUNT = regex.compile(r"[(\-−–]? \d [\d.,]{0,20}+ (?<=\d) \)? %?", regex.X)
TOLD_APART = regex.compile(r"[.,%]", regex.X)  # in one of them: ages and grades have none
PERIOD = regex.compile(
    r"""
    (?: (?: \d{1,2} [./\-] ){0,2} (?: 19 | 20 ) \d\d (?: \s? [\-–/] \s? \d{2} (?! [\d./] ) )?
      [\s\-–/]*+ )++
    """,
    regex.X,
)
"""Years and dates without a word: `2031`, `2031-2032`, `2031/32`."""
LAST_AMOUNTS = 3  # that end a line which is a row of figures, and no title
WORD = regex.compile(r"\p{L}{3,}")  # what is left of a line that says more than a unit
AFTER_UNIT = regex.compile(r"[)\]]? \s* [:.]? \s* \Z", regex.X)  # a line that ends in its unit


def govern(doc: Document) -> None:
    """Find for every table of the document what governs it."""
    captions = {caption.block: caption.id for caption in doc.captions}
    shown = {caption.table: caption.block for caption in doc.captions if caption.table is not None}
    for at, table in enumerate(doc.tables):
        table.total_rows = _total_rows(table)
        titled = shown.get(at)
        noted = _unit_note_above(doc, table, titled)
        if titled is None:
            top = table.block if noted is None else noted
            titled = _title_block(doc, table, top, set(shown.values()))
        if titled is not None:
            _take_title(doc, table, doc.blocks[titled])
            table.caption_id = captions.get(titled)
        if noted is None and titled is not None and titled > table.block:
            noted = titled + 1 if _notes_unit(doc, titled + 1) else None
        if noted is not None:
            table.note_span = doc.blocks[noted].span
        _take_heading(doc, table)
        above = titled if noted is None else noted
        _take_unit(doc, table, None if above is None else doc.blocks[above].span)
        table.notes = [block.id for block in notes_below(doc, table)]
        _complete_unit(table, unit_in_notes(doc, table))


def _total_rows(table: Table) -> list[int]:
    labels: dict[int, str] = {}
    for cell in table.cells:
        if cell.text and cell.header != "column":
            labels.setdefault(cell.row, cell.text)
    return sorted(row for row, label in labels.items() if is_total(label))


def _unit_note_above(doc: Document, table: Table, shown: int | None) -> int | None:
    """Return the block on top of a table with a caption that only states a unit or a date.

    `shown` is the block of the caption that the page shows at the table.
    """
    above = _before(doc, table.block)
    captioned = above >= 1 and doc.blocks[above - 1].type == "caption"
    if not captioned and _label_below(doc, table) is None:
        return None
    return above if _notes_unit(doc, above) or _limits(doc, above, shown) else None


def _limits(doc: Document, index: int, shown: int | None) -> bool:
    """Say whether a block is a line of units, in any words, under the label of the table below.

    A label right below another table may be that one's, where no page shows whose it is.
    """
    if index < 1 or not is_scope(doc.quote(doc.blocks[index].span)):
        return False
    label, block = doc.blocks[index - 1], doc.blocks[index]
    if (label.type, block.type) != ("caption", "paragraph"):
        return False
    ends_another = index > 1 and doc.blocks[index - 2].type == "table"
    own = shown == index - 1 or not ends_another
    return own and kind_of(doc.quote(label.span)) == "table"


def _before(doc: Document, index: int) -> int:
    """Return the block before another; the notes of a page that ends between them are neither."""
    index -= 1
    while index > 0 and doc.blocks[index].type == "footnote":
        index -= 1
    return index


def _notes_unit(doc: Document, index: int) -> bool:
    """Say whether a block is a paragraph that only states a unit or a date."""
    if not 0 <= index < len(doc.blocks) or doc.blocks[index].type != "paragraph":
        return False
    text = doc.quote(doc.blocks[index].span)
    if _is_unit_note(text) or IN_BRACKETS.fullmatch(text):
        return True
    if doc.blocks[index - 1].type != "caption":
        return False
    return HEADNOTE.fullmatch(text) is not None or _ends_in_unit(text)


def _ends_in_unit(text: str) -> bool:
    """Say whether a short line ends in a unit in brackets (`Own funds (in millions)`)."""
    stated = stated_unit(text)
    return stated is not None and text[stated.span[1] :] == ")" and len(text) <= MAX_TITLE


def _title_block(doc: Document, table: Table, top: int, taken: Collection[int]) -> int | None:
    """Return the block above a table that is its title or unit note, else the label below it.

    `top` is the table's own block, or that of the unit note on top of it; the captions that are
    taken stand at other tables.
    """
    above, below = _before(doc, top), _label_below(doc, table)
    below = None if below in taken else below
    above = _over_text(doc, above)
    if above < 0 or above in taken or not _may_be_title(doc, doc.blocks[above]):
        return below
    # The label of a figure may be the one below a drawing, as the table's own is below it.
    block = doc.blocks[above]
    own = block.type == "caption" and kind_of(doc.quote(block.span)) != "figure"
    return above if own or below is None else below


def _over_text(doc: Document, above: int) -> int:
    """Return the label of a table over the text that explains it; else the block above the table.

    `Table 2: Boats`, `This table shows the boats that …`, then the table.
    """
    label = above - 1
    if label < 0 or doc.blocks[above].type != "paragraph" or _may_be_title(doc, doc.blocks[above]):
        return above
    text = doc.quote(doc.blocks[label].span)
    is_caption = doc.blocks[label].type == "caption" and kind_of(text) == "table"
    below_another = label > 0 and doc.blocks[label - 1].type == "table"
    opening = doc.quote(doc.blocks[above].span)[:MAX_OPENING].casefold()
    explains = text.partition(" ")[0].casefold() in opening.split()
    return label if is_caption and explains and not below_another else above


def _may_be_title(doc: Document, block: Block) -> bool:
    text = doc.quote(block.span)
    if is_bare_total(text):  # a row cut off above its table, or a number
        return False
    if block.type == "caption":
        return kind_of(text) in {"table", "figure", None}
    is_short = len(text) <= MAX_TITLE and not text.rstrip().endswith(SENTENCE_ENDS)
    leads = LEADS_IN.search(text) is not None or _is_row(text)
    return block.type == "paragraph" and is_short and not leads


def _is_row(text: str) -> bool:
    """Say whether a line is one of figures: without a word, or with several amounts at its end.

    >>> _is_row("0"), _is_row("All funds 1,250 975 0"), _is_row("Needs of grades 10 11 12")
    (True, True, False)
    """
    if LETTER.search(text) is None:
        return PERIOD.fullmatch(text) is None
    ends = text.split()[-LAST_AMOUNTS:]
    amounts = len(ends) == LAST_AMOUNTS and all(map(AMOUNT.fullmatch, ends))
    return amounts and any(map(TOLD_APART.search, ends))


def _label_below(doc: Document, table: Table) -> int | None:
    """Return the block that is the label of the table above it, and not of another below it.

    The notes of a page that the table runs over may stand between them.
    """
    index = table.block + 1
    while index < len(doc.blocks) and doc.blocks[index].type == "footnote":
        index += 1
    if index >= len(doc.blocks) or doc.blocks[index].type != "caption":
        return None
    after = index + 2 if _notes_unit(doc, index + 1) else index + 1
    heads_another = after < len(doc.blocks) and doc.blocks[after].type == "table"
    is_label = not heads_another and kind_of(doc.quote(doc.blocks[index].span)) == "table"
    return index if is_label else None


def _take_title(doc: Document, table: Table, block: Block) -> None:
    text = doc.quote(block.span)
    if block.type == "caption" or not _is_unit_note(text):
        table.title, table.title_span = text, block.span
    else:
        table.note_span = block.span


def _is_unit_note(text: str) -> bool:
    """Say whether a line above a table only states a date or a unit (`As of 30 June, in USD`)."""
    unit = stated_unit(text)
    rest = text[: unit.span[0]] + text[unit.span[1] :] if unit else text
    return AS_OF.match(text) is not None or (unit is not None and not WORD.search(rest))


def _take_heading(doc: Document, table: Table) -> None:
    block = doc.blocks[table.block]
    if table.title is None and block.section is not None:
        section = doc.sections[block.section]
        table.title, table.title_span = section.title, section.span


def _take_unit(doc: Document, table: Table, titled: Span | None) -> None:
    """Take the unit of the nearest line that states one: above the table, its title, its corner."""
    corner = next((cell.span for cell in table.cells if cell.row == cell.col == 0), None)
    for span in (titled, table.title_span, corner):
        found = _unit_above(doc.quote(span)) if span is not None else None
        if found is not None:
            table.unit, table.magnitude = found.unit, found.magnitude
            return
    if corner is not None:
        table.unit, table.magnitude = read_unit(doc.quote(corner))
    if table.unit or table.magnitude:
        return
    found = next(_led_units(doc, table.block), None)
    if found is not None:
        table.unit, table.magnitude = found.unit, found.magnitude


def _complete_unit(table: Table, noted: Stated) -> None:
    """Take unit and factor that the notes below a table state, where nothing above states another.

    What stands above may be the one without the other: `Grants (USD)`, `Figures in thousands`.
    """
    unit, magnitude = noted
    if table.unit not in {None, unit} and (unit is not None or len(table.unit) != CODE):
        return
    table.unit, table.magnitude = table.unit or unit, table.magnitude or magnitude


def _unit_above(text: str) -> StatedUnit | None:
    """Return the unit that a title, a corner or a headnote states: a headnote begins with it."""
    return stated_unit(text[:MAX_UNIT] if HEADNOTE.fullmatch(text) else text)


def _led_units(doc: Document, index: int) -> Iterator[StatedUnit]:
    """Yield the units that the lines leading into a table end in, the nearest first.

    A statement has name, period and unit on lines of their own above its table; a note to the
    accounts leads into it (`Investments are as follows, in thousands:`).
    """
    for _ in range(MAX_LEADS):
        index = _before(doc, index)
        if index < 0 or doc.blocks[index].type not in LEADING:
            return
        text = doc.quote(doc.blocks[index].span)
        if len(text) > MAX_TITLE and not text.rstrip().endswith(":"):
            return
        found = stated_unit(text)
        if found is not None and AFTER_UNIT.match(text, found.span[1]):
            yield found
