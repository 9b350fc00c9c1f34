"""What became of a verification, as lines that people read and as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic_core import to_json

from extractor.given import keep_inputs
from extractor.output import write_output
from extractor.verify.failure import Failure, place_of
from schemas.base import Piece

Form = Literal["text", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The proofs that failed, and how many were held."""

    extraction: Path
    source: Path
    sha256: str
    """Hash of the source as it is now."""
    changed: bool
    """Whether the source is another file than was read."""
    anchors: int
    standing: int
    """The anchors whose quote is where they say."""
    figures: int
    failures: tuple[Failure, ...]
    notes: tuple[str, ...] = ()
    """What could not be proved, and why that is no failure."""
    moved: Mapping[str, Piece]
    """By id, where figures of a changed source now stand, the same digit for digit."""

    def write(self, output: str, form: Form) -> None:
        """Write the verdict to the file that -o names, or to standard output.

        Raises:
            UsageError: It would replace the extraction or its source.
            OutputError: It cannot be written.
        """
        keep_inputs([output], [self.extraction, self.source])
        told = self.json() if form == "json" else "\n".join(self.lines())
        write_output(output, [f"{told}\n".encode()])

    def lines(self) -> Iterator[str]:
        """Yield the verdict: a line a failure, then what is told of all."""
        for failure in self.failures:
            yield failure.line()
        for id_, piece in self.moved.items():
            yield f"figure {id_}: the same digits now stand at {place_of([piece])}"
        for note in self.notes:
            yield f"note: {note}"
        if self.changed:
            yield (
                f"{self.source}: is not the file that was read; of {self.anchors} anchors"
                f" {self.standing} still stand, {self.anchors - self.standing} do not"
            )
        failed = len(self.failures)
        held = f"{failed} proof{'s' * (failed > 1)} failed" if failed else "every proof holds"
        yield (
            f"{self.extraction}: {held} ({self.figures} figures, {self.standing} of"
            f" {self.anchors} anchors stand in {self.source.name})"
        )

    def json(self) -> str:
        """Return the verdict as JSON."""
        told = {
            "extraction": str(self.extraction),
            "source": str(self.source),
            "sha256": self.sha256,
            "changed": self.changed,
            "anchors": self.anchors,
            "standing": self.standing,
            "figures": self.figures,
            "failures": [_told(failure) for failure in self.failures],
            "moved": self.moved,
            "notes": self.notes,
        }
        return to_json(told, indent=1).decode()


def _told(failure: Failure) -> dict[str, str]:
    fault = failure.fault
    return {
        "what": failure.what,
        "where": fault.where,
        "proof": fault.proof,
        "expected": fault.expected,
        "found": fault.found,
    }
