"""A written form of the plan that remembers where each character of the content went."""

from dataclasses import dataclass

from plan_content import Line

from schemas.extraction import LedgerStatus


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points `[start, end)` of the written form."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark as written; `label` is the part of it that names the note."""

    note: str
    whole: Stretch
    label: Stretch


class Sheet:
    """Text that grows, with the place of every character of every line of the content."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._length = 0
        self._column = 0
        self.characters: dict[str, list[Stretch]] = {}
        self.extents: dict[str, tuple[Stretch, ...]] = {}
        self._interruptions: dict[str, list[Stretch]] = {}
        self.marks: list[Mark] = []
        self.statuses: list[tuple[Stretch, LedgerStatus]] = []

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self._written)

    @property
    def position(self) -> int:
        """Where the next character goes."""
        return self._length

    @property
    def column(self) -> int:
        """How many characters the last line has."""
        return self._column

    def write(self, text: str, status: LedgerStatus | None = None) -> Stretch:
        """Write text that is no word of the content; `status` says what its digits are."""
        start = self._length
        self._written.append(text)
        self._length += len(text)
        lines = text.split("\n")
        self._column = len(lines[-1]) + (self._column if len(lines) == 1 else 0)
        stretch = Stretch(start, self._length)
        if status is not None:
            self.statuses.append((stretch, status))
        return stretch

    def write_character(self, line: Line, printed: str) -> None:
        """Write the next character of a line, as this form prints it."""
        self.characters.setdefault(line.id, []).append(self.write(printed))

    def write_mark(self, note: str, before: str = "", after: str = "") -> None:
        """Write a footnote mark, with what this form puts around its label."""
        start = self._length
        self.write(before)
        label = self.write(note, "footnote_marker")
        self.write(after)
        self.marks.append(Mark(note, Stretch(start, self._length), label))

    def interrupt(self, name: str, start: int) -> None:
        """Remember that what was written since `start` interrupts the block of this name."""
        self._interruptions.setdefault(name, []).append(Stretch(start, self._length))

    def close(self, name: str, start: int) -> None:
        """Remember that what was written since `start` is the block of this name."""
        pieces = []
        for gap in self._interruptions.get(name, []):
            pieces.append(Stretch(start, gap.start))
            start = gap.end
        self.extents[name] = (*pieces, Stretch(start, self._length))
