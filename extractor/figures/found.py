"""What a reader of one place hands to the scanner."""

from dataclasses import dataclass

import regex

from extractor.figures.reading import Explained, Reading
from schemas.extraction import LedgerStatus

_RUN = regex.compile(r"[0-9]++")


@dataclass(slots=True, unsafe_hash=True)
class Found:
    """Figures and explained digits up to `end`; both may be empty for words that are no figure."""

    end: int
    figures: tuple[Reading, ...] = ()
    explained: tuple[Explained, ...] = ()
    lacks_year: bool = False
    """Whether it is a day that would be a date if its year were told."""


def explained(text: str, start: int, end: int, status: LedgerStatus) -> Found:
    """Return every run of digits of a stretch as explained."""
    runs = _RUN.finditer(text, start, end)
    return Found(end, explained=tuple(Explained(run.span(), status) for run in runs))
