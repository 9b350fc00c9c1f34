"""Which lines of a table a total adds up: told by labels and order, confirmed by arithmetic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from extractor.check.intervals import Term, Verdict, compare, total
from extractor.check.tables.grid import MISSING, Content, Grid, Held
from extractor.check.tables.tracks import COARSE, Track, can_be_part, may_be_summed

MAX_STEPS = 200_000  # additions tried in one direction of a table; a plan's tables take a tenth
TOTALS = ("total", "net")
SURE = 2  # tracks that must add up before a label less plain than `total` is believed
MOST = 0.75  # of the lines that stand over others must add up, or they do not stand over others
MAX_TAKEN = 3  # lines that only look as if they stood over others, in one group
PLAIN = 3  # tracks that must add up before a line without any such label is believed
MAX_PLAIN = 100  # lines of a table in which such lines are looked for
UNNAMED = 100  # such a line must be that many times its tolerance
UNNAMED_TWICE = 2000  # the same, in a table of two years or places


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts in one track, and how they stand to each other."""

    stated: Held
    parts: tuple[Held, ...]
    computed: Term
    verdict: Verdict
    label: str
    """What the total is called, and the track that it is the sum of."""
    alone: bool = False
    """Whether no other track bears out that it adds up those parts."""

    @property
    def says(self) -> bool:
        """Whether it tells anything that it adds up."""
        return sum(part.term.value != 0 for part in self.parts) > 1

    @property
    def fits(self) -> bool:
        """Whether it adds up, within what was printed."""
        return self.verdict in ("agrees", "rounded")


@dataclass(slots=True)
class Relation:
    """What a line adds up, with what follows of it in each track."""

    line: int
    parts: tuple[int, ...]
    natural: bool
    """Whether the labels leave no other: up to the last total, or the whole table."""
    sole: bool = False
    """Whether it is the only total and adds up every other line."""
    sums: list[Sum] = field(default_factory=list)

    @property
    def agreeing(self) -> int:
        """Return how many tracks add up in which that says something."""
        return sum(s.fits and s.says for s in self.sums)

    @property
    def failing(self) -> int:
        """Return how many tracks do not add up."""
        return sum(not s.fits for s in self.sums)


def relations(grid: Grid) -> list[Relation]:
    """Return of each total line what it adds up, where that can be told."""
    search = _Search(grid)
    groups = search.groups()
    found = [search.at(line) for line in range(len(grid.lines))]
    return groups + [relation for relation in found if relation is not None]


class _Search:
    """Goes through the lines in order; what a total has added up stands for it from then on."""

    def __init__(self, grid: Grid) -> None:
        self._grid, self._lines = grid, grid.lines
        self._roles = [line.role for line in grid.lines]
        self._open: list[int] = []
        self._steps = 0

    def groups(self) -> list[Relation]:
        """Return what the lines add up that stand over others; their parts are counted in them.

        A line that looks like one, but is of the group before it, is a part like any other.
        """
        heads = [line for line, role in enumerate(self._roles) if role == "group"]
        found = [self._group(head) for head in heads if self._roles[head] == "group"]
        sure = [each for each in found if self._is_sum(each)]
        borne_out = len(sure) >= MOST * len(found)
        covered = {part for each in sure for part in each.parts} if borne_out else set()
        for line in heads:
            self._roles[line] = "leaf"
        for line in covered:
            self._roles[line] = "memo"
        return sure if borne_out else []

    def _group(self, head: int) -> Relation:
        """Return what a line over others adds up: up to the next such line, or beyond it."""
        plain = self._relation(head, self._leaves_after(head), natural=True)
        taken: list[int] = []
        found = plain
        while not self._is_sum(found) and len(taken) < MAX_TAKEN:
            after = max([head, *found.parts]) + 1
            if after >= len(self._lines) or self._roles[after] != "group":
                break
            taken.append(after)
            parts = [*found.parts, after, *self._leaves_after(after)]
            found = self._relation(head, parts, natural=True)
        if not taken or not self._is_sum(found):
            return plain
        for line in taken:
            self._roles[line] = "leaf"
        return found

    def _is_sum(self, relation: Relation) -> bool:
        """Say whether a line that stands over others is what they come to."""
        if len(relation.parts) == 1:
            both = [self._lines[at].cells for at in (relation.line, *relation.parts)]
            return all(_is_equal(one, other) for one, other in zip(*both, strict=True))
        if relation.failing:
            return bool(relation.agreeing) and relation.agreeing >= relation.failing
        return sum(s.stated.term.value != 0 for s in relation.sums) >= (
            1 if relation.agreeing else SURE
        )

    def at(self, line: int) -> Relation | None:
        """Take a line; return what it adds up if it is a total of which that can be told."""
        role = self._roles[line]
        if role not in TOTALS:
            return self._plain(line)
        self._steps += len(self._lines)
        best = self._best(line) if self._steps <= MAX_STEPS else None
        closed = set(best.parts) if best is not None and best.agreeing else self._same(line)
        if not closed and role == "total":
            closed = set(self._block(line))
        self._open = [each for each in self._open if each not in closed] + [line]
        return best

    def _plain(self, line: int) -> Relation | None:
        """Take a line that no label makes a total; return what it adds up if that is no chance."""
        role = self._roles[line]
        found = self._unnamed(line) if role == "leaf" else None
        if found is not None:
            self._roles[line] = "total"
            self._open = [each for each in self._open if each not in found.parts]
        if role != "memo":
            self._open.append(line)
        return found

    def _unnamed(self, line: int) -> Relation | None:
        """Return the run of lines before a line that most of its tracks add up, by no chance."""
        stated = [each for each in self._stated(line) if each[1].term.value != 0]
        coarse = UNNAMED if len(stated) >= PLAIN else UNNAMED_TWICE
        tried = [Track(each, coarse) for each in stated[:PLAIN]]
        above = [each for each in reversed(self._open) if self._roles[each] != "head"]
        if len(tried) < SURE or len(self._lines) > MAX_PLAIN:
            return None
        for count, part in enumerate(above, 1):
            self._steps += PLAIN
            if self._steps > MAX_STEPS:
                return None
            for track in tried:
                track.add(self._lines[part].cells[track.stated[0]])
            if count > 1 and sum(track.adds_up for track in tried) >= SURE:
                found = self._relation(line, above[:count], natural=False)
                if found.agreeing >= max(len(tried), PLAIN * found.failing):
                    return found
        return None

    def _same(self, line: int) -> set[int]:
        """Return the last line that is open, if a total says the same: it was the only part."""
        last = self._open[-1:]
        return {at for at in last if self._says_alike(at, line)}

    def _says_alike(self, one: int, other: int) -> bool:
        cells = [self._lines[at].cells for at in (one, other)]
        filled = sum(isinstance(cell, Held) and cell.term.value != 0 for cell in cells[0])
        return filled > 1 and all(_is_equal(a, b) for a, b in zip(*cells, strict=True))

    def _best(self, line: int) -> Relation | None:
        """Return the parts that most tracks confirm; of equals those that the labels part off."""
        rank, found = (0, 0, 0, 0), None
        for parts, natural in self._families(line):
            for count, agreeing, failing in self._runs(line, parts):
                ends = count == natural
                told = (agreeing - failing, agreeing, int(ends), -count)
                if (agreeing or ends) and told > rank:
                    rank, found = told, Relation(line, tuple(parts[:count]), natural=ends)
        if found is None or rank[1] < self._believed(line)[1]:
            return None
        return self._relation(line, found.parts, natural=found.natural)

    def _believed(self, line: int) -> tuple[int, int]:
        """Return how large a sum must be to tell, and in how many tracks a total must add up."""
        if self._roles[line] != "net":
            return COARSE, 0
        few = len(self._stated(line)) <= SURE
        return (UNNAMED_TWICE, 1) if few else (COARSE, SURE)

    def _relation(self, line: int, parts: Sequence[int], *, natural: bool) -> Relation:
        sums = list(self._sums(line, parts))
        others = [at for at in range(len(self._lines)) if at != line and self._roles[at] != "memo"]
        leaves = {self._roles[at] for at in others} == {"leaf"}
        sole = natural and leaves and sorted(parts) == others
        return Relation(line, tuple(parts), natural=natural, sole=sole, sums=sums)

    def _families(self, line: int) -> Iterator[tuple[list[int], int]]:
        """Yield lines that a total may add up, the nearest first, and how many are natural."""
        above = [each for each in reversed(self._open) if self._roles[each] != "head"]
        block = self._block(line)
        yield above, len(block) or len(above)
        leaves = self._of(range(line - 1, -1, -1), "leaf")
        yield leaves, len(leaves) if len(leaves) == len(self._lines) - 1 else 0
        yield self._of(range(line - 1, -1, -1), "total"), 0
        group = self._lines[line].group
        if group:
            same = [each for each in leaves if self._lines[each].group == group]
            yield same, len(same)
        after = self._leaves_after(line)
        yield after, len(after) if not above else 0
        yield self._of(range(line + 1, len(self._lines)), "leaf"), 0

    def _leaves_after(self, line: int) -> list[int]:
        after = range(line + 1, len(self._lines))
        kept = takewhile(lambda each: self._roles[each] in ("leaf", "memo"), after)
        return self._of(list(kept), "leaf")

    def _of(self, lines: Sequence[int], role: str) -> list[int]:
        return [each for each in lines if self._roles[each] == role]

    def _block(self, line: int) -> list[int]:
        """Return the lines right before a total, back to a total or a head."""
        before = range(line - 1, -1, -1)
        kept = takewhile(lambda each: self._roles[each] in ("leaf", "memo"), before)
        return self._of(list(kept), "leaf")

    def _runs(self, line: int, parts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Yield, for each run of the nearest parts, how many tracks add up, and how many do not."""
        coarse, _ = self._believed(line)
        tracks = [Track(held, coarse) for held in self._stated(line)]
        for count, part in enumerate(parts, 1):
            self._steps += len(tracks)
            if self._steps > MAX_STEPS:
                return
            for track in tracks:
                track.add(self._lines[part].cells[track.stated[0]])
            if count > 1:
                agreeing = sum(track.adds_up for track in tracks)
                yield count, agreeing, sum(track.fails for track in tracks) if agreeing else 0

    def _stated(self, line: int) -> list[tuple[int, Held]]:
        cells = self._lines[line].cells
        stated = [(at, cells[at]) for at in self._grid.tracks]
        return [(at, held) for at, held in stated if isinstance(held, Held)]

    def _sums(self, line: int, parts: Sequence[int]) -> Iterator[Sum]:
        """Yield the sum of each track in which every part is known.

        Where one is not told, a total that is more than the others is not decided.
        """
        for at, stated in self._stated(line):
            cells = [self._lines[part].cells[at] for part in parts]
            held = tuple(cell for cell in reversed(cells) if isinstance(cell, Held))
            missing = cells.count(MISSING)
            known = len(held) + missing == sum(cell is not None for cell in cells)
            alike = all(can_be_part(part, stated) for part in held)
            if known and alike and len(held) > 1 and may_be_summed(stated):
                computed = total([part.term for part in held])
                verdict = compare(stated.term, computed)
                over = stated.term.value > computed.value and verdict != "agrees"
                if not (missing and over):
                    yield Sum(stated, held, computed, verdict, self._label(line, at))

    def _label(self, line: int, track: int) -> str:
        called = (self._lines[line].label, self._grid.called[track])
        return ", ".join(" ".join(name.split()) for name in called if name)


def _is_equal(one: Content, other: Content) -> bool:
    if isinstance(one, Held) and isinstance(other, Held):
        return one.term.value == other.term.value
    return type(one) is type(other)
