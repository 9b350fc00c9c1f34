"""The notes below a table: remarks, sources, footnotes, and keys to its signs and short forms."""

from collections.abc import Iterator

import regex

from extractor.segment.document import Block, Document, Table
from extractor.segment.notes import is_note_of
from extractor.segment.titles import Stated
from extractor.segment.unit_notes import unit_noted

REMARKS = ("paragraph", "caption")  # blocks that may be a remark or a source below a table
KEYS = ("paragraph", "list_item")  # the same for a key to its signs
STARS = frozenset("*†‡")
MAX_UNIT_LINE = 100  # characters of a line that opens as no remark and states a unit
MAX_NOTES = 3  # blocks below a table that may be its notes

NOTE = regex.compile(
    r"""
    ^ (?: (?: n \.? b \.? | notes? | (?: (?: other | data ) \s )? sources? | remarques? | nota s?
      | fuente s? | quelle n? | fonte s?
      | fonti | hinweise? | anmerkung (?: en )? ) \s? [:.] | [*†]
      | [(\[] [^\p{L}\p{Sc}%‰\d\s()\[\]]{0,2} [)\]] )
    """,
    regex.X | regex.I,
)
"""What opens a remark below a table, also a sign in brackets (`(:) Not available`), no unit."""
SIGN = regex.compile(r"[(\[] [^\p{L}\p{Sc}%‰\d\s()\[\]]{0,2} [)\]] | [*†]", regex.X)
"""A sign, or the brackets of a raised one, in a line of its own before what it stands for."""
OPENS = regex.compile(
    r"""
    ^ \W{0,2} (?P<short> \p{Lu}[\p{Lu}\d&/.\-]{1,9}+ | \p{L}(?:\.\p{L}){1,3}\.? )
    \s? (?P<sign> [:=] ) \s
    """,
    regex.X,
)
"""What a key opens with: `ISCO: …`, `n.a. = …`."""

NEXT = r"(?: \p{L}*+ [^\p{L}\d]++ (?: \p{L}{1,4}+ [^\p{L}\d]++ ){0,2}? )?".replace(" ", "")
"""What stands between two letters of a short form that is spelt out: the rest of a word."""


def notes_below(doc: Document, table: Table) -> Iterator[Block]:
    """Yield the remarks right below a table, and the footnotes that stand below it.

    A key to the signs or short forms in its cells may stand between: `– Represents zero.`
    """
    called = {n.block for n in doc.footnotes if is_note_of(doc, n, table.block)}
    remarks, signed = 0, False
    for at in range(table.block + 1, len(doc.blocks)):
        block = doc.blocks[at]
        if at not in called:
            remarks += 1
            text = doc.quote(block.span)
            opens = block.type in REMARKS and (signed or NOTE.match(text))
            is_remark = opens or _only_states_unit(doc, at)
            signed = SIGN.fullmatch(text.strip()) is not None
            is_key = block.type in KEYS and _leads_to_remark(doc, table, at, called)
            if remarks > MAX_NOTES or not (is_remark or is_key):
                return
        yield block


def unit_in_notes(doc: Document, table: Table) -> Stated:
    """Return the unit and factor that the notes below a table state of all its figures.

    Notes that differ tell nothing.
    """
    below = range(table.block + 1, table.block + 1 + len(table.notes))
    noted = ((at, unit_noted(doc.quote(doc.blocks[at].span))) for at in below)
    said = {unit for at, unit in noted if unit and not _is_of_cells(doc, table, at)}
    return said.pop() if len(said) == 1 else (None, None)


def _is_of_cells(doc: Document, table: Table, note: int) -> bool:
    """Say whether the mark of a note stands at cells of a table, which alone it is of."""
    start, end = doc.blocks[table.block].span
    called = {i for i, footnote in enumerate(doc.footnotes) if footnote.block == note}
    if any(mark.footnote in called and start <= mark.at <= end for mark in doc.marks):
        return True
    text = doc.quote(doc.blocks[note].span)
    return text[:1] in STARS and text[0] in doc.text[start:end]


def _only_states_unit(doc: Document, at: int) -> bool:
    """Say whether a block only states the unit of the table above it, not of one below."""
    if doc.blocks[at].type != "paragraph":
        return False
    heads_another = at + 1 < len(doc.blocks) and doc.blocks[at + 1].type == "table"
    text = doc.quote(doc.blocks[at].span)
    return len(text) <= MAX_UNIT_LINE and not heads_another and unit_noted(text) is not None


def _leads_to_remark(doc: Document, table: Table, at: int, called: set[int]) -> bool:
    """Say whether a block stands before a note of a table, or is a key and the last before one."""
    if at + 1 in called or at + 1 >= len(doc.blocks):
        return at + 1 in called
    following = doc.blocks[at + 1]
    remarks = following.type in REMARKS and NOTE.match(doc.quote(following.span)) is not None
    return remarks and _explains(doc, table, doc.quote(doc.blocks[at].span))


def _explains(doc: Document, table: Table, text: str) -> bool:
    """Say whether a text spells out a short form that the cells or the title of a table print.

    Behind a colon its first words have the letters of the short form.
    """
    key = OPENS.match(text)
    if key is None or (key["sign"] == ":" and not _spells_out(key["short"], text[key.end() :])):
        return False
    short = regex.compile(rf"(?<![\p{{L}}\d]){regex.escape(key['short'])}(?![\p{{L}}\d])")
    stretches = [span for span in (doc.blocks[table.block].span, table.title_span) if span]
    return any(short.search(doc.text, *span) for span in stretches)


def _spells_out(short: str, text: str) -> bool:
    """Say whether the first words of a text begin with the letters of a short form, in order.

    >>> _spells_out("R&D", "research and development"), _spells_out("EDU", "Education, 2 levels")
    (True, True)
    >>> _spells_out("LP", "the loss was large"), _spells_out("LP", "lost 12 places")
    (False, False)
    """
    return regex.match(NEXT.join(filter(str.isalpha, short)), text, regex.I) is not None
