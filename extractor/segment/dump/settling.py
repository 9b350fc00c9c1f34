"""Blocks seen among their neighbours: headings of nothing, numbers without a name, the title."""

from collections.abc import Sequence

from extractor.segment.credits import credit_of
from extractor.segment.dump import levels, shape
from extractor.segment.dump.headings import FIELD, MAX_PLAIN_WORDS
from extractor.segment.dump.paragraphs import Group
from extractor.segment.dump.rows import YEAR

MAX_TITLE = 240  # characters
MAX_TITLE_LINES = 4
MIN_TITLE_LETTERS = 4
MIN_GROUPS = 3  # blocks of a document that has a title
KEY_FIGURE_RUN = 3  # bare numbers in a row are a column of a table, not key figures
HEADED = 2  # bare numbers that a heading right above them names
CREDIT_LINES = 6  # of a picture's caption


def settled(groups: list[Group]) -> list[Group]:
    """Return the groups with numbers that nothing names, and headings of nothing, as paragraphs."""
    for group in groups:
        if not group.lines and group.bullet_line is not None:  # a bullet without any text
            group.kind, group.lines, group.bullet = "paragraph", [group.bullet_line], None
    before: Group | None = None
    for kind, run in _runs(groups):
        lone = kind == "key_figure" and _is_column(run, before)
        if lone or (kind == "heading" and _too_many(run)):
            _demote(run)
        before = run[-1]
    _demote(_heading_nothing(groups))
    return groups


def without_last_headings(groups: list[Group]) -> list[Group]:
    """Return the groups with headings that nothing follows, told ones apart, as paragraphs."""
    for group in reversed(groups):
        if group.heading is None or _is_told(group):
            break
        _demote([group])
    return groups


def _demote(groups: Sequence[Group]) -> None:
    for group in groups:
        group.kind, group.heading = "paragraph", None


def _is_told(group: Group) -> bool:
    """Say whether a heading's number or the contents tell that it is one."""
    heading = group.heading
    return heading is not None and (heading.kind == "listed" or heading.number is not None)


def _is_plain(group: Group) -> bool:
    return group.heading is not None and group.heading.kind == "plain"


def _runs(groups: Sequence[Group]) -> list[tuple[str, list[Group]]]:
    runs: list[tuple[str, list[Group]]] = []
    for group in groups:
        if runs and runs[-1][0] == group.kind:
            runs[-1][1].append(group)
        else:
            runs.append((group.kind, [group]))
    return runs


# --- numbers ----------------------------------------------------------------------------


def _is_column(run: Sequence[Group], before: Group | None) -> bool:
    """Say whether numbers set one below the other are no key figures: nothing says what they are.

    A label below names a number, a year above it, or a heading right above one or two.
    """
    is_number = [shape.is_number(group.lines[0].text) for group in run]
    dated = [_dates_next(run, i) for i in range(len(run))]
    longest = length = 0
    for i, bare in enumerate(is_number):
        named = dated[i] or (i > 0 and dated[i - 1])
        length = length + 1 if bare and not named else 0
        longest = max(longest, length)
    headed = before is not None and before.kind == "heading" and len(run) <= HEADED
    unnamed = all(is_number) and not any(dated) and not headed
    return unnamed or longest >= KEY_FIGURE_RUN


def _dates_next(run: Sequence[Group], i: int) -> bool:
    """Say whether a year stands right above a number."""
    if i + 1 >= len(run) or not YEAR.match(run[i].lines[0].text):
        return False
    below = run[i + 1].lines[0]
    value = shape.is_number(below.text) and not YEAR.match(below.text)
    return value and below.gap == 0 and not below.barrier


# --- headings ---------------------------------------------------------------------------


def _too_many(run: Sequence[Group]) -> bool:
    """Say whether headings in a row are a list, a table; what the contents list is neither."""
    listed = any(group.heading is not None and group.heading.kind == "listed" for group in run)
    return len(run) > levels.MAX_IN_A_ROW and not listed


def _heading_nothing(groups: Sequence[Group]) -> list[Group]:
    """Return the plain headings between which and the next heading nothing stands but a picture.

    Such is the name below a letter. Below a told heading, a plain one may have others below it.
    """
    found: list[Group] = []
    heads_nothing = False  # whether that is so of the group below
    below: Group | None = None
    pictured = False
    for i in range(len(groups) - 1, -1, -1):
        group = groups[i]
        if below is not None and _is_credited(group):
            pictured = True
            continue
        if below is not None and (_is_plain(group) or _is_office(group)):
            opens = i > 0 and _is_told(groups[i - 1])
            listed = below.heading is not None and below.heading.kind == "listed"
            ended = below.heading is not None and (listed or pictured)
            heads_nothing = heads_nothing or (ended and not (opens and not listed))
        else:
            heads_nothing = False
        if heads_nothing and _is_plain(group):
            found.append(group)
        below, pictured = group, False
    return found


def _is_office(group: Group) -> bool:
    """Say whether a block is one short line that is no sentence: a role below a name."""
    if group.kind != "paragraph" or len(group.lines) != 1:
        return False
    text = group.lines[0].text
    return shape.words(text) <= MAX_PLAIN_WORDS and not shape.ends_block(text)


def _is_credited(group: Group) -> bool:
    """Say whether a block is the caption of a picture: it ends in a credit."""
    if group.kind != "paragraph" or len(group.lines) > CREDIT_LINES:
        return False
    return credit_of(" ".join(line.text for line in group.lines)) is not None


# --- the title --------------------------------------------------------------------------


def find_title(groups: list[Group]) -> None:
    """Make the short lines that open the document its title, as one block."""
    if len(groups) < MIN_GROUPS or groups[0].kind not in ("heading", "paragraph"):
        return
    own = [groups[0]]
    for group in groups[1:]:
        line = group.lines[0] if group.lines else None
        if (
            line is None
            or not line.close
            or line.barrier
            or group.kind not in ("heading", "paragraph")
        ):
            break
        own.append(group)
    lines = [line for group in own for line in group.lines]
    short = len(lines) <= MAX_TITLE_LINES and sum(len(line.text) for line in lines) <= MAX_TITLE
    wordless = len(shape.LETTER.findall("".join(line.text for line in lines))) < MIN_TITLE_LETTERS
    if (
        FIELD.match(lines[0].text)
        or not short
        or wordless
        or shape.ends_block(lines[-1].text)
        or (own[0].heading and own[0].heading.number)
    ):
        return
    if groups[0].kind == "paragraph" and len(own) == 1 and lines[-1].full() and len(lines) > 1:
        return
    groups[: len(own)] = [Group("title", lines)]
    _demote(_imprint(groups[1:]))


def _imprint(groups: Sequence[Group]) -> list[Group]:
    """Return the plain lines below the title that head no text: its author, its date."""
    plain: list[Group] = []
    for group in groups:
        if not _is_plain(group):
            break
        plain.append(group)
    dated = bool(plain) and any(c.isdigit() for line in plain[-1].lines for c in line.text)
    return plain if dated else plain[:-1]
