"""Block rules beyond CommonMark: footnotes, rows without a delimiter row, whole HTML tables."""

from collections.abc import Callable

import regex
from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

FOOTNOTE = "footnote"
ROWS = "rows"
HTML_TABLE = "html_block"  # read as any block of HTML, but not cut at a blank line

_NO_TABLE_END = "planfacts_no_table_end"  # key of the parser's environment

MAX_CELL_GAP = 1  # lines without a tab that stand for a row of one cell between two rows

DEFINITION = regex.compile(
    r"\[\^ (?P<label> [^\]\s\[]{1,40}+ ) \]: [\ \t]*+ (?P<text> .*+ )", regex.X | regex.S
)
DELIMITERS = regex.compile(r"\|? (?: [\ \t]*+ :? -++ :? [\ \t]*+ (?: \| | $ ) )++", regex.X)
MARKER = regex.compile(r"[-*+•>] | \#{1,6} | \d{1,9} [.)]", regex.X)
TABLE_TAG = regex.compile(r"< (?P<close> / )? table \b", regex.X | regex.I)

Rule = Callable[[StateBlock, int, int, bool], bool]


def parser() -> MarkdownIt:
    """Return the parser: CommonMark and tables, without indented code.

    In a plan, a line that is set in is text; a program is not printed there.
    """
    md = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    md.disable("code")
    md.inline.ruler2.disable("fragments_join")
    ends_paragraph: RuleOptionsType = {"alt": ["paragraph", "reference"]}
    ends_any: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("table", ROWS, tab_rows, ends_paragraph)
    md.block.ruler.after("table", "pipe_rows", pipe_rows, ends_paragraph)
    md.block.ruler.before("reference", FOOTNOTE, footnote, ends_any)
    md.block.ruler.before("html_block", "html_table", html_table, ends_any)
    md.block.ruler.at("paragraph", paragraph)
    return md


def line_text(state: StateBlock, line: int) -> str:
    """Return a line as its container leaves it, its indent kept."""
    return state.src[state.bMarks[line] : state.eMarks[line]]


def is_delimiter_row(text: str) -> bool:
    """Say whether a line is the row of dashes below a table's header.

    >>> is_delimiter_row("|---|:--:|"), is_delimiter_row("---"), is_delimiter_row("| - 4 |")
    (True, False, False)
    """
    return "|" in text and DELIMITERS.fullmatch(text.strip()) is not None


def is_tab_row(text: str) -> bool:
    r"""Say whether a line is a row of cells between tabs.

    >>> is_tab_row("\t\t2031"), is_tab_row("Shelter\t12")
    (True, True)
    >>> is_tab_row("\tA line set in."), is_tab_row("1.\tAn item")
    (False, False)
    """
    cells = text.split("\t")
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(cells) < 2 or not filled or MARKER.fullmatch(filled[0]):  # noqa: PLR2004  # two cells make a row
        return False
    return len(filled) > 1 or text.count("\t") > 1


def is_pipe_row(text: str) -> bool:
    """Say whether a line is a row of cells between pipes.

    >>> is_pipe_row("| Shelter | 12 |"), is_pipe_row("either | or")
    (True, False)
    """
    text = text.strip()
    return text.startswith("|") and text.endswith("|") and text.count("|") > 2  # noqa: PLR2004  # two cells


def tab_rows(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # a rule's signature
    """Take two or more lines of cells between tabs; inside a container a tab is an indent."""
    if state.level:
        return False
    line = first
    while line < end:
        if is_tab_row(line_text(state, line)):
            line += 1
        elif line > first and _is_lone_label(state, line, end):
            line += MAX_CELL_GAP
        else:
            break
    return _take_rows(state, first, line, "\t", silent=silent)


def pipe_rows(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # a rule's signature
    """Take two or more lines of cells between pipes that are no table of GitHub's kind."""
    line = first
    while line < end and state.sCount[line] >= state.blkIndent:
        text = line_text(state, line)[state.tShift[line] :]
        if not is_pipe_row(text) and not is_delimiter_row(text):
            break
        line += 1
    return _take_rows(state, first, line, "|", silent=silent)


def _is_lone_label(state: StateBlock, line: int, end: int) -> bool:
    """Say whether a line without a tab names the rows below it, which end at no blank line."""
    text = line_text(state, line).strip()
    return (
        bool(text)
        and text[0].isalnum()
        and line + 1 < end
        and is_tab_row(line_text(state, line - 1))
        and is_tab_row(line_text(state, line + 1))
    )


def _take_rows(state: StateBlock, first: int, after: int, separator: str, *, silent: bool) -> bool:
    if after - first < 2:  # noqa: PLR2004  # one line with a tab in it is a line
        return False
    if not silent:
        token = state.push(ROWS, "", 0)
        token.map = [first, after]
        token.markup = separator
        state.line = after
    return True


def footnote(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # a rule's signature
    """Take a footnote's definition with the lines that run on from it."""
    column = state.bMarks[first] + state.tShift[first]
    match = DEFINITION.match(state.src, column, state.eMarks[first])
    if match is None:
        return False
    if silent:
        return True
    after = _run_on(state, first + 1, end)
    token = state.push(FOOTNOTE, "", 0)
    token.map = [first, after]
    token.info = match["label"]
    below = state.getLines(first + 1, after, state.blkIndent, keepLastLF=False)
    token.content = f"{match['text']}\n{below}" if after > first + 1 else match["text"]
    state.line = after
    return True


def html_table(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # a rule's signature
    """Take an HTML table from its opening to its closing tag, blank lines or not."""
    if not TABLE_TAG.match(
        state.src, state.bMarks[first] + state.tShift[first], state.eMarks[first]
    ):
        return False
    if silent:
        return True
    after = _table_end(state, first, end)
    if after is None:
        return False
    token = state.push(HTML_TABLE, "", 0)
    token.map = [first, after]
    token.content = state.getLines(first, after, state.blkIndent, keepLastLF=True)
    state.line = after
    return True


def _table_end(state: StateBlock, first: int, end: int) -> int | None:
    """Return the line after the one that closes the table; None where none does."""
    if state.env.get(_NO_TABLE_END) == end:  # a search that failed above fails here as well
        return None
    depth = 0
    for line in range(first, end):
        for tag in TABLE_TAG.finditer(state.src, state.bMarks[line], state.eMarks[line]):
            depth += -1 if tag["close"] else 1
        if depth <= 0:
            return line + 1
    state.env[_NO_TABLE_END] = end
    return None


def paragraph(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001  # a rule's signature
    """Take a paragraph: lines up to a blank one or to one that opens another block.

    CommonMark takes a line that is set in by four as part of the paragraph above, whatever it
    holds; there is no indented code here, so that such a line may open a block.
    """
    outer, state.parentType = state.parentType, "paragraph"
    after = _run_on(state, first + 1, state.lineMax)
    content = state.getLines(first, after, state.blkIndent, keepLastLF=False).strip()
    state.line = after
    state.push("paragraph_open", "p", 1).map = [first, after]
    token = state.push("inline", "", 0)
    token.content, token.map = content, [first, after]
    state.push("paragraph_close", "p", -1)
    state.parentType = outer
    return True


def _run_on(state: StateBlock, line: int, end: int) -> int:
    """Return the first line that does not go on with a paragraph."""
    rules = state.md.block.ruler.getRules("paragraph")
    while line < end and not state.isEmpty(line):
        # A negative count marks a line that a block quote has already looked at.
        if state.sCount[line] >= 0 and any(
            rule(state, line, end, True)  # noqa: FBT003  # a rule's signature
            for rule in rules
        ):
            break
        line += 1
    return line
