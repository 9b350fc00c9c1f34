"""Which documents a history is made of: those named, one of each in a folder, and in databases."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import PlanfactsError
from extractor.given import has_hash, json_kind, read_given
from extractor.store.database import opened
from extractor.store.held import extractions
from schemas.extraction import Extraction

FORMS = (".json", ".pdf", ".md", ".markdown", ".txt")
"""Endings of what is read in a folder; of one document in several forms the first is read."""


@dataclass(slots=True)
class Reading:
    """Reads documents, each once, and keeps what could not be read."""

    password: str | None
    faults: list[str] = field(default_factory=list)
    _hashes: set[str] = field(default_factory=set)

    def documents(self, paths: Sequence[Path]) -> Iterator[tuple[str, Extraction]]:
        """Yield each document with its name; an extraction stands for the document it is of."""
        files = [each for path in paths for each in _in(path)]
        # Extractions first: they are read at once, and then their documents need not be.
        for options in sorted(files, key=lambda each: each[0].suffix.lower() != FORMS[0]):
            for file in options:
                if any(has_hash(file, sha256) for sha256 in self._hashes):
                    break
                extraction = self._read(file)
                if extraction is not None:
                    if extraction.document.sha256 not in self._hashes:
                        self._hashes.add(extraction.document.sha256)
                        yield str(file), extraction
                    break

    def held(self, urls: Sequence[str]) -> Iterator[tuple[str, Extraction]]:
        """Yield each document that databases hold and that was not read before, with its name."""
        for url in urls:
            try:
                for name, extraction in extractions(opened(url)):
                    if extraction.document.sha256 not in self._hashes:
                        self._hashes.add(extraction.document.sha256)
                        yield name, extraction
            except PlanfactsError as fault:
                self.faults.append(str(fault))

    def _read(self, file: Path) -> Extraction | None:
        try:
            return read_given(file, password=self.password)
        except PlanfactsError as fault:
            self.faults.append(str(fault))
            return None


def inputs(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that documents may be read of: those named, and all that folders hold."""
    for path in paths:
        for options in _in(path):
            yield from options


def _in(path: Path) -> Iterator[Sequence[Path]]:
    """Yield the documents at a path, each in the forms that it is there in."""
    if not path.is_dir():
        yield [path]
        return
    forms: dict[Path, list[Path]] = {}
    for file in sorted(path.rglob("*"), key=lambda each: (each.parent, _rank(each), each.name)):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if not hidden and file.suffix.lower() in FORMS and file.is_file() and _may_be_read(file):
            forms.setdefault(_stem(file), []).append(file)
    yield from forms.values()


def _rank(file: Path) -> int:
    suffix = file.suffix.lower()
    return FORMS.index(suffix) if suffix in FORMS else len(FORMS)


def _stem(file: Path) -> Path:
    """Return a file without its endings: `plan.pdf.json` is of `plan.pdf`."""
    bare = file.with_suffix("")
    return bare.with_suffix("") if bare.suffix.lower() in FORMS else bare


def _may_be_read(file: Path) -> bool:
    """Say whether a file of a folder is a document or an extraction: other JSON is not ours."""
    if file.suffix.lower() != FORMS[0] or not os.access(file, os.R_OK):
        return True  # reading it tells what is wrong
    return json_kind(file) == "extraction"
