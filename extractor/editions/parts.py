"""Which section, table, row and column became which, and what became of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from extractor.editions.edition import Side
from extractor.editions.facets import words
from extractor.editions.pairing import Pair, assigned
from schemas.base import Anchor
from schemas.diff import LineChange, PartChange, TableChange, TextChange
from schemas.document import Table

SAME_TITLE, SAME_PLACE = 0.5, 0.5  # what a title, and what stands below it, say of two parts
TITLES_ALIKE = 0.6  # of the words of two labels, for one to be the other renamed
MIN_SHARE = 0.3  # of what stands in a part, for it to be split off it


@dataclass(frozen=True, slots=True)
class Part:
    """A section or a table, and what stands in it."""

    id: str
    title: str | None
    page: int | None
    inside: frozenset[str]
    """What stands in it: texts, and ids of pairs of figures."""
    above: str | None = None
    """The section above it."""


def became(old: Sequence[Part], new: Sequence[Part]) -> dict[str, str]:
    """Return which part of the old edition became which of the new one, one to one.

    What stands in both counts as much as their titles.
    """
    scores = {(i, j): _likeness(old[i], new[j]) for i, j in _related(old, new)}
    return {old[p.old].id: new[p.new].id for p in assigned(scores, len(old), len(new))}


def _related(old: Sequence[Part], new: Sequence[Part]) -> set[tuple[int, int]]:
    """Return the parts that share a text, a pair of figures or a word of the title."""
    posted: defaultdict[str, list[int]] = defaultdict(list)
    for j, part in enumerate(new):
        for told in _told(part):
            posted[told].append(j)
    return {(i, j) for i, part in enumerate(old) for told in _told(part) for j in posted[told]}


def _told(part: Part) -> Iterable[str]:
    return {*part.inside, *(f"~{word}" for word in words(part.title or ""))}


def _likeness(one: Part, other: Part) -> float:
    """Return how far two parts are one: by a shared title alone, or by most of what is in them."""
    titles = overlap(words(one.title or ""), words(other.title or ""))
    inside = overlap(one.inside, other.inside)
    if titles is None or inside is None:
        return (titles if inside is None else inside) or 0.0
    return max(titles * SAME_TITLE + inside * SAME_PLACE, 0.9 * titles, 0.9 * inside)


def overlap(one: Iterable[str], other: Iterable[str]) -> float | None:
    """Return the share of what either has that both have; None if neither has any."""
    ours, theirs = frozenset(one), frozenset(other)
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else None


class Inside:
    """What stands in the sections and tables of two editions, told alike where it is the same."""

    def __init__(self, old: Side, new: Side, paired: Sequence[Pair]) -> None:
        """Name the figures of a pair alike."""
        self._sides = old, new
        self._names: tuple[dict[str, str], dict[str, str]] = {}, {}
        for at, pair in enumerate(paired):
            self._names[0][old.figures[pair.old].figure.id] = f"#{at}"
            self._names[1][new.figures[pair.new].figure.id] = f"#{at}"

    def sections(self, at: int) -> list[Part]:
        """Return the sections of the old (0) or the new (1) edition."""
        extraction = self._sides[at].extraction
        inside: defaultdict[str | None, set[str]] = defaultdict(set)
        for block in extraction.blocks:
            if block.type not in ("heading", "title", "furniture", "table"):
                inside[block.section_id].add(" ".join(words(block.text)))
        for figure in extraction.figures:
            inside[figure.section_id].add(self._names[at].get(figure.id, figure.id))
        return [
            Part(s.id, s.title, page(s.anchor), frozenset(inside[s.id]), s.parent_id)
            for s in extraction.sections
        ]

    def tables(self, at: int) -> list[Part]:
        """Return the tables of the old (0) or the new (1) edition; their heads stand in them."""
        extraction = self._sides[at].extraction
        inside: defaultdict[str, set[str]] = defaultdict(set)
        for figure in extraction.figures:
            if figure.cell is not None:
                inside[figure.cell.table_id].add(self._names[at].get(figure.id, figure.id))
        found = []
        for table in extraction.tables:
            heads = {" ".join(words(cell.text)) for cell in table.cells if cell.header}
            held = frozenset(inside[table.id] | heads - {""})
            start = page(table.anchor) if table.anchor else None
            found.append(Part(table.id, table.title, start, held))
        return found


def page(anchor: Anchor) -> int | None:
    """Return the page that an anchor begins on; None for a source without pages."""
    return getattr(anchor.source[0], "page", None)


def section_changes(
    old: Sequence[Part], new: Sequence[Part], mapped: Mapping[str, str]
) -> Iterator[TextChange]:
    """Yield what became of the sections that are not what and where they were."""
    ours, theirs = {part.id: part for part in old}, {part.id: part for part in new}
    moved = _out_of_order([part.id for part in old], [part.id for part in new], mapped)
    for part in old:
        there = theirs.get(mapped.get(part.id, ""))
        if there is None:
            yield _text(part, None, ["removed"])
        elif types := _section_types(part, there, mapped, moved):
            yield _text(part, there, types)
    for part in new:
        if part.id not in mapped.values():
            yield _text(None, part, ["added"])
    yield from _parted(ours, theirs, mapped)


def _section_types(
    part: Part, there: Part, mapped: Mapping[str, str], moved: Collection[str]
) -> list[PartChange]:
    """Return what became of a section that stands in both editions."""
    types: list[PartChange] = []
    if words(part.title or "") != words(there.title or ""):
        types.append("renamed")
    if mapped.get(part.above or "") != there.above and (part.above or there.above):
        types.append("moved")
    elif part.id in moved:
        types.append("reordered")
    return types


def _parted(
    ours: Mapping[str, Part], theirs: Mapping[str, Part], mapped: Mapping[str, str]
) -> Iterator[TextChange]:
    """Yield the sections that were split or merged: a good part of one stands in several."""
    back = {new: old for old, new in mapped.items()}
    for part in ours.values():
        others = [t for t in theirs.values() if mapped.get(part.id) != t.id and t.id not in back]
        for other in others:
            if len(part.inside & other.inside) > MIN_SHARE * len(other.inside):
                yield _text(part, other, ["split"])
    for other in theirs.values():
        parts = [p for p in ours.values() if back.get(other.id) != p.id and p.id not in mapped]
        for part in parts:
            if len(part.inside & other.inside) > MIN_SHARE * len(part.inside):
                yield _text(part, other, ["merged"])


def _text(old: Part | None, new: Part | None, types: Sequence[PartChange | str]) -> TextChange:
    return TextChange.model_validate(_sides(old, new) | {"types": tuple(types)})


def _out_of_order(old: Sequence[str], new: Sequence[str], mapped: Mapping[str, str]) -> set[str]:
    """Return those of the old edition that do not stand in the longest order that both keep."""
    kept = [mapped[each] for each in old if each in mapped]
    there = [each for each in new if each in set(kept)]
    matcher = SequenceMatcher(None, kept, there, autojunk=False)
    steady = {kept[i] for i, _, n in matcher.get_matching_blocks() for i in range(i, i + n)}
    return {each for each in old if each in mapped and mapped[each] not in steady}


def table_changes(
    old: Side, new: Side, parts: tuple[Sequence[Part], Sequence[Part]], mapped: Mapping[str, str]
) -> Iterator[TableChange]:
    """Yield what became of the tables that are not what they were."""
    theirs = {part.id: part for part in parts[1]}
    for part in parts[0]:
        there = theirs.get(mapped.get(part.id, ""))
        if there is None:
            yield _table(part, None, ["removed"])
            continue
        types: list[PartChange] = []
        if words(part.title or "") != words(there.title or ""):
            types.append("renamed")
        lines = tuple(_lines(old.facets.tables[part.id], new.facets.tables[there.id]))
        if types or lines:
            yield _table(part, there, types, lines)
    for part in parts[1]:
        if part.id not in mapped.values():
            yield _table(None, part, ["added"])


def _table(
    old: Part | None,
    new: Part | None,
    types: Sequence[PartChange],
    lines: tuple[LineChange, ...] = (),
) -> TableChange:
    return TableChange.model_validate(_sides(old, new) | {"types": tuple(types), "lines": lines})


def _sides(old: Part | None, new: Part | None) -> dict[str, object]:
    """Return what is told of a part in both editions."""
    told: dict[str, object] = {}
    for side, part in (("old", old), ("new", new)):
        told[f"{side}_id"] = None if part is None else part.id
        told[side] = None if part is None else part.title
        told[f"{side}_page"] = None if part is None else part.page
    return told


def _lines(old: Table, new: Table) -> Iterator[LineChange]:
    """Yield what became of the rows and columns of a table, by their labels."""
    yield from _axis("row", _rows(old), _rows(new))
    yield from _axis("column", _columns(old), _columns(new))


def _rows(table: Table) -> list[str]:
    found: dict[int, str] = {}
    for cell in table.cells:
        if cell.header == "column" or cell.row in found or not any(map(str.isalpha, cell.text)):
            continue
        found[cell.row] = cell.text
    return list(found.values())


def _columns(table: Table) -> list[str]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for cell in table.cells:
        if cell.header == "column" and cell.text:
            for col in range(cell.col, cell.col + cell.col_span):
                found[col].append(cell.text)
    return [" / ".join(found[col]) for col in sorted(found)]


def _axis(axis: str, old: Sequence[str], new: Sequence[str]) -> Iterator[LineChange]:
    ours, theirs = _told_apart(old), _told_apart(new)
    mapped = {each: each for each in ours if each in theirs}
    renamed = _renamed([o for o in ours if o not in mapped], [t for t in theirs if t not in mapped])
    both = mapped | renamed
    moved = _out_of_order(list(ours), list(theirs), both)
    for each, label in ours.items():
        there = theirs.get(both.get(each, ""))
        if there is None or each in renamed or each in moved:
            what = "removed" if there is None else "renamed" if each in renamed else "reordered"
            yield _line(axis, what, label, there)
    for each, label in theirs.items():
        if each not in both.values():
            yield _line(axis, "added", None, label)


def _line(axis: str, what: str, old: str | None, new: str | None) -> LineChange:
    return LineChange.model_validate({"type": what, "axis": axis, "old": old, "new": new})


def _told_apart(labels: Sequence[str]) -> dict[str, str]:
    """Return labels by what is compared of them; equal ones by their number."""
    seen = Counter[str]()
    found = {}
    for label in labels:
        told = " ".join(label.casefold().split())
        seen[told] += 1
        found[f"{told} {seen[told]}"] = label
    return found


def _renamed(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Return which labels that are gone became which that are new, by their words."""
    scores = {
        (i, j): likeness
        for i, ours in enumerate(old)
        for j, theirs in enumerate(new)
        if (likeness := overlap(words(ours), words(theirs)) or 0.0) >= TITLES_ALIKE
    }
    return {old[p.old]: new[p.new] for p in assigned(scores, len(old), len(new))}
