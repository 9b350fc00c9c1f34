"""What a cell measures by the heads above it, or else by the title of its table."""

from collections.abc import Iterator

from extractor.bind.context import Context
from extractor.bind.found import Span
from extractor.bind.sumwords import is_sum
from extractor.bind.tables.ages import AGES
from extractor.bind.tables.classes import CLASS
from extractor.bind.tables.datewords import before_date
from extractor.bind.tables.headers import (
    WORDS,
    YEAR,
    heads_amounts,
    is_frame,
    is_whole,
    names_sex,
    numbers_rows,
    parts_people,
    says_how,
)
from extractor.bind.tables.naming import ONLY_DIMENSIONS, bare_title, undated, without_remarks
from extractor.bind.tables.nouns import PART_OF, counted_noun
from extractor.bind.tables.summaries import is_summary, lists_indicators
from extractor.bind.tables.titles import without_label
from extractor.bind.tables.unitheads import unit_of_head, without_unit
from extractor.data.tables import load
from extractor.segment.captions import opens_caption
from extractor.segment.document import Cell, Table
from extractor.segment.titles import is_total, read_quantity, read_unit

MAX_NAME = 12  # words; a longer header over others is a banner
MIN_WIDE = 3  # columns of a table in which two may lie below one header of their own
MAX_LINES = 3  # blocks over a table among which its title is
MAX_LINE = 80  # characters of a line that names a statement


def head_of(
    context: Context, index: int, columns: list[Cell], *, labelled: bool
) -> tuple[str, Span | None]:
    """Return what the columns of a cell, or else the table's title, say is measured, and where.

    `labelled` is whether a label says what its row is: a title that is a text then says no more.
    """
    table = context.doc.tables[index]
    counting = bool(columns) and says_how(columns[-1].text)
    parting = _parting(table, columns, counting=counting)
    named = [(_measure(context, index, c), c.span, c) for c in parting]
    named = [one for one in named if one[0]]
    if len(named) > 1 and _is_unit_below(context, index, named[-2][2], named[-1]):
        named.pop()
    telling = [
        one
        for one in named
        if not parts_people(one[0]) or _is_one_of_measures(context, index, one[2])
    ]
    if telling or not named:
        return _joined(telling) or _of_table(context, index, columns, labelled=labelled)
    titled = _of_table(context, index, columns, labelled=labelled)
    return titled if titled[0] else _joined(named) or titled


def _is_unit_below(
    context: Context, index: int, over: Cell, below: tuple[str, Span | None, Cell]
) -> bool:
    """Say whether a head is but the unit of the one over it: `Length` over `km`.

    `Harvest` over `Hectares` and `Tonnes` is parted by them.
    """
    text, _, cell = below
    if read_quantity(text)[0] is None:
        return False
    governed = context.collected.governed[index]
    beside = (governed.get((cell.row + 1, cell.col + step)) for step in (-1, 1))
    return not any(what is not None and over in what.columns for what in beside)


def _joined(named: list[tuple[str, Span | None, Cell]]) -> tuple[str, Span | None] | None:
    """Return what several heads say, and where the nearest stands; None for none."""
    return (" ".join(text for text, _, _ in named), named[-1][1]) if named else None


def _of_table(
    context: Context, index: int, columns: list[Cell], *, labelled: bool
) -> tuple[str, Span | None]:
    """Return what columns whose heads name no measure are of: a sum of all, or the title.

    Of the title are amounts only where it names a sum of money (`Table 1. Revenue by giver`).
    """
    table = context.doc.tables[index]
    last = next((c for c in reversed(columns) if is_whole(c.text) or _counts_anything(c)), None)
    own = (without_unit(last.text), last.span) if last is not None else ("", None)
    titled = next(_titles(context, table, labelled=labelled), None)
    of_sums = titled is not None and is_sum(titled[0], context.collected.language or "en")
    if heads_amounts(own[0]):
        return titled if titled is not None and of_sums and _is_titled(table) else own
    if last is not None and not of_sums and _adds_up(context, index, last):
        return own
    how = says_how(columns[-1].text if columns else "") or is_summary(context, index)
    is_list = titled is not None and not of_sums and lists_indicators(table, titled[0])
    if labelled and (is_list or (how and not _is_titled(table))):
        return "", None  # the head says how the row is counted, its label what
    return titled or own


def _is_titled(table: Table) -> bool:
    """Say whether a table has a title of its own, with its label (`Table 3. Boats`)."""
    return opens_caption(table.title or "")


def _counts_anything(head: Cell) -> bool:
    """Say whether a head says that its rows are counted or sums, and not of what."""
    return says_how(head.text) or heads_amounts(without_unit(head.text))


def _adds_up(context: Context, index: int, total: Cell) -> bool:
    """Say whether a total stands beside columns of several measures, not of years or groups."""
    return is_total(total.text) and any(_measures_beside(context, index, total))


def _is_one_of_measures(context: Context, index: int, head: Cell) -> bool:
    """Say whether a head of one sex measures: `Women` beside `Days`, `Men (%)` beside `Pupils`.

    The share of each sex parts people, as their count does, and so do shares below a rate.
    """
    table = context.doc.tables[index]
    heads = (c for c in table.cells if c.header == "column" and c is not head)
    sex = without_unit(head.text)
    if not names_sex(sex) or any(parts_people(without_unit(c.text)) for c in heads):
        return False
    if sex == head.text:
        return any(_measures_beside(context, index, head))
    unit = unit_of_head(head.text)
    title = next(_titles(context, table, labelled=True), ("", None))[0]
    is_share = unit is not None and unit.unit == "percent" and not _names_rate(title)
    return is_share and _counts_people_beside(context, table, head)


def _names_rate(title: str) -> bool:
    """Say whether a title names a rate among people, of which the shares below it are values."""
    rates = load("tables.toml")["people"]["rates"]
    return any(word in rates for word in WORDS.findall(title.lower()))


def _counts_people_beside(context: Context, table: Table, head: Cell) -> bool:
    """Say whether a column beside a head counts people: `Number of participants`."""
    heads = (c for c in table.cells if c.header == "column" and c.row == head.row and c is not head)
    bare = (c.text for c in heads if without_unit(c.text) == c.text)
    nouns = (counted_noun(text, context.collected.language) for text in bare)
    return any(noun is not None and noun.is_group for noun in nouns)


def _measures_beside(context: Context, index: int, head: Cell) -> Iterator[bool]:
    """Yield for each column beside a head whether its own head names a measure, no group."""
    for cell in context.doc.tables[index].cells:
        if cell.header == "column" and cell.row == head.row and 0 < cell.col != head.col:
            text = _measure(context, index, cell)
            yield bool(text) and not _is_group(context, text)


def _is_group(context: Context, head: str) -> bool:
    """Say whether a head parts people: by sex or age, or as one of their groups."""
    said = counted_noun(head, context.collected.language)
    aged = AGES.fullmatch(head) or CLASS.fullmatch(head)
    return parts_people(head) or aged is not None or (said is not None and said.is_group)


def _titles(context: Context, table: Table, *, labelled: bool) -> Iterator[tuple[str, Span]]:
    """Yield what the table's title says is measured; for one that is a date, what its heading says.

    A title that only lists dimensions (`By sector`) says nothing, nor does that of the document.
    """
    title, span = table.title, table.title_span
    if title is None or span is None:
        return
    title = _without_document(context, title)
    bare = bare_title(context, title, span)
    if is_frame(bare) or _only_dates(context, span):
        over = _line_over(context, table, span)
        section = next(iter(context.headings_of(table.block)), None)
        if over is not None:
            title, span = context.doc.quote(over), over
        elif section is None or section.span == span:
            return
        else:
            title, span = section.title, section.span
        bare = bare_title(context, title, span)
    whole = context.doc.title_span
    is_of_document = whole is not None and context.doc.quote(whole) == title
    is_text = labelled and bare.count(" ") >= MAX_NAME and not opens_caption(title)
    if bare and not (is_of_document or is_text or ONLY_DIMENSIONS.match(without_label(title))):
        yield bare, span


def _without_document(context: Context, title: str) -> str:
    """Return a title without the document's, or the body's name that is its title, before it.

    Accounts head each statement so: `LORN PORT Statement of Operations`.
    """
    whole = context.doc.quote(context.doc.title_span) if context.doc.title_span else ""
    start, rest = title[: len(whole)], title[len(whole) :]
    named = " " in whole and start.casefold() == whole.casefold()
    own = rest[:1] == " " and rest[1:2].isupper() and " " in rest.strip()
    return rest.strip() if named and own else title


def _line_over(context: Context, table: Table, span: Span) -> Span | None:
    """Return where the line stands that is right over a title which only says when or how.

    Statements are headed by their name, and below it by the day or period that they are of.
    """
    blocks = context.doc.blocks
    titles = range(table.block - 1, max(0, table.block - 1 - MAX_LINES), -1)
    at = next((i for i in titles if blocks[i].span[0] <= span[0] < blocks[i].span[1]), None)
    if at is None:
        return None
    above = blocks[at - 1]
    if at > 1 and is_frame(context.doc.quote(above.span)):
        above = blocks[at - 2]  # when stands over how: `Year ended June 30`, `(in thousands)`
    if above.type != "paragraph" or above.page != blocks[at].page:
        return None
    over = above.span
    text = context.doc.quote(over)
    names = text[:1].isupper() and not text.endswith((".", ":", ";", ","))
    return over if names and len(text) <= MAX_LINE and not context.founds_in(over) else None


def _only_dates(context: Context, span: Span) -> bool:
    """Say whether a line only says when: `31 December 2031, with figures of 2030`.

    It opens with a date, and no word follows that right away, as in `May 2031 tide plan`.
    """
    first = next((f for f in context.founds_in(span) if f.is_time), None)
    if first is None:
        return False
    text = context.doc.text
    before, after = text[span[0] : first.span[0]], text[first.span[1] : span[1]].lstrip()
    return not before_date(before, context.collected.language) and (
        not after[:1].isalpha() or after.startswith("with ")
    )


def _parting(table: Table, columns: list[Cell], *, counting: bool) -> list[Cell]:
    """Return the headers without the banners over the table, which part no columns.

    Where the nearest header only counts, one over all columns but that of the labels is a banner.
    """
    width = table.n_cols - 1 if counting and table.n_cols > MIN_WIDE else table.n_cols
    named = [c for c in columns if c.col_span < width and c.text.count(" ") < MAX_NAME]
    return named or ([] if counting else columns)


def _measure(context: Context, table: int, cell: Cell) -> str:
    """Return what a header says is measured; nothing where it is a time, a place or a unit."""
    if cell.span is None or YEAR.match(cell.text) or context.is_period(table, cell.text):
        return ""
    text = without_remarks(without_unit(undated(context, cell.span)))
    if _says_nothing(text, first=cell.col == 0):
        return ""
    if context.areas.of(cell) is not None:
        return ""
    places = context.places_in(cell.span)
    alone = len(places) == 1 and places[0].span == cell.span
    return "" if alone else " ".join(PART_OF.sub("", text).split())


def _says_nothing(text: str, *, first: bool) -> bool:
    """Say whether a header only numbers, counts or adds up, or is nothing but a unit."""
    if numbers_rows(text, first=first) or is_whole(text) or says_how(text) or heads_amounts(text):
        return True
    return read_unit(text) != (None, None) or not any(c.isalpha() for c in text)
