"""The two editions between which a golden is carried: what was read of them, and as a golden."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.editions.compare import diff
from extractor.errors import GoldenError
from extractor.given import source_text
from extractor.golden.draft import LONGEST_QUOTE, draft_golden
from extractor.golden.parts import headings_of
from schemas.diff import Diff, TableChange, TextChange
from schemas.document import Table
from schemas.extraction import Extraction
from schemas.golden import Golden, GoldenPart

TOLD: Mapping[GoldenPart, str] = {
    "headings": "sections",
    "tables": "tables",
    "footnotes": "footnotes",
}
"""Under which name a diff tells of a part of a golden."""


@dataclass(frozen=True)
class Edition:
    """An edition, as it was read and as the program would write it down."""

    document: Path
    extraction: Extraction
    own: bool
    """Whether it is ours, so that long text is kept, not hashed."""

    @cached_property
    def draft(self) -> Golden:
        """The golden that the program proposes, whose figures are numbered in order from 1."""
        return draft_golden(self.document, self.extraction, own=self.own)

    @cached_property
    def text(self) -> str | None:
        """The decoded text that offsets count in; None for a PDF."""
        return source_text(self.document, self.extraction.document)

    @property
    def tables(self) -> list[Table]:
        """The tables that have an entry: a blank one has none."""
        return [table for table in self.extraction.tables if table.anchor is not None]

    def texts(self, part: GoldenPart) -> list[str]:
        """Return what the entries of a part say, in full; of a table its title and head."""
        match part:
            case "headings":
                return [each.block.text for each in headings_of(self.extraction)]
            case "tables":
                return [_head(table) for table in self.tables]
            case "captions":
                return [caption.text for caption in self.extraction.captions]
            case _:
                return [note.text for note in self.extraction.footnotes]

    def ids(self, part: GoldenPart) -> list[str | None]:
        """Return the ids under which a diff tells of the entries of a part."""
        match part:
            case "headings":
                sections = (each.section for each in headings_of(self.extraction))
                return [None if each is None else each.id for each in sections]
            case "tables":
                return [table.id for table in self.tables]
            case _:
                return [note.id for note in self.extraction.footnotes]


def _head(table: Table) -> str:
    return " ".join((table.title or "", *(c.text for c in table.cells if c.header == "column")))


@dataclass(frozen=True)
class Editions:
    """Both editions, and what became of what."""

    old: Edition
    new: Edition

    @cached_property
    def diff(self) -> Diff:
        """What changed.

        Raises:
            GoldenError: They have nothing to do with each other.
        """
        names = (str(each.document) for each in (self.old, self.new))
        both = zip(names, (self.old.extraction, self.new.extraction), strict=True)
        made = diff(*both)
        if made.relation == "unrelated":
            raise GoldenError(
                f"{self.new.document}: has nothing to do with {self.old.document}: of the figures"
                f" of the one with fewer, {made.likeness:.1%} are in both"
            )
        return made

    @cached_property
    def came_from(self) -> Mapping[str, str]:
        """The figure of the old edition that each of the new one was; of several the first."""
        found: dict[str, str] = {}
        for change in self.diff.figures:
            if change.old is not None and change.new is not None:
                found.setdefault(change.new.id, change.old.id)
        return found

    def renamed(self, part: GoldenPart) -> Mapping[int, int]:
        """Return the positions of entries, new and old, that the diff takes for one renamed.

        It tells nothing of captions.
        """
        if part not in TOLD:
            return {}
        changes: Iterable[TableChange | TextChange] = getattr(self.diff, TOLD[part])
        ours, theirs = (
            {each: at for at, each in enumerate(edition.ids(part)) if each}
            for edition in (self.old, self.new)
        )
        return {
            theirs[change.new_id]: ours[change.old_id]
            for change in changes
            if change.new_id in theirs and change.old_id in ours
        }


def is_own(golden: Golden) -> bool:
    """Say whether a golden holds long text as it is: then its document is ours."""
    held = (*golden.headings, *golden.captions, *golden.footnotes)
    return any(len((each.text or "").split()) > LONGEST_QUOTE for each in held)
