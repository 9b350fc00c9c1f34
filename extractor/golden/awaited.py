"""What of a golden awaits a person: entries carried from another edition count for nothing yet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol, get_args

from extractor.golden.overlap import pair_up
from schemas.base import Piece
from schemas.golden import Carriable, Carried, Golden

PARTS = ("figures", "headings", "tables", "captions", "footnotes", "digits", "extras")


class Placed(Protocol):
    """An entry that stands somewhere."""

    @property
    def carried(self) -> Carried | None:
        """What became of it in another edition, if no person has read it yet."""

    @property
    def source(self) -> tuple[Piece, ...]:
        """Where it is printed."""


def settled(golden: Golden) -> Golden:
    """Return a golden with only what a person read."""
    return _only(golden, awaited=False)


def awaited(golden: Golden) -> Golden:
    """Return a golden with only what no person has read yet."""
    return _only(golden, awaited=True)


def is_waiting(golden: Golden) -> bool:
    """Say whether a golden awaits a person: then it is not what somebody read."""
    return bool(_waiting(golden) or golden.vanished)


def waiting_line(golden: Golden) -> str | None:
    """Return what is told of the entries that await a person; None where none does."""
    if not is_waiting(golden):
        return None
    waiting = _waiting(golden)
    told = [f"{waiting[each]} {each}" for each in get_args(Carried) if waiting[each]]
    told += [f"{len(golden.vanished)} vanished"] if golden.vanished else []
    return f"-- awaits a person, and counts for nothing yet: {', '.join(told)}"


def places_awaited(entries: Sequence[Placed], found: Sequence[Sequence[Piece]]) -> set[int]:
    """Return which of several places are those of entries that await a person."""
    if not any(entry.carried for entry in entries):
        return set()
    pairs = pair_up([entry.source for entry in entries], found)
    return {theirs for ours, theirs in pairs.items() if entries[ours].carried}


def _only(golden: Golden, *, awaited: bool) -> Golden:
    kept = {
        part: tuple(e for e in getattr(golden, part) if (e.carried is not None) == awaited)
        for part in PARTS
    }
    return golden.model_copy(update=kept)


def _waiting(golden: Golden) -> Counter[Carried]:
    """Return how many entries no person has read yet, by what became of them."""
    entries: Iterable[Carriable] = (each for part in PARTS for each in getattr(golden, part))
    return Counter(each.carried for each in entries if each.carried is not None)
