"""The headings of a document: candidates by their look, held against what follows them."""

from collections.abc import Sequence

from extractor.segment.layout.headings.contents import Outline, told, told_levels
from extractor.segment.layout.headings.levels import levels
from extractor.segment.layout.headings.refused import refused
from extractor.segment.layout.headings.signs import is_heading
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile


def heading_levels(
    pages: Sequence[list[Unit]], figures: Sequence[set[int]], profile: Profile, outline: Outline
) -> dict[int, int]:
    """Return the level of each heading by the identity of its unit; `figures` are key figures."""
    titles = told_levels(pages, outline)
    flow = [unit for units in pages for unit in units]
    candidates: set[int] = set()
    at = 0
    for units, taken in zip(pages, figures, strict=True):
        for i, unit in enumerate(units):
            if not unit.fixed and i not in taken and not unit.role and is_heading(unit, profile):
                candidates.add(at + i)
        at += len(units)
    unsure = {i for i in candidates if told(flow[i], titles) is None}
    chosen = sorted(candidates - (refused(flow, candidates, profile) & unsure))
    found = [flow[i] for i in chosen]
    ranked = levels(found, [told(unit, titles) for unit in found])
    return {id(unit): level for unit, level in zip(found, ranked, strict=True)}
