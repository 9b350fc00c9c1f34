"""The headings of a document: candidates by their look, held against what follows them."""

from collections import Counter
from collections.abc import Sequence

from extractor.segment.layout.headings.contents import (
    Outline,
    Told,
    bare,
    is_entry,
    told_headings,
)
from extractor.segment.layout.headings.levels import levels
from extractor.segment.layout.headings.refused import refused
from extractor.segment.layout.headings.signs import is_heading
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile


def heading_levels(
    pages: Sequence[list[Unit]], figures: Sequence[set[int]], profile: Profile, outline: Outline
) -> dict[int, int]:
    """Return the level of each heading by the identity of its unit; `figures` are key figures."""
    flow = [unit for units in pages for unit in units]
    candidates = _candidates(pages, figures, profile)
    told = _told(flow, candidates, told_headings(pages, outline))
    unsure = {at for at in candidates if told[at] is None}
    chosen = sorted(candidates - (refused(flow, candidates, profile) & unsure))
    ranked = levels([flow[at] for at in chosen], [told[at] for at in chosen])
    return {id(flow[at]): level for at, level in zip(chosen, ranked, strict=True)}


def _candidates(
    pages: Sequence[list[Unit]], figures: Sequence[set[int]], profile: Profile
) -> set[int]:
    """Return which units of all pages look like headings."""
    found: set[int] = set()
    at = 0
    for units, taken in zip(pages, figures, strict=True):
        for i, unit in enumerate(units):
            free = not unit.fixed and i not in taken and not unit.role
            if free and is_heading(unit, profile) and not is_entry(unit):
                found.add(at + i)
        at += len(units)
    return found


def _told(flow: Sequence[Unit], candidates: set[int], told: Told) -> dict[int, int | None]:
    """Return what the document's lists tell of each candidate."""
    titles = Counter(bare(flow[at].text) for at in candidates)
    return {at: told.level(flow[at], alone=titles[bare(flow[at].text)] == 1) for at in candidates}
