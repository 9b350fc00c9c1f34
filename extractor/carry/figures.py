"""Figures of a golden, carried to another edition: field by field, by what changed there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from extractor.carry.edition import Editions
from extractor.golden.corrections import HELD, WORDED
from extractor.golden.figures import FIELDS, FigureRule, numbers_of
from extractor.golden.overlap import pair_up
from extractor.golden.wording import normal_form, one_spaced
from schemas.figure import Figure, SourceLink
from schemas.golden import (
    FigureField,
    Golden,
    GoldenExtra,
    GoldenFigure,
    GoldenSource,
    GoldenVanished,
)

FIELD_NAMES: tuple[FigureField, ...] = tuple(
    name for rule in FIELDS for name in get_args(FigureField) if name == rule.name
)


@dataclass(frozen=True)
class CarriedFigures:
    """The figures of a golden in another edition.

    Of each field what a person read is kept where the program reads it alike in both editions: if
    it was read wrong, it is still. Where it reads it otherwise, that is proposed.
    """

    golden: Golden
    editions: Editions

    def entries(self) -> tuple[GoldenFigure, ...]:
        """Return the entries of the new edition, in order."""
        return tuple(self._entries())

    def extras(self) -> tuple[GoldenExtra, ...]:
        """Return what the program gives there again, though it is none."""
        return tuple(
            GoldenExtra(part="figures", source=figure.anchor.source, carried="unchanged")
            for figure in self.editions.new.extraction.figures
            if self.editions.came_from.get(figure.id) in self._false
        )

    def vanished(self) -> Iterator[GoldenVanished]:
        """Yield the entries that were not found again, and those that the program never found."""
        kept = {entry.n for entry in self._kept.values()}
        for entry in self.golden.figures:
            if entry.n not in kept:
                label = f"#{entry.n} {one_spaced(entry.printed)!r}"
                yield GoldenVanished(part="figures", label=label, source=entry.source)

    def _entries(self) -> Iterator[GoldenFigure]:
        extraction, draft = self.editions.new.extraction, self.editions.new.draft
        for figure, drafted in zip(extraction.figures, draft.figures, strict=True):
            was = self.editions.came_from.get(figure.id)
            entry = self._kept.get(figure.id)
            if was in self._false:
                continue
            if was is None or entry is None:
                whole = drafted.of if drafted.of in self._numbers.values() else None
                yield drafted.model_copy(update={"carried": "new", "of": whole})
            else:
                yield self._merged(entry, (self._old[was], figure), drafted)

    def _merged(
        self, entry: GoldenFigure, both: tuple[Figure, Figure], draft: GoldenFigure
    ) -> GoldenFigure:
        """Return an entry in the new edition; `both` are the figures that the program reads."""
        kept: dict[str, object] = {"n": draft.n, "source": draft.source, "printed": draft.printed}
        was: dict[FigureField, str | None] = {}
        for rule, name in zip(FIELDS, FIELD_NAMES, strict=True):
            if not _is_read_alike(rule, both) and not rule.agrees(entry, both[1]):
                kept |= {each: getattr(draft, each) for each in HELD.get(name, (name,))}
                was[name] = rule.expected(entry)
        if "sources" not in was:
            kept["sources"] = _relabelled(entry, both)
        if one_spaced(entry.printed) != one_spaced(draft.printed):
            was["span"] = entry.printed
        kept["of"] = self._whole(entry, both, draft)
        if kept["of"] != self._became.get(entry.of or 0):
            was["of"] = None if entry.of is None else f"#{entry.of}"
        kept["gaps"] = tuple(gap for gap in entry.gaps if gap not in was and gap != "figure")
        kept["carried"], kept["was"] = "changed" if was else "unchanged", was
        return entry.model_copy(update=kept)

    def _whole(
        self, entry: GoldenFigure, both: tuple[Figure, Figure], draft: GoldenFigure
    ) -> int | None:
        """Return the number of the whole: the same one, if the program reads no other."""
        one, other = (figure.of for figure in both)
        is_same = self.editions.came_from.get(other or "") == one if other else one is None
        if is_same and (entry.of is None or entry.of in self._became):
            return self._became.get(entry.of) if entry.of else None
        return draft.of if draft.of in self._numbers.values() else None

    @cached_property
    def _old(self) -> Mapping[str, Figure]:
        return {figure.id: figure for figure in self.editions.old.extraction.figures}

    @cached_property
    def _kept(self) -> Mapping[str, GoldenFigure]:
        """The entry of the old edition that each figure of the new one has."""
        numbers = numbers_of(self.golden.figures, self.editions.old.extraction.figures)
        entries = {entry.n: entry for entry in self.golden.figures}
        return {
            new: entries[numbers[old]]
            for new, old in self.editions.came_from.items()
            if old in numbers
        }

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The number of each figure of the new edition that gets an entry."""
        figures = self.editions.new.extraction.figures
        came_from = self.editions.came_from
        return {
            figure.id: n
            for n, figure in enumerate(figures, start=1)
            if came_from.get(figure.id) not in self._false
        }

    @cached_property
    def _became(self) -> Mapping[int, int]:
        """The new number of each entry that was found again; of several the first."""
        found: dict[int, int] = {}
        for new, entry in self._kept.items():
            found[entry.n] = min(found.get(entry.n, self._numbers[new]), self._numbers[new])
        return found

    @cached_property
    def _false(self) -> frozenset[str | None]:
        """The figures that the program gave of the old edition, though they are none."""
        extras = [extra.source for extra in self.golden.extras if extra.part == "figures"]
        entries = [entry.source for entry in self.golden.figures]
        figures = self.editions.old.extraction.figures
        pairs = pair_up([*extras, *entries], [figure.anchor.source for figure in figures])
        return frozenset(figures[at].id for ours, at in pairs.items() if ours < len(extras))


def _is_read_alike(rule: FigureRule, both: tuple[Figure, Figure]) -> bool:
    """Say whether the program reads a field alike in both editions."""
    if rule.name == "sources":
        one, other = (sorted(_named(each) for each in figure.sources) for figure in both)
        return one == other
    told = [rule.found(figure) for figure in both]
    if rule.name in WORDED and None not in told:
        return normal_form(told[0] or "") == normal_form(told[1] or "")
    return told[0] == told[1]


def _named(link: SourceLink) -> tuple[str, str]:
    """Return a source without the label of its note, which is another in each edition."""
    return normal_form(link.value), link.url or ""


def _relabelled(entry: GoldenFigure, both: tuple[Figure, Figure]) -> tuple[GoldenSource, ...]:
    """Return the sources of an entry with the labels that their notes have in the new edition."""
    labels = {
        old.footnote: new.footnote
        for old in both[0].sources
        for new in both[1].sources
        if _named(old) == _named(new)
    }
    return tuple(
        each.model_copy(update={"footnote": labels.get(each.footnote, each.footnote)})
        for each in entry.sources
    )
