"""The rest: the same program makes of the same bytes the same extraction, part for part."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from extractor.verify.failure import Failure, Fault
from schemas.base import Record
from schemas.extraction import Extraction

NAMED = (
    ("block", "blocks"),
    ("section", "sections"),
    ("table", "tables"),
    ("caption", "captions"),
    ("footnote", "footnotes"),
    ("figure", "figures"),
    ("entity", "entities"),
    ("source", "sources"),
)
"""The parts that have ids, and the field that lists them."""


def differing(given: Extraction, again: Extraction) -> Iterator[Failure]:
    """Yield the parts that are not as they are read again, each by the first value that differs."""
    yield from _unlike("text", given.text, again.text)
    for kind, name in NAMED:
        yield from _by_id(kind, getattr(given, name), getattr(again, name))
    for name in ("document", "findings", "warnings"):
        yield from _unlike(name, getattr(given, name), getattr(again, name))
    for ours, theirs in zip_longest(given.ledger.entries, again.ledger.entries):
        yield from _unlike("ledger", ours, theirs)


def _by_id(kind: str, given: Sequence[Record], again: Sequence[Record]) -> Iterator[Failure]:
    if given == again:
        return
    read = {getattr(part, "id", ""): part for part in again}
    for part in given:
        id_ = getattr(part, "id", "")
        yield from _unlike(f"{kind} {id_}", part, read.pop(id_, None))
    for id_, part in read.items():
        yield from _unlike(f"{kind} {id_}", None, part)


def _unlike(what: str, given: object, again: object) -> Iterator[Failure]:
    if given != again:
        where, ours, theirs = _first(given, again)
        yield Failure(what, Fault("read again", where, str(theirs), str(ours)))


def _first(given: object, again: object) -> tuple[str, object, object]:
    """Return the way to the first value that differs, and the two values."""
    where = ""
    while inner := _inner(given, again):
        name, given, again = inner
        where += name if name.startswith("[") or not where else f".{name}"
    return where, given, again


def _inner(given: object, again: object) -> tuple[str, object, object] | None:
    """Return the first part of two values that differs; None where they are compared whole."""
    if isinstance(given, Record) and type(again) is type(given):
        pairs = ((name, getattr(given, name), getattr(again, name)) for name in _names(given))
    elif isinstance(given, tuple) and isinstance(again, tuple):
        pairs = (
            (f"[{at}]", ours, theirs) for at, (ours, theirs) in enumerate(zip_longest(given, again))
        )
    else:
        return None
    return next((each for each in pairs if each[1] != each[2]), None)


def _names(record: Record) -> Sequence[str]:
    return tuple(type(record).model_fields)
