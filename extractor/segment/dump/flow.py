"""The way of a dump: furniture, tables, links and notes leave the lines; the text is left."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.mapped import Locator
from extractor.readers.source import DumpSource
from extractor.segment.draft import Draft, DraftCell, Drafts, Furniture
from extractor.segment.dump import (
    columns,
    contents,
    continued,
    grids,
    levels,
    links,
    marks,
    notes,
    pages,
    settling,
    shape,
    tables,
)
from extractor.segment.dump.items import ListState
from extractor.segment.dump.joining import join
from extractor.segment.dump.lines import Line, from_source, measure
from extractor.segment.dump.notes import Note
from extractor.segment.dump.paragraphs import Group, Grouping
from extractor.segment.dump.vocabulary import Vocabulary
from schemas.extraction import LedgerStatus


@dataclass(slots=True)
class _Placed:
    """A draft and the sheets its lines stand on."""

    draft: Draft
    sheets: frozenset[int]


def drafts(source: DumpSource) -> Drafts:
    """Return the blocks of a plain text in reading order."""
    lines = grids.set_in_order(columns.set_in_order(from_source(source.lines)))
    measure(lines)
    cleared = pages.clear(lines)
    contents.mark(cleared.lines)
    linked = _without_links(cleared.lines)
    found = tables.find(linked.lines)
    apart = notes.take_out(_without_tables(linked.lines, found))
    words = Vocabulary(
        line.text for line in (*apart.body, *(n for note in apart.notes for n in note.lines))
    )

    whole = continued.join(found, linked.lines, apart.body)
    placed = _body(apart.body, whole.tables, linked.lines, words)
    residue = marks.take_out(
        [marks.Marked(text, p.sheets) for p in placed for text in _texts(p.draft)],
        [marks.Called(note.label, frozenset(note.sheets)) for note in apart.notes],
    )
    noted = [_note_draft(note, words) for note in apart.notes]
    _give_urls(linked.lists, apart.notes, noted)
    blocks = _in_sections([p.draft for p in placed], noted)
    levels.assign(blocks)
    left_out = [(cell.content.glyph_spans(), cell.page) for cell in whole.repeated]
    left_out += [([span], None) for span in residue]
    return Drafts(
        blocks,
        [
            *_as_furniture(cleared.furniture, source.locator),
            *_as_furniture(
                (line for group in linked.lists for line in group.lines), source.locator, "url"
            ),
            *(
                Furniture(
                    source.raw[spans[0][0] : spans[-1][1]], source.locator.pieces(spans), page
                )
                for spans, page in left_out
            ),
        ],
    )


# --- what is taken out ------------------------------------------------------------------


@dataclass(slots=True)
class _Linked:
    lines: list[Line]
    lists: list[links.LinkList]


def _without_links(lines: list[Line]) -> _Linked:
    """Return the flow without the lists of addresses that end a page; each is a page's end."""
    linked = _Linked([], [])
    ended = 0
    at = 0
    for first, last in links.lists(lines):
        if not _ends_page(lines, first, last):
            continue
        _keep(linked.lines, lines[at:first], ended, cut=bool(linked.lists))
        own = lines[first:last]
        linked.lists.append(links.LinkList(own, links.addresses(own), own[0].sheet + ended))
        ended += last < len(lines) and lines[last].page == lines[first].page
        at = last
    _keep(linked.lines, lines[at:], ended, cut=bool(linked.lists))
    return linked


def _keep(kept: list[Line], lines: Sequence[Line], sheets: int, *, cut: bool) -> None:
    for i, line in enumerate(lines):
        line.sheet += sheets
        if i == 0 and cut:
            line.barrier, line.close = True, False
        kept.append(line)


def _ends_page(lines: Sequence[Line], first: int, last: int) -> bool:
    """Say whether addresses are the list of a page's links rather than part of its text."""
    own = [line.text for line in lines[first:last]]
    if any(text == after for text, after in pairwise(own)):
        return True
    at_end = last == len(lines) or lines[last].sheet != lines[first].sheet
    if at_end and len(links.addresses(lines[first:last])) > 1:
        return True
    if first == 0 or not lines[first].gap or shape.LEADS_IN.search(lines[first - 1].text[-40:]):
        return False
    before = lines[max(0, first - notes.MAX_LINES) : first]
    noted = any(notes.opens_note(line.text) and line.sheet == lines[first].sheet for line in before)
    return noted or (at_end and lines[-1].sheet > 0)


def _without_tables(lines: Sequence[Line], found: Iterable[tables.Found]) -> list[Line]:
    taken = {i for table in found for i in range(table.first, table.last)}
    return [line for i, line in enumerate(lines) if i not in taken]


def _as_furniture(
    lines: Iterable[Line], locator: Locator, status: LedgerStatus = "furniture"
) -> list[Furniture]:
    return [
        Furniture(line.text, locator.pieces(line.mapped.glyph_spans()), line.page, status)
        for line in lines
    ]


# --- the body ---------------------------------------------------------------------------


def _body(
    body: Sequence[Line], found: Sequence[tables.Found], lines: Sequence[Line], words: Vocabulary
) -> list[_Placed]:
    """Return the drafts of the text, each table in its place."""
    lists = ListState()
    order = {id(line): i for i, line in enumerate(lines)}
    placed: list[_Placed] = []
    at = 0
    for table in (*found, None):
        end = at
        while end < len(body) and (table is None or order[id(body[end])] < table.first):
            end += 1
        groups = settling.settled(Grouping(lists).groups(body[at:end]))
        if table is None:
            groups = settling.without_last_headings(groups)
        if at == 0 and not (found and found[0].first == 0):
            settling.find_title(groups)
        placed += [_placed(group, words) for group in groups]
        if table is not None:
            own = lines[table.first : table.last]
            draft = Draft(type="table", table=table.table, page=own[0].page)
            placed.append(_Placed(draft, frozenset(line.sheet for line in own)))
        at = end
    return placed


def _placed(group: Group, words: Vocabulary) -> _Placed:
    lines = group.lines
    joined = join(lines, words) if lines else None
    draft = Draft(
        type=group.kind,  # type: ignore[arg-type]
        page=lines[0].page if lines else None,
        level=_level(group),
        number=group.heading.number if group.heading else None,
        separated=group.separated,
    )
    if joined is not None:
        draft.content, draft.lines = joined.content, joined.lines
    if group.bullet is not None and group.bullet_line is not None:
        mapped = group.bullet_line.mapped
        draft.bullet = (mapped.starts[group.bullet.start], mapped.ends[group.bullet.end - 1])
        draft.bullet_digits = group.bullet.kind[:2].strip("(")[:1] == "1"
    return _Placed(draft, frozenset(line.sheet for line in lines))


def _level(group: Group) -> int | None:
    """Return the level that the page itself tells: of an item, of a heading of the contents."""
    heading = group.heading
    if heading is not None and heading.kind == "listed" and heading.number is None:
        return heading.depth
    return group.level


def _texts(draft: Draft) -> Sequence[Draft | DraftCell]:
    return draft.table.cells if draft.table is not None else [draft]


# --- the notes --------------------------------------------------------------------------


def _note_draft(note: Note, words: Vocabulary) -> Draft:
    joined = join(note.lines, words) if note.lines else None
    draft = Draft(type="footnote", label=note.label, label_glyphs=note.label_glyphs)
    if joined is not None:
        draft.content, draft.lines = joined.content, joined.lines
        draft.page = note.lines[0].page
    return draft


def _give_urls(
    lists: Sequence[links.LinkList], found: Sequence[Note], noted: Sequence[Draft]
) -> None:
    """Give the addresses of each page's list to the notes on that page."""
    on_sheet: dict[int, list[Draft]] = defaultdict(list)
    for note, draft in zip(found, noted, strict=True):
        for sheet in sorted(note.sheets):
            on_sheet[sheet].append(draft)
    for group in lists:
        here = on_sheet[group.sheet]
        given = links.assign(group.urls, [draft.content.text for draft in here])
        for draft, urls in zip(here, given, strict=True):
            draft.urls += [url for url in urls if url not in draft.urls]


def _in_sections(body: Sequence[Draft], noted: Sequence[Draft]) -> list[Draft]:
    """Return the body with each note after the last block of the section that calls it."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, note in enumerate(noted):
        places[note.label or ""].append(i)
    out: list[Draft] = []
    placed = called = 0  # notes set behind their section, notes that a mark has called
    for draft in body:
        if draft.type == "heading":
            out += noted[placed:called]
            placed = called
        out.append(draft)
        for mark in (mark for text in _texts(draft) for mark in text.marks):
            same = places[mark.label]
            at = bisect_left(same, called)
            called = same[at] + 1 if at < len(same) else called
    return out + list(noted[placed:])
