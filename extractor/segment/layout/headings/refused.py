"""What is set like a heading and heads nothing: names under a text, labels of charts and forms."""

from collections import Counter
from collections.abc import Sequence

import regex

from extractor.readers.geometry import around, downwards, shared, sideways
from extractor.segment.layout.headings.drawn import labels_drawn
from extractor.segment.layout.headings.signs import LARGER, NOT_SMALLER, Look, is_numbered, look
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile

NAME = regex.compile(
    r"""
    (?: \p{Lu} [\p{L}.'’\-]* (?: \s \p{Ll}{1,3} )? \s ){1,4}+    # Ada M. van der
    \p{Lu} [\p{L}'’\-]+ (?: , \s [\p{L}.]{1,6} )?                # Fenn, PhD
    """,
    regex.X,
)
ADDRESS = regex.compile(r"\S @ [\w\-]++ \. | (?<! \d ) \+ \d{1,3} [\s(.\-]", regex.X)
ADDRESS_LINES = 4
DISPLAY = 1.4  # of the body's type: no title of a table is so large
OWN_SIZE = 1.04  # of the body's type: headings have it, and titles of tables seldom
LABEL_WORDS = 4
ROW_REACH = 1.5  # type sizes that heads of columns may stand higher or lower
BYLINE_LINES = 2
BYLINE_REACH = 2.0  # type sizes from a name to the office under it
LABELS = 3  # so many of one look in a row label something drawn


def refused(flow: Sequence[Unit], candidates: set[int], profile: Profile) -> set[int]:
    """Return which candidates are no headings; only size or a number makes one sure."""
    found = _runs(flow, candidates) | _table_titles(flow, candidates, profile)
    found |= _set_as_text(flow, candidates)
    run = 0
    for at in sorted(candidates):
        unit = flow[at]
        run = run + 1 if at - 1 in candidates and _one_look(flow[at - 1], unit) else 1
        if unit.lines[0].size >= LARGER * profile.body or is_numbered(unit):
            continue
        heads_other = at + 1 in candidates and _one_look(unit, flow[at + 1])
        alone = at + 1 >= len(flow) or heads_other or run >= LABELS
        if (
            alone
            or labels_drawn(flow, at, candidates)
            or _in_row(flow, at)
            or _signs(flow, at, profile)
        ):
            found.add(at)
    return found


def _set_as_text(flow: Sequence[Unit], candidates: set[int]) -> set[int]:
    """Return the plain lines set as more text is than headings: larger than what tables hold."""
    plain = {at for at in candidates if _is_plain(flow[at]) and not is_numbered(flow[at])}
    looks = {look(flow[at]) for at in plain}
    balance: Counter[Look] = Counter()
    for at, unit in enumerate(flow if plain else ()):
        seen = look(unit) if unit.lines and not unit.role else None
        if seen in looks:
            balance[seen] += -len(unit.text) if at in candidates else len(unit.text)
    return {at for at in plain if balance[look(flow[at])] > 0}


def _is_plain(unit: Unit) -> bool:
    seen = look(unit)
    return not (seen.bold or seen.capitals)


def _runs(flow: Sequence[Unit], candidates: set[int]) -> set[int]:
    """Return the lines of lists: several of one look with nothing between them, in any size."""
    found: set[int] = set()
    run: list[int] = []
    for at in sorted(candidates):
        if run and run[-1] == at - 1 and _one_look(flow[at - 1], flow[at]):
            run.append(at)
        else:
            run = [at]
        if len(run) >= LABELS and not is_numbered(flow[run[0]]):
            found.update(run)
    return found


def _table_titles(flow: Sequence[Unit], candidates: set[int], profile: Profile) -> set[int]:
    """Return the lines right over a table that are set as titles of tables are.

    A heading there is set as others are, in other type than the body's, or in far larger type.
    """
    over = {at for at in candidates if not is_numbered(flow[at]) and _heads_table(flow, at)}
    others = {look(flow[at]) for at in candidates - over}
    looks = Counter(look(flow[at]) for at in candidates)
    found: set[int] = set()
    for at in over:
        seen = look(flow[at])
        larger = seen.size >= LARGER * profile.body
        own = seen.color != profile.body_color or seen.size >= OWN_SIZE * profile.body
        known = looks[seen] > 1 if larger else seen in others and own
        if not known and seen.size < DISPLAY * profile.body:
            found.add(at)
    return found


def _heads_table(flow: Sequence[Unit], at: int) -> bool:
    """Whether a table follows a unit, with a line in brackets between them at most."""
    unit = flow[at]
    for below in flow[at + 1 : at + 3]:
        if below.fixed:
            return below.region.page == unit.page
        if not below.text.startswith("("):
            return False
    return False


def _in_row(flow: Sequence[Unit], at: int) -> bool:
    """Whether short units stand beside a unit, as the heads of columns do."""
    unit = flow[at]
    after = at + 1 < len(flow) and _beside(unit, flow[at + 1])
    # What stands before and lower is the end of the column before, not a head beside this one.
    return after or (at > 0 and _beside(unit, flow[at - 1]) and _low(flow[at - 1]) <= _low(unit))


def _low(unit: Unit) -> float:
    return unit.lines[-1].bottom


def _beside(one: Unit, other: Unit) -> bool:
    if other.fixed or one.page != other.page or len(other.text.split()) > LABEL_WORDS:
        return False
    box, next_box = (around(line.box for line in unit.lines) for unit in (one, other))
    level = shared(downwards(box), downwards(next_box)) >= -ROW_REACH * one.lines[0].size
    return level and shared(sideways(box), sideways(next_box)) <= 0


def _one_look(one: Unit, other: Unit) -> bool:
    return look(one) == look(other) and not is_numbered(other)


def _signs(flow: Sequence[Unit], at: int, profile: Profile) -> bool:
    """Whether a unit is a name with an address, or only an office in smaller type, under it."""
    name, office = flow[at], flow[at + 1]
    if office.fixed or office.page != name.page or NAME.fullmatch(name.text) is None:
        return False
    if not office.marker and len(office.lines) <= ADDRESS_LINES and ADDRESS.search(office.text):
        return True
    line, under = name.lines[-1], office.lines[0]
    small = under.size < NOT_SMALLER * line.size and len(office.lines) <= BYLINE_LINES
    near = 0 < under.baseline - line.baseline <= BYLINE_REACH * line.size
    return small and near and not _goes_on(flow, at + 2, name, profile)


def _goes_on(flow: Sequence[Unit], at: int, name: Unit, profile: Profile) -> bool:
    """Whether text in the body's type follows in the column."""
    if at >= len(flow) or flow[at].fixed:
        return False
    unit = flow[at]
    return unit.region is name.region and unit.lines[0].size >= NOT_SMALLER * profile.body
