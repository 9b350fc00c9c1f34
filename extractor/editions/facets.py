"""What a figure means, as far as it can be compared with a figure of another edition."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from extractor.check.intervals import Term
from extractor.editions.events import Event
from extractor.editions.items import Items
from extractor.editions.nearby import Words
from extractor.editions.roles import Actor
from extractor.editions.stems import spoken
from schemas.figure import Bound, Figure


def value_of(bound: Bound | None) -> str | None:
    """Return what a figure is bound to; None where it is not."""
    return None if bound is None else bound.value


@dataclass(frozen=True, slots=True)
class Facet:
    """A figure, and the words that tell it from others."""

    figure: Figure
    order: float
    """Where it stands in the document, from 0 to 1."""
    what: Words
    """Words of what is measured: indicator, group, heads of row and column, title."""
    near: Words
    """Words of its sentence; nearer ones tell more. Empty for a cell that holds no others."""
    where: Words
    """Words of the headings above it."""
    heads: tuple[str, str]
    """Keys of its row and its column; empty outside of tables."""
    dated: bool
    """Whether its row or its column is headed by a year."""
    place: str | None
    """Where it holds, as it is compared; None for the place of most figures, which says little."""
    group: str
    """Key of the group that it counts."""
    is_own_date: bool
    """Whether it is the day of issue of the document, or the period that it covers."""
    is_label: bool
    """Whether it stands in a label, such as a caption, a cell or a line that is no sentence."""
    items: Items
    """The items of sentences of its document."""
    counted: Words
    """Words of its item in a list of counts of one indicator; empty for any other."""
    actor: Actor
    """The name that does what is counted; an empty one where none does."""
    is_base: bool
    """Whether it is what another value is compared with."""
    plan: str | None
    """Year of the plan that an amount or a share is told of; None where its sentence names none."""
    bracketed: str
    """Stem of the name before the brackets that it alone stands in; empty for any other."""
    event: Event | None
    """The event that its sentence tells of; None where no date names one, and for dates."""
    term: Term | None
    """Its value as printed; None for dates, durations and ranges."""
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out of it (`once`)."""

    @property
    def home(self) -> str:
        """What it stands in: its table, else its block."""
        cell = self.figure.cell
        return self.figure.block_id if cell is None else cell.table_id

    @property
    def own(self) -> frozenset[str]:
        """Words of its item of the sentence: they are told of it."""
        return self._item[0]

    @property
    def others(self) -> frozenset[str]:
        """Words that are told of other figures of its sentence alone."""
        return self._item[1]

    @property
    def _item(self) -> tuple[frozenset[str], frozenset[str]]:
        if "item" not in self.known:
            item = self.items.of(self.figure)
            own = frozenset(spoken(item.own)) & self.near.keys()
            self.known["item"] = own, frozenset(spoken(item.others)) & self.near.keys() - own
        return self.known["item"]  # type: ignore[no-any-return]

    @property
    def said(self) -> tuple[Hashable, Hashable]:
        """Its value, and all else that is compared of it; equal if nothing tells two apart."""
        f = self.figure
        value = (f.value, f.low, f.high, f.modifier)
        bound = (self.place, self.group, value_of(f.as_of), value_of(f.status), value_of(f.per))
        words = (frozenset(each.items()) for each in (self.what, self.near, self.where))
        event = None if self.event is None else (self.event.kind, self.event.date)
        role = (frozenset(self.counted.items()), self.actor, self.is_base, self.plan, event)
        return value, (f.kind, f.unit, f.zone, *bound, *words, *role, self.heads, self.dated)

    @property
    def page(self) -> int | None:
        """The page that it stands on; None for a source without pages."""
        return self.figure.anchor.page
