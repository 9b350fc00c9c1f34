"""What became of the parts of a document: its sections, tables, footnotes and sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.editions.contents import Contents, named
from extractor.editions.edition import Side
from extractor.editions.pairing import Pair
from extractor.editions.parts import Part, Parts, changes
from extractor.editions.tables import table_changes
from schemas.diff import PartChange, TableChange, TextChange


@dataclass(frozen=True)
class Structure:
    """The parts of two editions whose figures are paired."""

    old: Contents
    new: Contents

    @classmethod
    def of(cls, old: Side, new: Side, paired: Sequence[Pair]) -> "Structure":
        """Return the parts of two editions."""
        ours, theirs = named(old, new, paired)
        return cls(Contents(old, ours), Contents(new, theirs))

    @cached_property
    def sections(self) -> Parts:
        """Which section became which."""
        return Parts.matched(self.old.sections(), self.new.sections())

    @cached_property
    def tables(self) -> Parts:
        """Which table became which."""
        return Parts.matched(self.old.tables(), self.new.tables())

    def section_changes(self) -> Iterator[TextChange]:
        """Yield the sections that are not what and where they were."""
        for old, new, types in changes(self.sections, self.sections):
            if types:
                yield _changed(old, new, types)

    def table_changes(self) -> Iterator[TableChange]:
        """Yield the tables that are not what and where they were, with their lines."""
        return table_changes((self.old, self.new), self.tables, self.sections)

    def footnote_changes(self) -> Iterator[TextChange]:
        """Yield the footnotes that are not what they were; another number says nothing."""
        labels = [
            {note.id: _sort(note.label) for note in each.side.extraction.footnotes}
            for each in (self.old, self.new)
        ]
        notes = Parts.matched(self.old.footnotes(), self.new.footnotes())
        return _noted(notes, labels[0], labels[1])

    def source_changes(self) -> Iterator[TextChange]:
        """Yield the cited sources that are not what they were."""
        return _noted(Parts.matched(self.old.sources(), self.new.sources()), {}, {})


def _noted(notes: Parts, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[TextChange]:
    for ours, theirs in notes.pairs():
        types: list[PartChange] = ["reworded"] if ours.named != theirs.named else []
        if old.get(ours.id) != new.get(theirs.id):
            types.append("relabelled")
        if types:
            yield _changed(ours, theirs, types)
    yield from (_changed(part, None, ["removed"]) for part in notes.gone)
    yield from (_changed(None, part, ["added"]) for part in notes.come)


def _sort(label: str) -> str:
    """Return what sort of label it is: a number, a letter or a sign."""
    return "number" if label.isdigit() else "letter" if label.isalpha() else "sign"


def _changed(old: Part | None, new: Part | None, types: Sequence[PartChange]) -> TextChange:
    return TextChange(
        types=tuple(types),
        old_id=None if old is None else old.id,
        new_id=None if new is None else new.id,
        old=None if old is None else old.title,
        new=None if new is None else new.title,
        old_page=None if old is None else old.page,
        new_page=None if new is None else new.page,
    )
