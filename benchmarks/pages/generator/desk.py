"""Where a plan is drawn: its chance, its style, its notes and its running numbers."""

from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

from pages.generator.inline import NoteBook, Rich, plain, with_marks
from pages.generator.style import Style
from pages.generator.unit import Unit
from pages.generator.words import Words, sentence


@dataclass(slots=True)
class Desk:
    """What every maker of units draws from."""

    rng: Random
    style: Style
    book: NoteBook
    counts: Counter[str] = field(default_factory=Counter)
    width: float = 0.0
    """Of the column that is filled."""
    topics: list[str] = field(default_factory=list)
    """Not yet used by a heading."""
    marks: float = 0.0
    """Share of sentences with a footnote mark; 0 where notes may not stand."""

    @property
    def words(self) -> Words:
        """The words of the plan's language."""
        return self.style.words

    @property
    def narrow(self) -> bool:
        """Whether a table of many columns has no room."""
        return self.width < 26 * self.style.size

    def within(self, width: float) -> "Desk":
        """Return the same desk for a column of another width."""
        return replace(self, width=width)

    def unit(self, markup: str) -> Unit:
        """Return a new unit."""
        self.counts["unit"] += 1
        return Unit(f"u{self.counts['unit']}", markup)

    def chance(self, share: float) -> bool:
        """Throw a die."""
        return self.rng.random() < share

    def next(self, what: str) -> int:
        """Return the running number of the next table, figure or map."""
        self.counts[what] += 1
        return self.counts[what]

    def topic(self) -> str:
        """Return what a heading says, no topic twice before each was used once."""
        if not self.topics:
            self.topics += self.rng.sample(self.words.topics, len(self.words.topics))
        return self.topics.pop()

    def prose(self, least: int = 2, most: int = 5) -> Rich:
        """Return some sentences, some with marks."""
        count = self.rng.randint(least, most)
        text = " ".join(sentence(self.words, self.rng) for _ in range(count))
        return with_marks(text, self.rng, self.book, self.marks)

    def marked(self, text: str, share: float = 0.1) -> Rich:
        """Return a short text, now and then with a mark at its end."""
        if self.marks and self.chance(share):
            note = self.book.note()
            if note is not None:
                return Rich((text, note))
        return plain(text)
