"""A unit of an invented plan: what is printed and what is true of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pages.generator.inline import Note, Rich
from pages.truth import Caption, Heading, KeyFigure, Mark, Table


@dataclass(slots=True)
class Unit:
    """One piece of markup with its truth."""

    name: str
    markup: str
    order: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    key_figures: list[KeyFigure] = field(default_factory=list)
    beside: int = 0
    """So many units before it stand beside it, and may be read after it as well."""
    otherwise: list[str] = field(default_factory=list)
    """Another order of its texts that is as good; empty where there is none."""
    entries: list[tuple[str, str]] = field(default_factory=list)
    """Of a list of contents: headings and the names of their units, whose pages are printed."""

    def say(self, *texts: Rich) -> None:
        """Add texts to the order, with their marks and notes."""
        for text in texts:
            if text.plain:
                self.order.append(text.plain)
            self.marks += text.marks
            self.notes += text.notes

    @property
    def printed(self) -> str:
        """Its markup after the mark that later tells its page."""
        return f'#at("{self.name}")\n{self.markup}'


@dataclass(slots=True)
class Block:
    """What stands together on the page: its markup and its units in reading order."""

    markup: str
    units: list[Unit]


def alone(unit: Unit) -> Block:
    """Return a unit that stands for itself."""
    return Block(unit.printed, [unit])


def stacked(units: Iterable[Unit]) -> str:
    """Return the markup of units one below the other."""
    return "\n\n".join(unit.printed for unit in units)
