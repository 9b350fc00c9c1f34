"""Golden files on disk, and the documents they belong to."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from extractor.errors import GoldenError
from extractor.golden.runs import DIGITS
from extractor.output import record_json, write_whole
from schemas.base import OffsetPiece, Record
from schemas.golden import Golden

Curated = TypeVar("Curated", bound=Record)

GOLDEN_FOLDER = Path("golden")
CORPUS_VARIABLE = "PLANFACTS_CORPUS"  # a folder of documents that are not ours to ship


def default_path(document: Path) -> Path:
    """Return where the golden of a document is written if nothing else is said."""
    return GOLDEN_FOLDER / f"{document.stem}.json"


def golden_paths(paths: Sequence[Path]) -> Sequence[Path]:
    """Return the goldens that are named; those of the golden folder where none is.

    Raises:
        GoldenError: There is none at all.
    """
    goldens = paths or sorted(GOLDEN_FOLDER.glob("*.json"))
    if not goldens:
        raise GoldenError(f"{GOLDEN_FOLDER}: no golden files here")
    return goldens


def write_golden(path: Path, golden: Golden, *, force: bool) -> None:
    """Write a golden; one that is there is somebody's work and is replaced only with `force`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, [record_json(golden)], replace=force)


def load_curated(path: Path, made: type[Curated], named: str = "") -> Curated:
    """Return a record that a person keeps as JSON; `named` says what a wrong one is not.

    Raises:
        GoldenError: It cannot be read, or is no such record.
    """
    try:
        return made.model_validate_json(path.read_bytes())
    except OSError as fault:
        raise GoldenError(f"{path}: cannot be read: {fault.strerror}") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        told = f"is no {named}: " if named else ""
        raise GoldenError(f"{path}: {told}{place}: {first['msg']}") from fault


def load_golden(path: Path) -> Golden:
    """Return a golden, checked against itself.

    Raises:
        GoldenError: It cannot be read, is no golden, or contradicts itself.
    """
    golden = load_curated(path, Golden)
    numbers = [figure.n for figure in golden.figures]
    if len(set(numbers)) < len(numbers):
        twice = next(n for n in numbers if numbers.count(n) > 1)
        raise GoldenError(f"{path}: two figures are number {twice}")
    for figure in golden.figures:
        if figure.of is not None and figure.of not in numbers:
            raise GoldenError(f"{path}: figure {figure.n} is a part of {figure.of}, which is none")
    return golden


def find_document(path: Path, golden: Golden) -> Path | None:
    """Return the document of a golden, known by its name and hash; None where it is not here."""
    return find_named(path, golden.file, golden.sha256)


def find_named(path: Path, name: str, sha256: str) -> Path | None:
    """Return the document of that name and hash that belongs to a golden file at `path`."""
    for folder in _corpora(path):
        for candidate in sorted(folder.rglob(name)):
            if hashlib.sha256(candidate.read_bytes()).hexdigest() == sha256:
                return candidate
    return None


def _corpora(path: Path) -> Iterator[Path]:
    """Yield the folders that may hold the document of a golden file, nearest first."""
    folder = path.resolve().parent
    goldens = next(
        (one for one in path.resolve().parents if one.name == GOLDEN_FOLDER.name), folder
    )
    root = goldens.parent
    yield root / "corpus"
    yield corpus_of_others(root)


def corpus_of_others(root: Path) -> Path:
    """Return the folder of documents that are not ours to ship, for the checkout at `root`.

    The environment tells it, where it is not empty; else it is beside the checkout.
    """
    told = os.environ.get(CORPUS_VARIABLE)
    return Path(told) if told else root.parent / "shared" / "corpus"


def check_printed(path: Path, golden: Golden, text: str) -> None:
    """Hold what a golden says is printed against the source.

    Raises:
        GoldenError: Something else is printed there.
    """
    for figure in golden.figures:
        pieces = [piece for piece in figure.source if isinstance(piece, OffsetPiece)]
        there = "".join(text[piece.start : piece.end] for piece in pieces)
        if DIGITS.findall(there) != DIGITS.findall(figure.printed):
            raise GoldenError(
                f"{path}: figure {figure.n}: {figure.printed!r} is not printed there, but {there!r}"
            )
    for run in golden.digits:
        if not isinstance(run.source, OffsetPiece):
            continue
        there = text[run.source.start : run.source.end]
        if there != run.digits:
            raise GoldenError(f"{path}: {run.digits!r} is not printed there, but {there!r}")
