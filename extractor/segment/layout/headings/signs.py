"""Headings: told by size, weight, capitals, colour and number, never by one of them alone."""

from dataclasses import dataclass

import regex

from extractor.segment.captions import kind_of
from extractor.segment.layout.keyfigures.nearby import is_yearly
from extractor.segment.layout.keyfigures.values import VALUE
from extractor.segment.layout.lines import Line
from extractor.segment.layout.paragraphs import Unit, leader
from extractor.segment.layout.profile import Profile

LARGER = 1.12  # type this much larger than the body's heads something
DISPLAY = 1.4  # so large a type a plain sentence is not set in
NOT_SMALLER = 0.94
SMALL_CAPITALS = (0.65, 0.9)  # of the size of the initials
MOST_LINES = 4
MOST_BOLD_LINES = 2  # in the body's size
MOST_CHARACTERS = 220

WORDS = regex.compile(r"\p{L}{2,}")
ENDS = regex.compile(r"[.;,،؛] $", regex.X)
COUNTED = regex.compile(r"\p{Lu}\p{L}{2,14} [\s\u00a0] \d{1,2} [.:]", regex.X)
CONTENTS = regex.compile(
    r"""
    \W* (?: (?: table \s of \s )? contents | table \s des \s matières | sommaire
      | índice | contenido | tabla \s de \s contenido s? | содержание | оглавление
      | sumário | sommario | indice | المحتويات | inhalt (?: sverzeichnis )? ) \W*
    """,
    regex.X | regex.I,
)
NUMBER = regex.compile(
    r"""
    (?: (?P<decimal> \d{1,2} (?: \. \d{1,2} )*+ ) (?: [.)] (?! \d ) | (?= [\s\u00a0] ) )
      | (?P<letter> \p{Lu} | [IVX]{1,5} ) [.)] (?= [\s\u00a0] )
      | \(?+ (?P<bracketed> \p{L} | \d{1,2} | [ivx]{1,5} ) \) )
    """,
    regex.X,
)


@dataclass(slots=True, unsafe_hash=True)
class Look:
    """How a heading is set."""

    size: float
    bold: bool
    capitals: bool
    italic: bool
    color: str


def look(unit: Unit) -> Look:
    """Return how a unit is set."""
    text = unit.text
    capitals = text.isupper() or _in_small_capitals(unit.lines[0])
    return Look(
        size=_largest(unit.lines[0]) if capitals else unit.lines[0].size,
        bold=all(line.bold for line in unit.lines),
        capitals=capitals,
        italic=all(line.italic for line in unit.lines),
        color=unit.lines[0].color,
    )


def looks_so(unit: Unit, seen: Look) -> bool:
    """Whether a unit is set so; its first line tells of most that they are not."""
    first = unit.lines[0]
    if first.color != seen.color or (seen.bold and not first.bold):
        return False
    return (seen.capitals or first.size == seen.size) and look(unit) == seen


def _in_small_capitals(line: Line) -> bool:
    """Whether a line's first letter is larger than the rest of its word, as in small capitals.

    Some files tell them as small letters.
    """
    if len(line.words) < len(("initial", "rest")):
        return False
    initial, rest = line.words[:2]
    parted = len(initial.text) == 1 and rest.glued and rest.text[0].isalpha()
    least, most = SMALL_CAPITALS
    return parted and least * initial.size <= rest.size <= most * initial.size


def _largest(line: Line) -> float:
    """Return the largest type of a line's letters: that of small capitals is their initials'."""
    return max([word.size for word in line.words if word.text.isalpha()], default=line.size)


def is_numbered(unit: Unit) -> bool:
    """Whether a unit opens with a printed number."""
    return NUMBER.match(unit.text) is not None


def depth(text: str) -> int:
    """Return how deep a printed number is: 2 of `2.1`, 1 of `A.`, 0 where there is none."""
    found = NUMBER.match(text)
    if found is None:
        return 0
    return found["decimal"].count(".") + 1 if found["decimal"] else 1


def is_heading(unit: Unit, profile: Profile) -> bool:
    """Whether a unit reads as a heading."""
    if unit.role is not None:
        return unit.role == "title"
    if not is_title_like(unit):
        return False
    seen, ends = look(unit), ENDS.search(unit.text) is not None
    if seen.size >= LARGER * profile.body:
        return not ends or _is_display(unit, seen, profile)
    return not ends and _is_emphatic(unit, seen, profile)


def _is_display(unit: Unit, seen: Look, profile: Profile) -> bool:
    """Whether a unit in larger type is a heading though it ends as a sentence does."""
    if len(unit.lines) > 1:
        return seen.bold and is_counted(unit.text)
    if seen.italic and not (seen.bold or profile.body_italic):
        return False  # but somebody's words, as they are pulled out of a text
    plain = not (seen.bold or seen.capitals) and seen.color == profile.body_color
    return not plain or seen.size >= DISPLAY * profile.body


def is_counted(text: str) -> bool:
    """Whether a text opens with a word and its number, as titles in whole sentences do.

    >>> is_counted("Outcome 3. By 2031 all roads are open."), is_counted("In 2031 roads were.")
    (True, False)
    """
    return COUNTED.match(text) is not None


def is_title_like(unit: Unit) -> bool:
    """Whether a unit is short and worded as a title, however it is set."""
    text = unit.text
    bulleted = unit.marker is not None and not unit.marker.counted
    short = len(unit.lines) <= MOST_LINES and len(text) <= MOST_CHARACTERS
    counted = unit.marker.text if unit.marker else ""
    return short and not bulleted and not _is_no_title(text.removeprefix(counted).lstrip())


def is_marked_out(unit: Unit, profile: Profile, *, centred: bool = False) -> bool:
    """Whether a unit in the body's size is set apart only as words in a text are too.

    Bold where much of the text is bold, one word in capitals, italics, a colour, a place in the
    middle (`centred`): a heading only where it leads a text.
    """
    seen = look(unit)
    if not is_title_like(unit) or len(unit.lines) > MOST_BOLD_LINES or ENDS.search(unit.text):
        return False
    announces = unit.marker is not None and unit.text.rstrip().endswith(":")
    if seen.size < NOT_SMALLER * profile.body or announces:
        return False
    other = seen.color != profile.body_color
    sloped = seen.italic and not profile.body_italic
    return centred or seen.bold or seen.capitals or sloped or other


def _is_emphatic(unit: Unit, seen: Look, profile: Profile) -> bool:
    """Whether a unit in the body's size stands out by its weight or its capitals."""
    n_lines = len(unit.lines)
    if seen.size < NOT_SMALLER * profile.body or n_lines > MOST_BOLD_LINES:
        return False
    in_capitals = seen.capitals and len(WORDS.findall(unit.text)) > 1 and n_lines == 1
    return in_capitals or (seen.bold and not profile.body_bold)


def _is_no_title(text: str) -> bool:
    """Whether a text is something else by its words: a number, a line of contents, a caption."""
    return (
        not WORDS.search(text)
        or text[0].islower()
        or VALUE.fullmatch(" ".join(text.split())) is not None
        or is_yearly(text)
        or leader(text) is not None
        or kind_of(text) is not None
    )
