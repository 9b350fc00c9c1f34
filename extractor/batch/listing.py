"""What is given to a batch: folders, patterns, lists and files become documents, in one order."""

import glob
import os
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from extractor.batch.sources import is_address
from extractor.errors import UsageError

LIST = "@"
"""Before the name of a file that is a list, whatever is in it."""
COMMENT = "#"
HEAD = 1 << 16  # bytes of a file in which it tells whether it is a list
ENOUGH = 0.5  # of its lines name files or addresses: no text of a document is so
PATTERN = frozenset("*?[")


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A document that is to be read, or a folder that cannot be."""

    source: str
    """Its path or address, as it is opened."""
    place: str
    """Where its result goes, as a path below the folder of results."""
    fault: str | None = None
    """Why nothing can be read there; None for a document."""


class _Led(NamedTuple):
    """What one thing given leads to."""

    root: Path
    """The folder whose tree the results keep."""
    documents: Iterable[Found]
    """Their places are whole paths."""


def found(given: Sequence[str], *, outside: Path, but: Container[str] = frozenset()) -> list[Found]:
    """Return the documents that are given, each once, in the order of their names.

    Results keep the tree below the folder that is given, or below that which all have in common
    where several things are. What lies in the folder `outside` is no document, if only a folder or
    a pattern leads to it; nor are the whole paths in `but`.

    Raises:
        UsageError: What is given leads to nothing that could be a document.
    """
    ours = outside.resolve()
    led = [_led(each, ours) for each in given if not is_address(each)]
    roots = [whole(each.root) for each in led]
    common = os.path.commonpath(roots) if roots else ""
    documents = {each: _address(each) for each in given if is_address(each)}
    for one in chain.from_iterable(each.documents for each in led):
        place = one.place if is_address(one.source) else one.place.removeprefix(common)
        if one.place not in but:
            documents.setdefault(one.source, replace(one, place=place))
    return sorted(documents.values())


def _led(given: str, ours: Path) -> _Led:
    """Return what one thing given leads to.

    Raises:
        UsageError: It leads to nothing.
    """
    path, named = Path(given), Path(given.removeprefix(LIST))
    if path.is_dir():
        return _Led(path, _inside(path, ours))
    if not os.path.lexists(given) and PATTERN.intersection(given):
        return _Led(_root(given), _matching(given, ours))
    if (given.startswith(LIST) and named.is_file()) or _is_list(path):
        return _listed(named)
    return _Led(path.parent, [_file(given)])


def inside(documents: Iterable[Found], folder: str) -> frozenset[str]:
    """Return the whole paths of documents that lie in a folder, as those of a list can."""
    paths = (whole(one.source) for one in documents if not is_address(one.source))
    return frozenset(path for path in paths if path.startswith(f"{folder}/"))


def _file(path: str, fault: str | None = None) -> Found:
    return Found(path, whole(path), fault)


def whole(path: str | Path) -> str:
    """Return a path from the root of the file system; links in it are not followed."""
    return os.path.normpath(Path(path).absolute())


def _inside(folder: Path, ours: Path) -> Iterator[Found]:
    """Yield the files in a folder and those below it; what is hidden is left alone.

    A folder that several links lead to, or one in itself, is looked into once.
    """
    entered: set[tuple[int, int]] = set()
    faults: list[OSError] = []
    for where, folders, files in os.walk(folder, followlinks=True, onerror=faults.append):
        about = Path(where).stat()
        is_ours = Path(where).resolve() == ours
        if is_ours or (about.st_dev, about.st_ino) in entered:
            folders.clear()
            continue
        entered.add((about.st_dev, about.st_ino))
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(files):
            if not _is_hidden(name):
                yield _file(os.path.join(where, name))  # noqa: PTH118  # a `Path` takes ten times as long
    for fault in faults:
        said = f"the folder cannot be read: {fault.strerror}"
        yield _file(os.fsdecode(fault.filename), said)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _matching(pattern: str, ours: Path) -> list[Found]:
    """Return the files that a pattern matches, and what is in the folders that it matches.

    Raises:
        UsageError: It matches nothing.
    """
    documents: list[Found] = []
    for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207  # hides what is hidden
        path = Path(name)
        if path.is_dir():
            # `**` gives the files of a folder by themselves; what else matches it wants it whole.
            documents += [] if "**" in pattern else _inside(path, ours)
        elif not path.resolve().is_relative_to(ours):
            documents.append(_file(name))
    if not documents:
        raise UsageError(f"{pattern}: matches no file")
    return documents


def _root(pattern: str) -> Path:
    """Return the folder that stands before the first part of a pattern with a wildcard."""
    parts = Path(pattern).parts[:-1]
    wild = (at for at, part in enumerate(parts) if PATTERN.intersection(part))
    return Path(*parts[: next(wild, len(parts))])


def _is_list(path: Path) -> bool:
    """Say whether a file is a list: most of its first lines name files or addresses."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(HEAD).decode()
    except (OSError, ValueError):
        return False
    lines = list(_lines(head[: HEAD // 2]))
    return len(lines) > 0 and sum(_names(line, path) for line in lines) >= ENOUGH * len(lines)


def _lines(text: str) -> Iterator[str]:
    stripped = (line.strip() for line in text.splitlines())
    return (line for line in stripped if line and not line.startswith(COMMENT))


def _names(line: str, path: Path) -> bool:
    if is_address(line):
        return not any(map(str.isspace, line))
    try:
        return os.path.lexists(_resolved(line, path))
    except ValueError:  # no name of a file has such characters
        return False


def _resolved(line: str, path: Path) -> str:
    """Return the path that a line of a list names: from where we are, else from where it is."""
    beside = path.parent / line
    return str(beside) if not os.path.lexists(line) and os.path.lexists(beside) else line


def _listed(path: Path) -> _Led:
    """Return what a list names; its root is the folder that all its files have in common.

    Raises:
        UsageError: It cannot be read, or names nothing.
    """
    try:
        lines = [*_lines(path.read_bytes().decode("utf-8", "surrogateescape"))]
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read: {fault.strerror}") from fault
    if not lines:
        raise UsageError(f"{path}: the list is empty")
    files = [_file(_resolved(line, path)) for line in lines if not is_address(line)]
    addresses = [_address(line) for line in lines if is_address(line)]
    roots = [Path(each.place).parent for each in files] or [path.parent]
    return _Led(Path(os.path.commonpath(roots)), [*files, *addresses])


def _address(address: str) -> Found:
    """Return a document by its address; its result goes by its host and its path there."""
    return Found(address, address.partition("://")[2].partition("?")[0])
