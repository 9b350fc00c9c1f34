"""A document told otherwise: its parts in another order, renumbered, or hyphenated anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

import pypdfium2 as pdfium
import regex

from schemas.document import Block, Table
from schemas.extraction import Extraction

PROSE = frozenset({"paragraph", "list_item"})
LEAST_PROSE = 60  # characters of a line that is no label
WIDE, NARROW = 90, 44  # characters of a line
LONG = 7  # letters of a word that is broken
KEPT = 3  # letters of it on each line at least
LATER = 3  # by which numbers of sections rise
SECTION_NUMBER = regex.compile(r"^([#]+\ ) (\d{1,2}) (?= (?: \. \d+ )* [.)]? \ \p{L})", regex.X)
CAPTION_NUMBER = regex.compile(
    r"""
    \b ( (?: Table | Figure | Annex | Tableau | Annexe | Cuadro | Tabla | Gráfico | Таблица ) \  )
    ( \d{1,2} ) (?= [.:\ –-] )
    """,
    regex.X,
)
LETTERS = regex.compile(rf"[\p{{Latin}}\p{{Cyrillic}}\p{{Greek}}]{{{LONG},}}")
"""A word that may be broken: no Arabic one ever is."""
LEADER = regex.compile(r"\.{4} | (?: \.\ ){4}", regex.X)


def shuffled(path: Path, extraction: Extraction, pages: int, target: Path, rng: Random) -> bool:
    """Write a document with its parts in another order; return whether it has parts.

    The first stays: it tells when the document came out. Nothing that goes on over the end of a
    page is torn.
    """
    groups = _groups(extraction, pages)
    if len(groups) <= 2:  # noqa: PLR2004  # the first and another
        return False
    first, *others = groups
    order = others[:]
    while order == others:
        rng.shuffle(order)
    copied(path, [page for group in (first, *order) for page in group], target)
    return True


def copied(path: Path, order: Sequence[int], target: Path) -> None:
    """Write pages of a PDF, counted from 0, in an order."""
    with pdfium.PdfDocument(path) as source, pdfium.PdfDocument.new() as made:
        made.import_pages(source, order)
        made.save(target)


def _groups(extraction: Extraction, pages: int) -> list[range]:
    """Return the pages, counted from 0, parted where a page begins with a heading.

    Where few do, they are parted wherever nothing goes on over the end of a page.
    """
    whole, headed = {1}, {1}
    last = 1
    for block in extraction.blocks:
        on = sorted({piece.page for piece in block.anchor.source}) if block.anchor else []
        if not on:
            continue
        if on[0] > last:
            whole.add(on[0])
            if block.type in ("heading", "title"):
                headed.add(on[0])
        torn = range(on[0] + 1, on[-1] + 1)
        whole, headed = whole.difference(torn), headed.difference(torn)
        last = max(last, on[-1])
    cuts = sorted(headed if len(headed) > LATER else whole)
    return [range(start - 1, end - 1) for start, end in pairwise([*cuts, pages + 1])]


def markdown(extraction: Extraction) -> list[str]:
    """Return a document as the parts of a Markdown file: headings, paragraphs, items, tables."""
    tables = {table.id: table for table in extraction.tables}
    depths: dict[str | None, int] = {None: 0}
    for section in extraction.sections:
        depths[section.id] = depths[section.parent_id] + 1
    told = (_part(block, tables, depths) for block in extraction.blocks)
    return [part for part in told if part]


def _part(block: Block, tables: dict[str, Table], depths: dict[str | None, int]) -> str:
    text = " ".join(block.text.split())
    if block.type == "furniture" or not text:
        return ""
    if block.table_id is not None:
        return _grid(tables[block.table_id])
    if block.type in ("heading", "title"):
        return f"{'#' * min(6, max(1, depths[block.section_id]))} {text}"
    return f"- {text}" if block.type == "list_item" else text


def _grid(table: Table) -> str:
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for cell in table.cells:
        rows[cell.row][cell.col] = " ".join(cell.text.replace("|", "/").split())
    columns = range(max((cell.col for cell in table.cells), default=-1) + 1)
    lines = [f"| {' | '.join(rows[at].get(col, '') for col in columns)} |" for at in sorted(rows)]
    return "\n".join((*lines[:1], "|" + "---|" * len(columns), *lines[1:]))


def renumbered(parts: Sequence[str]) -> list[str]:
    """Return the parts with later numbers of sections and captions."""
    return [CAPTION_NUMBER.sub(_later, SECTION_NUMBER.sub(_later, part)) for part in parts]


def _later(match: regex.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + LATER}"


def turned(parts: Sequence[str]) -> list[str]:
    """Return the parts with the later half of the outermost sections before the earlier one."""
    levels = [len(part) - len(part.lstrip("#")) for part in parts]
    outermost = min((level for level in levels if level), default=0)
    heads = [at for at, level in enumerate(levels) if level and level == outermost]
    if len(heads) <= LATER:
        return list(parts)
    first, middle = heads[1], heads[len(heads) // 2]
    return [*parts[:first], *parts[middle:], *parts[first:middle]]


def prose(extraction: Extraction) -> list[str]:
    """Return the paragraphs and items that are longer than labels."""
    blocks = [block for block in extraction.blocks if block.type in PROSE]
    texts = [" ".join(block.text.split()) for block in blocks]
    return [text for text in texts if len(text) >= LEAST_PROSE and not LEADER.search(text)]


def broken(texts: Sequence[str], width: int, *, hyphenated: bool) -> str:
    """Return paragraphs in lines of a width, long words broken at the ends if asked for."""
    return "\n\n".join("\n".join(_lines(text, width, hyphenated=hyphenated)) for text in texts)


def _lines(text: str, width: int, *, hyphenated: bool) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if not line or len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        room = min(width - len(line) - 2, len(word) - KEPT)
        if hyphenated and room >= KEPT and LETTERS.fullmatch(word):
            yield f"{line} {word[:room]}-"
            line = word[room:]
        else:
            yield line
            line = word
    yield line
