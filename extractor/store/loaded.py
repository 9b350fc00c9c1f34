"""What is loaded: an extraction, what tells its version from others, and the run that adds it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from uuid import uuid4

from schemas.extraction import Extraction, Finding


@dataclass(frozen=True, slots=True)
class Run:
    """One run of `load`; its time is that of all that it adds."""

    run_id: str
    started_at: datetime
    tool_version: str

    @classmethod
    def begun(cls) -> "Run":
        """Return the run that begins now."""
        return cls(f"run-{uuid4().hex}", datetime.now(UTC), version("planfacts"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What is to be loaded, and what it is called."""

    extraction: Extraction
    audited: tuple[Finding, ...]
    """What `check` found in it."""
    file_name: str
    document: str | None = None
    """Whose edition it is, in the user's words; None to tell it by publisher and title."""


@dataclass(frozen=True, slots=True)
class Key:
    """What tells one version from all others."""

    sha256: str
    tool_version: str
    content_sha256: str

    @property
    def version_id(self) -> int:
        """A number of 63 bits; that two of a million have the same one is a chance in 10^7."""
        told = "\0".join((self.sha256, self.tool_version, self.content_sha256))
        return int.from_bytes(sha256(told.encode()).digest()[:8]) >> 1

    @classmethod
    def of(cls, extraction: Extraction, written: bytes) -> "Key":
        """Return the key of an extraction; `written` are its bytes as JSON."""
        tool = extraction.engine[0].version if extraction.engine else ""
        return cls(extraction.document.sha256, tool, sha256(written).hexdigest())
