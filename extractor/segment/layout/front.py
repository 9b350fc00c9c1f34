"""The front of a document: its title, and the lines of a cover that head nothing."""

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractor.segment.layout import headings
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile

TITLE_LARGER = 1.4  # of the body's type
TITLE_PAGES = 2
COVER_WORDS = 150  # a page with more is no cover
GOES_ON = regex.compile(r"[:–—-]\s*$")
SAME_SIZE = 0.97
SECOND_LINE = 0.5  # of the title's size: a smaller line does not go on with it

NAME = regex.compile(r"(?:\p{Lu}[\p{L}.’'\-]*\s){1,4}\p{Lu}[\p{L}.’'\-]*")
LONGEST_ROLE = 12  # words of the line below a signature


def title_of(pages: Sequence[list[Unit]], heads: Sequence[Unit]) -> list[Unit]:
    """Return the units of the title: the first in the largest type of the first pages.

    A title that ends with a colon or a dash goes on in the unit below it, and so does one whose
    next unit is set alike.
    """
    front = {id(unit) for units in pages[:TITLE_PAGES] for unit in units}
    heads = [u for u in heads if id(u) in front and not headings.CONTENTS.fullmatch(u.text)]
    size = max((unit.lines[0].size for unit in heads), default=0.0)
    first = next((unit for unit in heads if unit.lines[0].size >= size), None)
    if first is None:
        return []
    title = [first]
    units = next(units for units in pages if any(unit is first for unit in units))
    at = next(i for i, unit in enumerate(units) if unit is first)
    for unit in units[at + 1 :]:
        if unit.fixed or not _goes_on(title[-1], unit):
            break
        title.append(unit)
    return title


def _goes_on(above: Unit, below: Unit) -> bool:
    size = below.lines[0].size / above.lines[0].size
    alike = size >= SAME_SIZE and below.lines[0].bold == above.lines[0].bold
    return alike or (GOES_ON.search(above.text) is not None and size >= SECOND_LINE)


def is_large(title: Sequence[Unit], profile: Profile) -> bool:
    """Whether a title is set as one."""
    return bool(title) and title[0].lines[0].size >= TITLE_LARGER * profile.body


def cover_lines(pages: Sequence[list[Unit]], title: Sequence[Unit]) -> list[Unit]:
    """Return the units beside the title on a page that is a cover: they head nothing."""
    for units in pages[:TITLE_PAGES]:
        if not any(unit is one for unit in units for one in title):
            continue
        words = sum(len(unit.text.split()) for unit in units)
        numbered = any(headings.NUMBER.match(unit.text) for unit in units)
        if words <= COVER_WORDS and not numbered:
            return list(units)
    return []


def signatures(units: Sequence[Unit], profile: Profile) -> list[Unit]:
    """Return the names that stand above a role (`Ada Fenn`, `Director General`), no headings."""
    found: list[Unit] = []
    for unit, below in pairwise(units):
        if unit.fixed or below.fixed or unit.lines[0].size >= headings.LARGER * profile.body:
            continue
        role = below.text.strip()
        is_role = len(role.split()) <= LONGEST_ROLE and role[-1:] not in {".", ":", ";"}
        if NAME.fullmatch(unit.text.strip()) and is_role and not below.lines[0].bold:
            found.append(unit)
    return found
