"""`golden apply`: takes over into a golden what a reviewer said of figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from extractor.errors import GoldenError
from extractor.given import source_text
from extractor.golden.corrections import ENDS, corrected, taken
from extractor.golden.draft import drafted_figure
from extractor.golden.figures import FigureRule, figure_rules, numbers_of
from extractor.golden.overlap import overlap
from extractor.golden.store import (
    check_printed,
    find_document,
    load_curated,
    load_golden,
    write_golden,
)
from extractor.golden.wording import one_spaced
from schemas.base import BoxPiece, Piece
from schemas.extraction import Extraction
from schemas.figure import Figure
from schemas.golden import FigureField, Golden, GoldenExtra, GoldenFigure
from schemas.review import Corrected, GoldenPatch, Review

NOTHING = "nothing"


def apply_patch(
    path: Path, patch_file: Path, read: Callable[[Path], Extraction], source: Path | None = None
) -> list[str]:
    """Write a golden with the reviews of a patch in it; return a line for each change or note.

    `source` is the document, where it is not where goldens look for theirs.

    Raises:
        GoldenError: The patch is of another document or names a figure that is not in it, or a
            correction cannot be one. Nothing is written then.
    """
    golden, patch = load_golden(path), load_patch(patch_file)
    if golden.sha256 != patch.document.sha256:
        raise GoldenError(f"{patch_file}: reviews another document, {patch.document.name!r}")
    document = source or find_document(path, golden)
    if document is None:
        raise GoldenError(f"{path}: its document {golden.file} is not here: name it with --source")
    extraction = read(document)
    if extraction.document.sha256 != golden.sha256:
        raise GoldenError(f"{document}: is not the document of {path}, or another edition of it")
    applied = _Applied(golden, extraction, source_text(document, extraction.document))
    try:
        for review in patch.reviews:
            applied.take(review)
    except GoldenError as fault:
        raise GoldenError(f"{patch_file}: {fault}") from fault
    made = applied.golden()
    if applied.text is not None:
        check_printed(path, made, applied.text)
    if made != golden:
        write_golden(path, made, force=True)
    return applied.said


def load_patch(path: Path) -> GoldenPatch:
    """Return a golden patch.

    Raises:
        GoldenError: It cannot be read, or is none.
    """
    return load_curated(path, GoldenPatch, "golden patch")


class _Applied:
    """A golden that takes one review after the other."""

    def __init__(self, golden: Golden, extraction: Extraction, text: str | None) -> None:
        self.text = text
        self.said: list[str] = []
        self._golden = golden
        self._figures = {figure.id: figure for figure in extraction.figures}
        self._entries = list(golden.figures)
        self._extras = list(golden.extras)
        self._digits = list(golden.digits)
        self._numbers = numbers_of(golden.figures, extraction.figures)

    def golden(self) -> Golden:
        """Return the golden as it is now."""
        return self._golden.model_copy(
            update={
                "figures": tuple(self._entries),
                "extras": tuple(self._extras),
                "digits": tuple(self._digits),
            }
        )

    def take(self, review: Review) -> None:
        figure = self._figures.get(review.figure)
        if figure is None:
            raise GoldenError(f"{review.figure} is no figure of the document")
        if figure.anchor.quote != review.quote:
            raise GoldenError(
                f"{figure.id} is printed {figure.anchor.quote!r}, not {review.quote!r}"
            )
        if review.verdict == "right":
            self._right(figure)
        elif review.verdict == "wrong" and review.corrections:
            self._corrected(figure, review.corrections)
        elif review.verdict == "wrong":
            self._wrong(figure)
        if review.note:
            self._say(figure, f"note: {one_spaced(review.note)}")

    # --- The three verdicts ---------------------------------------------------------------------

    def _right(self, figure: Figure) -> None:
        entry = self._entry(figure)
        if entry is None:
            self._add(figure, self._draft(figure))
            return
        draft = self._draft(figure, n=entry.n)
        made = entry
        for rule in self._wrong_fields(entry, figure):
            made = taken(made, draft, rule.name)
            self._say_change(figure, rule, entry, made)
        for gap in (each for each in made.gaps if each not in draft.gaps):
            self._say(figure, f"{gap}: no gap any more")
        self._say_lost(figure, draft)
        self._read(figure, made.model_copy(update={"gaps": draft.gaps}))

    def _corrected(self, figure: Figure, corrections: Mapping[Corrected, str | None]) -> None:
        entry = self._entry(figure)
        if entry is None:
            entry = self._draft(figure)
            self._add(figure, entry)
        made = entry
        for name, value in corrections.items():
            made = corrected(made, figure, name, value)
        if made.value is made.low is made.high is None:
            raise GoldenError(f"{figure.id}: a figure without value is none: mark it wrong alone")
        wrong = {rule.name for rule in self._wrong_fields(made, figure)}
        fields: set[str] = {ENDS.get(name, name) for name in corrections}
        for rule in figure_rules(self.text, self._numbers):
            if rule.name in fields:
                self._say_change(figure, rule, entry, made)
                if rule.name in wrong:
                    self._say(figure, f"{rule.name}: a known gap")
        gaps = dict.fromkeys((*made.gaps, *(gap for gap in get_args(FigureField) if gap in fields)))
        kept = tuple(gap for gap in gaps if gap in wrong)
        self._read(figure, made.model_copy(update={"gaps": kept}))

    def _wrong(self, figure: Figure) -> None:
        entry = self._entry(figure)
        if entry is None:
            self._mark_extra(figure)
            return
        wrong = tuple(rule.name for rule in self._wrong_fields(entry, figure))
        if not wrong:
            self._drop(figure, entry)
            return
        for name in wrong:
            self._say(figure, f"{name}: the golden stays, a known gap")
        gaps = dict.fromkeys((*entry.gaps, *wrong))
        self._read(figure, entry.model_copy(update={"gaps": tuple(gaps)}))

    # --- Entries --------------------------------------------------------------------------------

    def _entry(self, figure: Figure) -> GoldenFigure | None:
        number = self._numbers.get(figure.id)
        return next((entry for entry in self._entries if entry.n == number), None)

    def _draft(self, figure: Figure, n: int | None = None) -> GoldenFigure:
        """Return the entry of a figure as read; its whole is named where the golden has it."""
        if n is None:
            n = max((entry.n for entry in self._entries), default=0) + 1
        lost: tuple[FigureField, ...] = (
            ("of",) if figure.of and figure.of not in self._numbers else ()
        )
        draft = drafted_figure(figure, {**self._numbers, figure.id: n})
        return draft.model_copy(update={"gaps": lost})

    def _wrong_fields(self, entry: GoldenFigure, figure: Figure) -> list[FigureRule]:
        rules = figure_rules(self.text, self._numbers)
        return [rule for rule in rules if not rule.agrees(entry, figure)]

    def _add(self, figure: Figure, entry: GoldenFigure) -> None:
        at = next(
            (
                n
                for n, each in enumerate(self._entries)
                if _place(each.source) > _place(entry.source)
            ),
            len(self._entries),
        )
        self._entries.insert(at, entry)
        self._numbers[figure.id] = entry.n
        self._say(figure, f"added as #{entry.n}")
        self._say_lost(figure, entry)
        self._extras = self._without(figure, self._extras, "no false entry any more")
        here = [run for run in self._digits if overlap([run.source], figure.anchor.source) > 0]
        for run in here:
            self._digits.remove(run)
            self._say(figure, f"digits {run.digits}: in a figure now, not {run.status}")

    def _read(self, figure: Figure, entry: GoldenFigure) -> None:
        """Keep an entry that a person has now read: if it was carried, it is a proposal no more."""
        if entry.carried is not None:
            self._say(figure, f"#{entry.n} was carried from another edition, and is confirmed")
        self._replace(entry.model_copy(update={"carried": None, "was": {}}))

    def _replace(self, entry: GoldenFigure) -> None:
        at = next(at for at, each in enumerate(self._entries) if each.n == entry.n)
        self._entries[at] = entry

    def _drop(self, figure: Figure, entry: GoldenFigure) -> None:
        self._entries.remove(entry)
        del self._numbers[figure.id]
        self._say(figure, f"#{entry.n} dropped: it said what the program says")
        for part in [each for each in self._entries if each.of == entry.n]:
            self._replace(part.model_copy(update={"of": None}))
            self._say(figure, f"#{part.n} is a part of nothing now")
        self._mark_extra(figure)

    def _mark_extra(self, figure: Figure) -> None:
        if any(overlap(extra.source, figure.anchor.source) > 0 for extra in self._figure_extras()):
            self._say(figure, "is marked as a false entry already")
            return
        self._extras.append(GoldenExtra(part="figures", source=figure.anchor.source))
        self._say(figure, "marked as a false entry that is known")

    def _figure_extras(self) -> Iterator[GoldenExtra]:
        return (extra for extra in self._extras if extra.part == "figures")

    def _without(
        self, figure: Figure, extras: Iterable[GoldenExtra], message: str
    ) -> list[GoldenExtra]:
        kept = []
        for extra in extras:
            if extra.part == "figures" and overlap(extra.source, figure.anchor.source) > 0:
                self._say(figure, message)
            else:
                kept.append(extra)
        return kept

    # --- What is said ---------------------------------------------------------------------------

    def _say(self, figure: Figure, message: str) -> None:
        self.said.append(f"{figure.id} {one_spaced(figure.anchor.quote)!r}: {message}")

    def _say_lost(self, figure: Figure, entry: GoldenFigure) -> None:
        if "of" in entry.gaps:
            self._say(figure, "of: a known gap, its whole is not in the golden")

    def _say_change(
        self, figure: Figure, rule: FigureRule, old: GoldenFigure, new: GoldenFigure
    ) -> None:
        was, now = (rule.expected(each) or NOTHING for each in (old, new))
        self._say(figure, f"{rule.name}: {was} -> {now}")


def _place(pieces: tuple[Piece, ...]) -> tuple[float, ...]:
    first = pieces[0]
    if isinstance(first, BoxPiece):
        return first.page, first.bbox[1], first.bbox[0]
    return (first.start,)
