"""`golden carry`: reads both editions, writes the proposed golden and tells what is in it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from extractor.carry.edition import Edition, Editions, is_own
from extractor.carry.golden import carried_golden
from extractor.errors import GoldenError
from extractor.given import keep_inputs
from extractor.golden.awaited import PARTS, settled
from extractor.golden.figures import FIELDS
from extractor.golden.store import default_path, find_document, load_golden, write_golden
from extractor.golden.texts import place_label
from extractor.golden.wording import one_spaced
from schemas.extraction import Extraction
from schemas.golden import Carried, Golden, GoldenFigure

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Request:
    """What the command is asked for."""

    golden: Path
    new: Path
    output: Path | None
    source: Path | None
    force: bool


def carry(request: Request, read: Callable[[Path], Extraction]) -> Iterator[str]:
    """Write the golden of a new edition; yield a line for each part and each change.

    Raises:
        GoldenError: The golden is broken, its document is not here, or the new edition has nothing
            to do with it.
        UsageError: The new golden would replace the old one, or a document.
        OutputError: It cannot be written, or is there already.
    """
    golden = settled(load_golden(request.golden))
    document = request.source or find_document(request.golden, golden)
    if document is None:
        raise GoldenError(
            f"{request.golden}: its document {golden.file} is not here: name it with --source"
        )
    target = request.output or default_path(request.new)
    keep_inputs([target], [request.golden, request.new, document])
    old = Edition(document, read(document), is_own(golden))
    if old.extraction.document.sha256 != golden.sha256:
        raise GoldenError(f"{document}: is not the document of {request.golden}")
    new = Edition(request.new, read(request.new), is_own(golden))
    made = carried_golden(golden, Editions(old, new))
    write_golden(target, made, force=request.force)
    yield f"{target}: carried from {request.golden}; every entry awaits a person"
    yield from _told(made)


def _told(golden: Golden) -> Iterator[str]:
    for part in PARTS:
        counts = Counter(each.carried for each in getattr(golden, part))
        told = [f"{counts[each]} {each}" for each in get_args(Carried) if counts[each]]
        gone = sum(each.part == part for each in golden.vanished)
        told += [f"{gone} vanished"] if gone else []
        if told:
            yield f"{part}: {', '.join(told)}"
    yield from (_change(entry) for entry in golden.figures if entry.was)
    yield from (f"vanished: {each.part}: {each.label}" for each in golden.vanished)


def _change(entry: GoldenFigure) -> str:
    """Return what an entry said and says, side by side, in one line."""
    now = {rule.name: rule.expected(entry) for rule in FIELDS}
    now |= {"span": entry.printed, "of": None if entry.of is None else f"#{entry.of}"}
    told = [f"{name}: {_shown(was)} -> {_shown(now[name])}" for name, was in entry.was.items()]
    place = place_label(entry.source[0])
    return f"#{entry.n} {one_spaced(entry.printed)!r} ({place}): {'; '.join(told)}"


def _shown(value: str | None) -> str:
    return NOTHING if value is None else one_spaced(value)
