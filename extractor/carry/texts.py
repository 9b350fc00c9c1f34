"""The other parts of a golden, carried to another edition: what is told in the same words."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.editions.pairing import assigned
from extractor.editions.stems import words
from extractor.golden.digits import pair_runs
from extractor.golden.overlap import pair_up
from extractor.golden.runs import Run
from schemas.golden import GoldenCaption, GoldenDigits, GoldenFootnote, GoldenHeading, GoldenTable

Entry = GoldenHeading | GoldenCaption | GoldenFootnote | GoldenTable

PLACED = frozenset({"source", "references", "carried", "gap"})
"""What is another in each edition, though nothing changed."""
NUMBERED = frozenset({"label", "number"})
"""What may be another, and is no change."""


@dataclass(frozen=True, slots=True)
class CarriedPart:
    """The entries of a part in the new edition, and those of the old one that have none there."""

    made: Sequence[Entry]
    gone: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of one part: what a person read in the old edition, what the program in both."""

    read: Sequence[Entry]
    old: Sequence[Entry]
    new: Sequence[Entry]
    texts: tuple[Sequence[str], Sequence[str]]
    """What the entries of both editions say, in full."""

    def carried(self, renamed: Mapping[int, int]) -> CarriedPart:
        """Return the entries of the new edition, and those of the old one that have none there.

        `renamed` are the positions of entries, of the new and of the old edition, that are known to
        be one thing in other words.
        """
        came_from = self._came_from(renamed)
        pairs = pair_up([entry.source for entry in self.read], [each.source for each in self.old])
        entry_of = {at: ours for ours, at in pairs.items()}
        kept: set[int] = set()
        made: list[Entry] = []
        for at, draft in enumerate(self.new):
            old = came_from.get(at, -1)
            ours = entry_of.get(old)
            if ours is None:
                made.append(draft.model_copy(update={"carried": "new"}))
            else:
                kept.add(ours)
                made.append(_merged(self.read[ours], self.old[old], draft))
        return CarriedPart(made, [entry for at, entry in enumerate(self.read) if at not in kept])

    def _came_from(self, renamed: Mapping[int, int]) -> dict[int, int]:
        """Return which entries are one thing: in the same words, as is known, or in like words."""
        found = _same(*self.texts)
        taken = set(found.values())
        found |= {new: old for new, old in renamed.items() if new not in found and old not in taken}
        taken = set(found.values())
        ours = [at for at in range(len(self.old)) if at not in taken]
        theirs = [at for at in range(len(self.new)) if at not in found]
        return found | _like(ours, theirs, self.texts)


def _same(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return which texts are the same, in order where several are."""
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for at, text in enumerate(old):
        waiting[text].append(at)
    return {at: waiting[text].popleft() for at, text in enumerate(new) if waiting[text]}


def _like(
    ours: Sequence[int], theirs: Sequence[int], texts: tuple[Sequence[str], Sequence[str]]
) -> dict[int, int]:
    """Return which texts share most of their words, numbers apart; all together share most."""
    old, new = (
        [frozenset(word for word in words(side[at]) if not word.isdigit()) for at in positions]
        for positions, side in zip((ours, theirs), texts, strict=True)
    )
    scores = {
        (i, j): 2 * len(one & other) / (len(one) + len(other))
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if one & other
    }
    return {theirs[p.new]: ours[p.old] for p in assigned(scores, len(ours), len(theirs))}


def _merged(entry: Entry, old: Entry, new: Entry) -> Entry:
    """Return an entry in the new edition: as a person read it, where the program reads it alike."""
    update: dict[str, object] = {}
    is_changed = False
    for name in type(entry).model_fields:
        if name in PLACED:
            update[name] = getattr(new, name)
        elif getattr(old, name) != getattr(new, name):
            update[name] = getattr(new, name)
            is_changed |= name not in NUMBERED
    update["carried"] = "changed" if is_changed else "unchanged"
    update["gap"] = entry.gap and not is_changed
    return entry.model_copy(update=update)


def carried_digits(
    read: Sequence[GoldenDigits], old: Sequence[GoldenDigits], new: Sequence[GoldenDigits]
) -> Iterator[GoldenDigits]:
    """Yield the runs of digits of the new edition; the same ones, in order, are what they were."""
    pairs = pair_runs([_run(entry) for entry in read], [_run(each) for each in old])
    entry_of = {at: read[ours] for ours, at in pairs.items()}
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for at, run in enumerate(old):
        waiting[run.digits, run.status].append(at)
    for draft in new:
        same = waiting[draft.digits, draft.status]
        entry = entry_of.get(same.popleft()) if same else None
        if entry is None or entry.digits != draft.digits:
            yield draft.model_copy(update={"carried": "new"})
        else:
            yield entry.model_copy(update={"source": draft.source, "carried": "unchanged"})


def _run(entry: GoldenDigits) -> Run:
    return Run(entry.digits, entry.status, (entry.source,))
