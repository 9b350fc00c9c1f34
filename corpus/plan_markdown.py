"""The Markdown form: what a careful conversion of the plan to Markdown looks like."""

from itertools import zip_longest

from plan_content import Block, Line, Plan
from plan_sheet import Sheet

EMPHASIS = {"bold": "**", "italic": "*"}
HEADING_SHIFT = 1  # the title takes the first level


def write_markdown(plan: Plan) -> Sheet:
    """Write the whole plan; footnotes follow the part that calls them."""
    sheet = Sheet()
    for part, blocks in plan.parts():
        for block, follower in zip_longest(blocks, blocks[1:]):
            start = sheet.position
            sheet.write("> " if block.fields.get("box") else "")
            WRITERS[block.kind](sheet, block)
            sheet.close(block.id, start)
            sheet.write(_between(block, follower))
        for note in plan.notes_of(part):
            _write_note(sheet, note.label, note.line)
    return sheet


def _between(block: Block, follower: Block | None) -> str:
    """What stands between two blocks; a list is tight, a box goes on with a blank quoted line."""
    if follower is None:
        return "\n\n"
    if block.kind == follower.kind == "item":
        return "\n"
    boxed = block.fields.get("box") and follower.fields.get("box")
    return "\n>\n" if boxed else "\n\n"


def _write_line(sheet: Sheet, line: Line) -> None:
    for run in line.runs:
        if run.kind == "mark":
            star = run.text == "*"
            sheet.write_mark(run.text, "\\" if star else "[^", "" if star else "]")
        if not run.in_text:
            continue
        emphasis = EMPHASIS.get(run.kind, "")
        sheet.write("[" if run.address else emphasis)
        for character in run.text:
            sheet.write_character(line, "\\$" if character == "$" else character)
        sheet.write(emphasis)
        if run.address:
            sheet.write("](")
            sheet.write(run.address, "url")
            sheet.write(")")


def _write_note(sheet: Sheet, label: str, line: Line) -> None:
    start = sheet.position
    sheet.write("\\" if label == "*" else "[^")
    sheet.write(label, "footnote_marker")
    sheet.write(" " if label == "*" else "]: ")
    _write_line(sheet, line)
    sheet.close(line.id, start)
    sheet.write("\n\n")


def _write_title(sheet: Sheet, block: Block) -> None:
    sheet.write("# ")
    for index, line in enumerate(block.lines):
        sheet.write(" " if index else "")
        _write_line(sheet, line)


def _write_heading(sheet: Sheet, block: Block) -> None:
    sheet.write("#" * (block.fields["level"] + HEADING_SHIFT) + " ")
    if block.number is not None:
        _write_line(sheet, block.number)
        sheet.write(" ")
    _write_line(sheet, block.lines[0])


def _write_paragraph(sheet: Sheet, block: Block) -> None:
    _write_line(sheet, block.lines[0])


def _write_item(sheet: Sheet, block: Block) -> None:
    sheet.write("  " * (block.fields["level"] - 1))
    if block.number is None:
        sheet.write("- ")
    else:
        _write_line(sheet, block.number)
        sheet.write(" ")
    _write_line(sheet, block.lines[0])


def _write_quote(sheet: Sheet, block: Block) -> None:
    sheet.write("> ")
    _write_line(sheet, block.lines[0])


def _write_caption(sheet: Sheet, block: Block) -> None:
    sheet.write("*")
    _write_line(sheet, block.lines[0])
    sheet.write("*")


def _write_table_caption(sheet: Sheet, block: Block) -> None:
    sheet.write("**")
    _write_line(sheet, block.lines[0])
    sheet.write("**")


def _write_key_figure(sheet: Sheet, block: Block) -> None:
    first, *rest = block.lines
    sheet.write("**")
    _write_line(sheet, first)
    sheet.write("**\n\n")
    for index, line in enumerate(rest):
        sheet.write("  \n" if index else "")
        _write_line(sheet, line)


def _write_bare(sheet: Sheet, block: Block) -> None:
    for index, line in enumerate(block.lines):
        sheet.write("  \n" if index else "")
        _write_line(sheet, line)


def _write_contents(sheet: Sheet, block: Block) -> None:
    for index, (number, name, page) in enumerate(block.rows):
        sheet.write("\n" if index else "")
        sheet.write("  - " if "." in number.text else "- ")
        _write_line(sheet, number)
        sheet.write(" " if number.text else "")
        _write_line(sheet, name)
        sheet.write(" ..... ")
        _write_line(sheet, page)


def _write_table(sheet: Sheet, block: Block) -> None:
    if block.fields["style"] == "open":
        _write_tabbed_rows(sheet, block)
        return
    columns = len(block.fields["align"])
    for index, row in enumerate(block.rows):
        sheet.write("\n" if index else "")
        sheet.write("|")
        for cell in row:
            sheet.write(" ")
            _write_line(sheet, cell)
            sheet.write(" |" if cell.text else "|")
        sheet.write(" |" * (columns - len(row)))
        if index == 0:
            rule = {"l": ":---", "r": "---:", "c": ":---:"}
            sheet.write("\n| " + " | ".join(rule[side] for side in block.fields["align"]) + " |")


def _write_tabbed_rows(sheet: Sheet, block: Block) -> None:
    for index, row in enumerate(block.rows):
        sheet.write("\n" if index else "")
        for column, cell in enumerate(row):
            sheet.write("\t" if column else "")
            _write_line(sheet, cell)


WRITERS = {
    "title": _write_title,
    "line": _write_paragraph,
    "heading": _write_heading,
    "contents": _write_contents,
    "paragraph": _write_paragraph,
    "item": _write_item,
    "quote": _write_quote,
    "caption": _write_caption,
    "table_caption": _write_table_caption,
    "table_note": _write_paragraph,
    "keyfigure": _write_key_figure,
    "bare": _write_bare,
    "table": _write_table,
}
