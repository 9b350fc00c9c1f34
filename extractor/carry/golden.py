"""The golden of a new edition, proposed from that of the old one."""

from extractor.carry.edition import Editions
from extractor.carry.figures import CarriedFigures
from extractor.carry.texts import CarriedPart, Entry, Part, carried_digits
from extractor.golden.texts import wording
from schemas.golden import (
    Golden,
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
    return new.model_copy(
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
