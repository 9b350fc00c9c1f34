"""`Source: X` below a table, a chart or a key figure, or at the end of a text."""

from collections.abc import Iterator

import regex

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding, Span
from extractor.bind.sources.works import address_in, cited_title
from extractor.segment.captions import LABEL
from extractor.segment.document import Block

_LEAD = r"""
    (?i: (?: data \s )?+ (?: sources? | source \(s\) | fuentes? | quellen?
      | font(?: es? | i ) | джерел[оа]
      | источники? | المصدر ) (?: \s (?: of | des | de ) \s (?: data | données | datos ) )?+ )
    \s?+ :
"""
LINE = regex.compile(
    rf"""
    ^ \s*+ [(\[]?+ {_LEAD} \s*+ (?P<all> (?P<name> [^\n]{{2,300}}? )
    (?P<signs> (?: \s*+ [;.] )?+ \s++ [*†‡]{{1,3}}+ \s [^\n]*+ )?+ ) $
    """,
    regex.X,
)
"""A block that is a source line, which explanations of signs may follow: `; * without Ost`."""
OF_SEVERAL = regex.compile(
    r"""
    ^ \W*+ (?i: (?: data \s )?+ sources? | fuentes? )
    \s (?: for | of | to | pour | des | de | para ) \s (?: the \s | les \s | l[oa]s \s )?+
    (?i: tables | tableaux | cuadros | tablas ) \s
    (?P<numbers> \d{1,3}
      (?: (?: \s? [,–\-] \s? | ,? \s (?: and | to | et | à | y | a | al ) \s ) \d{1,3} ){1,8} )
    \s? : \s*+ (?P<name> [^\n]{2,300}+ ) $
    """,
    regex.X,
)
"""A source line that several tables share, by their numbers: `Sources for Tables 3 and 4: …`."""
SIGN = regex.compile(r"(?<! \S ) [*†‡]{1,3}+ (?= \s )", regex.X)
AT_END = regex.compile(
    rf"""
    (?<= [.;!?)\]”"] \s | \n | (?P<in_bracket> [(\[] ) )
    {_LEAD} \s*+ (?P<name> [^\n]{{2,300}}+ ) $
    """,
    regex.X,
)
"""A source line at the end of a block that says more."""
NOTE = regex.compile(
    r"""
    ^ \W*+ (?: notes? | nb | n\.b\. | remarques? | notas?
      | hinweise? | anmerkung (?: en )? | примітк[аи] | примечани[ея] ) \s?+ [:.]
    """,
    regex.X | regex.I,
)
"""How a note below a table or chart opens, which a source line may end."""
CLOSING = " .)]"
SENTENCE = regex.compile(r"\p{Ll} [.!?] (?: \s | $ )", regex.X)
MAX_LABEL = 80  # characters of what a chart prints: longer text is none of its labels
MAX_LABELS = 200  # blocks of one chart


def line_sources(context: Context) -> None:
    """Bind the figures that have no source to the source line of their table, chart or text.

    A source in a bracket that ends a text is that of its last sentence, but for a caption.
    """
    for index, block in enumerate(context.doc.blocks):
        if block.type == "table":
            continue
        text = context.doc.quote(block.span)
        line = LINE.match(text)
        several = OF_SEVERAL.match(text) if line is None else None
        if several is not None:
            _assign(_source(block, several), _figures_of_tables(context, several["numbers"]))
            continue
        at_end = AT_END.search(text) if line is None else None
        if line is not None:
            name = "name" if _explains_signs(context, index, line) else "all"
            _assign(_source(block, line, name), _figures_above(context, index))
        elif at_end is not None and (block.type == "caption" or not at_end["in_bracket"]):
            before = (block.span[0], block.span[0] + at_end.start())
            source = _source(block, at_end)
            _assign(source, _figures_with(context, block, before))
            if NOTE.match(text):
                _assign(source, _figures_above(context, index))


def _explains_signs(context: Context, line: int, match: "regex.Match[str]") -> bool:
    """Say whether a source line ends in explanations of signs, each once, one of them used above.

    Else the signs part the members of a list: `Source: Harbour Office; * Tidal Board`.
    """
    signs = SIGN.findall(match["signs"] or "")
    if not signs or len(signs) != len(set(signs)):
        return False
    used = regex.compile(r"(?<= [^\s*†‡] ) \\?+ \L<signs> (?! [*†‡] )", regex.X, signs=signs)
    blocks = context.doc.blocks
    above = (b for b in blocks[max(0, line - MAX_LABELS) : line] if b.page == blocks[line].page)
    return any(used.search(context.doc.text, *block.span) for block in above)


def _source(block: Block, match: "regex.Match[str]", group: str = "name") -> SourceBinding:
    name = match[group].rstrip(CLOSING)
    start = block.span[0] + match.start(group)
    span = (start, start + len(name))
    url = address_in(name)
    return SourceBinding(cited_title(name), "stated", "source.line", span, url=url)


def _assign(source: SourceBinding, founds: Iterator[Found]) -> None:
    for found in founds:
        lasts = found.cell is not None and found.reading.kind == "duration"
        if not found.sources and (lasts or not found.is_time):
            found.sources = [source]


def _figures_of_tables(context: Context, numbers: str) -> Iterator[Found]:
    """Yield the figures of the tables whose numbers a source line names: `3 and 4`, `3 to 5`."""
    named = list(map(int, regex.findall(r"\d+", numbers)))
    if regex.search(r"[–\-] | \b (?: to | à | a | al ) \b", numbers, regex.X):
        named = list(range(named[0], named[-1] + 1))
    for index, table in enumerate(context.doc.tables):
        label = LABEL.match(table.title or "")
        if label is not None and label["number"].isdecimal() and int(label["number"]) in named:
            yield from context.by_table.get(index, [])


def _figures_with(context: Context, block: Block, before: Span) -> Iterator[Found]:
    """Yield the figures of a text that its source closes, and of the table it is a caption of."""
    captioned = (
        i
        for i, t in enumerate(context.doc.tables)
        if t.caption_id == block.id or (t.title_span and t.title_span[0] == block.span[0])
    )
    yield from context.founds_in(before)
    for table in captioned:
        yield from context.by_table.get(table, [])


def _figures_above(context: Context, line: int) -> Iterator[Found]:
    """Yield the figures of the table, key figure or chart that a source line stands below."""
    doc = context.doc
    block = doc.blocks[line]
    noted = next((i for i, t in enumerate(doc.tables) if block.id in t.notes), None)
    if noted is not None:
        yield from context.by_table.get(noted, [])
    elif block.group is not None:
        yield from (f for f in context.founds if doc.blocks[f.block].group == block.group)
        yield from _key_figures_above(context, line)
    else:
        for above in _chart_above(context, line):
            yield from context.founds_in(above.span)


def _key_figures_above(context: Context, line: int) -> Iterator[Found]:
    """Yield the key figures in a row that a source line closes, up to another such line."""
    blocks = context.doc.blocks
    for block in reversed(blocks[max(0, line - MAX_LABELS) : line]):
        if block.type != "key_figure" or block.page != blocks[line].page:
            return
        if LINE.match(context.doc.quote(block.span)):
            return
        yield from context.founds_in(block.span)


def _chart_above(context: Context, line: int) -> Iterator[Block]:
    """Yield the labels of a chart that ends before a block, and the caption over them."""
    blocks = context.doc.blocks
    for block in reversed(blocks[max(0, line - MAX_LABELS) : line]):
        text = context.doc.quote(block.span)
        if block.page != blocks[line].page or block.type in {"heading", "table", "footnote"}:
            return
        if block.type == "caption":
            yield block
            return
        if len(text) > MAX_LABEL or SENTENCE.search(text) or LINE.match(text):
            return
        yield block
