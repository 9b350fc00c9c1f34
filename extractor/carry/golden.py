"""The golden of a new edition, proposed from that of the old one."""

from extractor.carry.edition import Editions
from extractor.carry.figures import CarriedFigures
from extractor.carry.texts import CarriedPart, Entry, Part, carried_digits
from extractor.golden.awaited import PARTS as EVERY
from extractor.golden.compare import ALL_PAGES
from extractor.golden.texts import wording
from schemas.base import BoxPiece
from schemas.golden import (
    Golden,
    GoldenDigits,
    GoldenExtra,
    GoldenFigure,
    GoldenFootnote,
    GoldenOrigin,
    GoldenPart,
    GoldenTable,
    GoldenVanished,
)

PARTS: tuple[GoldenPart, ...] = ("headings", "tables", "captions", "footnotes")


def carried_golden(golden: Golden, editions: Editions) -> Golden:
    """Return the golden of the new edition; a person has yet to read every entry of it.

    Raises:
        GoldenError: The editions have nothing to do with each other.
    """
    old, new = editions.old.draft, editions.new.draft
    figures = CarriedFigures(golden, editions)
    parts = {part: _part(part, golden, editions) for part in PARTS}
    gone = (_vanished(part, entry) for part in PARTS for entry in parts[part].gone)
    made = new.model_copy(
        update={
            **{part: tuple(parts[part].made) for part in PARTS},
            "figures": figures.entries(),
            "digits": tuple(carried_digits(golden.digits, old.digits, new.digits)),
            "extras": figures.extras(),
            "carried_from": GoldenOrigin(
                file=golden.file, sha256=golden.sha256, curated_by=golden.curated_by
            ),
            "vanished": (*figures.vanished(), *gone),
        }
    )
    return made if ALL_PAGES in golden.coverage else _covered(made, golden)


def _covered(made: Golden, old: Golden) -> Golden:
    """Return what a golden of some pages covers in the new edition: where its entries are now.

    Parts that it had no entries of stay without.
    """
    found = [entry for part in EVERY for entry in getattr(made, part) if entry.carried != "new"]
    pages = {page for entry in found for page in _pages(entry)}
    kept = {
        part: tuple(entry for entry in getattr(made, part) if _pages(entry) & pages)
        for part in EVERY
    }
    numbers = {entry.n for entry in kept["figures"]}
    kept["figures"] = tuple(
        entry if entry.of in numbers else entry.model_copy(update={"of": None})
        for entry in kept["figures"]
    )
    others = (label for label in old.coverage if not label.isdigit())
    return made.model_copy(
        update={
            **{part: entries if getattr(old, part) else () for part, entries in kept.items()},
            "coverage": (*others, *map(str, sorted(pages))),
        }
    )


def _pages(entry: Entry | GoldenFigure | GoldenDigits | GoldenExtra) -> set[int]:
    pieces = (entry.source,) if isinstance(entry, GoldenDigits) else entry.source
    return {piece.page for piece in pieces if isinstance(piece, BoxPiece)}


def _part(part: GoldenPart, golden: Golden, editions: Editions) -> CarriedPart:
    """Return a part of the golden in the new edition."""
    old, new = editions.old, editions.new
    made = Part(
        read=getattr(golden, part),
        old=getattr(old.draft, part),
        new=getattr(new.draft, part),
        texts=(old.texts(part), new.texts(part)),
    )
    return made.carried(editions.renamed(part))


def _vanished(part: GoldenPart, entry: Entry) -> GoldenVanished:
    return GoldenVanished(part=part, label=_label(entry), source=entry.source)


def _label(entry: Entry) -> str:
    if isinstance(entry, GoldenTable):
        return f"table {entry.title!r}"
    label = f"note {entry.label}: " if isinstance(entry, GoldenFootnote) else ""
    return f"{label}{wording(entry)!r}"
