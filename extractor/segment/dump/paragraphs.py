"""Lines of the flow grouped into blocks: paragraphs, list items, headings, key figures."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.headings import FIELD, PROSE_WORDS, Heading, goes_on, heading_of
from extractor.segment.dump.items import Bullet, ListState, bullet_of
from extractor.segment.dump.lines import Line, next_word_fits
from extractor.segment.keyfigures import is_as_of_line

UNWRAPPED = 200  # characters; a line that long was not broken by a page's width
ENDED = 0.85  # of the width: after a sentence, a line with that much room left ends on purpose
SHORT_SHARE = 0.6  # of the width: a line with so much room left ends on purpose
LABEL_WORDS, LABEL_LINES = 12, 3  # of a key figure's label
ROW = regex.compile(
    r"""
    ^ [\p{Lu}\d%*(] .* \s [(\-–]?+ \p{Sc}? \d [\d.,/]*+ (?<! \. ) [%)*]*+ $  # no sentence's end
    | .* \.{4} \s* \d++ $
    """,
    regex.X,
)
WITHIN = regex.compile(
    r"""
    ^ (?: \S++ \s++ ){3} .* \p{Ll}{5} [.] \s \p{Lu}  # another sentence begins: no `Govt. Grants`
    | \b (?: the | les? | la | los | las | el | del ) \s \d [\d.,]*+ $
    """,
    regex.X,
)
"""What running text has, and a row of a table has not: a sentence that goes on with its number.

Rows end with `5 to 17`, `wells in 14` and `moins de 5`, but with no article before a number.
"""
CUT_WORD = regex.compile(r"\p{Ll} [\-\u2010\u00ad\ufffe] $", regex.X)
PAGE_NUMBER = regex.compile(r"^\d{1,3}$")
COUNTED = regex.compile(r"^ \d [\d.,]*+ \s \p{Ll}", regex.X)  # `300 people`, `2040, which`
MAX_ROW, MAX_ROW_WORDS = 200, 16  # characters and words of a table's row
MIN_COLUMN = 30  # characters of the narrowest column of running text
FULL_ENOUGH = 60  # characters; a line that long may have been broken whatever the width


@dataclass(slots=True)
class Group:
    """Lines that are one block."""

    kind: str
    """`paragraph`, `list_item`, `heading`, `key_figure`, `title`."""
    lines: list[Line] = field(default_factory=list)
    level: int | None = None
    heading: Heading | None = None
    bullet: Bullet | None = None
    bullet_line: Line | None = None
    separated: bool = False


class Grouping:
    """Reads a stretch of the flow from top to bottom."""

    def __init__(self, lists: ListState) -> None:
        self._lists = lists
        self._groups: list[Group] = []

    def groups(self, lines: Sequence[Line]) -> list[Group]:
        """Return the blocks of the lines, in order."""
        self._groups = []
        for i in range(len(lines)):
            self._place(lines, i)
        return self._groups

    def _place(self, lines: Sequence[Line], i: int) -> None:
        line = lines[i]
        last = self._groups[-1] if self._groups else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        if last is not None and last.heading and self._goes_on(last, line, after):
            last.lines.append(line)
        elif line.entry:
            self._place_entry(line)
        elif self._place_label(line):
            pass
        elif (bullet := self._bullet(lines, i)) is not None:
            self._open_item(bullet, line)
        elif (heading := heading_of(lines, i)) is not None and not self._continues():
            self._groups.append(Group("heading", [line], heading=heading, separated=line.barrier))
            self._lists.close()
        elif shape.is_number(line.text) and not self._in_sentence(line, after):
            self._groups.append(Group("key_figure", [line], separated=line.barrier))
        elif last is not None and self._joins(last, line):
            last.lines.append(line)
        else:
            self._open_text(line)

    def _goes_on(self, heading: Group, line: Line, after: Line | None) -> bool:
        if heading.heading is not None and heading.heading.lines:
            return len(heading.lines) < heading.heading.lines
        return not (line.entry or line.listed) and goes_on(heading.lines, line, after)

    def _place_entry(self, line: Line) -> None:
        """Make an entry of the contents an item of a list; its further lines go with it."""
        if line.entry < 0 and self._groups:
            self._groups[-1].lines.append(line)
        else:
            self._groups.append(Group("list_item", [line], line.entry, separated=line.barrier))

    def _bullet(self, lines: Sequence[Line], i: int) -> Bullet | None:
        bullet = bullet_of(lines[i].text)
        before = lines[i - 1] if i else None
        if bullet is None or not self._lists.opens(bullet, lines[i], before):
            return None
        is_heading = (
            bullet.value is not None and bullet.kind == "1." and heading_of(lines, i) is not None
        )
        return None if is_heading else bullet

    def _open_item(self, bullet: Bullet, line: Line) -> None:
        level = self._lists.level(bullet, line)
        own = [line.rest(bullet.text)] if bullet.text < len(line.text) else []
        self._groups.append(
            Group("list_item", own, level, bullet=bullet, bullet_line=line, separated=line.barrier)
        )

    def _open_text(self, line: Line) -> None:
        if not self._is_label(line):
            self._lists.close()
            self._groups.append(Group("paragraph", [line], separated=line.barrier))
            return
        self._groups.append(Group("key_figure", [line], separated=line.barrier))

    def _place_label(self, line: Line) -> bool:
        """Place a line that is the label of the number above, or goes on with it."""
        if self._is_named_below(line):
            self._groups.append(Group("key_figure", [line]))
        elif self._goes_on_in_grid(line) or self._goes_on_in_capitals(line):
            self._groups[-1].lines.append(line)
        else:
            return False
        return True

    def _is_named_below(self, line: Line) -> bool:
        """Say whether a line below a number set apart tells what it is, or as of when.

        It is no heading then, even in capitals.
        """
        last = self._groups[-1] if self._groups else None
        if last is None or last.kind != "key_figure" or line.gap > 1 or line.barrier:
            return False
        if shape.is_number(line.text) or line.listed:
            return False
        if is_as_of_line(line.text):
            return True
        return self._is_figure(last.lines[0], line) and self._is_label(line)

    def _is_figure(self, number: Line, below: Line) -> bool:
        """Say whether the number last read is a figure of its own: not a page's, not a row's.

        It is where another with its label stands above, or a heading of the text.
        """
        before = self._groups[-2] if len(self._groups) > 1 else None
        named = before is not None and before.kind == "key_figure"
        if named and before is not None and not shape.is_number(before.lines[0].text):
            return True
        if PAGE_NUMBER.match(number.text) and not named:
            return False
        if before is not None and before.heading is not None:
            return below.gap == 0 or before.heading.kind != "capitals"
        return below.gap == 0 and (before is None or number.gap > 0 or number.barrier)

    def _goes_on_in_grid(self, line: Line) -> bool:
        """Say whether a line goes on with the label above, whatever it looks like."""
        last = self._groups[-1] if self._groups else None
        named = last is not None and last.kind == "key_figure"
        return line.goes_on and named and not line.barrier

    def _goes_on_in_capitals(self, line: Line) -> bool:
        """Say whether a line goes on with a key figure's label in capitals."""
        last = self._groups[-1] if self._groups else None
        if last is None or last.kind != "key_figure" or line.listed or shape.is_number(line.text):
            return False
        capitals = shape.is_upper_case(line.text) and shape.is_upper_case(last.lines[-1].text)
        return capitals and self._joins_label(last, line)

    def _is_label(self, line: Line) -> bool:
        """Say whether a line is the label of the number above it."""
        last = self._groups[-1] if self._groups else None
        if last is None or last.kind != "key_figure" or line.barrier or line.gap > 1:
            return False
        return (
            shape.words(line.text) <= LABEL_WORDS
            and not shape.ends_sentence(line.text)
            and (shape.is_number(last.lines[-1].text))
        )

    def _in_sentence(self, line: Line, after: Line | None) -> bool:
        """Say whether a line that is only a number stands in the middle of a paragraph."""
        last = self._groups[-1] if self._groups else None
        if (
            last is None
            or not last.lines
            or not line.close
            or last.kind not in ("paragraph", "list_item")
        ):
            return False
        before = last.lines[-1]
        ends_it = (
            line.text.endswith(".")
            or after is None
            or not after.close
            or shape.starts_lower(after.text)
        )
        return before.full() and not shape.ends_block(before.text) and ends_it

    def _continues(self) -> bool:
        """Say whether the text above surely goes on with the next line."""
        last = self._groups[-1] if self._groups else None
        if last is None or last.kind not in ("paragraph", "list_item") or not last.lines:
            return False
        return shape.ends_open(last.lines[-1].text) and last.lines[-1].full()

    def _joins(self, last: Group, line: Line) -> bool:
        if not last.lines:
            return True  # a bullet alone on its line: its text follows
        if last.kind in ("heading", "key_figure"):
            return last.kind == "key_figure" and self._joins_label(last, line)
        if line.close and not line.barrier:
            return _hangs(last, line) or not _ends_on_purpose(last.lines[-1], line)
        return _resumes(last.lines[-1], line)

    def _joins_label(self, last: Group, line: Line) -> bool:
        if shape.is_number(last.lines[0].text) or not line.close or line.barrier or line.gap:
            return False
        return (
            len(last.lines) < LABEL_LINES
            and shape.words(line.text) <= LABEL_WORDS
            and (not shape.ends_sentence(line.text))
        )


def _hangs(item: Group, line: Line) -> bool:
    """Say whether a line is set in below the bullet of an item that it goes on with."""
    if item.bullet_line is None or line.indent <= item.bullet_line.indent:
        return False
    before = item.lines[-1]
    return not (shape.ends_sentence(before.text) and next_word_fits(before, line))


def _ends_on_purpose(before: Line, line: Line) -> bool:
    """Say whether the text ends before a line that is set close below it."""
    if len(before.text) > UNWRAPPED:
        return not shape.starts_lower(line.text) or shape.ends_block(before.text)
    counted = COUNTED.match(line.text[:80]) is not None and _is_unfinished(before)
    if shape.starts_lower(line.text) or shape.ends_open(before.text) or counted:
        return False
    if any(look(before.text, line.text) for look in (_are_rows, _are_fields)):
        return True
    return next_word_fits(before, line, ENDED if shape.ends_block(before.text) else SHORT_SHARE)


def _is_unfinished(before: Line) -> bool:
    """Say whether a line of running text stops in the middle of its sentence."""
    return shape.words(before.text) >= PROSE_WORDS and not shape.ends_block(before.text)


def _are_rows(above: str, below: str) -> bool:
    """Say whether two lines look like rows of a table: no sentence goes on, or both open alike."""
    if not (_is_row(above) and _is_row(below)):
        return False
    within = any(map(WITHIN.search, (above, below)))
    return not within or above.partition(" ")[0] == below.partition(" ")[0]


def _is_row(text: str) -> bool:
    """Say whether a line looks like the row of a table: a label, then numbers."""
    return (
        len(text) <= MAX_ROW and ROW.match(text) is not None and shape.words(text) <= MAX_ROW_WORDS
    )


def _are_fields(above: str, below: str) -> bool:
    """Say whether each line is a name and its value, as at the head of a letter."""
    return bool(FIELD.match(above) and FIELD.match(below))


def _resumes(before: Line, line: Line) -> bool:
    """Say whether a sentence goes on after a page's or a column's end, or after a note."""
    in_column = before.full() and before.width >= MIN_COLUMN
    if CUT_WORD.search(before.text[-4:]) and shape.starts_lower(line.text):
        return True
    long_enough = in_column or len(before.text) >= FULL_ENOUGH
    if not long_enough or shape.ends_block(before.text):
        return False
    if shape.starts_lower(line.text) or shape.ends_open(before.text):
        return True
    return line.barrier and line.full() and not shape.is_upper_case(line.text)
