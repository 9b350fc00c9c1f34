"""Where documents come from: a file, by its path."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import UnreadableSourceError

SCHEME = "://"


def is_address(source: str) -> bool:
    """Say whether a source is an address (`https://host/plan.pdf`), not a path."""
    return SCHEME in source


@contextmanager
def at_hand(source: str) -> Iterator[Path]:
    """Give a file that holds a document for as long as it is read.

    Raises:
        UnreadableSourceError: It cannot be had.
    """
    if is_address(source):
        raise UnreadableSourceError(f"{source}: only files can be read, no addresses")
    yield Path(source)
