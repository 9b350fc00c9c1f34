"""The front of a document: its title, and the lines around it that head nothing."""

from collections.abc import Sequence

import regex

from extractor.readers.geometry import around, downwards, shared
from extractor.segment.issuers import names_issuer
from extractor.segment.layout.headings.issued import part_dates
from extractor.segment.layout.headings.leads import nearer_below
from extractor.segment.layout.headings.signs import (
    CONTENTS,
    LARGER,
    NOT_SMALLER,
    is_heading,
    is_numbered,
    look,
    looks_so,
)
from extractor.segment.layout.paragraphs import SIZE_RATIO, Unit
from extractor.segment.layout.profile import Profile

TITLE_PAGES = 2
MOST_UNITS = 100  # of the front: each is held against the others
DISPLAY = 1.4  # of the body's type
TEXT_CHARACTERS = 120  # so much text of two lines or more is the body, not the front
TEXT_LINES = 2
ONE_TYPE = 1.3  # words of a title differ less in size; a letterhead set in one line differs more
OTHER_TYPE = 0.2  # share of a letterhead's characters set smaller; a raised ending is less
LETTERHEAD_REACH = 1.0  # of the body's type above and below
LETTERHEAD_SIZE = 4  # lines, of all that stands over the title
LETTERHEAD_LINES = 2  # beside a line in the same height: it is a letterhead
TITLE_LEADING = 1.8  # type sizes between the baselines of a title's lines
ALIGNED_PT = 4.0

LEAST_TEXT = 60  # characters of a paragraph that a line on the first pages heads

SECOND_LINE = 0.5  # of the title's size, after a colon or a dash: less is no part of the title

SENTENCE = regex.compile(r"\p{Ll} \s .* [.!?…] $", regex.X | regex.S)
COLON = regex.compile(r"[:–—-]\s*$")
FOLDED = regex.compile(r"[\p{L}\p{N}]++")


def set_front(pages: Sequence[list[Unit]], profile: Profile, hint: str | None) -> None:
    """Give the title and the lines around it their roles; `hint` is the title in the metadata."""
    for at, units in enumerate(pages[:TITLE_PAGES]):
        stop = _opening(units, profile)
        stop += part_dates(units, stop, profile)
        title = _title(units[:stop], pages[at:], profile, hint)
        if title is not None and not _is_set_before(title, pages[:at], profile):
            title.role = "title"
            stop -= _take_lines(units, title)
            _set_lines_around(pages, at, stop, profile)
            return
        _set_letterheads(units[:stop], profile)
        if stop < len(units):
            return  # after the body has begun, no title comes


def _set_lines_around(pages: Sequence[list[Unit]], at: int, stop: int, profile: Profile) -> None:
    """Give the lines around the title that head nothing their role."""
    units = pages[at]
    titled = next(i for i, unit in enumerate(units) if unit.role == "title")
    for i, unit in enumerate(units[:stop]):
        if unit.role is not None or not is_heading(unit, profile):
            continue
        heads = _heads(units, unit, stop) or (i > titled and _heads_content(units, i, profile))
        if heads and i == titled + 1:  # goes with the title, unless white parts them
            heads = nearer_below(units, i) and not _is_subtitle(units, i, profile)
        first = _is_first_of(unit, [units[stop:], *pages[at + 1 :]], profile)
        issues = names_issuer(unit.text) and not (heads and first and i > titled)
        if issues or not (heads or first):
            unit.role = "front"


def _is_subtitle(units: Sequence[Unit], at: int, profile: Profile) -> bool:
    """Whether a line below a title in bold is plain, and no text follows it."""
    seen, title = look(units[at]), look(units[at - 1])
    lighter = title.bold and not (seen.bold or seen.capitals)
    after = units[at + 1]
    return lighter and (after.fixed is not None or not _is_text(after, profile))


def _heads_content(units: Sequence[Unit], at: int, profile: Profile) -> bool:
    """Whether a list, a table, key figures or a text stand below a line, in no larger type."""
    if at + 1 >= len(units):
        return False
    unit, after = units[at], units[at + 1]
    if after.fixed or after.role == "key_figure":
        return True
    if is_heading(after, profile):
        return False
    larger = after.lines[0].size > SIZE_RATIO * unit.lines[0].size
    long = len(after.text) >= LEAST_TEXT or SENTENCE.search(after.text) is not None
    return after.marker is not None or (long and not larger)


def folded(text: str) -> str:
    """Return the letters and digits of a text, for comparing.

    >>> folded("1.2  The Wells:")
    '12thewells'
    """
    return "".join(FOLDED.findall(text)).casefold()


def _opening(units: Sequence[Unit], profile: Profile) -> int:
    """Return the index of the first unit that belongs to the body of the document."""
    for i, unit in enumerate(units[:MOST_UNITS]):
        if not unit.fixed and (_is_text(unit, profile) or _opens_body(unit, profile)):
            return i
    return min(MOST_UNITS, len(units))


def _is_text(unit: Unit, profile: Profile) -> bool:
    size = unit.lines[0].size
    in_body = NOT_SMALLER * profile.body <= size < LARGER * profile.body
    bold = all(line.bold for line in unit.lines) and not profile.body_bold
    return (
        in_body and not bold and len(unit.lines) >= TEXT_LINES and len(unit.text) >= TEXT_CHARACTERS
    )


def _opens_body(unit: Unit, profile: Profile) -> bool:
    heading = is_heading(unit, profile)
    return heading and (is_numbered(unit) or CONTENTS.fullmatch(unit.text) is not None)


def _title(
    opening: Sequence[Unit], pages: Sequence[list[Unit]], profile: Profile, hint: str | None
) -> Unit | None:
    heads = [
        unit
        for unit in opening
        if not unit.fixed
        and is_heading(unit, profile)
        and not _is_letterhead(unit, opening, profile)
    ]
    named = [unit for unit in heads if hint and folded(unit.text) == folded(hint)]
    large = [unit for unit in heads if unit.lines[0].size >= LARGER * profile.body]
    if named or not large:
        return named[0] if named else None
    large = [unit for unit in large if not names_issuer(unit.text)] or large
    first = max(large, key=lambda unit: (round(unit.lines[0].size), look(unit).bold))
    # Below a letterhead stands what the document is; else it may open with its first section.
    headed = _lines_before(opening, first) >= LETTERHEAD_SIZE
    return first if headed or not _recurs(first, pages, profile) else None


def _lines_before(opening: Sequence[Unit], unit: Unit) -> int:
    before = opening[: list(opening).index(unit)]
    return sum(len(other.lines) for other in before)


def _set_letterheads(opening: Sequence[Unit], profile: Profile) -> None:
    for unit in opening:
        if unit.fixed or unit.role:
            continue
        large = unit.lines[0].size >= DISPLAY * profile.body
        issuer = is_heading(unit, profile) and names_issuer(unit.text)
        if issuer or (large and _is_letterhead(unit, opening, profile)):
            unit.role = "front"


def _is_letterhead(unit: Unit, opening: Sequence[Unit], profile: Profile) -> bool:
    """Whether a unit shares its height with lines of another block, as letterheads do."""
    words = [word for line in unit.lines for word in line.words]
    size = max(line.size for line in unit.lines)
    small = sum(len(word.text) for word in words if word.size * ONE_TYPE < size)
    if small > OTHER_TYPE * sum(len(word.text) for word in words):
        return True
    box = around(line.box for line in unit.lines)
    reach = LETTERHEAD_REACH * profile.body
    height = box[1] - reach, box[3] + reach
    beside = [
        line
        for other in opening
        if other is not unit
        for line in other.lines
        if shared(height, downwards(line.box)) > 0 and line.left > box[2]
    ]
    return len(beside) >= LETTERHEAD_LINES


def _recurs(unit: Unit, pages: Sequence[list[Unit]], profile: Profile) -> bool:
    """Whether a unit is set as the headings that follow, and heads something as they do."""
    units = pages[0]
    at = units.index(unit)
    if at + 1 >= len(units) or not _heads_part(units, at, profile):
        return False
    name, seen = folded(unit.text), look(unit)
    later = (other for page in pages for other in page if other is not unit and other.lines)
    return any(
        looks_so(other, seen)
        and not is_numbered(other)
        and is_heading(other, profile)
        and folded(other.text) != name
        for other in later
    )


def _heads_part(units: Sequence[Unit], at: int, profile: Profile) -> bool:
    """Whether text, a list, a table or a lower heading with its own follows a unit."""
    after = units[at + 1]
    if after.fixed or _is_text(after, profile) or _heads_content(units, at, profile):
        return True
    lower = after.lines[0].size < units[at].lines[0].size and is_heading(after, profile)
    return lower and _heads_content(units, at + 1, profile)


def _is_first_of(unit: Unit, after: Sequence[Sequence[Unit]], profile: Profile) -> bool:
    """Whether a line is set as headings after the front are, otherwise than words in the text."""
    if unit.lines[0].size < LARGER * profile.body and unit.lines[0].color == profile.body_color:
        return False
    seen, numbered = look(unit), is_numbered(unit)
    return any(
        looks_so(other, seen) and is_numbered(other) == numbered and is_heading(other, profile)
        for units in after
        for other in units
        if other.lines
    )


def _is_set_before(unit: Unit, pages: Sequence[Sequence[Unit]], profile: Profile) -> bool:
    """Whether pages before have a heading that is set alike: then neither is the title."""
    seen = look(unit)
    return any(
        other.lines and looks_so(other, seen) and is_heading(other, profile)
        for units in pages
        for other in units
    )


def _take_lines(units: list[Unit], title: Unit) -> int:
    """Join to the title the units that go on with it; return how many."""
    after = units.index(title) + 1
    taken = 0
    while after < len(units) and _goes_on(title, units[after]):
        title.lines += units.pop(after).lines
        taken += 1
    return taken


def _goes_on(title: Unit, unit: Unit) -> bool:
    if unit.fixed or unit.marker or is_numbered(unit):
        return False
    last, line = title.lines[-1], unit.lines[0]
    alike = max(last.size, line.size) <= SIZE_RATIO * min(last.size, line.size)
    near = 0 < line.baseline - last.baseline <= TITLE_LEADING * line.size
    middles = abs(last.left + last.right - line.left - line.right) / 2
    sides = min(abs(last.left - line.left), abs(last.right - line.right), middles)
    announced = COLON.search(title.text) is not None and line.size >= SECOND_LINE * last.size
    return (alike or announced) and near and sides <= ALIGNED_PT


def _heads(units: Sequence[Unit], unit: Unit, stop: int) -> bool:
    """Whether a unit stands right over the text with which the body begins."""
    at = units.index(unit)
    return at == stop - 1 and stop < len(units) and not is_numbered(units[stop])
