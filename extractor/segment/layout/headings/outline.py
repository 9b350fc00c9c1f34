"""The headings of a document: candidates by their look, held against what follows them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractor.segment.layout.headings.contents import (
    Outline,
    Told,
    bare,
    is_entry,
    told_headings,
)
from extractor.segment.layout.headings.drawn import heads_figures
from extractor.segment.layout.headings.leads import is_centred, leads_text, parts_texts
from extractor.segment.layout.headings.levels import levels
from extractor.segment.layout.headings.refused import refused
from extractor.segment.layout.headings.signs import (
    Look,
    depth,
    is_heading,
    is_marked_out,
    is_title_like,
    look,
)
from extractor.segment.layout.headings.tagged import TaggedHeadings
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile

LEAST_ALIKE = 2  # lines in italics or a colour that lead a text, before they are headings


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What is asked about the headings of a document."""

    profile: Profile
    outline: Outline
    tagged: TaggedHeadings
    no_headings: Collection[int]
    """Identities of units that are something else: key figures, captions of pictures."""


def heading_levels(pages: Sequence[list[Unit]], witnesses: Witnesses) -> dict[int, int]:
    """Return the level of each heading by the identity of its unit."""
    flow = [unit for units in pages for unit in units]
    free = {
        at
        for at, unit in enumerate(flow)
        if not (unit.fixed or unit.role or is_entry(unit) or id(unit) in witnesses.no_headings)
    }
    looked = {at for at in free if is_heading(flow[at], witnesses.profile)}
    tagged = _tagged(flow, free, looked, witnesses)
    leading = _leading(flow, free, looked, witnesses.profile)
    candidates = looked | leading | set(tagged)
    told = _told(flow, candidates, told_headings(pages, witnesses.outline))
    unsure = {at for at in looked if told[at] is None and at not in tagged}
    chosen = sorted(candidates - (refused(flow, candidates, witnesses.profile) & unsure))
    listed = [told[at] for at in chosen]
    if not any(level is not None for level in listed):
        listed = [tagged.get(at) for at in chosen]
    ranked = levels([flow[at] for at in chosen], listed, marked=bool(witnesses.outline))
    return {id(flow[at]): level for at, level in zip(chosen, ranked, strict=True)}


def _tagged(
    flow: Sequence[Unit], free: set[int], looked: set[int], witnesses: Witnesses
) -> dict[int, int]:
    """Return the levels of the units that the structure tree calls headings, where they may be.

    The tree alone is not believed: such a unit looks like a heading too, or is marked out.
    """
    tree = witnesses.tagged
    levels_told = {at: tree.level(flow[at]) for at in free if is_title_like(flow[at])}
    return {
        at: level
        for at, level in levels_told.items()
        if level is not None and (at in looked or is_marked_out(flow[at], witnesses.profile))
    }


def _leading(flow: Sequence[Unit], free: set[int], looked: set[int], profile: Profile) -> set[int]:
    """Return the units that are headings for their place: they lead a text, or key figures.

    Others do so, too. One alone does where it parts two texts of a column, or is numbered below a
    number.
    """
    found = {
        at
        for at in free - looked
        if is_marked_out(flow[at], profile, centred=is_centred(flow, at))
        and (leads_text(flow, at, profile) or heads_figures(flow, at, profile))
    }
    looks: Counter[Look] = Counter(look(flow[at]) for at in found | looked)
    return {
        at
        for at in found
        if looks[look(flow[at])] >= LEAST_ALIKE or parts_texts(flow, at) or depth(flow[at].text) > 1
    }


def _told(flow: Sequence[Unit], candidates: set[int], told: Told) -> dict[int, int | None]:
    """Return what the document's lists tell of each candidate."""
    titles = Counter(bare(flow[at].text) for at in candidates)
    return {at: told.level(flow[at], alone=titles[bare(flow[at].text)] == 1) for at in candidates}
