"""The day of issue on the front of a document: a line of its own below whoever issues it."""

import regex

from extractor.segment.layout.headings.signs import LARGER
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile

MOST_LINES = 4  # of an issuer's name and address

DATE = regex.compile(
    r"""
    (?: \d{1,2} (?: \. | er | st | nd | rd | th )? \s (?: de \s )? )?
    \p{L}{3,12} \.? ,? (?: \s \d{1,2} , )? \s (?: de \s )? (?: 19 | 20 ) \d{2}
    """,
    regex.X,
)
NAME = regex.compile(r"(?<! \S ) \p{Lu} [\p{L}\p{M}’'-]+ \)? $", regex.X)


def part_dates(units: list[Unit], stop: int, profile: Profile) -> int:
    """Part days from the names above them in the first `stop` units; return how many."""
    parted = 0
    for unit in units[:stop]:
        if not unit.fixed and not unit.marker and _ends_in_date(unit, profile):
            at = units.index(unit) + 1
            units.insert(at, Unit([unit.lines.pop()], unit.region, full=unit.full))
            unit.full = False
            parted += 1
    return parted


def _ends_in_date(unit: Unit, profile: Profile) -> bool:
    """Whether the last line is a day or a month alone, and the one above ends in a name.

    A title may say its month in its last line; it is set in larger type.
    """
    if not 1 < len(unit.lines) <= MOST_LINES or unit.lines[0].size >= LARGER * profile.body:
        return False
    above, last = unit.lines[-2:]
    return DATE.fullmatch(last.text) is not None and NAME.search(above.text) is not None
