"""Text with footnote marks in it, as Typst markup and as truth."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from pages.truth import Mark

Where = Literal["foot", "end", "table"]
Labels = Literal["digits", "letters", "symbols"]
AND = "\N{INVISIBLE SEPARATOR}"  # stands for the raised comma between two marks
SYMBOLS = ("*", "†", "‡", "§", "**", "††")


def quoted(text: str) -> str:
    """Return a text as a Typst string, in which no character is markup.

    >>> print(quoted("so_called"))
    "so_called"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


@dataclass(frozen=True, slots=True)
class Note:
    """A note, which stands where `where` says."""

    name: str
    label: str
    text: str
    where: Where

    def mark(self) -> str:
        """Return the markup of its mark; a foot note brings its text along."""
        if self.where == "foot":
            return f"#note({quoted(self.label)}, {quoted(self.name)}, {quoted(self.text)})"
        return f"#mark({quoted(self.label)})"


@dataclass(frozen=True, slots=True)
class Rich:
    """Text in pieces, some of which are marks."""

    parts: tuple[str | Note, ...]

    @property
    def plain(self) -> str:
        """The text without marks."""
        return "".join(part for part in self.parts if isinstance(part, str) and part != AND)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that its marks call."""
        return tuple(part for part in self.parts if isinstance(part, Note))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Its marks, each with the text before it."""
        return tuple(
            Mark(part.label, Rich(self.parts[:at]).plain)
            for at, part in enumerate(self.parts)
            if isinstance(part, Note)
        )

    @property
    def markup(self) -> str:
        """The text as Typst."""
        return "".join(
            part.mark()
            if isinstance(part, Note)
            else "#super[,]"
            if part == AND
            else f"#{quoted(part)}"
            for part in self.parts
        )


def plain(text: str) -> Rich:
    """Return text without marks."""
    return Rich((text,))


@dataclass(slots=True)
class NoteBook:
    """Labels and texts of a document's notes; each label is given once."""

    rng: Random
    where: Where
    style: Labels
    sources: Sequence[str]
    used: list[Note] = field(default_factory=list)

    def label(self) -> str | None:
        """Return the next label; None where a style has no more."""
        at = len(self.used)
        if self.style == "digits":
            return str(at + 1)
        every = SYMBOLS if self.style == "symbols" else "abcdefghijklmnopqrstuvwxyz"
        return every[at] if at < len(every) else None

    def note(self, *, long: bool = False) -> Note | None:
        """Return a new note; None where no label is left."""
        label = self.label()
        if label is None:
            return None
        text = self.rng.choice(self.sources)
        kind = self.rng.random()
        year = self.rng.randint(2024, 2031)
        if kind < 1 / 3:
            text += (
                f", https://data.example.org/{year}/{self.rng.choice('abcdef')}{at_hash(self.rng)}"
            )
        elif kind < 2 / 3:
            text += f" ({year}), p. {self.rng.randint(2, 90)}."
        else:
            text += f", {year}."
        if long:
            text += " " + " ".join(self.rng.choice(self.sources) + "." for _ in range(14))
        made = Note(f"n{len(self.used)}", label, text, self.where)
        self.used.append(made)
        return made


def at_hash(rng: Random) -> str:
    """Return a path that looks like an address's."""
    return "-".join(rng.choice(("report", "plan", "survey", "round", "annex")) for _ in range(2))


def with_marks(text: str, rng: Random, book: NoteBook, share: float) -> Rich:
    """Return a text with marks after some of its sentences and words."""
    parts: list[str | Note] = []
    sentences = text.split(". ")
    for at, piece in enumerate(sentences):
        printed = piece if at == len(sentences) - 1 else piece + "."
        before = "" if not parts else " "
        note = book.note(long=rng.random() < 1 / 12) if rng.random() < share else None
        cut = printed.rfind(" ", 0, len(printed) // 2 + 8)
        if note is None:
            parts.append(before + printed)
        elif rng.random() < 1 / 3 and cut > 0 and printed[cut - 1].isalpha():
            parts += [before + printed[:cut], note, printed[cut:]]
        else:
            parts += [before + printed, note]
            second = book.note() if book.style == "digits" and rng.random() < 1 / 8 else None
            parts += [AND, second] if second else []
    return Rich(tuple(parts))
